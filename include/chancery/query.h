/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/rows.h>

G_BEGIN_DECLS

/**
 * ChnQuery:
 *
 * A query, parsed: chancery-query(7) has the language. Immutable.
 */
typedef struct _ChnQuery ChnQuery;

/**
 * ChnBoundQuery:
 *
 * A query whose names have been resolved against one timeline, with its plan.
 */
typedef struct _ChnBoundQuery ChnBoundQuery;

/**
 * ChnQueryValues:
 * @CHN_QUERY_VALUES_OTHER: none of these
 * @CHN_QUERY_VALUES_FORUMS: forums of events
 * @CHN_QUERY_VALUES_ACTORS: actors of events
 * @CHN_QUERY_VALUES_EVENTS: ids
 * @CHN_QUERY_VALUES_TAGS: tags
 * @CHN_QUERY_VALUES_SERIES: series
 * @CHN_QUERY_VALUES_SOURCES: keys of sources
 * @CHN_QUERY_VALUES_SYMBOLS: document symbols
 * @CHN_QUERY_VALUES_KINDS: kinds of events, known and declared
 * @CHN_N_QUERY_VALUES: how many there are
 *
 * What of a timeline a field can be asked for, which completion offers.
 */
typedef enum {
  CHN_QUERY_VALUES_OTHER,
  CHN_QUERY_VALUES_FORUMS,
  CHN_QUERY_VALUES_ACTORS,
  CHN_QUERY_VALUES_EVENTS,
  CHN_QUERY_VALUES_TAGS,
  CHN_QUERY_VALUES_SERIES,
  CHN_QUERY_VALUES_SOURCES,
  CHN_QUERY_VALUES_SYMBOLS,
  CHN_QUERY_VALUES_KINDS,
  CHN_N_QUERY_VALUES,
} ChnQueryValues;

/**
 * ChnQueryField:
 * @name: the word before the operator
 * @takes: what stands after it, for help ("EDTF date or range")
 * @note: one line of explanation
 * @generous: what `:` asks
 * @strict: what `=` asks
 * @values: what of the timeline it takes
 */
typedef struct {
  const char *name;
  const char *takes;
  const char *note;
  const char *generous;
  const char *strict;
  ChnQueryValues values;
} ChnQueryField;

/** chn_query_get_fields: (array length=n): the field table, for help, man page and completion. */
CHN_API const ChnQueryField *chn_query_get_fields (guint *n);

/**
 * ChnQueryIdiom:
 * @typed: what is typed; words in capitals stand for what varies: FIELD, VALUE, DATE, YEAR, N …
 * @written: what is written here instead
 * @command: (nullable): the command that the whole becomes, where that is another one
 * @of: the programs or catalogues that it is said in
 *
 * How other programs say something.
 */
typedef struct {
  const char *typed;
  const char *written;
  const char *command;
  const char *of;
} ChnQueryIdiom;

/**
 * chn_query_get_idioms: (array length=n):
 *
 * Words and signs of other programs that a query is refused for, each with what to write instead.
 */
CHN_API const ChnQueryIdiom *chn_query_get_idioms (guint *n);

/**
 * chn_query_translate:
 * @text: a query in which other programs' words may stand
 *
 * Returns: (transfer full) (nullable): the same as it is written here, in a shell's quotes where it needs them: a
 *   query, perhaps with options behind it, or a command line that begins with "chancery"; %NULL where nothing of
 *   other programs is in it
 */
CHN_API char *chn_query_translate (const char *text);

/**
 * chn_query_parse:
 * @text: a query; empty matches everything
 * @limits: (nullable): bounds
 * @error: return location
 *
 * Errors carry their place and a suggestion.
 *
 * Returns: (transfer full): the query, or %NULL on error
 */
CHN_API ChnQuery *chn_query_parse (const char *text, const ChnLimits *limits, GError **error);

/**
 * chn_query_parse_in:
 * @vocabulary: (nullable): the terms of a timeline, whose roles and relations are fields, too
 *
 * As chn_query_parse(). What is bound to another timeline must find these fields there.
 */
CHN_API ChnQuery *chn_query_parse_in (const char *text, const ChnLimits *limits, const ChnVocabulary *vocabulary,
                                      GError **error);

/**
 * chn_query_join_arguments:
 * @arguments: (array zero-terminated=1): words as a shell hands them over
 *
 * One query text of several command-line arguments, joined by AND. An argument whose quotes the
 * shell has taken (`actor:North Korea`, typed `actor:"North Korea"`) gets them back.
 *
 * Returns: (transfer full): query text
 */
CHN_API char *chn_query_join_arguments (const char *const *arguments);

/**
 * chn_query_join_arguments_in:
 * @vocabulary: (nullable): the terms of a timeline, whose roles are fields, too
 *
 * As chn_query_join_arguments().
 */
CHN_API char *chn_query_join_arguments_in (const char *const *arguments, const ChnVocabulary *vocabulary);

/**
 * chn_query_read_dates:
 * @text: a query that a person has typed, as chn_query_join_arguments() makes it
 * @timeline: what it will be asked of: a bare number is a year within its years only
 * @notes: (out) (nullable): what words were read as, a line each; %NULL where all were left alone
 * @error: return location
 *
 * Puts terms in the place of words that are dates: `2014-12`, `December 2014`, `since 2014`. What is in quotes is
 * text. A date that can be meant in two ways, or that lacks its year, is an error with what to write instead, at its
 * place in the text.
 *
 * Saved queries must not be read so: what a bare number means depends on the timeline.
 *
 * Returns: (transfer full): query text, or %NULL on error
 */
CHN_API char *chn_query_read_dates (const char *text, const ChnTimeline *timeline, char **notes, GError **error);

CHN_API void chn_query_free (ChnQuery *query);

/** chn_query_get_text: (transfer none): the text that was parsed. */
CHN_API const char *chn_query_get_text (const ChnQuery *query);

/**
 * chn_query_bind:
 * @query: a query
 * @timeline: what it will be run on; referenced
 * @today: (nullable): what `today` means
 * @error: return location
 *
 * Resolves actors, forums, sources and ids. An unknown or ambiguous name is an error with its
 * place in the query's text, never an empty answer.
 *
 * Returns: (transfer full): the bound query, or %NULL on error
 */
CHN_API ChnBoundQuery *chn_query_bind (const ChnQuery *query, ChnTimeline *timeline, const ChnDate *today,
                                       GError **error);
/**
 * chn_query_bind_with:
 * @own: (array length=n_own) (nullable): saved queries of the user's, for names that the timeline
 *   does not give to one of its own; needed while binding only
 *
 * As chn_query_bind().
 */
CHN_API ChnBoundQuery *chn_query_bind_with (const ChnQuery *query, ChnTimeline *timeline, const ChnDate *today,
                                            const ChnSavedQuery *own, guint n_own, GError **error);
CHN_API void chn_bound_query_free (ChnBoundQuery *query);

/**
 * chn_bound_query_run:
 * @planned: whether to use posting lists; %FALSE asks every event. The rows are the same.
 * @rows: (out): the rows in timeline order; free with chn_rows_clear()
 */
CHN_API void chn_bound_query_run (const ChnBoundQuery *query, gboolean planned, ChnRows *rows);

/**
 * chn_bound_query_divide:
 * @planned: as in chn_bound_query_run()
 * @rows: (out): the rows that match, in timeline order
 * @unknown: (out): the rows of which it is not known whether they do, likewise
 *
 * As chn_bound_query_run(), with what that leaves out since the record does not say how a State voted, who
 * belonged to a group or what came of a vote. Free both with chn_rows_clear().
 */
CHN_API void chn_bound_query_divide (const ChnBoundQuery *query, gboolean planned, ChnRows *rows, ChnRows *unknown);

/**
 * chn_bound_query_dup_unknown:
 * @rows: rows that chn_bound_query_divide() found to be unknown
 *
 * Returns: (transfer full): why, as it follows "it is not known": "how Russia voted"
 */
CHN_API char *chn_bound_query_dup_unknown (const ChnBoundQuery *query, const ChnRows *rows);

/**
 * chn_bound_query_find_standings:
 * @rows: rows that the query has found
 *
 * Has the rows tell how they stand to the dates that the query asks for; where it asks for none, nothing changes.
 */
CHN_API void chn_bound_query_find_standings (const ChnBoundQuery *query, ChnRows *rows);

/**
 * chn_bound_query_dup_recalled:
 * @rows: rows that match
 * @n_rows: (out): how many of them rest on what is only recalled
 *
 * Which members of groups in the query stand in the rows of whom no source attests that they were members.
 *
 * Returns: (transfer full) (nullable): "Kang Kyung-wha as High Commissioner for Human Rights"; %NULL where there are
 * none
 */
CHN_API char *chn_bound_query_dup_recalled (const ChnBoundQuery *query, const ChnRows *rows, guint *n_rows);

/**
 * chn_bound_query_dup_empty:
 *
 * Of a query that no event answers: what each of its parts has by itself, and where one has nothing, what is near it
 * that has something.
 *
 * Returns: (transfer full): "forum:un.sc alone has 23, tag:upr 9", as it follows "no event answers:"
 */
CHN_API char *chn_bound_query_dup_empty (const ChnBoundQuery *query);

/**
 * chn_bound_query_dup_predecessors:
 * @rows: rows that match
 * @n_rows: (out): how many of them name an actor that is no more, whose place one in the query took
 *
 * Returns: (transfer full) (nullable): "Soviet Union for Russia"; %NULL where there are none
 */
CHN_API char *chn_bound_query_dup_predecessors (const ChnBoundQuery *query, const ChnRows *rows, guint *n_rows);

/** chn_bound_query_matches: whether one row matches. */
CHN_API gboolean chn_bound_query_matches (const ChnBoundQuery *query, guint row);

/**
 * chn_bound_query_asks:
 * @field: name of a field
 * @value: (nullable): a value, in any case; %NULL for any
 *
 * Returns: whether a term of the query asks for the field with that value, other than under NOT
 */
CHN_API gboolean chn_bound_query_asks (const ChnBoundQuery *query, const char *field, const char *value);

/**
 * chn_bound_query_dup_scope:
 *
 * Returns: (transfer full): what is asked for in words, as it stands on top of a page: "Security Council; 2014;
 *   importance 4 or more"; empty for everything
 */
CHN_API char *chn_bound_query_dup_scope (const ChnBoundQuery *query);

/**
 * chn_bound_query_names:
 * @field: name of a field
 *
 * Returns: whether a term of the query is about the field, under NOT too
 */
CHN_API gboolean chn_bound_query_names (const ChnBoundQuery *query, const char *field);

/**
 * chn_bound_query_explain:
 *
 * Runs the query to tell what it touches.
 *
 * Returns: (transfer full): the tree, the resolved names, the plan with row estimates, and the rows
 *   that were asked and found, as indented text that ends in a newline
 */
CHN_API char *chn_bound_query_explain (const ChnBoundQuery *query);

/**
 * ChnSortKey:
 *
 * What rows can be ordered by. `date` is the timeline's own order.
 */
typedef enum {
  CHN_SORT_DATE,
  CHN_SORT_IMPORTANCE,
  CHN_SORT_FORUM,
  CHN_SORT_KIND,
  CHN_SORT_TITLE,
  CHN_SORT_ID,
  CHN_N_SORTS,
} ChnSortKey;

/** chn_sort_key_get_name: "date", "importance" … */
CHN_API const char *chn_sort_key_get_name (ChnSortKey key);
/** chn_sort_key_find: the key of a name, or -1. */
CHN_API int chn_sort_key_find (const char *name);

/** chn_rows_sort: stable; ties stay in timeline order. @reverse turns the whole order round. */
CHN_API void chn_rows_sort (ChnRows *rows, const ChnTimeline *timeline, ChnSortKey key, gboolean reverse);

/** chn_rows_add_context: adds up to @n neighbours in time before and after each row, once each. */
CHN_API void chn_rows_add_context (ChnRows *rows, const ChnTimeline *timeline, guint n);

/**
 * chn_rows_limit:
 *
 * Keeps the first @n, in their order: those that are dated within what was asked first, then those that may be, then
 * those that last throughout.
 */
CHN_API void chn_rows_limit (ChnRows *rows, guint n);

/**
 * chn_rows_omit:
 *
 * Takes out the events of a status.
 *
 * Returns: how many there were
 */
CHN_API guint chn_rows_omit (ChnRows *rows, const ChnTimeline *timeline, ChnStatus status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnQuery, chn_query_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnBoundQuery, chn_bound_query_free)

G_END_DECLS
