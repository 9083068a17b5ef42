/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* The stores that are served, and up to which revision they were read. */
typedef struct _ServeStores ServeStores;

/* Of files, some of which may be stores; they outlive it. */
ServeStores *serve_stores_new (const GPtrArray *files);
void serve_stores_free (ServeStores *stores);

/* Notes that what stands in them now is about to be read. */
void serve_stores_note (ServeStores *stores);

/* What could not be read, or not all of it, is to be tried again, though less and less often. */
void serve_stores_note_whether_whole (ServeStores *stores, gboolean is_whole);

/* Whether there is something new to read; asked about once a second. A store that does not answer has not changed,
 * which is said once. */
gboolean serve_stores_have_changed (ServeStores *stores);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ServeStores, serve_stores_free)
