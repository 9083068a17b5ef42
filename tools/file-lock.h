/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * Waits until nobody else changes a file, which is said, and locks it: a descriptor that holds the lock until it is
 * closed; -1 with an error. What is read of the path after that is what nobody else changes meanwhile.
 */
int file_lock (const char *path, GError **error);
