/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/registry.h>

#include "format/yaml/keys.h"

/*
 * Reads a section of actors or forums, at the cursor, into a registry builder. The section is that of a
 * key of this id. Members and parents may be declared later, in another file too: what nothing declares
 * is found by chn_registry_builder_drop_dangling() once everything has been read.
 */
void chn_yaml_names_read (ChnRegistryBuilder *builder, ChnYaml *yaml, const ChnYamlKey *section,
                          const ChnYamlFaults *faults);
