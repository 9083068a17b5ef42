/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* The symbol that people mean by another spelling of it, "UNSCR 2397": S/RES/2397. NULL for anything else. */
char *chn_informal_dup_symbol (const char *text, gsize length);
