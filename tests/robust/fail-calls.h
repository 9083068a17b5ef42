/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/*
 * For tests that are linked with fail-calls.c. From now on the `at`th call of that name (from 1; 0 for every one;
 * -2 for all from the second on) fails with this errno; with 0 it does nothing, and says that it did. There are two such rules; NULL takes one away.
 */
void fail_calls_set (unsigned rule, const char *call, long at, int number);

/* How many calls of that name there were since. */
long fail_calls_count (unsigned rule);
