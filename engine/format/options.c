/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Write options: one table of names, values and formats, and the typed struct that it fills. */
#include "format/options.h"

#include <stddef.h>
#include <string.h>

#include "base/error.h"
#include "base/suggest.h"
#include "format/option-value.h"

typedef struct {
  ChnOptionReadFunc read;
  gsize offset; /* in struct _ChnWriteOptions */
} Target;

static const ChnWriteOption table[] = {
  { "title", "TEXT", NULL, "md html docx pdf ics svg png", "title of what is written, instead of the timeline's" },
  { "style", "auto|brief|press|scr|table", "auto", "text md html docx pdf",
    "oldest first with notes; a line an event; newest first; columns; by itself brief, in text table. Or FILE.yaml: "
    "a style of your own, lines such as \"length: short\"" },
  { "layout", "auto|table", "auto", "docx pdf", "a table of date, event, body, document, vote and source" },
  { "template", "FILE", NULL, "docx",
    "a Word document of your house: its styles, margins, header, footer and logo are used; macros are not" },
  { "group", "auto|none|year|month|forum|actor", "auto", "text md html docx pdf",
    "headings of a briefing, instead of the style's; names in the order of the alphabet" },
  { "length", "auto|short|full|long", "auto", "text md html docx pdf",
    "a sentence each and two sources by name; summaries too; what sources say as well" },
  { "notes", "auto|end|inline|short|none|foot", "auto", "text md html docx pdf",
    "sources as numbered notes, whole or by name behind each event, not at all, or as notes at the foot of pages, "
    "which docx and pdf have by themselves" },
  { "quotes", NULL, NULL, "text md html docx pdf", "quotations in notes" },
  { "fragment", NULL, NULL, "html", "a part of a page, without script and stylesheet, for a page of one's own" },
  { "imprecise", "auto|span|anchor|skip", "auto", "ics", "how an imprecise date becomes calendar days" },
  { "local-times", NULL, NULL, "ics", "write times in their zone, with its definition, instead of UTC" },
  { "anniversaries", NULL, NULL, "ics", "show days that have passed every year" },
  { "alarm", "DURATION", NULL, "ics", "remind of planned events that long before them, such as -P14D" },
  { "update", "FILE", NULL, "ics",
    "compare with an older calendar: SEQUENCE rises where content changed, what left is cancelled" },
  { "tombstones", "DURATION", "P1Y", "ics",
    "with --update: how long what has left stays in the calendar as cancelled" },
  { "split", "N", NULL, "ics", "at most N events a file: out.ics, out-2.ics and so on" },
  { "method", "none|publish", "none", "ics", "METHOD of the calendar" },
  { "calendar-color", "NAME", NULL, "ics", "colour of the calendar, a name of CSS" },
  { "refresh", "DURATION", NULL, "ics", "how often subscribers should look again, such as PT12H" },
  { "no-payload", NULL, NULL, "ics", "leave out the payload that brings every field back" },
  { "spreadsheet", NULL, NULL, "csv",
    "neutralise cells that a spreadsheet would run as formulas, and say so in the name of the last column" },
  { "header", NULL, NULL, "yaml", "write all but the events: what csv, json and ics leave out of a timeline" },
  { "ids", NULL, NULL, "text", "show the id of each event; by itself on a terminal of 140 columns and more" },
  { "plain", NULL, NULL, "text", "for screen readers: a line an event, without columns and drawn lines" },
  { "disputes", "auto|main|all|none", "auto", "text md html docx pdf",
    "disputed points: of date, vote, forum, actors and status; of every field, with what was superseded" },
  { "lanes", "forum|kind|actor|series", "forum", "svg png html docx pdf", "what the lanes of a picture are" },
  { "axis", "auto|linear|even", "auto", "svg png html docx pdf",
    "time as it passes, or wider where more is told of it; by itself even where most events lie on little of it" },
  { "size", "SIZE", "auto", "svg png docx pdf",
    "a4, letter and others, a4-landscape, or pixels such as 1600x900; by itself 1600 wide and as high as it has to "
    "be, of pages a4" },
  { "theme", "light|dark|print", "light", "svg png", "colours of a picture" },
  { "font", "FAMILY", NULL, "svg png html docx pdf",
    "the font of a picture or page; several, separated by commas, are tried in turn" },
  { "no-picture", NULL, NULL, "html docx pdf", "leave out the picture on top of the page, or on a page of its own" },

};

#define AT(member) offsetof (struct _ChnWriteOptions, member)

/* How each row of the table is read, and where its value goes. */
static const Target targets[] = {
  /* clang-format off */
  { chn_option_read_text,     AT (title) },
  { chn_option_read_word,     AT (style) },
  { chn_option_read_word,     AT (layout) },
  { chn_option_read_path,     AT (house) },
  { chn_option_read_word,     AT (group) },
  { chn_option_read_word,     AT (length) },
  { chn_option_read_word,     AT (notes) },
  { chn_option_read_switch,   AT (quotes) },
  { chn_option_read_switch,   AT (fragment) },
  { chn_option_read_word,     AT (imprecise) },
  { chn_option_read_switch,   AT (local_times) },
  { chn_option_read_switch,   AT (anniversaries) },
  { chn_option_read_lead,     AT (alarm) },
  { chn_option_read_path,     AT (update) },
  { chn_option_read_lifetime, AT (tombstones) },
  { chn_option_read_count,    AT (split) },
  { chn_option_read_word,     AT (method) },
  { chn_option_read_colour,   AT (calendar_color) },
  { chn_option_read_interval, AT (refresh) },
  { chn_option_read_switch,   AT (no_payload) },
  { chn_option_read_switch,   AT (spreadsheet) },
  { chn_option_read_switch,   AT (header) },
  { chn_option_read_switch,   AT (ids) },
  { chn_option_read_switch,   AT (plain) },
  { chn_option_read_word,     AT (disputes) },
  { chn_option_read_word,     AT (lanes) },
  { chn_option_read_word,     AT (axis) },
  { chn_option_read_size,     AT (size) },
  { chn_option_read_word,     AT (theme) },
  { chn_option_read_text,     AT (font) },
  { chn_option_read_switch,   AT (no_picture) },

  /* clang-format on */
};

G_STATIC_ASSERT (G_N_ELEMENTS (table) == G_N_ELEMENTS (targets));

const ChnWriteOption *
chn_write_options_get_table (guint *n)
{
  *n = G_N_ELEMENTS (table);
  return table;
}

ChnWriteOptions *
chn_write_options_new (void)
{
  return g_new0 (ChnWriteOptions, 1);
}

void
chn_write_options_free (ChnWriteOptions *options)
{
  if (!options)
    return;
  g_free (options->title);
  g_free (options->scope);
  g_free (options->as_of);
  g_free (options->alarm);
  g_free (options->refresh);
  g_free (options->tombstones);
  g_free (options->calendar_color);
  g_free (options->size);
  g_free (options->font);
  g_clear_pointer (&options->update, g_bytes_unref);
  g_clear_pointer (&options->house, g_bytes_unref);
  g_clear_pointer (&options->today, chn_date_unref);
  g_clear_pointer (&options->since.date, chn_date_unref);
  g_free (options->since.event);
  g_free (options);
}

static int
find_option (const char *name, GError **error)
{
  g_auto (ChnSuggestion) suggestion = { 0 };
  chn_suggestion_init (&suggestion, name, -1);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++) {
    if (strcmp (table[i].name, name) == 0)
      return (int) i;
    chn_suggestion_offer (&suggestion, table[i].name);
  }
  g_autofree char *hint = chn_suggestion_dup_hint (&suggestion, NULL);
  chn_error_set (error, CHN_ERROR_UNKNOWN, hint, "unknown write option \"%s\"", name);
  return -1;
}

gboolean
chn_write_options_set (ChnWriteOptions *options, const char *name, const char *value, GError **error)
{
  int index = find_option (name, error);
  return index >= 0 &&
         targets[index].read (&table[index], value, G_STRUCT_MEMBER_P (options, targets[index].offset), error);
}

gboolean
chn_write_options_set_contents (ChnWriteOptions *options, const char *name, GBytes *contents, GError **error)
{
  int index = find_option (name, error);
  if (index < 0)
    return FALSE;
  if (targets[index].read != chn_option_read_path) {
    chn_error_set (error, CHN_ERROR_UNSUPPORTED, NULL, "\"%s\" takes no file", name);
    return FALSE;
  }
  GBytes **target = G_STRUCT_MEMBER_P (options, targets[index].offset);
  g_clear_pointer (target, g_bytes_unref);
  *target = g_bytes_ref (contents);
  return TRUE;
}

void
chn_write_options_set_scope (ChnWriteOptions *options, const char *scope, const char *as_of)
{
  g_free (options->scope);
  g_free (options->as_of);
  options->scope = g_strdup (scope);
  options->as_of = g_strdup (as_of);
}

void
chn_write_options_set_left_out (ChnWriteOptions *options, guint n_cancelled, guint n_not_held)
{
  options->n_cancelled = n_cancelled;
  options->n_not_held = n_not_held;
}

void
chn_write_options_set_terminal (ChnWriteOptions *options, guint columns, gboolean colour)
{
  options->columns = columns;
  options->colour = colour;
}

void
chn_write_options_set_today (ChnWriteOptions *options, ChnDate *today)
{
  g_clear_pointer (&options->today, chn_date_unref);
  options->today = today ? chn_date_ref (today) : NULL;
}

void
chn_write_options_set_since (ChnWriteOptions *options, ChnDate *date, const char *event)
{
  ChnSince before = options->since;
  options->since = (ChnSince){ date ? chn_date_ref (date) : NULL, g_strdup (event) };
  g_clear_pointer (&before.date, chn_date_unref);
  g_free (before.event);
}
