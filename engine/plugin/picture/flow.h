/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "plugin/picture/page.h"

/*
 * Blocks become pages. A heading stays with what follows, a paragraph of up to three lines stays whole, of a longer
 * one two lines stay together at the foot of a page and two on top of the next. A note stands on the page that calls
 * it first; one that is longer than the page goes on at the foot of the next. A row of a table stays whole where it
 * fits on a page, below the heads of the columns, which each page has.
 */
void chn_flow_set (ChnPage *page);
