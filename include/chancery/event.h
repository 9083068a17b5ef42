/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/date.h>
#include <chancery/field.h>
#include <chancery/source.h>
#include <chancery/vocabulary.h>
#include <chancery/vote.h>

G_BEGIN_DECLS

/**
 * ChnEvent:
 *
 * One event as a plain value: what a reader fills and hands to a builder, and what a writer
 * loads from a timeline row. It owns its text. Reuse one with chn_event_clear() instead of
 * making many.
 */
typedef struct _ChnEvent ChnEvent;

/**
 * ChnParticipation:
 * @actor: a name as written, or after loading from a timeline an id of the registry
 * @role: a value of %CHN_VOCABULARY_ROLE
 */
typedef struct {
  const char *actor;
  guint role;
} ChnParticipation;

/**
 * ChnRelation:
 * @type: a value of %CHN_VOCABULARY_RELATION
 * @target: id of another event of the timeline
 */
typedef struct {
  guint type;
  const char *target;
} ChnRelation;

/**
 * ChnExtra:
 * @key: name of a property that has no field
 * @value: its value
 *
 * What a file of another origin carried and no field can hold; kept and written again.
 */
typedef struct {
  const char *key;
  const char *value;
} ChnExtra;

/**
 * ChnPosition:
 * @field: which field
 * @index: which item of a list, 0 otherwise; within a vote, 1 + the line of the roll call; for
 *   what a source says, CHN_POSITION_CLAIM()
 * @line: 1-based
 * @column: 1-based, in characters
 *
 * Where in its file a value of an event stands.
 */
typedef struct {
  ChnField field;
  guint index;
  guint line;
  guint column;
} ChnPosition;

/** CHN_POSITION_CLAIM: index of %CHN_FIELD_SOURCES for a claim of a citation. */
#define CHN_POSITION_CLAIM(citation, claim) ((((guint) (claim) + 1) << 16) | (guint) (citation))

CHN_API ChnEvent *chn_event_new (void);
CHN_API void chn_event_free (ChnEvent *event);

/** chn_event_clear: forgets every value, keeps the memory for the next event. */
CHN_API void chn_event_clear (ChnEvent *event);

/**
 * chn_event_set_text:
 * @event: an event
 * @field: a field of shape %CHN_SHAPE_TEXT
 * @text: (nullable): UTF-8, copied
 * @length: its bytes, or -1
 */
CHN_API void chn_event_set_text (ChnEvent *event, ChnField field, const char *text, gssize length);

/** chn_event_get_text: (transfer none) (nullable): a text field's value; for a date its EDTF text. */
CHN_API const char *chn_event_get_text (const ChnEvent *event, ChnField field);

/**
 * chn_event_set_date:
 * @field: %CHN_FIELD_DATE or %CHN_FIELD_REVISED
 * @date: (transfer none): referenced
 */
CHN_API void chn_event_set_date (ChnEvent *event, ChnField field, ChnDate *date);

/**
 * chn_event_get_date:
 *
 * Parsed on first call when the event was loaded from a timeline.
 *
 * Returns: (transfer none) (nullable): the date
 */
CHN_API ChnDate *chn_event_get_date (const ChnEvent *event, ChnField field);

/** chn_event_get_bounds: (transfer none): bounds of %CHN_FIELD_DATE, cheap. */
CHN_API const ChnDateBounds *chn_event_get_bounds (const ChnEvent *event);

/** chn_event_set_term: sets a field of shape %CHN_SHAPE_TERM to a value of its vocabulary. */
CHN_API void chn_event_set_term (ChnEvent *event, ChnField field, guint value);
CHN_API guint chn_event_get_term (const ChnEvent *event, ChnField field);

/**
 * chn_event_find_term:
 * @event: an event
 * @id: of which vocabulary
 * @name: a word, in any case
 * @length: its bytes, or -1
 * @error: return location
 *
 * The value that a word has in this event. A kind, role or type of relation that is not known may be declared further
 * on or in another file: it becomes a value of this event alone, which a builder looks up when all is read.
 *
 * Returns: the value, or -1 with %CHN_ERROR_UNKNOWN
 */
CHN_API int chn_event_find_term (ChnEvent *event, ChnVocabularyId id, const char *name, gssize length,
                                 GError **error);

/**
 * chn_event_describe_term:
 * @event: an event
 * @id: of which vocabulary
 * @value: one that the event has
 *
 * Returns: (transfer none): the term, which is a declared one where its timeline has such
 */
CHN_API const ChnTerm *chn_event_describe_term (const ChnEvent *event, ChnVocabularyId id, guint value);

/** chn_event_set_number: sets a field of shape %CHN_SHAPE_NUMBER; 0 means not stated. */
CHN_API void chn_event_set_number (ChnEvent *event, ChnField field, guint value);
CHN_API guint chn_event_get_number (const ChnEvent *event, ChnField field);

/** chn_event_add_item: appends to a field of shape %CHN_SHAPE_LIST. */
CHN_API void chn_event_add_item (ChnEvent *event, ChnField field, const char *text, gssize length);

/**
 * chn_event_get_items:
 *
 * Returns: (transfer none) (array length=n_items): the strings of a list field
 */
CHN_API const char *const *chn_event_get_items (const ChnEvent *event, ChnField field, guint *n_items);

CHN_API void chn_event_add_actor (ChnEvent *event, const char *actor, gssize length, guint role);
CHN_API const ChnParticipation *chn_event_get_actors (const ChnEvent *event, guint *n_actors);

/** chn_event_set_vote: copies the vote and its roll call. */
CHN_API void chn_event_set_vote (ChnEvent *event, const ChnVote *vote);
CHN_API const ChnVote *chn_event_get_vote (const ChnEvent *event);

CHN_API void chn_event_add_relation (ChnEvent *event, guint type, const char *target, gssize length);
CHN_API const ChnRelation *chn_event_get_relations (const ChnEvent *event, guint *n_relations);

/** chn_event_add_citation: copies the citation with its claims. */
CHN_API void chn_event_add_citation (ChnEvent *event, const ChnCitation *citation);
CHN_API const ChnCitation *chn_event_get_citations (const ChnEvent *event, guint *n_citations);

CHN_API void chn_event_add_extra (ChnEvent *event, const char *key, const char *value);
CHN_API const ChnExtra *chn_event_get_extras (const ChnEvent *event, guint *n_extras);

/** chn_event_set_position: remembers where a value stands; for %CHN_FIELD_ID, the event itself. */
CHN_API void chn_event_set_position (ChnEvent *event, ChnField field, guint index, guint line, guint column);
CHN_API const ChnPosition *chn_event_get_positions (const ChnEvent *event, guint *n_positions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnEvent, chn_event_free)

G_END_DECLS
