/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Sets text by pango, as the font has it: not hinted and not rounded, so that a width holds at any size. */
#include "plugin/picture/typesetter.h"

PangoContext *
chn_typesetter_make_context (void)
{
  /* That of the thread, which remembers the fonts that it has found. */
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  /* Neither the order of a line nor the choice of a glyph may depend on where the program runs. */
  pango_context_set_language (context, pango_language_from_string ("en"));
  return context;
}

ChnTypesetter *
chn_typesetter_new (const char *font)
{
  ChnTypesetter *typesetter = g_new0 (ChnTypesetter, 1);
  typesetter->context = chn_typesetter_make_context ();
  typesetter->layout = pango_layout_new (typesetter->context);
  pango_layout_set_single_paragraph_mode (typesetter->layout, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (typesetter->font); i++) {
    typesetter->font[i] = pango_font_description_new ();
    pango_font_description_set_family (typesetter->font[i], font);
    pango_font_description_set_weight (typesetter->font[i], i == 0 ? PANGO_WEIGHT_NORMAL : PANGO_WEIGHT_BOLD);
  }
  return typesetter;
}

void
chn_typesetter_free (ChnTypesetter *typesetter)
{
  if (!typesetter)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (typesetter->font); i++)
    pango_font_description_free (typesetter->font[i]);
  g_object_unref (typesetter->layout);
  g_object_unref (typesetter->context);

  g_free (typesetter);
}

void
chn_typesetter_set (ChnTypesetter *typesetter, const char *text, gsize length, double size, gboolean is_bold)
{
  PangoFontDescription *font = typesetter->font[is_bold ? 1 : 0];
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (typesetter->layout, font);
  pango_layout_set_text (typesetter->layout, text, (int) MIN (length, G_MAXINT));
}

gboolean
chn_typesetter_has_fonts (const PangoLayoutLine *line)
{
  for (const GSList *run = line->runs; run; run = run->next) {
    PangoFont *font = ((const PangoGlyphItem *) run->data)->item->analysis.font;
    cairo_scaled_font_t *scaled = font ? pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font)) : NULL;
    if (font && (!scaled || cairo_scaled_font_status (scaled) != CAIRO_STATUS_SUCCESS))
      return FALSE;
  }
  return TRUE;
}

void
chn_typesetter_set_error (const char *font, GError **error)
{
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
               "the font \"%s\", or one that stands in for it, cannot be opened", font);
}

double
chn_typesetter_get_width (const ChnTypesetter *typesetter)
{
  PangoRectangle logical;
  pango_layout_get_extents (typesetter->layout, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

double
chn_typesetter_get_baseline (const ChnTypesetter *typesetter)
{
  return (double) pango_layout_get_baseline (typesetter->layout) / PANGO_SCALE;
}
