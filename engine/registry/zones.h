/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/registry.h>

#include "zone/zones.h"

/*
 * The time zones that were asked for of a registry or of any over the same lowest layer: making one takes a
 * millisecond, and a program looks for the same few at each file. Borrowed.
 */
ChnZones *chn_registry_get_zones (const ChnRegistry *registry);
