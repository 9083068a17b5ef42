/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Says which fonts a text was set in, where these are not what was asked for. */
#include "format/pdf/fonts.h"

static void
report (const ChnRendering *rendering, const char *code, const char *hint, const char *message)
{
  chn_report_add (rendering->report,
                  &(ChnFinding){ .severity = CHN_SEVERITY_NOTE, .code = code, .message = message, .hint = hint });
}

static void
report_stand_in (const ChnRendering *rendering, const char *family, const ChnStandIn *stand_in)
{
  g_autofree char *count = g_strdup_printf ("%u character%s", stand_in->n, stand_in->n == 1 ? "" : "s");
  g_autofree char *message =
      stand_in->family
          ? g_strdup_printf ("%s lacks %s (%s): %s stands in", family, count, stand_in->sample, stand_in->family)
          : g_strdup_printf ("no font has %s (%s): their numbers stand there", count, stand_in->sample);
  report (rendering, stand_in->family ? "stand-in-font" : "no-font",
          stand_in->family ? NULL : "install fonts of these scripts, such as Debian's fonts-noto", message);
}

void
chn_pdf_report_fonts (const ChnRendering *rendering, const char *family, const GArray *stand_ins)
{
  if (rendering->font && !g_strstr_len (rendering->font, -1, family)) {
    g_autofree char *message = g_strdup_printf ("there is no font %s: %s stands in", rendering->font, family);
    report (rendering, "no-font", NULL, message);
  }
  for (guint i = 0; i < stand_ins->len; i++)
    report_stand_in (rendering, family, &g_array_index (stand_ins, ChnStandIn, i));
}
