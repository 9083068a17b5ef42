/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A mapped file whose blocks are checked when they are first touched. */
#include "base/map.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/checksum.h"
#include "base/error.h"

static ChnMap *
wrap (const char *bytes, gsize length, gboolean on_heap)
{
  ChnMap *map = g_new0 (ChnMap, 1);
  map->bytes = bytes;
  map->length = length;
  map->on_heap = on_heap;
  return map;
}

static ChnMap *
fail (const char *doing, const char *path, GError **error)
{
  chn_error_set (error, CHN_ERROR_IO, NULL, "cannot %s %s: %s", doing, path, g_strerror (errno));
  return NULL;
}

static ChnMap *
map_descriptor (int fd, const char *path, GError **error)
{
  struct stat facts;
  if (fstat (fd, &facts) != 0)
    return fail ("examine", path, error);
  if (!S_ISREG (facts.st_mode) || facts.st_size <= 0) {
    chn_error_set (error, CHN_ERROR_IO, NULL, "%s is %s", path,
                   S_ISREG (facts.st_mode) ? "empty" : "not a regular file");
    return NULL;
  }
  gpointer bytes = mmap (NULL, (gsize) facts.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
  return bytes == MAP_FAILED ? fail ("map", path, error) : wrap (bytes, (gsize) facts.st_size, FALSE);
}

ChnMap *
chn_map_open (const char *path, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0)
    return fail ("open", path, error);
  ChnMap *map = map_descriptor (fd, path, error);
  close (fd);
  return map;
}

ChnMap *
chn_map_new (const char *bytes, gsize length)
{
  char *copy = g_malloc (MAX (length, 1));
  memcpy (copy, bytes, length);
  return wrap (copy, length, TRUE);
}

void
chn_map_free (ChnMap *map)
{
  if (!map)
    return;
  if (map->on_heap)
    g_free ((gpointer) map->bytes);
  else
    munmap ((gpointer) map->bytes, map->length);
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

static gboolean
is_whole (const ChnMap *map, gsize block)
{
  gsize offset = block * CHN_MAP_BLOCK;
  return chn_checksum (map->bytes + offset, CHN_MAP_BLOCK) == map->sums[block] &&
         (!map->judge || map->judge (offset, CHN_MAP_BLOCK, map->judge_data));
}

/* Puts zeros over the block, in memory alone. */
static void
blank (const ChnMap *map, gsize block)
{
  char *at = (char *) map->bytes + block * CHN_MAP_BLOCK;
  gsize page = (gsize) sysconf (_SC_PAGESIZE);
  gsize lead = (gsize) (at - map->bytes) % page;
  if (!map->on_heap && mprotect (at - lead, lead + CHN_MAP_BLOCK, PROT_READ | PROT_WRITE) != 0)
    g_error ("cannot take a damaged block out of use: %s", g_strerror (errno));
  memset (at, 0, CHN_MAP_BLOCK);
}

void
chn_map_examine (const ChnMap *map, gsize block)
{
  if (!is_whole (map, block)) {
    blank (map, block);
    chn_map_set_damaged (map);
  }
  chn_bits_set (map->seen, block);
}
