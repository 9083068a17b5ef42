/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The plugin "pdf": adds to a PDF by libqpdf what screen readers ask for and cairo does not write. The few objects
 * that change are appended, with a table of where they are (PDF 1.7, 7.5.6): libqpdf would take half a gigabyte to
 * write a long file anew.
 */
#include "base/pdf.h"

#include <chancery/api.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

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

/* What is appended to the file. */
typedef struct {
  qpdf_data pdf;
  gsize start; /* the length of the file */
  GString *bytes;
  GString *places; /* the table of objects */
} Update;

/* An object as it is by now. */
static void
append_object (Update *update, qpdf_oh object)
{
  int id = qpdf_oh_get_object_id (update->pdf, object);
  if (id <= 0)
    return;
  g_string_append_printf (update->places, "%d 1\n%010" G_GSIZE_FORMAT " 00000 n \n", id,
                          update->start + update->bytes->len);
  g_string_append_printf (update->bytes, "%d 0 obj\n%s\nendobj\n", id,
                          qpdf_oh_unparse_resolved (update->pdf, object));
}

/* A child of an element of the structure (PDF 1.7, 14.7.2), from 0, or from the end; nothing where there is none. */
static qpdf_oh
get_child (qpdf_data pdf, qpdf_oh element, int index)
{
  qpdf_oh children = qpdf_oh_get_key_if_dict (pdf, element, "/K");
  int n = qpdf_oh_is_array (pdf, children) ? qpdf_oh_get_array_n_items (pdf, children) : 0;
  int at = index < 0 ? n + index : index;
  qpdf_oh child = at >= 0 && at < n ? qpdf_oh_get_array_item (pdf, children, at) : qpdf_oh_new_null (pdf);
  qpdf_oh_release (pdf, children);
  return child;
}

static gboolean
is_element (qpdf_data pdf, qpdf_oh element, const char *name)
{
  qpdf_oh type = qpdf_oh_get_key_if_dict (pdf, element, "/S");
  gboolean is = qpdf_oh_is_name_and_equals (pdf, type, name);
  qpdf_oh_release (pdf, type);
  return is;
}

/* The figure is the last thing in the document: what it says to those who do not see it. */
static void
complete_figure (Update *update, qpdf_oh document, const ChnPagesFacts *facts)
{
  qpdf_oh figure = get_child (update->pdf, document, -1);
  if (facts->figure && is_element (update->pdf, figure, "/Figure")) {
    set_text (update->pdf, figure, "/Alt", facts->figure);
    append_object (update, figure);
  }
  qpdf_oh_release (update->pdf, figure);
}

/* The heads of columns are in the first row: they are heads of what stands below. */
static void
complete_heads (Update *update, qpdf_oh table)
{
  qpdf_oh row = get_child (update->pdf, table, 0);
  for (int i = 0;; i++) {
    qpdf_oh head = get_child (update->pdf, row, i);
    gboolean is_head = is_element (update->pdf, head, "/TH");
    if (is_head) {
      set_parsed (update->pdf, head, "/A", "<< /O /Table /Scope /Column >>");
      append_object (update, head);
    }
    qpdf_oh_release (update->pdf, head);
    if (!is_head)
      break;
  }
  qpdf_oh_release (update->pdf, row);
}

static void
complete_tables (Update *update, qpdf_oh document)
{
  qpdf_oh children = qpdf_oh_get_key_if_dict (update->pdf, document, "/K");
  int n = qpdf_oh_is_array (update->pdf, children) ? qpdf_oh_get_array_n_items (update->pdf, children) : 0;
  for (int i = 0; i < n; i++) {
    qpdf_oh child = qpdf_oh_get_array_item (update->pdf, children, i);
    if (is_element (update->pdf, child, "/Table"))
      complete_heads (update, child);
    qpdf_oh_release (update->pdf, child);
  }
  qpdf_oh_release (update->pdf, children);
}

/* Without a day of creation, where that would say nothing. */
static void
complete_information (Update *update, qpdf_oh trailer, const ChnPagesFacts *facts)
{
  qpdf_oh information = qpdf_oh_get_key (update->pdf, trailer, "/Info");
  if (!facts->is_dated && qpdf_oh_is_dictionary (update->pdf, information)) {
    qpdf_oh_remove_key (update->pdf, information, "/CreationDate");
    append_object (update, information);
  }
  qpdf_oh_release (update->pdf, information);
}

static void
complete_objects (Update *update, const ChnPagesFacts *facts)
{
  qpdf_data pdf = update->pdf;
  qpdf_oh trailer = qpdf_get_trailer (pdf), root = qpdf_get_root (pdf);
  qpdf_oh structure = qpdf_oh_get_key (pdf, root, "/StructTreeRoot"), document = get_child (pdf, structure, 0);
  set_text (pdf, root, "/Lang", facts->language);
  set_parsed (pdf, root, "/Version", "/1.7");
  set_parsed (pdf, root, "/ViewerPreferences", "<< /DisplayDocTitle true >>");
  append_object (update, root);
  complete_information (update, trailer, facts);
  complete_figure (update, document, facts);
  if (facts->has_tables)
    complete_tables (update, document);
  qpdf_oh_release (pdf, document);
  qpdf_oh_release (pdf, structure);
  qpdf_oh_release (pdf, root);
  qpdf_oh_release (pdf, trailer);
}

static void
append_key (Update *update, qpdf_oh trailer, const char *key)
{
  qpdf_oh value = qpdf_oh_get_key (update->pdf, trailer, key);
  g_string_append_printf (update->bytes, " %s %s", key, qpdf_oh_unparse (update->pdf, value));
  qpdf_oh_release (update->pdf, value);
}

/* Where the table of the file's own objects begins: what stands behind the last "startxref". */
static guint64
find_table (const char *bytes, gsize length)
{
  const char *at = g_strrstr_len (bytes + (length > 100 ? length - 100 : 0), MIN ((gssize) length, 100), "startxref");
  return at ? g_ascii_strtoull (at + strlen ("startxref"), NULL, 10) : 0;
}

/* The table and the trailer, with an identifier of what is in the file (PDF 1.7, 14.4). */
static void
append_trailer (Update *update, const char *bytes)
{
  static const char *const keys[] = { "/Size", "/Root", "/Info" };
  qpdf_oh trailer = qpdf_get_trailer (update->pdf);
  g_autofree char *digest = g_compute_checksum_for_data (G_CHECKSUM_MD5, (const guchar *) bytes, update->start);
  gsize table = update->start + update->bytes->len;
  g_string_append_printf (update->bytes, "xref\n%strailer\n<<", update->places->str);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    append_key (update, trailer, keys[i]);
  g_string_append_printf (
      update->bytes, " /Prev %" G_GUINT64_FORMAT " /ID [<%s> <%s>] >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
      find_table (bytes, update->start), digest, digest, table);
  qpdf_oh_release (update->pdf, trailer);
}

static void
set_error (qpdf_data pdf, GError **error)
{
  qpdf_error fault = qpdf_has_error (pdf) ? qpdf_get_error (pdf) : NULL;
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "libqpdf cannot complete the PDF: %s",
               fault ? qpdf_get_error_full_text (pdf, fault) : "it does not say why");
}

static gboolean
complete (const char *bytes, gsize length, const ChnPagesFacts *facts, ChnSink sink, gpointer data, GError **error)
{
  g_autoptr (GString) appended = g_string_new (NULL);
  g_autoptr (GString) places = g_string_new (NULL);
  qpdf_data pdf = qpdf_init ();
  Update update = { pdf, length, appended, places };
  qpdf_silence_errors (pdf);
  qpdf_set_suppress_warnings (pdf, QPDF_TRUE);
  gboolean done = !(qpdf_read_memory (pdf, "pages", bytes, length, NULL) & QPDF_ERRORS);
  if (done) {
    complete_objects (&update, facts);
    append_trailer (&update, bytes);
    done = !qpdf_has_error (pdf);
  }
  if (!done)
    set_error (pdf, error);
  qpdf_cleanup (&pdf);
  return done && sink (bytes, length, data, error) && sink (appended->str, appended->len, data, error);
}

const ChnPdfPlugin chn_plugin_pdf = {
  .version = CHN_PDF_VERSION,
  .complete = complete,
};
