/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/rolls/book.h"

/* The book that all tables of votes of a builder share; it is closed when the builder seals. */
ChnRollBook *chn_roll_book_share (ChnTimelineBuilder *builder);
