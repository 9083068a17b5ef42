/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* The file of a mapping that comes along; NULL where none is called so. */
char *import_maps_find (const char *name);

/* Prints their names, each with the first line of its file. */
gboolean import_maps_list (GError **error);
