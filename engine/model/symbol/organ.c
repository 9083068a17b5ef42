/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The organs of the United Nations by the prefix of their documents' symbols. */
#include "model/symbol/organ.h"

#include <string.h>

static const ChnOrgan organs[] = {
  { "A", NULL, "un.ga", "un.ga.ss", CHN_NUMBERING_ASSEMBLY },
  { "A/BUR", NULL, "un.ga", NULL, CHN_NUMBERING_ASSEMBLY },
  { "A/C.1", NULL, "un.ga.c1", NULL, CHN_NUMBERING_ASSEMBLY },
  { "A/C.2", NULL, "un.ga.c2", NULL, CHN_NUMBERING_ASSEMBLY },
  { "A/C.3", NULL, "un.ga.c3", NULL, CHN_NUMBERING_ASSEMBLY },
  { "A/C.4", NULL, "un.ga.c4", NULL, CHN_NUMBERING_ASSEMBLY },
  { "A/C.5", NULL, "un.ga.c5", NULL, CHN_NUMBERING_ASSEMBLY },
  { "A/C.6", NULL, "un.ga.c6", NULL, CHN_NUMBERING_ASSEMBLY },
  { "A/SPC", NULL, "un.ga.c4", NULL, CHN_NUMBERING_ASSEMBLY },
  { "A/AC.", NULL, "un.ga.ac", NULL, CHN_NUMBERING_FREE },
  { "A/CN.", NULL, "un.ga.ac", NULL, CHN_NUMBERING_FREE },
  { "A/CONF.", NULL, "un.conf", NULL, CHN_NUMBERING_FREE },
  { "A/HRC", NULL, "un.hrc", "un.hrc.ss", CHN_NUMBERING_HRC },
  { "A/HRC/WG.6", "A/HRC", "un.hrc.upr", NULL, CHN_NUMBERING_UPR },
  { "A/HRC/WG.", "A/HRC", "un.hrc", NULL, CHN_NUMBERING_FREE },
  { "A/HRC/AC", "A/HRC", "un.hrc", NULL, CHN_NUMBERING_FREE },
  { "A/HRC/WGAD", "A/HRC", "un.hrc.sp", NULL, CHN_NUMBERING_YEAR },
  { "A/HRC/WGEID", "A/HRC", "un.hrc.sp", NULL, CHN_NUMBERING_FREE },
  { "A/HRC/EMRIP", "A/HRC", "un.hrc", NULL, CHN_NUMBERING_FREE },
  { "A/HRC/FORUM", "A/HRC", "un.hrc", NULL, CHN_NUMBERING_FREE },
  { "S", NULL, "un.sc", NULL, CHN_NUMBERING_COUNCIL },
  { "S/AC.", NULL, "un.sc", NULL, CHN_NUMBERING_FREE },
  { "S/AC.49", NULL, "un.sc.1718", NULL, CHN_NUMBERING_FREE },
  { "E", NULL, "un.ecosoc", NULL, CHN_NUMBERING_YEAR },
  { "E/C.", NULL, "un.ecosoc", NULL, CHN_NUMBERING_FREE },
  { "E/C.12", NULL, "un.tb.cescr", NULL, CHN_NUMBERING_TREATY },
  { "E/CN.", NULL, "un.ecosoc", NULL, CHN_NUMBERING_YEAR },
  { "E/CN.4", NULL, "un.ecosoc.chr", NULL, CHN_NUMBERING_YEAR },
  { "E/CN.4/SUB.2", NULL, "un.ecosoc.chr.sub", NULL, CHN_NUMBERING_YEAR },
  { "T", NULL, "un.tc", NULL, CHN_NUMBERING_FREE },
  { "ST", NULL, "un.secretariat", NULL, CHN_NUMBERING_YEAR },
  { "ST/HR", NULL, "un.ohchr", NULL, CHN_NUMBERING_FREE },
  { "CCPR", NULL, "un.tb.ccpr", NULL, CHN_NUMBERING_TREATY },
  { "CEDAW", NULL, "un.tb.cedaw", NULL, CHN_NUMBERING_TREATY },
  { "CRC", NULL, "un.tb.crc", NULL, CHN_NUMBERING_TREATY },
  { "CAT", NULL, "un.tb.cat", NULL, CHN_NUMBERING_TREATY },
  { "CERD", NULL, "un.tb.cerd", NULL, CHN_NUMBERING_TREATY },
  { "CRPD", NULL, "un.tb.crpd", NULL, CHN_NUMBERING_TREATY },
  { "CED", NULL, "un.tb.ced", NULL, CHN_NUMBERING_TREATY },
  { "CMW", NULL, "un.tb.cmw", NULL, CHN_NUMBERING_TREATY },
  { "HRI", NULL, "un.tb", NULL, CHN_NUMBERING_FREE },
  { "ICJ", NULL, "un.icj", NULL, CHN_NUMBERING_FREE },
  { "DP", NULL, "un", NULL, CHN_NUMBERING_FREE },
  { "TD", NULL, "un", NULL, CHN_NUMBERING_FREE },
  { "UNEP", NULL, "un", NULL, CHN_NUMBERING_FREE },
  { "ICEF", NULL, "un", NULL, CHN_NUMBERING_FREE },
  { "HSP", NULL, "un", NULL, CHN_NUMBERING_FREE },
  { "UNW", NULL, "un", NULL, CHN_NUMBERING_FREE },
  { "FCCC", NULL, "un", NULL, CHN_NUMBERING_FREE },
  { "NPT", NULL, "un", NULL, CHN_NUMBERING_FREE },
  { "BWC", NULL, "un", NULL, CHN_NUMBERING_FREE },
  { "CD", NULL, "un", NULL, CHN_NUMBERING_FREE },
  { "LOS", NULL, "un", NULL, CHN_NUMBERING_FREE },
  { "GA", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "GA/AB", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "GA/COL", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "GA/DIS", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "GA/EF", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "GA/L", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "GA/PAL", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "GA/SHC", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "GA/SM", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "GA/SPD", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "SC", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "HRC", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "HR", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "HR/CN", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "HR/CT", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "ECOSOC", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "SG", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "SG/A", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "SG/SM", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "SG/T", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "DSG/SM", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "WOM", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "DC", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "AFR", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "IHA", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
};

/* Bytes of the symbol that the prefix covers, 0 when it is another's: mostly by its first letter. */
static inline gsize
match_prefix (const char *prefix, const char *symbol)
{
  gsize length = 1;
  if (prefix[0] != symbol[0])
    return 0;
  for (; prefix[length] != '\0'; length++)
    if (symbol[length] != prefix[length])
      return 0;
  if (prefix[length - 1] == '.')
    length += strcspn (symbol + length, "/");
  return symbol[length] == '/' || symbol[length] == '\0' ? length : 0;
}

const ChnOrgan *
chn_organ_find (const char *symbol, gsize *length)
{
  const ChnOrgan *found = NULL;
  gsize longest = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (organs); i++) {
    gsize matched = match_prefix (organs[i].prefix, symbol);
    gboolean more_exact = found && matched == longest && strlen (organs[i].prefix) > strlen (found->prefix);
    if (matched > longest || (matched > 0 && more_exact)) {
      found = &organs[i];
      longest = matched;
    }
  }
  if (found)
    *length = longest;
  return found;
}
