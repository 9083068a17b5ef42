/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The organs of the United Nations by the prefix of their documents' symbols. */
#include "model/symbol/organ.h"

#include <string.h>

static const ChnOrgan organs[] = {
  { "A", NULL, "un.ga", "un.ga.ss", CHN_NUMBERING_ASSEMBLY },
  { "A/BUR", NULL, "un.ga.gc", NULL, CHN_NUMBERING_ASSEMBLY },
  { "A/C.1", NULL, "un.ga.c1", NULL, CHN_NUMBERING_ASSEMBLY },
  { "A/C.2", NULL, "un.ga.c2", NULL, CHN_NUMBERING_ASSEMBLY },
  { "A/C.3", NULL, "un.ga.c3", NULL, CHN_NUMBERING_ASSEMBLY },
  { "A/C.4", NULL, "un.ga.c4", NULL, CHN_NUMBERING_ASSEMBLY },
  { "A/C.5", NULL, "un.ga.c5", NULL, CHN_NUMBERING_ASSEMBLY },
  { "A/C.6", NULL, "un.ga.c6", NULL, CHN_NUMBERING_ASSEMBLY },
  { "A/SPC", NULL, "un.ga.c4", NULL, CHN_NUMBERING_ASSEMBLY },
  { "A/AC.", NULL, "un.ga.ac", NULL, CHN_NUMBERING_FREE },
  { "A/AC.82", NULL, "un.ga.unscear", NULL, CHN_NUMBERING_FREE },
  { "A/AC.96", NULL, "un.unhcr", NULL, CHN_NUMBERING_FREE },
  { "A/AC.105", NULL, "un.ga.copuos", NULL, CHN_NUMBERING_FREE },
  { "A/AC.109", NULL, "un.ga.c24", NULL, CHN_NUMBERING_FREE },
  { "A/AC.121", NULL, "un.ga.c34", NULL, CHN_NUMBERING_FREE },
  { "A/AC.183", NULL, "un.ga.ceirpp", NULL, CHN_NUMBERING_FREE },
  { "A/CN.", NULL, "un.ga.ac", NULL, CHN_NUMBERING_FREE },
  { "A/CN.4", NULL, "un.ga.ilc", NULL, CHN_NUMBERING_FREE },
  { "A/CN.9", NULL, "un.ga.uncitral", NULL, CHN_NUMBERING_FREE },
  { "A/CN.10", NULL, "un.ga.undc", NULL, CHN_NUMBERING_FREE },
  { "A/CONF.", NULL, "un.conf", NULL, CHN_NUMBERING_FREE },
  { "A/HRC", NULL, "un.hrc", "un.hrc.ss", CHN_NUMBERING_HRC },
  { "A/HRC/WG.6", "A/HRC", "un.hrc.upr", NULL, CHN_NUMBERING_UPR },
  { "A/HRC/WG.", "A/HRC", "un.hrc", NULL, CHN_NUMBERING_SESSION },
  { "A/HRC/WG.14", "A/HRC", "un.hrc.wg.pmsc", NULL, CHN_NUMBERING_SESSION },
  { "A/HRC/WG.15", "A/HRC", "un.hrc.wg.peasants", NULL, CHN_NUMBERING_SESSION },
  { "A/HRC/WG.16", "A/HRC", "un.hrc.wg.tnc", NULL, CHN_NUMBERING_SESSION },
  { "A/HRC/AC", "A/HRC", "un.hrc.ac", NULL, CHN_NUMBERING_SESSION },
  { "A/HRC/OM", "A/HRC", "un.hrc.om", NULL, CHN_NUMBERING_SESSION },
  { "A/HRC/SUB.1", "A/HRC", "un.ecosoc.chr.sub", NULL, CHN_NUMBERING_SESSION },
  { "A/HRC/WGAD", "A/HRC", "un.hrc.sp.wgad", NULL, CHN_NUMBERING_SESSION },
  { "A/HRC/WGEID", "A/HRC", "un.hrc.sp.wgeid", NULL, CHN_NUMBERING_SESSION },
  { "A/HRC/EMRIP", "A/HRC", "un.hrc.emrip", NULL, CHN_NUMBERING_SESSION },
  { "A/HRC/EMRTD", "A/HRC", "un.hrc.emrtd", NULL, CHN_NUMBERING_SESSION },
  { "A/HRC/FMI", "A/HRC", "un.hrc.fmi", NULL, CHN_NUMBERING_SESSION },
  { "A/HRC/SF", "A/HRC", "un.hrc.sf", NULL, CHN_NUMBERING_SESSION },
  { "A/HRC/FBHR", "A/HRC", "un.hrc.fbhr", NULL, CHN_NUMBERING_SESSION },
  { "A/HRC/FD", "A/HRC", "un.hrc.dem", NULL, CHN_NUMBERING_SESSION },
  { "A/HRC/PFPAD", "A/HRC", "un.hrc.pfpad", NULL, CHN_NUMBERING_SESSION },
  { "A/HRC/FORUM", "A/HRC", "un.hrc", NULL, CHN_NUMBERING_SESSION },
  { "S", NULL, "un.sc", NULL, CHN_NUMBERING_COUNCIL },
  { "S/AC.", NULL, "un.sc", NULL, CHN_NUMBERING_FREE },
  { "S/AC.15", NULL, "un.sc.253", NULL, CHN_NUMBERING_FREE },
  { "S/AC.20", NULL, "un.sc.421", NULL, CHN_NUMBERING_FREE },
  { "S/AC.25", NULL, "un.sc.661", NULL, CHN_NUMBERING_FREE },
  { "S/AC.26", NULL, "un.sc.uncc", NULL, CHN_NUMBERING_FREE },
  { "S/AC.29", NULL, "un.sc.2713", NULL, CHN_NUMBERING_FREE },
  { "S/AC.37", NULL, "un.sc.1267", NULL, CHN_NUMBERING_FREE },
  { "S/AC.40", NULL, "un.sc.ctc", NULL, CHN_NUMBERING_FREE },
  { "S/AC.43", NULL, "un.sc.1533", NULL, CHN_NUMBERING_FREE },
  { "S/AC.44", NULL, "un.sc.1540", NULL, CHN_NUMBERING_FREE },
  { "S/AC.47", NULL, "un.sc.1591", NULL, CHN_NUMBERING_FREE },
  { "S/AC.48", NULL, "un.sc.1636", NULL, CHN_NUMBERING_FREE },
  { "S/AC.49", NULL, "un.sc.1718", NULL, CHN_NUMBERING_FREE },
  { "S/AC.50", NULL, "un.sc.1737", NULL, CHN_NUMBERING_FREE },
  { "S/AC.51", NULL, "un.sc.wg.caac", NULL, CHN_NUMBERING_FREE },
  { "S/AC.52", NULL, "un.sc.1970", NULL, CHN_NUMBERING_FREE },
  { "E", NULL, "un.ecosoc", NULL, CHN_NUMBERING_YEAR },
  { "E/C.", NULL, "un.ecosoc", NULL, CHN_NUMBERING_FREE },
  { "E/C.2", NULL, "un.ecosoc.ngo", NULL, CHN_NUMBERING_YEAR },
  { "E/C.12", NULL, "un.tb.cescr", NULL, CHN_NUMBERING_TREATY },
  { "E/C.19", NULL, "un.ecosoc.pfii", NULL, CHN_NUMBERING_YEAR },
  { "E/C.33", NULL, "un.ecosoc.cdp", NULL, CHN_NUMBERING_YEAR },
  { "E/INCB", NULL, "un.ecosoc.incb", NULL, CHN_NUMBERING_YEAR },
  { "E/ICEF", NULL, "un.unicef", NULL, CHN_NUMBERING_YEAR },
  { "E/ECA", NULL, "un.ecosoc.eca", NULL, CHN_NUMBERING_YEAR },
  { "E/ECE", NULL, "un.ecosoc.ece", NULL, CHN_NUMBERING_YEAR },
  { "E/ESCAP", NULL, "un.ecosoc.escap", NULL, CHN_NUMBERING_YEAR },
  { "E/ESCWA", NULL, "un.ecosoc.escwa", NULL, CHN_NUMBERING_YEAR },
  { "E/ECWA", NULL, "un.ecosoc.escwa", NULL, CHN_NUMBERING_YEAR },
  { "E/HLPF", NULL, "un.ga.hlpf", NULL, CHN_NUMBERING_YEAR },
  { "E/AC.51", NULL, "un.ga.cpc", NULL, CHN_NUMBERING_YEAR },
  { "E/CN.", NULL, "un.ecosoc", NULL, CHN_NUMBERING_YEAR },
  { "E/CN.3", NULL, "un.ecosoc.statcom", NULL, CHN_NUMBERING_YEAR },
  { "E/CN.5", NULL, "un.ecosoc.csocd", NULL, CHN_NUMBERING_YEAR },
  { "E/CN.6", NULL, "un.ecosoc.csw", NULL, CHN_NUMBERING_YEAR },
  { "E/CN.7", NULL, "un.ecosoc.cnd", NULL, CHN_NUMBERING_YEAR },
  { "E/CN.9", NULL, "un.ecosoc.cpd", NULL, CHN_NUMBERING_YEAR },
  { "E/CN.11", NULL, "un.ecosoc.escap", NULL, CHN_NUMBERING_YEAR },
  { "E/CN.12", NULL, "un.ecosoc.eclac", NULL, CHN_NUMBERING_YEAR },
  { "E/CN.15", NULL, "un.ecosoc.ccpcj", NULL, CHN_NUMBERING_YEAR },
  { "E/CN.16", NULL, "un.ecosoc.cstd", NULL, CHN_NUMBERING_YEAR },
  { "E/CN.17", NULL, "un.ecosoc.csd", NULL, CHN_NUMBERING_YEAR },
  { "E/CN.18", NULL, "un.ecosoc.unff", NULL, CHN_NUMBERING_YEAR },
  { "E/CN.4", NULL, "un.ecosoc.chr", NULL, CHN_NUMBERING_YEAR },
  { "E/CN.4/SUB.2", NULL, "un.ecosoc.chr.sub", NULL, CHN_NUMBERING_YEAR },
  { "T", NULL, "un.tc", NULL, CHN_NUMBERING_FREE },
  { "ST", NULL, "un.secretariat", NULL, CHN_NUMBERING_YEAR },
  { "ST/HR", NULL, "un.ohchr", NULL, CHN_NUMBERING_FREE },
  { "CCPR", NULL, "un.tb.ccpr", NULL, CHN_NUMBERING_TREATY },
  { "CCPR/SP", NULL, "un.tb.msp", NULL, CHN_NUMBERING_TREATY },
  { "CEDAW", NULL, "un.tb.cedaw", NULL, CHN_NUMBERING_TREATY },
  { "CEDAW/SP", NULL, "un.tb.msp", NULL, CHN_NUMBERING_TREATY },
  { "CRC", NULL, "un.tb.crc", NULL, CHN_NUMBERING_TREATY },
  { "CRC/SP", NULL, "un.tb.msp", NULL, CHN_NUMBERING_TREATY },
  { "CAT", NULL, "un.tb.cat", NULL, CHN_NUMBERING_TREATY },
  { "CAT/SP", NULL, "un.tb.msp", NULL, CHN_NUMBERING_TREATY },
  { "CAT/OP", NULL, "un.tb.spt", NULL, CHN_NUMBERING_TREATY },
  { "CAT/C/SPT", NULL, "un.tb.spt", NULL, CHN_NUMBERING_TREATY },
  { "CERD", NULL, "un.tb.cerd", NULL, CHN_NUMBERING_TREATY },
  { "CERD/SP", NULL, "un.tb.msp", NULL, CHN_NUMBERING_TREATY },
  { "CRPD", NULL, "un.tb.crpd", NULL, CHN_NUMBERING_TREATY },
  { "CRPD/CSP", NULL, "un.tb.msp", NULL, CHN_NUMBERING_TREATY },
  { "CED", NULL, "un.tb.ced", NULL, CHN_NUMBERING_TREATY },
  { "CED/SP", NULL, "un.tb.msp", NULL, CHN_NUMBERING_TREATY },
  { "CMW", NULL, "un.tb.cmw", NULL, CHN_NUMBERING_TREATY },
  { "CMW/SP", NULL, "un.tb.msp", NULL, CHN_NUMBERING_TREATY },
  { "HRI", NULL, "un.tb", NULL, CHN_NUMBERING_FREE },
  { "HRI/MC", NULL, "un.tb.chairs", NULL, CHN_NUMBERING_FREE },
  { "ICJ", NULL, "un.icj", NULL, CHN_NUMBERING_FREE },
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
  { "BIO", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "CYP", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "DEV", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "EN/G", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "ENV/DEV", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "HAB", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "HE", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "ICEF", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "IK", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "L", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "L/T", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "NGO", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "OBV", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "ORG", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "PAL", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "PBC", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "PI", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "PKO", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "POP", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "RD", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "REC", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "REF", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "SAG", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "SEA", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "SOC/CP", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "SOC/NAR", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
  { "TAD", "press", "un.press", NULL, CHN_NUMBERING_PRESS },
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

/* Most of the table begins with one of a few letters and a slash: the third character tells nearly all of it apart.
 */
static inline gboolean
differs_early (const char *prefix, const char *symbol)
{
  return prefix[0] != symbol[0] || (prefix[1] && prefix[2] && symbol[1] && prefix[2] != symbol[2]);
}

const ChnOrgan *
chn_organ_find (const char *symbol, gsize *length)
{
  const ChnOrgan *found = NULL;
  gsize longest = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (organs); i++) {
    if (differs_early (organs[i].prefix, symbol))
      continue;
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
