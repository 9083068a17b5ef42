/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/rolls/book.h"

/* Makes an event of each roll call, and says what cannot be one. */
void chn_roll_book_close (ChnRollBook *book, ChnTimelineBuilder *builder, const ChnRegistry *registry);
