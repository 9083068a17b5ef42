/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/*
 * Where memory cannot be had, GLib ends a program by a trap; this one says so and ends with STATUS_IO. What was not saved
 * by then was never put in the place of an old file. To be called before anything else.
 */
void memory_prepare (void);
