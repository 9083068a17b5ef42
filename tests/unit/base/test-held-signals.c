/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of signals that wait until what must not be left behind is gone. */
#include "base/held-signals.h"

#include "suite.h"

static volatile sig_atomic_t n_met;

static void
meet (int number)
{
  (void) number;
  n_met++;
}

static void
test_wait (void)
{
  struct sigaction action = { .sa_handler = meet }, before;
  ChnHeldSignals signals = { 0 };
  CHN_ASSERT_INT (sigaction (SIGUSR1, &action, &before), 0);
  CU_ASSERT_FALSE (chn_held_signals_have_come (&signals));
  chn_held_signals_begin (&signals);
  CU_ASSERT_FALSE (chn_held_signals_have_come (&signals));
  raise (SIGUSR1);
  CHN_ASSERT_INT (n_met, 0);
  CU_ASSERT_TRUE (chn_held_signals_have_come (&signals));
  chn_held_signals_end (&signals);
  CHN_ASSERT_INT (n_met, 1);
  chn_held_signals_end (&signals);
  CHN_ASSERT_INT (n_met, 1);
  sigaction (SIGUSR1, &before, NULL);
}

/* What is ignored ends nothing, and what was held before is somebody else's. */
static void
test_no_ending (void)
{
  struct sigaction ignored = { .sa_handler = SIG_IGN }, before;
  ChnHeldSignals signals = { 0 };
  sigset_t own;
  CHN_ASSERT_INT (sigaction (SIGUSR2, &ignored, &before), 0);
  sigemptyset (&own);
  sigaddset (&own, SIGUSR1);
  pthread_sigmask (SIG_BLOCK, &own, NULL);
  raise (SIGUSR1);
  chn_held_signals_begin (&signals);
  raise (SIGUSR2);
  CU_ASSERT_FALSE (chn_held_signals_have_come (&signals));
  chn_held_signals_end (&signals);
  struct sigaction action = { .sa_handler = meet };
  sigaction (SIGUSR1, &action, NULL);
  pthread_sigmask (SIG_UNBLOCK, &own, NULL);
  signal (SIGUSR1, SIG_DFL);
  sigaction (SIGUSR2, &before, NULL);
}

/* What others came to hold later on, they let go. */
static void
test_of_others (void)
{
  struct sigaction ignored = { .sa_handler = SIG_IGN }, action = { .sa_handler = meet }, before;
  ChnHeldSignals signals = { 0 };
  sigset_t own;
  sigaction (SIGUSR2, &ignored, &before);
  chn_held_signals_begin (&signals);
  sigemptyset (&own);
  sigaddset (&own, SIGUSR2);
  pthread_sigmask (SIG_BLOCK, &own, NULL);
  sigaction (SIGUSR2, &action, NULL);
  raise (SIGUSR2);
  CU_ASSERT_FALSE (chn_held_signals_have_come (&signals));
  chn_held_signals_end (&signals);
  sigaction (SIGUSR2, &before, NULL);
}

static const ChnTest tests[] = {
  { "a signal takes effect when it is held no longer", test_wait },
  { "ignored signals and those of others do not count", test_no_ending },
  { "nor do those that others came to hold", test_of_others },
};

CHN_SUITE ("base/held-signals", tests)
