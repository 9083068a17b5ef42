/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/page.h"

/* URL and ATTACH of the event at hand: its document, or else the first source, and further sources. */
void chn_ical_put_links (ChnIcalPage *page);
