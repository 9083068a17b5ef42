/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/hint.h"
#include "registry/names.h"
#include "registry/registry-private.h"

/*
 * "did you mean "South Korea" (kor) or "North Korea" (prk)?": those whose names are nearest to
 * one that nobody bears. `choose` gives the names of a registry to search, which the hint keeps.
 */
typedef const ChnNames *(*ChnNamesChooser) (const ChnRegistry *registry);

ChnHint *chn_nearest_new_hint (const ChnRegistry *registry, ChnNamesChooser choose, const char *wanted);
