/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/registry.h>

/*
 * The States by a code of theirs -> id. For codes that look like those of another list: 710 is China in the
 * Correlates of War, South Africa in ISO 3166.
 */
GHashTable *chn_registry_index_codes (const ChnRegistry *registry, ChnCode code);
