/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/writer.h"

/* The UID under which the writer's event is written, and that of another event of its timeline; until the next one.
 */
const char *chn_ical_make_own_uid (ChnIcalWriter *writer);
const char *chn_ical_make_target_uid (ChnIcalWriter *writer, const char *target);
