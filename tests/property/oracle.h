/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "question.h"

/* What a question comes to in all the ways in which the holes of a row can be filled. */
typedef struct {
  gboolean holds_somewhere, fails_somewhere;
} Verdict;

/* By filling them in every way. Strict terms are found out first, each by itself. */
Verdict oracle_ask (const World *world, const Row *row, Question *question);
