/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/apply.h>

/* A line on how two timelines differ in one place: "changed  ID  title: this → that". */
char *difference_dup_line (const ChnDifference *difference);
