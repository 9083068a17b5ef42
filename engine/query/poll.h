/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/outcome.h>

#include "timeline/columns.h"

/* What came of the vote of a row; FALSE where it has none. */
gboolean chn_poll_find_outcome (const ChnColumns *columns, guint row, const ChnRegistry *registry,
                                ChnOutcome *outcome);

/* Whether one of the actors, permanent members then, cast a veto; FALSE where there was no vote. */
gboolean chn_poll_find_veto (const ChnColumns *columns, guint row, const ChnRegistry *registry,
                             const char *const *actors, guint n, ChnCertainty *veto);
