/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a page's entries can be chosen by: the form, and the numbers that the script compares. */
#include "format/html/filter.h"

#include "base/civil.h"
#include "format/markup.h"

static const struct {
  const char *name, *label, *column;
} facets[CHN_N_FACETS] = {
  [CHN_FACET_FORUM] = { "forum", "Forum", "forums" },
  [CHN_FACET_ACTOR] = { "actor", "Actor", "actors" },
  [CHN_FACET_KIND] = { "kind", "Kind", "kinds" },
  [CHN_FACET_STATUS] = { "status", "Status", "statuses" },
};

static void
put_select (const ChnRendering *rendering, ChnFacet facet)
{
  ChnStretch choices = rendering->document->choices[facet];
  chn_writer_printf (rendering->out, "<label>%s <select name=\"%s\">\n<option value=\"\">any</option>\n",
                     facets[facet].label, facets[facet].name);
  for (guint i = 0; i < choices.n; i++) {
    const ChnChoice *choice = &rendering->document->choice[choices.first + i];
    chn_writer_puts (rendering->out, "<option value=\"");
    chn_markup_put_attribute (rendering->out, choice->key);
    chn_writer_puts (rendering->out, "\">");
    for (guint k = 0; k < choice->level; k++)
      chn_writer_puts (rendering->out, "&emsp;");
    chn_markup_put_text (rendering->out, choice->label);
    chn_writer_printf (rendering->out, " (%u)</option>\n", choice->n_events);
  }
  chn_writer_puts (rendering->out, "</select></label>\n");
}

static void
put_importance_select (ChnWriter *out)
{
  chn_writer_puts (out, "<label>Importance <select name=\"importance\">\n<option value=\"\">any</option>\n");
  for (guint i = 2; i < 5; i++)
    chn_writer_printf (out, "<option value=\"%u\">%u or more</option>\n", i, i);
  chn_writer_puts (out, "<option value=\"5\">5</option>\n</select></label>\n");
}

static void
put_years (ChnWriter *out)
{
  static const struct {
    const char *name, *label;
  } years[] = { { "from", "From year" }, { "to", "To year" } };
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    chn_writer_printf (out,
                       "<label class=\"n\">%s <input name=\"%s\" inputmode=\"numeric\" autocomplete=\"off\" "
                       "size=\"5\" maxlength=\"9\"></label>\n",
                       years[i].label, years[i].name);
}

void
chn_html_put_form (const ChnRendering *rendering)
{
  ChnWriter *out = rendering->out;
  chn_writer_puts (out, "<form id=\"chn:filter\" role=\"search\" aria-label=\"Filter\">\n"
                        "<label class=\"w\">Words <input type=\"search\" name=\"words\" autocomplete=\"off\" "
                        "spellcheck=\"false\" aria-keyshortcuts=\"/\"></label>\n");
  put_select (rendering, CHN_FACET_FORUM);
  put_select (rendering, CHN_FACET_ACTOR);
  put_select (rendering, CHN_FACET_KIND);
  put_importance_select (out);
  put_years (out);
  put_select (rendering, CHN_FACET_STATUS);
  chn_writer_puts (out,
                   "<label class=\"b\"><input type=\"checkbox\" name=\"disputed\" value=\"yes\"> Disputed</label>\n"
                   "<p class=\"a\"><button type=\"reset\">Clear</button>\n"
                   "<button type=\"button\" id=\"chn:help\" aria-keyshortcuts=\"?\">Keys</button></p>\n");
  chn_writer_printf (out, "<output id=\"chn:count\">%u event%s</output>\n</form>\n", rendering->document->n_events,
                     rendering->document->n_events == 1 ? "" : "s");
}

/* One number of an entry, or a list of them. */
typedef void (*PutCell) (ChnWriter *out, const ChnDocument *document, guint index);

static void
put_from (ChnWriter *out, const ChnDocument *document, guint index)
{
  gint64 earliest = document->entry[index].bounds.earliest;
  if (earliest == CHN_TIME_MIN)
    chn_writer_puts (out, "null");
  else
    chn_writer_put_int (out, chn_civil_from_seconds (earliest).year);
}

static void
put_to (ChnWriter *out, const ChnDocument *document, guint index)
{
  gint64 latest = document->entry[index].bounds.latest;
  if (latest == CHN_TIME_MAX)
    chn_writer_puts (out, "null");
  else
    chn_writer_put_int (out, chn_civil_from_seconds (latest).year);
}

static void
put_importance (ChnWriter *out, const ChnDocument *document, guint index)
{
  chn_writer_put_int (out, document->entry[index].importance);
}

static void
put_disputed (ChnWriter *out, const ChnDocument *document, guint index)
{
  chn_writer_putc (out, document->entry[index].is_disputed ? '1' : '0');
}

static void
put_note (ChnWriter *out, const ChnDocument *document, guint index)
{
  chn_writer_put_int (out, document->entry[index].note);
}

static void
put_same (ChnWriter *out, const ChnDocument *document, guint index)
{
  chn_writer_put_int (out, document->entry[index].same_as);
}

static void
put_column (const ChnRendering *rendering, const char *name, PutCell put_cell)
{
  chn_writer_printf (rendering->out, "\"%s\":[", name);
  for (guint i = 0; i < rendering->document->n_entries; i++) {
    if (i > 0)
      chn_writer_putc (rendering->out, ',');
    put_cell (rendering->out, rendering->document, i);
  }
  chn_writer_puts (rendering->out, "],\n");
}

static void
put_codes (const ChnRendering *rendering, ChnFacet facet)
{
  const ChnDocument *document = rendering->document;
  chn_writer_printf (rendering->out, "\"%s\":[", facets[facet].column);
  for (guint i = 0; i < document->n_entries; i++) {
    ChnStretch codes = document->entry[i].codes[facet];
    chn_writer_puts (rendering->out, i > 0 ? ",[" : "[");
    for (guint k = 0; k < codes.n; k++) {
      if (k > 0)
        chn_writer_putc (rendering->out, ',');
      chn_writer_put_int (rendering->out, document->code[codes.first + k]);
    }
    chn_writer_putc (rendering->out, ']');
  }
  chn_writer_puts (rendering->out, facet + 1 < CHN_N_FACETS ? "],\n" : "]}\n");
}

void
chn_html_put_columns (const ChnRendering *rendering)
{
  static const struct {
    const char *name;
    PutCell put_cell;
  } columns[] = {
    { "from", put_from },         { "to", put_to },     { "importance", put_importance },
    { "disputed", put_disputed }, { "note", put_note }, { "same", put_same },
  };
  chn_writer_puts (rendering->out, "<script type=\"application/json\" id=\"chn:columns\">{");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    put_column (rendering, columns[i].name, columns[i].put_cell);
  for (guint i = 0; i < CHN_N_FACETS; i++)
    put_codes (rendering, (ChnFacet) i);
  chn_writer_puts (rendering->out, "</script>\n");
}
