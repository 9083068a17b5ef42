/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/hint.h"

/*
 * The name of the database that was probably meant by one that is unknown, or NULL where none is near. The whole
 * name is compared, and its last part with the last parts of others: "New York" and "Amerca/New_York" are both
 * America/New_York. Lists the database's folder, so it is for errors that somebody reads.
 */
char *chn_zone_dup_near_name (const char *wanted);

/* A hint for an unknown name, made when it is read: 'did you mean "Europe/Zurich"?', or how names are written. */
ChnHint *chn_zone_hint_new (const char *wanted);
