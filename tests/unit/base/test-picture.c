/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of the plugin for pictures: it measures text at any size, and makes PNG. */
#include "base/picture.h"

#include <string.h>

#include "suite.h"

static double
measure (const char *font, const char *text, gboolean is_bold)
{
  const ChnPicturePlugin *plugin = chn_picture_open (NULL);
  ChnTypesetter *typesetter = plugin->open (font);
  double width = plugin->measure (typesetter, text, strlen (text), is_bold);
  plugin->close (typesetter);
  return width;
}

static void
test_open (void)
{
  g_autoptr (GError) error = NULL;
  const ChnPicturePlugin *plugin = chn_picture_open (&error);
  CHN_ASSERT_NO_ERROR (error);
  CU_ASSERT_PTR_NOT_NULL_FATAL (plugin);
  CU_ASSERT_PTR_EQUAL (chn_picture_open (NULL), plugin);
}

/* As the font's own table of advances has it, in units of 2048 to the height. */
static void
test_measure (void)
{
  CU_ASSERT_DOUBLE_EQUAL (measure ("DejaVu Sans", "n", FALSE), 1298 / 2048.0, 0.001);
  CU_ASSERT_DOUBLE_EQUAL (measure ("DejaVu Sans", "nnnnnnnnnn", FALSE), 12980 / 2048.0, 0.002);
  CU_ASSERT_DOUBLE_EQUAL (measure ("DejaVu Sans", "n", TRUE), 1458 / 2048.0, 0.001);
  CU_ASSERT_DOUBLE_EQUAL (measure ("DejaVu Sans", "", FALSE), 0, 1e-9);
  CU_ASSERT_DOUBLE_EQUAL (measure ("No Such Font, DejaVu Sans", "n", FALSE), 1298 / 2048.0, 0.001);
}

static gboolean
collect (const char *bytes, gsize length, gpointer data, GError **error)
{
  (void) error;
  g_byte_array_append (data, (const guint8 *) bytes, (guint) length);
  return TRUE;
}

static gboolean
refuse (const char *bytes, gsize length, gpointer data, GError **error)
{
  (void) bytes, (void) length, (void) data;
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC, "no room");
  return FALSE;
}

static const ChnItem items[] = {
  { .kind = CHN_ITEM_OPEN, .text = "a rectangle" },
  { .kind = CHN_ITEM_RECT, .x = 1, .y = 1, .x2 = 9, .y2 = 5, .paint = { .fill = CHN_TINT_BLUE }, .fade_left = 0.5 },
  { .kind = CHN_ITEM_TEXT,
    .x = 1,
    .y = 5,
    .x2 = 9,
    .y2 = 5,
    .size = 4,
    .text = "\u05D0b",
    .paint = { .fill = CHN_TINT_INK } },
  { .kind = CHN_ITEM_CLOSE },
};

static const ChnScene scene = {
  .width = 20, .height = 10, .dots = 2, .font = "DejaVu Sans", .item = items, .n_items = G_N_ELEMENTS (items)
};

/* Width and height are big-endian numbers behind the signature and the head of the first chunk. */
static void
test_png (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GByteArray) png = g_byte_array_new ();
  CU_ASSERT_TRUE (chn_picture_open (NULL)->write_png (&scene, collect, png, &error));
  CHN_ASSERT_NO_ERROR (error);
  CU_ASSERT_FATAL (png->len > 24);
  CU_ASSERT_EQUAL (memcmp (png->data, "\x89PNG\r\n\x1A\n", 8), 0);
  CHN_ASSERT_INT (png->data[19], 40);
  CHN_ASSERT_INT (png->data[23], 20);
}

static void
test_refused (void)
{
  g_autoptr (GError) error = NULL;
  CU_ASSERT_FALSE (chn_picture_open (NULL)->write_png (&scene, refuse, NULL, &error));
  CHN_ASSERT_ERROR (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
}

static const ChnTest tests[] = {
  { "the plugin opens once", test_open },
  { "text is as wide as its font has it", test_measure },
  { "a scene becomes PNG of its size in dots", test_png },
  { "what the sink says is the error", test_refused },
};

CHN_SUITE ("base/picture", tests)
