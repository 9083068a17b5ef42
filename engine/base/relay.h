/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * Bytes on their way to a thread that makes something of them, batch by batch and in their order, while
 * whoever fills the batches goes on.
 */
typedef struct _ChnRelay ChnRelay;

/* Called on the thread: with each batch, and with no bytes when it is over. */
typedef void (*ChnRelayFunc) (const char *bytes, gsize length, gpointer data);

/* So many batches of so many bytes may be on their way. */
ChnRelay *chn_relay_new (const char *name, guint n_batches, gsize batch_bytes, ChnRelayFunc take, gpointer data);

/* What is appended here is handed over, at the next chn_relay_pass() that finds enough. */
GString *chn_relay_get_batch (ChnRelay *relay);

/* To be called where a batch may end: then, the batch may be another. */
void chn_relay_pass (ChnRelay *relay);

/* Until all that was appended is taken. */
void chn_relay_wait (ChnRelay *relay);

/* Says that it is over, without waiting for the thread. */
void chn_relay_end (ChnRelay *relay);

/* Ends it, waits for the thread, and frees it. */
void chn_relay_free (ChnRelay *relay);
