/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "registry/registry-private.h"

/*
 * "did you mean "South Korea" (kor) or "North Korea" (prk)?": those whose names are nearest to
 * one that nobody bears. `choose` gives the names of a registry to search. NULL when none is near.
 */
typedef const ChnNames *(*ChnNamesChooser) (const ChnRegistry *registry);

char *chn_nearest_dup_hint (const ChnRegistry *registry, ChnNamesChooser choose, const char *wanted);
