/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * The folder of the bundled timelines, with the registry below it: $CHANCERY_DATA_DIR, else the
 * source tree's for a program that runs from its build folder, else where it was installed.
 */
char *data_folder_find (void);
