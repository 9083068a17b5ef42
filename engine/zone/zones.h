/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "zone/zone.h"

/*
 * The zones of whoever makes it, each looked up once, known or not. Any number of threads may share one. A look-up
 * takes a lock: whoever asks for one zone many times keeps the answer, which is valid as long as this is.
 */
typedef struct _ChnZones ChnZones;

ChnZones *chn_zones_new (void);
void chn_zones_free (ChnZones *zones);

/* Borrowed; NULL when the system does not know it, or for NULL. */
const ChnZone *chn_zones_get (ChnZones *zones, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnZones, chn_zones_free)
