/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Looking up names: the words asked for, and names that contain them. */
#include "lookup.h"

#include <string.h>

/* How names answer to what was asked, the better the greater: whole words go before parts of words. */
typedef enum { LOOKUP_NOT, LOOKUP_PART, LOOKUP_WORDS } LookupMatch;

/* What was asked, without its case and accents. */
typedef struct {
  char *plain;
  gboolean is_ascii;
  gboolean is_abbreviation; /* "ROC": no part of "Morocco" */
} Lookup;

char *
lookup_dup_name (const Arguments *arguments)
{
  const char *const *words = arguments_get_words (arguments);
  return words[0] ? g_strjoinv (" ", (char **) (guintptr) words) : NULL;
}

/* Text without its accents and case. */
static char *
dup_plain (const char *text)
{
  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (decomposed ? decomposed : text, -1);
  GString *plain = g_string_new (NULL);
  for (const char *at = folded; *at; at = g_utf8_next_char (at))
    if (!g_unichar_ismark (g_utf8_get_char (at)))
      g_string_append_unichar (plain, g_utf8_get_char (at));
  return g_string_free (plain, FALSE);
}

static gboolean
is_abbreviation (const char *text)
{
  enum { LONGEST_ABBREVIATION = 4 };
  gsize n = 0;
  while (g_ascii_isupper (text[n]))
    n++;
  return n > 0 && n <= LONGEST_ABBREVIATION && text[n] == '\0';
}

static void
init (Lookup *lookup, const char *wanted)
{
  lookup->is_abbreviation = is_abbreviation (wanted);
  lookup->plain = dup_plain (wanted);
  lookup->is_ascii = g_str_is_ascii (lookup->plain);
}

static void
clear (Lookup *lookup)
{
  g_clear_pointer (&lookup->plain, g_free);
}

static gboolean
is_letter (const char *at)
{
  return *at && g_unichar_isalnum (g_utf8_get_char (at));
}

static gboolean
stands_alone (const char *text, const char *at, gsize length)
{
  return (at == text || !is_letter (g_utf8_prev_char (at))) && !is_letter (at + length);
}

/* Letters behind the Latin ones, of which names in Latin letters have none. */
static gboolean
is_of_other_script (const char *text)
{
  enum { FIRST_OTHER = 0x370 };
  return g_utf8_get_char (text) >= FIRST_OTHER;
}

static LookupMatch
match_text (const Lookup *lookup, const char *text)
{
  if (lookup->is_ascii && is_of_other_script (text))
    return LOOKUP_NOT;
  g_autofree char *plain = dup_plain (text);
  gsize length = strlen (lookup->plain);
  LookupMatch best = LOOKUP_NOT;
  for (const char *at = strstr (plain, lookup->plain); at && *at && best != LOOKUP_WORDS;
       at = strstr (g_utf8_next_char (at), lookup->plain))
    best = stands_alone (plain, at, length) ? LOOKUP_WORDS : LOOKUP_PART;
  return best == LOOKUP_PART && lookup->is_abbreviation ? LOOKUP_NOT : best;
}

/* The best that one of the names does. */
static LookupMatch
match_names (const Lookup *lookup, const LookupNames *names)
{
  LookupMatch best = match_text (lookup, names->id);
  best = MAX (best, match_text (lookup, names->name));
  best = MAX (best, match_text (lookup, names->short_name));
  for (guint i = 0; i < names->n_aliases && best != LOOKUP_WORDS; i++)
    best = MAX (best, match_text (lookup, names->aliases[i].name));
  return best;
}

GPtrArray *
lookup_find (const GPtrArray *things, const char *wanted, LookupNamesFunc get_names)
{
  Lookup lookup;
  GPtrArray *found = g_ptr_array_new ();
  LookupMatch best = LOOKUP_PART;
  init (&lookup, wanted);
  for (guint i = 0; i < things->len; i++) {
    LookupNames names = get_names (things->pdata[i]);
    LookupMatch match = match_names (&lookup, &names);
    if (match > best)
      g_ptr_array_set_size (found, 0);
    best = MAX (best, match);
    if (match == best)
      g_ptr_array_add (found, things->pdata[i]);
  }
  clear (&lookup);
  return found;
}
