/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "program.h"

/*
 * For a count of a store: a timeline of one event of each sort, and rows in which each stands as often as there are
 * such events. The timeline is NULL where all of it is to be read and asked. FALSE with an error.
 */
gboolean alike_load (Program *program, const Arguments *arguments, const char *by, ChnTimeline **timeline,
                     ChnRows *rows, GError **error);
