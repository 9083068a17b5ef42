/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Resolves what staged events name: actors and forums in the registry, sources by key, targets by id. */
#include <chancery/error.h>

#include "base/number-map.h"
#include "base/suggest.h"
#include "model/claim.h"
#include "timeline/checks/checks.h"
#include "timeline/checks/declaration.h"
#include "timeline/checks/former.h"

/* More findings than a report keeps help nobody; and a file of nonsense must not cost hours. */
enum { MOST_ERRORS = 1000, MOST_OFFERS = 2000000 };

typedef struct {
  ChnChecks *checks;
  ChnStage *stage;
  const ChnRegistry *registry;
  gboolean is_thorough;
  GArray *is_actor; /* by number of a text: 1 it is an id, 2 it is another name */
  GArray *is_forum;
  GArray *voter;      /* by number of an actor's id: 1 + the last event in whose roll call it stood */
  GHashTable *former; /* ids that events no longer have; NULL until one is asked for */
  guint64 n_offers;
} Resolver;

static gboolean
is_hopeless (const Resolver *resolver)
{
  const ChnStage *stage = resolver->stage;
  guint n_errors = chn_report_count (stage->report, CHN_SEVERITY_ERROR);
  return n_errors + (resolver->is_thorough ? chn_report_count (stage->report, CHN_SEVERITY_WARNING) : 0) >
         MOST_ERRORS;
}

/* The date as of which an event's names are meant; NULL where it has none. */
static const ChnDateBounds *
get_date (const Resolver *resolver, guint index, ChnDateBounds *bounds)
{
  const ChnRowHead *head = chn_stage_get_head (resolver->stage, index);
  if (chn_stage_get_number (resolver->stage, index, CHN_FIELD_DATE) == 0)
    return NULL;
  *bounds = (ChnDateBounds){ head->earliest, head->latest, (ChnPrecision) head->precision, head->date_flags };
  return bounds;
}

static void
report_name (const Resolver *resolver, guint index, ChnField field, guint item, ChnFaultId unknown,
             const GError *error)
{
  ChnPlace place = chn_stage_get_place (resolver->stage, index, field, item);
  gboolean ambiguous = g_error_matches (error, CHN_ERROR, CHN_ERROR_AMBIGUOUS);
  /* In the fault table, ambiguous stands behind unknown for both kinds of names. */
  ChnFaultId fault = ambiguous ? (ChnFaultId) (unknown + 1) : unknown;
  chn_fault_add_error (resolver->stage->report, fault, &place, NULL, error);
}

static const char *
find_actor (const ChnRegistry *registry, const char *name, const ChnDateBounds *date, GError **error)
{
  const ChnActor *actor = chn_registry_find_actor (registry, name, -1, date, error);
  return actor ? chn_actor_get_id (actor) : NULL;
}

static const char *
find_forum (const ChnRegistry *registry, const char *name, const ChnDateBounds *date, GError **error)
{
  const ChnForum *forum = chn_registry_find_forum (registry, name, -1, date, error);
  return forum ? chn_forum_get_id (forum) : NULL;
}

typedef const char *(*FindFunc) (const ChnRegistry *registry, const char *name, const ChnDateBounds *date,
                                 GError **error);

/* Puts the id in place of a name that is none itself. */
static void
resolve_name (Resolver *resolver, guint index, ChnField field, guint item, guint32 *cell, FindFunc find,
              ChnFaultId unknown)
{
  ChnPool *texts = resolver->stage->texts;
  gboolean hopeless = is_hopeless (resolver);
  if (hopeless && !resolver->is_thorough)
    return;
  ChnDateBounds bounds;
  g_autoptr (GError) error = NULL;
  const char *id = find (resolver->registry, chn_pool_get (texts, *cell), get_date (resolver, index, &bounds),
                         hopeless ? NULL : &error);
  if (error)
    chn_declaration_add_hint (error, chn_pool_get (texts, *cell), unknown == CHN_FAULT_UNKNOWN_FORUM);
  *cell = id ? chn_pool_intern (texts, id, -1) : CHN_MALFORMED;
  if (error)
    report_name (resolver, index, field, item, unknown, error);
}

static void
resolve_actor (Resolver *resolver, guint index, ChnField field, guint item, guint32 *cell)
{
  guint32 *state = chn_number_map_at (resolver->is_actor, *cell);
  if (*state == 0)
    *state = chn_registry_get_actor (resolver->registry, chn_pool_get (resolver->stage->texts, *cell)) ? 1 : 2;
  if (*state != 1)
    resolve_name (resolver, index, field, item, cell, find_actor, CHN_FAULT_UNKNOWN_ACTOR);
}

static void
resolve_forum (Resolver *resolver, guint index, ChnField field, guint item, guint32 *cell)
{
  guint32 *state = chn_number_map_at (resolver->is_forum, *cell);
  if (*state == 0)
    *state = chn_registry_get_forum (resolver->registry, chn_pool_get (resolver->stage->texts, *cell)) ? 1 : 2;
  if (*state != 1)
    resolve_name (resolver, index, field, item, cell, find_forum, CHN_FAULT_UNKNOWN_FORUM);
}

static void
mark_empty (Resolver *resolver, guint index, ChnField field, guint item, const char *what, guint32 *cell)
{
  *cell = CHN_MALFORMED;
  ChnPlace place = chn_stage_get_place (resolver->stage, index, field, item);
  chn_fault_add (resolver->stage->report, CHN_FAULT_EMPTY_ITEM, &place, NULL, "%s has no name", what);
}

static void
resolve_forums (Resolver *resolver, guint index)
{
  guint n;
  guint32 *forums = chn_stage_get_cells (resolver->stage, index, CHN_LIST_FORUMS, &n);
  for (guint i = 0; i < n; i++)
    if (forums[i] != CHN_MALFORMED)
      resolve_forum (resolver, index, CHN_FIELD_FORUMS, i, &forums[i]);
}

static void
resolve_actors (Resolver *resolver, guint index)
{
  guint n;
  ChnActorCell *actors = chn_stage_get_cells (resolver->stage, index, CHN_LIST_ACTORS, &n);
  for (guint i = 0; i < n; i++) {
    if (actors[i].actor != 0)
      resolve_actor (resolver, index, CHN_FIELD_ACTORS, i, &actors[i].actor);
    else
      mark_empty (resolver, index, CHN_FIELD_ACTORS, i, "an actor", &actors[i].actor);
  }
}

/* Whoever stands in a roll call twice voted as is said first. */
static void
note_voter (Resolver *resolver, guint index, guint item, guint32 *actor)
{
  guint32 *last = chn_number_map_at (resolver->voter, *actor);
  if (*last != index + 1) {
    *last = index + 1;
    return;
  }
  ChnPlace place = chn_stage_get_place (resolver->stage, index, CHN_FIELD_VOTE, item);
  chn_fault_add (resolver->stage->report, CHN_FAULT_DUPLICATE_BALLOT, &place, NULL,
                 "\"%s\" stands twice in the roll call", chn_pool_get (resolver->stage->texts, *actor));
  *actor = CHN_MALFORMED;
}

static void
resolve_ballots (Resolver *resolver, guint index)
{
  guint n;
  ChnBallotCell *ballots = chn_stage_get_cells (resolver->stage, index, CHN_LIST_BALLOTS, &n);
  for (guint i = 0; i < n; i++) {
    guint32 *cell = &ballots[i].actor;
    guint item = 1 + i;
    if (*cell == 0) {
      mark_empty (resolver, index, CHN_FIELD_VOTE, item, "a line of the roll call", cell);
      continue;
    }
    resolve_actor (resolver, index, CHN_FIELD_VOTE, item, cell);
    if (*cell != CHN_MALFORMED)
      note_voter (resolver, index, item, cell);
  }
}

static void
resolve_claims (Resolver *resolver, guint index)
{
  guint n, ordinal = 0;
  ChnClaimCell *claims = chn_stage_get_cells (resolver->stage, index, CHN_LIST_CLAIMS, &n);
  for (guint i = 0; i < n; i++) {
    ChnClaimCell *claim = &claims[i];
    ordinal = i > 0 && claim[-1].citation == claim->citation ? ordinal + 1 : 0;
    if (!chn_claim_is_name ((ChnField) claim->field) || claim->value == 0 || claim->value == CHN_MALFORMED)
      continue;
    guint item = CHN_POSITION_CLAIM (claim->citation, ordinal);
    if (claim->field == CHN_FIELD_FORUMS)
      resolve_forum (resolver, index, CHN_FIELD_SOURCES, item, &claim->value);
    else
      resolve_actor (resolver, index, CHN_FIELD_SOURCES, item, &claim->value);
  }
}

static char *
suggest_source (Resolver *resolver, const char *key)
{
  const ChnStage *stage = resolver->stage;
  resolver->n_offers += stage->sources->len;
  if (resolver->n_offers > MOST_OFFERS)
    return NULL;
  g_auto (ChnSuggestion) suggestion = { 0 };
  chn_suggestion_init (&suggestion, key, -1);
  for (guint at = 0; at < stage->sources->len;) {
    ChnStagedSource source;
    at = chn_stage_load_source (stage, at, &source);
    chn_suggestion_offer (&suggestion, chn_pool_get (stage->texts, source.text[CHN_SOURCE_KEY]));
  }
  return chn_suggestion_dup_hint (&suggestion, NULL);
}

static char *
suggest_event (Resolver *resolver, const char *id)
{
  const ChnStage *stage = resolver->stage;
  resolver->n_offers += stage->heads->len;
  if (resolver->n_offers > MOST_OFFERS)
    return NULL;
  g_auto (ChnSuggestion) suggestion = { 0 };
  chn_suggestion_init (&suggestion, id, -1);
  for (guint i = 0; i < stage->heads->len; i++)
    if (chn_stage_get_text (stage, i, CHN_FIELD_ID))
      chn_suggestion_offer (&suggestion, chn_stage_get_text (stage, i, CHN_FIELD_ID));
  return chn_suggestion_dup_hint (&suggestion, NULL);
}

static void
resolve_source (Resolver *resolver, guint index, guint item, guint32 *cell)
{
  ChnStage *stage = resolver->stage;
  if (*cell == 0) {
    mark_empty (resolver, index, CHN_FIELD_SOURCES, item, "a source", cell);
    return;
  }
  if (chn_lookup_has_source (&resolver->checks->lookup, *cell))
    return;
  const char *key = chn_pool_get (stage->texts, *cell);
  *cell = CHN_MALFORMED;
  if (is_hopeless (resolver))
    return;
  g_autofree char *hint = suggest_source (resolver, key);
  ChnPlace place = chn_stage_get_place (stage, index, CHN_FIELD_SOURCES, item);
  chn_fault_add (stage->report, CHN_FAULT_UNKNOWN_SOURCE, &place, hint ? hint : "declare it under \"sources:\"",
                 "no source is called \"%s\"", key);
}

static void
resolve_sources (Resolver *resolver, guint index)
{
  guint n;
  ChnCitationCell *citations = chn_stage_get_cells (resolver->stage, index, CHN_LIST_CITATIONS, &n);
  for (guint i = 0; i < n; i++)
    resolve_source (resolver, index, i, &citations[i].source);
}

/* Puts the index of the event, in the order of reading, in place of its id. */
static void
resolve_target (Resolver *resolver, guint index, guint item, guint32 *cell)
{
  ChnStage *stage = resolver->stage;
  if (*cell == 0) {
    mark_empty (resolver, index, CHN_FIELD_RELATIONS, item, "the target of a relation", cell);
    return;
  }
  const char *target = chn_pool_get (stage->texts, *cell);
  guint32 event = chn_lookup_find_event (&resolver->checks->lookup, *cell);
  if (event == 0)
    event = chn_former_find (&resolver->former, stage, target);
  gboolean is_other = event != 0 && event - 1 != index;
  *cell = is_other ? event - 1 : CHN_MALFORMED;
  if (is_other || is_hopeless (resolver))
    return;
  ChnPlace place = chn_stage_get_place (stage, index, CHN_FIELD_RELATIONS, item);
  if (event != 0) {
    chn_fault_add (stage->report, CHN_FAULT_SELF_RELATION, &place, NULL, "\"%s\" is related to itself", target);
    return;
  }
  g_autofree char *hint = suggest_event (resolver, target);
  chn_fault_add (stage->report, CHN_FAULT_UNKNOWN_TARGET, &place, hint, "no event has the id \"%s\"", target);
}

static void
resolve_relations (Resolver *resolver, guint index)
{
  guint n;
  ChnRelationCell *relations = chn_stage_get_cells (resolver->stage, index, CHN_LIST_RELATIONS, &n);
  for (guint i = 0; i < n; i++)
    resolve_target (resolver, index, i, &relations[i].target);
}

void
chn_check_names (ChnChecks *checks, const ChnRegistry *registry, gboolean thorough)
{
  Resolver resolver = { .checks = checks, .stage = checks->stage, .registry = registry, .is_thorough = thorough };
  resolver.is_actor = chn_number_map_new ();
  resolver.is_forum = chn_number_map_new ();
  resolver.voter = chn_number_map_new ();
  for (guint i = 0; i < checks->stage->heads->len; i++) {
    if (registry) {
      resolve_forums (&resolver, i);
      resolve_actors (&resolver, i);
      resolve_ballots (&resolver, i);
      resolve_claims (&resolver, i);
    }
    resolve_sources (&resolver, i);
    resolve_relations (&resolver, i);
  }
  g_array_unref (resolver.is_actor);
  g_array_unref (resolver.is_forum);
  g_array_unref (resolver.voter);
  g_clear_pointer (&resolver.former, g_hash_table_unref);
}
