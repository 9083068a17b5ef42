/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* The canonical symbol that a malformed one, or a citation in prose, was probably meant to be; or NULL. */
char *chn_symbol_repair (const char *text, gsize length);
