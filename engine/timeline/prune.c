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
stands (ChnTimelineBuilder *builder, guint index)
{
  gsize offset;
  guint32 number = chn_builder_get_number (builder, index, CHN_FIELD_ID);
  const char *id = chn_pool_get (builder->texts, number);
  return id && chn_slug_check (id, &offset) && chn_builder_find_event (builder, number) == index + 1 &&
         chn_builder_get_number (builder, index, CHN_FIELD_DATE) != 0 &&
         chn_builder_get_number (builder, index, CHN_FIELD_TITLE) != 0;
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
static void
number_events (Pruning *pruning)
{
  guint n = 0;
  for (guint i = 0; i < pruning->builder->heads->len; i++) {
    gboolean kept = stands (pruning->builder, i);
    pruning->new_index[i] = kept ? n : CHN_MALFORMED;
    n += kept ? 1 : 0;
    if (!kept)
      report_dropped (pruning->builder, i);
  }
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
  if (cell->target >= pruning->builder->heads->len || cell->target == pruning->event)
    return FALSE;
  cell->target = pruning->new_index[cell->target];
  return cell->target != CHN_MALFORMED;
}

static gboolean
is_cited (const Pruning *pruning, const ChnCitationCell *cell)
{
  return cell->source != 0 && chn_builder_has_source (pruning->builder, cell->source);
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
  guint left_out = 0;
  const GArray *list = pruning->builder->draft.list[CHN_LIST_CITATIONS];
  const ChnCitationCell *citations = (const ChnCitationCell *) (gpointer) list->data;
  if (cell->citation >= list->len || !is_cited (pruning, &citations[cell->citation]) || !is_said (pruning, cell))
    return FALSE;
  for (guint i = 0; i < cell->citation; i++)
    left_out += !is_cited (pruning, &citations[i]);
  cell->citation -= left_out;
  return TRUE;
}

/* NULL: cells that cannot be wrong. */
static gboolean (*const keep[CHN_N_RECORD_LISTS]) (Pruning *, gpointer) = {
  [CHN_LIST_FORUMS] = keep_forum,       [CHN_LIST_SYMBOLS] = keep_symbol, [CHN_LIST_TAGS] = keep_tag,
  [CHN_LIST_ACTORS] = keep_actor,       [CHN_LIST_BALLOTS] = keep_ballot, [CHN_LIST_RELATIONS] = keep_relation,
  [CHN_LIST_CITATIONS] = keep_citation, [CHN_LIST_CLAIMS] = keep_claim,
};

static void
prune_list (Pruning *pruning, ChnListId list)
{
  GArray *cells = pruning->builder->draft.list[list];
  gsize size = chn_list_get_cell_size (list);
  guint to = 0;
  for (guint i = 0; i < cells->len && keep[list]; i++)
    if (keep[list](pruning, cells->data + size * i))
      memmove (cells->data + size * to++, cells->data + size * i, size);
  if (keep[list])
    g_array_set_size (cells, to);
}

static void
prune_scalars (ChnTimelineBuilder *builder, ChnRowHead *head)
{
  guint32 *zone = &builder->draft.number[CHN_FIELD_ZONE];
  if (head->importance > 5)
    head->importance = 0;
  if (*zone != 0 && *chn_number_map_at (builder->zone_state, *zone) == CHN_MALFORMED)
    *zone = 0;
}

static void
prune_event (Pruning *pruning, guint index)
{
  /* Claims before the citations that they count. */
  static const ChnListId order[] = { CHN_LIST_FORUMS,  CHN_LIST_SYMBOLS,   CHN_LIST_TAGS,   CHN_LIST_ACTORS,
                                     CHN_LIST_BALLOTS, CHN_LIST_RELATIONS, CHN_LIST_CLAIMS, CHN_LIST_CITATIONS };
  ChnTimelineBuilder *builder = pruning->builder;
  pruning->event = index;
  chn_builder_load_draft (builder, index);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    prune_list (pruning, order[i]);
  prune_scalars (builder, chn_builder_get_head (builder, index));
  chn_builder_set_symbol_texts (builder);
  chn_builder_store_draft (builder, index);
}

/* Closes up what there is of events, but for their records. */
static void
close_up (const Pruning *pruning)
{
  ChnTimelineBuilder *builder = pruning->builder;
  guint n = 0, n_spots = 0, first, end;
  for (guint i = 0; i < builder->heads->len; i++) {
    chn_builder_get_spot_range (builder, i, &first, &end);
    if (pruning->new_index[i] == CHN_MALFORMED)
      continue;
    if (first < end)
      memmove (builder->spots->data + n_spots, builder->spots->data + first, end - first);
    n_spots += end - first;
    *chn_builder_get_head (builder, n) = *chn_builder_get_head (builder, i);
    g_array_index (builder->spot_end, guint32, n++) = n_spots;
  }
  g_array_set_size (builder->heads, n);
  g_array_set_size (builder->spot_end, n);
  g_array_set_size (builder->spots, n_spots);
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
  for (guint at = 0, next; at < builder->sources->len; at = next) {
    ChnStagedSource source;
    next = chn_builder_load_source (builder, at, &source);
    for (guint k = 0; k < G_N_ELEMENTS (rows); k++) {
      guint32 number = source.text[rows[k].field];
      if (number != 0 && !rows[k].stands (chn_pool_get (builder->texts, number)))
        chn_builder_clear_source_text (builder, at, rows[k].field);
    }
  }
}

void
chn_builder_prune (ChnTimelineBuilder *builder, const ChnRegistry *registry)
{
  g_autofree guint32 *new_index = g_new (guint32, MAX (builder->heads->len, 1));
  g_autoptr (GArray) voter = g_array_new (FALSE, TRUE, sizeof (guint32));
  Pruning pruning = { .builder = builder, .registry = registry, .new_index = new_index, .voter = voter };
  number_events (&pruning);
  for (guint i = 0; i < builder->heads->len; i++)
    if (new_index[i] != CHN_MALFORMED)
      prune_event (&pruning, i);
  prune_headers (builder);
  prune_sources (builder);
  close_up (&pruning);
}
