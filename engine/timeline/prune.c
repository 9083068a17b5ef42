/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Leaves out what is faulty, when reading is to go on: events that cannot stand, then values that name nothing. */
#include "timeline/prune.h"

#include <chancery/symbol.h>
#include <string.h>

#include "timeline/claim.h"
#include "timeline/slug.h"

typedef struct {
  ChnTimelineBuilder *builder;
  const ChnRegistry *registry;
  guint32 *new_index; /* of each event; CHN_MALFORMED for one that is left out */
  guint event;        /* the one at hand, as it was numbered before */
  GArray *voter;      /* by actor: 1 + the event whose roll call has it already */
} Pruning;

static const char *
get_text (const Pruning *pruning, guint32 number)
{
  return chn_pool_get (pruning->builder->texts, number);
}

static gboolean
stands (const ChnTimelineBuilder *builder, guint index)
{
  gsize offset;
  const ChnStagedEvent *event = chn_builder_get_event (builder, index);
  guint32 number = event->text[chn_staged_field_index (CHN_FIELD_ID)];
  const char *id = chn_pool_get (builder->texts, number);
  return id && chn_slug_check (id, &offset) && g_array_index (builder->event_of_id, guint32, number) == index + 1 &&
         event->text[chn_staged_field_index (CHN_FIELD_DATE)] &&
         event->text[chn_staged_field_index (CHN_FIELD_TITLE)];
}

static void
report_dropped (ChnTimelineBuilder *builder, guint index)
{
  const char *id = chn_builder_get_text (builder, index, CHN_FIELD_ID);
  ChnPlace place = chn_builder_get_place (builder, index, CHN_FIELD_ID, 0);
  if (id)
    chn_fault_add (builder->report, CHN_FAULT_DROPPED, &place, NULL, "the event \"%s\" is left out", id);
  else
    chn_fault_add (builder->report, CHN_FAULT_DROPPED, &place, NULL, "an event without id is left out");
}

/* Numbers the events that remain. */
static guint
number_events (Pruning *pruning)
{
  guint n = 0;
  for (guint i = 0; i < pruning->builder->events->len; i++) {
    gboolean kept = stands (pruning->builder, i);
    pruning->new_index[i] = kept ? n : CHN_MALFORMED;
    n += kept ? 1 : 0;
    if (!kept)
      report_dropped (pruning->builder, i);
  }
  return n;
}

static gboolean
has_actor (const Pruning *pruning, guint32 number)
{
  return number != 0 &&
         (!pruning->registry || chn_registry_get_actor (pruning->registry, get_text (pruning, number)));
}

static gboolean
has_forum (const Pruning *pruning, guint32 number)
{
  return number != 0 &&
         (!pruning->registry || chn_registry_get_forum (pruning->registry, get_text (pruning, number)));
}

static gboolean
keep_forum (Pruning *pruning, gpointer cell)
{
  return has_forum (pruning, *(guint32 *) cell);
}

static gboolean
keep_symbol (Pruning *pruning, gpointer cell)
{
  guint32 number = *(guint32 *) cell;
  return number != 0 && *chn_number_map_at (pruning->builder->symbol_of, number) != CHN_MALFORMED;
}

static gboolean
keep_tag (Pruning *pruning, gpointer cell)
{
  (void) pruning;
  return *(guint32 *) cell != 0;
}

static gboolean
keep_actor (Pruning *pruning, gpointer cell)
{
  return has_actor (pruning, ((ChnActorCell *) cell)->actor);
}

/* Whoever stands in a roll call twice voted as is said first. */
static gboolean
keep_ballot (Pruning *pruning, gpointer cell)
{
  guint32 actor = ((ChnBallotCell *) cell)->actor;
  if (!has_actor (pruning, actor))
    return FALSE;
  guint32 *last = chn_number_map_at (pruning->voter, actor);
  gboolean again = *last == pruning->event + 1;
  *last = pruning->event + 1;
  return !again;
}

static gboolean
keep_relation (Pruning *pruning, gpointer data)
{
  ChnRelationCell *cell = data;
  if (cell->target >= pruning->builder->events->len || cell->target == pruning->event)
    return FALSE;
  cell->target = pruning->new_index[cell->target];
  return cell->target != CHN_MALFORMED;
}

static gboolean
is_cited (const Pruning *pruning, const ChnCitationCell *cell)
{
  return cell->source != 0 && *chn_number_map_at (pruning->builder->source_of_key, cell->source) != 0;
}

static gboolean
keep_citation (Pruning *pruning, gpointer cell)
{
  return is_cited (pruning, cell);
}

static gboolean
is_said (const Pruning *pruning, const ChnClaimCell *cell)
{
  if (cell->value == 0 || cell->field >= CHN_N_FIELDS || !chn_field_get_info ((ChnField) cell->field)->can_be_said)
    return FALSE;
  if (!chn_claim_is_name ((ChnField) cell->field))
    return TRUE;
  return cell->field == CHN_FIELD_FORUMS ? has_forum (pruning, cell->value) : has_actor (pruning, cell->value);
}

/* Claims count the citations of their event: looked at before those are closed up. */
static gboolean
keep_claim (Pruning *pruning, gpointer data)
{
  ChnClaimCell *cell = data;
  guint first, end, left_out = 0;
  chn_builder_get_range (pruning->builder, pruning->event, CHN_LIST_CITATIONS, &first, &end);
  const ChnCitationCell *citations =
      (const ChnCitationCell *) (gpointer) pruning->builder->list[CHN_LIST_CITATIONS]->data + first;
  if (cell->citation >= end - first || !is_cited (pruning, &citations[cell->citation]) || !is_said (pruning, cell))
    return FALSE;
  for (guint i = 0; i < cell->citation; i++)
    left_out += !is_cited (pruning, &citations[i]);
  cell->citation -= left_out;
  return TRUE;
}

/* NULL: cells that cannot be wrong. */
static gboolean (*const keep[CHN_N_LISTS]) (Pruning *, gpointer) = {
  [CHN_LIST_FORUMS] = keep_forum,       [CHN_LIST_SYMBOLS] = keep_symbol, [CHN_LIST_TAGS] = keep_tag,
  [CHN_LIST_ACTORS] = keep_actor,       [CHN_LIST_BALLOTS] = keep_ballot, [CHN_LIST_RELATIONS] = keep_relation,
  [CHN_LIST_CITATIONS] = keep_citation, [CHN_LIST_CLAIMS] = keep_claim,
};

/* Closes up one list; the new ends are kept aside, since the old ones say where cells begin. */
static guint32 *
prune_list (Pruning *pruning, ChnListId list)
{
  ChnTimelineBuilder *builder = pruning->builder;
  GArray *cells = builder->list[list];
  gsize size = chn_list_get_cell_size (list);
  guint32 *ends = g_new (guint32, MAX (builder->events->len, 1));
  guint to = 0;
  for (guint i = 0; i < builder->events->len; i++) {
    guint first, end;
    chn_builder_get_range (builder, i, list, &first, &end);
    pruning->event = i;
    for (guint k = first; k < end && pruning->new_index[i] != CHN_MALFORMED; k++)
      if (!keep[list] || keep[list](pruning, cells->data + size * k))
        memmove (cells->data + size * to++, cells->data + size * k, size);
    ends[i] = to;
  }
  g_array_set_size (cells, to);
  return ends;
}

static void
prune_lists (Pruning *pruning)
{
  /* Claims before the citations that they count. */
  static const ChnListId order[] = { CHN_LIST_FORUMS,    CHN_LIST_SYMBOLS, CHN_LIST_TAGS,      CHN_LIST_ACTORS,
                                     CHN_LIST_VOTE,      CHN_LIST_BALLOTS, CHN_LIST_RELATIONS, CHN_LIST_CLAIMS,
                                     CHN_LIST_CITATIONS, CHN_LIST_EXTRAS,  CHN_LIST_SPOTS };
  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    g_autofree guint32 *ends = prune_list (pruning, order[i]);
    for (guint k = 0; k < pruning->builder->events->len; k++)
      chn_builder_get_event (pruning->builder, k)->end[order[i]] = ends[k];
  }
}

static void
prune_scalars (ChnTimelineBuilder *builder, ChnStagedEvent *event)
{
  guint32 *zone = &event->text[chn_staged_field_index (CHN_FIELD_ZONE)];
  if (event->importance > 5)
    event->importance = 0;
  if (*zone != 0 && *chn_number_map_at (builder->zone_state, *zone) == CHN_MALFORMED)
    *zone = 0;
}

static void
prune_headers (ChnTimelineBuilder *builder)
{
  gsize offset;
  for (guint i = 0; i < builder->origins->len; i++) {
    guint32 *text = g_array_index (builder->origins, ChnStagedOrigin, i).text;
    const char *id = chn_pool_get (builder->texts, text[CHN_HEADER_TIMELINE]);
    if (id && !chn_slug_check (id, &offset))
      text[CHN_HEADER_TIMELINE] = 0;
    if (text[CHN_HEADER_ZONE] != 0 &&
        *chn_number_map_at (builder->zone_state, text[CHN_HEADER_ZONE]) == CHN_MALFORMED)
      text[CHN_HEADER_ZONE] = 0;
  }
}

static gboolean
is_date (const char *text)
{
  g_autoptr (ChnDate) date = chn_date_parse (text, -1, NULL);
  return date != NULL;
}

static gboolean
is_symbol (const char *text)
{
  g_autoptr (ChnSymbol) symbol = chn_symbol_parse (text, -1, NULL);
  return symbol != NULL;
}

static void
prune_sources (ChnTimelineBuilder *builder)
{
  static const struct {
    ChnSourceField field;
    gboolean (*stands) (const char *text);
  } rows[] = { { CHN_SOURCE_DATE, is_date }, { CHN_SOURCE_ACCESSED, is_date }, { CHN_SOURCE_SYMBOL, is_symbol } };
  for (guint i = 0; i < builder->sources->len; i++) {
    guint32 *text = g_array_index (builder->sources, ChnStagedSource, i).text;
    for (guint k = 0; k < G_N_ELEMENTS (rows); k++)
      if (text[rows[k].field] != 0 && !rows[k].stands (chn_pool_get (builder->texts, text[rows[k].field])))
        text[rows[k].field] = 0;
  }
}

void
chn_builder_prune (ChnTimelineBuilder *builder, const ChnRegistry *registry)
{
  g_autofree guint32 *new_index = g_new (guint32, MAX (builder->events->len, 1));
  g_autoptr (GArray) voter = g_array_new (FALSE, TRUE, sizeof (guint32));
  Pruning pruning = { .builder = builder, .registry = registry, .new_index = new_index, .voter = voter };
  guint n = number_events (&pruning);
  prune_lists (&pruning);
  prune_headers (builder);
  prune_sources (builder);
  for (guint i = 0; i < builder->events->len; i++)
    if (new_index[i] != CHN_MALFORMED) {
      ChnStagedEvent *event = chn_builder_get_event (builder, new_index[i]);
      *event = *chn_builder_get_event (builder, i);
      prune_scalars (builder, event);
    }
  g_array_set_size (builder->events, n);
}
