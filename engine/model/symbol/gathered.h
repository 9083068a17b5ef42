/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* The kind of the documents that are gathered under this canonical symbol, or NULL. */
const char *chn_gathered_get_kind (const char *symbol);

/* The forum of such documents where it is another than that of the organ, or NULL. */
const char *chn_gathered_get_forum (const char *symbol);

/* Whether they bear the year of what gathers them, and not their own. */
gboolean chn_gathered_is_undated (const char *symbol);
