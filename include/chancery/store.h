/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/query.h>
#include <chancery/sink.h>

G_BEGIN_DECLS

/**
 * ChnStore:
 *
 * A timeline that several people share: in an SQLite file, or on a PostgreSQL server. It is used by one thread at a
 * time.
 */
typedef struct _ChnStore ChnStore;

/**
 * ChnStoreFacts:
 * @name: its place, without a password
 * @schema: number of the schema that it has
 * @newest_schema: number of the schema that this version of the program makes
 * @revision: how often it was changed
 * @n_events: events that may be seen
 * @n_hidden: of these, events that are not, or not wholly, public; 0 for those who may not know
 * @is_whole: whether all may be seen, and not only what is public
 *
 * What is in a store.
 */
typedef struct {
  const char *name;
  guint schema, newest_schema;
  guint64 revision, n_events, n_hidden;
  gboolean is_whole;
} ChnStoreFacts;

/** chn_store_is_place: whether a text names a store: "sqlite:FILE", "postgresql://…". */
CHN_API gboolean chn_store_is_place (const char *place);

/** chn_store_find_file: (transfer none) (nullable): of a place that is a file of this machine, its path. */
CHN_API const char *chn_store_find_file (const char *place);

/** chn_store_dup_name: (transfer full): the place as it may be shown, without a password. */
CHN_API char *chn_store_dup_name (const char *place);

/**
 * chn_store_init:
 * @place: of a store that is not there yet; an SQLite file is made
 * @error: return location
 *
 * Makes an empty store. One that is there already, of the same schema, stays as it is.
 *
 * Errors: %CHN_ERROR_IO; %CHN_ERROR_UNSUPPORTED where one of another schema is there.
 *
 * Returns: (transfer full): the store, or %NULL on error
 */
CHN_API ChnStore *chn_store_init (const char *place, GError **error);

/**
 * chn_store_has_roles:
 * @store: a store
 * @has: (out): whether the roles chancery_reader and chancery_editor are there, with what they need; of an SQLite
 * file always
 * @error: return location
 */
CHN_API gboolean chn_store_has_roles (const ChnStore *store, gboolean *has, GError **error);

/**
 * chn_store_init_shards:
 * @place: of a store on a PostgreSQL server that is not there yet, or has no events yet
 * @file: a YAML file that says over which servers it is spread: a list "servers" of "place" and, but for the first,
 *   "from", the date (EDTF) where its range begins
 * @report: where faults of the file go
 * @limits: (nullable): bounds for the file
 * @error: return location
 *
 * Makes an empty store whose events lie on several servers, by date. One that is there already over the same servers
 * stays as it is.
 *
 * Errors: %CHN_ERROR_IO; %CHN_ERROR_CONFLICT where something else is there
 *
 * Returns: (transfer full): the store, or %NULL on error
 */
CHN_API ChnStore *chn_store_init_shards (const char *place, const char *file, ChnReport *report,
                                         const ChnLimits *limits, GError **error);

/**
 * chn_store_add_shards:
 * @store: a store that is spread over servers and may be changed
 * @file: a file as of chn_store_init_shards(), with the servers that there are and further ones
 * @report: where faults of the file go
 * @limits: (nullable): bounds for the file
 * @error: return location
 *
 * Moves the events of a range to each server that is new, while others read; writers wait. Whoever is broken off
 * calls it again.
 */
CHN_API gboolean chn_store_add_shards (ChnStore *store, const char *file, ChnReport *report, const ChnLimits *limits,
                                       GError **error);

/**
 * chn_store_upgrade:
 * @place: of a store
 * @error: return location
 *
 * Brings the tables of a store up to the schema that this version makes.
 *
 * Returns: (transfer full): the store, or %NULL on error
 */
CHN_API ChnStore *chn_store_upgrade (const char *place, GError **error);

/**
 * chn_store_open:
 * @place: of a store
 * @writable: whether it is to be changed
 * @error: return location
 *
 * Errors: %CHN_ERROR_IO where there is none, or it cannot be reached; %CHN_ERROR_UNSUPPORTED where its schema is
 * newer than this version of the program, or older than what it reads.
 *
 * Returns: (transfer full): the store, or %NULL on error
 */
CHN_API ChnStore *chn_store_open (const char *place, gboolean writable, GError **error);
CHN_API void chn_store_free (ChnStore *store);

/**
 * chn_store_set_may_leave_out:
 * @store: a store
 *
 * Has what is asked of a store that lies on several servers be answered by those that do, where others do not; the
 * answer then lacks what chn_store_dup_left_out() says.
 */
CHN_API void chn_store_set_may_leave_out (ChnStore *store);

/**
 * chn_store_dup_left_out:
 * @store: a store
 *
 * Returns: (transfer full) (nullable): the servers that were left out of answers, and which events lie there, for
 *   people; %NULL where there are none
 */
CHN_API char *chn_store_dup_left_out (const ChnStore *store);

/**
 * ChnStoreShardFacts:
 * @place: a server, without who comes there
 * @from: (nullable): the date where its range begins, as it was given; %NULL for the first
 * @before: (nullable): the date where the next one's does; %NULL for the last
 * @answers: whether it can be asked
 * @n_events: events that may be seen and lie there
 *
 * One of the servers over which a store is spread.
 */
typedef struct {
  const char *place, *from, *before;
  gboolean answers;
  guint64 n_events;
} ChnStoreShardFacts;

/** ChnStoreTakeShard: takes a server, whose texts last as long as the call. */
typedef void (*ChnStoreTakeShard) (const ChnStoreShardFacts *facts, gpointer data);

/**
 * chn_store_list_shards:
 * @store: a store
 * @take: (scope call): takes each of its servers, in the order of dates; none of a store that lies on one
 * @data: for @take
 * @error: return location
 */
CHN_API gboolean chn_store_list_shards (ChnStore *store, ChnStoreTakeShard take, gpointer data, GError **error);

/** ChnStoreTakeBreach: takes what is wrong: on which server, with which event, and what. */
typedef void (*ChnStoreTakeBreach) (const char *place, const char *id, const char *means, gpointer data);

/**
 * chn_store_survey:
 * @store: a store
 * @take: (scope call): takes what is wrong
 * @data: for @take
 * @error: return location
 *
 * Looks on all servers over which a store is spread for events that lie where they must not, are there twice or not
 * at all, and for what writers left there. Nobody writes meanwhile.
 *
 * Errors: %CHN_ERROR_IO, also where a server does not answer
 */
CHN_API gboolean chn_store_survey (ChnStore *store, ChnStoreTakeBreach take, gpointer data, GError **error);

/**
 * chn_store_get_facts:
 * @store: a store
 * @facts: (out): what is in it; its texts last as long as the store
 * @error: return location
 */
CHN_API gboolean chn_store_get_facts (const ChnStore *store, ChnStoreFacts *facts, GError **error);

/**
 * chn_store_get_revision:
 * @store: a store
 * @revision: (out): how often it was changed
 * @is_whole: (out) (optional): whether all may be seen
 * @error: return location
 *
 * As chn_store_get_facts(), but nothing is counted.
 */
CHN_API gboolean chn_store_get_revision (const ChnStore *store, guint64 *revision, gboolean *is_whole,
                                         GError **error);

/**
 * chn_store_begin_reading:
 * @store: a store
 * @error: return location
 *
 * All that is read until chn_store_end_reading() stood there at one moment, whatever others write meanwhile. Nothing
 * can be written until then.
 */
CHN_API gboolean chn_store_begin_reading (ChnStore *store, GError **error);

/** chn_store_end_reading: ends what chn_store_begin_reading() began. */
CHN_API void chn_store_end_reading (ChnStore *store);

/**
 * chn_store_expect:
 * @store: a store
 * @revision: what ChnStoreFacts said
 *
 * What is written next is written only where nobody has written since that revision; otherwise it is an error,
 * %CHN_ERROR_CONFLICT.
 */
CHN_API void chn_store_expect (ChnStore *store, guint64 revision);

/**
 * chn_store_push:
 * @store: a store that may be changed
 * @timeline: what it is to hold from now on
 * @shown: what of that everybody may see (chn_timeline_show_outside()); the same one where all of it is public
 * @note: (nullable): why, kept with the revision
 * @report: what is lost where several files become one timeline: the headers of all but the first
 * @error: return location
 *
 * Makes a store hold just this timeline, in one transaction. What it held before stays in its history.
 */
CHN_API gboolean chn_store_push (ChnStore *store, const ChnTimeline *timeline, const ChnTimeline *shown,
                                 const char *note, ChnReport *report, GError **error);

/**
 * chn_store_read_open_header:
 * @store: a store
 * @builder: where it goes
 * @error: return location
 *
 * Reads what a store says of the whole timeline to everybody: without events and the sources that these cite, and
 * without names that only hidden ones have. The builder should keep going, since other sources may correct those.
 */
CHN_API gboolean chn_store_read_open_header (ChnStore *store, ChnTimelineBuilder *builder, GError **error);

/**
 * ChnStoreChange:
 * @since: the revision that a store had before it was read
 * @read: what was read of it: all there was, or an excerpt that lacks nothing (chn_store_excerpt_widen())
 * @edited: what became of that
 * @shown: what of that everybody may see (chn_timeline_show_outside_still())
 * @adds_names: that declares names which everybody did not know before
 * @note: (nullable): why, kept with the revision
 *
 * What somebody changed.
 */
typedef struct {
  guint64 since;
  const ChnTimeline *read, *edited, *shown;
  gboolean adds_names;
  const char *note;
} ChnStoreChange;

/**
 * ChnStoreDifference:
 * @n_added: events that only the new one has
 * @n_changed: events that say something else
 * @n_removed: events that only the old one has
 * @header: whether what is said of the whole timeline differs
 * @open_header: whether what of that everybody is told does
 * @order: whether events of one date stand in another order
 *
 * What pushing a timeline would change.
 */
typedef struct {
  guint n_added, n_changed, n_removed;
  gboolean header, open_header, order;
} ChnStoreDifference;

/**
 * chn_store_compare:
 * @store: a store
 * @read: what it holds
 * @timeline: what it is to hold
 * @shown: what of that everybody may see (chn_timeline_show_outside())
 * @difference: (out): how they differ, as far as a store tells them apart
 * @error: return location
 */
CHN_API gboolean chn_store_compare (const ChnStore *store, const ChnTimeline *read, const ChnTimeline *timeline,
                                    const ChnTimeline *shown, ChnStoreDifference *difference, GError **error);

/**
 * chn_store_change:
 * @store: a store that may be changed
 * @change: what was changed
 * @conflicts: (element-type utf8): where ids of events go that others have changed since, too; "" where what was
 *   changed may not fit what others have changed elsewhere: what is said of the whole timeline, or an event that is
 *   related to another
 * @error: return location
 *
 * Writes what was changed, and nothing else, in one transaction; what others have changed elsewhere stays.
 *
 * Errors: %CHN_ERROR_CONFLICT where there are conflicts; then nothing is written
 */
CHN_API gboolean chn_store_change (ChnStore *store, const ChnStoreChange *change, GPtrArray *conflicts,
                                   GError **error);

/**
 * chn_store_read:
 * @store: a store
 * @builder: where its header and its events go; faults go to its report
 * @error: return location
 *
 * Reads all that a store holds, as far as one may see it.
 */
CHN_API gboolean chn_store_read (ChnStore *store, ChnTimelineBuilder *builder, GError **error);

/**
 * chn_store_read_revision:
 * @revision: a revision, from 1
 * @id: (nullable): an event, to read that and what it is related to; %NULL for all
 *
 * As chn_store_read(), as the store stood then.
 */
CHN_API gboolean chn_store_read_revision (ChnStore *store, guint64 revision, const char *id,
                                          ChnTimelineBuilder *builder, GError **error);

/**
 * chn_store_copy:
 * @from: a store, which is being read (chn_store_begin_reading())
 * @to: an empty store, which may be of another kind
 * @timeline: all that @from holds, as chn_store_read() gives it
 * @shown: what of that everybody may see
 * @error: return location
 *
 * Copies a store with all of its past, in one transaction.
 *
 * Errors: %CHN_ERROR_CONFLICT where @to holds something
 */
CHN_API gboolean chn_store_copy (const ChnStore *from, ChnStore *to, const ChnTimeline *timeline,
                                 const ChnTimeline *shown, GError **error);

/**
 * chn_store_find_revision:
 * @store: a store
 * @at: a moment: "2026-11-29T18:00:00Z"
 * @revision: (out): the last revision by then, 0 for none
 * @error: return location
 */
CHN_API gboolean chn_store_find_revision (const ChnStore *store, const char *at, guint64 *revision, GError **error);

/**
 * ChnStoreRevision:
 * @n: its number, from 1
 * @at: when it was written, as the database writes it
 * @who: who wrote it
 * @note: (nullable): why
 *
 * One change of a store.
 */
typedef struct {
  guint64 n;
  const char *at, *who, *note;
} ChnStoreRevision;

/** ChnStoreTakeRevision: takes a revision, whose texts last as long as the call. */
typedef void (*ChnStoreTakeRevision) (const ChnStoreRevision *revision, gpointer data);

/**
 * chn_store_list_revisions:
 * @store: a store
 * @id: (nullable): an event, for the revisions that wrote it or took it out; %NULL for all
 * @take: (scope call): takes each, the oldest first
 * @data: for @take
 * @error: return location
 */
CHN_API gboolean chn_store_list_revisions (ChnStore *store, const char *id, ChnStoreTakeRevision take, gpointer data,
                                           GError **error);

/**
 * chn_store_wait:
 * @store: a store
 * @seconds: at most so long
 * @changed: (out): whether somebody may have changed it since it was waited for last; the first time they may
 * @error: return location
 *
 * Waits until somebody has changed a store.
 *
 * Errors: %CHN_ERROR_IO where the server has ended or cannot be reached any more
 */
CHN_API gboolean chn_store_wait (ChnStore *store, guint seconds, gboolean *changed, GError **error);

/**
 * chn_store_note_hidden:
 * @store: a store
 * @part: a timeline that was read of it, and is nobody else's yet
 * @error: return location
 *
 * Has chn_timeline_count_hidden() tell of a part what is hidden of the whole, which the database counts.
 */
CHN_API gboolean chn_store_note_hidden (ChnStore *store, ChnTimeline *part, GError **error);

/**
 * chn_store_list_changed:
 * @store: a store
 * @revision: a revision
 * @changed: (element-type utf8 utf8): where ids of events go that a later one has written
 * @removed: (element-type utf8 utf8): where ids go that a later one has taken out, as far as one may look back
 * @error: return location
 *
 * Errors: %CHN_ERROR_RANGE where there is no such revision yet
 */
CHN_API gboolean chn_store_list_changed (ChnStore *store, guint64 revision, GHashTable *changed, GHashTable *removed,
                                         GError **error);

/**
 * chn_store_count_unstated:
 * @store: a store
 * @most: the most that is shown
 * @unstated: (out): how many events that are shown do not say when they were changed
 * @shown: (out): of how many
 * @error: return location
 */
CHN_API gboolean chn_store_count_unstated (ChnStore *store, ChnVisibility most, guint *unstated, guint *shown,
                                           GError **error);

/**
 * ChnStoreArrangement:
 * @key: what events are in the order of
 * @reverse: the other way round
 * @limit: at most so many; %G_MAXUINT for all
 *
 * How an answer is arranged.
 */
typedef struct {
  ChnSortKey key;
  gboolean reverse;
  guint limit;
} ChnStoreArrangement;

/**
 * ChnStoreQuestion:
 * @query: a query, bound to what chn_store_read_named() has read
 * @most: the most that is shown of what is found
 * @since: a revision, for what later ones have written; 0 for all
 * @arrangement: (nullable): how the answer is arranged, where nothing is wanted of what is behind its limit
 * @context: how many neighbours in time of each event are wanted, too, on either side; not with an @arrangement
 *
 * What is asked of a store.
 */
typedef struct {
  const ChnBoundQuery *query;
  ChnVisibility most;
  guint64 since;
  const ChnStoreArrangement *arrangement;
  guint context;
} ChnStoreQuestion;

/**
 * chn_store_read_asked:
 * @store: a store
 * @question: a question
 * @builder: where they go
 * @error: return location
 *
 * Reads the events that may match a query, and some that do not: asked of the timeline of these, it gives the same
 * answer as of all. What can be said in SQL is left to the database.
 */
CHN_API gboolean chn_store_read_asked (ChnStore *store, const ChnStoreQuestion *question, ChnTimelineBuilder *builder,
                                       GError **error);

/**
 * chn_store_pass:
 * @store: a store
 * @query: a query, bound to what chn_store_read_named() has read
 * @arrangement: the order of the answer
 * @sink: takes CSV, in pieces
 * @data: for @sink
 * @n: (out): events of the answer that were written; 0 where nothing was
 * @error: return location
 *
 * Writes as CSV what a query finds as it lies in the store, where SQL says all of the query and nothing is to be told
 * beside the answer, such as how many events of the store are not public: the bytes that chn_format_write() writes,
 * without a timeline. Else nothing is written, and the query is to be asked of what chn_store_read_asked() reads; so,
 * too, where nothing is found.
 */
CHN_API gboolean chn_store_pass (ChnStore *store, const ChnBoundQuery *query, const ChnStoreArrangement *arrangement,
                                 ChnSink sink, gpointer data, guint *n, GError **error);

/**
 * chn_store_pass_file:
 * @path: file to replace, as by chn_write_file()
 *
 * As chn_store_pass(), into a file, which stays as it was where nothing is written.
 */
CHN_API gboolean chn_store_pass_file (ChnStore *store, const ChnBoundQuery *query,
                                      const ChnStoreArrangement *arrangement, const char *path, guint *n,
                                      GError **error);

/**
 * chn_store_read_alike:
 * @store: a store
 * @query: a query, bound to what chn_store_read_named() has read
 * @by: keys that events are counted by, as ChnCountSpec has them
 * @times: (element-type utf8 guint): where ids of events go, and how many of the answer count as each does
 * @builder: where these events go
 * @error: return location
 *
 * Reads what a count takes where SQL says all of the query and nothing is to be told beside the answer: one event of
 * each sort that the keys tell apart, and how many there are of it. Else, where nothing is found, and where hardly
 * any are alike, @times stays empty and nothing is read.
 */
CHN_API gboolean chn_store_read_alike (ChnStore *store, const ChnBoundQuery *query, const char *by, GHashTable *times,
                                       ChnTimelineBuilder *builder, GError **error);

/**
 * chn_store_explain:
 * @store: a store
 * @question: a question
 *
 * Returns: (transfer full): lines that say what of it the database is asked, in SQL, and what is left to be asked of
 *   the events that come back
 */
CHN_API char *chn_store_explain (const ChnStore *store, const ChnStoreQuestion *question);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnStore, chn_store_free)

G_END_DECLS
