/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Symbols of all bodies, in tests/data/symbols.csv: whose they are, what they are, and of which year. */
#include <chancery/symbol.h>
#include <string.h>

#include "suite.h"

typedef struct {
  const char *body; /* in the words of the table */
  const char *forum;
} Body;

static const Body bodies[] = {
  { "1267 Committee", "un.sc.1267" },
  { "1540 Committee", "un.sc.1540" },
  { "1718 Committee", "un.sc.1718" },
  { "AU Assembly", "au.assembly" },
  { "AU Peace and Security Council", "au.psc" },
  { "Advisory Committee", "un.hrc.ac" },
  { "Anti-Personnel Mine Ban Convention Meeting", "apmbc.msp" },
  { "Anti-Personnel Mine Ban Convention Review Conference", "apmbc.revcon" },
  { "Arms Trade Treaty Conference", "att" },
  { "BWC Meeting of States Parties", "bwc.msp" },
  { "BWC Review Conference", "bwc.revcon" },
  { "CAT", "un.tb.cat" },
  { "CBD Conference", "cbd.cop" },
  { "CCPR", "un.tb.ccpr" },
  { "CCW Group of Governmental Experts", "ccw.gge" },
  { "CCW Meeting of High Contracting Parties", "ccw.msp" },
  { "CCW Review Conference", "ccw.revcon" },
  { "CD", "un.cd" },
  { "CEDAW", "un.tb.cedaw" },
  { "CESCR", "un.tb.cescr" },
  { "CRC", "un.tb.crc" },
  { "CTBT Article XIV Conference", "ctbt.art14" },
  { "CTBTO Preparatory Commission", "ctbto" },
  { "CTBTO Provisional Technical Secretariat", "ctbto.pts" },
  { "CTC", "un.sc.ctc" },
  { "Chief Executives Board", "un.ceb" },
  { "Commission on the Limits of the Continental Shelf", "clcs" },
  { "Committee on World Food Security", "fao.cfs" },
  { "Conference of States Parties to the CRPD", "un.tb.msp" },
  { "Conference of the Committee on Disarmament", "un.ccd" },
  { "Convention on Cluster Munitions Review Conference", "ccm.revcon" },
  { "Council of the EU", "eu.council" },
  { "Disarmament Commission", "un.ga.undc" },
  { "ECE", "un.ecosoc.ece" },
  { "ECLAC", "un.ecosoc.eclac" },
  { "ECOSOC", "un.ecosoc" },
  { "EMRIP", "un.hrc.emrip" },
  { "ESCAP", "un.ecosoc.escap" },
  { "Eighteen-Nation Committee on Disarmament", "un.endc" },
  { "European Commission", "eu.commission" },
  { "European Commission and High Representative", "eu.commission" },
  { "FAO Conference", "fao.conference" },
  { "FAO Council", "fao.council" },
  { "Forum on Minority Issues", "un.hrc.fmi" },
  { "General Assembly", "un.ga" },
  { "HRC Advisory Committee", "un.hrc.ac" },
  { "HRC Social Forum", "un.hrc.sf" },
  { "HRC special procedures", "un.hrc.sp" },
  { "HRC working group on peasants", "un.hrc.wg.peasants" },
  { "HRC working group on private military companies", "un.hrc.wg.pmsc" },
  { "HRC working group on transnational corporations", "un.hrc.wg.tnc" },
  { "Human Rights Committee", "un.tb.ccpr" },
  { "Human Rights Council", "un.hrc" },
  { "Human Rights Council organizational meeting", "un.hrc.om" },
  { "IAEA", "iaea" },
  { "IAEA Board of Governors", "iaea.bog" },
  { "IAEA General Conference", "iaea.gc" },
  { "ICAO Assembly", "icao.assembly" },
  { "ICAO Council", "icao.council" },
  { "ICC", "icc" },
  { "ICC Assembly of States Parties", "icc.asp" },
  { "ICC Review Conference", "icc.rc" },
  { "ICJ", "un.icj" },
  { "ICTR", "ictr" },
  { "ICTY", "icty" },
  { "ILO Governing Body", "ilo.gb" },
  { "IMO Assembly", "imo.assembly" },
  { "IMO Legal Committee", "imo.leg" },
  { "IMO MSC", "imo.msc" },
  { "INCB", "un.ecosoc.incb" },
  { "IRMCT", "irmct" },
  { "International Labour Conference", "ilo.ilc" },
  { "International Seabed Authority", "isa.assembly" },
  { "International Seabed Authority Council", "isa.council" },
  { "Joint Inspection Unit", "un.jiu" },
  { "Meeting of States Parties to UNCLOS", "unclos.msp" },
  { "Meeting of States parties", "un.tb.msp" },
  { "NPT Preparatory Committee", "npt.prepcom" },
  { "NPT Review Conference", "npt.revcon" },
  { "OAS General Assembly", "oas.ga" },
  { "OAS Permanent Council", "oas.pc" },
  { "OPCW Conference of the States Parties", "opcw.csp" },
  { "OPCW Executive Council", "opcw.ec" },
  { "OPCW Review Conference", "opcw.rc" },
  { "OPCW Technical Secretariat", "opcw.ts" },
  { "OSCE Ministerial Council", "osce.mc" },
  { "OSCE Permanent Council", "osce.pc" },
  { "Peacebuilding Commission", "un.pbc" },
  { "Permanent Forum on People of African Descent", "un.hrc.pfpad" },
  { "Preparatory Commission for the ICC", "icc.prepcom" },
  { "SCSL", "scsl" },
  { "SPT", "un.tb.spt" },
  { "Secretariat", "un.secretariat" },
  { "Secretary-General as depositary", "un.treaties" },
  { "Security Council", "un.sc" },
  { "Sub-Commission", "un.ecosoc.chr.sub" },
  { "Sub-Commission, last session", "un.ecosoc.chr.sub" },
  { "TPNW Meeting of States Parties", "tpnw" },
  { "Trusteeship Council", "un.tc" },
  { "UN Administrative Tribunal", "un.unadt" },
  { "UN Appeals Tribunal", "un.unat" },
  { "UN Dispute Tribunal", "un.undt" },
  { "UN Environment Assembly", "un.unea" },
  { "UN Information Service", "un.press" },
  { "UN press release", "un.press" },
  { "UN-Habitat Assembly", "un.habitat.ha" },
  { "UN-Women", "un.women" },
  { "UNAIDS", "un.unaids" },
  { "UNCAC Conference", "uncac" },
  { "UNCITRAL Working Group II", "un.ga.uncitral" },
  { "UNCLOS PrepCom", "unclos.prepcom" },
  { "UNDP/UNFPA", "un.undp" },
  { "UNESCO Executive Board", "unesco.eb" },
  { "UNESCO General Conference", "unesco.gc" },
  { "UNFCCC", "unfccc.cop" },
  { "UNFCCC Conference", "unfccc.cop" },
  { "UNHCR", "un.unhcr" },
  { "UNHCR Standing Committee", "un.unhcr.sc" },
  { "UNICEF Executive Board", "un.unicef" },
  { "UNIDO Board", "unido.idb" },
  { "UNIDO General Conference", "unido.gc" },
  { "UNOG press release", "un.press" },
  { "UNTOC Conference", "untoc" },
  { "WFP Executive Board", "un.wfp.eb" },
  { "WGEID", "un.hrc.sp.wgeid" },
  { "WHO Executive Board", "who.eb" },
  { "WIPO", "wipo" },
  { "WTO", "wto" },
  { "WTO General Council", "wto.gc" },
  { "WTO Ministerial", "wto.mc" },
  { "World Health Assembly", "who.wha" },
  { "World Heritage Committee", "unesco.whc" },
  { "document number", "un.secretariat" },
  { "treaty bodies", "un.tb" },
};

typedef struct {
  const char *kind;  /* in the words of the table */
  const char *known; /* the kinds that it is here, with blanks between */
} Kind;

/* A report, letter or study is a document: of most series no word in the symbol tells which. */
static const Kind kinds[] = {
  { "NGO submission", "ngo-submission" },
  { "State report", "state-report" },
  { "agenda", "agenda document" },
  { "case", "case" },
  { "circular", "circular" },
  { "communication", "communication document" },
  { "communications", "list-of-communications" },
  { "communiqu\303\251", "communique" },
  { "compilation", "compilation" },
  { "concluding observations", "concluding-observations" },
  { "decision", "decision" },
  { "decisions", "document" },
  { "declaration", "declaration" },
  { "document", "document information" },
  { "draft", "limited document" },
  { "general comment", "general-comment" },
  { "guidelines", "guidelines document" },
  { "information", "information" },
  { "job number", "job-number" },
  { "joint communication", "joint-communication" },
  { "judgment", "judgment" },
  { "letter", "document" },
  { "list entry", "list-entry" },
  { "national report", "national-report" },
  { "note", "note" },
  { "note verbale", "note-verbale" },
  { "notification", "depositary-notification" },
  { "panel report", "panel-report" },
  { "paper", "conference-room-paper working-paper" },
  { "petition", "petition" },
  { "presidential statement", "presidential-statement" },
  { "press", "press-release" },
  { "programme", "programme" },
  { "publication", "document" },
  { "record", "verbatim-record summary-record record" },
  { "regulation", "regulation" },
  { "report", "document report national-report" },
  { "resolution", "resolution" },
  { "rules", "document" },
  { "rules of procedure", "document" },
  { "situation", "situation" },
  { "study", "document" },
  { "submission", "submission" },
  { "warrant", "court-record" },
  { "working paper", "working-paper" },
};

typedef struct {
  const char *symbol;
  const char *column;
  const char *reason;
} Untold;

/* What the symbol does not tell. */
static const Untold untold[] = {
  { "GOV/2003/3", "kind", "the Board numbers its resolutions among its documents" },
  { "GOV/2003/14", "kind", "the Board numbers its resolutions among its documents" },
  { "GOV/2636", "kind", "the Board numbers its resolutions among its documents" },
  { "GOV/2645", "kind", "the Board numbers its resolutions among its documents" },
  { "GOV/2639", "kind", "the Board numbers its resolutions among its documents" },
  { "GOV/2692", "kind", "the Board numbers its resolutions among its documents" },
  { "GOV/2711", "kind", "the Board numbers its resolutions among its documents" },
  { "GOV/2742", "kind", "the Board numbers its resolutions among its documents" },
  { "GOV/2002/60", "kind", "the Board numbers its resolutions among its documents" },
  { "GOV/2005/77", "kind", "the Board numbers its resolutions among its documents" },
  { "GOV/2006/14", "kind", "the Board numbers its resolutions among its documents" },
  { "GOV/2009/82", "kind", "the Board numbers its resolutions among its documents" },
  { "ICC-01/04-01/06-2842", "kind", "records of a case are numbered through, judgments among them" },
  { "I.C.J. Reports 1986, p. 14", "kind", "the Reports have judgments, opinions and orders" },
  { "WT/L/540", "kind", "decisions are numbered among other documents" },
  { "(EU) 2017/1509", "kind", "regulations, directives and decisions share their numbers" },
  { "INFCIRC/66/Rev.2", "year", "a revision has a later date than its number tells" },
  { "INFCIRC/225/Rev.5", "year", "a revision has a later date than its number tells" },
  { "CLCS/40/Rev.1", "year", "a revision has a later date than its number tells" },
  { "ICC-01/04-01/06-2842", "year", "the years are those of the situation and the case" },
  { "ICC-02/05-01/09-1", "year", "the years are those of the situation and the case" },
  { "IT-94-1-T", "year", "the year is that of the indictment" },
  { "ICTR-96-4-T", "year", "the year is that of the indictment" },
  { "SCSL-03-01-T", "year", "the year is that of the indictment" },
  { "INT/CEDAW/NGO/PRK/29163", "year", "submissions are numbered through, and no table bounds the number" },
  { "INT/CRC/NGO/PRK/28307", "year", "submissions are numbered through, and no table bounds the number" },
  { "MSC.1/Circ.1599", "year", "circulars are numbered through, and no table bounds the number" },
  { "WT/DS590/R", "year", "disputes are numbered as they begin, and reports come years later" },
  { "CEDAW/C/PRK/CO/2-4", "year", "a committee numbers observations by the reports of the State" },
  { "A/HRC/AC/16/1/Add.1", "year", "the agenda was issued in the year before the session" },
  { "CCPR/C/SR.1944", "year", "meetings are numbered through, and no table bounds the number" },
  { "L/T/4435", "year", "releases are numbered through, and no table of this series bounds the number" },
  { "ORG/1593", "year", "releases are numbered through, and no table of this series bounds the number" },
  { "PI/2111", "year", "releases are numbered through, and no table of this series bounds the number" },
  { "NGO/800", "year", "releases are numbered through, and no table of this series bounds the number" },
  { "ENV/DEV/1000", "year", "releases are numbered through, and no table of this series bounds the number" },
  { "SEA/2011", "year", "releases are numbered through, and no table of this series bounds the number" },
  { "TAD/1990", "year", "releases are numbered through, and no table of this series bounds the number" },
  { "PKO/200", "year", "releases are numbered through, and no table of this series bounds the number" },
  { "PAL/2188", "year", "releases are numbered through, and no table of this series bounds the number" },
  { "OBV/1414", "year", "releases are numbered through, and no table of this series bounds the number" },
  { "BIO/4566", "year", "releases are numbered through, and no table of this series bounds the number" },
};

enum { SYMBOL, BODY, KIND, YEAR, COLUMNS };

static const char *const columns[COLUMNS] = { "symbol", "body", "kind", "year" };

/* Cuts a line at its commas, those within quotes left. */
static void
split (char *line, char *cell[COLUMNS])
{
  for (guint i = 0; i < COLUMNS; i++) {
    gboolean quoted = line && *line == '"';
    cell[i] = line ? line + quoted : NULL;
    char *end = line ? strchr (cell[i], quoted ? '"' : ',') : NULL;
    line = end ? end + 1 + quoted : NULL;
    if (end)
      *end = '\0';
  }
}

static const char *
find_reason (const char *symbol, guint column)
{
  for (gsize i = 0; i < G_N_ELEMENTS (untold); i++)
    if (strcmp (untold[i].symbol, symbol) == 0 && strcmp (untold[i].column, columns[column]) == 0)
      return untold[i].reason;
  return NULL;
}

static void
check (gboolean told, char *const cell[COLUMNS], guint column, const char *found)
{
  const char *reason = find_reason (cell[SYMBOL], column);
  if (!told && !reason)
    CHN_FAIL ("%s: %s is %s, not %s", cell[SYMBOL], columns[column], found, cell[column]);
  if (told && reason)
    CHN_FAIL ("%s: %s is told after all: %s", cell[SYMBOL], columns[column], reason);
}

static const char *
find_forum (const char *body, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
    if (strlen (bodies[i].body) == length && strncmp (bodies[i].body, body, length) == 0)
      return bodies[i].forum;
  CHN_FAIL ("%s is no body of this test", body);
  return "";
}

/* Whether the forum is the one, or below it: a special session is one of the body's. */
static gboolean
is_within (const char *forum, const char *above)
{
  gsize length = strlen (above);
  return forum && strncmp (forum, above, length) == 0 && (forum[length] == '\0' || forum[length] == '.');
}

/* One body, or two of a document with two symbols. */
static gboolean
has_bodies (const ChnSymbol *symbol, const char *body)
{
  const char *semicolon = strchr (body, ';');
  const ChnSymbol *parallel = chn_symbol_get_parallel (symbol);
  gsize length = semicolon ? (gsize) (semicolon - body) : strlen (body);
  if (!is_within (chn_symbol_get_forum (symbol), find_forum (body, length)) || !parallel != !semicolon)
    return FALSE;
  return !semicolon ||
         is_within (chn_symbol_get_forum (parallel), find_forum (semicolon + 2, strlen (semicolon + 2)));
}

static gboolean
is_kind (const ChnSymbol *symbol, const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].kind, kind) == 0) {
      g_auto (GStrv) known = g_strsplit (kinds[i].known, " ", -1);
      return g_strv_contains ((const char *const *) known, chn_symbol_get_kind (symbol));
    }
  CHN_FAIL ("%s is no kind of this test", kind);
  return FALSE;
}

/* The year that the symbol tells, or one of the few that it leaves open. */
static gboolean
is_of_year (const ChnSymbol *symbol, const char *text)
{
  gint64 year = g_ascii_strtoll (text, NULL, 10);
  g_autofree char *next_text = g_strdup_printf ("%d", (int) year);
  g_autoptr (ChnDate) date = chn_date_parse (next_text, -1, NULL);
  ChnDate *dates = chn_symbol_get_dates (symbol);
  if (chn_symbol_get_year (symbol) != 0 || !dates)
    return chn_symbol_get_year (symbol) == year;
  const ChnDateBounds *told = chn_date_get_bounds (dates), *asked = chn_date_get_bounds (date);
  return told->earliest <= asked->latest && told->latest >= asked->earliest;
}

static void
check_row (char *const cell[COLUMNS])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnSymbol) symbol = chn_symbol_parse (cell[SYMBOL], -1, &error);
  if (!symbol) {
    CHN_FAIL ("%s: %s", cell[SYMBOL], error->message);
    return;
  }
  const char *forum = chn_symbol_get_forum (symbol);
  g_autofree char *year = g_strdup_printf ("%d", chn_symbol_get_year (symbol));
  check (has_bodies (symbol, cell[BODY]), cell, BODY, forum ? forum : "unknown");
  check (is_kind (symbol, cell[KIND]), cell, KIND, chn_symbol_get_kind (symbol));
  if (cell[YEAR] && *cell[YEAR])
    check (is_of_year (symbol, cell[YEAR]), cell, YEAR, year);
}

static void
test_rows (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("CHANCERY_TEST_DATA"), "symbols.csv", NULL), *text = NULL;
  CU_ASSERT_TRUE_FATAL (g_file_get_contents (path, &text, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_rows = 0;
  for (guint i = 1; lines[i] && *lines[i]; i++, n_rows++) {
    char *cell[COLUMNS];
    split (lines[i], cell);
    check_row (cell);
  }
  CHN_ASSERT_INT (n_rows, 289);
}

static const ChnTest tests[] = {
  { "body, kind and year of each row", test_rows },
};

CHN_SUITE ("model/symbol-table", tests)
