/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Repairs of a file that can be meant in one way only: its spelling of symbols, names and dates. */
#include <chancery/repair.h>

#include <string.h>

#include <chancery/error.h>

#include "curate/edit/outline.h"
#include "curate/edit/spell.h"
#include "curate/edit/splices.h"
#include "model/symbol/spelling.h"

typedef struct {
  const char *name;
  const ChnTimeline *names;
  ChnReport *report;
  ChnSplices *splices;
  const char *event;         /* id, or NULL */
  const ChnDateBounds *when; /* of the event at hand, or NULL */
} Repairing;

/* What a text should be; NULL where it is that, or nobody can tell. */
typedef char *(*FindFunc) (const Repairing *repairing, const char *text);

static char *
find_symbol (const Repairing *repairing, const char *text)
{
  (void) repairing;
  char *spelled = NULL;
  ChnSpelling spelling = chn_symbol_spell (text, -1, &spelled, NULL);
  gboolean certain = spelling == CHN_SPELLING_SYMBOL || spelling == CHN_SPELLING_INFORMAL;
  if (certain && spelled && strcmp (spelled, text) != 0)
    return spelled;
  g_free (spelled);
  return NULL;
}

static char *
find_actor (const Repairing *repairing, const char *text)
{
  const ChnActor *actor =
      chn_registry_find_actor (chn_timeline_get_registry (repairing->names), text, -1, repairing->when, NULL);
  return actor && strcmp (chn_actor_get_id (actor), text) != 0 ? g_strdup (chn_actor_get_id (actor)) : NULL;
}

static char *
find_forum (const Repairing *repairing, const char *text)
{
  const ChnForum *forum =
      chn_registry_find_forum (chn_timeline_get_registry (repairing->names), text, -1, repairing->when, NULL);
  return forum && strcmp (chn_forum_get_id (forum), text) != 0 ? g_strdup (chn_forum_get_id (forum)) : NULL;
}

/* The one spelling that the error of a date says to write. */
static char *
find_date (const Repairing *repairing, const char *text)
{
  (void) repairing;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnDate) date = chn_date_parse (text, -1, &error);
  const char *hint = date ? NULL : chn_error_get_hint (error);
  if (!hint || !g_str_has_prefix (hint, "write "))
    return NULL;
  g_autoptr (ChnDate) meant = chn_date_parse (hint + strlen ("write "), -1, NULL);
  return meant ? g_strdup (chn_date_get_text (meant)) : NULL;
}

static void
note (const Repairing *repairing, const ChnTree *old, const char *text)
{
  g_autofree char *message = g_strdup_printf ("\"%s\" becomes %s", old->text, text);
  chn_report_add (repairing->report, &(ChnFinding){ .severity = CHN_SEVERITY_NOTE,
                                                    .code = "repaired",
                                                    .file = repairing->name,
                                                    .line = old->line,
                                                    .column = old->column + 1,
                                                    .event = repairing->event,
                                                    .message = message });
}

/* What others repeat by an anchor stays, and so does what an alias repeats. */
static void
repair_text (const Repairing *repairing, const ChnTree *text, FindFunc find, gboolean flow)
{
  if (text->kind != CHN_TREE_TEXT || text->alias || text->named)
    return;
  g_autofree char *found = find (repairing, text->text);
  if (!found)
    return;
  const ChnTree made = { .kind = CHN_TREE_TEXT,
                         .style = find == find_date ? YAML_PLAIN_SCALAR_STYLE : YAML_DOUBLE_QUOTED_SCALAR_STYLE,
                         .text = found,
                         .length = strlen (found) };
  g_autoptr (GString) spelled = g_string_new (NULL);
  chn_spell_like (spelled, text, &made, flow);
  chn_splices_add (repairing->splices, text->start, text->end, spelled->str);
  note (repairing, text, found);
}

/* A text, or the items of a list, or of each the key: {usa: sponsor}. */
static void
repair_value (const Repairing *repairing, const ChnTree *value, FindFunc find, gboolean flow)
{
  gboolean inner = flow || value->flow, mapping = value->kind == CHN_TREE_MAPPING;
  if (value->alias)
    return;
  if (value->kind == CHN_TREE_TEXT)
    repair_text (repairing, value, find, flow);
  for (const ChnTree *child = value->first; child; child = mapping ? child->next->next : child->next) {
    if (mapping)
      repair_text (repairing, child, find, inner);
    else
      repair_value (repairing, child, find, inner);
  }
}

typedef struct {
  const char *key;
  FindFunc find;
} Rule;

static const Rule rules_of_events[] = { { "date", find_date },      { "symbol", find_symbol },
                                        { "symbols", find_symbol }, { "forum", find_forum },
                                        { "forums", find_forum },   { "actor", find_actor },
                                        { "actors", find_actor },   { "revised", find_date } };
static const Rule rules_of_sources[] = { { "date", find_date },
                                         { "accessed", find_date },
                                         { "symbol", find_symbol } };

static void
repair_mapping (const Repairing *repairing, const ChnTree *mapping, const Rule *rules, guint n_rules)
{
  for (guint i = 0; i < n_rules; i++) {
    const ChnTree *key = chn_tree_find (mapping, rules[i].key, NULL);
    if (key && !mapping->alias)
      repair_value (repairing, key->next, rules[i].find, mapping->flow);
  }
}

/* Voters of a roll call: {yes: [usa, …]} or a list of these. */
static void
repair_roll (const Repairing *repairing, const ChnTree *event)
{
  const ChnTree *vote = chn_tree_find (event, "vote", NULL);
  const ChnTree *roll = vote && !vote->next->alias ? chn_tree_find (vote->next, "roll", NULL) : NULL;
  const ChnTree *part = roll && !roll->next->alias ? roll->next : NULL;
  gboolean list = part && part->kind == CHN_TREE_LIST;
  for (part = list ? part->first : part; part; part = list ? part->next : NULL)
    for (const ChnTree *key = part->kind == CHN_TREE_MAPPING ? part->first : NULL; key; key = key->next->next)
      repair_value (repairing, key->next, find_actor, part->flow);
}

static void
repair_event (const ChnTree *event, gpointer data)
{
  Repairing *repairing = data;
  const ChnTree *id = chn_tree_find (event, "id", NULL), *date = chn_tree_find (event, "date", NULL);
  const char *text = date && date->next->kind == CHN_TREE_TEXT ? date->next->text : NULL;
  g_autofree char *mended = text ? find_date (repairing, text) : NULL;
  g_autoptr (ChnDate) when = text ? chn_date_parse (mended ? mended : text, -1, NULL) : NULL;
  repairing->event = id && id->next->kind == CHN_TREE_TEXT ? id->next->text : NULL;
  repairing->when = when ? chn_date_get_bounds (when) : NULL;
  repair_mapping (repairing, event, rules_of_events, G_N_ELEMENTS (rules_of_events));
  repair_roll (repairing, event);
}

static void
repair_sources (Repairing *repairing, const ChnTree *root)
{
  const ChnTree *sources = chn_tree_find (root, "sources", NULL);
  repairing->event = NULL;
  repairing->when = NULL;
  for (const ChnTree *key = sources && sources->next->kind == CHN_TREE_MAPPING ? sources->next->first : NULL; key;
       key = key->next->next)
    repair_mapping (repairing, key->next, rules_of_sources, G_N_ELEMENTS (rules_of_sources));
}

GBytes *
chn_repair (const char *bytes, gsize length, const char *name, const ChnTimeline *names, ChnReport *report,
            GError **error)
{
  static const char *const nobody[] = { NULL };
  g_autoptr (ChnSplices) splices = chn_splices_new ();
  Repairing repairing = { .name = name, .names = names, .report = report, .splices = splices };
  g_autoptr (ChnOutline) outline = chn_outline_visit (bytes, length, name, nobody, repair_event, &repairing, error);
  if (!outline)
    return NULL;
  repair_sources (&repairing, outline->root);
  return chn_splices_run (splices, bytes, length);
}
