/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/limits.h>
#include <chancery/registry.h>
#include <chancery/report.h>

/* One registry file. Faults go to the report. */
void chn_registry_read_file (const char *bytes, gsize length, const char *file, ChnRegistryBuilder *builder,
                             ChnReport *report, const ChnLimits *limits);

/* Reports each member and parent that no file declares; for when all have been read. */
void chn_registry_check_mentions (ChnRegistryBuilder *builder, ChnReport *report);
