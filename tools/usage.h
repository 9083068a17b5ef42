/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Wrong use of the command line: exit status 2. */
#define USAGE_ERROR (usage_error_quark ())

GQuark usage_error_quark (void);

/* Sets an error of USAGE_ERROR. */
void usage_set_error (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Sets one for a name that is none of a NULL-terminated list, which suggests the one that was meant, or lists them
 * all. */
void usage_set_unknown (GError **error, const char *what, const char *name, const char *const *names);
