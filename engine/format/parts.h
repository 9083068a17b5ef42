/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/format.h"

/* Writes the rows of a part: a job of its own, with the rows, the report and the writer of that part. */
typedef void (*ChnWritePartFunc) (const ChnWriteJob *part);

/*
 * Writes the rows of a job by several threads, each a part at a time, and puts the parts out in the
 * order of the rows: the bytes and the report are the same as from a single one. For formats whose
 * rows do not depend on each other.
 */
void chn_write_in_parts (const ChnWriteJob *job, ChnWritePartFunc write);
