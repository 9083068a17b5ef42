/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What became of a field, in words: one function for each field that is told otherwise than by what was and what is.
 */
#include "curate/diff/words.h"

#include <string.h>

#include "document/prose.h"

typedef void (*Put) (const ChnChangeWords *words, const ChnValueChange *value, ChnComposer *composer);

char *
chn_words_dup_number (guint n)
{
  static const char *const names[] = { "no",    "one",   "two",  "three", "four",   "five",  "six",
                                       "seven", "eight", "nine", "ten",   "eleven", "twelve" };
  return n < G_N_ELEMENTS (names) ? g_strdup (names[n]) : g_strdup_printf ("%u", n);
}

static void
put_date (const ChnChangeWords *words, const ChnValueChange *value, ChnComposer *composer)
{
  (void) words;
  g_autofree char *before = chn_prose_edtf (value->old_value), *after = chn_prose_edtf (value->new_value);
  chn_composef (composer, CHN_RUN_PLAIN, "The date was corrected from %s to %s.", before, after);
}

static char *
dup_counts (const ChnEvent *event)
{
  const ChnVote *vote = chn_event_get_vote (event);
  return chn_vote_is_present (vote) ? chn_vote_dup_counts (vote) : NULL;
}

static void
put_vote (const ChnChangeWords *words, const ChnValueChange *value, ChnComposer *composer)
{
  (void) value;
  g_autofree char *before = dup_counts (words->before), *after = dup_counts (words->after);
  gboolean is_same = g_strcmp0 (before, after) == 0;
  if (is_same || !before || !after) {
    chn_compose (composer, CHN_RUN_PLAIN,
                 is_same   ? "The result of the vote, or who voted how, was corrected."
                 : !before ? "The vote was added: "
                           : "The vote was taken out: ");
    chn_compose (composer, CHN_RUN_FIGURES, is_same ? "" : before ? before : after ? after : "");
    chn_compose (composer, CHN_RUN_PLAIN, is_same ? "" : ".");
    return;
  }
  chn_compose (composer, CHN_RUN_PLAIN, "The vote was corrected from ");
  chn_compose (composer, CHN_RUN_FIGURES, before);
  chn_compose (composer, CHN_RUN_PLAIN, " to ");
  chn_compose (composer, CHN_RUN_FIGURES, after);
  chn_compose (composer, CHN_RUN_PLAIN, ".");
}

static void
put_title (const ChnChangeWords *words, const ChnValueChange *value, ChnComposer *composer)
{
  (void) words;
  chn_composef (composer, CHN_RUN_PLAIN, "It was called “%s”.", value->old_value ? value->old_value : "");
}

/* Prose is too long to stand twice. */
static void
put_summary (const ChnChangeWords *words, const ChnValueChange *value, ChnComposer *composer)
{
  (void) words;
  if (!value->new_value)
    chn_compose (composer, CHN_RUN_PLAIN, "The summary was taken out.");
  else
    chn_composef (composer, CHN_RUN_PLAIN, "The summary %s: %s", value->old_value ? "reads now" : "was added",
                  value->new_value);
}

static const char *
get_term (const ChnEvent *event, ChnField field)
{
  return chn_event_describe_term (event, (ChnVocabularyId) chn_field_get_info (field)->vocabulary,
                                  chn_event_get_term (event, field))
      ->name;
}

static void
put_term (const ChnChangeWords *words, const ChnValueChange *value, ChnComposer *composer)
{
  ChnField field = (ChnField) value->field;
  chn_composef (composer, CHN_RUN_PLAIN, "The %s was “%s” and is “%s”.", value->name, get_term (words->before, field),
                get_term (words->after, field));
}

/* An item of a field: what tells it from others, and how it is called. */
typedef struct {
  char *key, *name;
} Item;

static void
clear_item (gpointer data)
{
  g_free (((Item *) data)->key);
  g_free (((Item *) data)->name);
}

static GArray *
new_items (void)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (items, clear_item);
  return items;
}

/* Takes both texts. */
static void
add_item (GArray *items, char *key, char *name)
{
  Item item = { key, name };
  g_array_append_val (items, item);
}

static GArray *
list_actors (const ChnTimeline *timeline, const ChnEvent *event)
{
  guint n = 0;
  GArray *items = new_items ();
  const ChnParticipation *actors = chn_event_get_actors (event, &n);
  for (guint i = 0; i < n; i++) {
    const ChnActor *actor = chn_registry_get_actor (chn_timeline_get_registry (timeline), actors[i].actor);
    const char *name = actor ? chn_actor_get_name_at (actor, chn_event_get_bounds (event)) : actors[i].actor;
    const char *role = chn_event_describe_term (event, CHN_VOCABULARY_ROLE, actors[i].role)->label;
    add_item (items, g_strdup_printf ("%s %s", actors[i].actor, role),
              actors[i].role > 0 ? g_strdup_printf ("%s (%s)", name, role) : g_strdup (name));
  }
  return items;
}

static GArray *
list_forums (const ChnTimeline *timeline, const ChnEvent *event)
{
  guint n = 0;
  GArray *items = new_items ();
  const char *const *forums = chn_event_get_items (event, CHN_FIELD_FORUMS, &n);
  for (guint i = 0; i < n; i++) {
    const ChnForum *forum = chn_registry_get_forum (chn_timeline_get_registry (timeline), forums[i]);
    add_item (items, g_strdup (forums[i]), g_strdup (forum ? chn_forum_get_name (forum) : forums[i]));
  }
  return items;
}

static GArray *
list_sources (const ChnTimeline *timeline, const ChnEvent *event)
{
  guint n = 0;
  GArray *items = new_items ();
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  for (guint i = 0; i < n; i++) {
    const ChnSource *source = chn_timeline_find_source (timeline, citations[i].source);
    add_item (items, g_strdup (citations[i].source),
              source ? chn_prose_source (source) : g_strdup (citations[i].source));
  }
  return items;
}

static GArray *
list_relations (const ChnTimeline *timeline, const ChnEvent *event)
{
  guint n = 0, row = 0;
  GArray *items = new_items ();
  g_autoptr (ChnEvent) target = chn_event_new ();
  const ChnRelation *relations = chn_event_get_relations (event, &n);
  for (guint i = 0; i < n; i++) {
    const char *label = chn_event_describe_term (event, CHN_VOCABULARY_RELATION, relations[i].type)->label;
    gboolean is_known = chn_timeline_find (timeline, relations[i].target, &row);
    if (is_known)
      chn_timeline_load (timeline, row, target);
    const char *name = is_known ? chn_event_get_text (target, CHN_FIELD_TITLE) : relations[i].target;
    add_item (items, g_strdup_printf ("%s %s", label, name), g_strdup_printf ("%s “%s”", label, name));
  }
  return items;
}

static gboolean
has (const GArray *items, const char *key)
{
  for (guint i = 0; i < items->len; i++)
    if (strcmp (g_array_index (items, Item, i).key, key) == 0)
      return TRUE;
  return FALSE;
}

/* "; added: a; b" of those that the other list has not; returns whether there are any. */
static gboolean
put_lacking (ChnComposer *composer, const char *before, const GArray *items, const GArray *others)
{
  gboolean any = FALSE;
  for (guint i = 0; i < items->len; i++) {
    if (has (others, g_array_index (items, Item, i).key))
      continue;
    chn_compose (composer, CHN_RUN_PLAIN, any ? "; " : before);
    chn_compose (composer, CHN_RUN_PLAIN, g_array_index (items, Item, i).name);
    any = TRUE;
  }
  return any;
}

/* What stands in both lists may be said otherwise: another pinpoint, another order. */
static void
put_named (const ChnValueChange *value, const GArray *before, const GArray *after, ChnComposer *composer)
{
  g_autofree char *name = g_strdup (value->name);
  name[0] = g_ascii_toupper (name[0]);
  chn_compose (composer, CHN_RUN_PLAIN, name);
  gboolean added = put_lacking (composer, " added: ", after, before);
  gboolean removed = put_lacking (composer, added ? ". Taken out: " : " taken out: ", before, after);
  chn_compose (composer, CHN_RUN_PLAIN, added || removed ? "." : ": said in another way.");
}

static void
put_list (const ChnChangeWords *words, const ChnValueChange *value, ChnComposer *composer)
{
  static GArray *(*const lists[CHN_N_FIELDS]) (const ChnTimeline *, const ChnEvent *) = {
    [CHN_FIELD_ACTORS] = list_actors,
    [CHN_FIELD_FORUMS] = list_forums,
    [CHN_FIELD_SOURCES] = list_sources,
    [CHN_FIELD_RELATIONS] = list_relations,
  };
  g_autoptr (GArray) before = lists[value->field](words->old_timeline, words->before);
  g_autoptr (GArray) after = lists[value->field](words->new_timeline, words->after);
  put_named (value, before, after, composer);
}

static GArray *
list_items (const ChnEvent *event, ChnField field)
{
  guint n = 0;
  const char *const *texts = chn_event_get_items (event, field, &n);
  GArray *items = new_items ();
  for (guint i = 0; i < n; i++)
    add_item (items, g_strdup (texts[i]), g_strdup (texts[i]));
  return items;
}

static void
put_plain (const ChnChangeWords *words, const ChnValueChange *value, ChnComposer *composer)
{
  ChnField field = (ChnField) value->field;
  if (chn_field_get_info (field)->shape == CHN_SHAPE_LIST) {
    g_autoptr (GArray) before = list_items (words->before, field), after = list_items (words->after, field);
    put_named (value, before, after, composer);
  } else if (!value->old_value || !value->new_value) {
    chn_composef (composer, CHN_RUN_PLAIN, "The %s was %s: %s.", value->name,
                  value->old_value ? "taken out" : "added", value->old_value ? value->old_value : value->new_value);
  } else {
    chn_composef (composer, CHN_RUN_PLAIN, "The %s was “%s” and is “%s”.", value->name, value->old_value,
                  value->new_value);
  }
}

static const Put by_field[CHN_N_FIELDS] = {
  [CHN_FIELD_DATE] = put_date,    [CHN_FIELD_TITLE] = put_title,     [CHN_FIELD_SUMMARY] = put_summary,
  [CHN_FIELD_KIND] = put_term,    [CHN_FIELD_FORUMS] = put_list,     [CHN_FIELD_SYMBOLS] = put_plain,
  [CHN_FIELD_ACTORS] = put_list,  [CHN_FIELD_VOTE] = put_vote,       [CHN_FIELD_PLACE] = put_plain,
  [CHN_FIELD_STATUS] = put_term,  [CHN_FIELD_CONFIDENCE] = put_term, [CHN_FIELD_RELATIONS] = put_list,
  [CHN_FIELD_SOURCES] = put_list, [CHN_FIELD_REPEAT] = put_plain,    [CHN_FIELD_SERIES] = put_plain,
  [CHN_FIELD_NTH] = put_plain,
};

gboolean
chn_words_tell (ChnField field)
{
  return by_field[field] != NULL;
}

void
chn_words_put (const ChnChangeWords *words, const ChnValueChange *value, ChnComposer *composer)
{
  by_field[value->field](words, value, composer);
  chn_compose_paragraph (composer, CHN_PARAGRAPH_SUMMARY);
}
