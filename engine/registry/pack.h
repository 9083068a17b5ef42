/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/registry.h>

/* Changes with the grammar of the bytes. */
#define CHN_REGISTRY_FORM "covers, confidence"

/* A registry as bytes, those that it lies over first; the same registry gives the same bytes. */
GBytes *chn_registry_pack (const ChnRegistry *registry);

/* The registry again, or NULL where the bytes are none. */
ChnRegistry *chn_registry_unpack (const char *bytes, gsize length);
