/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Option tables: the program's own rows, and those that the library's tables bring. */
#include "option.h"

#include <string.h>

#include <chancery/chancery.h>

static const Option general_options[] = {
  { 'f', "file", VALUE_FILE, "FILE",
    "read this file or folder instead of the bundled timelines; - is standard input; may be given several times" },
  { 0, "input-format", VALUE_INPUT_FORMAT, "FORMAT",
    "the format of files whose name does not tell it, such as standard input; of all where each name tells one" },
  { 'k', "keep-going", VALUE_NONE, NULL, "read on over faults: they are warned of, and what is faulty is left out" },
  { 0, "follow-links", VALUE_NONE, NULL, "read what links in a folder that is read lead to, outside of it, too" },
  { 0, "warnings", VALUE_NONE, NULL, "show each warning about the input, and not only how many there are" },
  { 0, "today", VALUE_DATE, "DATE", "the day that \"today\" means in queries and checks" },
  { 0, "as-of", VALUE_DATE, "DATE",
    "take only what sources published by this date, or today, support; what lay ahead is planned" },
  { 0, "strict", VALUE_NONE, NULL, "with --as-of: leave out sources that were only possibly published by then" },
  { 0, "recorded-by", VALUE_DATE, "DAY", "of a store: what had been recorded by the end of that day (UTC)" },
  { 0, "as-of-revision", VALUE_NUMBER, "N", "of a store: what it held at that revision" },
  { 0, "partial", VALUE_NONE, NULL, "of a store on several servers: be content where some of them do not answer" },
  { 0, "visibility", VALUE_CHOICE, "public|restricted|private",
    "show also what is restricted, or that and what is private; public leaves it out of YAML, JSON, CSV and "
    "snapshots, "
    "too" },
  { 0, "color", VALUE_CHOICE, "auto|always|never", "colour the output; auto does so on a terminal" },
  { 'h', "help", VALUE_NONE, NULL, "show help and leave" },
  { 0, "help-all", VALUE_NONE, NULL, "show help, the bounds on input (--max-NAME) too, and leave" },
  { 0, "version", VALUE_NONE, NULL, "show the version and leave" },
  { 0 },
};

OptionTable *
option_table_new (void)
{
  OptionTable *table = g_new0 (OptionTable, 1);
  table->options = g_array_new (FALSE, TRUE, sizeof (Option));
  table->texts = g_string_chunk_new (1024);
  return table;
}

void
option_table_free (OptionTable *table)
{
  if (!table)
    return;
  g_array_unref (table->options);
  g_string_chunk_free (table->texts);
  g_free (table);
}

void
option_table_add (OptionTable *table, const Option *options)
{
  for (const Option *option = options; option && option->name; option++)
    g_array_append_val (table->options, *option);
}

static void
add_limit (OptionTable *table, ChnLimit limit)
{
  g_autofree char *name = g_strdup_printf ("max-%s", chn_limit_get_name (limit));
  g_autofree char *note =
      g_strdup_printf ("take at most this many %s (%" G_GUINT64_FORMAT ")", chn_limit_get_description (limit),
                       chn_limits_get_default ()->value[limit]);
  Option option = {
    .name = g_string_chunk_insert (table->texts, name),
    .value = VALUE_BOUND,
    .metavar = "N",
    .note = g_string_chunk_insert (table->texts, note),
  };
  g_array_append_val (table->options, option);
}

void
option_table_add_limits (OptionTable *table)
{
  for (guint limit = 0; limit < CHN_N_LIMITS; limit++)
    add_limit (table, (ChnLimit) limit);
}

void
option_table_add_general (OptionTable *table)
{
  option_table_add (table, general_options);
  option_table_add_limits (table);
}

static OptionValue
value_of_metavar (const char *metavar)
{
  if (!metavar)
    return VALUE_NONE;
  if (strcmp (metavar, "FILE") == 0)
    return VALUE_FILE;
  return strchr (metavar, '|') ? VALUE_CHOICE : VALUE_TEXT;
}

void
option_table_add_writing (OptionTable *table, const char *format)
{
  guint n = 0;
  const ChnWriteOption *rows = chn_write_options_get_table (&n);
  for (guint i = 0; i < n; i++) {
    if (format && !strstr (rows[i].formats, format))
      continue;
    g_autofree char *fallback = rows[i].fallback ? g_strdup_printf (" (%s)", rows[i].fallback) : NULL;
    g_autofree char *note = g_strdup_printf ("%s: %s%s", rows[i].formats, rows[i].note, fallback ? fallback : "");
    Option option = {
      .name = rows[i].name,
      .value = value_of_metavar (rows[i].metavar),
      .metavar = rows[i].metavar,
      .note = g_string_chunk_insert (table->texts, note),
    };
    g_array_append_val (table->options, option);
  }
}

const Option *
option_table_find (const OptionTable *table, const char *name, gsize length)
{
  for (guint i = 0; i < table->options->len; i++) {
    const Option *option = &g_array_index (table->options, Option, i);
    if (strlen (option->name) == length && memcmp (option->name, name, length) == 0)
      return option;
  }
  return NULL;
}

const Option *
option_table_find_letter (const OptionTable *table, char letter)
{
  for (guint i = 0; i < table->options->len; i++) {
    const Option *option = &g_array_index (table->options, Option, i);
    if (option->letter != 0 && option->letter == letter)
      return option;
  }
  return NULL;
}

const char *
option_table_suggest (const OptionTable *table, const char *name)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (guint i = 0; i < table->options->len; i++)
    g_ptr_array_add (names, (gpointer) (guintptr) g_array_index (table->options, Option, i).name);
  g_ptr_array_add (names, NULL);
  return chn_text_suggest (name, (const char *const *) names->pdata);
}

static char **
dup_format_names (gboolean (*can) (const ChnFormat *format))
{
  guint n = 0;
  const ChnFormat *const *formats = chn_format_get_all (&n);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  for (guint i = 0; i < n; i++)
    if (can (formats[i]))
      g_strv_builder_add (names, chn_format_get_name (formats[i]));
  return g_strv_builder_end (names);
}

static char **
dup_sort_names (void)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  for (guint key = 0; key < CHN_N_SORTS; key++)
    g_strv_builder_add (names, chn_sort_key_get_name ((ChnSortKey) key));
  return g_strv_builder_end (names);
}

static char **
dup_count_names (void)
{
  guint n = 0;
  const ChnCountKey *keys = chn_count_get_keys (&n);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  for (guint i = 0; i < n; i++)
    g_strv_builder_add (names, keys[i].name);
  return g_strv_builder_end (names);
}

/* Events, and every key; sums are ballots, which are among the keys, too. */
static char **
dup_count_sort_names (void)
{
  g_auto (GStrv) keys = dup_count_names ();
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_strv_builder_add (names, "events");
  g_strv_builder_addv (names, (const char **) keys);
  return g_strv_builder_end (names);
}

static char **
dup_ballot_names (void)
{
  guint n = 0;
  const ChnTerm *terms = chn_vocabulary_get_terms (CHN_VOCABULARY_BALLOT, &n);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  for (guint i = 0; i < n; i++)
    g_strv_builder_add (names, terms[i].name);
  return g_strv_builder_end (names);
}

char **
option_dup_choices (const Option *option)
{
  switch (option->value) {
  case VALUE_CHOICE:
    return g_strsplit (option->metavar, "|", -1);
  case VALUE_FORMAT:
    return dup_format_names (chn_format_can_write);
  case VALUE_INPUT_FORMAT:
    return dup_format_names (chn_format_can_read);
  case VALUE_SORT:
    return dup_sort_names ();
  case VALUE_COUNT:
    return dup_count_names ();
  case VALUE_COUNT_SORT:
    return dup_count_sort_names ();
  case VALUE_BALLOT:
    return dup_ballot_names ();
  default:
    return NULL;
  }
}

char *
option_dup_synopsis (const Option *option)
{
  g_autofree char *letter = option->letter ? g_strdup_printf ("-%c, ", option->letter) : g_strdup ("    ");
  if (!option->metavar)
    return g_strdup_printf ("%s--%s", letter, option->name);
  return g_strdup_printf ("%s--%s=%s", letter, option->name, option->metavar);
}
