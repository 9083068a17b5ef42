/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * Plugins: modules that bring heavy libraries, each linked with its own in the ordinary way. They lie in
 * LIBDIR/chancery, or in the build folder for what runs from there, and are loaded when they are first needed,
 * since their libraries would be most of what a start of the program costs.
 *
 * The module NAME exports one constant table of functions, chn_plugin_NAME, with '_' for '-', which begins with its
 * version: a plugin that was built with another version of the table is refused. A plugin needs nothing of the
 * library that loads it.
 */

/*
 * Whether there is room for libraries that seldom look whether memory could be had, and end the program where it
 * could not: those that draw, with the fonts of the system, take some fifty megabytes.
 */
gboolean chn_plugin_has_room (const char *name, GError **error);

/* Loads a plugin for the life of the process and gives its table. `needs` says in an error what it takes to have the
 * plugin: "libical". Whoever calls keeps the answer. */
gconstpointer chn_plugin_open (const char *name, guint version, const char *needs, GError **error);
