/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/vote.h>

/* What a cell says of a ballot, besides a ChnBallotKind. */
enum { CHN_BALLOT_WORD_UNKNOWN = -1, CHN_BALLOT_WORD_NO_MEMBER = -2 };

/* A ChnBallotKind, that whoever stands there was no member, or that nothing is known of the word. */
int chn_ballot_word_find (const char *word, gsize length);
