/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/chancery.h>

/* Counts as a table, a line a bucket; with bars where `columns`, the width of the terminal, is not 0. */
char *count_text_dup (const ChnCount *count, guint columns);
