/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What "chancery check" says of its rules: all of them, one of them, and which are not to be applied. */
#include "check-rules.h"

#include <string.h>

#include "console.h"
#include "help-text.h"
#include "usage.h"

const char *
check_rules_name_severity (ChnSeverity severity)
{
  static const char *const names[] = { "note", "warning", "error" };
  return names[severity];
}

gboolean
check_rules_list (GError **error)
{
  const ChnRule *rule = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; (rule = chn_check_get_rule (i)); i++)
    g_string_append_printf (out, "%-17s %-8s %s\n", rule->code, check_rules_name_severity (rule->severity),
                            rule->note);
  return console_print (out->str, error);
}

/* The severity and the note of any code that check may print; FALSE for any other. */
static gboolean
find_code (const char *code, ChnSeverity *severity, const char **note)
{
  guint n = 0;
  const ChnRule *rule = chn_check_find_rule (code);
  const ChnFault *faults = chn_timeline_get_faults (&n);
  if (rule) {
    *severity = rule->severity;
    *note = rule->note;
    return TRUE;
  }
  for (guint i = 0; i < n; i++)
    if (strcmp (faults[i].code, code) == 0) {
      *severity = faults[i].severity;
      *note = faults[i].note;
      return TRUE;
    }
  return FALSE;
}

static void
set_unknown (const char *code, GError **error)
{
  guint n = 0;
  const ChnRule *rule = NULL;
  const ChnFault *faults = chn_timeline_get_faults (&n);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (guint i = 0; (rule = chn_check_get_rule (i)); i++)
    g_ptr_array_add (names, (gpointer) (guintptr) rule->code);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (names, (gpointer) (guintptr) faults[i].code);
  g_ptr_array_add (names, NULL);
  usage_set_unknown (error, "rule", code, (const char *const *) names->pdata);
}

gboolean
check_rules_explain (const char *code, GError **error)
{
  const char *note = NULL;
  ChnSeverity severity = CHN_SEVERITY_NOTE;
  const ChnRule *rule = chn_check_find_rule (code);
  g_autoptr (GString) out = g_string_new (NULL);
  if (!find_code (code, &severity, &note)) {
    set_unknown (code, error);
    return FALSE;
  }
  g_string_append_printf (out, "%s (%s)\n  ", code, check_rules_name_severity (severity));
  help_text_append_wrapped (out, note, 2, 2);
  if (rule) {
    g_string_append (out, "\n  ");
    help_text_append_wrapped (out, rule->explanation, 2, 2);
    g_string_append_printf (
        out, "\n  Where it is right all the same: ignore: {%s: why} in the event, or --ignore=%s.\n", code, code);
  }
  return console_print (out->str, error);
}

static gboolean
check_ignored (const char *code, GError **error)
{
  const char *note = NULL;
  ChnSeverity severity = CHN_SEVERITY_NOTE;
  if (!find_code (code, &severity, &note)) {
    set_unknown (code, error);
    return FALSE;
  }
  if (severity == CHN_SEVERITY_ERROR && !chn_check_find_rule (code)) {
    usage_set_error (error, "%s cannot be ignored: what it finds cannot be read; --keep-going leaves it out", code);
    return FALSE;
  }
  return TRUE;
}

char **
check_rules_dup_ignored (const Arguments *arguments, GError **error)
{
  g_autofree char *all = arguments_dup_all (arguments, "ignore");
  g_auto (GStrv) codes = g_strsplit (all ? all : "", ",", -1);
  for (guint i = 0; codes[i]; i++)
    if (!check_ignored (g_strstrip (codes[i]), error))
      return NULL;
  return g_steal_pointer (&codes);
}
