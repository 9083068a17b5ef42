/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/declared-feed.h>
#include <chancery/event.h>
#include <chancery/limits.h>
#include <chancery/registry.h>
#include <chancery/report.h>

G_BEGIN_DECLS

/**
 * ChnTimelineBuilder:
 *
 * Takes events from readers in any order, resolves their names, and seals them into a timeline.
 */
typedef struct _ChnTimelineBuilder ChnTimelineBuilder;

/**
 * ChnTimeline:
 *
 * Events sorted by (earliest, latest, precision, order of reading), in columns. Immutable once
 * sealed, shared freely between threads. A row is a number from 0.
 */
typedef struct _ChnTimeline ChnTimeline;

/**
 * ChnHeaderField:
 *
 * What a timeline says of itself, all text.
 */
typedef enum {
  CHN_HEADER_TIMELINE, /* id, a slug */
  CHN_HEADER_TITLE,
  CHN_HEADER_SUMMARY,
  CHN_HEADER_ZONE,   /* IANA zone of its civil times */
  CHN_HEADER_DOMAIN, /* right side of UIDs; default "<id>.chancery" */
  CHN_HEADER_LICENCE,
  CHN_HEADER_REVISED, /* EDTF: when it was revised; what its events say goes before */
  CHN_HEADER_FILE,    /* where it was read from; not written */
  CHN_N_HEADER_FIELDS,
} ChnHeaderField;

/**
 * ChnSavedQuery:
 * @name: what `@@name` refers to
 * @text: the query
 */
typedef struct {
  const char *name;
  const char *text;
} ChnSavedQuery;

/** chn_header_field_get_name: key in YAML. */
CHN_API const char *chn_header_field_get_name (ChnHeaderField field);
/** chn_header_field_find: the field of a key, or -1. */
CHN_API int chn_header_field_find (const char *name, gssize length);

/**
 * chn_timeline_builder_new:
 * @registry: the registry that names are looked up in; referenced
 * @report: (transfer none): where faults go; must outlive the builder
 * @limits: (nullable): bounds, %NULL for the default ones
 */
CHN_API ChnTimelineBuilder *chn_timeline_builder_new (ChnRegistry *registry, ChnReport *report,
                                                      const ChnLimits *limits);
CHN_API void chn_timeline_builder_free (ChnTimelineBuilder *builder);

CHN_API ChnReport *chn_timeline_builder_get_report (ChnTimelineBuilder *builder);
CHN_API const ChnLimits *chn_timeline_builder_get_limits (ChnTimelineBuilder *builder);

/**
 * chn_timeline_builder_set_excerpts:
 * @excerpts: whether the events that follow come from a file that may hold a part of a timeline only
 *
 * In an excerpt a relation may point at an event that is not there: it is kept as an extra
 * "outside-TYPE" and noted, and becomes a relation again when both events are read together.
 * Elsewhere such a target is an error.
 */
CHN_API void chn_timeline_builder_set_excerpts (ChnTimelineBuilder *builder, gboolean excerpts);

/**
 * chn_timeline_builder_set_indexed:
 * @builder: a builder that has no events yet
 *
 * Has the words of events split while they are read, on a thread of its own: for timelines that
 * will be written as a snapshot, whose index of words is then sooner made. As in a snapshot, the sealed
 * timeline does not know where in its files values stand; faults that are found until then do.
 */
CHN_API void chn_timeline_builder_set_indexed (ChnTimelineBuilder *builder);

/**
 * chn_timeline_builder_set_keep_going:
 * @keep_going: whether to read on over faults
 *
 * Errors become warnings in the report, and what is faulty is left out when the timeline is sealed:
 * values that name nothing, events without id, date or title. Each is named by its warning. Call it
 * before anything is read; from then on the report takes no errors until the timeline is sealed.
 */
CHN_API void chn_timeline_builder_set_keep_going (ChnTimelineBuilder *builder, gboolean keep_going);

/**
 * chn_timeline_builder_set_follow_links:
 * @follow_links: whether links in a folder that is read may lead out of it
 *
 * Without it such a link is an error: a folder that somebody else has made reads no file beside it.
 */
CHN_API void chn_timeline_builder_set_follow_links (ChnTimelineBuilder *builder, gboolean follow_links);

/**
 * chn_timeline_builder_begin:
 * @file: (nullable): name for messages
 *
 * Starts a new origin: the events that follow come from this file, until the next begin.
 */
CHN_API void chn_timeline_builder_begin (ChnTimelineBuilder *builder, const char *file);

/** chn_timeline_builder_set_header: a header field of the current origin. */
CHN_API void chn_timeline_builder_set_header (ChnTimelineBuilder *builder, ChnHeaderField field, const char *text);

/** chn_timeline_builder_position_header: where a header field of the current origin stands, for messages. */
CHN_API void chn_timeline_builder_position_header (ChnTimelineBuilder *builder, ChnHeaderField field, guint line,
                                                   guint column);

/** chn_timeline_builder_add_query: a saved query of the current origin. */
CHN_API void chn_timeline_builder_add_query (ChnTimelineBuilder *builder, const char *name, const char *text);

/**
 * chn_timeline_builder_add_feed:
 * @feed: copied; it has a name
 *
 * A feed that the current origin declares.
 */
CHN_API void chn_timeline_builder_add_feed (ChnTimelineBuilder *builder, const ChnFeed *feed);

/**
 * chn_timeline_builder_add_header_extra:
 * @key: name of a property of the file as a whole that no header field holds
 * @value: its value
 *
 * What a file of another origin says of itself; kept with the current origin and written again.
 */
CHN_API void chn_timeline_builder_add_header_extra (ChnTimelineBuilder *builder, const char *key, const char *value);

/** chn_timeline_builder_get_registry: (transfer none): the registry that names are looked up in. */
CHN_API ChnRegistry *chn_timeline_builder_get_registry (ChnTimelineBuilder *builder);

/**
 * chn_timeline_builder_get_names:
 *
 * Where a reader declares actors and forums of the timeline's own, before the events that name
 * them.
 *
 * Returns: (transfer none): a registry builder laid over the registry
 */
CHN_API ChnRegistryBuilder *chn_timeline_builder_get_names (ChnTimelineBuilder *builder);

/**
 * chn_timeline_builder_add_source:
 * @source: copied; adding the same source again with the same content is fine
 * @line: 1-based, 0 where unknown
 * @column: 1-based
 *
 * A key that already stands for something else is reported.
 */
CHN_API void chn_timeline_builder_add_source (ChnTimelineBuilder *builder, const ChnSource *source, guint line,
                                              guint column);

/**
 * chn_timeline_builder_add_event:
 * @event: (transfer none): copied into columns; the caller may clear and reuse it
 *
 * Takes an event. Duplicate ids, unknown terms and bounds are reported at once; names of actors
 * and forums, sources and relation targets when the timeline is sealed, each at its position. An id,
 * a date and a title are required; a date or title that is missing but has a position is not reported
 * again, since the reader has said what is wrong with it.
 */
CHN_API void chn_timeline_builder_add_event (ChnTimelineBuilder *builder, const ChnEvent *event);

/**
 * chn_timeline_builder_seal:
 * @builder: (transfer full): consumed
 * @error: return location
 *
 * Resolves every name, reports what does not resolve, sorts, and builds the columns.
 *
 * Errors: that of the first error in the report, when it has any.
 *
 * Returns: (transfer full): the timeline, or %NULL on error
 */
CHN_API ChnTimeline *chn_timeline_builder_seal (ChnTimelineBuilder *builder, GError **error);

/**
 * ChnFault:
 * @code: stable short name of a finding ("unknown-actor")
 * @severity: of the finding
 * @note: what it means
 *
 * One row of the table of what a builder reports.
 */
typedef struct {
  const char *code;
  ChnSeverity severity;
  const char *note;
} ChnFault;

/** chn_timeline_get_faults: (array length=n): the fault table, for help and the man page. */
CHN_API const ChnFault *chn_timeline_get_faults (guint *n);

CHN_API ChnTimeline *chn_timeline_ref (ChnTimeline *timeline);
CHN_API void chn_timeline_unref (ChnTimeline *timeline);

/**
 * chn_timeline_check:
 * @timeline: a timeline
 * @error: return location
 *
 * A timeline that was opened from a snapshot is proved piece by piece, as it is read. Damaged
 * pieces read as nothing; so whoever asks a timeline calls this before making use of the answers.
 * Writers do it themselves.
 *
 * Errors: %CHN_ERROR_IO.
 *
 * Returns: %FALSE when something damaged was come upon
 */
CHN_API gboolean chn_timeline_check (const ChnTimeline *timeline, GError **error);

CHN_API guint chn_timeline_get_n_events (const ChnTimeline *timeline);

/**
 * ChnHidden:
 * @n_events: events
 * @n_sources: sources
 * @n_quotes: quotations of events and sources that are shown
 * @n_notes: notes of events and sources that are shown
 *
 * How much of a timeline may not be seen.
 */
typedef struct {
  guint n_events, n_sources, n_quotes, n_notes;
} ChnHidden;

/**
 * chn_timeline_count_whole:
 *
 * Returns: how many events the timeline has of which this is a part, as what was read of a store for a query; where it
 *   is none, chn_timeline_get_n_events()
 */
CHN_API guint chn_timeline_count_whole (const ChnTimeline *timeline);

/**
 * chn_timeline_is_whole:
 * @n: a number of its events
 *
 * Returns: whether so many are all there are: those of the timeline, which is no part of another one, as what was read
 *   of a store for a query is, and what chn_bound_query_expand() made of some events
 */
CHN_API gboolean chn_timeline_is_whole (const ChnTimeline *timeline, guint n);

/** chn_timeline_get_registry: (transfer none): the registry with the timeline's own names on top. */
CHN_API ChnRegistry *chn_timeline_get_registry (const ChnTimeline *timeline);

/** chn_timeline_get_vocabulary: (transfer none) (nullable): the terms that its events may have; %NULL: the known ones
 */
CHN_API const ChnVocabulary *chn_timeline_get_vocabulary (const ChnTimeline *timeline);

/**
 * chn_timeline_find:
 * @id: an event's id
 * @row: (out): its row
 *
 * Returns: %FALSE when there is none
 */
CHN_API gboolean chn_timeline_find (const ChnTimeline *timeline, const char *id, guint *row);

/**
 * chn_timeline_find_present:
 * @id: an id
 * @row: (out): the row of the event that has it, and not of one that had it before
 *
 * Returns: %FALSE when there is none
 */
CHN_API gboolean chn_timeline_find_present (const ChnTimeline *timeline, const char *id, guint *row);

/**
 * chn_timeline_find_named:
 * @name: what people see of an event: its id, a document symbol in any spelling, or its whole title
 * @row: (out): its row
 * @error: return location
 *
 * Where several events bear a symbol, one that has it before its others is meant.
 *
 * Errors: %CHN_ERROR_UNKNOWN, with the nearest id; %CHN_ERROR_AMBIGUOUS, with the ids.
 *
 * Returns: %FALSE on error
 */
CHN_API gboolean chn_timeline_find_named (const ChnTimeline *timeline, const char *name, guint *row, GError **error);

/**
 * chn_timeline_suggest:
 *
 * Returns: (transfer none) (nullable): the id nearest to @id, for messages
 */
CHN_API const char *chn_timeline_suggest (const ChnTimeline *timeline, const char *id);

/**
 * chn_timeline_load:
 * @row: a row
 * @event: cleared and filled; its text stays valid while both it and the timeline live
 *
 * Loads a row. Names are ids of the registry, symbols canonical; the positions come along.
 */
CHN_API void chn_timeline_load (const ChnTimeline *timeline, guint row, ChnEvent *event);

/** chn_timeline_get_id: (transfer none): id of a row. */
CHN_API const char *chn_timeline_get_id (const ChnTimeline *timeline, guint row);

CHN_API guint chn_timeline_get_n_origins (const ChnTimeline *timeline);

/**
 * chn_timeline_is_same_origin:
 * @a: one of its origins
 * @b: another one
 *
 * Returns: whether two origins are of one timeline: both have its id, or they are of one file and one has none, as the
 *   rows of a store that was filled from a table have
 */
CHN_API gboolean chn_timeline_is_same_origin (const ChnTimeline *timeline, guint a, guint b);

/**
 * chn_timeline_find_same_origin:
 * @origin: one of its origins
 *
 * Returns: the first of its origins that is of the same timeline, which may be that one itself
 */
CHN_API guint chn_timeline_find_same_origin (const ChnTimeline *timeline, guint origin);

/** chn_timeline_get_origin: index of the origin of a row. */
CHN_API guint chn_timeline_get_origin (const ChnTimeline *timeline, guint row);
/** chn_timeline_get_header: (nullable): a header field of an origin. */
CHN_API const char *chn_timeline_get_header (const ChnTimeline *timeline, guint origin, ChnHeaderField field);
CHN_API const ChnSavedQuery *chn_timeline_get_queries (const ChnTimeline *timeline, guint origin, guint *n_queries);

/**
 * chn_timeline_get_feeds:
 * @origin: index of an origin
 * @n_feeds: (out): how many there are
 *
 * Returns: (array length=n_feeds) (transfer none): the feeds that it declares, in its order; where their queries
 * stand a snapshot does not know
 */
CHN_API const ChnFeed *chn_timeline_get_feeds (const ChnTimeline *timeline, guint origin, guint *n_feeds);

/** chn_timeline_get_header_extras: (array length=n_extras): what an origin's file said of itself beside its header.
 */
CHN_API const ChnExtra *chn_timeline_get_header_extras (const ChnTimeline *timeline, guint origin, guint *n_extras);

CHN_API guint chn_timeline_get_n_sources (const ChnTimeline *timeline);
/** chn_timeline_get_source: (transfer none): by index, ordered by key. */
CHN_API const ChnSource *chn_timeline_get_source (const ChnTimeline *timeline, guint index);
/** chn_timeline_find_source: (transfer none) (nullable): by key. */
CHN_API const ChnSource *chn_timeline_find_source (const ChnTimeline *timeline, const char *key);

/**
 * ChnBacklink:
 * @type: a value of %CHN_VOCABULARY_RELATION
 * @row: the event that has the relation
 */
typedef struct {
  guint type;
  guint row;
} ChnBacklink;

/** chn_timeline_get_backlinks: (array length=n): relations that point at a row, by row. */
CHN_API const ChnBacklink *chn_timeline_get_backlinks (const ChnTimeline *timeline, guint row, guint *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnTimelineBuilder, chn_timeline_builder_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnTimeline, chn_timeline_unref)

G_END_DECLS
