/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/rows.h>
#include <chancery/sink.h>

G_BEGIN_DECLS

/**
 * ChnFormat:
 *
 * A file format: a reader, a writer, or both. One row of the format table.
 */
typedef struct _ChnFormat ChnFormat;

/**
 * ChnWriteOptions:
 *
 * How a writer writes: what every format shares (title, scope) and options by name.
 */
typedef struct _ChnWriteOptions ChnWriteOptions;

/**
 * ChnWriteOption:
 * @name: name on the command line, without dashes
 * @metavar: (nullable): what it takes ("span|anchor|skip"), %NULL for a switch
 * @fallback: (nullable): value when it is not given
 * @formats: formats that obey it, separated by blanks
 * @note: one line of explanation
 */
typedef struct {
  const char *name;
  const char *metavar;
  const char *fallback;
  const char *formats;
  const char *note;
} ChnWriteOption;

/** chn_format_get_all: (array length=n): the format table. */
CHN_API const ChnFormat *const *chn_format_get_all (guint *n);

/**
 * chn_format_find:
 * @name: "text", "md", "ics" …
 *
 * Errors: %CHN_ERROR_UNKNOWN with the nearest name.
 */
CHN_API const ChnFormat *chn_format_find (const char *name, GError **error);

/** chn_format_find_for_file: by extension; %CHN_ERROR_UNKNOWN when none fits. */
CHN_API const ChnFormat *chn_format_find_for_file (const char *file, GError **error);

CHN_API const char *chn_format_get_name (const ChnFormat *format);
CHN_API const char *chn_format_get_note (const ChnFormat *format);
/** chn_format_get_extensions: (array zero-terminated=1): with the dot. */
CHN_API const char *const *chn_format_get_extensions (const ChnFormat *format);
CHN_API gboolean chn_format_can_read (const ChnFormat *format);
CHN_API gboolean chn_format_can_write (const ChnFormat *format);
/**
 * chn_format_omits:
 *
 * Returns: whether events of this status are left out of what is written for people, unless they are asked for. That
 *   is up to the caller: a writer writes every row.
 */
CHN_API gboolean chn_format_omits (const ChnFormat *format, ChnStatus status);
/**
 * chn_format_writes_briefing:
 *
 * Returns: whether what is written with these options is a briefing, of which chn_format_omits() may not know: plain
 *   text is one where a style makes it prose.
 */
CHN_API gboolean chn_format_writes_briefing (const ChnFormat *format, const ChnWriteOptions *options);
/**
 * chn_format_carries_all:
 *
 * Returns: whether the format is for machines or for the author, so that it has what is not public, too: leaving that
 *   out with chn_timeline_show() is up to the caller for every other
 */
CHN_API gboolean chn_format_carries_all (const ChnFormat *format);

/**
 * chn_format_carries_names: whether files of the format bring along all that a timeline declares of its own: actors,
 * forums, terms, saved queries and feeds. Lists of events bring of these what each event needs.
 */
CHN_API gboolean chn_format_carries_names (const ChnFormat *format);
/** chn_format_is_binary: whether it is no text, and nothing for a terminal. */
CHN_API gboolean chn_format_is_binary (const ChnFormat *format);

/**
 * chn_format_note_losses:
 * @format: a format
 * @timeline: what is written in it
 * @rows: (nullable): those of its events that are; all without
 * @options: (nullable): how it is written
 * @report: where a note goes
 *
 * Notes what of the whole timeline a format leaves out that is read back: header, saved queries, own names, declared
 * terms that no event which is written has, sources that no event cites. Nothing where it keeps all, or is for people
 * only.
 */
CHN_API void chn_format_note_losses (const ChnFormat *format, const ChnTimeline *timeline, const ChnRows *rows,
                                     const ChnWriteOptions *options, ChnReport *report);

/* Reading. */

/**
 * chn_format_read:
 * @format: a format that can be read
 * @bytes: (array length=length): the whole input
 * @length: its bytes
 * @name: name for messages
 * @builder: where the events go; faults go to its report
 * @error: return location, for what stops the reader altogether
 *
 * Returns: %FALSE when nothing could be made of the input. Faults of single values are in the
 *   report and make chn_timeline_builder_seal() fail.
 */
CHN_API gboolean chn_format_read (const ChnFormat *format, const char *bytes, gsize length, const char *name,
                                  ChnTimelineBuilder *builder, GError **error);

/**
 * chn_file_is_of_votes:
 * @path: a file
 * @limits: bounds
 *
 * Whether a file is a table of votes (the format "roll-calls"), by how it begins; a packed one is unpacked to find
 * out. Several such files say together what a roll call was: one builder reads them all.
 */
CHN_API gboolean chn_file_is_of_votes (const char *path, const ChnLimits *limits);

/**
 * chn_read_file:
 * @path: a file, or a folder whose *.yaml files are read in the order of their names; where it has none, its tables
 *   of votes. Files may be packed (gzip, zstd, xz, bzip2)
 * @format: (nullable): %NULL to tell by the extension, else by the content
 * @builder: where the events go
 * @error: return location
 *
 * Where a file registry.yaml lies in the folder, or beside the file, the names in it are read first, as by
 * chn_read_names().
 */
CHN_API gboolean chn_read_file (const char *path, const ChnFormat *format, ChnTimelineBuilder *builder,
                                GError **error);

/**
 * chn_read_names:
 * @path: a registry file
 * @builder: to whose own names its actors, forums and further names are added; faults go to its report
 * @error: return location
 *
 * Reads names that several timelines share. A file that was read before is not read again.
 *
 * Returns: %FALSE when the file cannot be read
 */
CHN_API gboolean chn_read_names (const char *path, ChnTimelineBuilder *builder, GError **error);

/**
 * chn_registry_load:
 * @folder: folder of registry files (*.yaml)
 * @report: where faults go
 * @limits: (nullable): bounds
 * @error: return location
 *
 * Returns: (transfer full): the registry, or %NULL on error
 */
CHN_API ChnRegistry *chn_registry_load (const char *folder, ChnReport *report, const ChnLimits *limits,
                                        GError **error);

/* Writing. */

CHN_API ChnWriteOptions *chn_write_options_new (void);
CHN_API void chn_write_options_free (ChnWriteOptions *options);

/** chn_write_options_get_table: (array length=n): every option that chn_write_options_set() takes. */
CHN_API const ChnWriteOption *chn_write_options_get_table (guint *n);

/**
 * chn_write_options_set:
 * @name: of the table
 * @value: (nullable): %NULL for a switch
 * @error: return location
 *
 * Errors: %CHN_ERROR_UNKNOWN for name or value, %CHN_ERROR_RANGE.
 */
CHN_API gboolean chn_write_options_set (ChnWriteOptions *options, const char *name, const char *value,
                                        GError **error);

/**
 * chn_write_options_set_contents:
 * @name: an option of the table whose metavar is "FILE"
 * @contents: (transfer none): what is in that file; referenced
 * @error: return location
 *
 * Errors: %CHN_ERROR_UNKNOWN, %CHN_ERROR_UNSUPPORTED for an option that takes no file.
 */
CHN_API gboolean chn_write_options_set_contents (ChnWriteOptions *options, const char *name, GBytes *contents,
                                                 GError **error);

/**
 * chn_write_options_load_style:
 * @options: what the file sets of it
 * @path: a YAML file: a mapping of names of write options to values, of those that make a style: "style", "group",
 *   "length", "notes", "disputes", "quotes"
 * @report: where faults of the file go, at their places
 * @limits: (nullable): bounds
 * @error: return location
 *
 * Errors: that of the first fault; %CHN_ERROR_IO and %CHN_ERROR_LIMIT as for any file.
 */
CHN_API gboolean chn_write_options_load_style (ChnWriteOptions *options, const char *path, ChnReport *report,
                                               const ChnLimits *limits, GError **error);

/** chn_write_options_set_scope: what was asked, shown in briefings: the scope and the as-of date, in words. */
CHN_API void chn_write_options_set_scope (ChnWriteOptions *options, const char *scope, const char *as_of);

/**
 * chn_write_options_set_left_out:
 * @n_cancelled: events that were asked for and are not among the rows, since they were cancelled
 * @n_not_held: the same of events that were not held
 *
 * What a briefing says that it leaves out.
 */
CHN_API void chn_write_options_set_left_out (ChnWriteOptions *options, guint n_cancelled, guint n_not_held);

/** chn_write_options_set_terminal: columns of the terminal (0: not one) and whether to colour. */
CHN_API void chn_write_options_set_terminal (ChnWriteOptions *options, guint columns, gboolean colour);

/** chn_write_options_set_today: the day that "future" is measured from. */
CHN_API void chn_write_options_set_today (ChnWriteOptions *options, ChnDate *today);

/**
 * chn_write_options_set_since:
 * @date: (nullable): %NULL for none
 * @event: (nullable): the id of the event whose date it is
 *
 * Has formats for people and CSV say how many days after the date each event is: "+41 days", before it "-3 days",
 * of dates that are not known to the day "+41 to +45 days". The event itself is 0 days after its own date.
 */
CHN_API void chn_write_options_set_since (ChnWriteOptions *options, ChnDate *date, const char *event);

/** chn_format_shows_since: whether the format says so. */
CHN_API gboolean chn_format_shows_since (const ChnFormat *format);

/**
 * chn_format_write:
 * @format: a format that can be written
 * @timeline: the events
 * @rows: which, in which order; a writer never filters or sorts
 * @options: (nullable): %NULL for the defaults
 * @report: (nullable): what had to be left out, counted and named
 * @sink: takes the output, in pieces of at most 64 KiB
 * @data: for @sink
 * @error: return location
 *
 * Output is the same bytes for the same input, whenever and wherever it is written.
 */
CHN_API gboolean chn_format_write (const ChnFormat *format, const ChnTimeline *timeline, const ChnRows *rows,
                                   const ChnWriteOptions *options, ChnReport *report, ChnSink sink, gpointer data,
                                   GError **error);

/**
 * chn_write_file:
 * @path: file to replace, atomically and durably: after a failure or a kill the old file stands
 *
 * As chn_format_write(), into a file.
 */
CHN_API gboolean chn_write_file (const char *path, const ChnFormat *format, const ChnTimeline *timeline,
                                 const ChnRows *rows, const ChnWriteOptions *options, ChnReport *report,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnWriteOptions, chn_write_options_free)

G_END_DECLS
