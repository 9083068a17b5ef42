/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Payloads on the way in. */
#include "format/ical-reader.h"

ChnIcalPayloads *
chn_ical_payloads_new (ChnIcalReader *reader)
{
  (void) reader;
  return NULL;
}

void
chn_ical_payloads_free (ChnIcalPayloads *payloads)
{
  (void) payloads;
}

gboolean
chn_ical_payloads_take (ChnIcalReader *reader)
{
  (void) reader;
  return FALSE;
}

void
chn_ical_payloads_finish (ChnIcalReader *reader)
{
  (void) reader;
}
