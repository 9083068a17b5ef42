/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of reading where calls of the system fail, one at a time, or files change: what stood there, or an error. */
#include <chancery/error.h>
#include <chancery/sink.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../../robust/fail-calls.h"
#include "base/checksum.h"
#include "base/image.h"
#include "base/input.h"
#include "base/steady.h"
#include "suite.h"

enum { SMALL = 5000, LARGE = 5 << 20, VERY_LARGE = 17 << 20, SOME = 7 };

static const struct {
  const char *call;
  int number;
} ways[] = { { "open", EMFILE }, { "read", EIO }, { "read", EINTR }, { "read", 0 },
             { "stat", EIO },    { "seek", EIO }, { "mmap", ENOMEM } };

static char *
dup_content (gsize length)
{
  char *content = g_malloc (length + 1);
  for (gsize i = 0; i < length; i++)
    content[i] = (char) ('a' + i % 23);
  content[length] = '\0';
  return content;
}

typedef struct {
  char *folder, *path, *content;
  gsize length;
} Place;

/* Old enough that nobody is taken to be writing it still. */
static Place
make_place (gsize length)
{
  char *folder = g_dir_make_tmp ("chancery-XXXXXX", NULL);
  Place place = { folder, g_build_filename (folder, "in", NULL), dup_content (length), length };
  const struct timespec times[] = { { 1400000000, 0 }, { 1400000000, 0 } };
  CU_ASSERT_TRUE_FATAL (g_file_set_contents (place.path, place.content, (gssize) length, NULL));
  utimensat (AT_FDCWD, place.path, times, 0);
  return place;
}

static void
place_remove (Place *place)
{
  g_unlink (place->path);
  g_rmdir (place->folder);
  g_free (place->folder);
  g_free (place->path);
  g_free (place->content);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_remove)

/* Ways of reading: TRUE when what was read is what stands there. */
static gboolean
read_whole (const Place *place, GError **error)
{
  g_autoptr (GBytes) bytes = chn_input_read (place->path, VERY_LARGE, error);
  gsize length = 0;
  const char *found = bytes ? g_bytes_get_data (bytes, &length) : NULL;
  if (found && (length != place->length || memcmp (found, place->content, length) != 0))
    CHN_FAIL ("something else was read");
  return bytes != NULL;
}

static gboolean
read_window (const Place *place, GError **error)
{
  g_autoptr (ChnInput) input = chn_input_open (place->path, TRUE, VERY_LARGE, error);
  if (!input)
    return FALSE;
  ChnWindow *window = chn_input_get_window (input);
  chn_window_load (window, window->end);
  if (!chn_input_check (input, error))
    return FALSE;
  if (window->end - window->start != (gssize) place->length ||
      memcmp (window->start, place->content, place->length) != 0)
    CHN_FAIL ("something else was in the window");
  return TRUE;
}

static gboolean
read_image (const Place *place, GError **error)
{
  ChnImage *image = chn_image_open (place->path, error);
  if (!image)
    return FALSE;
  chn_image_load (image, 0, place->length);
  gboolean is_whole = !chn_image_is_damaged (image) && !chn_image_is_changed (image);
  if (!is_whole)
    g_set_error (error, CHN_ERROR, CHN_ERROR_IO, "damaged");
  else if (image->length != place->length || memcmp (image->bytes, place->content, place->length) != 0)
    CHN_FAIL ("something else is in the image");
  chn_image_free (image);
  return is_whole;
}

static gboolean (*const readers[]) (const Place *place, GError **error) = { read_whole, read_window, read_image };

static const gsize lengths[] = { SMALL, LARGE, VERY_LARGE };

/* Whether there was such a call. */
static gboolean
fail_one (const Place *place, guint reader, guint way, long at)
{
  g_autoptr (GError) error = NULL;
  fail_calls_set (0, ways[way].call, at, ways[way].number);
  gboolean is_read = readers[reader](place, &error);
  long n = fail_calls_count (0);
  fail_calls_set (0, NULL, 0, 0);
  CU_ASSERT_EQUAL (is_read, error == NULL);
  return n >= at;
}

/* The first of them, and some later ones, of which there are many in a large file. */
static void
test_each_once (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++) {
    g_auto (Place) place = make_place (lengths[i]);
    for (guint reader = 0; reader < G_N_ELEMENTS (readers); reader++)
      for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
        for (long at = 1; at < 12 && fail_one (&place, reader, way, at); at++)
          ;
  }
}

/* A file that somebody goes on writing is refused, also where time does not pass. */
static void
test_no_peace (void)
{
  for (guint reader = 0; reader < G_N_ELEMENTS (readers); reader++) {
    g_auto (Place) place = make_place (SMALL);
    g_autoptr (GError) error = NULL;
    utimensat (AT_FDCWD, place.path, NULL, 0);
    fail_calls_set (0, "sleep", 0, EINVAL);
    CU_ASSERT_FALSE (readers[reader](&place, &error));
    fail_calls_set (0, NULL, 0, 0);
    CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_IO);
  }
  g_auto (Place) large = make_place (VERY_LARGE);
  g_autoptr (GError) error = NULL;
  utimensat (AT_FDCWD, large.path, NULL, 0);
  fail_calls_set (0, "sleep", 0, EINVAL);
  CU_ASSERT_FALSE (read_window (&large, &error));
  fail_calls_set (0, NULL, 0, 0);
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_IO);
}

/* A file of the future is nobody's who writes just now. */
static void
test_future (void)
{
  g_auto (Place) place = make_place (SMALL);
  const struct timespec times[] = { { 4100000000, 0 }, { 4100000000, 0 } };
  utimensat (AT_FDCWD, place.path, times, 0);
  CU_ASSERT_TRUE (read_whole (&place, NULL));
}

/* What shows that a file is no more as it was. */
static void
test_changes (void)
{
  g_auto (Place) place = make_place (SMALL);
  g_autofree char *second = g_build_filename (place.folder, "second", NULL);
  const struct timespec later[] = { { 1400000000, 0 }, { 1400000000, 1 } };
  const struct timespec much_later[] = { { 1400000000, 0 }, { 1400000001, 0 } };
  int fd = open (place.path, O_RDWR | O_CLOEXEC);
  ChnSteady steady = { 0 };
  CU_ASSERT_TRUE (chn_steady_await (&steady, fd) && chn_steady_holds (&steady, fd));
  CHN_ASSERT_INT (link (place.path, second), 0); /* as when a file takes its place, which it is not */
  CU_ASSERT_TRUE (chn_steady_holds (&steady, fd));
  g_unlink (second);
  g_usleep (20000);
  fchmod (fd, 0600);
  CU_ASSERT_FALSE (chn_steady_holds (&steady, fd));
  CU_ASSERT_TRUE (chn_steady_await (&steady, fd));
  futimens (fd, later);
  CU_ASSERT_FALSE (chn_steady_holds (&steady, fd));
  futimens (fd, much_later);
  CU_ASSERT_FALSE (chn_steady_holds (&steady, fd));
  CHN_ASSERT_INT (ftruncate (fd, 1), 0);
  CU_ASSERT_FALSE (chn_steady_holds (&steady, fd));
  CU_ASSERT_TRUE (chn_steady_await (&steady, fd));
  steady.facts.st_ctim.tv_sec--;
  CU_ASSERT_FALSE (chn_steady_holds (&steady, fd));
  steady.facts.st_nlink++;
  CU_ASSERT_TRUE (chn_steady_holds (&steady, fd));
  close (fd);
  CU_ASSERT_FALSE (chn_steady_holds (&steady, fd));
}

/* Files that change while a window moves over them, or an image is read. */
static void
test_cut_meanwhile (void)
{
  g_auto (Place) place = make_place (VERY_LARGE);
  g_autoptr (GError) error = NULL, other = NULL;
  g_autoptr (ChnInput) input = chn_input_open (place.path, TRUE, VERY_LARGE, NULL);
  g_autoptr (ChnInput) untouched = chn_input_open (place.path, TRUE, VERY_LARGE, NULL);
  ChnImage *image = chn_image_open (place.path, NULL);
  CU_ASSERT_TRUE_FATAL (input && untouched && image);
  CHN_ASSERT_INT (truncate (place.path, 10), 0);
  chn_window_load (chn_input_get_window (input), chn_input_get_window (input)->end);
  CU_ASSERT_FALSE (chn_input_check (input, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_IO);
  CU_ASSERT_FALSE (chn_input_check (untouched, &other));
  CHN_ASSERT_ERROR (other, CHN_ERROR, CHN_ERROR_IO);
  chn_image_load (image, 0, VERY_LARGE);
  CU_ASSERT_TRUE (chn_image_is_damaged (image) && chn_image_is_changed (image));
  chn_image_free (image);
}

/* A bound is one of what is read at once, as well as of a window. */
static void
test_bounds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++) {
    g_auto (Place) place = make_place (lengths[i]);
    g_autoptr (GError) error = NULL;
    g_autoptr (ChnInput) input = chn_input_open (place.path, TRUE, lengths[i] - 1, &error);
    CU_ASSERT_PTR_NULL (input);
    CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_LIMIT);
  }
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnInput) none = chn_input_open ("/dev/null/none/in", TRUE, 10, &error);
  CU_ASSERT_PTR_NULL (none);
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_IO);
  g_autoptr (ChnInput) nothing = chn_input_open ("/dev/null", TRUE, 10, NULL);
  CU_ASSERT_TRUE (nothing && chn_input_check (nothing, NULL) &&
                  chn_input_get_window (nothing)->end == chn_input_get_window (nothing)->start);
  chn_input_close (NULL);
}

/* Standard input is read to its end, whole or by a window, and may not be longer than the bound. */
static void
test_standard_input (void)
{
  g_auto (Place) place = make_place (100000);
  int before = dup (STDIN_FILENO), fd = open (place.path, O_RDONLY | O_CLOEXEC);
  dup2 (fd, STDIN_FILENO);
  g_autoptr (GBytes) bytes = chn_input_read ("-", place.length, NULL);
  CU_ASSERT_TRUE (bytes && g_bytes_get_size (bytes) == place.length);
  lseek (fd, 0, SEEK_SET);
  g_autoptr (ChnInput) input = chn_input_open ("-", TRUE, place.length, NULL);
  CU_ASSERT_TRUE (input && chn_input_check (input, NULL));
  lseek (fd, 0, SEEK_SET);
  g_autoptr (GError) error = NULL;
  CU_ASSERT_PTR_NULL (chn_input_read ("-", place.length - 1, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_LIMIT);
  g_clear_error (&error);
  fail_calls_set (0, "read", 0, EIO);
  CU_ASSERT_PTR_NULL (chn_input_read ("-", place.length, &error));
  fail_calls_set (0, NULL, 0, 0);
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_IO);
  dup2 (before, STDIN_FILENO);
  close (before);
  close (fd);
}

static void
test_no_memory (void)
{
  g_auto (Place) place = make_place (1 << 20); /* which is read at once */
  g_autoptr (GError) error = NULL;
  fail_calls_set (0, "memory", 0, ENOMEM);
  CU_ASSERT_FALSE (read_whole (&place, &error));
  fail_calls_set (0, NULL, 0, 0);
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_IO);
  for (long at = 1; at <= 3; at++) {
    g_autoptr (GError) other = NULL;
    fail_calls_set (0, "memory", at, ENOMEM);
    g_autoptr (GBytes) endless = chn_input_read ("/dev/zero", G_MAXUINT32, &other);
    fail_calls_set (0, NULL, 0, 0);
    CU_ASSERT_PTR_NULL (endless);
    CHN_ASSERT_ERROR (other, CHN_ERROR, CHN_ERROR_IO);
  }
}

/* What was left behind is given back, and whoever looks back opens another window. */
static void
test_window (void)
{
  g_auto (Place) place = make_place (VERY_LARGE);
  g_autoptr (ChnInput) input = chn_input_open (place.path, TRUE, VERY_LARGE, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (input);
  ChnWindow *window = chn_input_get_window (input), again = { 0 }, plain = { 0 }, same = { 0 };
  CU_ASSERT_TRUE (chn_window_load (window, window->start + LARGE));
  chn_window_leave (window, window->start + 10);
  CU_ASSERT_PTR_EQUAL (window->left, window->start);
  chn_window_leave (window, window->start + LARGE);
  CU_ASSERT_TRUE (window->left > window->start);
  CU_ASSERT_TRUE (chn_window_open_again (&again, window) && chn_window_load (&again, again.start + SMALL));
  CU_ASSERT_TRUE (memcmp (again.start, place.content, SMALL) == 0);
  chn_window_clear (&again);
  chn_window_init (&plain, "text", 4);
  CU_ASSERT_TRUE (chn_window_open_again (&same, &plain) && same.start == plain.start);
  chn_window_leave (&same, same.end);
  CU_ASSERT_PTR_EQUAL (same.left, same.start);
  int fd = open (place.path, O_RDONLY | O_CLOEXEC);
  ChnWindowSource source = { fd, SMALL, 0 };
  ChnWindow small = { 0 };
  CU_ASSERT_TRUE (chn_window_open (&small, &source) && chn_window_load (&small, small.end));
  chn_window_clear (&small);
  close (fd);
}

/* An image is read here and there, and by whole stretches where much is read. */
static void
test_stretches (void)
{
  enum { UNIT = 16384, STRETCH = 2 << 20 };
  g_auto (Place) place = make_place (3 * STRETCH + 100);
  ChnImage *image = chn_image_open (place.path, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (image);
  chn_image_load (image, 0, 0);
  chn_image_load (image, STRETCH + 5 * UNIT, 1); /* here and there */
  for (gsize at = 0; at < STRETCH; at += 2 * UNIT)
    chn_image_load (image, at, 1);
  chn_image_load (image, STRETCH + 9 * UNIT, 1);
  chn_image_load (image, 0, place.length);
  CU_ASSERT_TRUE (memcmp (image->bytes, place.content, place.length) == 0);
  chn_image_free (image);
  ChnImage *again = chn_image_open (place.path, NULL);
  chn_image_load (again, 2 * STRETCH, 1); /* before anything else */
  for (gsize at = 0; at < STRETCH; at += 2 * UNIT)
    chn_image_load (again, at, 1);
  chn_image_load (again, STRETCH + 9 * UNIT, 1);
  CU_ASSERT_TRUE (memcmp (again->bytes + STRETCH, place.content + STRETCH, STRETCH) == 0);
  chn_image_free (again);
  chn_image_free (NULL);
}

static gpointer
load_all (gpointer image)
{
  chn_image_load (image, 0, ((ChnImage *) image)->length);
  return NULL;
}

/* Whoever comes second to a unit does not read it again. */
static void
test_threads (void)
{
  enum { N_THREADS = 4, N_TIMES = 30 };
  g_auto (Place) place = make_place (LARGE);
  for (guint i = 0; i < N_TIMES; i++) {
    GThread *threads[N_THREADS];
    ChnImage *image = chn_image_open (place.path, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL (image);
    for (guint k = 0; k < N_THREADS; k++)
      threads[k] = g_thread_new (NULL, load_all, image);
    for (guint k = 0; k < N_THREADS; k++)
      g_thread_join (threads[k]);
    CU_ASSERT_TRUE (memcmp (image->bytes, place.content, place.length) == 0);
    chn_image_free (image);
  }
}

static gboolean
refuse_second (gsize offset, gsize length, gconstpointer data)
{
  (void) length;
  (void) data;
  return offset != CHN_IMAGE_BLOCK;
}

enum { BLOCKS = 4, BODY = BLOCKS * CHN_IMAGE_BLOCK };

/* Blocks of letters and their sums; what is wrong with one is nothing of the others. */
static ChnImage *
make_image (gsize more, char flipped)
{
  const gsize length = chn_image_get_file_length (BODY) + more;
  g_autofree char *bytes = dup_content (length);
  for (guint i = 0; i < BLOCKS; i++) {
    guint64 sum = chn_checksum (bytes + i * CHN_IMAGE_BLOCK, CHN_IMAGE_BLOCK);
    memcpy (bytes + BODY + i * sizeof sum, &sum, sizeof sum);
  }
  bytes[2 * CHN_IMAGE_BLOCK] ^= flipped;
  return chn_image_new (bytes, length);
}

static void
test_proof (void)
{
  ChnImage *image = make_image (0, 0), *flipped = make_image (0, 1), *longer = make_image (8, 0);
  CU_ASSERT_TRUE (chn_image_arm (image, BODY, NULL) && chn_image_arm (flipped, BODY, NULL));
  for (gsize body = BODY - CHN_IMAGE_BLOCK; body <= BODY + 4 * CHN_IMAGE_BLOCK; body += CHN_IMAGE_BLOCK / 2) {
    g_autoptr (GError) error = NULL;
    if (body == BODY)
      continue;
    CU_ASSERT_FALSE (chn_image_arm (longer, body, &error));
    CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_SYNTAX);
  }
  for (gsize block = 0; block < BLOCKS; block++)
    chn_image_examine (image, block);
  CU_ASSERT_FALSE (chn_image_is_damaged (image) || chn_image_is_changed (image));
  chn_image_examine (flipped, 1);
  CU_ASSERT_FALSE (chn_image_is_damaged (flipped));
  chn_image_examine (flipped, 2);
  CU_ASSERT_TRUE (chn_image_is_damaged (flipped) && flipped->bytes[2 * CHN_IMAGE_BLOCK + 1] == '\0');
  chn_image_set_judge (image, refuse_second, NULL);
  chn_image_examine (image, 3);
  CU_ASSERT_FALSE (chn_image_is_damaged (image));
  chn_image_examine (image, 1);
  CU_ASSERT_TRUE (chn_image_is_damaged (image));
  chn_image_free (image);
  chn_image_free (flipped);
  chn_image_free (longer);
}

static void
test_irregular_images (void)
{
  g_auto (Place) empty = make_place (0);
  const char *const paths[] = { "/dev/null/none/in", "/", "/dev/null", empty.path };
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autoptr (GError) error = NULL;
    CU_ASSERT_PTR_NULL (chn_image_open (paths[i], &error));
    CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_IO);
  }
}

static const ChnTest tests[] = {
  { "each call fails once", test_each_once },
  { "a file that is never left in peace is refused", test_no_peace },
  { "a file of the future", test_future },
  { "what shows that a file was changed", test_changes },
  { "a file is cut meanwhile", test_cut_meanwhile },
  { "bounds", test_bounds },
  { "standard input", test_standard_input },
  { "no memory", test_no_memory },
  { "a window", test_window },
  { "images are read by stretches", test_stretches },
  { "several threads read one image", test_threads },
  { "blocks are proved", test_proof },
  { "what is no image", test_irregular_images },
};

CHN_SUITE ("base/input-failing", tests)
