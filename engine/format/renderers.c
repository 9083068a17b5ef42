/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The formats that are documents, and how a document is made for one of them. */
#include "format/renderers.h"

#include "base/error.h"
#include "document/build.h"
#include "document/picture/picture.h"
#include "format/canvas.h"
#include "format/options.h"
#include "format/paper.h"
#include "format/renderer.h"

/* Columns of a terminal that has room for ids. */
enum { WIDE = 140 };

/* More in a page than a browser takes in its stride. */
enum { MOST_IN_PAGE = 20000 };

static const char *const atom_extensions[] = { ".atom", ".xml", NULL };

const ChnFormat chn_format_atom = {
  .name = "atom",
  .note = "web feed (Atom): an entry an event, what was revised last first",
  .extensions = atom_extensions,
  .render = chn_render_atom,
  .style = CHN_STYLE_FEED,
  .has_one_style = TRUE,
  .omits_not_held = TRUE,
};

static const char *const docx_extensions[] = { ".docx", NULL };

const ChnFormat chn_format_docx = {
  .name = "docx",
  .note = "Word briefing: headings, contents, a footnote an entry, links; or a table",
  .extensions = docx_extensions,
  .render = chn_render_docx,
  .has_pages = TRUE,
  .shows_since = TRUE,
  .omits_cancelled = TRUE,
  .omits_not_held = TRUE,
  .is_binary = TRUE,
};

static const char *const html_extensions[] = { ".html", ".htm", NULL };

const ChnFormat chn_format_html = {
  .name = "html",
  .note = "web page in one file: chronology that can be filtered, numbered source notes, disputed points",
  .extensions = html_extensions,
  .render = chn_render_html,
  .is_interactive = TRUE,
  .shows_since = TRUE,
  .omits_cancelled = TRUE,
  .omits_not_held = TRUE,
};

static const char *const markdown_extensions[] = { ".md", ".markdown", NULL };

const ChnFormat chn_format_markdown = {
  .name = "md",
  .note = "Markdown briefing: scope, chronology, numbered source notes, disputed points",
  .extensions = markdown_extensions,
  .render = chn_render_markdown,
  .shows_since = TRUE,
  .omits_cancelled = TRUE,
  .omits_not_held = TRUE,
};

static const char *const pdf_extensions[] = { ".pdf", NULL };

const ChnFormat chn_format_pdf = {
  .name = "pdf",
  .note = "PDF briefing: pages with numbered notes at the foot, and the picture on a page of its own",
  .extensions = pdf_extensions,
  .render = chn_render_pdf,
  .shows_since = TRUE,
  .has_pages = TRUE,
  .omits_cancelled = TRUE,
  .omits_not_held = TRUE,
  .is_binary = TRUE,
};

static const char *const png_extensions[] = { ".png", NULL };

const ChnFormat chn_format_png = {
  .name = "png",
  .note = "picture in pixels: events on an axis of time, in lanes",
  .extensions = png_extensions,
  .render = chn_render_png,
  .style = CHN_STYLE_PICTURE,
  .has_one_style = TRUE,
  .is_picture = TRUE,
  .omits_cancelled = TRUE,
  .omits_not_held = TRUE,
  .is_binary = TRUE,
};

static const char *const svg_extensions[] = { ".svg", NULL };

const ChnFormat chn_format_svg = {
  .name = "svg",
  .note = "picture that keeps its text: events on an axis of time, in lanes, each a link to its document",
  .extensions = svg_extensions,
  .render = chn_render_svg,
  .style = CHN_STYLE_PICTURE,
  .has_one_style = TRUE,
  .is_picture = TRUE,
  .omits_cancelled = TRUE,
  .omits_not_held = TRUE,
};

static const char *const text_extensions[] = { ".txt", NULL };

const ChnFormat chn_format_text = {
  .name = "text",
  .note = "plain-text chronology: a line an event, years as headings",
  .extensions = text_extensions,
  .render = chn_render_text,
  .style = CHN_STYLE_TABLE,
  .shows_since = TRUE,
};

static const char *const no_extensions[] = { NULL };

const ChnFormat chn_format_timelinejs = {
  .name = "timelinejs",
  .note = "JSON of TimelineJS 3: a slide an event, for the timelines of newsrooms",
  .extensions = no_extensions,
  .render = chn_render_timelinejs,
  .style = CHN_STYLE_SLIDES,
  .has_one_style = TRUE,
  .omits_cancelled = TRUE,
  .omits_not_held = TRUE,
};

/* The profile of the style, with what options change. */
static ChnProfile
find_profile (const ChnFormat *format, const ChnWriteOptions *options)
{
  gboolean is_own = format->has_one_style || options->style == 0;
  ChnProfile profile = *chn_style_get_profile (is_own ? (ChnStyle) format->style : (ChnStyle) (options->style - 1));
  if (format->has_one_style)
    return profile;
  if (options->layout > 0) {
    profile.layout = CHN_LAYOUT_COLUMNS;
    profile.length = CHN_LENGTH_SHORT;
  }
  if (options->group > 0)
    profile.group_by = (ChnGroupBy) (options->group - 1);
  if (options->length > 0)
    profile.length = (ChnLength) (options->length - 1);
  if (options->notes > 0)
    profile.notes = (ChnNotes) (options->notes - 1);
  else if (format->has_pages && profile.notes == CHN_NOTES_END)
    profile.notes = CHN_NOTES_FOOT;
  if (options->disputes > 0)
    profile.disputes = (ChnDisputes) (options->disputes - 1);
  profile.quotes = profile.quotes || options->quotes || profile.length == CHN_LENGTH_LONG;
  profile.ids = format->style == CHN_STYLE_TABLE && (options->ids || options->columns >= WIDE);
  profile.since = options->since.date ? &options->since : NULL;
  profile.interactive = format->is_interactive;
  return profile;
}

gboolean
chn_format_is_prose (const ChnFormat *format, const ChnWriteOptions *options)
{
  return find_profile (format, options).layout != CHN_LAYOUT_TABLE;
}

static void
warn_of_size (const ChnFormat *format, const ChnWriteJob *job)
{
  if (!format->is_interactive || job->options->fragment || job->rows->n <= MOST_IN_PAGE)
    return;
  g_autofree char *message = g_strdup_printf ("a page of %u events is slow to open", job->rows->n);
  chn_report_add (job->report, &(ChnFinding){ .severity = CHN_SEVERITY_WARNING,
                                              .code = "large",
                                              .message = message,
                                              .hint = "ask for fewer than 20000, by date or importance" });
}

/* A column of the page (format/html/page.css), in which a picture is no higher than a window. */
static const ChnCanvas column = { .width = 896, .height = 760 };

static ChnScene *
make_picture (const ChnFormat *format, const ChnWriteOptions *options, const ChnDocument *document, GError **error)
{
  const ChnPicturePlugin *plugin = chn_picture_open (error);
  ChnPictureOptions picture = { .lanes = (ChnLanesBy) options->lanes,
                                .axis = (ChnAxisKind) options->axis,
                                .theme = (ChnTheme) options->theme,
                                .canvas = column,
                                .font = options->font ? options->font : CHN_CANVAS_FONT,
                                .in_page = !format->is_picture };
  if (!plugin || (format->is_picture && !chn_canvas_find (options->size, &picture.canvas, error)))
    return NULL;
  return chn_picture_new (document, &picture, plugin);
}

/* A page of the web has one on top, paper on a page of its own, where there is something to be seen. */
static gboolean
has_picture (const ChnFormat *format, const ChnWriteJob *job)
{
  return format->is_picture || ((format->is_interactive || format->has_pages) && !job->options->no_picture &&
                                !job->options->fragment && job->rows->n > 0);
}

/* NULL with an error where a picture cannot be made; a page does without, and it is said. */
static ChnScene *
find_picture (const ChnFormat *format, const ChnWriteJob *job, const ChnDocument *document,
              const ChnDocumentFront *front, const ChnCanvas *page, GError **error)
{
  g_autoptr (GError) inner = NULL;
  ChnScene *picture = page->width > 0 ? chn_paper_picture_new (job, front, page, &inner)
                                      : make_picture (format, job->options, document, &inner);
  if (!picture && format->is_picture)
    g_propagate_error (error, g_steal_pointer (&inner));
  else if (!picture)
    chn_report_add (job->report, &(ChnFinding){ .severity = CHN_SEVERITY_NOTE,
                                                .code = "no-picture",
                                                .message = inner->message,
                                                .hint = chn_error_get_hint (inner) });
  return picture;
}

gboolean
chn_format_render_document (const ChnFormat *format, const ChnDocument *document, ChnSink sink, gpointer data,
                            GError **error)
{
  if (!format->render || format->is_picture || format->has_pages || format->has_one_style) {
    chn_error_set (error, CHN_ERROR_UNSUPPORTED, "write md, html or text", "%s does not take this document",
                   format->name);
    return FALSE;
  }
  g_autoptr (ChnWriter) writer = chn_writer_new (sink, data);
  g_autoptr (ChnReport) report = chn_report_new ();
  const ChnRendering rendering = { .document = document, .out = writer, .report = report };
  format->render (&rendering);
  return chn_writer_finish (writer, error);
}

gboolean
chn_format_render (const ChnFormat *format, const ChnWriteJob *job, GError **error)
{
  const ChnProfile profile = find_profile (format, job->options);
  const ChnDocumentFront front = { job->options->title,       job->options->scope,      job->options->as_of,
                                   job->options->n_cancelled, job->options->n_not_held, job->options->deadline };
  ChnCanvas page = { 0 };
  if (format->has_pages && !chn_paper_find (job->options, &page, error))
    return FALSE;
  g_autoptr (ChnDocument) document = chn_document_new (job->timeline, job->rows, &profile, &front);
  gboolean shows = has_picture (format, job);
  if (chn_deadline_has_passed (job->options->deadline)) {
    chn_error_set (error, CHN_ERROR_LIMIT, "ask for less", "writing takes longer than it may");
    return FALSE;
  }
  g_autoptr (ChnScene) picture = shows ? find_picture (format, job, document, &front, &page, error) : NULL;
  if (format->is_picture && !picture)
    return FALSE;
  const ChnRendering rendering = { .document = document,
                                   .out = job->out,
                                   .house = job->options->house,
                                   .report = job->report,
                                   .columns = job->options->columns,
                                   .colour = job->options->colour,
                                   .plain = job->options->plain,
                                   .is_fragment = job->options->fragment,
                                   .page_width = chn_paper_to_points (&page, page.width),
                                   .page_height = chn_paper_to_points (&page, page.height),
                                   .font = job->options->font,
                                   .picture = picture,
                                   .subscriptions = job->options->subscriptions };
  warn_of_size (format, job);
  format->render (&rendering);
  return TRUE;
}
