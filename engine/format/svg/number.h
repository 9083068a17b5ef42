/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/writer.h"

/* A length in tenths, in the fewest digits: "12.5", "-0.3", "7"; the same in every locale. */
void chn_svg_put_number (ChnWriter *out, double number);

/* ` name="12.5"` */
void chn_svg_put_length (ChnWriter *out, const char *name, double number);
