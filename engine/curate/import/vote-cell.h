/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/vote.h>

/* Reads what people write of a vote, over what is known of it; FALSE where it says anything else. */
gboolean chn_vote_cell_read (const char *cell, ChnVote *vote);

/* A count of votes alone, "111" or "111 (recorded)"; -1 where none stands there. */
gint32 chn_vote_cell_read_count (const char *cell);
