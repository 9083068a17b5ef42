/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tells which faces a text was set in. */
#include "plugin/picture/faces.h"

#include <string.h>

#include "plugin/picture/typesetter.h"

/* Characters that a message shows of those that a face stood in for. */
enum { SAMPLE = 4 };

static char *
dup_family (PangoFont *font)
{
  PangoFontDescription *description = pango_font_describe (font);
  char *family = g_strdup (pango_font_description_get_family (description));
  pango_font_description_free (description);
  return family;
}

static char *
find_own (PangoContext *context, const char *font)
{
  PangoFontDescription *description = pango_font_description_new ();
  pango_font_description_set_family (description, font);
  pango_font_description_set_absolute_size (description, 10 * PANGO_SCALE);
  PangoFont *loaded = pango_context_load_font (context, description);
  char *own = loaded ? dup_family (loaded) : g_strdup ("");
  g_clear_object (&loaded);
  pango_font_description_free (description);
  return own;
}

ChnFaces *
chn_faces_new (const char *font, GArray *stand_ins)
{
  ChnFaces *faces = g_new0 (ChnFaces, 1);
  faces->context = chn_typesetter_make_context ();
  pango_context_set_base_dir (faces->context, PANGO_DIRECTION_LTR);
  faces->font = font;
  faces->own = find_own (faces->context, font);
  faces->known = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  faces->stand_ins = stand_ins;
  return faces;
}

void
chn_faces_free (ChnFaces *faces)
{
  g_hash_table_unref (faces->known);
  g_object_unref (faces->context);
  g_free (faces->own);
  g_free (faces);
}

/* The index of a family, NULL for no font, from 1. */
static guint
find_stand_in (ChnFaces *faces, const char *family)
{
  for (guint i = 0; i < faces->stand_ins->len; i++)
    if (g_strcmp0 (g_array_index (faces->stand_ins, ChnStandIn, i).family, family) == 0)
      return i + 1;
  ChnStandIn stand_in = { .family = g_strdup (family), .sample = g_strdup ("") };
  g_array_append_val (faces->stand_ins, stand_in);
  return faces->stand_ins->len;
}

static guint
classify (ChnFaces *faces, PangoFont *font)
{
  gpointer known = NULL;
  if (g_hash_table_lookup_extended (faces->known, font, NULL, &known))
    return GPOINTER_TO_UINT (known);
  g_autofree char *family = dup_family (font);
  guint index = strcmp (family, faces->own) == 0 ? 0 : find_stand_in (faces, family);
  g_hash_table_insert (faces->known, g_object_ref (font), GUINT_TO_POINTER (index));
  return index;
}

static void
add (ChnFaces *faces, guint index, gunichar c)
{
  ChnStandIn *stand_in = &g_array_index (faces->stand_ins, ChnStandIn, index - 1);
  stand_in->n++;
  if (g_utf8_strlen (stand_in->sample, -1) >= SAMPLE || g_utf8_strchr (stand_in->sample, -1, c))
    return;
  char letter[7] = { 0 };
  g_unichar_to_utf8 (c, letter);
  char *longer = g_strconcat (stand_in->sample, letter, NULL);
  g_free (stand_in->sample);
  stand_in->sample = longer;
}

static void
note_characters (ChnFaces *faces, guint index, const char *text, const char *end)
{
  for (; text < end; text = g_utf8_next_char (text)) {
    gunichar c = g_utf8_get_char (text);
    if (g_unichar_isgraph (c) && !g_unichar_iszerowidth (c))
      add (faces, index, c);
  }
}

/* Characters that no font has; pango draws their numbers in a box. */
static gboolean
note_unknown (ChnFaces *faces, const PangoGlyphString *glyphs)
{
  gboolean any = FALSE;
  for (int i = 0; i < glyphs->num_glyphs; i++) {
    PangoGlyph glyph = glyphs->glyphs[i].glyph;
    if (!(glyph & PANGO_GLYPH_UNKNOWN_FLAG) || glyph == PANGO_GLYPH_INVALID_INPUT)
      continue;
    add (faces, find_stand_in (faces, NULL), glyph & ~PANGO_GLYPH_UNKNOWN_FLAG);
    any = TRUE;
  }
  return any;
}

void
chn_faces_note (ChnFaces *faces, const PangoLayoutLine *line, const char *text)
{
  faces->lacks_font |= !chn_typesetter_has_fonts (line);
  for (const GSList *run = line->runs; run; run = run->next) {
    const PangoGlyphItem *item = run->data;
    guint index = item->item->analysis.font ? classify (faces, item->item->analysis.font) : 0;
    const char *start = text + item->item->offset;
    if (!note_unknown (faces, item->glyphs) && index > 0)
      note_characters (faces, index, start, start + item->item->length);
  }
}

/* Han alone may be Chinese or Japanese, Arabic script Arabic or Persian: the more widespread is named. */
static const struct {
  GUnicodeScript script;
  const char *language;
} languages[] = {
  { G_UNICODE_SCRIPT_ARABIC, "ar" },      { G_UNICODE_SCRIPT_ARMENIAN, "hy" },  { G_UNICODE_SCRIPT_BENGALI, "bn" },
  { G_UNICODE_SCRIPT_BOPOMOFO, "zh-cn" }, { G_UNICODE_SCRIPT_CYRILLIC, "ru" },  { G_UNICODE_SCRIPT_DEVANAGARI, "hi" },
  { G_UNICODE_SCRIPT_ETHIOPIC, "am" },    { G_UNICODE_SCRIPT_GEORGIAN, "ka" },  { G_UNICODE_SCRIPT_GREEK, "el" },
  { G_UNICODE_SCRIPT_HAN, "zh-cn" },      { G_UNICODE_SCRIPT_HANGUL, "ko" },    { G_UNICODE_SCRIPT_HEBREW, "he" },
  { G_UNICODE_SCRIPT_HIRAGANA, "ja" },    { G_UNICODE_SCRIPT_KATAKANA, "ja" },  { G_UNICODE_SCRIPT_KHMER, "km" },
  { G_UNICODE_SCRIPT_LAO, "lo" },         { G_UNICODE_SCRIPT_MONGOLIAN, "mn" }, { G_UNICODE_SCRIPT_MYANMAR, "my" },
  { G_UNICODE_SCRIPT_SINHALA, "si" },     { G_UNICODE_SCRIPT_TAMIL, "ta" },     { G_UNICODE_SCRIPT_THAI, "th" },
  { G_UNICODE_SCRIPT_TIBETAN, "bo" },
};

static const char *
find_language (gunichar c)
{
  GUnicodeScript script = c < 0x370 ? G_UNICODE_SCRIPT_LATIN : g_unichar_get_script (c);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (languages[i].script == script)
      return languages[i].language;
  return NULL;
}

/* Han beside kana or hangul is of their language. */
static const char *
find_han (const char *text)
{
  for (; *text; text = g_utf8_next_char (text)) {
    const char *language = find_language (g_utf8_get_char (text));
    if (language && (strcmp (language, "ja") == 0 || strcmp (language, "ko") == 0))
      return language;
  }
  return "zh-cn";
}

void
chn_faces_add_languages (PangoAttrList *attributes, const char *text)
{
  const char *han = NULL, *next;
  for (const char *at = text; *at; at = next) {
    const char *language = find_language (g_utf8_get_char (at));
    next = g_utf8_next_char (at);
    if (!language)
      continue;
    while (*next && find_language (g_utf8_get_char (next)) == language)
      next = g_utf8_next_char (next);
    if (strcmp (language, "zh-cn") == 0)
      language = han = han ? han : find_han (text);
    PangoAttribute *attribute = pango_attr_language_new (pango_language_from_string (language));
    attribute->start_index = (guint) (at - text);
    attribute->end_index = (guint) (next - text);
    pango_attr_list_insert (attributes, attribute);
  }
}
