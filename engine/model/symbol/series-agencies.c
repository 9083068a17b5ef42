/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Series of the specialized agencies and of the organizations beside the United Nations. */
#include "model/symbol/series.h"

static const ChnSeries rows[] = {
  /* International Atomic Energy Agency */
  { "GOV/OR.{number}", "iaea.bog", "summary-record" },
  { "GOV/INF/{year}/{document}", "iaea.bog", "information" },
  { "GOV/INF/{number}", "iaea.bog", "information" },
  { "GOV/{year}/{document}", "iaea.bog", "document" },
  { "GOV/{document}", "iaea.bog", "document" },
  { "GC({session})/{document}", "iaea.gc", "document" },
  { "GC({roman})/{document}", "iaea.gc", "document" },
  { "INFCIRC/{document}", "iaea", "circular" },

  /* Organisation for the Prohibition of Chemical Weapons */
  { "EC-M-{meeting}/{document}", "opcw.ec", "document" },
  { "EC-{session}/{document}", "opcw.ec", "document" },
  { "EC-{roman}/{document}", "opcw.ec", "document" },
  { "C-SS-{special}/{document}", "opcw.csp", "document" },
  { "C-{session}/{document}", "opcw.csp", "document" },
  { "C-{roman}/{document}", "opcw.csp", "document" },
  { "RC-SS-{special}/{document}", "opcw.rc", "document" },
  { "RC-{session}/{document}", "opcw.rc", "document" },
  { "S/{number}/{year}", "opcw.ts", "note" },

  /* Comprehensive Nuclear-Test-Ban Treaty Organization */
  { "CTBT-Art.XIV/{year}/{document}", "ctbt.art14", "document" },
  { "CTBT/PC-{session}/{document}", "ctbto", "document" },
  { "CTBT/PTS/{document}", "ctbto.pts", "document" },
  { "CTBT/{document}", "ctbto", "document" },

  /* World Health Organization */
  { "WHA{session}/{year}/REC/{document}", "who.wha", "record" },
  { "WHA{session}.{number}", "who.wha", "resolution" },
  { "WHA{session}({number})", "who.wha", "decision" },
  { "A{session}/{document}", "who.wha", "document" },
  { "EB{session}/{year}/REC/{document}", "who.eb", "record" },
  { "EB{session}.R{number}", "who.eb", "resolution" },
  { "EB{session}({number})", "who.eb", "decision" },
  { "EB{session}/{document}", "who.eb", "document" },

  /* International Labour Organization */
  { "GB.{session}/{document}", "ilo.gb", "document" },
  { "ILC.{session}/Resolution {numeral}", "ilo.ilc", "resolution" },
  { "ILC{session}/Resolution {numeral}", "ilo.ilc", "resolution" },
  { "ILC.{session}/{document}", "ilo.ilc", "document" },

  /* Food and Agriculture Organization, World Food Programme */
  { "C {year}/{document}", "fao.conference", "document" },
  { "CL {session}/{document}", "fao.council", "document" },
  { "CFS {year}/{session}/{document}", "fao.cfs", "document" },
  { "CFS {year}/{document}", "fao.cfs", "document" },
  { "WFP/EB.{name}/{year}/{document}", "un.wfp.eb", "document" },
  { "WFP/{document}", "un.wfp", "document" },

  /* UNESCO */
  { "{session} C/Resolution {document}", "unesco.gc", "resolution" },
  { "{session} C/{document}", "unesco.gc", "document" },
  { "{session} EX/Decision {document}", "unesco.eb", "decision" },
  { "{session} EX/{document}", "unesco.eb", "document" },
  { "WHC/{yy}/{session}.COM/{document}", "unesco.whc", "document" },
  { "WHC-{yy}/{session}.COM/{document}", "unesco.whc", "document" },
  { "WHC/{document}", "unesco.whc", "document" },

  /* International Maritime Organization */
  { "A.{number}({session})", "imo.assembly", "resolution" },
  { "MSC.{number}({session})", "imo.msc", "resolution" },
  { "MSC.1/Circ.{number}", "imo.msc", "circular" },
  { "MSC/Circ.{number}", "imo.msc", "circular" },
  { "MSC {session}/{document}", "imo.msc", "document" },
  { "MEPC.{number}({session})", "imo.mepc", "resolution" },
  { "MEPC.{number}/Circ.{document}", "imo.mepc", "circular" },
  { "MEPC {session}/{document}", "imo.mepc", "document" },
  { "LEG.{number}({session})", "imo.leg", "resolution" },
  { "LEG.{number}/Circ.{document}", "imo.leg", "circular" },
  { "LEG {session}/{document}", "imo.leg", "document" },

  /* International Civil Aviation Organization */
  { "A{session}-WP/{document}", "icao.assembly", "working-paper" },
  { "A{session}-{number}", "icao.assembly", "resolution" },
  { "C-DEC {session}/{number}", "icao.council", "decision" },
  { "C-MIN {session}/{number}", "icao.council", "minutes" },
  { "C-WP/{document}", "icao.council", "working-paper" },

  /* World Intellectual Property Organization, World Trade Organization */
  { "WIPO/{name}/IC/{session}/{document}", "wipo", "document" },
  { "WIPO/{document}", "wipo", "document" },
  { "WO/{name}/{session}/{document}", "wipo", "document" },
  { "WT/DS{number}/R", "wto", "panel-report" },
  { "WT/DS{number}/AB/R", "wto", "panel-report" },
  { "WT/DS{number}/{document}", "wto", "document" },
  { "WT/MIN({yy})/DEC", "wto.mc", "declaration" },
  { "WT/MIN({yy})/DEC/{document}", "wto.mc", "declaration" },
  { "WT/MIN({yy})/{document}", "wto.mc", "document" },
  { "WT/GC/{document}", "wto.gc", "document" },
  { "WT/L/{document}", "wto.gc", "document" },
  { "WT/{document}", "wto", "document" },
  { "TN/{document}", "wto", "document" },
  { "G/{document}", "wto", "document" },

  /* United Nations Industrial Development Organization */
  { "GC.{session}/Res.{number}", "unido.gc", "resolution" },
  { "GC.{session}/{document}", "unido.gc", "document" },
  { "IDB.{session}/Dec.{number}", "unido.idb", "decision" },
  { "IDB.{session}/{document}", "unido.idb", "document" },
};

const ChnSeriesTable chn_series_of_agencies = { rows, G_N_ELEMENTS (rows) };
