/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The program's state: what the general options and the environment say. */
#include "program.h"

#include <string.h>

#include "usage.h"

static gboolean
is_day (const ChnDate *date)
{
  const ChnDateBounds *bounds = date ? chn_date_get_bounds (date) : NULL;
  return bounds && bounds->precision == CHN_PRECISION_DAY &&
         !(bounds->flags & (CHN_DATE_INTERVAL | CHN_DATE_ONE_OF | CHN_DATE_ALL_OF));
}

static ChnDate *
find_day_of_clock (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  return chn_date_new_from_day (g_date_time_get_year (now), g_date_time_get_month (now),
                                g_date_time_get_day_of_month (now));
}

static gboolean
set_today (Program *program, const char *text, GError **error)
{
  if (!text)
    return TRUE;
  program_set_culprit (program, text);
  program->today = chn_date_parse (text, -1, error);
  if (!program->today) {
    g_prefix_error (error, "--today: ");
    return FALSE;
  }
  program_set_culprit (program, NULL);
  if (is_day (program->today))
    return TRUE;
  usage_set_error (error, "--today takes one day, as in 2014-11-18, not \"%s\"", text);
  return FALSE;
}

/* Who asks what was known on a day asks on that day. */
static void
settle_today (Program *program)
{
  if (!program->today)
    program->today = is_day (program->as_of) ? chn_date_ref (program->as_of) : find_day_of_clock ();
}

static ChnDate *
parse_as_of (const Program *program, const char *text, GError **error)
{
  if (strcmp (text, "today") == 0)
    return program->today ? chn_date_ref (program->today) : find_day_of_clock ();
  return chn_date_parse (text, -1, error);
}

static gboolean
set_as_of (Program *program, const char *text, gboolean strict, GError **error)
{
  program->strict = strict;
  if (strict && !text)
    usage_set_error (error, "--strict goes with --as-of, as in --as-of 2014-12-06 --strict");
  if (!text)
    return !strict;
  program_set_culprit (program, text);
  program->as_of = parse_as_of (program, text, error);
  if (!program->as_of) {
    g_prefix_error (error, "--as-of: ");
    return FALSE;
  }
  program_set_culprit (program, NULL);
  if (chn_date_get_bounds (program->as_of)->latest != CHN_TIME_MAX)
    return TRUE;
  usage_set_error (error, "--as-of takes a day, as in 2014-12-06, not \"%s\"", text);
  return FALSE;
}

static gboolean
names_stores_only (const Program *program)
{
  for (guint i = 0; i < program->files->len; i++)
    if (!chn_store_is_place (program->files->pdata[i]))
      return FALSE;
  return program->files->len == 1;
}

/* What was recorded when is known of stores alone. */
static gboolean
set_recorded (Program *program, const char *day, const char *revision, GError **error)
{
  if (!day && !revision)
    return TRUE;
  g_autoptr (ChnDate) date = day ? chn_date_parse (day, -1, NULL) : NULL;
  gboolean is_day = date && chn_date_get_bounds (date)->precision == CHN_PRECISION_DAY && strlen (day) == 10;
  program->recorded_by = day;
  if (day && !is_day)
    usage_set_error (error, "--recorded-by takes a day, as in 2014-12-06, not \"%s\"", day);
  else if (revision && (!g_ascii_string_to_unsigned (revision, 10, 1, G_MAXINT64, &program->as_of_revision, NULL)))
    usage_set_error (error, "--as-of-revision takes a number from 1, not \"%s\"", revision);
  else if (!names_stores_only (program))
    usage_set_error (error, "%s is asked of a store: a file does not say when what was recorded",
                     day ? "--recorded-by" : "--as-of-revision");
  else
    return TRUE;
  return FALSE;
}

static int
find_limit (const char *option)
{
  for (int i = 0; g_str_has_prefix (option, "max-") && i < CHN_N_LIMITS; i++)
    if (strcmp (chn_limit_get_name ((ChnLimit) i), option + strlen ("max-")) == 0)
      return i;
  return -1;
}

static gboolean
set_limit (Program *program, const Given *given, GError **error)
{
  int limit = find_limit (given->option->name);
  if (limit < 0)
    return TRUE;
  if (g_ascii_string_to_unsigned (given->value, 10, 0, G_MAXUINT64, &program->limits.value[limit], NULL))
    return TRUE;
  usage_set_error (error, "--%s takes a whole number, not \"%s\"", given->option->name, given->value);
  return FALSE;
}

static gboolean
add_file (Program *program, const char *name, GError **error)
{
  g_autofree char *scheme = g_uri_parse_scheme (name);
  if (!scheme || chn_store_is_place (name) || g_file_test (name, G_FILE_TEST_EXISTS)) {
    g_ptr_array_add (program->files, g_strdup (name));
    return TRUE;
  }
  if (strcmp (scheme, "file") != 0) {
    g_autofree char *shown = chn_store_dup_name (name);
    usage_set_error (error,
                     "cannot read \"%s\": %s: addresses are not supported; give a file or folder, or a store "
                     "(sqlite:FILE, postgresql://…)",
                     shown, scheme);
    return FALSE;
  }
  char *path = g_filename_from_uri (name, NULL, NULL);
  if (!path) {
    usage_set_error (error, "cannot read \"%s\": not an address of a local file, as in file:///home/me/a.yaml", name);
    return FALSE;
  }
  g_ptr_array_add (program->files, path);
  return TRUE;
}

static gboolean
take_options (Program *program, const Arguments *arguments, GError **error)
{
  for (guint i = 0; i < arguments->given->len; i++) {
    const Given *given = &g_array_index (arguments->given, Given, i);
    if (strcmp (given->option->name, "file") == 0 && !add_file (program, given->value, error))
      return FALSE;
    if (!set_limit (program, given, error))
      return FALSE;
  }
  return TRUE;
}

static const char *
get_last (const Arguments *general, const Arguments *own, const char *name)
{
  return arguments_has (own, name) ? arguments_get (own, name) : arguments_get (general, name);
}

static gboolean
set_input_format (Program *program, const char *name, GError **error)
{
  program->input_format = name ? chn_format_find (name, error) : NULL;
  if (name && !program->input_format) {
    g_prefix_error (error, "--input-format: ");
    return FALSE;
  }
  if (!name || chn_format_can_read (program->input_format))
    return TRUE;
  usage_set_error (error, "--input-format: %s cannot be read, only written",
                   chn_format_get_name (program->input_format));
  return FALSE;
}

static gboolean
set_visibility (Program *program, const char *name, GError **error)
{
  int term = name ? chn_vocabulary_find (CHN_VOCABULARY_VISIBILITY, name, -1, error) : CHN_VISIBILITY_PUBLIC;
  if (term < 0) {
    g_prefix_error (error, "--visibility: ");
    return FALSE;
  }
  program->visibility = (ChnVisibility) term;
  program->says_visibility = name != NULL;
  return TRUE;
}

Program *
program_new (void)
{
  Program *program = g_new0 (Program, 1);
  program->files = g_ptr_array_new_with_free_func (g_free);
  program->limits = *chn_limits_get_default ();
  return program;
}

gboolean
program_configure (Program *program, const Arguments *general, const Arguments *own, GError **error)
{
  if (!take_options (program, general, error) || !take_options (program, own, error))
    return FALSE;
  const char *file = g_getenv ("CHANCERY_FILE");
  if (program->files->len == 0 && file && *file && !add_file (program, file, error))
    return FALSE;
  program->keep_going = arguments_has (general, "keep-going") || arguments_has (own, "keep-going");
  program->follow_links = arguments_has (general, "follow-links") || arguments_has (own, "follow-links");
  program->may_be_partial = arguments_has (general, "partial") || arguments_has (own, "partial");
  program->warnings = arguments_has (general, "warnings") || arguments_has (own, "warnings");
  gboolean strict = arguments_has (general, "strict") || arguments_has (own, "strict");
  if (!set_input_format (program, get_last (general, own, "input-format"), error) ||
      !set_today (program, get_last (general, own, "today"), error) ||
      !set_as_of (program, get_last (general, own, "as-of"), strict, error) ||
      !set_recorded (program, get_last (general, own, "recorded-by"), get_last (general, own, "as-of-revision"),
                     error) ||
      !set_visibility (program, get_last (general, own, "visibility"), error))
    return FALSE;
  settle_today (program);
  return console_init (&program->console, get_last (general, own, "color"), error);
}

void
program_free (Program *program)
{
  if (!program)
    return;
  g_ptr_array_unref (program->files);
  g_clear_pointer (&program->today, chn_date_unref);
  g_clear_pointer (&program->as_of, chn_date_unref);
  g_clear_pointer (&program->whole, chn_timeline_unref);
  g_clear_pointer (&program->unseen, chn_timeline_unref);
  store_asked_free (program->store_asked);
  g_clear_pointer (&program->changed, g_hash_table_unref);
  g_clear_pointer (&program->removed, g_hash_table_unref);
  g_free (program->asked);
  g_free (program->asked_so);
  g_free (program->culprit);
  g_free (program);
}

void
program_set_culprit (Program *program, const char *text)
{
  g_free (program->culprit);
  program->culprit = g_strdup (text);
}
