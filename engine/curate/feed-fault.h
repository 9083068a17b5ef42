/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/declared-feed.h>
#include <chancery/report.h>

/* Reports what is wrong with the query of a feed, at its place in the query, where the file has that as it is. */
void chn_feed_fault_add (ChnReport *report, const char *code, const char *file, const ChnFeed *feed,
                         const GError *error);
