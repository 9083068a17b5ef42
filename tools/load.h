/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "program.h"

/*
 * Reads and seals the timelines asked for, over the bundled registry. On failure the report has
 * the faults of the input, and the error stands for them or for what stopped the reading.
 */
ChnTimeline *load_timeline (Program *program, ChnReport *report, GError **error);

/*
 * The same for commands to which every fault is fatal: what the report has is printed. What may not be seen is left
 * out, which is said, unless the program's carries_all wants it.
 */
ChnTimeline *load_faultless_timeline (Program *program, GError **error);

/* What was read that way, the other way, after carries_all has changed: the timeline is what was given before. */
ChnTimeline *load_view (Program *program, ChnTimeline *timeline, GError **error);

/*
 * The timeline of a file that an import writes, or an empty one where there is none yet, with all names that it may
 * use: bundled, the user's own, and those of registry.yaml beside the file. `path` is NULL for standard output.
 */
ChnTimeline *load_for_import (Program *program, const char *path, ChnReport *report, GError **error);

/* Reads other files by themselves, or one, over the same names as the bundled timelines. */
ChnTimeline *load_all_beside (Program *program, const GPtrArray *paths, ChnReport *report, GError **error);
ChnTimeline *load_beside (Program *program, const char *path, ChnReport *report, GError **error);

/*
 * The timelines asked for, with a YAML file as it is to be; where the command line names none, that file alone.
 */
ChnTimeline *load_changed (Program *program, const char *path, GBytes *bytes, ChnReport *report, GError **error);

/* The timeline files of a folder, in the order in which they are read. */
GPtrArray *load_list_folder (const char *path);

/* A YAML file of these bytes, with the names that lie beside it. */
ChnTimeline *load_bytes (Program *program, const char *path, GBytes *bytes, ChnReport *report, GError **error);

/*
 * The actors and forums of the timelines asked for, over the bundled ones. The timeline is NULL where it need not be
 * read: the build has compiled the names of the bundled chronologies.
 */
ChnRegistry *load_names (Program *program, ChnTimeline **timeline, GError **error);

/*
 * FALSE where something damaged has been come upon in the timeline's snapshot, which is then the
 * error instead of any that there was: what a damaged snapshot lacks is no fault of the question's.
 */
gboolean load_blame (const ChnTimeline *timeline, GError **error);

/* A builder over the bundled names and the user's own; NULL with an error. */
ChnTimelineBuilder *load_begin (const Program *program, ChnReport *report, GError **error);

/* The text of the query: the words of the command line, and what options ask for beside them; NULL with an error. */
char *load_dup_query (Program *program, const ChnTimeline *timeline, const Arguments *arguments, GError **error);

/* The user's own saved queries, where a text names any; NULL where there are none. */
gboolean load_saved (const Program *program, const char *text, ChnSavedQueries **saved, GError **error);

/* Binds a query, with the user's own saved queries. */
ChnBoundQuery *load_bind (const Program *program, const ChnQuery *query, ChnTimeline *timeline, GError **error);

/* The query that the words of the command line make, bound to the timeline, and its text. */
ChnBoundQuery *load_query (Program *program, ChnTimeline *timeline, const Arguments *arguments, char **query_text,
                           GError **error);

/*
 * The rows that it asks for, in timeline order, and how they stand to the dates asked for; and what is asked for in
 * words. What is left out since it is not known is said on standard error.
 */
gboolean load_rows (Program *program, ChnTimeline *timeline, const Arguments *arguments, ChnRows *rows, char **scope,
                    GError **error);

/* The same, with the rows that are left out. */
gboolean load_divided_rows (Program *program, ChnTimeline *timeline, const Arguments *arguments, ChnRows *rows,
                            ChnRows *unknown, char **scope, GError **error);

/* The same of a query that is bound already. */
gboolean load_rows_of (ChnTimeline *timeline, const ChnBoundQuery *query, const char *text, ChnRows *rows,
                       ChnRows *unknown, GError **error);

/* The row of an event, or an error that suggests the nearest id. */
gboolean load_event (const Program *program, const ChnTimeline *timeline, const char *id, guint *row, GError **error);
