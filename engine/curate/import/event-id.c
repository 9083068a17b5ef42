/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Makes ids that a person can read and type: where, when and what. */
#include "curate/import/event-id.h"

#include <chancery/symbol.h>
#include <string.h>

#include "base/civil.h"
#include "base/fold.h"
#include "base/hash.h"

enum { MOST_WORDS = 5, LONGEST = 60 };

/* Words that tell nothing apart. */
static const char *const empty[] = { "the", "a",  "an",  "of",  "on",   "in",  "at",  "to",  "and", "for",
                                     "by",  "is", "was", "its", "with", "der", "die", "das", "und", "des",
                                     "le",  "la", "les", "de",  "du",   "et",  "el",  "los", NULL };

static const char *
find_forum (const ChnEvent *event, ChnSymbol **symbol)
{
  guint n = 0;
  const char *const *forums = chn_event_get_items (event, CHN_FIELD_FORUMS, &n);
  if (n > 0)
    return forums[0];
  const char *const *symbols = chn_event_get_items (event, CHN_FIELD_SYMBOLS, &n);
  *symbol = n > 0 ? chn_symbol_parse (symbols[0], -1, NULL) : NULL;
  return *symbol ? chn_symbol_get_forum (*symbol) : NULL;
}

static void
append (GString *id, const char *text, gsize length)
{
  if (id->len > 0)
    g_string_append_c (id, '-');
  g_string_append_len (id, text, (gssize) length);
}

/* "c3" of "un.ga.c3" */
static void
append_forum (GString *id, const ChnEvent *event)
{
  g_autoptr (ChnSymbol) symbol = NULL;
  const char *forum = find_forum (event, &symbol);
  const char *dot = forum ? strrchr (forum, '.') : NULL;
  const char *last = dot ? dot + 1 : forum;
  if (forum && strlen (last) < LONGEST) /* a longer one leaves no room for the year */
    append (id, last, strlen (last));
}

static void
append_year (GString *id, const ChnEvent *event)
{
  const ChnDateBounds *bounds = chn_event_get_bounds (event);
  gint64 seconds = bounds->earliest != CHN_TIME_MIN ? bounds->earliest : bounds->latest;
  if (seconds == CHN_TIME_MAX || seconds == CHN_TIME_MIN)
    return;
  ChnCivil day = chn_civil_from_seconds (seconds);
  char year[24];
  g_snprintf (year, sizeof year, "%" G_GINT64_FORMAT, ABS (day.year));
  append (id, year, strlen (year));
}

static gboolean
is_empty (const char *word, gsize length)
{
  for (guint i = 0; empty[i]; i++)
    if (strlen (empty[i]) == length && memcmp (empty[i], word, length) == 0)
      return TRUE;
  return length == 0;
}

guint
chn_event_id_append_words (GString *id, const char *title)
{
  g_autofree char *folded = chn_fold_text (title, -1);
  guint n = 0;
  for (const char *at = folded; *at && n < MOST_WORDS && id->len < LONGEST;) {
    gsize length = 0;
    while (g_ascii_isalnum (at[length]))
      length++;
    if (!is_empty (at, length) && id->len + length <= LONGEST) {
      append (id, at, length);
      n++;
    }
    at += length;
    at += *at != '\0' && length == 0;
  }
  return n;
}

void
chn_event_ids_init (ChnEventIds *ids)
{
  ids->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ids->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
chn_event_ids_clear (ChnEventIds *ids)
{
  g_clear_pointer (&ids->taken, g_hash_table_unref);
  g_clear_pointer (&ids->numbers, g_hash_table_unref);
}

void
chn_event_ids_take (ChnEventIds *ids, GString *id)
{
  gsize length = id->len;
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (ids->numbers, id->str));
  for (n = MAX (n, 2); g_hash_table_contains (ids->taken, id->str); n++) {
    g_string_truncate (id, length);
    g_string_append_printf (id, "-%u", n);
  }
  if (id->len > length)
    g_hash_table_replace (ids->numbers, g_strndup (id->str, length), GUINT_TO_POINTER (n));
  g_hash_table_add (ids->taken, g_strdup (id->str));
}

static GString *
make (const ChnEvent *event)
{
  const char *title = chn_event_get_text (event, CHN_FIELD_TITLE);
  GString *id = g_string_new (NULL);
  append_forum (id, event);
  append_year (id, event);
  if (chn_event_id_append_words (id, title) == 0) {
    char hash[16]; /* of a title in another script */
    g_snprintf (hash, sizeof hash, "event-%06" G_GINT64_MODIFIER "x",
                chn_hash_fnv (CHN_FNV_START, title, strlen (title)) & 0xFFFFFF);
    append (id, hash, strlen (hash));
  }
  return id;
}

char *
chn_event_ids_dup_new (ChnEventIds *ids, const ChnEvent *event)
{
  GString *id = make (event);
  chn_event_ids_take (ids, id);
  return g_string_free (id, FALSE);
}

char *
chn_event_id_dup_new (const ChnEvent *event, GHashTable *taken)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return chn_event_ids_dup_new (&(ChnEventIds){ taken, numbers }, event);
}
