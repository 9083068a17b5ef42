/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Words that are looked up, as each index of words is asked for them. */
#include "store/database/sql-words.h"

#include <string.h>

#include "base/segment.h"
#include "store/database/word-list.h"

/* Both engines say "and", "or" and "beginning with" in words of their own. */
typedef struct {
  const char *open, *close, *both, *either, *beginning;
} Wording;

static const Wording wordings[CHN_N_DATABASE_KINDS] = {
  [CHN_DATABASE_SQLITE] = { "\"", "\"", " AND ", " OR ", "*" },
  [CHN_DATABASE_POSTGRESQL] = { "'", "'", " & ", " | ", ":*" },
};

static void
append_word (GString *out, ChnDatabaseKind kind, ChnWordPlace place, const char *word, gsize length,
             const char *ending)
{
  g_autofree char *longer = g_strdup_printf ("%.*s%s", (int) length, word, ending);
  g_string_append (out, wordings[kind].open);
  chn_store_append_word (out, kind, place, longer, strlen (longer));
  g_string_append (out, wordings[kind].close);
}

/* Behind letters there may be the ending of a plural. */
static const char *const endings[] = { "", "s", "es" };

static guint
count_endings (const char *word, gsize length)
{
  return length > 0 && (guchar) word[length - 1] < 0x80 && !g_ascii_isalpha (word[length - 1])
             ? 1
             : G_N_ELEMENTS (endings);
}

/* The last word may have such, or go on. */
static void
append_last (GString *out, ChnDatabaseKind kind, ChnWordPlace place, const char *word, gsize length,
             gboolean is_beginning)
{
  if (is_beginning) {
    append_word (out, kind, place, word, length, "");
    g_string_append (out, wordings[kind].beginning);
    return;
  }
  g_string_append_c (out, '(');
  for (guint i = 0; i < count_endings (word, length); i++) {
    g_string_append (out, i > 0 ? wordings[kind].either : "");
    append_word (out, kind, place, word, length, endings[i]);
  }
  g_string_append_c (out, ')');
}

char *
chn_sql_dup_words (ChnDatabaseKind kind, ChnWordPlace place, const ChnWords *words)
{
  const char *word;
  gsize length;
  g_autoptr (GString) out = g_string_new (NULL);
  for (const char *at = words->folded; chn_segment_next (&at, &word, &length);) {
    const char *next, *rest = at;
    gsize ignored;
    g_string_append (out, out->len > 0 ? wordings[kind].both : "");
    if (chn_segment_next (&rest, &next, &ignored))
      append_word (out, kind, place, word, length, "");
    else
      append_last (out, kind, place, word, length, words->is_beginning);
  }
  return out->len > 0 ? g_strdup (out->str) : NULL;
}

char *
chn_sql_dup_words_of (ChnDatabaseKind kind, ChnWordPlace place, const char *text)
{
  g_autofree char *folded = chn_words_fold (text);
  return chn_sql_dup_words (kind, place, &(ChnWords){ .folded = folded });
}

/* A tsquery has an operator for it: 'human' <-> ('right' | 'rights' | 'rightes'). */
static char *
dup_vector_phrase (const ChnWords *words)
{
  const char *last = strrchr (words->folded, ' ') + 1;
  GString *out = g_string_new (NULL);
  for (const char *at = words->folded; at < last; at = strchr (at, ' ') + 1) {
    append_word (out, CHN_DATABASE_POSTGRESQL, CHN_WORDS_IN_TEXT, at, strcspn (at, " "), "");
    g_string_append (out, " <-> ");
  }
  append_last (out, CHN_DATABASE_POSTGRESQL, CHN_WORDS_IN_TEXT, last, strlen (last), words->is_beginning);
  return g_string_free (out, FALSE);
}

/* FTS5 takes a phrase in quotes: "human right" OR "human rights" OR "human rightes". */
static char *
dup_quoted_phrase (const ChnWords *words)
{
  GString *out = g_string_new (NULL);
  guint n = words->is_beginning ? 1 : count_endings (words->folded, strlen (words->folded));
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s\"%s%s\"", i > 0 ? " OR " : "", words->folded, endings[i]);
  g_string_append (out, words->is_beginning ? " *" : "");
  return g_string_free (out, FALSE);
}

char *
chn_sql_dup_phrase (ChnDatabaseKind kind, const ChnWords *words)
{
  return kind == CHN_DATABASE_POSTGRESQL ? dup_vector_phrase (words) : dup_quoted_phrase (words);
}

char *
chn_sql_dup_words_condition (ChnDatabaseKind kind, guint number)
{
  return g_strdup_printf (kind == CHN_DATABASE_POSTGRESQL
                              ? "words @@ $%u::tsquery"
                              : "row IN (SELECT rowid FROM event_words WHERE event_words MATCH $%u)",
                          number);
}
