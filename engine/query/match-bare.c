/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Words without a field: in title and summary, in the names of actors and forums, in symbols. */
#include "query/codes.h"
#include "query/complain.h"
#include "query/match.h"
#include "query/words.h"

typedef struct {
  ChnWords words;
  ChnCodes *actors;
  ChnCodes *forums;
  ChnCodes *symbols;
} Search;

static gboolean
any_alias (const ChnWords *words, const ChnAlias *aliases, guint n)
{
  for (guint i = 0; i < n; i++)
    if (chn_words_stand_in (words, aliases[i].name))
      return TRUE;
  return FALSE;
}

static gboolean
names_actor (const ChnBinder *binder, const ChnWords *words, const char *id)
{
  const ChnActor *actor = chn_registry_get_actor (binder->registry, id);
  guint n = 0;
  if (!actor)
    return FALSE;
  const ChnAlias *aliases = chn_actor_get_aliases (actor, &n);
  return chn_words_stand_in (words, id) || chn_words_stand_in (words, chn_actor_get_name (actor)) ||
         chn_words_stand_in (words, chn_actor_get_short_name (actor)) || any_alias (words, aliases, n);
}

static gboolean
names_forum (const ChnBinder *binder, const ChnWords *words, const char *id)
{
  const ChnForum *forum = chn_registry_get_forum (binder->registry, id);
  guint n = 0;
  if (!forum)
    return FALSE;
  const ChnAlias *aliases = chn_forum_get_aliases (forum, &n);
  return chn_words_are (words, id) || chn_words_stand_in (words, chn_forum_get_name (forum)) ||
         chn_words_stand_in (words, chn_forum_get_short_name (forum)) || any_alias (words, aliases, n);
}

static gboolean
names_symbol (const ChnBinder *binder, const ChnWords *words, const char *symbol)
{
  (void) binder;
  return chn_words_stand_in (words, symbol);
}

typedef gboolean (*NameTest) (const ChnBinder *binder, const ChnWords *words, const char *text);

static ChnCodes *
find_codes (ChnBinder *binder, const ChnWords *words, ChnDictionaryId dictionary, NameTest test)
{
  ChnCodes *codes = chn_codes_new (binder->arena, binder->columns, dictionary);
  for (guint32 code = 0; code < codes->n_codes; code++)
    codes->wanted[code] =
        (guint8) !!test (binder, words, chn_columns_get_code_text (binder->columns, dictionary, code));
  return codes;
}

gboolean
chn_bind_bare (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  Search *search = chn_arena_alloc (binder->arena, sizeof *search);
  if (!chn_words_init (&search->words, &condition->term->values[0].low, binder->arena, error))
    return FALSE;
  search->actors = find_codes (binder, &search->words, CHN_DICTIONARY_ACTORS, names_actor);
  search->forums = find_codes (binder, &search->words, CHN_DICTIONARY_FORUMS, names_forum);
  search->symbols = find_codes (binder, &search->words, CHN_DICTIONARY_SYMBOLS, names_symbol);
  condition->data = search;
  return TRUE;
}

static gboolean
has_actor (const Search *search, const ChnColumns *columns, guint row)
{
  guint n = 0;
  const ChnActorCell *actors = chn_columns_get_actors (columns, row, &n);
  for (guint i = 0; i < n; i++)
    if (chn_codes_contain (search->actors, actors[i].actor))
      return TRUE;
  return FALSE;
}

gboolean
chn_match_bare (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  const Search *search = condition->data;
  guint n_forums = 0, n_symbols = 0;
  const guint32 *forums = chn_columns_get_forums (columns, row, &n_forums);
  const guint32 *symbols = chn_columns_get_symbols (columns, row, &n_symbols);
  return chn_codes_meet (search->forums, forums, n_forums) || chn_codes_meet (search->symbols, symbols, n_symbols) ||
         has_actor (search, columns, row) ||
         chn_words_stand_in (&search->words, chn_columns_get_text (columns, CHN_FIELD_TITLE, row)) ||
         chn_words_stand_in (&search->words, chn_columns_get_text (columns, CHN_FIELD_SUMMARY, row));
}
