/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/report.h>

/* Adds a finding that an error describes: its message, hint and code "syntax", "range" …. */
void chn_report_add_error (ChnReport *report, const char *file, guint line, guint column, const char *event,
                           const GError *error);

/* Adds a finding with the hint of an error, which is made when the finding is read. */
void chn_report_add_hinted (ChnReport *report, const ChnFinding *finding, const GError *error);

/* Whether one more finding of this severity would be kept, or only counted. */
gboolean chn_report_would_keep (const ChnReport *report, ChnSeverity severity);

/* Counts a finding of which nothing would be kept, so that it need not be made; FALSE for one that is to be added. */
gboolean chn_report_only_counts (ChnReport *report, ChnSeverity severity);

/* While lenient, errors are taken as warnings: whoever reads goes on without what is wrong. */
void chn_report_set_lenient (ChnReport *report, gboolean lenient);

/* Adds the findings of another report behind those of this one, those past its bound to the counts alone. */
void chn_report_append (ChnReport *report, const ChnReport *more);

/* Sets the error of a run from the first error of the report; FALSE when it has none. */
gboolean chn_report_to_error (const ChnReport *report, GError **error);
