/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Messages whose length does not depend on what they echo. */
#include "base/brief.h"

#include <string.h>

/* Bytes of a word that is shown whole, and of a longer one what is shown of its ends; and so of the whole message. */
enum { LONGEST_WORD = 1600, WORD_HEAD = 480, WORD_TAIL = 160 };
enum { LONGEST = 8000, HEAD = 6000, TAIL = 1500 };

static gboolean
has_long_word (const char *text)
{
  for (const char *at = text; *at;) {
    gsize length = strcspn (at, " ");
    if (length > LONGEST_WORD)
      return TRUE;
    at += length + strspn (at + length, " ");
  }
  return FALSE;
}

/* Back to where a character begins. */
static const char *
step_back (const char *at, const char *start)
{
  while (at > start && ((guchar) *at & 0xC0) == 0x80)
    at--;
  return at;
}

static void
append_ends (GString *out, const char *text, gsize length, gsize head, gsize tail)
{
  const char *cut = step_back (text + head, text), *rest = step_back (text + length - tail, text);
  g_string_append_len (out, text, cut - text);
  g_string_append (out, "…");
  g_string_append_len (out, rest, text + length - rest);
}

static GString *
cut_words (const char *text)
{
  GString *out = g_string_new (NULL);
  for (const char *at = text; *at;) {
    gsize blank = strspn (at, " "), length = strcspn (at + blank, " ");
    g_string_append_len (out, at, (gssize) blank);
    if (length > LONGEST_WORD)
      append_ends (out, at + blank, length, WORD_HEAD, WORD_TAIL);
    else
      g_string_append_len (out, at + blank, (gssize) length);
    at += blank + length;
  }
  return out;
}

char *
chn_brief_dup (const char *message)
{
  if (strlen (message) <= LONGEST && !has_long_word (message))
    return NULL;
  g_autoptr (GString) words = cut_words (message);
  if (words->len <= LONGEST)
    return g_strdup (words->str);
  GString *out = g_string_new (NULL);
  append_ends (out, words->str, words->len, HEAD, TAIL);
  return g_string_free (out, FALSE);
}
