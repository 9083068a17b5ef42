/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/reader.h"

/* Notes the UIDs of the whole file, those of events to come too; once. */
void chn_ical_find_uids (ChnIcalReader *reader);
