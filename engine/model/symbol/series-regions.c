/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Series of regional organizations. */
#include "model/symbol/series.h"

static const ChnSeries rows[] = {
  /* Organization for Security and Co-operation in Europe */
  { "PC.DEC/{number}", "osce.pc", "decision" },
  { "PC.{name}/{document}", "osce.pc", "document" },
  { "MC.DEC/{number}/{yy}", "osce.mc", "decision" },
  { "MC.{name}/{number}/{yy}", "osce.mc", "document" },
  { "FSC.DEC/{number}/{yy}", "osce.fsc", "decision" },
  { "FSC.{name}/{document}", "osce.fsc", "document" },

  /* European Union */
  { "COM({year}) {document}", "eu.commission", "communication" },
  { "COM/{year}/{document}", "eu.commission", "communication" },
  { "JOIN({year}) {document}", "eu.commission", "joint-communication" },
  { "JOIN/{year}/{document}", "eu.commission", "joint-communication" },
  { "SWD({year}) {document}", "eu.commission", "working-paper" },
  { "{year}/{number}/CFSP", "eu.council", "decision" },
  { "(CFSP) {year}/{number}", "eu.council", "decision" },
  { "(EU, Euratom) {year}/{number}", "eu.council", "legal-act" },
  { "(EU) {year}/{number}", "eu.council", "legal-act" },
  { "(EU) No {number}/{year}", "eu.council", "regulation" },
  { "(EC) No {number}/{year}", "eu.council", "regulation" },

  /* African Union */
  { "PSC/PR/COMM.({roman})", "au.psc", "communique" },
  { "PSC/PR/COMM.{number}({roman})", "au.psc", "communique" },
  { "PSC/PR/COMM.{document}", "au.psc", "communique" },
  { "PSC/PR/{name}.({roman})", "au.psc", "document" },
  { "PSC/PR/{name}.{number}({roman})", "au.psc", "document" },
  { "PSC/{document}", "au.psc", "document" },
  { "Assembly/AU/Dec.{number}({roman})", "au.assembly", "decision" },
  { "Assembly/AU/Decl.{number}({roman})", "au.assembly", "declaration" },
  { "Assembly/AU/{document}", "au.assembly", "document" },
  { "EX.CL/Dec.{number}({roman})", "au.ec", "decision" },
  { "EX.CL/{document}", "au.ec", "document" },

  /* Organization of American States: session and year, or meeting and year */
  { "AG/RES. {number} ({roman}-O/{yy})", "oas.ga", "resolution" },
  { "AG/RES. {number} ({roman}-E/{yy})", "oas.ga", "resolution" },
  { "AG/DEC. {number} ({roman}-O/{yy})", "oas.ga", "declaration" },
  { "AG/{document}", "oas.ga", "document" },
  { "CP/RES. {number} ({name}/{yy})", "oas.pc", "resolution" },
  { "CP/DEC. {number} ({name}/{yy})", "oas.pc", "declaration" },
  { "CP/{document}", "oas.pc", "document" },
};

const ChnSeriesTable chn_series_of_regions = { rows, G_N_ELEMENTS (rows) };
