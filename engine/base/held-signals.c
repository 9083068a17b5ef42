/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Signals that end a program wait until what must not be left behind is gone. */
#include "base/held-signals.h"

static const int ending[] = { SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGALRM, SIGXCPU, SIGUSR1, SIGUSR2 };

/* A signal that is ignored would end nothing, yet be seen to wait when it is held. */
static gboolean
is_ignored (int signal)
{
  struct sigaction action;
  return sigaction (signal, NULL, &action) != 0 || action.sa_handler == SIG_IGN;
}

void
chn_held_signals_begin (ChnHeldSignals *signals)
{
  sigemptyset (&signals->waiting);
  for (guint i = 0; i < G_N_ELEMENTS (ending); i++)
    if (!is_ignored (ending[i]))
      sigaddset (&signals->waiting, ending[i]);
  signals->held = pthread_sigmask (SIG_BLOCK, &signals->waiting, &signals->before) == 0;
}

gboolean
chn_held_signals_have_come (const ChnHeldSignals *signals)
{
  sigset_t pending;
  if (!signals->held || sigpending (&pending) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (ending); i++)
    if (sigismember (&pending, ending[i]) == 1 && sigismember (&signals->waiting, ending[i]) == 1 &&
        sigismember (&signals->before, ending[i]) != 1)
      return TRUE;
  return FALSE;
}

void
chn_held_signals_end (ChnHeldSignals *signals)
{
  if (!signals->held)
    return;
  signals->held = FALSE;
  pthread_sigmask (SIG_SETMASK, &signals->before, NULL);
}
