/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Ids of events and timelines: they stand in file names, URLs, UIDs and queries without quoting. */

enum { CHN_SLUG_MAX = 128 }; /* bytes */

/* Whether the text is a slug; else *offset is the first byte that is wrong, the length where an end is wrong. */
gboolean chn_slug_check (const char *text, gsize *offset);
gboolean chn_slug_is (const char *text, gsize length);

/* The nearest slug, or NULL where nothing remains of the text. */
char *chn_slug_dup_near (const char *text);
