/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * The folder of the bundled timelines, with the registry below it: $CHANCERY_DATA_DIR, else the
 * source tree's for a program that runs from its build folder, else where it was installed.
 */
char *data_folder_find (void);

/*
 * The registry of a data folder as the build compiled it, or NULL where there is none, or where a file of its source,
 * the folder "registry", was changed since.
 */
char *data_folder_find_compiled (const char *data_folder);

/* The same where the names that the bundled chronologies declare are in it, too: NULL where one was changed since. */
char *data_folder_find_compiled_names (const char *data_folder);
