/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/writer.h"

/* A length in tenths, in the fewest digits: "12.5", "-.3", "7"; the same in every locale. */
void chn_svg_put_number (ChnWriter *out, double number);

/* A length in whole tenths, as above, and such a number of tenths. */
gint64 chn_svg_round (double number);
void chn_svg_put_tenths (ChnWriter *out, gint64 tenths);

/* ` name="12.5"` */
void chn_svg_put_length (ChnWriter *out, const char *name, double number);
