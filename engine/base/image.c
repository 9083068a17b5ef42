/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A file that is read block by block, when it is first touched, into memory of our own: what others do to the file
 * later does not change what was proved.
 */
#include "base/image.h"

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

/* Whoever has read this share of one stretch will read as much of the next. */
enum { DENSE = UNITS_OF_STRETCH / 4 };

static ChnImage *
fail (const char *doing, const char *path, GError **error)
{
  chn_error_set (error, CHN_ERROR_IO, NULL, "cannot %s %s: %s", doing, path, g_strerror (errno));
  return NULL;
}

/* Room for the whole file, of which nothing is there yet; the stretches begin where huge pages do. */
static ChnImage *
reserve (int fd, gsize length, const char *path, GError **error)
{
  gsize reserved = length + STRETCH;
  char *region = mmap (NULL, reserved, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (region == MAP_FAILED)
    return fail ("find memory for", path, error);
  ChnImage *image = g_new0 (ChnImage, 1);
  image->region = region;
  image->reserved = reserved;
  image->bytes = region + (STRETCH - (guintptr) region % STRETCH) % STRETCH;
  image->length = length;
  image->fd = fd;
  image->loaded = g_malloc0 (chn_bits_get_size (length / UNIT + 1));
  g_mutex_init (&image->loading);
  return image;
}

static ChnImage *
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
  ChnImage *image = reserve (fd, (gsize) steady.facts.st_size, path, error);
  if (image)
    image->steady = steady;
  return image;
}

ChnImage *
chn_image_open (const char *path, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0)
    return fail ("open", path, error);
  ChnImage *image = take_descriptor (fd, path, error);
  if (!image)
    close (fd);
  return image;
}

ChnImage *
chn_image_new (const char *bytes, gsize length)
{
  ChnImage *image = g_new0 (ChnImage, 1);
  char *copy = g_malloc (MAX (length, 1));
  memcpy (copy, bytes, length);
  image->bytes = copy;
  image->length = length;
  image->fd = -1;
  return image;
}

static void
give_back (ChnImage *image)
{
  munmap (image->region, image->reserved);
  close (image->fd);
  g_free (image->loaded);
  g_mutex_clear (&image->loading);
}

void
chn_image_free (ChnImage *image)
{
  if (!image)
    return;
  if (image->region)
    give_back (image);
  else
    g_free ((gpointer) image->bytes);
  g_free (image->seen);
  g_free (image);
}

gsize
chn_image_get_file_length (gsize body)
{
  return body + body / CHN_IMAGE_BLOCK * sizeof (guint64);
}

gboolean
chn_image_arm (ChnImage *image, gsize body, GError **error)
{
  if (body % CHN_IMAGE_BLOCK != 0 || body > image->length || image->length != chn_image_get_file_length (body)) {
    chn_error_set (error, CHN_ERROR_SYNTAX, "copy it again from where it came",
                   "it is %s: found %" G_GSIZE_FORMAT " bytes, expected %" G_GSIZE_FORMAT,
                   image->length > chn_image_get_file_length (body) ? "too long" : "cut short", image->length,
                   chn_image_get_file_length (body));
    return FALSE;
  }
  image->sums = (const guint64 *) (gconstpointer) (image->bytes + body);
  image->seen = g_malloc0 (chn_bits_get_size (body / CHN_IMAGE_BLOCK));
  return TRUE;
}

void
chn_image_set_judge (ChnImage *image, ChnImageJudge judge, gconstpointer data)
{
  image->judge = judge;
  image->judge_data = data;
}

gboolean
chn_image_is_damaged (const ChnImage *image)
{
  return g_atomic_int_get (&image->damaged) != 0;
}

void
chn_image_set_damaged (const ChnImage *image)
{
  g_atomic_int_set (&((ChnImage *) image)->damaged, 1);
}

gboolean
chn_image_is_changed (const ChnImage *image)
{
  return image->region && !chn_steady_holds (&image->steady, image->fd);
}

/* What cannot be read stays zeros, of which the image says that they are no answer. */
static void
read_units (ChnImage *image, gsize first, gsize n)
{
  gsize from = first * UNIT, to = MIN (from + n * UNIT, image->length);
  while (from < to) {
    ssize_t piece = pread (image->fd, (char *) image->bytes + from, to - from, (off_t) from);
    if (piece < 0 && errno == EINTR)
      continue;
    if (piece <= 0) {
      chn_image_set_damaged (image);
      return;
    }
    from += (gsize) piece;
  }
}

static guint
count_loaded (const ChnImage *image, gsize first, gsize end)
{
  guint n = 0;
  for (gsize unit = first; unit < end; unit++)
    n += chn_bits_test (image->loaded, unit) ? 1 : 0;
  return n;
}

/* Whoever reads one stretch to its end goes on with the next, and so does whoever touches much of one. */
static gboolean
goes_on (const ChnImage *image, gsize unit)
{
  gsize start = unit / UNITS_OF_STRETCH * UNITS_OF_STRETCH;
  if (start == 0)
    return FALSE;
  return (unit == start && chn_bits_test (image->loaded, unit - 1)) ||
         count_loaded (image, start - UNITS_OF_STRETCH, start) >= DENSE;
}

/* The units that are read with one: the stretch that it lies in, where nothing of that is there yet. */
static void
choose_units (const ChnImage *image, gsize unit, gsize *first, gsize *n)
{
  gsize start = unit / UNITS_OF_STRETCH * UNITS_OF_STRETCH, end = start + UNITS_OF_STRETCH;
  *first = unit;
  *n = 1;
  if (end * UNIT > image->length || count_loaded (image, start, end) > 0 || !goes_on (image, unit))
    return;
  *first = start;
  *n = UNITS_OF_STRETCH;
  madvise ((char *) image->bytes + start * UNIT, STRETCH, MADV_HUGEPAGE);
}

static void
load (ChnImage *image, gsize unit)
{
  g_mutex_lock (&image->loading);
  if (!chn_bits_test (image->loaded, unit)) {
    gsize first, n;
    choose_units (image, unit, &first, &n);
    read_units (image, first, n);
    for (gsize i = first; i < first + n; i++)
      chn_bits_set (image->loaded, i);
  }
  g_mutex_unlock (&image->loading);
}

void
chn_image_load (const ChnImage *image, gsize offset, gsize length)
{
  if (!image->region || length == 0)
    return;
  gsize last = (MIN (offset + length, image->length) - 1) / UNIT;
  for (gsize unit = offset / UNIT; unit <= last; unit++)
    if (!chn_bits_test (image->loaded, unit))
      load ((ChnImage *) image, unit);
}

static gboolean
is_whole (const ChnImage *image, gsize block)
{
  gsize offset = block * CHN_IMAGE_BLOCK;
  return chn_checksum (image->bytes + offset, CHN_IMAGE_BLOCK) == image->sums[block] &&
         (!image->judge || image->judge (offset, CHN_IMAGE_BLOCK, image->judge_data));
}

/* What is judged may begin before the block and end behind it. */
static void
load_around (const ChnImage *image, gsize block)
{
  gsize offset = block * CHN_IMAGE_BLOCK, before = MIN (offset, (gsize) CHN_IMAGE_BLOCK);
  chn_image_load (image, offset - before, before + 2 * CHN_IMAGE_BLOCK);
  chn_image_load (image, (gsize) ((const char *) &image->sums[block] - image->bytes), sizeof *image->sums);
}

void
chn_image_examine (const ChnImage *image, gsize block)
{
  load_around (image, block);
  if (!is_whole (image, block)) {
    memset ((char *) image->bytes + block * CHN_IMAGE_BLOCK, 0, CHN_IMAGE_BLOCK);
    chn_image_set_damaged (image);
  }
  chn_bits_set (image->seen, block);
}
