/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/reader.h"

/* Reads the payloads of one file. */
typedef struct _ChnIcalPayloads ChnIcalPayloads;

/* Begins the origin of the file. */
ChnIcalPayloads *chn_ical_payloads_new (ChnIcalReader *reader);
void chn_ical_payloads_free (ChnIcalPayloads *payloads);

/* Adds the VEVENT at hand as its payload has it, with what was edited beside it. FALSE when it has none that can be
   read, which is reported. */
gboolean chn_ical_payloads_take (ChnIcalPayloads *payloads, ChnIcalReader *reader);
