/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>
#include <sys/stat.h>

/*
 * Tells whether a file stayed as it was while it was read. That shows in its length and its times, which clocks tell
 * to some milliseconds only; so a file that was written to just now is first left in peace for a moment, which
 * whoever is still writing it will not let pass.
 */
typedef struct {
  struct stat facts;
  gint64 waited_ms;
} ChnSteady;

/* Waits for that moment of peace; FALSE with errno where the file never has one, or cannot be asked. */
gboolean chn_steady_await (ChnSteady *steady, int fd);

/* Whether the file is as it was then. */
gboolean chn_steady_holds (const ChnSteady *steady, int fd);

/* That it was not. */
void chn_steady_set_error (const ChnSteady *steady, const char *path, GError **error);
