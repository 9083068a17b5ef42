/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A small paper trail: a letter leads to a meeting by two ways, one event lies beside, one pair makes a circle. */
#pragma once

#include "sample.h"

static const SampleRow related_rows[] = {
  { .id = "start", .date = "2010", .title = "It began" },
  { .id = "whole", .date = "2010/2020", .title = "A long affair" },
  { .id = "report", .date = "2011", .title = "A report", .relations = "implements:start part-of:whole" },
  { .id = "notice", .date = "2011-06", .title = "A notice", .relations = "announces:vote" },
  { .id = "draft", .date = "2012", .title = "A draft", .relations = "cites:report responds-to:report" },
  { .id = "vote", .date = "2013", .title = "A vote", .relations = "adopts:draft cites:report leads-to:meeting" },
  { .id = "meeting", .date = "2014", .title = "A meeting", .relations = "responds-to:vote cites:report" },
  { .id = "echo", .date = "2015", .title = "An echo", .relations = "responds-to:meeting related-to:whole" },
  { .id = "hen", .date = "2016", .title = "The hen", .relations = "responds-to:egg" },
  { .id = "egg", .date = "2016", .title = "The egg", .relations = "responds-to:hen" },
};
