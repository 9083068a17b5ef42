/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The facets of a document: which values of each there are, how many events have them, and in which order they stand.
 */
#include "document/facets.h"

#include <string.h>

#include "base/fold.h"

/* Sorts before all that a folded label holds, so that what stands below a forum follows it at once. */
#define BELOW "\x01"

typedef struct {
  ChnChoice choice;
  char *path; /* folded labels of its ancestors and its own: the order of all choices */
  guint index;
} Value;

/* A code before the order is known. */
typedef struct {
  ChnFacet facet;
  guint index;
} Code;

struct _ChnFacetList {
  const ChnTimeline *timeline;
  GHashTable *index[CHN_N_FACETS]; /* key -> index + 1 */
  GPtrArray *values[CHN_N_FACETS]; /* Value */
  GArray *codes;                   /* Code */
  guint *first;                    /* by row: 1 + the first entry of it */
  guint n_entries, n_events;
};

static void
free_value (gpointer data)
{
  Value *value = data;
  g_free (value->path);
  g_free (value);
}

ChnFacetList *
chn_facet_list_new (const ChnTimeline *timeline)
{
  ChnFacetList *list = g_new0 (ChnFacetList, 1);
  list->timeline = timeline;
  list->codes = g_array_new (FALSE, FALSE, sizeof (Code));
  list->first = g_new0 (guint, MAX (chn_timeline_get_n_events (timeline), 1));
  for (guint i = 0; i < CHN_N_FACETS; i++) {
    list->index[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    list->values[i] = g_ptr_array_new_with_free_func (free_value);
  }
  return list;
}

void
chn_facet_list_free (ChnFacetList *list)
{
  for (guint i = 0; i < CHN_N_FACETS; i++) {
    g_hash_table_unref (list->index[i]);
    g_ptr_array_unref (list->values[i]);
  }
  g_array_free (list->codes, TRUE);
  g_free (list->first);
  g_free (list);
}

/* The value's place in the order in which values came; it is made where it is new. */
static Value *
find_value (ChnFacetList *list, ChnFacet facet, const char *key, const char *label, const Value *parent)
{
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (list->index[facet], key));
  if (known > 0)
    return list->values[facet]->pdata[known - 1];
  Value *value = g_new0 (Value, 1);
  char *kept = g_strdup (key);
  g_autofree char *folded = chn_fold_text (label, -1);
  value->choice = (ChnChoice){ kept, label, parent ? parent->choice.level + 1 : 0, 0 };
  value->path = g_strconcat (parent ? parent->path : "", parent ? BELOW : "", folded, " ", key, NULL);
  value->index = list->values[facet]->len;
  g_ptr_array_add (list->values[facet], value);
  g_hash_table_insert (list->index[facet], kept, GUINT_TO_POINTER (list->values[facet]->len));
  return value;
}

/* The entry has the value, once. */
static void
add_code (ChnFacetList *list, ChnFacet facet, ChnEntry *entry, Value *value)
{
  ChnStretch *codes = &entry->codes[facet];
  if (codes->n == 0)
    codes->first = list->codes->len;
  for (guint i = 0; i < codes->n; i++)
    if (g_array_index (list->codes, Code, codes->first + i).index == value->index)
      return;
  Code code = { facet, value->index };
  g_array_append_val (list->codes, code);
  codes->n++;
  value->choice.n_events += entry->same_as == list->n_entries ? 1 : 0;
}

/* A forum below those that it is a part of. */
static Value *
find_forum (ChnFacetList *list, const ChnForum *forum, ChnEntry *entry)
{
  const ChnForum *parent = chn_forum_get_parent (forum);
  const Value *above = parent ? find_forum (list, parent, entry) : NULL;
  Value *value =
      find_value (list, CHN_FACET_FORUM, chn_forum_get_id (forum), chn_forum_get_short_name (forum), above);
  add_code (list, CHN_FACET_FORUM, entry, value);
  return value;
}

static void
add_names (ChnFacetList *list, const ChnEvent *event, ChnEntry *entry)
{
  guint n = 0;
  const ChnRegistry *registry = chn_timeline_get_registry (list->timeline);
  const char *const *forums = chn_event_get_items (event, CHN_FIELD_FORUMS, &n);
  for (guint i = 0; i < n; i++) {
    const ChnForum *forum = chn_registry_get_forum (registry, forums[i]);
    if (forum)
      find_forum (list, forum, entry);
  }
  const ChnParticipation *actors = chn_event_get_actors (event, &n);
  for (guint i = 0; i < n; i++) {
    const ChnActor *actor = chn_registry_get_actor (registry, actors[i].actor);
    if (actor)
      add_code (list, CHN_FACET_ACTOR, entry,
                find_value (list, CHN_FACET_ACTOR, chn_actor_get_id (actor), chn_actor_get_short_name (actor), NULL));
  }
}

static void
add_term (ChnFacetList *list, ChnFacet facet, const ChnEvent *event, ChnField field, ChnEntry *entry)
{
  ChnVocabularyId vocabulary = (ChnVocabularyId) chn_field_get_info (field)->vocabulary;
  const ChnTerm *term = chn_event_describe_term (event, vocabulary, chn_event_get_term (event, field));
  add_code (list, facet, entry, find_value (list, facet, term->name, term->label, NULL));
}

void
chn_facet_list_add (ChnFacetList *list, guint row, const ChnEvent *event, ChnEntry *entry)
{
  if (list->first[row] == 0) {
    list->first[row] = list->n_entries + 1;
    list->n_events++;
  }
  entry->same_as = list->first[row] - 1;
  add_names (list, event, entry);
  add_term (list, CHN_FACET_KIND, event, CHN_FIELD_KIND, entry);
  add_term (list, CHN_FACET_STATUS, event, CHN_FIELD_STATUS, entry);
  list->n_entries++;
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const Value *const *left = a, *const *right = b;
  return strcmp ((*left)->path, (*right)->path);
}

/* Puts the choices of a facet in order; gives the place in it of each value, by the order in which they came. */
static guint *
put_choices (GPtrArray *values, ChnComposer *composer, GArray *choices)
{
  guint *place = g_new0 (guint, MAX (values->len, 1));
  g_ptr_array_sort (values, compare_values);
  for (guint i = 0; i < values->len; i++) {
    const Value *value = values->pdata[i];
    ChnChoice choice = value->choice;
    choice.key = chn_composer_copy (composer, choice.key);
    choice.label = chn_composer_copy (composer, choice.label);
    g_array_append_val (choices, choice);
    place[value->index] = i;
  }
  return place;
}

void
chn_facet_list_finish (ChnFacetList *list, ChnComposer *composer, ChnDocument *document)
{
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (ChnChoice));
  g_autoptr (GArray) codes = g_array_sized_new (FALSE, FALSE, sizeof (guint), list->codes->len);
  guint *places[CHN_N_FACETS];
  for (guint i = 0; i < CHN_N_FACETS; i++) {
    document->choices[i] = (ChnStretch){ choices->len, list->values[i]->len };
    places[i] = put_choices (list->values[i], composer, choices);
  }
  for (guint i = 0; i < list->codes->len; i++) {
    const Code *code = &g_array_index (list->codes, Code, i);
    g_array_append_val (codes, places[code->facet][code->index]);
  }
  for (guint i = 0; i < CHN_N_FACETS; i++)
    g_free (places[i]);
  document->choice = chn_composer_copy_bytes (composer, choices->data, choices->len * sizeof (ChnChoice));
  document->code = chn_composer_copy_bytes (composer, codes->data, codes->len * sizeof (guint));
  document->n_events = list->n_events;
}
