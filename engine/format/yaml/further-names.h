/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/registry.h>

#include "format/yaml/keys.h"

/*
 * Reads the section "names" of a registry file, at the cursor. Those who are named may be declared later, in another
 * file too.
 */
void chn_yaml_further_names_read (ChnRegistryBuilder *builder, ChnYaml *yaml, const ChnYamlKey *section,
                                  const ChnYamlFaults *faults);
