/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Parsing for people: a date, or an error that says what a text that is not EDTF was probably meant to
 * be. Each way of rewriting is tried in turn, and only what parses is offered, so a hint is never wrong
 * EDTF.
 */
#include <string.h>

#include "base/error.h"
#include "date/date.h"
#include "date/rewrite.h"

enum { LONGEST_HINTED = 200 };

typedef struct {
  char *text;
  const ChnRewriteRule *rule; /* NULL unless it came from the table */
} Candidate;

typedef struct {
  Candidate candidate[2];
  guint n;
} Offer;

static gboolean
is_date (const char *text)
{
  g_autoptr (ChnDate) date = chn_date_parse_plainly (text, strlen (text), NULL);
  return date != NULL;
}

/* Adds a candidate that parses and is new; takes it. */
static gboolean
offer (Offer *made, char *candidate, const ChnRewriteRule *rule)
{
  g_autofree char *taken = candidate;
  gboolean again = made->n > 0 && g_strcmp0 (taken, made->candidate[0].text) == 0;
  if (!taken || again || made->n == G_N_ELEMENTS (made->candidate) || !is_date (taken))
    return FALSE;
  made->candidate[made->n++] = (Candidate){ g_steal_pointer (&taken), rule };
  return TRUE;
}

/* Whether the patterns of the table could fit at all, which spares words their cost. */
static gboolean
has_only_pattern_characters (const char *text)
{
  return strspn (text, "0123456789X?~%./,-+:[]{} TZYEsto\xE2\x80\x93\x94") == strlen (text);
}

/* The rows of the table in order, until one fits that ends the search. */
static void
offer_patterns (Offer *made, const char *text)
{
  guint n_rules;
  if (!has_only_pattern_characters (text))
    return;
  const ChnRewriteRule *rules = chn_rewrite_get_rules (&n_rules);
  for (guint i = 0; i < n_rules && made->n < G_N_ELEMENTS (made->candidate); i++)
    if (offer (made, chn_rewrite_apply (&rules[i], text), &rules[i]) && !rules[i].ambiguous)
      return;
}

static void
offer_all (Offer *made, const char *text)
{
  g_autofree char *spelled = chn_rewrite_spelling (text);
  if (offer (made, g_strdup (spelled), NULL) || offer (made, chn_rewrite_calendar (text), NULL))
    return;
  offer_patterns (made, text);
  if (made->n == 0)
    offer_patterns (made, spelled);
  if (made->n == 0)
    offer (made, chn_rewrite_english (text), NULL);
}

static void
clear_offer (Offer *made)
{
  for (guint i = 0; i < made->n; i++)
    g_free (made->candidate[i].text);
}

char *
chn_date_dup_meant (const char *text)
{
  if (*text == '\0' || strlen (text) > LONGEST_HINTED)
    return NULL;
  if (is_date (text))
    return g_strdup (text);
  Offer made = { 0 };
  offer_all (&made, text);
  char *meant = made.n == 1 ? g_strdup (made.candidate[0].text) : NULL;
  clear_offer (&made);
  return meant;
}

/* The note of an ambiguous rewriting is of use only beside the other meaning. */
static char *
phrase (const Offer *made)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < made->n; i++) {
    const ChnRewriteRule *rule = made->candidate[i].rule;
    g_string_append_printf (text, "%s%s", i == 0 ? "write " : " or ", made->candidate[i].text);
    if (rule && rule->note && (made->n > 1 || !rule->ambiguous))
      g_string_append_printf (text, " %s", rule->note);
  }
  return g_string_free (text, FALSE);
}

static const char *
get_general_hint (ChnError code)
{
  return code == CHN_ERROR_LIMIT ? "write fewer or shorter parts, and years from Y-292E9 to Y292E9"
                                 : "write YYYY, YYYY-MM or YYYY-MM-DD, as in 2014-11-18";
}

/* What to write instead; never NULL. */
static char *
dup_hint (const char *text, gsize length, const ChnDateFault *fault)
{
  if (length == 0 || length > LONGEST_HINTED || memchr (text, '\0', length) ||
      !g_utf8_validate (text, (gssize) length, NULL))
    return g_strdup (get_general_hint (fault->code));
  g_autofree char *copy = g_strndup (text, length);
  Offer made = { 0 };
  offer_all (&made, copy);
  char *hint = made.n > 0 ? phrase (&made) : g_strdup (get_general_hint (fault->code));
  clear_offer (&made);
  return hint;
}

ChnDate *
chn_date_parse (const char *text, gssize length, GError **error)
{
  g_return_val_if_fail (text != NULL, NULL);
  gsize bytes = length < 0 ? strlen (text) : (gsize) length;
  ChnDateFault fault = { 0 };
  ChnDate *date = chn_date_parse_plainly (text, bytes, &fault);
  if (!date && error) {
    g_autofree char *hint = dup_hint (text, bytes, &fault);
    chn_error_set_at (error, fault.code, fault.offset, fault.length, hint, "%s", fault.message);
  }
  return date;
}
