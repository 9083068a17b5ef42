/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * One part of a date in English.
 *
 *   part  = ["possibly "] ["about "] core [ " (" note { "; " note } ")" ]
 *   core  = year | month " " year | day " " month " " year [ ", " hh ":" mm [ ":" ss ] ]
 *         | season " " year | "the first quarter of " year
 *   year  = digits | "AD " digits | digits " BC" | "the 1990s" | "the 20th century" | "the 2nd millennium"
 *   note  = "day unknown" | "year uncertain" | "Southern Hemisphere" | "2 significant digits" | "UTC" …
 */
#include <string.h>

#include "date/english.h"

enum { WHOLE_PAIR = 3 };

static void
add_note (GString *notes, const char *note)
{
  g_string_append_printf (notes, "%s%s", notes->len > 0 ? "; " : "", note);
}

static const char *
get_ordinal_suffix (int n)
{
  if (n % 100 >= 11 && n % 100 <= 13)
    return "th";
  return n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : n % 10 == 3 ? "rd" : "th";
}

/* Decades, centuries and millennia; FALSE for what has no usual name. */
static gboolean
append_masked_year (const ChnDatePart *part, GString *out)
{
  int year = (int) ABS (part->year);
  gboolean decade = part->year_mask == 1, century = part->year_mask == 3, millennium = part->year_mask == 7;
  if ((decade && (year < 100 || part->negative)) || (millennium && part->negative) ||
      !(decade || century || millennium))
    return FALSE;
  int n = century ? year / 100 + 1 : year / 1000 + 1;
  if (decade)
    g_string_append_printf (out, "the %ds", year);
  else
    g_string_append_printf (out, "the %d%s %s%s", n, get_ordinal_suffix (n), century ? "century" : "millennium",
                            part->negative ? " BC" : "");
  return TRUE;
}

void
chn_english_append_year (gint64 year, GString *out)
{
  if (year <= 0)
    g_string_append_printf (out, "%" G_GINT64_FORMAT " BC", 1 - year);
  else
    g_string_append_printf (out, "%s%" G_GINT64_FORMAT, year < 1000 ? "AD " : "", year);
}

static gboolean
append_year (const ChnDatePart *part, GString *out)
{
  if (part->year_mask != 0)
    return append_masked_year (part, out);
  chn_english_append_year (part->year, out);
  return TRUE;
}

static const char *
year_joint (const ChnDatePart *part)
{
  return part->year_mask != 0 ? " in " : " ";
}

static gboolean
append_season (const ChnDatePart *part, GString *notes, GString *out)
{
  gboolean named = part->month <= 32;
  if (!named && part->year_mask != 0)
    return FALSE;
  if (part->month >= 25 && named)
    add_note (notes, part->month <= 28 ? "Northern Hemisphere" : "Southern Hemisphere");
  const char *words = chn_english_get_season (part->month);
  if (named)
    g_string_append_printf (out, "%s%s", words, year_joint (part));
  else
    g_string_append_printf (out, "the %s of ", words);
  return append_year (part, out);
}

static gboolean
append_month (const ChnDatePart *part, ChnElision elision, GString *notes, GString *out)
{
  if (part->month_mask == WHOLE_PAIR) {
    add_note (notes, "month unknown");
    return append_year (part, out);
  }
  if (part->month_mask != 0)
    return FALSE;
  g_string_append (out, chn_english_get_month (part->month));
  if (elision != CHN_ELIDE_NOTHING)
    return TRUE;
  g_string_append (out, year_joint (part));
  return append_year (part, out);
}

static void
append_time (const ChnDatePart *part, GString *notes, GString *out)
{
  g_string_append_printf (out, "%02d:%02d", part->hour, part->minute);
  if (part->second != 0)
    g_string_append_printf (out, ":%02d", part->second);
  if (!part->has_offset)
    return;
  int distance = ABS (part->offset);
  g_autofree char *offset =
      distance == 0
          ? g_strdup ("UTC")
          : g_strdup_printf ("UTC%s%02d:%02d", part->offset < 0 ? "\xE2\x88\x92" : "+", distance / 60, distance % 60);
  add_note (notes, offset);
}

static gboolean
append_day (const ChnDatePart *part, ChnElision elision, GString *notes, GString *out)
{
  gboolean unknown = part->day_mask == WHOLE_PAIR;
  if (elision == CHN_ELIDE_DAY) {
    append_time (part, notes, out);
    return TRUE;
  }
  if ((part->day_mask != 0 && !unknown) || (!unknown && part->month_mask != 0))
    return FALSE;
  if (!unknown)
    g_string_append_printf (out, "%d", part->day);
  if (elision == CHN_ELIDE_MONTH)
    return TRUE;
  if (!unknown)
    g_string_append_c (out, ' ');
  if (!append_month (part, elision, notes, out))
    return FALSE;
  if (unknown)
    add_note (notes, "day unknown");
  if (part->form != CHN_PART_TIME)
    return TRUE;
  g_string_append (out, ", ");
  append_time (part, notes, out);
  return TRUE;
}

static gboolean
append_core (const ChnDatePart *part, ChnElision elision, GString *notes, GString *out)
{
  if (part->significant > 0) {
    g_autofree char *note =
        g_strdup_printf ("%d significant digit%s", part->significant, part->significant > 1 ? "s" : "");
    add_note (notes, note);
  }
  if (part->form == CHN_PART_YEAR)
    return append_year (part, out);
  if (part->form == CHN_PART_SEASON)
    return append_season (part, notes, out);
  return part->form == CHN_PART_MONTH ? append_month (part, elision, notes, out)
                                      : append_day (part, elision, notes, out);
}

static guint8
get_shared_qualifier (const ChnDatePart *part)
{
  guint8 shared = part->qualifier[CHN_COMPONENT_YEAR];
  if (part->form != CHN_PART_YEAR)
    shared &= part->qualifier[CHN_COMPONENT_MONTH];
  if (part->form == CHN_PART_DAY)
    shared &= part->qualifier[CHN_COMPONENT_DAY];
  return shared;
}

/* What single components have beyond the whole. */
static void
add_qualifier_notes (const ChnDatePart *part, guint8 shared, GString *notes)
{
  const char *const names[] = { "year", part->form == CHN_PART_SEASON ? "season" : "month", "day" };
  for (int i = 0; i < CHN_N_COMPONENTS; i++) {
    guint8 own = part->qualifier[i] & (guint8) ~shared;
    g_autofree char *uncertain = g_strdup_printf ("%s uncertain", names[i]);
    g_autofree char *approximate = g_strdup_printf ("%s approximate", names[i]);
    if (own & CHN_QUALIFIER_UNCERTAIN)
      add_note (notes, uncertain);
    if (own & CHN_QUALIFIER_APPROXIMATE)
      add_note (notes, approximate);
  }
}

gboolean
chn_english_append_part (const ChnDatePart *part, ChnElision elision, GString *out)
{
  g_autoptr (GString) notes = g_string_new (NULL);
  guint8 shared = get_shared_qualifier (part);
  if (shared & CHN_QUALIFIER_UNCERTAIN)
    g_string_append (out, "possibly ");
  if (shared & CHN_QUALIFIER_APPROXIMATE)
    g_string_append (out, "about ");
  if (!append_core (part, elision, notes, out))
    return FALSE;
  add_qualifier_notes (part, shared, notes);
  if (notes->len > 0)
    g_string_append_printf (out, " (%s)", notes->str);
  return TRUE;
}
