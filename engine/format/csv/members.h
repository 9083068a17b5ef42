/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/registry.h>
#include <chancery/report.h>

/*
 * A table of members, as lies beside the YAML files of a registry: who belonged to which groups, or held which offices,
 * from when to when. The groups are those that the builder has by now; actors may be declared later. Faults go to the
 * report.
 */
void chn_csv_members_read (const char *bytes, gsize length, const char *file, ChnRegistryBuilder *builder,
                           ChnReport *report);
