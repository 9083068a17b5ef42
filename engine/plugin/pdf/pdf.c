/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The plugin "pdf": adds to a PDF by libqpdf what screen readers ask for and cairo does not write. */
#include "base/pdf.h"

#include <chancery/api.h>
#include <qpdf/qpdf-c.h>

CHN_API extern const ChnPdfPlugin chn_plugin_pdf;

static void
set_text (qpdf_data pdf, qpdf_oh dictionary, const char *key, const char *text)
{
  qpdf_oh value = qpdf_oh_new_unicode_string (pdf, text);
  qpdf_oh_replace_key (pdf, dictionary, key, value);
  qpdf_oh_release (pdf, value);
}

static void
set_parsed (qpdf_data pdf, qpdf_oh dictionary, const char *key, const char *written)
{
  qpdf_oh value = qpdf_oh_parse (pdf, written);
  qpdf_oh_replace_key (pdf, dictionary, key, value);
  qpdf_oh_release (pdf, value);
}

static gboolean
is_element (qpdf_data pdf, qpdf_oh element, const char *const *names)
{
  qpdf_oh type = qpdf_oh_get_key_if_dict (pdf, element, "/S");
  gboolean any = FALSE;
  for (guint i = 0; names[i]; i++)
    any = any || qpdf_oh_is_name_and_equals (pdf, type, names[i]);
  qpdf_oh_release (pdf, type);
  return any;
}

static const char *const parents[] = { "/Document", "/Table", "/TR", NULL };
static const char *const figures[] = { "/Figure", NULL };
static const char *const heads[] = { "/TH", NULL };

/* An element of the structure (PDF 1.7, 14.7.2): what it says instead of what is drawn, or whose heading it is. */
static void
complete_element (qpdf_data pdf, qpdf_oh element, const ChnPagesFacts *facts)
{
  if (is_element (pdf, element, figures) && facts->figure)
    set_text (pdf, element, "/Alt", facts->figure);
  else if (is_element (pdf, element, heads))
    set_parsed (pdf, element, "/A", "<< /O /Table /Scope /Column >>");
}

/* Elements below one, no deeper than tables go. */
static void
complete_below (qpdf_data pdf, qpdf_oh parent, const ChnPagesFacts *facts)
{
  qpdf_oh kids = qpdf_oh_get_key (pdf, parent, "/K");
  int n = qpdf_oh_is_array (pdf, kids) ? qpdf_oh_get_array_n_items (pdf, kids) : 0;
  for (int i = 0; i < n; i++) {
    qpdf_oh element = qpdf_oh_get_array_item (pdf, kids, i);
    complete_element (pdf, element, facts);
    if (is_element (pdf, element, parents))
      complete_below (pdf, element, facts);
    qpdf_oh_release (pdf, element);
  }
  qpdf_oh_release (pdf, kids);
}

static void
complete_root (qpdf_data pdf, const ChnPagesFacts *facts)
{
  qpdf_oh root = qpdf_get_root (pdf), structure = qpdf_oh_get_key (pdf, root, "/StructTreeRoot");
  set_text (pdf, root, "/Lang", facts->language);
  set_parsed (pdf, root, "/ViewerPreferences", "<< /DisplayDocTitle true >>");
  if (qpdf_oh_is_dictionary (pdf, structure))
    complete_below (pdf, structure, facts);
  if (!facts->is_dated)
    qpdf_set_info_key (pdf, "/CreationDate", NULL);
  qpdf_oh_release (pdf, structure);
  qpdf_oh_release (pdf, root);
}

static gboolean
write_bytes (qpdf_data pdf, ChnSink sink, gpointer data, GError **error)
{
  qpdf_init_write_memory (pdf);
  qpdf_set_deterministic_ID (pdf, QPDF_TRUE);
  qpdf_set_object_stream_mode (pdf, qpdf_o_generate);
  if (qpdf_write (pdf) & QPDF_ERRORS)
    return FALSE;
  return sink ((const char *) qpdf_get_buffer (pdf), qpdf_get_buffer_length (pdf), data, error);
}

static void
set_error (qpdf_data pdf, GError **error)
{
  qpdf_error fault = qpdf_has_error (pdf) ? qpdf_get_error (pdf) : NULL;
  if (error && !*error)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "libqpdf cannot complete the PDF: %s",
                 fault ? qpdf_get_error_full_text (pdf, fault) : "it does not say why");
}

static gboolean
complete (const char *bytes, gsize length, const ChnPagesFacts *facts, ChnSink sink, gpointer data, GError **error)
{
  GError *inner = NULL;
  qpdf_data pdf = qpdf_init ();
  qpdf_silence_errors (pdf);
  qpdf_set_suppress_warnings (pdf, QPDF_TRUE);
  gboolean done = !(qpdf_read_memory (pdf, "pages", bytes, length, NULL) & QPDF_ERRORS);
  if (done)
    complete_root (pdf, facts);
  done = done && write_bytes (pdf, sink, data, &inner);
  if (!done)
    set_error (pdf, &inner);
  qpdf_cleanup (&pdf);
  if (inner)
    g_propagate_error (error, inner);
  return done;
}

const ChnPdfPlugin chn_plugin_pdf = {
  .version = CHN_PDF_VERSION,
  .complete = complete,
};
