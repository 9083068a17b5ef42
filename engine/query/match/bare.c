/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Words without a field: in title, label and summary, in the names of actors and forums, in symbols. */
#include <string.h>

#include "query/codes.h"
#include "query/complain.h"
#include "query/match/match.h"
#include "query/words.h"

typedef struct {
  ChnWords words;
  ChnCodes *actors;
  ChnCodes *forums;
  ChnCodes *symbols; /* NULL where there is an index: then those of a row are looked at */
  const ChnProse *prose;
  gboolean is_indexed;
  ChnPosting rows, symbol_rows; /* that may have the words in title, label and summary, or in symbols */
} Search;

/* From how many bare words on each row is folded once for all. */
enum { MANY_TERMS = 8 };

static const ChnField prose_fields[] = { CHN_FIELD_TITLE, CHN_FIELD_LABEL, CHN_FIELD_SUMMARY };

/* The names of what a code stands for, a line each. */
typedef void (*NamesFunc) (const ChnBinder *binder, const char *text, GString *out);

static void
append_name (GString *out, const char *name)
{
  g_autofree char *folded = chn_words_fold (name);
  g_string_append_printf (out, "%s\n", folded);
}

static void
append_aliases (GString *out, const ChnAlias *aliases, guint n, gboolean translations)
{
  for (guint i = 0; i < n; i++)
    if (translations == (aliases[i].language != NULL))
      append_name (out, aliases[i].name);
}

static void
append_actor (const ChnBinder *binder, const char *id, GString *out)
{
  const ChnActor *actor = chn_registry_get_actor (binder->registry, id);
  guint n = 0;
  append_name (out, id);
  if (!actor)
    return;
  const ChnAlias *aliases = chn_actor_get_aliases (actor, &n);
  append_name (out, chn_actor_get_name (actor));
  append_name (out, chn_actor_get_short_name (actor));
  append_aliases (out, aliases, n, FALSE);
}

/* Not the id: "un" stands in nearly all of them. */
static void
append_forum (const ChnBinder *binder, const char *id, GString *out)
{
  const ChnForum *forum = chn_registry_get_forum (binder->registry, id);
  guint n = 0;
  if (!forum)
    return;
  const ChnAlias *aliases = chn_forum_get_aliases (forum, &n);
  append_name (out, chn_forum_get_name (forum));
  append_name (out, chn_forum_get_short_name (forum));
  append_aliases (out, aliases, n, FALSE);
}

static void
append_actor_translations (const ChnBinder *binder, const char *id, GString *out)
{
  const ChnActor *actor = chn_registry_get_actor (binder->registry, id);
  guint n = 0;
  const ChnAlias *aliases = actor ? chn_actor_get_aliases (actor, &n) : NULL;
  append_aliases (out, aliases, n, TRUE);
}

static void
append_forum_translations (const ChnBinder *binder, const char *id, GString *out)
{
  const ChnForum *forum = chn_registry_get_forum (binder->registry, id);
  guint n = 0;
  const ChnAlias *aliases = forum ? chn_forum_get_aliases (forum, &n) : NULL;
  append_aliases (out, aliases, n, TRUE);
}

static void
append_symbol (const ChnBinder *binder, const char *symbol, GString *out)
{
  (void) binder;
  append_name (out, symbol);
}

/* Names are folded once for all the words of a query. */
static const char *const *
get_names (ChnBinder *binder, ChnDictionaryId dictionary, NamesFunc append)
{
  guint32 n = binder->columns->dictionary[dictionary].n_codes;
  if (binder->names[dictionary])
    return binder->names[dictionary];
  const char **names = chn_arena_alloc (binder->arena, MAX (n, 1) * sizeof *names);
  for (guint32 code = 0; code < n; code++) {
    g_autoptr (GString) out = g_string_new (NULL);
    append (binder, chn_columns_get_code_text (binder->columns, dictionary, code), out);
    names[code] = chn_arena_strndup (binder->arena, out->str, (gssize) out->len);
  }
  binder->names[dictionary] = names;
  return names;
}

static ChnCodes *
find_codes (ChnBinder *binder, const ChnWords *words, ChnDictionaryId dictionary, NamesFunc append)
{
  const char *const *names = get_names (binder, dictionary, append);
  ChnCodes *codes = chn_codes_new (binder->arena, binder->columns, dictionary);
  for (guint32 code = 0; code < codes->n_codes; code++)
    codes->wanted[code] = (guint8) !!chn_words_occur_in_folded (words, names[code]);
  return codes;
}

/* There are ten times as many, and plain letters are looked for in English. */
static void
add_translated (ChnCodes *codes, const ChnBinder *binder, const Search *search, ChnDictionaryId dictionary,
                NamesFunc append)
{
  for (guint32 code = 0; code < codes->n_codes; code++) {
    g_autoptr (GString) out = g_string_new (NULL);
    append (binder, chn_columns_get_code_text (binder->columns, dictionary, code), out);
    codes->wanted[code] |= (guint8) !!chn_words_occur_in_folded (&search->words, out->str);
  }
}

static void
find_names (ChnBinder *binder, Search *search, const char *text)
{
  search->actors = find_codes (binder, &search->words, CHN_DICTIONARY_ACTORS, append_actor);
  search->forums = find_codes (binder, &search->words, CHN_DICTIONARY_FORUMS, append_forum);
  if (g_str_is_ascii (text))
    return;
  add_translated (search->actors, binder, search, CHN_DICTIONARY_ACTORS, append_actor_translations);
  add_translated (search->forums, binder, search, CHN_DICTIONARY_FORUMS, append_forum_translations);
}

static ChnProse *
use_prose (ChnBinder *binder)
{
  if (!binder->prose)
    binder->prose = chn_arena_alloc (binder->arena, sizeof *binder->prose);
  binder->prose->n_terms++;
  return binder->prose;
}

void
chn_bind_prose (ChnBinder *binder)
{
  const ChnColumns *columns = binder->columns;
  if (!binder->prose || binder->prose->n_terms < MANY_TERMS || columns->words.text)
    return;
  binder->prose->folded = chn_arena_alloc (binder->arena, MAX (columns->n_rows, 1) * sizeof *binder->prose->folded);
  for (guint32 row = 0; row < columns->n_rows; row++) {
    g_autoptr (GString) out = g_string_new (NULL);
    for (guint i = 0; i < G_N_ELEMENTS (prose_fields); i++)
      if (chn_columns_get_text (columns, prose_fields[i], row))
        append_name (out, chn_columns_get_text (columns, prose_fields[i], row));
    binder->prose->folded[row] = chn_arena_strndup (binder->arena, out->str, (gssize) out->len);
  }
}

static gboolean
find_rows (const ChnBinder *binder, Search *search)
{
  gboolean is_exact;
  return chn_words_find_rows (&search->words, FALSE, binder->columns, binder->arena, &search->rows, &is_exact) &&
         chn_words_find_rows (&search->words, TRUE, binder->columns, binder->arena, &search->symbol_rows, &is_exact);
}

gboolean
chn_bind_bare (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  Search *search = chn_arena_alloc (binder->arena, sizeof *search);
  if (!chn_words_init (&search->words, &condition->term->values[0].low, binder->arena, error))
    return FALSE;
  find_names (binder, search, condition->term->values[0].low.text);
  search->is_indexed = find_rows (binder, search);
  if (!search->is_indexed)
    search->symbols = find_codes (binder, &search->words, CHN_DICTIONARY_SYMBOLS, append_symbol);
  search->prose = use_prose (binder);
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

static gboolean
has_prose (const Search *search, const ChnColumns *columns, guint row)
{
  if (search->prose->folded)
    return chn_words_occur_in_folded (&search->words, search->prose->folded[row]);
  for (guint i = 0; i < G_N_ELEMENTS (prose_fields); i++)
    if (chn_words_occur_in (&search->words, chn_columns_get_text (columns, prose_fields[i], row)))
      return TRUE;
  return FALSE;
}

static gboolean
has_symbol (const Search *search, const ChnColumns *columns, guint row)
{
  guint n = 0;
  if (search->symbols) {
    const guint32 *symbols = chn_columns_get_symbols (columns, row, &n);
    return chn_codes_intersect (search->symbols, symbols, n);
  }
  const char *symbol = chn_columns_get_symbol_texts (columns, row, &n);
  for (guint i = 0; i < n; i++, symbol += strlen (symbol) + 1)
    if (chn_words_occur_in (&search->words, symbol))
      return TRUE;
  return FALSE;
}

ChnAnswer
chn_match_bare (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  const Search *search = condition->data;
  guint n_forums = 0;
  const guint32 *forums = chn_columns_get_forums (columns, row, &n_forums);
  return chn_answer_of (chn_codes_intersect (search->forums, forums, n_forums) || has_symbol (search, columns, row) ||
                        has_actor (search, columns, row) || has_prose (search, columns, row));
}

void
chn_narrow_bare (const ChnCondition *condition, const ChnColumns *columns, ChnCandidates *candidates)
{
  const Search *search = condition->data;
  if (!search->is_indexed)
    return;
  chn_candidates_add (candidates, search->rows);
  chn_candidates_add (candidates, search->symbol_rows);
  chn_codes_narrow (search->actors, columns, candidates);
  chn_codes_narrow (search->forums, columns, candidates);
}

/* Names are found by codes; a word stands in what is searched where it can stand nowhere else. */
static void
describe_sure (const Search *search, const ChnColumns *columns, ChnDescription *description)
{
  ChnDescription *sure = chn_description_need_sure (description);
  const ChnAloneWords alone = { &search->words, 1, { CHN_FIELD_PLACE } };
  chn_description_add_codes (sure, "actor", search->actors, columns);
  chn_description_add_codes (sure, "forum", search->forums, columns);
  if (!chn_words_are_single (&search->words))
    return;
  chn_description_add_words (sure, CHN_WORDS_IN_SYMBOLS, &search->words);
  g_array_append_val (sure->alone, alone);
}

void
chn_describe_bare (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description)
{
  const Search *search = condition->data;
  chn_description_add_words (description, CHN_WORDS_IN_TEXT, &search->words);
  chn_description_add_words (description, CHN_WORDS_IN_SYMBOLS, &search->words);
  chn_description_add_codes (description, "actor", search->actors, columns);
  chn_description_add_codes (description, "forum", search->forums, columns);
  describe_sure (search, columns, description);
}
