/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a timeline declares of its own, actors, forums and terms, given to the builder of another. */
#include "timeline/own-names.h"

#include <string.h>

#include "base/report.h"
#include "model/declared-terms.h"
#include "registry/addition.h"
#include "registry/alike.h"
#include "registry/declared.h"

typedef struct {
  const ChnRegistry *registry;
  ChnRegistryBuilder *names;
  const char *file;
  ChnReport *report;
  const ChnOwnNamesChoice *choice; /* NULL: all */
} Copying;

static gboolean
is_wanted (const Copying *copying, guint kind, const char *id)
{
  return !copying->choice || copying->choice->wants ((ChnOwnName) kind, id, copying->choice->data);
}

static void
copy_actor (const ChnActor *actor, ChnRegistryBuilder *names)
{
  guint n_aliases, n_members;
  const char *id = chn_actor_get_id (actor);
  const ChnAlias *aliases = chn_actor_get_aliases (actor, &n_aliases);
  const ChnMembership *members = chn_actor_get_members (actor, &n_members);
  for (guint i = 0; i < CHN_N_CODES; i++)
    if (chn_actor_get_code (actor, (ChnCode) i))
      chn_registry_builder_set_actor_code (names, id, (ChnCode) i, chn_actor_get_code (actor, (ChnCode) i));
  for (guint i = 0; i < n_aliases; i++)
    chn_registry_builder_add_actor_name (names, id, &aliases[i]);
  for (guint i = 0; i < n_members; i++)
    chn_registry_builder_add_member (names, id, &members[i]);
  for (const char *const *successor = chn_actor_get_successors (actor); *successor; successor++)
    chn_registry_builder_add_successor (names, id, *successor);
}

/* But for what is known below already. */
static void
copy_covers (const ChnActor *actor, const ChnActor *below, ChnRegistryBuilder *names)
{
  const ChnDate *covers = chn_actor_get_covers (actor), *known = below ? chn_actor_get_covers (below) : NULL;
  if (covers && !(known && strcmp (chn_date_get_text (covers), chn_date_get_text (known)) == 0))
    chn_registry_builder_set_covers (names, chn_actor_get_id (actor), (ChnDate *) covers);
}

static void
copy_forum (const ChnForum *forum, ChnRegistryBuilder *names)
{
  guint n = 0;
  const ChnAlias *aliases = chn_forum_get_aliases (forum, &n);
  for (guint i = 0; i < n; i++)
    chn_registry_builder_add_forum_name (names, chn_forum_get_id (forum), &aliases[i]);
}

static void
report_difference (ChnReport *report, const char *file, const GError *error, const char *difference)
{
  ChnFinding finding = { .severity = CHN_SEVERITY_ERROR, .code = "conflict", .file = file };
  g_autofree char *message = g_strdup_printf ("%s: %s", error->message, difference);
  finding.message = message;
  chn_report_add_hinted (report, &finding, error);
}

/* What was added to somebody that the registry below has is added again: all of it, since what is known stays once.
 */
static void
add_to_actor (const ChnActor *actor, const ChnActor *below, ChnRegistryBuilder *names, const char *file)
{
  ChnRegistryBuilder *addition = chn_registry_builder_new (NULL);
  const char *id = chn_actor_get_id (actor);
  chn_registry_builder_add_actor (addition, chn_actor_get_kind (actor), id, id, NULL, NULL);
  copy_actor (actor, addition);
  copy_covers (actor, below, addition);
  chn_registry_builder_add_to (names, id, FALSE, addition, &(ChnNamePlace){ file, 0, 0 });
}

static void
add_to_forum (const ChnForum *forum, ChnRegistryBuilder *names, const char *file)
{
  ChnRegistryBuilder *addition = chn_registry_builder_new (NULL);
  const char *id = chn_forum_get_id (forum);
  chn_registry_builder_add_forum (addition, id, id, NULL, NULL);
  copy_forum (forum, addition);
  chn_registry_builder_add_to (names, id, TRUE, addition, &(ChnNamePlace){ file, 0, 0 });
}

static void
declare_actor (const ChnActor *actor, ChnRegistryBuilder *names, const char *file, ChnReport *report)
{
  const char *id = chn_actor_get_id (actor);
  g_autoptr (GError) error = NULL;
  if (chn_registry_builder_add_actor (names, chn_actor_get_kind (actor), id, chn_actor_get_name (actor),
                                      chn_actor_get_short_name (actor), &error)) {
    copy_actor (actor, names);
    copy_covers (actor, NULL, names);
    return;
  }
  g_autofree char *difference = chn_actor_dup_difference (chn_registry_builder_get_actor (names, id), actor);
  if (difference)
    report_difference (report, file, error, difference);
}

static void
declare_forum (const ChnForum *forum, ChnRegistryBuilder *names, const char *file, ChnReport *report)
{
  const char *id = chn_forum_get_id (forum);
  g_autoptr (GError) error = NULL;
  if (chn_registry_builder_add_forum (names, id, chn_forum_get_name (forum), chn_forum_get_short_name (forum),
                                      &error)) {
    copy_forum (forum, names);
    return;
  }
  const ChnForum *taken = chn_registry_get_forum (chn_registry_builder_get_declared (names), id);
  g_autofree char *difference = chn_forum_dup_difference (taken, forum);
  if (difference)
    report_difference (report, file, error, difference);
}

static void
copy_actors (const Copying *copying)
{
  g_autoptr (GPtrArray) actors = chn_registry_get_actors (copying->registry, TRUE);
  const ChnRegistry *base = chn_registry_get_base (copying->registry);
  for (guint i = 0; i < actors->len; i++) {
    const ChnActor *below = chn_registry_get_actor (base, chn_actor_get_id (actors->pdata[i]));
    if (!is_wanted (copying, CHN_OWN_ACTOR, chn_actor_get_id (actors->pdata[i])))
      continue;
    if (below)
      add_to_actor (actors->pdata[i], below, copying->names, copying->file);
    else
      declare_actor (actors->pdata[i], copying->names, copying->file, copying->report);
  }
}

static void
copy_forums (const Copying *copying)
{
  g_autoptr (GPtrArray) forums = chn_registry_get_forums (copying->registry, TRUE);
  const ChnRegistry *base = chn_registry_get_base (copying->registry);
  for (guint i = 0; i < forums->len; i++) {
    if (!is_wanted (copying, CHN_OWN_FORUM, chn_forum_get_id (forums->pdata[i])))
      continue;
    if (chn_registry_get_forum (base, chn_forum_get_id (forums->pdata[i])))
      add_to_forum (forums->pdata[i], copying->names, copying->file);
    else
      declare_forum (forums->pdata[i], copying->names, copying->file, copying->report);
  }
}

static void
copy_term (const Copying *copying, const ChnTermDeclaration *term)
{
  g_autoptr (GError) error = NULL;
  if (!is_wanted (copying, CHN_OWN_KIND + (guint) term->vocabulary, term->name) ||
      chn_vocabulary_declare (chn_registry_builder_get_vocabulary (copying->names), term, &error) >= 0)
    return;
  g_autofree char *name = g_strdup_printf ("%s \"%s\"", chn_vocabulary_get_name (term->vocabulary), term->name);
  g_prefix_error (&error, "the %s is declared otherwise: ", name);
  ChnFinding finding = { .severity = CHN_SEVERITY_ERROR, .code = "conflict", .file = copying->file };
  finding.message = error->message;
  chn_report_add_hinted (copying->report, &finding, error);
}

static void
copy_terms (const Copying *copying)
{
  const ChnVocabulary *vocabulary = chn_registry_get_vocabulary (copying->registry);
  for (guint id = 0; id < CHN_N_VOCABULARIES; id++)
    for (guint i = 0; i < chn_vocabulary_count (vocabulary, (ChnVocabularyId) id); i++) {
      ChnTermDeclaration term;
      if (chn_vocabulary_get_declaration (vocabulary, (ChnVocabularyId) id, i, &term))
        copy_term (copying, &term);
    }
}

void
chn_own_names_copy (const ChnTimeline *timeline, const char *file, const ChnOwnNamesChoice *choice,
                    ChnTimelineBuilder *builder)
{
  const ChnRegistry *registry = chn_timeline_get_registry (timeline);
  if (chn_timeline_builder_get_registry (builder) == registry || !chn_registry_get_base (registry))
    return;
  const Copying copying = { registry, chn_timeline_builder_get_names (builder), file,
                            chn_timeline_builder_get_report (builder), choice };
  copy_actors (&copying);
  copy_forums (&copying);
  copy_terms (&copying);
}
