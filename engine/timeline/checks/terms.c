/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Resolves words of events that are no known terms: into the kinds, roles and relations that are declared. */
#include <string.h>

#include <chancery/error.h>

#include "base/error.h"
#include "model/term-hint.h"
#include "timeline/checks/checks.h"

/* More findings than a report keeps help nobody. */
enum { MOST_ERRORS = 1000 };

typedef struct {
  ChnStage *stage;
  const ChnVocabulary *vocabulary;
  guint32
      *value_of[CHN_N_VOCABULARIES]; /* of each word behind the known terms; CHN_MALFORMED where none is declared */
} Resolver;

static guint
count_known (ChnVocabularyId id)
{
  return chn_vocabulary_count (NULL, id);
}

static void
look_up (Resolver *resolver, ChnVocabularyId id)
{
  const ChnVocabulary *words = resolver->stage->words;
  guint n_known = count_known (id), n = chn_vocabulary_count (words, id) - n_known;
  resolver->value_of[id] = g_new (guint32, MAX (n, 1));
  for (guint i = 0; i < n; i++) {
    const char *word = chn_vocabulary_get_term (words, id, n_known + i)->name;
    int value = chn_vocabulary_find_term (resolver->vocabulary, id, word, -1, NULL);
    resolver->value_of[id][i] = value < 0 ? CHN_MALFORMED : (guint32) value;
  }
}

static void
report (const Resolver *resolver, guint index, ChnField field, guint item, ChnVocabularyId id, const char *word)
{
  const ChnStage *stage = resolver->stage;
  if (chn_report_count (stage->report, CHN_SEVERITY_ERROR) > MOST_ERRORS)
    return;
  g_autoptr (GError) error = NULL;
  ChnPlace place = chn_stage_get_place (stage, index, field, item);
  chn_vocabulary_find_term (resolver->vocabulary, id, word, -1, &error);
  chn_vocabulary_add_declaration_hint (error, id, word);
  chn_fault_add_error (stage->report, CHN_FAULT_BAD_TERM, &place, NULL, error);
}

/* The term of a word; the first of the vocabulary where it is none. */
static guint32
resolve (const Resolver *resolver, guint index, ChnField field, guint item, ChnVocabularyId id, guint32 value)
{
  guint n_known = count_known (id);
  guint32 found = value < n_known ? value : resolver->value_of[id][value - n_known];
  if (found != CHN_MALFORMED)
    return found;
  report (resolver, index, field, item, id, chn_vocabulary_get_term (resolver->stage->words, id, value)->name);
  return 0;
}

/* A table has roles in parentheses behind names, in which other things stand, too: "abc (coordinator)". */
static void
split_role (const Resolver *resolver, ChnActorCell *cell)
{
  ChnPool *texts = resolver->stage->texts;
  const char *name = chn_pool_get (texts, cell->actor), *opening = name ? strrchr (name, '(') : NULL;
  gsize length = name ? strlen (name) : 0;
  if (!opening || opening == name || name[length - 1] != ')')
    return;
  int role = chn_vocabulary_find_term (resolver->vocabulary, CHN_VOCABULARY_ROLE, opening + 1,
                                       name + length - 1 - (opening + 1), NULL);
  if (role < (int) count_known (CHN_VOCABULARY_ROLE))
    return;
  while (opening > name && opening[-1] == ' ')
    opening--;
  g_autofree char *alone = g_strndup (name, (gsize) (opening - name));
  *cell = (ChnActorCell){ chn_pool_intern (texts, alone, -1), (guint32) role };
}

static void
resolve_roles (const Resolver *resolver, guint index)
{
  guint n;
  ChnActorCell *actors = chn_stage_get_cells (resolver->stage, index, CHN_LIST_ACTORS, &n);
  for (guint i = 0; i < n; i++) {
    actors[i].role = resolve (resolver, index, CHN_FIELD_ACTORS, i, CHN_VOCABULARY_ROLE, actors[i].role);
    if (actors[i].role == 0)
      split_role (resolver, &actors[i]);
  }
}

static void
resolve_relations (const Resolver *resolver, guint index)
{
  guint n;
  ChnRelationCell *relations = chn_stage_get_cells (resolver->stage, index, CHN_LIST_RELATIONS, &n);
  for (guint i = 0; i < n; i++)
    relations[i].type = resolve (resolver, index, CHN_FIELD_RELATIONS, i, CHN_VOCABULARY_RELATION, relations[i].type);
}

/* What sources say of kinds is text, which has been looked at unless it is a word. */
static void
resolve_claims (const Resolver *resolver, guint index)
{
  guint n, ordinal = 0;
  ChnClaimCell *claims = chn_stage_get_cells (resolver->stage, index, CHN_LIST_CLAIMS, &n);
  for (guint i = 0; i < n; i++) {
    ordinal = i > 0 && claims[i - 1].citation == claims[i].citation ? ordinal + 1 : 0;
    if (claims[i].field != CHN_FIELD_KIND || claims[i].value == CHN_MALFORMED)
      continue;
    const char *word = chn_pool_get (resolver->stage->texts, claims[i].value);
    int kind = chn_vocabulary_find_term (resolver->vocabulary, CHN_VOCABULARY_KIND, word, -1, NULL);
    const ChnTerm *term = chn_vocabulary_get_term (resolver->vocabulary, CHN_VOCABULARY_KIND, (guint) kind);
    if (kind >= 0) {
      claims[i].value = chn_pool_intern (resolver->stage->texts, term->name, -1);
      continue;
    }
    report (resolver, index, CHN_FIELD_SOURCES, CHN_POSITION_CLAIM (claims[i].citation, ordinal), CHN_VOCABULARY_KIND,
            word);
    claims[i].value = CHN_MALFORMED;
  }
}

void
chn_check_terms (ChnChecks *checks, const ChnVocabulary *vocabulary)
{
  Resolver resolver = { .stage = checks->stage, .vocabulary = vocabulary };
  if (!checks->stage->has_words && !vocabulary)
    return;
  for (guint id = 0; id < CHN_N_VOCABULARIES; id++)
    look_up (&resolver, (ChnVocabularyId) id);
  for (guint i = 0; i < checks->stage->heads->len; i++) {
    ChnRowHead *head = chn_stage_get_head (checks->stage, i);
    head->kind = (guint8) resolve (&resolver, i, CHN_FIELD_KIND, 0, CHN_VOCABULARY_KIND, head->kind);
    resolve_roles (&resolver, i);
    resolve_relations (&resolver, i);
    resolve_claims (&resolver, i);
  }
  for (guint id = 0; id < CHN_N_VOCABULARIES; id++)
    g_free (resolver.value_of[id]);
}
