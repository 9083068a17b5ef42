/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Series of the parties to treaties: disarmament, climate, the sea, crime. */
#include "model/symbol/series.h"

static const ChnSeries rows[] = {
  /* Disarmament and its forerunners */
  { "NPT/CONF.{cycle}/PC.{roman}/{document}", "npt.prepcom", "document" },
  { "NPT/CONF.{cycle}/{document}", "npt.revcon", "document" },
  { "NPT/{document}", "npt", "document" },
  { "BWC/CONF.{roman}/PC/{document}", "bwc.prepcom", "document" },
  { "BWC/CONF.{roman}/{document}", "bwc.revcon", "document" },
  { "BWC/MSP/{year}/{document}", "bwc.msp", "document" },
  { "BWC/{document}", "bwc", "document" },
  { "CCW/CONF.{roman}/{document}", "ccw.revcon", "document" },
  { "CCW/GGE.{name}/{year}/{document}", "ccw.gge", "document" },
  { "CCW/GGE/{document}", "ccw.gge", "document" },
  { "CCW/MSP/{year}/{document}", "ccw.msp", "document" },
  { "CCW/{document}", "ccw", "document" },
  { "APLC/CONF/{year}/{document}", "apmbc.revcon", "document" },
  { "APLC/MSP.{session}/{year}/{document}", "apmbc.msp", "document" },
  { "APLC/{document}", "apmbc", "document" },
  { "CCM/CONF/{year}/{document}", "ccm.revcon", "document" },
  { "CCM/MSP/{year}/{document}", "ccm", "document" },
  { "CCM/{document}", "ccm", "document" },
  { "ATT/CSP{session}/{year}/{document}", "att", "document" },
  { "ATT/{document}", "att", "document" },
  { "TPNW/MSP/{year}/{document}", "tpnw", "document" },
  { "TPNW/{document}", "tpnw", "document" },
  { "ENDC/{document}", "un.endc", "document" },
  { "CCD/{document}", "un.ccd", "document" },
  { "CD/{document}", "un.cd", "document" },
  { "DC/PV.{number}", "un.ga.undc", "verbatim-record" },

  /* Climate and nature */
  { "{number}/CP.{session}", "unfccc.cop", "decision" },
  { "{number}/CMP.{session}", "unfccc.cmp", "decision" },
  { "{number}/CMA.{session}", "unfccc.cma", "decision" },
  { "FCCC/CP/{year}/{document}", "unfccc.cop", "document" },
  { "FCCC/{name}/{year}/{document}", "unfccc", "document" },
  { "FCCC/{document}", "unfccc", "document" },
  { "CBD/COP/DEC/{session}/{number}", "cbd.cop", "decision" },
  { "CBD/COP/{session}/{document}", "cbd.cop", "document" },
  { "CBD/{document}", "cbd", "document" },
  { "UNEP/CBD/COP/{session}/{document}", "cbd.cop", "document" },
  { "UNEP/CBD/{document}", "cbd", "document" },

  /* Law of the sea */
  { "ISBA/{session}/A/{document}", "isa.assembly", "document" },
  { "ISBA/{session}/C/{document}", "isa.council", "document" },
  { "ISBA/{session}/{document}", "isa", "document" },
  { "ISBA/{document}", "isa", "document" },
  { "SPLOS/{session}/{document}", "unclos.msp", "document" },
  { "SPLOS/{number}", "unclos.msp", "document" },
  { "CLCS/{document}", "clcs", "document" },
  { "LOS/PCN/{document}", "unclos.prepcom", "document" },
  { "LOS/{document}", "unclos", "document" },

  /* Crime */
  { "CTOC/COP/{year}/{document}", "untoc", "document" },
  { "CTOC/{document}", "untoc", "document" },
  { "CAC/COSP/{year}/{document}", "uncac", "document" },
  { "CAC/{document}", "uncac", "document" },
};

const ChnSeriesTable chn_series_of_conferences = { rows, G_N_ELEMENTS (rows) };
