/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Man pages: mdoc(7) sources in which lines @NAME@ stand for lists made from the tables. */
#include <string.h>

#include "describe.h"
#include "usage.h"

typedef struct {
  const char *name;
  void (*append) (GString *out);
} Section;

/* Running text, a sentence a line as mdoc(7) wants it; nothing in it is a request. */
static void
append_text (GString *out, const char *text)
{
  gboolean at_start = TRUE;
  for (const char *at = text; *at; at++) {
    if (at_start && (*at == '.' || *at == '\''))
      g_string_append (out, "\\&");
    at_start = at[0] == ' ' && at > text && at[-1] == '.';
    if (*at == '\\')
      g_string_append (out, "\\e");
    else
      g_string_append_c (out, at_start ? '\n' : *at);
  }
}

/* A word of a request: nothing in it is a macro, a quote or an escape. */
static char *
dup_escaped (const char *text)
{
  GString *out = g_string_new (NULL);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  for (guint i = 0; words[i]; i++)
    g_string_append_printf (out, "%s\\&%s", i > 0 ? " " : "", words[i]);
  g_string_replace (out, "\"", "\\(dq", 0);
  return g_string_free (out, FALSE);
}

static void
append_item (GString *out, const char *name, const char *note)
{
  g_string_append_printf (out, ".It Cm %s\n", name);
  append_text (out, note);
  g_string_append (out, "\n");
}

static void
begin_list (GString *out)
{
  g_string_append (out, ".Bl -tag -width Ds\n");
}

static void
end_list (GString *out)
{
  g_string_append (out, ".El\n");
}

static void
append_option (GString *out, const Option *option)
{
  g_string_append (out, ".It ");
  if (option->letter)
    g_string_append_printf (out, "Fl %c , ", option->letter);
  g_string_append_printf (out, "Fl Fl %s", option->name);
  if (option->metavar)
    g_string_append_printf (out, " Ns = Ns Ar %s", option->metavar);
  g_string_append (out, "\n");
  append_text (out, option->note);
  g_string_append (out, "\n");
}

static void
append_option_list (GString *out, const OptionTable *table)
{
  if (table->options->len == 0)
    return;
  begin_list (out);
  for (guint i = 0; i < table->options->len; i++)
    append_option (out, &g_array_index (table->options, Option, i));
  end_list (out);
}

static void
append_general_options (GString *out)
{
  g_autoptr (OptionTable) table = command_dup_options (NULL);
  append_option_list (out, table);
}

static void
append_writing_options (GString *out)
{
  g_autoptr (OptionTable) table = option_table_new ();
  option_table_add_writing (table, NULL);
  append_option_list (out, table);
}

static void
append_command (GString *out, const Command *command)
{
  g_autoptr (OptionTable) own = option_table_new ();
  g_auto (GStrv) paragraphs = g_strsplit (command->help, "\n", -1);
  command_add_own_options (command, own);
  g_string_append_printf (out, ".Ss chancery %s %s\n", command->name, command->synopsis);
  for (guint i = 0; paragraphs[i]; i++) {
    append_text (out, paragraphs[i]);
    g_string_append (out, paragraphs[i + 1] ? "\n.Pp\n" : "\n");
  }
  append_option_list (out, own);
}

static void
append_commands (GString *out)
{
  guint n = 0;
  const Command *commands = command_get_all (&n);
  for (guint i = 0; i < n; i++)
    append_command (out, &commands[i]);
}

static void
append_formats (GString *out)
{
  guint n = 0;
  const ChnFormat *const *formats = chn_format_get_all (&n);
  begin_list (out);
  for (guint i = 0; i < n; i++) {
    g_autofree char *extensions = g_strjoinv (" ", (char **) (guintptr) chn_format_get_extensions (formats[i]));
    const char *ways = !chn_format_can_read (formats[i]) ? "written only" : "read and written";
    g_string_append_printf (out, ".It Cm %s\n", chn_format_get_name (formats[i]));
    append_text (out, chn_format_get_note (formats[i]));
    g_string_append_printf (out, " (%s%s%s)\n", ways, *extensions ? "; " : "", extensions);
  }
  end_list (out);
}

static void
append_sort_keys (GString *out)
{
  for (guint key = 0; key < CHN_N_SORTS; key++)
    g_string_append_printf (out, "%s%s", key > 0 ? ", " : "", chn_sort_key_get_name ((ChnSortKey) key));
  g_string_append (out, ".\n");
}

static void
append_count_keys (GString *out)
{
  guint n = 0;
  const ChnCountKey *keys = chn_count_get_keys (&n);
  begin_list (out);
  for (guint i = 0; i < n; i++)
    append_item (out, keys[i].name, keys[i].note);
  end_list (out);
}

static const char *
get_severity (ChnSeverity severity)
{
  static const char *const names[] = { "note", "warning", "error" };
  return names[severity];
}

static void
append_rules (GString *out)
{
  const ChnRule *rule = NULL;
  begin_list (out);
  for (guint i = 0; (rule = chn_check_get_rule (i)); i++) {
    g_string_append_printf (out, ".It Cm %s Pq %s\n", rule->code, get_severity (rule->severity));
    append_text (out, rule->note);
    g_string_append (out, ".\n");
    append_text (out, rule->explanation);
    g_string_append (out, "\n");
  }
  end_list (out);
}

static void
append_faults (GString *out)
{
  guint n = 0;
  const ChnFault *faults = chn_timeline_get_faults (&n);
  begin_list (out);
  for (guint i = 0; i < n; i++) {
    g_string_append_printf (out, ".It Cm %s Pq %s\n", faults[i].code, get_severity (faults[i].severity));
    append_text (out, faults[i].note);
    g_string_append (out, "\n");
  }
  end_list (out);
}

/* Whether a field is another one with a "+": the page has both in one entry. */
static gboolean
is_transitive_of (const ChnQueryField *field, const ChnQueryField *plain)
{
  gsize length = strlen (plain->name);
  return strncmp (field->name, plain->name, length) == 0 && strcmp (field->name + length, "+") == 0;
}

static void
append_query_fields (GString *out)
{
  guint n = 0;
  const ChnQueryField *fields = chn_query_get_fields (&n);
  begin_list (out);
  for (guint i = 0; i < n; i++) {
    if (i > 0 && is_transitive_of (&fields[i], &fields[i - 1]))
      continue;
    if (i + 1 < n && is_transitive_of (&fields[i + 1], &fields[i]))
      g_string_append_printf (out, ".It Cm %s\n", fields[i + 1].name);
    append_item (out, fields[i].name, fields[i].note);
    g_string_append_printf (out, ".br\nTakes %s.\n.br\n", fields[i].takes);
    g_string_append_printf (out, "\\(oq:\\(cq %s; \\(oq=\\(cq %s.\n", fields[i].generous, fields[i].strict);
  }
  end_list (out);
}

static void
append_vocabulary (GString *out, ChnVocabularyId id)
{
  guint n = 0;
  const ChnTerm *terms = chn_vocabulary_get_terms (id, &n);
  begin_list (out);
  for (guint i = 0; i < n; i++)
    append_item (out, terms[i].name, terms[i].note);
  end_list (out);
}

static void
append_event_fields (GString *out)
{
  begin_list (out);
  for (guint field = 0; field < CHN_N_FIELDS; field++)
    append_item (out, chn_field_get_info ((ChnField) field)->name, chn_field_get_info ((ChnField) field)->note);
  end_list (out);
}

static void
append_claimable (GString *out)
{
  gboolean any = FALSE;
  for (guint field = 0; field < CHN_N_FIELDS; field++) {
    const ChnFieldInfo *info = chn_field_get_info ((ChnField) field);
    if (!info->can_be_said)
      continue;
    g_string_append_printf (out, "%s%s", any ? ", " : "", info->name);
    any = TRUE;
  }
  g_string_append (out, ".\n");
}

static void
append_header_fields (GString *out)
{
  for (guint field = 0; field < CHN_HEADER_FILE; field++)
    g_string_append_printf (out, "%s%s", field > 0 ? ", " : "", chn_header_field_get_name ((ChnHeaderField) field));
  g_string_append (out, ".\n");
}

static void
append_source_fields (GString *out)
{
  for (guint field = CHN_SOURCE_KEY + 1; field < CHN_N_SOURCE_FIELDS; field++)
    g_string_append_printf (out, "%s%s", field > CHN_SOURCE_KEY + 1 ? ", " : "",
                            chn_source_field_get_name ((ChnSourceField) field));
  g_string_append (out, ".\n");
}

static void
append_idioms (GString *out)
{
  guint n = 0;
  const ChnQueryIdiom *idioms = chn_query_get_idioms (&n);
  begin_list (out);
  for (guint i = 0; i < n; i++) {
    g_autofree char *typed = dup_escaped (idioms[i].typed);
    g_string_append_printf (out, ".It \\&%s Pq %s\n", typed, idioms[i].of);
    g_autofree char *written =
        g_strdup_printf ("%s%s%s", idioms[i].command ? idioms[i].command : "",
                         idioms[i].command && *idioms[i].written ? " " : "", idioms[i].written);
    append_text (out, *written ? written : "is left out");
    g_string_append (out, "\n");
  }
  end_list (out);
}

static const Section sections[] = {
  { "COMMANDS", append_commands },
  { "GENERAL-OPTIONS", append_general_options },
  { "WRITING-OPTIONS", append_writing_options },
  { "FORMATS", append_formats },
  { "SORT-KEYS", append_sort_keys },
  { "COUNT-KEYS", append_count_keys },
  { "RULES", append_rules },
  { "FAULTS", append_faults },
  { "QUERY-FIELDS", append_query_fields },
  { "QUERY-IDIOMS", append_idioms },
  { "EVENT-FIELDS", append_event_fields },
  { "CLAIMABLE", append_claimable },
  { "HEADER-FIELDS", append_header_fields },
  { "SOURCE-FIELDS", append_source_fields },
};

/* "VOCABULARY kind" */
static gboolean
append_named_vocabulary (GString *out, const char *name)
{
  for (guint id = 0; id < CHN_N_VOCABULARIES; id++)
    if (strcmp (chn_vocabulary_get_name ((ChnVocabularyId) id), name) == 0) {
      append_vocabulary (out, (ChnVocabularyId) id);
      return TRUE;
    }
  return FALSE;
}

static gboolean
append_section (GString *out, const char *name, GError **error)
{
  if (g_str_has_prefix (name, "VOCABULARY ") && append_named_vocabulary (out, name + strlen ("VOCABULARY ")))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (strcmp (sections[i].name, name) == 0) {
      sections[i].append (out);
      return TRUE;
    }
  usage_set_error (error, "no section \"@%s@\" is known", name);
  return FALSE;
}

gboolean
describe_fill_page (GString *out, const char *page, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (page, "\n", -1);
  for (guint i = 0; lines[i]; i++) {
    gsize length = strlen (lines[i]);
    if (length > 2 && lines[i][0] == '@' && lines[i][length - 1] == '@') {
      g_autofree char *name = g_strndup (lines[i] + 1, length - 2);
      if (!append_section (out, name, error))
        return FALSE;
    } else if (length > 0 || lines[i + 1]) {
      g_string_append_printf (out, "%s\n", lines[i]);
    }
  }
  return TRUE;
}
