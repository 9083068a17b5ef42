/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/reader.h"

/*
 * The names of those lines of the reader that writing its event would give back, as it reads: the others are foreign,
 * and kept. Of properties that belong together all lines are given back, or none is.
 */
guint64 chn_ical_find_given_back (ChnIcalReader *reader);
