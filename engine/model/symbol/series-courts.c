/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Series of courts and tribunals, and of the Assembly behind the International Criminal Court. */
#include "model/symbol/series.h"

static const ChnSeries rows[] = {
  { "ICC-ASP/{session}/Res.{number}", "icc.asp", "resolution" },
  { "ICC-ASP/{session}/Decl.{number}", "icc.asp", "declaration" },
  { "ICC-ASP/{session}/{document}", "icc.asp", "document" },
  { "RC/Res.{number}", "icc.rc", "resolution" },
  { "RC/Decl.{number}", "icc.rc", "declaration" },
  { "RC/{document}", "icc.rc", "document" },
  { "PCNICC/{year}/{document}", "icc.prepcom", "document" },

  /* A situation, a case in it, a record of either. */
  { "ICC-{name}/{name}-{name}/{name}-{document}", "icc", "court-record" },
  { "ICC-{name}/{name}-{name}/{name}", "icc", "case" },
  { "ICC-{name}/{name}-{document}", "icc", "court-record" },
  { "ICC-{number}/{yy}", "icc", "situation" },

  { "I.C.J. Reports {year}, p. {number}", "un.icj", "court-report" },
  { "P.C.I.J., Series {document}", "un.icj", "court-report" },
  { "IT-{name}-{document}", "icty", "case" },
  { "ICTR-{name}-{document}", "ictr", "case" },
  { "MICT-{name}-{document}", "irmct", "case" },
  { "SCSL-{name}-{document}", "scsl", "case" },
  { "STL-{name}-{document}", "stl", "case" },
  { "ITLOS/{document}", "itlos", "document" },

  { "AT/DEC/{document}", "un.unadt", "judgment" },
  { "UNDT/{year}/{document}", "un.undt", "judgment" },
  { "{year}-UNAT-{number}", "un.unat", "judgment" },
};

const ChnSeriesTable chn_series_of_courts = { rows, G_N_ELEMENTS (rows) };
