/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/event.h>
#include <chancery/limits.h>

G_BEGIN_DECLS

/**
 * ChnEdits:
 *
 * Changes to a timeline file (YAML) that are made in place: only the lines change that must, and what stays
 * keeps its order, spelling, quotes, blank lines and comments.
 */
typedef struct _ChnEdits ChnEdits;

CHN_API ChnEdits *chn_edits_new (void);
CHN_API void chn_edits_free (ChnEdits *edits);

/** chn_edits_is_empty: whether nothing is to be changed. */
CHN_API gboolean chn_edits_is_empty (const ChnEdits *edits);

/**
 * chn_edits_list_named:
 *
 * Lists what is changed and what that names. Some names may be new.
 *
 * Returns: (transfer full) (array zero-terminated=1): texts of ids of events and keys of sources
 */
CHN_API char **chn_edits_list_named (const ChnEdits *edits);

/**
 * chn_edits_set_field:
 * @edits: changes
 * @id: id of the event
 * @field: one of its fields, but not its id
 * @event: an event that says what the field says from now on; where it says nothing there, the key goes
 */
CHN_API void chn_edits_set_field (ChnEdits *edits, const char *id, ChnField field, const ChnEvent *event);

/** chn_edits_add_event: puts an event at its place by date among those of the file. */
CHN_API void chn_edits_add_event (ChnEdits *edits, const ChnEvent *event);

/** chn_edits_remove_event: takes an event out; comments above it stay. */
CHN_API void chn_edits_remove_event (ChnEdits *edits, const char *id);

/**
 * chn_edits_replace_event:
 * @edits: changes
 * @id: id of the event
 * @text: its lines from now on, as chn_edits_dup_event() gives them
 */
CHN_API void chn_edits_replace_event (ChnEdits *edits, const char *id, const char *text);

/** chn_edits_add_source: declares a source behind those that the file has; where it has one of this key, changes it.
 */
CHN_API void chn_edits_add_source (ChnEdits *edits, const ChnSource *source);

/**
 * chn_edits_add_entry:
 * @edits: changes
 * @section: a section of the file that is a mapping, such as "actors" or "forums"
 * @key: the key of the entry, such as an id
 * @yaml: its value as YAML: "{kind: person, name: Jane Doe}"
 *
 * Adds an entry to a section behind those that it has; where it has one of this key, makes it say what @yaml says.
 * A section that the file lacks is put before its events.
 */
CHN_API void chn_edits_add_entry (ChnEdits *edits, const char *section, const char *key, const char *yaml);

/**
 * chn_edits_run:
 * @edits: changes
 * @bytes: (array length=length): a timeline file
 * @length: its bytes
 * @name: its name, for messages
 * @limits: (nullable): bounds on what is read
 * @error: return location
 *
 * Makes the changes. The file must be one that can be read; what comes of it is for the caller to read and check
 * before it takes the old one's place.
 *
 * Errors: %CHN_ERROR_SYNTAX where the file is no YAML, %CHN_ERROR_UNKNOWN where an event is not in it,
 *   %CHN_ERROR_UNSUPPORTED where something changes that other places repeat by an anchor.
 *
 * Returns: (transfer full) (nullable): the file with the changes, the same bytes where there are none
 */
CHN_API GBytes *chn_edits_run (const ChnEdits *edits, const char *bytes, gsize length, const char *name,
                               const ChnLimits *limits, GError **error);

/**
 * chn_edits_dup_event:
 * @bytes: (array length=length): a timeline file
 * @length: its bytes
 * @name: its name, for messages
 * @id: id of an event
 * @line: (out) (optional): its first line in the file, 1-based
 * @error: return location
 *
 * Errors: as chn_edits_run().
 *
 * Returns: (transfer full): the lines of the event as they stand in the file, its comments included
 */
CHN_API char *chn_edits_dup_event (const char *bytes, gsize length, const char *name, const char *id, guint *line,
                                   GError **error);

/** chn_edits_has_comments: whether a YAML file has comments, which writing it anew would lose. */
CHN_API gboolean chn_edits_has_comments (const char *bytes, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnEdits, chn_edits_free)

G_END_DECLS
