/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Numbers in SVG. */
#include "format/svg/number.h"

#include <math.h>

gint64
chn_svg_round (double number)
{
  return (gint64) llround (number * 10);
}

void
chn_svg_put_tenths (ChnWriter *out, gint64 tenths)
{
  if (tenths < 0)
    chn_writer_putc (out, '-');
  tenths = ABS (tenths);
  if (tenths >= 10 || tenths == 0)
    chn_writer_put_int (out, tenths / 10);
  if (tenths % 10 == 0)
    return;
  chn_writer_putc (out, '.');
  chn_writer_putc (out, (char) ('0' + tenths % 10));
}

void
chn_svg_put_number (ChnWriter *out, double number)
{
  chn_svg_put_tenths (out, chn_svg_round (number));
}

void
chn_svg_put_length (ChnWriter *out, const char *name, double number)
{
  chn_writer_putc (out, ' ');
  chn_writer_puts (out, name);
  chn_writer_puts (out, "=\"");
  chn_svg_put_number (out, number);
  chn_writer_putc (out, '"');
}
