/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

G_BEGIN_DECLS

/**
 * ChnImport:
 *
 * Makes a timeline of tables that people keep: columns are told by their words, dates read as they are written, ids
 * and sources made. Tables are read one after the other; what was taken is then a timeline.
 */
typedef struct _ChnImport ChnImport;

/**
 * ChnImportColumn:
 * @name: what mappings call the field
 * @words: words that head its column, joined by "|", in eight languages
 * @note: one line of explanation
 */
typedef struct {
  const char *name;
  const char *words;
  const char *note;
} ChnImportColumn;

/**
 * ChnImportCounts:
 * @n_rows: rows of tables below their headings
 * @n_taken: those that became events
 * @n_refused: those that did not; chn_import_dup_rejects() has them
 * @n_passed: headings among the rows
 * @n_others: rows that were passed over while reading, since they name none of the actors that were asked for
 * @n_joined: rows that tell of an event which another row told of, and were joined to it
 * @n_sources: sources that were made
 * @n_new: events that are new
 * @n_changed: events that a row changed
 * @n_same: events that are as they were
 * @n_kept: events that were edited since they were taken, and stay so although their row has changed
 *
 * What came of an import.
 */
typedef struct {
  guint n_rows;
  guint n_taken;
  guint n_refused;
  guint n_passed;
  guint n_others;
  guint n_joined;
  guint n_sources;
  guint n_new;
  guint n_changed;
  guint n_same;
  guint n_kept;
} ChnImportCounts;

/**
 * ChnImportProgress:
 * @n_rows: rows that were read so far
 * @data: the pointer that was given with the function
 *
 * Called now and then while a table is read.
 */
typedef void (*ChnImportProgress) (guint n_rows, gpointer data);

/** chn_import_get_columns: (array length=n): the fields that a column can fill, in the order of their listing. */
CHN_API const ChnImportColumn *chn_import_get_columns (guint *n);

/**
 * chn_import_new:
 * @registry: the registry that names are looked up in; referenced
 * @known: (nullable): the timeline that is brought up to date; referenced
 * @report: (transfer none): what was taken otherwise than it stands, and faults; must outlive the import
 * @limits: (nullable): bounds
 */
CHN_API ChnImport *chn_import_new (ChnRegistry *registry, ChnTimeline *known, ChnReport *report,
                                   const ChnLimits *limits);
CHN_API void chn_import_free (ChnImport *import);

/**
 * chn_import_set:
 * @name: "sheet", "date-order" ("dmy", "mdy", "ymd") or "serials" ("1900", "1904")
 * @value: its value
 * @error: return location
 *
 * Errors: %CHN_ERROR_UNKNOWN.
 */
CHN_API gboolean chn_import_set (ChnImport *import, const char *name, const char *value, GError **error);

/**
 * chn_import_load_map:
 * @path: a mapping file: which column is what (YAML)
 * @error: return location
 *
 * Faults of the file go to the report.
 */
CHN_API gboolean chn_import_load_map (ChnImport *import, const char *path, GError **error);

/**
 * chn_import_add_actor:
 * @name: a State, another actor, or a group, which stands for its members
 * @error: return location
 *
 * Of tables in text, only rows are taken that name it in a column of actors, or one of several that were added. To be
 * called when the mapping is loaded.
 *
 * Errors: %CHN_ERROR_UNKNOWN, %CHN_ERROR_AMBIGUOUS.
 */
CHN_API gboolean chn_import_add_actor (ChnImport *import, const char *name, GError **error);

/** chn_import_set_declaring: events may name actors and forums that nothing bears, since they will be declared. */
CHN_API void chn_import_set_declaring (ChnImport *import, gboolean is_declaring);
CHN_API void chn_import_set_progress (ChnImport *import, ChnImportProgress progress, gpointer data);

/** chn_import_add_sources: sources of another timeline, which tables may cite by title, address or key. */
CHN_API void chn_import_add_sources (ChnImport *import, const ChnTimeline *timeline);

/**
 * chn_import_read_sources:
 * @path: BibTeX, RIS, CSL-JSON, or a timeline file
 * @error: return location
 *
 * Takes the sources of a file, as chn_import_add_sources().
 */
CHN_API gboolean chn_import_read_sources (ChnImport *import, const char *path, GError **error);

/**
 * chn_import_add_timeline:
 * @timeline: another timeline
 * @file: its name, for messages
 *
 * Takes all events and sources of a timeline, with the names and terms that it declares for them. What is declared
 * otherwise where they go is an error of the report.
 */
CHN_API void chn_import_add_timeline (ChnImport *import, ChnTimeline *timeline, const char *file);

/**
 * chn_import_read:
 * @path: a table; "-" is standard input
 * @error: return location
 *
 * Errors: %CHN_ERROR_SYNTAX where no row names columns, %CHN_ERROR_LIMIT, %CHN_ERROR_UNSUPPORTED, %CHN_ERROR_IO.
 */
CHN_API gboolean chn_import_read (ChnImport *import, const char *path, GError **error);

/**
 * chn_import_finish:
 * @import: what was read; no more can be read into it
 * @title: (nullable): title of a new timeline
 * @id: (nullable): what its id is made of
 * @error: return location
 *
 * Returns: (transfer full): the timeline, or %NULL on error
 */
CHN_API ChnTimeline *chn_import_finish (ChnImport *import, const char *id, const char *title, GError **error);

/** chn_import_is_update: whether the timeline that was given is brought up to date, and no new one made. */
CHN_API gboolean chn_import_is_update (const ChnImport *import);

/**
 * chn_import_list_named:
 * @import: what was read into a timeline that is there; no more can be read into it
 *
 * Returns: (transfer full) (array zero-terminated=1): what chn_edits_list_named() lists of what is to be changed
 */
CHN_API char **chn_import_list_named (ChnImport *import);

/**
 * chn_import_update:
 * @import: what was read; no more can be read into it
 * @bytes: (array length=length): the file of the timeline that was given, as it stands, or of a part of it in which
 *   all events and sources are that chn_import_list_named() lists
 * @length: its bytes
 * @name: its name, for messages
 * @error: return location
 *
 * Puts what is new into the file, at its place by date, and changes the fields of events that an earlier import made
 * and nobody edited since; all other lines stay. Events are found again by the id that a table states, by what it
 * said before, by symbol, day and title, by a UID. Of those that were edited since, what their rows say otherwise is
 * reported.
 *
 * Returns: (transfer full): the file, the same bytes where nothing is new; %NULL on error
 */
CHN_API GBytes *chn_import_update (ChnImport *import, const char *bytes, gsize length, const char *name,
                                   GError **error);

CHN_API const ChnImportCounts *chn_import_get_counts (const ChnImport *import);

/**
 * chn_import_dup_rejects:
 *
 * Returns: (transfer full) (nullable): a table (CSV) of the rows that were not taken, in their own columns, with the
 *   reason for each; %NULL where all were
 */
CHN_API char *chn_import_dup_rejects (const ChnImport *import);

/**
 * chn_import_dup_guess:
 *
 * Returns: (transfer full): a mapping file for the tables that were read, with what was made of each column
 */
CHN_API char *chn_import_dup_guess (const ChnImport *import);

/**
 * chn_import_dup_declarations:
 * @old: (nullable): what the file holds
 *
 * Returns: (transfer full) (nullable): a registry file that declares the names that nothing bore, with the nearest
 *   known ones beside, behind what @old holds; %NULL where there are none
 */
CHN_API char *chn_import_dup_declarations (const ChnImport *import, const char *old);

/**
 * chn_import_dup_unknown:
 *
 * Returns: (transfer full) (array zero-terminated=1): a line for each name that nothing bears, those that stand most
 *   often first
 */
CHN_API char **chn_import_dup_unknown (const ChnImport *import);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnImport, chn_import_free)

G_END_DECLS
