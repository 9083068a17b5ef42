/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/registry.h>

#include "format/yaml-keys.h"

/*
 * Reads actors and forums into a registry builder. Members and parents may be declared later, in
 * another file too; so mentions are kept, and checked once everything has been read.
 */
typedef struct _ChnYamlNames ChnYamlNames;

/* The builder stays the caller's. */
ChnYamlNames *chn_yaml_names_new (ChnRegistryBuilder *builder);
void chn_yaml_names_free (ChnYamlNames *names);

/* The section at the cursor, which is that of a key of this id. */
void chn_yaml_names_read (ChnYamlNames *names, ChnYaml *yaml, const ChnYamlKey *section, const ChnYamlFaults *faults);

/* Reports each member and parent that nothing declares. */
void chn_yaml_names_check (const ChnYamlNames *names, ChnReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnYamlNames, chn_yaml_names_free)
