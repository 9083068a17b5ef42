/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/rolls/book.h"

/* Says what of the tables is in no event, and what is kept beside. */
void chn_roll_book_say (const ChnRollBook *book, ChnTimelineBuilder *builder);
