/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/registry.h>

/* Changes with what the bytes mean. */
#define CHN_REGISTRY_FORM "hashed, letters plain, successors, shared forums, terms"

/* A registry as bytes (registry/layout.h), those that it lies over first; the same registry gives the same bytes. */
GBytes *chn_registry_pack (const ChnRegistry *registry);

/* The registry again, or NULL where the bytes are none. It keeps a reference to them. */
ChnRegistry *chn_registry_unpack (GBytes *bytes);
