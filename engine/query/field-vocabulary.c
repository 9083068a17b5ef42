/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The fields that the vocabularies give: one for each role, up to four for each type of relation. */
#include "query/field-table.h"

#include <string.h>

#include "query/events.h"
#include "query/match/match.h"

/* A term of a vocabulary, as the help of queries explains it. */
typedef struct {
  const char *name;
  const char *note;
  const char *inverse; /* of a relation: as the target sees it */
} Note;

static const Note role_notes[] = {
  { "participant", "who took part, no other role being stated", NULL },
  { "subject", "whom it is about", NULL },
  { "sponsor", "who tabled the draft or asked for the meeting", NULL },
  { "author", "who wrote or issued it", NULL },
  { "addressee", "to whom it is addressed", NULL },
  { "speaker", "who spoke", NULL },
  { "chair", "who presided", NULL },
  { "host", "where, or by whose invitation, it took place", NULL },
  { "appointee", "who was given an office", NULL },
  { "opponent", "who opposed it", NULL },
  { "absentee", "who stayed away", NULL },
};

static const Note relation_notes[] = {
  { "related-to", "events with some connection to it, stated of either", NULL },
  { "responds-to", "events that reply or react to it", "events that it replies or reacts to" },
  { "implements", "events that carry out what it decided", "events whose decision it carries out" },
  { "cites", "events that refer to it or its document", "events to which it refers" },
  { "leads-to", "events that brought it about", "events that it brought about" },
  { "extends", "events that add to it", "events to which it adds" },
  { "amends", "events that propose or make changes to it", "events to whose text it proposes or makes changes" },
  { "revises", "events that replace its text", "events whose text it replaces" },
  { "adopts", "events that adopt it", "events that it adopts" },
  { "requested-by", "events that take place because it asked for them", "events that asked for it" },
  { "presents", "events that present, transmit or publish it", "events that it presents, transmits or publishes" },
  { "announces", "events that said it would take place", "events that it said would take place" },
  { "succeeds", "events that take its place", "events whose place it takes" },
  { "part-of", "events that belong to it", "events to which it belongs" },
};

/* A term that this file does not know explains itself. */
static Note
find_note (const Note *notes, guint n, const ChnTerm *term)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (notes[i].name, term->name) == 0)
      return notes[i];
  return (Note){ term->name, term->note, term->note };
}

static void
add_role (GArray *rows, const ChnTerm *role, const char *note, guint value)
{
  ChnFieldRow row = {
    .name = role->name,
    .takes = "an actor's name, alias, code or id",
    .note = note,
    .generous = "the actor, or a member of the group at the event's date",
    .strict = "the actor itself",
    .values = CHN_QUERY_VALUES_ACTORS,
    .may_be = CHN_TAKES_BLANKS,
    .argument = value + 1,
    .functions = { chn_bind_actor, chn_match_actor, chn_narrow_actor, chn_describe_actor },
    .saying = CHN_SAID_AS_ACTOR,
  };
  g_array_append_val (rows, row);
}

void
chn_field_add_roles (GArray *rows, ChnArena *arena)
{
  (void) arena;
  guint n = 0;
  const ChnTerm *roles = chn_vocabulary_get_terms (CHN_VOCABULARY_ROLE, &n);
  for (guint i = 0; i < n; i++)
    add_role (rows, &roles[i], find_note (role_notes, G_N_ELEMENTS (role_notes), &roles[i]).note, i);
}

/* One step, and any number of them, which takes a "+". */
static void
add_steps (GArray *rows, ChnArena *arena, const char *name, const char *note, guint argument)
{
  g_autofree char *transitive = g_strconcat (name, "+", NULL);
  g_autofree char *note_of_all = g_strconcat (note, ", in any number of steps", NULL);
  ChnFieldRow row = {
    .name = name,
    .takes = "an event, @id",
    .note = note,
    .generous = "so stated",
    .argument = argument,
    .functions = { chn_bind_relation, chn_match_events, chn_narrow_events, chn_describe_events },
  };
  g_array_append_val (rows, row);
  row.name = chn_arena_strndup (arena, transitive, -1);
  row.note = chn_arena_strndup (arena, note_of_all, -1);
  row.argument |= CHN_REACH_TRANSITIVE;
  g_array_append_val (rows, row);
}

/* A type under its own name and as its target sees it; a type that is its own inverse only once. */
static void
add_relation (GArray *rows, ChnArena *arena, const ChnTerm *type, const Note *note, guint value)
{
  char *inverse = g_strdelimit (chn_arena_strndup (arena, type->inverse, -1), " ", '-');
  gboolean mutual = strcmp (inverse, type->name) == 0;
  add_steps (rows, arena, type->name, note->note, value | CHN_REACH_RECEIVED | (mutual ? CHN_REACH_STATED : 0));
  if (!mutual)
    add_steps (rows, arena, inverse, note->inverse, value | CHN_REACH_STATED);
}

void
chn_field_add_relations (GArray *rows, ChnArena *arena)
{
  guint n = 0;
  const ChnTerm *types = chn_vocabulary_get_terms (CHN_VOCABULARY_RELATION, &n);
  for (guint i = 0; i < n; i++) {
    Note note = find_note (relation_notes, G_N_ELEMENTS (relation_notes), &types[i]);
    add_relation (rows, arena, &types[i], &note, i);
  }
}

void
chn_field_add_declared (GArray *rows, const ChnVocabulary *vocabulary, ChnArena *arena)
{
  guint first = chn_vocabulary_count (NULL, CHN_VOCABULARY_ROLE);
  for (guint i = first; i < chn_vocabulary_count (vocabulary, CHN_VOCABULARY_ROLE); i++) {
    const ChnTerm *role = chn_vocabulary_get_term (vocabulary, CHN_VOCABULARY_ROLE, i);
    add_role (rows, role, role->note[0] ? role->note : role->label, i);
  }
  first = chn_vocabulary_count (NULL, CHN_VOCABULARY_RELATION);
  for (guint i = first; i < chn_vocabulary_count (vocabulary, CHN_VOCABULARY_RELATION); i++) {
    const ChnTerm *type = chn_vocabulary_get_term (vocabulary, CHN_VOCABULARY_RELATION, i);
    const char *said = type->note[0] ? type->note : type->label;
    add_relation (rows, arena, type, &(Note){ type->name, said, said }, i);
  }
}
