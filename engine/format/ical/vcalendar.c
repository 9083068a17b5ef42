/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * vCalendar 1.0, which came before iCalendar and is still exported: rules in a short form, lists joined by
 * semicolons.
 *
 *   rule     = ( "D" / "W" / "MP" / "MD" / "YM" / "YD" ) interval *( SP item ) [ SP ( "#" count / date ) ]
 *   item     = weekday / number [ "+" / "-" ] / "LD"
 */
#include "format/ical/vcalendar.h"

#include <string.h>

static const struct {
  const char *letters, *frequency, *part;
} forms[] = {
  { "D", "DAILY", NULL },        { "W", "WEEKLY", "BYDAY" },
  { "MP", "MONTHLY", "BYDAY" },  { "MD", "MONTHLY", "BYMONTHDAY" },
  { "YM", "YEARLY", "BYMONTH" }, { "YD", "YEARLY", "BYYEARDAY" },
};

/* A rule is repeated twice where it does not say how often. */
enum { DEFAULT_COUNT = 2 };

typedef struct {
  GString *list;       /* of what stands behind BY… */
  char occurrence[16]; /* "1+" before weekdays, as "1" or "-1" */
  gboolean is_by_position;
} Items;

static gboolean
is_weekday (const char *item)
{
  static const char *const days[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU", NULL };
  return g_strv_contains (days, item);
}

/* "3", "1+", "2-", "LD", as "3", "1", "-2", "-1"; FALSE for anything else. */
static gboolean
read_number (const char *item, char out[16])
{
  const gsize length = strspn (item, "0123456789");
  const char *sign = item + length;
  if (strcmp (item, "LD") == 0) {
    g_strlcpy (out, "-1", 16);
    return TRUE;
  }
  g_snprintf (out, 16, "%s%.*s", *sign == '-' ? "-" : "", (int) MIN (length, 4), item);
  return length > 0 && length <= 3 && (*sign == '\0' || ((*sign == '+' || *sign == '-') && sign[1] == '\0'));
}

static gboolean
take_item (Items *items, const char *item)
{
  char number[16];
  const char *comma = items->list->len > 0 ? "," : "";
  if (is_weekday (item)) {
    g_string_append_printf (items->list, "%s%s%s", comma, items->occurrence, item);
    return TRUE;
  }
  if (!read_number (item, number))
    return FALSE;
  if (items->is_by_position)
    g_strlcpy (items->occurrence, number, sizeof items->occurrence);
  else
    g_string_append_printf (items->list, "%s%s", comma, number);
  return TRUE;
}

/* How often, or until when; FALSE for what is neither. */
static gboolean
take_end (GString *out, const char *word)
{
  const gboolean is_count = word[0] == '#';
  const gsize digits = strspn (word + 1, "0123456789");
  if (is_count && (digits == 0 || digits > 6 || word[1 + digits] != '\0'))
    return FALSE;
  if (!is_count && (strlen (word) < 8 || strspn (word, "0123456789TZ") != strlen (word)))
    return FALSE;
  if (!is_count)
    g_string_append_printf (out, ";UNTIL=%s", word);
  else if (strtoul (word + 1, NULL, 10) > 0)
    g_string_append_printf (out, ";COUNT=%s", word + 1);
  return TRUE;
}

static gboolean
take_words (GString *out, char **words, const char *part, gboolean is_by_position)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (GString) end = g_string_new (NULL);
  Items items = { .list = list, .is_by_position = is_by_position };
  gboolean has_end = FALSE;
  for (guint i = 0; words[i]; i++) {
    if (!*words[i])
      continue;
    if (has_end)
      return FALSE;
    has_end = take_end (end, words[i]);
    if (!has_end && !(part && take_item (&items, words[i])))
      return FALSE;
  }
  if (list->len > 0)
    g_string_append_printf (out, ";%s=%s", part, list->str);
  if (!has_end)
    g_string_append_printf (out, ";COUNT=%d", DEFAULT_COUNT);
  g_string_append (out, end->str);
  return TRUE;
}

gboolean
chn_vcalendar_convert_rule (GString *out, const ChnSlice *rule)
{
  g_autofree char *text = g_ascii_strup (rule->text, (gssize) rule->length);
  g_auto (GStrv) words = g_strsplit (g_strstrip (text), " ", -1);
  const char *first = words[0] ? words[0] : "";
  const gsize length = strcspn (first, "0123456789");
  const char *interval = first + length;
  g_string_truncate (out, 0);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    if (strlen (forms[i].letters) != length || strncmp (first, forms[i].letters, length) != 0)
      continue;
    if (!*interval || strlen (interval) > 4 || strspn (interval, "0123456789") != strlen (interval))
      return FALSE;
    g_string_append_printf (out, "FREQ=%s", forms[i].frequency);
    if (strcmp (interval, "1") != 0)
      g_string_append_printf (out, ";INTERVAL=%s", interval);
    return take_words (out, words + 1, forms[i].part, strcmp (forms[i].letters, "MP") == 0);
  }
  return FALSE;
}

static void
put (ChnIcalReader *reader, const ChnIcalLine *line, const char *value)
{
  g_autofree char *content = g_strdup_printf ("%.*s:%s", (int) line->head.length, line->head.text, value);
  chn_ical_lines_replace (&reader->lines, line, content);
}

static gboolean
is_converted (const ChnSlice *rule)
{
  return rule->length >= 5 && g_ascii_strncasecmp (rule->text, "FREQ=", 5) == 0;
}

/* TRUE where the line still stands. */
static gboolean
convert_rule (ChnIcalReader *reader, const ChnIcalLine *line)
{
  g_autoptr (GString) rule = g_string_new (NULL);
  const ChnSlice value = chn_slice_trim (line->value);
  if (value.length == 0 || is_converted (&value))
    return TRUE;
  if (!chn_vcalendar_convert_rule (rule, &value)) {
    chn_ical_leave_out (reader, line, "write it as RRULE:FREQ=WEEKLY;BYDAY=MO",
                        "a rule of vCalendar 1.0 that iCalendar has no like of");
    return FALSE;
  }
  put (reader, line, rule->str);
  return TRUE;
}

/* Lists there are joined by semicolons. */
static gboolean
convert_list (ChnIcalReader *reader, const ChnIcalLine *line)
{
  g_autofree char *value = g_strndup (line->value.text, line->value.length);
  gboolean any = FALSE;
  for (char *at = value; *at; at++) {
    if (*at == '\\' && at[1]) {
      at++;
    } else if (*at == ';') {
      *at = ',';
      any = TRUE;
    }
  }
  if (any)
    put (reader, line, value);
  return TRUE;
}

/* A number: what is above 0 takes nobody's time. */
static gboolean
convert_transparency (ChnIcalReader *reader, const ChnIcalLine *line)
{
  int number;
  const ChnSlice value = chn_slice_trim (line->value);
  if (chn_ical_parse_number (&value, &number))
    put (reader, line, number > 0 ? "TRANSPARENT" : "OPAQUE");
  return TRUE;
}

static const struct {
  const char *name;
  gboolean (*convert) (ChnIcalReader *reader, const ChnIcalLine *line);
} conversions[] = {
  { "RRULE", convert_rule },          { "EXRULE", convert_rule },     { "RDATE", convert_list },
  { "EXDATE", convert_list },         { "CATEGORIES", convert_list }, { "RESOURCES", convert_list },
  { "TRANSP", convert_transparency },
};

static gboolean
convert_line (ChnIcalReader *reader, const ChnIcalLine *line)
{
  ChnSlice rest = line->head, name = chn_slice_split (&rest, ';');
  name = chn_slice_trim (name);
  for (guint i = 0; i < G_N_ELEMENTS (conversions); i++)
    if (chn_slice_is_name (&name, conversions[i].name))
      return conversions[i].convert (reader, line);
  return TRUE;
}

void
chn_vcalendar_convert (ChnIcalReader *reader)
{
  for (guint i = 0; i < reader->lines.n;)
    i += convert_line (reader, &reader->lines.line[i]) ? 1 : 0;
}
