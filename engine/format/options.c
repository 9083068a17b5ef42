/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Write options: one table of names, values and formats, and the typed struct that it fills. */
#include "format/options.h"

#include <stddef.h>
#include <string.h>

#include "base/error.h"
#include "base/suggest.h"

typedef enum { SWITCH, WORD, TEXT } ValueKind;

typedef struct {
  ValueKind kind;
  gsize offset; /* in struct _ChnWriteOptions */
} Target;

static const ChnWriteOption table[] = {
  { "title", "TEXT", NULL, "md ics", "title of what is written, instead of the timeline's" },
  { "style", "brief|press|scr", "brief", "md", "briefing style: year headings and notes; one line an event; newest first" },
  { "imprecise", "auto|span|anchor|skip", "auto", "ics", "how an imprecise date becomes calendar days" },
  { "no-payload", NULL, NULL, "ics", "leave out the payload that brings every field back" },
  { "publish", NULL, NULL, "ics", "write METHOD:PUBLISH" },
  { "spreadsheet", NULL, NULL, "csv", "neutralise cells that a spreadsheet would run as formulas" },
};

#define AT(member) offsetof (struct _ChnWriteOptions, member)

/* Where the value of each row of the table goes. */
static const Target targets[] = {
  { TEXT, AT (title) },        { WORD, AT (style) },         { WORD, AT (imprecise) },   { SWITCH, AT (no_payload) },
  { SWITCH, AT (publish) },    { SWITCH, AT (spreadsheet) },
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
  g_free (options->query);
  g_free (options->as_of);
  g_clear_pointer (&options->today, chn_date_unref);
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
  g_autofree char *hint = chn_suggestion_get (&suggestion)
                            ? g_strdup_printf ("did you mean \"%s\"?", chn_suggestion_get (&suggestion))
                            : NULL;
  chn_error_set (error, CHN_ERROR_UNKNOWN, hint, "unknown write option \"%s\"", name);
  return -1;
}

/* The place of a word among those that the metavar lists, which is its value in the enum. */
static int
find_word (const ChnWriteOption *option, const char *value, GError **error)
{
  g_auto (GStrv) words = g_strsplit (option->metavar, "|", -1);
  for (int i = 0; words[i]; i++)
    if (value && strcmp (words[i], value) == 0)
      return i;
  g_autofree char *list = g_strjoinv (", ", words);
  g_autofree char *hint = g_strdup_printf ("one of: %s", list);
  chn_error_set (error, CHN_ERROR_UNKNOWN, hint, "\"%s\" is no value of \"%s\"", value ? value : "", option->name);
  return -1;
}

gboolean
chn_write_options_set (ChnWriteOptions *options, const char *name, const char *value, GError **error)
{
  int index = find_option (name, error);
  if (index < 0)
    return FALSE;
  gpointer target = G_STRUCT_MEMBER_P (options, targets[index].offset);
  int word = 0;
  switch (targets[index].kind) {
  case SWITCH:
    *(gboolean *) target = TRUE;
    return TRUE;
  case WORD:
    word = find_word (&table[index], value, error);
    if (word < 0)
      return FALSE;
    *(int *) target = word;
    return TRUE;
  case TEXT:
    g_free (*(char **) target);
    *(char **) target = g_strdup (value);
    return TRUE;
  }
  g_return_val_if_reached (FALSE);
}

void
chn_write_options_set_scope (ChnWriteOptions *options, const char *query, const char *as_of)
{
  g_free (options->query);
  g_free (options->as_of);
  options->query = g_strdup (query);
  options->as_of = g_strdup (as_of);
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
