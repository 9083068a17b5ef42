/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Writes pages as PDF, by cairo. */
#include "plugin/picture/pdf.h"

#include <cairo-pdf.h>

#include "plugin/picture/flow.h"
#include "plugin/picture/typesetter.h"

static cairo_status_t
append (void *out, const unsigned char *bytes, unsigned int length)
{
  g_string_append_len (out, (const char *) bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The day of creation is that of the last revision: cairo would write the time of the run. */
static void
set_metadata (cairo_surface_t *surface, const ChnPages *pages)
{
  g_autoptr (GDateTime) revised = g_date_time_new_from_unix_utc (pages->revised);
  g_autofree char *date = revised ? g_date_time_format (revised, "%Y-%m-%dT%H:%M:%SZ") : NULL;
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, pages->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "chancery");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date ? date : "1970-01-01T00:00:00Z");
}

static void
draw (cairo_surface_t *surface, const ChnPages *pages, ChnFaces *faces)
{
  ChnPage page;
  chn_page_init (&page, pages, faces, surface);
  cairo_tag_begin (page.cairo, "Document", NULL);
  chn_flow_set (&page);
  if (pages->picture)
    chn_page_draw_picture (&page);
  cairo_tag_end (page.cairo, "Document");
  chn_page_clear (&page);
}

char *
chn_pdf_write (const ChnPages *pages, GString *out, GArray *stand_ins, GError **error)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, out, pages->width, pages->height);
  ChnFaces *faces = chn_faces_new (pages->font, stand_ins);
  /* Whose table of objects can be read without a library, and added to. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (surface, pages);
  draw (surface, pages, faces);
  g_autofree char *family = g_strdup (faces->own);
  const gboolean has_fonts = !faces->lacks_font;
  chn_faces_free (faces);
  cairo_surface_finish (surface);
  cairo_status_t status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS && has_fonts)
    return g_steal_pointer (&family);
  if (has_fonts)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "cairo cannot write the pages: %s",
                 cairo_status_to_string (status));
  else
    chn_typesetter_set_error (pages->font, error);
  return NULL;
}
