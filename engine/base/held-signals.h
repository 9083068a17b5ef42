/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>
#include <signal.h>

/*
 * Signals that end a program are made to wait for as long as a file stands under a name of which nothing may be left.
 * It is the calling thread that holds them; threads that it starts meanwhile hold them, too.
 */
typedef struct {
  gboolean held;
  sigset_t before;
  sigset_t waiting; /* which of them are held here */
} ChnHeldSignals;

void chn_held_signals_begin (ChnHeldSignals *signals);
/* Whether one has come, so that the work had better be given up. */
gboolean chn_held_signals_have_come (const ChnHeldSignals *signals);
/* Whichever has come takes effect now. Does nothing where nothing is held. */
void chn_held_signals_end (ChnHeldSignals *signals);
