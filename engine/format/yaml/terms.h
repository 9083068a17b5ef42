/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/registry.h>

#include "format/yaml/keys.h"

/*
 * Reads a section of kinds, roles or relations, at the cursor, into a registry builder. Events may use their terms
 * before they are declared.
 */
void chn_yaml_terms_read (ChnRegistryBuilder *builder, ChnYaml *yaml, const ChnYamlKey *section,
                          const ChnYamlFaults *faults);

/* Appends the sections of what a registry declares beyond the one below it. */
void chn_yaml_append_terms (GString *out, const ChnRegistry *registry);
