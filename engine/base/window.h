/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* A file from which windows are filled. */
typedef struct {
  int fd;
  gsize length;
  int error; /* what kept one from being filled, as in errno; ESTALE where the file has become shorter; else 0 */
} ChnWindowSource;

/*
 * The bytes of an input from its start to its end, each with an address that it keeps. Those between `left` and
 * `loaded` can be read: of a large file not all are in memory at once. Where a file cannot be read any further `end`
 * comes to lie at `loaded`, and its source tells why.
 */
typedef struct {
  const char *start, *left, *loaded, *end;
  ChnWindowSource *source; /* NULL: all are in memory, and borrowed */
  gpointer region;         /* of memory that is the window's own */
  gsize reserved;
} ChnWindow;

void chn_window_init (ChnWindow *window, const char *bytes, gsize length);
/* The source is borrowed. FALSE where there is not even an address for each byte. */
gboolean chn_window_open (ChnWindow *window, ChnWindowSource *source);
/* Another window of the same input. */
gboolean chn_window_open_again (ChnWindow *window, const ChnWindow *other);
void chn_window_clear (ChnWindow *window);

/* Whether bytes before an address can be read, which are loaded where they are not yet. */
gboolean chn_window_load (ChnWindow *window, const char *upto);

/* Bytes before an address are not read again, as far as its memory can be given back. */
void chn_window_leave (ChnWindow *window, const char *before);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnWindow, chn_window_clear)
