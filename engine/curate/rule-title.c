/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The lint rule about titles: one sentence in the past tense, without a full stop. What a word may be besides a verb
 * in the present is not looked for: votes, reports, tests, calls.
 */
#include <stdlib.h>
#include <string.h>

#include "curate/rule.h"

/* Verbs in the present that are nothing else, and their past. Tables of words are in the order of the alphabet. */
static const char *const verbs[][2] = {
  { "accepts", "accepted" },
  { "accuses", "accused" },
  { "adopts", "adopted" },
  { "affirms", "affirmed" },
  { "agrees", "agreed" },
  { "announces", "announced" },
  { "appoints", "appointed" },
  { "approves", "approved" },
  { "are", "were" },
  { "asks", "asked" },
  { "authorises", "authorised" },
  { "authorizes", "authorized" },
  { "becomes", "became" },
  { "begins", "began" },
  { "condemns", "condemned" },
  { "confirms", "confirmed" },
  { "convenes", "convened" },
  { "decides", "decided" },
  { "declares", "declared" },
  { "demands", "demanded" },
  { "denies", "denied" },
  { "deplores", "deplored" },
  { "elects", "elected" },
  { "endorses", "endorsed" },
  { "establishes", "established" },
  { "expels", "expelled" },
  { "expresses", "expressed" },
  { "extends", "extended" },
  { "fails", "failed" },
  { "has", "had" },
  { "holds", "held" },
  { "imposes", "imposed" },
  { "invites", "invited" },
  { "is", "was" },
  { "meets", "met" },
  { "names", "named" },
  { "nominates", "nominated" },
  { "opposes", "opposed" },
  { "passes", "passed" },
  { "proposes", "proposed" },
  { "publishes", "published" },
  { "ratifies", "ratified" },
  { "reaffirms", "reaffirmed" },
  { "recommends", "recommended" },
  { "reiterates", "reiterated" },
  { "rejects", "rejected" },
  { "renews", "renewed" },
  { "resumes", "resumed" },
  { "says", "said" },
  { "submits", "submitted" },
  { "suspends", "suspended" },
  { "takes", "took" },
  { "tells", "told" },
  { "threatens", "threatened" },
  { "urges", "urged" },
  { "vetoes", "vetoed" },
  { "vows", "vowed" },
  { "warns", "warned" },
  { "welcomes", "welcomed" },
  { "withdraws", "withdrew" },
};

/* Past tenses that do not end as most do. */
static const char *const pasts[] = { "became", "began", "broke", "brought",  "built", "came", "chose",
                                     "drew",   "fell",  "fled",  "fought",   "found", "gave", "had",
                                     "held",   "kept",  "led",   "left",     "lost",  "made", "met",
                                     "paid",   "said",  "sat",   "saw",      "sent",  "shot", "sought",
                                     "spoke",  "stood", "swore", "taught",   "threw", "told", "took",
                                     "was",    "went",  "were",  "withdrew", "won",   "wrote" };

/* Behind which a full stop ends no sentence. */
static const char *const shortenings[] = {
  "al",   "amb", "apr", "art", "arts", "assn", "aug",  "bros", "capt", "cf",  "co",  "col",  "corp",  "dec", "dept",
  "dr",   "ed",  "etc", "feb", "fr",   "gen",  "gov",  "hon",  "inc",  "jan", "jr",  "jul",  "jun",   "lt",  "ltd",
  "maj",  "mar", "mr",  "mrs", "ms",   "mt",   "no",   "nos",  "nov",  "oct", "op",  "para", "paras", "pp",  "pres",
  "prof", "rep", "res", "rev", "sen",  "sep",  "sept", "sgt",  "sr",   "st",  "vol", "vs"
};

static int
compare_word (gconstpointer word, gconstpointer entry)
{
  return strcmp (word, *(const char *const *) entry);
}

static gboolean
is_among (const char *word, const char *const *words, guint n)
{
  return bsearch (word, words, n, sizeof *words, compare_word) != NULL;
}

/* What stands in a title that is a quotation is not ours. */
static gboolean
is_quoted (const char *title)
{
  return *title == '"' || g_str_has_prefix (title, "\342\200\234") || g_str_has_prefix (title, "\302\253");
}

static gboolean
is_word_byte (char byte)
{
  return g_ascii_isalpha (byte) || (guchar) byte >= 0x80;
}

/* The word that ends before a place, in small letters. */
static char *
dup_word_before (const char *text, const char *end)
{
  const char *begin = end;
  while (begin > text && is_word_byte (begin[-1]))
    begin--;
  return g_ascii_strdown (begin, end - begin);
}

/* Whether a full stop at a place may belong to what stands before it: U.N., Mr., No. */
static gboolean
is_shortening (const char *text, const char *stop)
{
  g_autofree char *word = dup_word_before (text, stop);
  gsize length = strlen (word);
  return length == 0 || length == 1 || is_among (word, shortenings, G_N_ELEMENTS (shortenings)) ||
         (stop > text && stop[-1] == '.') || (stop > text + length && stop[-(gssize) length - 1] == '.');
}

static gboolean
ends_in_stop (const char *title)
{
  gsize length = strlen (title);
  if (g_str_has_suffix (title, "\343\200\202")) /* the ideographic full stop */
    return TRUE;
  return length > 1 && title[length - 1] == '.' && !is_shortening (title, title + length - 1);
}

/* Where a second sentence begins; NULL where none does. */
static const char *
find_second_sentence (const char *title)
{
  for (const char *at = title; (at = strpbrk (at, ".!?")); at++) {
    const char *next = at + 1;
    if (*next != ' ' || (*at == '.' && is_shortening (title, at)))
      continue;
    gunichar first = g_utf8_get_char (next + 1);
    if (g_unichar_isupper (first))
      return next + 1;
  }
  return NULL;
}

static gboolean
is_past (const char *word, gsize length)
{
  return (length > 3 && g_str_has_suffix (word, "ed")) || is_among (word, pasts, G_N_ELEMENTS (pasts));
}

/* The past of a verb in the present; NULL for any other word. */
static const char *
find_past (const char *word)
{
  const char *const *verb = bsearch (word, verbs, G_N_ELEMENTS (verbs), sizeof *verbs, compare_word);
  return verb ? verb[1] : NULL;
}

/* No verb of the tables is longer, and words that end otherwise are none of the present. */
enum { LONGEST_VERB = 12 };

/* Takes a word in small letters; FALSE where it is too long for a verb. */
static gboolean
take_word (const char *at, gsize length, char word[LONGEST_VERB + 1])
{
  for (gsize i = 0; i < length && length <= LONGEST_VERB; i++)
    word[i] = g_ascii_tolower (at[i]);
  word[MIN (length, LONGEST_VERB)] = '\0';
  return length > 0 && length <= LONGEST_VERB;
}

/* The first verb decides: what follows may be said by somebody. TRUE with its past in *past where it is one of the
 * present. */
static gboolean
find_present (const char *title, char word[LONGEST_VERB + 1], const char **past)
{
  for (const char *at = title; *at;) {
    gsize length = 0;
    while (is_word_byte (at[length]) || (length > 0 && at[length] == '\''))
      length++;
    gboolean may_be_verb = take_word (at, length, word);
    if (may_be_verb ? is_past (word, length) : length > 3 && g_ascii_strncasecmp (at + length - 2, "ed", 2) == 0)
      return FALSE;
    *past = may_be_verb ? find_past (word) : NULL;
    if (*past)
      return TRUE;
    at += MAX (length, 1);
  }
  return FALSE;
}

static void
check_tense (const ChnCheck *check, const char *title)
{
  const char *past = NULL;
  char word[LONGEST_VERB + 1];
  if (!find_present (title, word, &past))
    return;
  g_autofree char *hint = g_strdup_printf ("write \"%s\"", past);
  chn_check_found (check, CHN_FIELD_TITLE, 0, hint, "the title is in the present tense: \"%s\"", word);
}

void
chn_rule_title_style (const ChnCheck *check)
{
  const char *title = chn_event_get_text (check->event, CHN_FIELD_TITLE);
  if (!title || is_quoted (title))
    return;
  const char *second = find_second_sentence (title);
  if (second)
    chn_check_found (check, CHN_FIELD_TITLE, 0, "keep one sentence, and say the rest in the summary",
                     "the title has a second sentence: \"%s\"", second);
  if (ends_in_stop (title))
    chn_check_found (check, CHN_FIELD_TITLE, 0, "leave it out", "the title ends in a full stop");
  if (chn_event_get_term (check->event, CHN_FIELD_STATUS) == CHN_STATUS_OCCURRED)
    check_tense (check, title);
}
