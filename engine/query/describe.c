/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What conditions ask for, described for engines beside this one. */
#include "query/describe.h"

#include <string.h>

#include "model/symbol/pair.h"

ChnDescription *
chn_description_new (void)
{
  ChnDescription *description = g_new0 (ChnDescription, 1);
  description->keys = g_ptr_array_new_with_free_func (g_free);
  description->lacked = g_ptr_array_new_with_free_func (g_free);
  description->doubts = g_ptr_array_new_with_free_func (g_free);
  description->never = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < CHN_N_WORD_PLACES; i++)
    description->words[i] = g_ptr_array_new ();
  description->events = g_ptr_array_new ();
  description->made = g_ptr_array_new_with_free_func (g_free);
  description->stretches = g_array_new (FALSE, FALSE, sizeof (ChnDateStretch));
  description->counts = g_array_new (FALSE, FALSE, sizeof (ChnCountStretch));
  description->pairs = g_array_new (FALSE, FALSE, sizeof (ChnPairStretch));
  description->texts = g_array_new (FALSE, FALSE, sizeof (ChnTextStretch));
  description->insides = g_array_new (FALSE, FALSE, sizeof (ChnInside));
  description->rolls = g_array_new (FALSE, FALSE, sizeof (ChnNamedBallots));
  description->alone = g_array_new (FALSE, FALSE, sizeof (ChnAloneWords));
  return description;
}

void
chn_description_free (ChnDescription *description)
{
  if (!description)
    return;
  g_ptr_array_unref (description->keys);
  g_ptr_array_unref (description->lacked);
  g_ptr_array_unref (description->doubts);
  g_ptr_array_unref (description->never);
  for (guint i = 0; i < CHN_N_WORD_PLACES; i++)
    g_ptr_array_unref (description->words[i]);
  g_ptr_array_unref (description->events);
  g_ptr_array_unref (description->made);
  g_array_unref (description->stretches);
  g_array_unref (description->counts);
  g_array_unref (description->pairs);
  g_array_unref (description->texts);
  g_array_unref (description->insides);
  for (guint i = 0; i < description->rolls->len; i++)
    g_ptr_array_unref ((GPtrArray *) g_array_index (description->rolls, ChnNamedBallots, i).ids);
  g_array_unref (description->rolls);
  g_array_unref (description->alone);
  chn_description_free (description->sure);
  g_free (description);
}

void
chn_description_add_key (ChnDescription *description, const char *word, const char *name)
{
  g_ptr_array_add (description->keys, g_strconcat (word, " ", name, NULL));
}

void
chn_description_add_doubt (ChnDescription *description, const char *word, const char *name)
{
  g_ptr_array_add (description->doubts, g_strconcat (word, " ", name, NULL));
}

void
chn_description_add_words (ChnDescription *description, ChnWordPlace place, const ChnWords *words)
{
  g_ptr_array_add (description->words[place], (gpointer) words);
  if (place == CHN_WORDS_IN_TEXT && chn_words_are_phrase (words) &&
      !g_ptr_array_find_with_equal_func (description->doubts, CHN_KEY_UNPLACED, g_str_equal, NULL))
    g_ptr_array_add (description->doubts, g_strdup (CHN_KEY_UNPLACED));
}

void
chn_description_add_beginning (ChnDescription *description, ChnWordPlace place, const char *text)
{
  ChnWords *words = g_new0 (ChnWords, 1);
  char *folded = chn_words_fold (text);
  g_ptr_array_add (description->made, words);
  g_ptr_array_add (description->made, folded);
  *words = (ChnWords){ .folded = folded, .is_plain = FALSE, .is_beginning = TRUE };
  chn_description_add_words (description, place, words);
}

/* Adds what one symbol has: not the year behind a resolution of the Council, "(2016)", which may be left out. */
static void
add_one_symbol (ChnDescription *description, ChnWordPlace place, const char *symbol)
{
  const gsize n_year = strlen ("(2016)");
  gsize length = strlen (symbol);
  while (length > 0 && strchr (" *", symbol[length - 1]))
    length--;
  const char *year = symbol + (length > n_year ? length - n_year : 0);
  gboolean has_year = *year == '(' && symbol[length - 1] == ')' && strspn (year + 1, "0123456789") == n_year - 2;
  g_autofree char *asked = g_strndup (symbol, has_year ? (gsize) (year - symbol) : length);
  chn_description_add_beginning (description, place, asked);
}

void
chn_description_add_symbol (ChnDescription *description, ChnWordPlace place, const char *symbol)
{
  g_autoptr (GPtrArray) readings = chn_pair_list_readings (symbol);
  for (guint i = 0; i < readings->len; i++)
    add_one_symbol (description, place, readings->pdata[i]);
}

void
chn_description_add_codes (ChnDescription *description, const char *word, const ChnCodes *codes,
                           const ChnColumns *columns)
{
  for (guint32 code = 0; code < codes->n_codes; code++)
    if (codes->wanted[code])
      chn_description_add_key (description, word, chn_columns_get_code_text (columns, codes->dictionary, code));
}

ChnDescription *
chn_description_need_sure (ChnDescription *description)
{
  if (!description->sure)
    description->sure = chn_description_new ();
  return description->sure;
}

void
chn_description_add_inside (ChnDescription *description, const char *key, gint64 earliest, gint64 latest)
{
  const ChnInside inside = { g_strdup (key), earliest, latest };
  g_ptr_array_add (description->made, (gpointer) inside.key);
  g_array_append_val (description->insides, inside);
}

void
chn_description_add_roll (ChnDescription *description, guint kinds, gboolean all, GPtrArray *ids)
{
  const ChnNamedBallots ballots = { kinds, all, ids };
  g_array_append_val (description->rolls, ballots);
}

/* Plain words, none of which may have been cut, with a blank between each. */
static gboolean
are_plain (const ChnWords *words, guint *n)
{
  gsize length = 0;
  *n = 1;
  for (const char *at = words->folded; *at; at++) {
    gboolean parts = *at == ' ' && length > 0 && at[1] != '\0';
    length = parts ? 0 : length + 1;
    *n += parts ? 1 : 0;
    if ((!parts && !g_ascii_isalnum (*at)) || length >= CHN_WORDS_LONGEST)
      return FALSE;
  }
  return length > 0;
}

gboolean
chn_words_are_single (const ChnWords *words)
{
  guint n = 0;
  return are_plain (words, &n) && n == 1;
}

gboolean
chn_words_are_phrase (const ChnWords *words)
{
  guint n = 0;
  return are_plain (words, &n) && n > 1;
}

ChnDescription *
chn_condition_describe (const ChnCondition *condition, const ChnColumns *columns)
{
  ChnDescription *description = chn_description_new ();
  const ChnQueryRule *rule = condition->term->rule;
  if (rule->describe)
    rule->describe (condition, columns, description);
  else
    description->is_all = TRUE;
  return description;
}
