/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/yaml-names.h"

/* One registry file. Faults go to the report; chn_yaml_names_check() finds what no file declares. */
void chn_registry_read_file (const char *bytes, gsize length, const char *file, ChnYamlNames *names,
                             ChnReport *report, const ChnLimits *limits);
