/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Guesses what a malformed document symbol, or a citation in prose, was meant to be. */
#include "model/symbol/repair.h"

#include <string.h>

#include "model/symbol/parse.h"

/* Mistakes that were met in print and what was meant. The patterns ignore case; blanks are single. */
typedef struct {
  const char *pattern;
  const char *replacement;
} Repair;

static const Repair repairs[] = {
  { "/(WG|AC|C|CN|CONF|SUB|PV|SR|L|CRP|WP|Add|Corr|Rev|Amend)[/ -]?(?=[0-9])", "/\\1." },
  { "^S/RES/(\\d+)/(\\d{4})$", "S/RES/\\1 (\\2)" },
  { "^S/RES/(\\d{4})/(\\d+)$", "S/RES/\\2 (\\1)" },
  { "^S/RES/(\\d{1,3})/(\\d+)$", "A/RES/\\1/\\2" },
  { "^A/RES/(\\d+) ?\\((\\d{4})\\)$", "S/RES/\\1 (\\2)" },
  { "^A/RES/([7-9]|[12]\\d|30)/(\\d+)$", "A/HRC/RES/\\1/\\2" },
  { "^(A|A/HRC)/(\\d+)/(RES|DEC|PRST)/(\\d+)$", "\\1/\\3/\\2/\\4" },
  { "^(HRC|C\\.\\d|CONF\\.\\d+|RES|DEC)/(?=.*/)", "A/\\1/" },
  { "^RES/(\\d+ ?\\(\\d{4}\\))$", "S/RES/\\1" },
  { "^(PV|PRST)(?=[./])", "S/\\1" },
  { "^CN\\.", "E/CN." },
  { "^(?:\\W*)((?:A|S|E)/.*?)[\\W]*$", "\\1" },
  { "^(?:the )?(?:unga|ga|(?:un )?general assembly|assembly)(?:'s)? ?(?:res\\.?|resolution)? ?(\\d+/\\d+)$",
    "A/RES/\\1" },
  { "^(?:the )?(?:unhrc|hrc|(?:un )?human rights council|council)(?:'s)? ?(?:res\\.?|resolution)? ?(\\d+/\\d+)$",
    "A/HRC/RES/\\1" },
  { "^commission(?: on human rights)? (?:res\\.?|resolution) ?(\\d{4}/\\d+)$", "E/CN.4/RES/\\1" },
  { "^(?:[a-z ]* )?(?:res\\.?|resolution)?,? ?(?:no\\.? ?)?(\\d{1,4}) ?\\((\\d{4})\\)$", "S/RES/\\1 (\\2)" },
  { "^(?:[a-z ]* )?(?:res\\.?|resolution) (?:no\\.? ?)?(\\d{1,4})$", "S/RES/\\1" },
  { "^(?:[a-z ]* )?(?:res\\.?|resolution)? ?(\\d+) ?(?:([a-z]) )?\\(([ivx]+)\\)$", "A/RES/\\1(\\3) \\2" },
  { "^(?:res\\.?|resolution) ((?:3[1-9]|[4-9]\\d|1\\d\\d)/\\d+)$", "A/RES/\\1" },
};

static char *
get_canonical (const char *text, gsize length)
{
  g_autoptr (ChnSymbol) symbol = chn_symbol_parse_strictly (text, length, NULL);
  return symbol ? g_strdup (symbol->text) : NULL;
}

static char *
apply (const Repair *repair, const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new (repair->pattern, G_REGEX_CASELESS, 0, NULL);
  if (!regex || !g_regex_match (regex, text, 0, NULL))
    return NULL;
  return g_regex_replace (regex, text, -1, 0, repair->replacement, 0, NULL);
}

/* The first repair that makes a symbol of the text, alone or after another. */
static char *
repair_text (const char *text, guint depth)
{
  for (gsize i = 0; i < G_N_ELEMENTS (repairs); i++) {
    g_autofree char *candidate = apply (&repairs[i], text);
    if (!candidate || g_str_equal (candidate, text))
      continue;
    char *canonical = get_canonical (candidate, strlen (candidate));
    if (!canonical && depth > 0)
      canonical = repair_text (candidate, depth - 1);
    if (canonical)
      return canonical;
  }
  return NULL;
}

char *
chn_symbol_repair (const char *text, gsize length)
{
  enum { LONGEST = 120, DEPTH = 1 };
  if (length > LONGEST || !g_utf8_validate_len (text, length, NULL))
    return NULL;
  g_autofree char *copy = g_strndup (text, length);
  return repair_text (g_strstrip (copy), DEPTH);
}
