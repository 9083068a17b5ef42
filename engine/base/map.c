/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A file that is read block by block, when it is first touched, into memory of our own: what others do to the file
 * later does not change what was proved.
 */
#include "base/map.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/checksum.h"
#include "base/error.h"

/*
 * Read at once: little where something is looked up here and there, and a huge page where one stretch is read behind
 * the other.
 */
enum { UNIT = 16384, STRETCH = 2 << 20, UNITS_OF_STRETCH = STRETCH / UNIT };

/* Whoever has looked at so many places will look at many more. */
enum { MOST_LOOKS = 24 };

static ChnMap *
fail (const char *doing, const char *path, GError **error)
{
  chn_error_set (error, CHN_ERROR_IO, NULL, "cannot %s %s: %s", doing, path, g_strerror (errno));
  return NULL;
}

/* Room for the whole file, of which nothing is there yet; the stretches begin where huge pages do. */
static ChnMap *
reserve (int fd, gsize length, const char *path, GError **error)
{
  gsize reserved = length + STRETCH;
  char *region = mmap (NULL, reserved, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (region == MAP_FAILED)
    return fail ("find memory for", path, error);
  ChnMap *map = g_new0 (ChnMap, 1);
  map->region = region;
  map->reserved = reserved;
  map->bytes = region + (STRETCH - (guintptr) region % STRETCH) % STRETCH;
  map->length = length;
  map->fd = fd;
  map->loaded = g_malloc0 (chn_bits_get_size (length / UNIT + 1));
  g_mutex_init (&map->loading);
  return map;
}

static ChnMap *
take_descriptor (int fd, const char *path, GError **error)
{
  ChnSteady steady = { 0 };
  if (!chn_steady_await (&steady, fd)) {
    chn_steady_set_error (&steady, path, error);
    return NULL;
  }
  if (!S_ISREG (steady.facts.st_mode) || steady.facts.st_size <= 0) {
    chn_error_set (error, CHN_ERROR_IO, NULL, "%s is %s", path,
                   S_ISREG (steady.facts.st_mode) ? "empty" : "not a regular file");
    return NULL;
  }
  ChnMap *map = reserve (fd, (gsize) steady.facts.st_size, path, error);
  if (map)
    map->steady = steady;
  return map;
}

ChnMap *
chn_map_open (const char *path, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0)
    return fail ("open", path, error);
  ChnMap *map = take_descriptor (fd, path, error);
  if (!map)
    close (fd);
  return map;
}

ChnMap *
chn_map_new (const char *bytes, gsize length)
{
  ChnMap *map = g_new0 (ChnMap, 1);
  char *copy = g_malloc (MAX (length, 1));
  memcpy (copy, bytes, length);
  map->bytes = copy;
  map->length = length;
  map->fd = -1;
  return map;
}

static void
give_back (ChnMap *map)
{
  munmap (map->region, map->reserved);
  close (map->fd);
  g_free (map->loaded);
  g_mutex_clear (&map->loading);
}

void
chn_map_free (ChnMap *map)
{
  if (!map)
    return;
  if (map->region)
    give_back (map);
  else
    g_free ((gpointer) map->bytes);
  g_free (map->seen);
  g_free (map);
}

gsize
chn_map_get_file_length (gsize body)
{
  return body + body / CHN_MAP_BLOCK * sizeof (guint64);
}

gboolean
chn_map_arm (ChnMap *map, gsize body, GError **error)
{
  if (body % CHN_MAP_BLOCK != 0 || body > map->length || map->length != chn_map_get_file_length (body)) {
    chn_error_set (error, CHN_ERROR_SYNTAX, "copy it again from where it came",
                   "it is %s: found %" G_GSIZE_FORMAT " bytes, expected %" G_GSIZE_FORMAT,
                   map->length > chn_map_get_file_length (body) ? "too long" : "cut short", map->length,
                   chn_map_get_file_length (body));
    return FALSE;
  }
  map->sums = (const guint64 *) (gconstpointer) (map->bytes + body);
  map->seen = g_malloc0 (chn_bits_get_size (body / CHN_MAP_BLOCK));
  return TRUE;
}

void
chn_map_set_judge (ChnMap *map, ChnMapJudge judge, gconstpointer data)
{
  map->judge = judge;
  map->judge_data = data;
}

gboolean
chn_map_is_damaged (const ChnMap *map)
{
  return g_atomic_int_get (&map->damaged) != 0;
}

void
chn_map_set_damaged (const ChnMap *map)
{
  g_atomic_int_set (&((ChnMap *) map)->damaged, 1);
}

gboolean
chn_map_is_changed (const ChnMap *map)
{
  return map->region && !chn_steady_holds (&map->steady, map->fd);
}

/* What cannot be read stays zeros, of which the map says that they are no answer. */
static void
read_units (ChnMap *map, gsize first, gsize n)
{
  gsize from = first * UNIT, to = MIN (from + n * UNIT, map->length);
  while (from < to) {
    ssize_t piece = pread (map->fd, (char *) map->bytes + from, to - from, (off_t) from);
    if (piece < 0 && errno == EINTR)
      continue;
    if (piece <= 0) {
      chn_map_set_damaged (map);
      return;
    }
    from += (gsize) piece;
  }
}

/* Whoever reads one stretch to its end goes on with the next, and whoever has read here and there goes on so. */
static gboolean
goes_on (const ChnMap *map, gsize unit)
{
  return (unit % UNITS_OF_STRETCH == 0 && unit > 0 && chn_bits_test (map->loaded, unit - 1)) ||
         map->n_loaded >= MOST_LOOKS;
}

/* The units that are read with one: the stretch that it lies in, where nothing of that is there yet. */
static void
choose_units (const ChnMap *map, gsize unit, gsize *first, gsize *n)
{
  gsize start = unit / UNITS_OF_STRETCH * UNITS_OF_STRETCH, end = start + UNITS_OF_STRETCH;
  *first = unit;
  *n = 1;
  if (end * UNIT > map->length || !goes_on (map, unit))
    return;
  for (gsize i = start; i < end; i++)
    if (chn_bits_test (map->loaded, i))
      return;
  *first = start;
  *n = UNITS_OF_STRETCH;
  madvise ((char *) map->bytes + start * UNIT, STRETCH, MADV_HUGEPAGE);
}

static void
load (ChnMap *map, gsize unit)
{
  g_mutex_lock (&map->loading);
  if (!chn_bits_test (map->loaded, unit)) {
    gsize first, n;
    choose_units (map, unit, &first, &n);
    read_units (map, first, n);
    map->n_loaded += n;
    for (gsize i = first; i < first + n; i++)
      chn_bits_set (map->loaded, i);
  }
  g_mutex_unlock (&map->loading);
}

void
chn_map_load (const ChnMap *map, gsize offset, gsize length)
{
  if (!map->region || length == 0)
    return;
  gsize last = (MIN (offset + length, map->length) - 1) / UNIT;
  for (gsize unit = offset / UNIT; unit <= last; unit++)
    if (!chn_bits_test (map->loaded, unit))
      load ((ChnMap *) map, unit);
}

static gboolean
is_whole (const ChnMap *map, gsize block)
{
  gsize offset = block * CHN_MAP_BLOCK;
  return chn_checksum (map->bytes + offset, CHN_MAP_BLOCK) == map->sums[block] &&
         (!map->judge || map->judge (offset, CHN_MAP_BLOCK, map->judge_data));
}

/* What is judged may begin before the block and end behind it. */
static void
load_around (const ChnMap *map, gsize block)
{
  gsize offset = block * CHN_MAP_BLOCK, before = MIN (offset, (gsize) CHN_MAP_BLOCK);
  chn_map_load (map, offset - before, before + 2 * CHN_MAP_BLOCK);
  chn_map_load (map, (gsize) ((const char *) &map->sums[block] - map->bytes), sizeof *map->sums);
}

void
chn_map_examine (const ChnMap *map, gsize block)
{
  load_around (map, block);
  if (!is_whole (map, block)) {
    memset ((char *) map->bytes + block * CHN_MAP_BLOCK, 0, CHN_MAP_BLOCK);
    chn_map_set_damaged (map);
  }
  chn_bits_set (map->seen, block);
}
