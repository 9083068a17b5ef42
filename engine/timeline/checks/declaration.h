/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Adds to the hint of an error, of a name that no actor or forum bears, how to declare it. */
void chn_declaration_add_hint (GError *error, const char *name, gboolean is_forum);
