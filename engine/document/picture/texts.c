/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What an event is named by in a picture: its title, the title without what its lane says, parts of it, a symbol. */
#include "document/picture/texts.h"

#include <string.h>

ChnType
chn_plot_find_type (const ChnPlot *plot, const ChnPlotEvent *event)
{
  static const double sizes[] = { 0, .9, .9, .95, 1, 1.08 };
  gboolean is_bold = (event->importance == 4 && plot->bold_4) || (event->importance == 5 && plot->bold_5);
  return (ChnType){ plot->measure.base * sizes[event->importance], is_bold };
}

/* What follows a subject at the beginning of a title, or NULL: "The Security Council " of "Security Council". */
static const char *
skip_subject (const char *title, const char *article, const char *subject)
{
  gsize n_article = strlen (article), n_subject = strlen (subject);
  if (strncmp (title, article, n_article) != 0)
    return NULL;
  title += n_article;
  if (n_subject == 0 || strncmp (title, subject, n_subject) != 0 || title[n_subject] != ' ')
    return NULL;
  return title + n_subject + 1;
}

/* Whether what follows a subject says what it did: "and others met" does not, nor does "of Europe met". */
static gboolean
begins_with_verb (const char *rest)
{
  static const char *const others[] = { "and ", "as ", "at ", "by ", "for ", "from ",
                                        "in ",  "of ", "on ", "or ", "to ",  "with " };
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_has_prefix (rest, others[i]))
      return FALSE;
  return g_unichar_islower (g_utf8_get_char (rest));
}

/* The title without the subject that its lane names: "Adopted resolution 2270"; NULL where it has another. */
static const char *
dup_without_subject (const ChnPlot *plot, const char *title, const char *lane)
{
  const char *rest = skip_subject (title, "The ", lane);
  if (!rest)
    rest = skip_subject (title, "", lane);
  if (!rest || !begins_with_verb (rest))
    return NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_string_append_unichar (out, g_unichar_toupper (g_utf8_get_char (rest)));
  g_string_append (out, g_utf8_next_char (rest));
  return chn_typing_guard (plot->typing, out->str);
}

static const char *
find_symbol (const ChnDocument *document, const ChnEntry *entry)
{
  const char *shortest = NULL;
  for (guint i = 0; i < entry->paragraphs.n; i++) {
    ChnStretch runs = document->paragraph[entry->paragraphs.first + i].runs;
    for (guint k = 0; k < runs.n; k++) {
      const ChnRun *run = &document->run[runs.first + k];
      if (run->kind == CHN_RUN_SYMBOL && (!shortest || strlen (run->text) < strlen (shortest)))
        shortest = run->text;
    }
  }
  return shortest;
}

/* What says nothing new is left out. */
static void
add (ChnPlotTexts *texts, ChnTyped text)
{
  if (text.text && text.text[0] && (texts->n == 0 || text.width < texts->text[texts->n - 1].width - 1))
    texts->text[texts->n++] = text;
}

/* A text that is no wider than one may be, cut where it has to be. */
static void
add_narrow (const ChnPlot *plot, ChnPlotTexts *texts, const char *text, const ChnType *type)
{
  add (texts, chn_type_cut (plot->typing, text, type, plot->widest, 0.35));
}

/* One word alone names nothing. */
static void
add_cut (const ChnPlot *plot, ChnPlotTexts *texts, const ChnTyped *whole, const ChnType *type, double share)
{
  ChnTyped cut = chn_type_cut (plot->typing, whole->text, type, whole->width * share, share * 0.7);
  if (cut.text && (strchr (cut.text, ' ') || !strchr (whole->text, ' ')))
    add (texts, cut);
}

ChnPlotTexts
chn_plot_find_texts (const ChnPlot *plot, const ChnPlotEvent *event)
{
  ChnPlotTexts texts = { 0 };
  const ChnType type = chn_plot_find_type (plot, event);
  const ChnEntry *entry = event->entry;
  const char *title = chn_typing_guard (plot->typing, entry->label ? entry->label : entry->title);
  const char *lane = g_array_index (plot->lanes, ChnPlotLane, event->lane).title;
  const char *rest = dup_without_subject (plot, title, lane);
  const char *symbol = find_symbol (plot->document, entry);
  const ChnTyped whole = chn_type (plot->typing, rest ? rest : title, &type);
  if (rest && event->importance > 3)
    add_narrow (plot, &texts, title, &type);
  add_narrow (plot, &texts, whole.text, &type);
  texts.n_whole = texts.n;
  add_cut (plot, &texts, &whole, &type, 0.8);
  add_cut (plot, &texts, &whole, &type, 0.6);
  if (symbol)
    add (&texts, chn_type (plot->typing, chn_typing_guard (plot->typing, symbol), &type));
  add_cut (plot, &texts, &whole, &type, 0.4);
  return texts;
}
