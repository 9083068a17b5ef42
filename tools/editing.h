/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/store-excerpt.h>

#include "arguments.h"
#include "program.h"

/*
 * A timeline file that is changed: who else would change it waits meanwhile. A store is changed as the file that it
 * would be, and nobody waits: what others have changed meanwhile is found when it is saved.
 */
typedef struct {
  char *path;               /* or the name of a store */
  ChnStore *store;          /* NULL for a file */
  guint64 revision;         /* of the store, before it was read */
  guint64 known;            /* the revision of which something was found out before; 0: none */
  ChnTimeline *timeline;    /* what was read of it */
  ChnStoreExcerpt *excerpt; /* of which only this is read; NULL for all of it */
  gboolean is_short;        /* something named was not found there */
  gboolean takes_all;       /* it has become all that there is */
  guint n_turns;            /* so often it was made anew of more of it */
  int lock;                 /* the file, opened and locked; -1 for none */
  GBytes *bytes;
} Editing;

#define EDITING_NONE ((Editing){ .lock = -1 })

/* The one YAML file that the command line names; NULL with an error that says what to write. */
const char *editing_find_file (const Program *program, const char *what, GError **error);

/* What the command line calls a file of the timeline: in that, a store goes by its name without a password. */
const char *editing_find_place (const Program *program, const char *name);

/* The text of a file, or of what is named in a store as the file that it would be. */
GBytes *editing_read_around (const Program *program, const char *path, const char *const *texts, GError **error);

/* All YAML files and stores that it names, those of folders too. */
GPtrArray *editing_list_files (const Program *program);

/* Waits until nobody else changes the file, which is said, and reads it. */
gboolean editing_begin (Editing *editing, const Program *program, const char *path, GError **error);

/*
 * The same, but of a store only what is named in texts is read, with what it is related to: by ids of events and keys
 * of sources. What is made of that is then made again for as long as editing_again() wants it, which reads more.
 */
gboolean editing_begin_around (Editing *editing, const Program *program, const char *path, const char *const *texts,
                               GError **error);

/*
 * The same, but of a store `timeline` alone is read, all of it, and no file. What is to be changed is then changed in
 * what editing_read_part() reads: what is named in texts.
 */
gboolean editing_begin_known (Editing *editing, const Program *program, const char *path, GError **error);
gboolean editing_read_part (Editing *editing, const Program *program, const char *const *texts, GError **error);

/* Whether there may be more than was read. */
gboolean editing_is_partial (const Editing *editing);

/* Whether something is to be made again, where `made`, the timeline of it, has to do with more than was read, or
 * where it failed for want of that; `error` is then cleared. Else it stays, or tells why more could not be read. */
gboolean editing_again (Editing *editing, const Program *program, const ChnTimeline *made, GError **error);

/* The same of a store as it stood at a revision, from which somebody went on; 0: as it is. */
gboolean editing_begin_at (Editing *editing, const Program *program, const char *place, guint64 revision,
                           GError **error);
void editing_clear (Editing *editing);

/* All that the command line names, with the file as these bytes have it; a store by itself. */
ChnTimeline *editing_load (const Editing *editing, Program *program, GBytes *bytes, ChnReport *report,
                           GError **error);

/*
 * What is looked at before the whole timeline is read, and begun from later: a file that was changed in between is an
 * error then, and an event of a store when it is saved. Of a store only what is named in texts is read.
 */
GBytes *editing_look (const Program *program, const char *path, GError **error);
gboolean editing_begin_from (Editing *editing, const Program *program, const char *path, GBytes *looked_at,
                             const char *const *texts, GError **error);

/*
 * Reads all that the command line names, with the file as it is to be. What is wrong with it is printed; NULL with an
 * error then. Findings about the event `id` (NULL: none) go without their place, which is in no file yet.
 */
ChnTimeline *editing_check (Editing *editing, Program *program, GBytes *made, const char *id, GError **error);

/* Prints what changes. */
gboolean editing_print (const Editing *editing, const Program *program, GBytes *made, GError **error);

/* Writes what was made, in one step; `checked` is the timeline of it, where that was read already, else NULL. What
 * others have changed meanwhile is an error, of a store shown field by field; then nothing is written. */
gboolean editing_save (const Editing *editing, Program *program, GBytes *made, ChnTimeline *checked, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Editing, editing_clear)
