/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The topics of help: a page of what the manual pages say at length, and each query field and format by its name. */
#include "topic.h"

#include <string.h>

#include <chancery/chancery.h>

#include "help-text.h"
#include "option.h"

static const char query_text[] = "A query is words and terms side by side, which must all hold; NOT (or -), AND,\n"
                                 "OR and parentheses join them.\n"
                                 "\n"
                                 "  chancery list nuclear                    a word of title, summary or names\n"
                                 "  chancery list '\"human rights\"'           a phrase, in quotes within quotes\n"
                                 "  chancery list forum:un.sc kind:meeting   a field and its value\n"
                                 "  chancery list 'kind:(vote,resolution)'   one of several values\n"
                                 "  chancery list date:2014..2016-03         a range, both ends included\n"
                                 "  chancery list importance:4..             a range that is open at one end\n"
                                 "  chancery list -kind:report               not a report\n"
                                 "  chancery list after:@coi-report+1y       more than a year after an event\n"
                                 "  chancery list @@votes                    a saved query\n"
                                 "\n"
                                 "\":\" is generous: what may be, and all below a forum. \"=\" is strict: what\n"
                                 "certainly is, and a forum by itself. \"chancery help fields\" lists the fields,\n"
                                 "\"chancery explain QUERY\" shows how a query is understood.\n";

static const char dates_text[] = "Dates are written as precisely as they are known (EDTF, ISO 8601-2):\n"
                                 "\n"
                                 "  2014-11-18                  a day\n"
                                 "  2014-11, 2014, 201X         a month, a year, a decade\n"
                                 "  2014-09~, 2014-09?          about then; perhaps then\n"
                                 "  2014-21, 2014-36            spring; the fourth quarter\n"
                                 "  2001/2003                   from 2001 to 2003\n"
                                 "  2014-03/..                  since March 2014, and going on\n"
                                 "  [2014-04-27..2014-05-01]    one day of these\n"
                                 "  2014-11-18T15:08-05:00      a time, with its distance from UTC\n"
                                 "\n"
                                 "In a query there are today, today-90d, this-year and @EVENT+1y, too:\n"
                                 "\n"
                                 "  date:2014-09                may have happened in September 2014\n"
                                 "  date=2014-09                certainly did\n"
                                 "  before:2014, after:2014     ended before, began after\n"
                                 "  during:2014                 began and ended meanwhile\n"
                                 "  overlaps:2014               went on then\n"
                                 "\n"
                                 "Day and month are never guessed: 3/4/2014 is refused.\n";

static const char files_text[] = "-f names a file, a folder of *.yaml files, or - for standard input; it may be\n"
                                 "given several times. Without it the file of CHANCERY_FILE is read, else the\n"
                                 "bundled timelines.\n"
                                 "\n"
                                 "  chancery -f mine.yaml list\n"
                                 "  zcat rows.csv.gz | chancery -f - list\n"
                                 "  chancery -f <(curl -s https://example.org/a.ics) list\n"
                                 "  chancery -f header.yaml -f rows.csv list   header and events from two files\n"
                                 "\n"
                                 "What has no telling name is told by how it begins, or by --input-format. -o FILE\n"
                                 "is replaced in one step, and - is standard output; the extension names the\n"
                                 "format, or --format does.\n";

static void
append_fields (GString *out)
{
  guint n = 0;
  const ChnQueryField *fields = chn_query_get_fields (&n);
  for (guint i = 0; i < n; i++)
    help_text_append_row (out, fields[i].name, fields[i].note);
  g_string_append (out, "\n\"chancery help FIELD\" says what one takes.\n");
}

static void
append_formats (GString *out)
{
  guint n = 0;
  const ChnFormat *const *formats = chn_format_get_all (&n);
  for (guint i = 0; i < n; i++)
    help_text_append_row (out, chn_format_get_name (formats[i]), chn_format_get_note (formats[i]));
  g_string_append (out, "\n\"chancery help FORMAT\" has the extensions and options of one.\n");
}

static void
append_counting (GString *out)
{
  guint n = 0;
  const ChnCountKey *keys = chn_count_get_keys (&n);
  for (guint i = 0; i < n; i++)
    help_text_append_row (out, keys[i].name, keys[i].note);
}

static void
append_rules (GString *out)
{
  const ChnRule *rule = NULL;
  for (guint i = 0; (rule = chn_check_get_rule (i)); i++)
    help_text_append_row (out, rule->code, rule->note);
}

static void
append_limits (GString *out)
{
  g_autoptr (OptionTable) table = option_table_new ();
  option_table_add_limits (table);
  for (guint i = 0; i < table->options->len; i++) {
    const Option *option = &g_array_index (table->options, Option, i);
    g_autofree char *label = option_dup_synopsis (option);
    help_text_append_row (out, g_strstrip (label), option->note);
  }
}

static const Topic topics[] = {
  { "query", "how to ask for events", query_text, NULL },
  { "dates", "how dates are written and asked for", dates_text, NULL },
  { "fields", "what a query can ask about", "What stands before \":\" or \"=\" in a query:\n\n", append_fields },
  { "formats", "what can be written and read", "Named by --format, or by the extension of a file:\n\n",
    append_formats },
  { "counting", "what count --by takes", "The keys of \"chancery count --by\":\n\n", append_counting },
  { "rules", "what check finds", "The rules of \"chancery check\":\n\n", append_rules },
  { "files", "files, pipes and standard input", files_text, NULL },
  { "limits", "bounds on input", "Input beyond these bounds is refused; each can be raised:\n\n", append_limits },
};

const Topic *
topic_get_all (guint *n)
{
  *n = G_N_ELEMENTS (topics);
  return topics;
}

/* The terms that a field takes, where it takes those of a vocabulary. */
static void
append_terms (GString *out, const char *field)
{
  for (guint id = 0; id < CHN_N_VOCABULARIES; id++) {
    if (strcmp (chn_vocabulary_get_name ((ChnVocabularyId) id), field) != 0)
      continue;
    guint n = 0;
    const ChnTerm *terms = chn_vocabulary_get_terms ((ChnVocabularyId) id, &n);
    g_string_append_c (out, '\n');
    for (guint i = 0; i < n; i++)
      help_text_append_row (out, terms[i].name, terms[i].note);
  }
}

static gboolean
append_field (GString *out, const char *name)
{
  guint n = 0;
  const ChnQueryField *fields = chn_query_get_fields (&n);
  for (guint i = 0; i < n; i++) {
    if (g_ascii_strcasecmp (fields[i].name, name) != 0)
      continue;
    g_autofree char *title = g_strdup_printf ("%s is a field of queries: %s.", fields[i].name, fields[i].note);
    help_text_append_wrapped (out, title, 0, 0);
    g_string_append_c (out, '\n');
    help_text_append_row (out, "takes", fields[i].takes);
    g_autofree char *generous = g_strdup_printf ("%s:…", fields[i].name);
    g_autofree char *strict = g_strdup_printf ("%s=…", fields[i].name);
    help_text_append_row (out, generous, fields[i].generous);
    help_text_append_row (out, strict, fields[i].strict);
    append_terms (out, fields[i].name);
    return TRUE;
  }
  return FALSE;
}

/* Whether a format is one of those of a list of names with blanks between. */
static gboolean
is_among (const char *formats, const char *name)
{
  g_auto (GStrv) names = g_strsplit (formats, " ", -1);
  return g_strv_contains ((const char *const *) names, name);
}

static void
append_format (GString *out, const ChnFormat *format)
{
  guint n = 0;
  const char *name = chn_format_get_name (format);
  const char *ways = chn_format_can_read (format) ? "read and written" : "only written";
  g_autofree char *extensions = g_strjoinv (" ", (char **) (guintptr) chn_format_get_extensions (format));
  g_autofree char *title = g_strdup_printf ("%s is a format: %s. It is %s; files end in %s.", name,
                                            chn_format_get_note (format), ways, extensions);
  help_text_append_wrapped (out, title, 0, 0);
  const ChnWriteOption *options = chn_write_options_get_table (&n);
  for (guint i = 0, shown = 0; i < n; i++) {
    if (!is_among (options[i].formats, name))
      continue;
    g_autofree char *label = g_strdup_printf ("--%s%s%s", options[i].name, options[i].metavar ? "=" : "",
                                              options[i].metavar ? options[i].metavar : "");
    g_string_append (out, shown++ == 0 ? "\nOptions:\n" : "");
    help_text_append_row (out, label, options[i].note);
  }
}

char **
topic_dup_names (void)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  guint n = 0;
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    g_strv_builder_add (names, topics[i].name);
  const ChnQueryField *fields = chn_query_get_fields (&n);
  for (guint i = 0; i < n; i++)
    g_strv_builder_add (names, fields[i].name);
  const ChnFormat *const *formats = chn_format_get_all (&n);
  for (guint i = 0; i < n; i++)
    g_strv_builder_add (names, chn_format_get_name (formats[i]));
  return g_strv_builder_end (names);
}

char *
topic_dup_text (const char *name)
{
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++) {
    if (strcmp (topics[i].name, name) != 0)
      continue;
    g_string_append (out, topics[i].text);
    if (topics[i].append)
      topics[i].append (out);
    return g_strdup (out->str);
  }
  if (append_field (out, name))
    return g_strdup (out->str);
  const ChnFormat *format = chn_format_find (name, NULL);
  if (!format)
    return NULL;
  append_format (out, format);
  return g_strdup (out->str);
}
