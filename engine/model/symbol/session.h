/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "model/symbol/organ.h"
#include "model/symbol/private.h"

/* The months in which a session met; FALSE where they cannot be told. `session` as chn_symbol_get_session(). */
gboolean chn_session_find_span (ChnNumbering numbering, const char *session, ChnMonthSpan *span);

/* The year that a document of this session is counted under, 0 where sessions cross years. */
int chn_session_get_year (ChnNumbering numbering, const char *session);

/* EDTF of a span: "2014-03", "2016", "2014-09/2015-09". */
char *chn_month_span_dup_edtf (const ChnMonthSpan *span);

/* First and last second of a span that is widened by months on both sides. */
void chn_month_span_get_seconds (const ChnMonthSpan *span, int before, int after, gint64 *from, gint64 *to);
