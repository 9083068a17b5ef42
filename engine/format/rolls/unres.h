/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* The document symbol that Voeten's data mean by a resolution; NULL where what stands there is none. */
char *chn_unres_dup_symbol (const char *text);
