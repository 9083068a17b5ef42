/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The table of near misses that a pattern can mend. */
#include "date/rewrite.h"

#define DAY "\\d{4}-\\d\\d-\\d\\d"
#define OFFSET "(Z|[+-]\\d\\d(?::\\d\\d)?)?"
#define DASH "\\s*(?:-|\xE2\x80\x93|\xE2\x80\x94|\\.\\.|to|/)\\s*"

/* As DASH, but no hyphen that could separate components. */
#define SPAN "(?:\\s+-\\s+|\\s*(?:\xE2\x80\x93|\xE2\x80\x94|\\.\\.|to|/)\\s*)"

/* clang-format off */
static const ChnRewriteRule rules[] = {
  /* Days and months with other signs, orders and lengths. */
  { "(\\d{4})([-/. ])(\\d{1,2})\\2(\\d{1,2})", "\\1-\\3-\\4", NULL, FALSE },
  { "(\\d{4})-(\\d\\d)-(\\d\\d)", "\\1-\\3-\\2", NULL, FALSE },
  { "(\\d{1,2})[-/. ]+(\\d{1,2})[-/. ]+(\\d{4})", "\\3-\\2-\\1", "if the day stands first", TRUE },
  { "(\\d{1,2})[-/. ]+(\\d{1,2})[-/. ]+(\\d{4})", "\\3-\\1-\\2", "if the month stands first", TRUE },
  { "(\\d{4})[-/. ](\\d)", "\\1-\\2", "for the month", TRUE },
  { "(\\d{3})(\\d)" DASH "(\\d)", "\\1\\2/\\1\\3", "for the years", FALSE },
  { "(\\d{4})[/. ](\\d\\d)", "\\1-\\2", NULL, FALSE },
  { "(\\d{1,2})[-/. ](\\d{4})", "\\2-\\1", NULL, FALSE },
  { "(\\d{4})/(\\d\\d-\\d\\d)", "\\1-\\2", NULL, FALSE },
  /* Spans. */
  { "(\\d\\d)(\\d\\d)" DASH "(\\d\\d)", "\\1\\2/\\1\\3", "for the years", FALSE },
  { "(\\d{4}-\\d\\d-)(\\d{1,2})" DASH "(\\d{1,2})", "\\1\\2/\\1\\3", NULL, FALSE },
  { "(\\d{4}-)(\\d{1,2}-\\d{1,2})" DASH "(\\d{1,2}-\\d{1,2})", "\\1\\2/\\1\\3", NULL, FALSE },
  { "(\\d{4}-)(\\d{1,2})" SPAN "(\\d{1,2})", "\\1\\2/\\1\\3", NULL, FALSE },
  { "([^./ ]+)" DASH "([^./ ]+)", "\\1/\\2", NULL, FALSE },
  { "([^/]+)/{2,}([^/]+)", "\\1/\\2", NULL, FALSE },
  { "([^./]+)\\s*(?:\\.\\.|-|\xE2\x80\x93)", "\\1/..", NULL, FALSE },
  { "\\.\\.([^./]+)", "../\\1", NULL, FALSE },
  { "([^,\\[{]+(?:,[^,]+)+)", "[\\1]", NULL, FALSE },
  { "\\[([^\\]}]+)[\\]}]?", "[\\1]", NULL, FALSE },
  { "\\{([^\\]}]+)[\\]}]?", "{\\1}", NULL, FALSE },
  /* Ends before their starts. */
  { "(\\d{4})-(\\d\\d)/\\1", "\\1-\\2/\\1-12", NULL, FALSE },
  { "(\\d{4}-\\d\\d)-(\\d\\d)/\\1", "\\1-\\2/\\1-31", NULL, FALSE },
  { "(\\d{4}-\\d\\d)-(\\d\\d)/\\1", "\\1-\\2/\\1-30", NULL, FALSE },
  { "(\\d{4}-\\d\\d)-(\\d\\d)/\\1", "\\1-\\2/\\1-29", NULL, FALSE },
  { "(\\d{4}-\\d\\d)-(\\d\\d)/\\1", "\\1-\\2/\\1-28", NULL, FALSE },
  { "([^/.]+)/([^/.]+)", "\\2/\\1", NULL, FALSE },
  { "([\\[{])([^,.]+)\\.\\.([^,.]+)([\\]}])", "\\1\\3..\\2\\4", NULL, FALSE },
  /* Times. */
  { "(" DAY ")[T ](\\d{1,2}):(\\d\\d)" OFFSET, "\\1T\\2:\\3\\4", NULL, FALSE },
  { "(" DAY ")[T ](\\d{1,2}:\\d{1,2}:\\d{1,2})(?:[.,]\\d+)?" OFFSET, "\\1T\\2\\3", NULL, FALSE },
  { "(" DAY "T.*[+-]\\d\\d)(\\d\\d)", "\\1:\\2", NULL, FALSE },
  { "(" DAY "T\\d\\d:\\d\\d):60(.*)", "\\1:59\\2", NULL, FALSE },
  { "(" DAY "T.*)-00(?::00)?", "\\1Z", NULL, FALSE },
  { "(" DAY ")T.*", "\\1", "if the time does not matter", FALSE },
  /* Years. */
  { "-0000(.*)", "0000\\1", NULL, FALSE },
  { "(Y-?\\d+(?:E\\d+)?)-.*", "\\1", NULL, FALSE },
  { "Y(-?\\d{4})", "\\1", NULL, FALSE },
  { "Y(-?)0+(\\d{4})", "\\1\\2", NULL, FALSE },
  { "Y(-?)0+(\\d{5,})", "Y\\1\\2", NULL, FALSE },
  { "(-?)0*(\\d{5,})([?~%]?)", "Y\\1\\2\\3", NULL, FALSE },
  { "(\\d\\d)", "\\1XX", NULL, FALSE },
  { "(\\d{3})", "\\1X", NULL, FALSE },
  { "(\\d{3})0s", "\\1X", NULL, FALSE },
  /* What is left when a component is no good. */
  { "(.+)-00", "\\1", NULL, FALSE },
  { "(.+)-00-00", "\\1", NULL, FALSE },
  { "([\\dX]{4}-[\\dX]{2})-[\\dX]{2}", "\\1", "if the day is not known", FALSE },
  { "([\\dX]{4})-[\\dX]{2}(?:-[\\dX]{2})?", "\\1", "if the month is not known", FALSE },
  { "/", "../..", "for any time", FALSE },
};
/* clang-format on */

const ChnRewriteRule *
chn_rewrite_get_rules (guint *n)
{
  *n = G_N_ELEMENTS (rules);
  return rules;
}

/* A hyphen, colon, slash or T before a digit that stands alone, or the start of the text. */
static char *
pad_digits (const char *text)
{
  g_autoptr (GRegex) lonely = g_regex_new ("(?<=[-:T])(\\d)(?=$|[-:/])", 0, 0, NULL);
  return g_regex_replace (lonely, text, -1, 0, "0\\1", 0, NULL);
}

char *
chn_rewrite_apply (const ChnRewriteRule *rule, const char *text)
{
  /* The limit bounds the work on hostile text; a match that hits it is none. */
  g_autofree char *whole = g_strdup_printf ("(*LIMIT_MATCH=10000)^(?:%s)$", rule->pattern);
  g_autoptr (GRegex) regex = g_regex_new (whole, G_REGEX_DOLLAR_ENDONLY, 0, NULL);
  if (!regex || !g_regex_match (regex, text, 0, NULL))
    return NULL;
  g_autofree char *replaced = g_regex_replace (regex, text, -1, 0, rule->replacement, 0, NULL);
  return replaced ? pad_digits (replaced) : NULL;
}
