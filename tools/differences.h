/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/apply.h>
#include <chancery/diff.h>

/* A line on how two timelines differ in one place: "changed  ID  title: this → that". */
char *difference_dup_line (const ChnDifference *difference);

/* Takes a line on what became of an event: by its ids before and after, NULL where it was not there. */
typedef gboolean (*DifferencesTake) (const char *was, const char *is, const char *line, gpointer data,
                                     GError **error);

/* Lines on how one state of a timeline became another, each event's together: one that was added or removed, or each
 * field that says something else, as above. */
gboolean differences_list (const ChnDiff *diff, DifferencesTake take, gpointer data, GError **error);
