/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Document symbols: what is read from them, how they are spelled, what is refused and what is suggested. */
#include <chancery/error.h>
#include <chancery/symbol.h>

#include "base/civil.h"
#include "suite.h"

typedef struct {
  const char *text, *canonical, *organ, *forum, *kind, *session;
  int year;
  const char *number, *modifiers, *base, *dates;
} Case;

static const Case cases[] = {
  { "A/RES/69/188", "A/RES/69/188", "A", "un.ga", "resolution", "69", 0, "188", NULL, "A/RES/69/188",
    "2014-09/2015-09" },
  { "A/RES/60/173", "A/RES/60/173", "A", "un.ga", "resolution", "60", 0, "173", NULL, "A/RES/60/173",
    "2005-09/2006-09" },
  { "A/RES/217(III)[A]", "A/RES/217(III)[A]", "A", "un.ga", "resolution", "3", 0, "217", "part A", "A/RES/217(III)",
    "1948-09/1949-05" },
  { "A/RES/217 A (III)", "A/RES/217(III)[A]", "A", "un.ga", "resolution", "3", 0, "217", "part A", "A/RES/217(III)",
    "1948-09/1949-05" },
  { "A/RES/3314(XXIX)", "A/RES/3314(XXIX)", "A", "un.ga", "resolution", "29", 0, "3314", NULL, "A/RES/3314(XXIX)",
    "1974-09/1975-09" },
  { "A/RES/3201(S-VI)", "A/RES/3201(S-VI)", "A", "un.ga.ss", "resolution", "S-6", 1974, "3201", NULL,
    "A/RES/3201(S-VI)", "1974" },
  { "A/RES/ES-10/21", "A/RES/ES-10/21", "A", "un.ga.es", "resolution", "ES-10", 0, "21", NULL, "A/RES/ES-10/21",
    NULL },
  { "A/RES/377(V)", "A/RES/377(V)", "A", "un.ga", "resolution", "5", 0, "377", NULL, "A/RES/377(V)",
    "1950-09/1951-11" },
  { "A/RES/48/141 B", "A/RES/48/141[B]", "A", "un.ga", "resolution", "48", 0, "141", "part B", "A/RES/48/141",
    "1993-09/1994-09" },
  { "S/RES/2270 (2016)", "S/RES/2270 (2016)", "S", "un.sc", "resolution", NULL, 2016, "2270", NULL,
    "S/RES/2270 (2016)", "2016" },
  { "S/RES/2321(2016)", "S/RES/2321 (2016)", "S", "un.sc", "resolution", NULL, 2016, "2321", NULL,
    "S/RES/2321 (2016)", "2016" },
  { "S/RES/2321", "S/RES/2321", "S", "un.sc", "resolution", NULL, 2016, "2321", NULL, "S/RES/2321", "2016" },
  { "S/RES/82(1950)", "S/RES/82 (1950)", "S", "un.sc", "resolution", NULL, 1950, "82", NULL, "S/RES/82 (1950)",
    "1950" },
  { "S/PV.7353", "S/PV.7353", "S", "un.sc", "verbatim-record", NULL, 2014, "7353", NULL, "S/PV.7353", "2014" },
  { "S/PV.7353 (Resumption 1)", "S/PV.7353 (Resumption 1)", "S", "un.sc", "verbatim-record", NULL, 2014, "7353",
    "Resumption 1", "S/PV.7353", "2014" },
  { "S/PV.4833(Part ii)", "S/PV.4833 (Part II)", "S", "un.sc", "verbatim-record", NULL, 2003, "4833", "Part II",
    "S/PV.4833", "2003" },
  { "S/2014/872", "S/2014/872", "S", "un.sc", "document", NULL, 2014, "872", NULL, "S/2014/872", "2014" },
  { "S/2014/276", "S/2014/276", "S", "un.sc", "document", NULL, 2014, "276", NULL, "S/2014/276", "2014" },
  { "S/25405", "S/25405", "S", "un.sc", "document", NULL, 1993, "25405", NULL, "S/25405", "1993" },
  { "S/PRST/2012/13", "S/PRST/2012/13", "S", "un.sc", "presidential-statement", NULL, 2012, "13", NULL,
    "S/PRST/2012/13", "2012" },
  { "S/AC.49/2017/1", "S/AC.49/2017/1", "S/AC.49", "un.sc.1718", "document", NULL, 2017, "1", NULL, "S/AC.49/2017/1",
    "2017" },
  { "A/HRC/RES/25/25", "A/HRC/RES/25/25", "A/HRC", "un.hrc", "resolution", "25", 2014, "25", NULL, "A/HRC/RES/25/25",
    "2014-03" },
  { "A/HRC/RES/22/13", "A/HRC/RES/22/13", "A/HRC", "un.hrc", "resolution", "22", 2013, "13", NULL, "A/HRC/RES/22/13",
    "2013-02/2013-03" },
  { "A/HRC/RES/07/15", "A/HRC/RES/7/15", "A/HRC", "un.hrc", "resolution", "7", 2008, "15", NULL, "A/HRC/RES/7/15",
    "2008-03/2008-04" },
  { "A/HRC/25/63", "A/HRC/25/63", "A/HRC", "un.hrc", "document", "25", 2014, "63", NULL, "A/HRC/25/63", "2014-03" },
  { "A/HRC/25/25", "A/HRC/25/25", "A/HRC", "un.hrc", "document", "25", 2014, "25", NULL, "A/HRC/25/25", "2014-03" },
  { "A/HRC/25/CRP.1", "A/HRC/25/CRP.1", "A/HRC", "un.hrc", "conference-room-paper", "25", 2014, "1", NULL,
    "A/HRC/25/CRP.1", "2014-03" },
  { "A/HRC/25/NGO/12", "A/HRC/25/NGO/12", "A/HRC", "un.hrc", "ngo-statement", "25", 2014, "12", NULL,
    "A/HRC/25/NGO/12", "2014-03" },
  { "A/HRC/WG.6/19/PRK/1", "A/HRC/WG.6/19/PRK/1", "A/HRC", "un.hrc.upr", "upr-document", "19", 2014, "1",
    "country PRK", "A/HRC/WG.6/19/PRK/1", "2014-04/2014-05" },
  { "A/HRC/WG.6/6/L.12", "A/HRC/WG.6/6/L.12", "A/HRC", "un.hrc.upr", "limited", "6", 2009, "12", NULL,
    "A/HRC/WG.6/6/L.12", "2009-11/2009-12" },
  { "A/HRC/27/10/Add.1", "A/HRC/27/10/Add.1", "A/HRC", "un.hrc", "document", "27", 2014, "10", "Add.1", "A/HRC/27/10",
    "2014-09" },
  { "A/HRC/S-17/2/Add.1", "A/HRC/S-17/2/Add.1", "A/HRC", "un.hrc.ss", "document", "S-17", 2011, "2", "Add.1",
    "A/HRC/S-17/2", "2011" },
  { "A/HRC/RES/S-17/1", "A/HRC/RES/S-17/1", "A/HRC", "un.hrc.ss", "resolution", "S-17", 2011, "1", NULL,
    "A/HRC/RES/S-17/1", "2011" },
  { "A/C.3/69/L.28/Rev.1", "A/C.3/69/L.28/Rev.1", "A/C.3", "un.ga.c3", "limited", "69", 0, "28", "Rev.1",
    "A/C.3/69/L.28", "2014-09/2015-09" },
  { "A/C.3/69/L.28/Rev.1*", "A/C.3/69/L.28/Rev.1", "A/C.3", "un.ga.c3", "limited", "69", 0, "28", "Rev.1; reissue *",
    "A/C.3/69/L.28", "2014-09/2015-09" },
  { "A/C.3/69/L.63", "A/C.3/69/L.63", "A/C.3", "un.ga.c3", "limited", "69", 0, "63", NULL, "A/C.3/69/L.63",
    "2014-09/2015-09" },
  { "A/C.3/69/SR.46", "A/C.3/69/SR.46", "A/C.3", "un.ga.c3", "summary-record", "69", 0, "46", NULL, "A/C.3/69/SR.46",
    "2014-09/2015-09" },
  { "A/C.3/78/L.60/ Rev.1", "A/C.3/78/L.60/Rev.1", "A/C.3", "un.ga.c3", "limited", "78", 0, "60", "Rev.1",
    "A/C.3/78/L.60", "2023-09/2024-09" },
  { "A/69/PV.73", "A/69/PV.73", "A", "un.ga", "verbatim-record", "69", 0, "73", NULL, "A/69/PV.73",
    "2014-09/2015-09" },
  { "A/PV.183", "A/PV.183", "A", "un.ga", "verbatim-record", NULL, 0, "183", NULL, "A/PV.183", NULL },
  { "A/69/488/Add.3", "A/69/488/Add.3", "A", "un.ga", "document", "69", 0, "488", "Add.3", "A/69/488",
    "2014-09/2015-09" },
  { "A/69/488/Add.3/Rev.1/Corr.2", "A/69/488/Add.3/Rev.1/Corr.2", "A", "un.ga", "document", "69", 0, "488",
    "Add.3; Rev.1; Corr.2", "A/69/488", "2014-09/2015-09" },
  { "A/71/L.33", "A/71/L.33", "A", "un.ga", "limited", "71", 0, "33", NULL, "A/71/L.33", "2016-09/2017-09" },
  { "A/ES-10/L.25", "A/ES-10/L.25", "A", "un.ga.es", "limited", "ES-10", 0, "25", NULL, "A/ES-10/L.25", NULL },
  { "A/61/53 (SUPP)", "A/61/53", "A", "un.ga", "document", "61", 0, "53", "Supplement", "A/61/53",
    "2006-09/2007-09" },
  { "A/SPC/31/SR.1", "A/SPC/31/SR.1", "A/SPC", "un.ga.c4", "summary-record", "31", 0, "1", NULL, "A/SPC/31/SR.1",
    "1976-09/1977-09" },
  { "E/CN.4/RES/2003/10", "E/CN.4/RES/2003/10", "E/CN.4", "un.ecosoc.chr", "resolution", NULL, 2003, "10", NULL,
    "E/CN.4/RES/2003/10", "2003" },
  { "E/CN.4/2003/135", "E/CN.4/2003/135", "E/CN.4", "un.ecosoc.chr", "document", NULL, 2003, "135", NULL,
    "E/CN.4/2003/135", "2003" },
  { "E/CN.4/Sub.2/RES/1997/3", "E/CN.4/SUB.2/RES/1997/3", "E/CN.4/SUB.2", "un.ecosoc.chr.sub", "resolution", NULL,
    1997, "3", NULL, "E/CN.4/SUB.2/RES/1997/3", "1997" },
  { "E/2003/23", "E/2003/23", "E", "un.ecosoc", "document", NULL, 2003, "23", NULL, "E/2003/23", "2003" },
  { "E/C.12/PRK/CO/1", "E/C.12/PRK/CO/1", "E/C.12", "un.tb.cescr", "concluding-observations", NULL, 0, "1",
    "country PRK", "E/C.12/PRK/CO/1", NULL },
  { "ST/SGB/2016/9", "ST/SGB/2016/9", "ST", "un.secretariat", "bulletin", NULL, 2016, "9", NULL, "ST/SGB/2016/9",
    "2016" },
  { "CEDAW/C/PRK/CO/2-4", "CEDAW/C/PRK/CO/2-4", "CEDAW", "un.tb.cedaw", "concluding-observations", NULL, 0, "2-4",
    "country PRK", "CEDAW/C/PRK/CO/2-4", NULL },
  { "CCPR/C/112/D/2120/2011", "CCPR/C/112/D/2120/2011", "CCPR", "un.tb.ccpr", "communication", "112", 2011, "2120",
    NULL, "CCPR/C/112/D/2120/2011", "2011" },
  { "CRC/C/15/Add.88", "CRC/C/15/Add.88", "CRC", "un.tb.crc", "concluding-observations", NULL, 1998, "15", "Add.88",
    "CRC/C/15", "1998" },
  { "A/CONF.183/9", "A/CONF.183/9", "A/CONF.183", "un.conf", "document", NULL, 0, "9", NULL, "A/CONF.183/9", NULL },
  { "GA/SHC/4122", "GA/SHC/4122", "press", "un.press", "press-release", NULL, 2014, "4122", NULL, "GA/SHC/4122",
    "2014" },
  { "SC/12615", "SC/12615", "press", "un.press", "press-release", NULL, 2016, "12615", NULL, "SC/12615", "2016" },
  { "A_RES_69_188", "A/RES/69/188", "A", "un.ga", "resolution", "69", 0, "188", NULL, "A/RES/69/188",
    "2014-09/2015-09" },
  { "A_C.3_69_L.28_Rev.1-EN.pdf", "A/C.3/69/L.28/Rev.1", "A/C.3", "un.ga.c3", "limited", "69", 0, "28", "Rev.1",
    "A/C.3/69/L.28", "2014-09/2015-09" },
  { "S_RES_2270_(2016)-EN.pdf", "S/RES/2270 (2016)", "S", "un.sc", "resolution", NULL, 2016, "2270", NULL,
    "S/RES/2270 (2016)", "2016" },
  { "a/res/69/188", "A/RES/69/188", "A", "un.ga", "resolution", "69", 0, "188", NULL, "A/RES/69/188",
    "2014-09/2015-09" },
  { "  a/hrc/25/crp. 1 ", "A/HRC/25/CRP.1", "A/HRC", "un.hrc", "conference-room-paper", "25", 2014, "1", NULL,
    "A/HRC/25/CRP.1", "2014-03" },
  { "S/RES/2270\302\240(2016)", "S/RES/2270 (2016)", "S", "un.sc", "resolution", NULL, 2016, "2270", NULL,
    "S/RES/2270 (2016)", "2016" },
};

static void
check_case (const Case *c, const ChnSymbol *symbol)
{
  CHN_ASSERT_STRING (chn_symbol_get_text (symbol), c->canonical);
  CHN_ASSERT_STRING (chn_symbol_get_organ (symbol), c->organ);
  CHN_ASSERT_STRING (chn_symbol_get_forum (symbol), c->forum);
  CHN_ASSERT_STRING (chn_symbol_get_kind (symbol), c->kind);
  CHN_ASSERT_STRING (chn_symbol_get_session (symbol), c->session);
  CHN_ASSERT_INT (chn_symbol_get_year (symbol), c->year);
  CHN_ASSERT_STRING (chn_symbol_get_number (symbol), c->number);
  CHN_ASSERT_STRING (chn_symbol_get_modifiers (symbol), c->modifiers);
  CHN_ASSERT_STRING (chn_symbol_get_base (symbol), c->base);
  ChnDate *dates = chn_symbol_get_dates (symbol);
  CHN_ASSERT_STRING (dates ? chn_date_get_text (dates) : NULL, c->dates);
}

static void
test_reading (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (ChnSymbol) symbol = chn_symbol_parse (cases[i].text, -1, &error);
    if (symbol)
      check_case (&cases[i], symbol);
    else
      CHN_FAIL ("%s: %s", cases[i].text, error->message);
  }
}

static void
test_canonical_text_is_stable (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (ChnSymbol) symbol = chn_symbol_parse (cases[i].canonical, -1, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL (symbol);
    CHN_ASSERT_STRING (chn_symbol_get_text (symbol), cases[i].canonical);
    g_autoptr (ChnSymbol) base = chn_symbol_parse (cases[i].base, -1, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL (base);
    CHN_ASSERT_STRING (chn_symbol_get_base (base), cases[i].base);
  }
}

typedef struct {
  const char *text;
  ChnError code;
  gsize offset, length;
  const char *hint;
} Refusal;

static const Refusal refusals[] = {
  { "", CHN_ERROR_SYNTAX, 0, 0, NULL },
  { "A", CHN_ERROR_SYNTAX, 1, 0, NULL },
  { "A/", CHN_ERROR_SYNTAX, 2, 0, NULL },
  { "A//RES", CHN_ERROR_SYNTAX, 2, 0, NULL },
  { "S/RES/72/188", CHN_ERROR_SYNTAX, 9, 3, "write A/RES/72/188" },
  { "S/RES/2321/2016", CHN_ERROR_SYNTAX, 11, 4, "write S/RES/2321 (2016)" },
  { "A/RES/2321 (2016)", CHN_ERROR_SYNTAX, 6, 11, "write S/RES/2321 (2016)" },
  { "A/HRC/WG/6/19/PRK/1", CHN_ERROR_SYNTAX, 6, 2, "write A/HRC/WG.6/19/PRK/1" },
  { "A/HRC/25/RES/25", CHN_ERROR_SYNTAX, 9, 3, "write A/HRC/RES/25/25" },
  { "A/C.3/69/L28", CHN_ERROR_SYNTAX, 9, 3, "write A/C.3/69/L.28" },
  { "A/C3/69/L.28", CHN_ERROR_SYNTAX, 2, 2, "write A/C.3/69/L.28" },
  { "A/RES/69", CHN_ERROR_SYNTAX, 8, 0, "write A/RES/69/ and the number that it has in session 69" },
  { "A/RES/25/25", CHN_ERROR_RANGE, 6, 2, "write A/HRC/RES/25/25" },
  { "A/RES/377(XXXI)", CHN_ERROR_RANGE, 6, 9, NULL },
  { "A/RES/377(IIII)", CHN_ERROR_SYNTAX, 9, 6, NULL },
  { "A/RES/69/188/12", CHN_ERROR_SYNTAX, 13, 2, NULL },
  { "A/RES/69/188/Rev", CHN_ERROR_SYNTAX, 13, 3, NULL },
  { "A/RES/69/188.", CHN_ERROR_SYNTAX, 9, 4, "write A/RES/69/188" },
  { "A/REZ/69/188", CHN_ERROR_SYNTAX, 2, 3, "write RES" },
  { "69/188", CHN_ERROR_AMBIGUOUS, 0, 6, "write A/RES/69/188" },
  { "25/25", CHN_ERROR_AMBIGUOUS, 0, 5, "write A/HRC/RES/25/25" },
  { "31/18", CHN_ERROR_AMBIGUOUS, 0, 5, "write A/RES/31/18 or A/HRC/RES/31/18" },
  { "2003/10", CHN_ERROR_AMBIGUOUS, 0, 7, "write E/CN.4/RES/2003/10 or S/2003/10" },
  { "C.3/69/L.28", CHN_ERROR_UNKNOWN, 0, 3, "write A/C.3/69/L.28" },
  { "Council resolution 25/25", CHN_ERROR_SYNTAX, 8, 13, "write A/HRC/RES/25/25" },
  { "HRC 25/25", CHN_ERROR_SYNTAX, 4, 2, "write A/HRC/RES/25/25" },
  { "resolution 69/188", CHN_ERROR_SYNTAX, 11, 2, "write A/RES/69/188" },
  { "resolution 2321 (2016)", CHN_ERROR_SYNTAX, 11, 11, "write S/RES/2321 (2016)" },
  { "Resolution 2321", CHN_ERROR_SYNTAX, 11, 4, "write S/RES/2321" },
  { "H.R. 1771", CHN_ERROR_UNKNOWN, 0, 9, NULL },
  { "S/1990/12", CHN_ERROR_RANGE, 2, 4, NULL },
  { "S/PV.73 53", CHN_ERROR_SYNTAX, 8, 2, NULL },
  { "S/RES/2270 (2016", CHN_ERROR_SYNTAX, 11, 5, NULL },
  { "A/RES/69\t/\001", CHN_ERROR_SYNTAX, 10, 1, NULL },
  { "A/RES/69/188\377", CHN_ERROR_SYNTAX, 12, 1, NULL },
  { "GA/SHC", CHN_ERROR_SYNTAX, 6, 0, NULL },
  { "XYZ/1", CHN_ERROR_UNKNOWN, 0, 3, NULL },
};

static void
check_refusal (const Refusal *refusal, const GError *error)
{
  gsize offset = 0, length = 0;
  CU_ASSERT_TRUE (chn_error_get_place (error, &offset, &length));
  if (error->code != (int) refusal->code)
    CHN_FAIL ("%s: code %d: %s", refusal->text, error->code, error->message);
  if (offset != refusal->offset || length != refusal->length)
    CHN_FAIL ("%s: at %d+%d: %s", refusal->text, (int) offset, (int) length, error->message);
  if (g_strcmp0 (chn_error_get_hint (error), refusal->hint) != 0)
    CHN_FAIL ("%s: hint %s", refusal->text, chn_error_get_hint (error));
}

static void
test_refusals (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (ChnSymbol) symbol = chn_symbol_parse (refusals[i].text, -1, &error);
    if (symbol)
      CHN_FAIL ("%s: read as %s", refusals[i].text, chn_symbol_get_text (symbol));
    else
      check_refusal (&refusals[i], error);
  }
}

static void
test_length_bound (void)
{
  enum { LONGEST = 160 };
  g_autoptr (GString) text = g_string_new ("A/RES/69/188");
  while (text->len < LONGEST)
    g_string_append_c (text, ' ');
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnSymbol) symbol = chn_symbol_parse (text->str, (gssize) text->len, &error);
  CU_ASSERT_PTR_NOT_NULL (symbol);
  CHN_ASSERT_NO_ERROR (error);
  g_string_append_c (text, ' ');
  CU_ASSERT_PTR_NULL (chn_symbol_parse (text->str, (gssize) text->len, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_LIMIT);
}

static void
test_part_bound (void)
{
  enum { MOST = 16 };
  g_autoptr (GString) text = g_string_new ("A/69/1");
  for (int i = 3; i < MOST; i++)
    g_string_append (text, "/Add.1");
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnSymbol) symbol = chn_symbol_parse (text->str, -1, &error);
  CU_ASSERT_PTR_NOT_NULL (symbol);
  CHN_ASSERT_NO_ERROR (error);
  g_string_append (text, "/Add.1");
  CU_ASSERT_PTR_NULL (chn_symbol_parse (text->str, -1, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_LIMIT);
}

typedef struct {
  const char *symbol;
  int year, month, day;
  gboolean possible;
} Bearing;

static const Bearing bearings[] = {
  { "A/RES/69/188", 2014, 12, 18, TRUE },
  { "A/RES/69/188", 2014, 8, 31, FALSE },
  { "A/RES/69/188", 2015, 9, 30, TRUE },
  { "A/RES/69/188", 2015, 10, 1, FALSE },
  { "A/RES/217(III)[A]", 1948, 12, 10, TRUE },
  { "A/RES/217(III)[A]", 1949, 12, 10, FALSE },
  { "A/RES/ES-10/21", 2023, 10, 27, TRUE },
  { "A/HRC/RES/25/25", 2014, 3, 28, TRUE },
  { "A/HRC/RES/25/25", 2014, 6, 28, FALSE },
  { "A/HRC/RES/22/13", 2013, 3, 21, TRUE },
  { "A/HRC/25/63", 2014, 2, 7, TRUE },
  { "A/HRC/25/63", 2012, 2, 7, FALSE },
  { "A/HRC/25/CRP.1", 2014, 2, 17, TRUE },
  { "A/HRC/WG.6/19/PRK/1", 2014, 1, 30, TRUE },
  { "A/HRC/WG.6/19/PRK/1", 2019, 5, 9, FALSE },
  { "S/RES/2270 (2016)", 2016, 3, 2, TRUE },
  { "S/RES/2270 (2016)", 2015, 12, 31, FALSE },
  { "S/RES/2270 (2016)", 2017, 1, 1, FALSE },
  { "S/RES/2321", 2016, 11, 30, TRUE },
  { "S/PV.7353", 2014, 12, 22, TRUE },
  { "S/PV.7353", 2015, 12, 10, FALSE },
  { "S/PV.7353 (Resumption 1)", 2015, 1, 8, TRUE },
  { "S/PV.7500", 2015, 8, 5, TRUE },
  { "S/PV.7500", 2014, 8, 5, FALSE },
  { "S/PV.7500", 2016, 8, 5, FALSE },
  { "S/PV.9000", 2022, 3, 25, TRUE },
  { "S/PV.9000", 2014, 3, 25, FALSE },
  { "S/PV.1", 1946, 1, 17, TRUE },
  { "S/25405", 1993, 3, 12, TRUE },
  { "S/25405", 2003, 3, 12, FALSE },
  { "S/2014/276", 2014, 4, 14, TRUE },
  { "S/2014/1", 2013, 12, 31, TRUE },
  { "S/2014/276", 2017, 4, 14, FALSE },
  { "A/C.3/69/L.28/Rev.1", 2014, 11, 14, TRUE },
  { "A/C.3/69/L.28/Rev.1", 2015, 11, 19, FALSE },
  { "A/61/53", 2006, 6, 30, TRUE },
  { "E/CN.4/RES/2003/10", 2003, 4, 16, TRUE },
  { "E/CN.4/RES/2003/10", 2004, 4, 15, FALSE },
  { "SC/12615", 2016, 12, 9, TRUE },
  { "SC/12615", 1900, 1, 1, FALSE },
  { "TAD/1990", 1900, 1, 1, TRUE },
  { "S/RES/825", 1993, 5, 11, TRUE },
  { "S/RES/825", 1994, 5, 11, FALSE },
  { "S/RES/825 (1995)", 1993, 5, 11, TRUE },
  { "S/RES/9000", 1990, 1, 1, TRUE },
  { "S/PV.9398", 2023, 8, 17, TRUE },
  { "S/PV.9398", 2022, 8, 17, FALSE },
  { "E/1990/6/Add.35", 2002, 5, 15, TRUE },
  { "INFCIRC/225/Rev.5", 2011, 1, 1, TRUE },
  { "INFCIRC/403", 1985, 12, 12, TRUE },
  { "INFCIRC/403", 2002, 1, 1, FALSE },
  { "GOV/2003/63", 2003, 8, 26, TRUE },
  { "GOV/2003/63", 1995, 8, 26, FALSE },
  { "A/47/277-S/24111", 1992, 6, 17, TRUE },
  { "A/47/277-S/24111", 2001, 6, 17, FALSE },
};

static void
test_bearing (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bearings); i++) {
    const Bearing *b = &bearings[i];
    g_autoptr (ChnSymbol) symbol = chn_symbol_parse (b->symbol, -1, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL (symbol);
    gint64 start = chn_civil_to_days (b->year, b->month, b->day) * CHN_DAY_SECONDS;
    ChnDateBounds bounds = { start, start + CHN_DAY_SECONDS - 1, CHN_PRECISION_DAY, 0 };
    if (chn_symbol_can_bear (symbol, &bounds) != b->possible)
      CHN_FAIL ("%s on %d-%02d-%02d", b->symbol, b->year, b->month, b->day);
  }
  g_autoptr (ChnSymbol) symbol = chn_symbol_parse ("A/RES/69/188", -1, NULL);
  ChnDateBounds unbounded = { CHN_TIME_MIN, CHN_TIME_MAX, CHN_PRECISION_UNBOUNDED, 0 };
  CU_ASSERT_TRUE (chn_symbol_can_bear (symbol, &unbounded));
}

static const char *const links[][2] = {
  { "A/RES/69/188", "https://docs.un.org/en/A/RES/69/188" },
  { "S/RES/2270 (2016)", "https://docs.un.org/en/S/RES/2270(2016)" },
  { "A/RES/217(III)[A]", "https://docs.un.org/en/A/RES/217(III)" },
  { "S/PV.7353 (Resumption 1)", "https://docs.un.org/en/S/PV.7353%20(Resumption%201)" },
  { "A/C.3/69/L.28/Rev.1*", "https://docs.un.org/en/A/C.3/69/L.28/Rev.1" },
  { "GA/SHC/4122", NULL },
};

static void
test_links (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (links); i++) {
    g_autoptr (ChnSymbol) symbol = chn_symbol_parse (links[i][0], -1, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL (symbol);
    g_autofree char *link = chn_symbol_dup_link (symbol);
    CHN_ASSERT_STRING (link, links[i][1]);
  }
}

typedef struct {
  const char *a, *b;
  gboolean holds;
} Pair;

static const Pair equals[] = {
  { "A/RES/69/188", "a_res_69_188", TRUE },
  { "S/RES/2321", "S/RES/2321 (2016)", TRUE },
  { "S/RES/2321 (2016)", "S/RES/2321", TRUE },
  { "S/RES/232", "S/RES/2321 (2016)", FALSE },
  { "S/RES/2321 (2015)", "S/RES/2321 (2016)", FALSE },
  { "A/61/53 (SUPP)", "A/61/53", TRUE },
  { "A/C.3/69/L.28", "A/C.3/69/L.28/Rev.1", FALSE },
  { "A/C.3/69/L.28/Rev.1", "A/C.3/69/L.28/Rev.1*", TRUE },
  { "A/HRC/25/25", "A/HRC/RES/25/25", FALSE },
  { "A/RES/217 A (III)", "A/RES/217(III)[A]", TRUE },
};

static void
test_equality (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (equals); i++) {
    g_autoptr (ChnSymbol) a = chn_symbol_parse (equals[i].a, -1, NULL);
    g_autoptr (ChnSymbol) b = chn_symbol_parse (equals[i].b, -1, NULL);
    CU_ASSERT_FATAL (a && b);
    if (chn_symbol_equal (a, b) != equals[i].holds)
      CHN_FAIL ("%s and %s", equals[i].a, equals[i].b);
  }
}

static const Pair prefixes[] = {
  { "A/C.3/69/L.28/Rev.1", "A/C.3/69", TRUE },
  { "A/C.3/691", "A/C.3/69", FALSE },
  { "A/C.3/69/L.28", "a/c.3/69/l", TRUE },
  { "A/C.3/69/L.28", "A/C.3/69/L.2", FALSE },
  { "A/C.3/69/L.28", "A/C.3/69/L.", TRUE },
  { "A/C.3/69/L.28", "A/C.3/69/", TRUE },
  { "A/C.3/69/L.28", "A/C", TRUE },
  { "A/CONF.183/9", "A/C", FALSE },
  { "A/CONF.183/9", "A_CONF.183", TRUE },
  { "A/HRC/S-17/2", "A/HRC/S", TRUE },
  { "S/PV.7353", "S/PV", TRUE },
  { "S/PV.7353", "S/PV.735", FALSE },
  { "S/RES/2321 (2016)", "S/RES/2321", TRUE },
  { "S/RES/2321 (2016)", "S/RES/2321(2016)", TRUE },
  { "S/RES/2321 (2016)", "S/RES/232", FALSE },
  { "S/RES/2321", "S/RES/2321 (2016)", TRUE },
  { "S/RES/2321", "S/RES/2321 (2016)/Corr.1", FALSE },
  { "S/RES/2321", "S/RES/2321 (20", FALSE },
  { "A/RES/217(III)[A]", "A/RES/217", TRUE },
  { "A/RES/217(III)[A]", "A/RES/217(III)", TRUE },
  { "CEDAW/C/PRK/CO/2-4", "CEDAW/C/PRK/CO/2", FALSE },
  { "A/69/488", "", TRUE },
  { "", "A", FALSE },
};

static void
test_prefixes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (chn_symbol_text_has_prefix (prefixes[i].a, prefixes[i].b) != prefixes[i].holds)
      CHN_FAIL ("%s begins with %s", prefixes[i].a, prefixes[i].b);
  CU_ASSERT_TRUE (chn_symbol_text_has_prefix ("A/69/488*", "a/69/488"));
}

typedef struct {
  const char *text;
  int year;
  const char *dates;
} Dating;

/* What the numbers of the Security Council tell, to the bounds of what is known. */
static const Dating datings[] = {
  { "S/RES/1", 1946, "1946" },
  { "S/RES/825", 1993, "1993" },
  { "S/RES/892", 1993, "1993" },
  { "S/RES/893", 1994, "1994" },
  { "S/RES/2810", 2025, "2025" },
  { "S/RES/2811", 0, NULL },
  { "S/PV.1", 1946, "1946" },
  { "S/PV.3325", 1993, "1993" },
  { "S/PV.3326", 1994, "1994" },
  { "S/PV.6060", 0, "2008/2009" },
  { "S/PV.6700", 0, "2011/2012" },
  { "S/PV.8697", 2019, "2019" },
  { "S/PV.9000", 0, "2020/2022" },
  { "S/PV.9398", 2023, "2023" },
  { "S/PV.9800", 0, "2024/2025" },
  { "S/PV.9900", 0, NULL },
  { "S/Agenda/7353", 2014, "2014" },
  { "A/RES/181(II)", 1947, "1947-09/1947-11" },
  { "A/RES/3379(XXX)", 0, "1975-09/1976-09" },
  { "GA/10800", 0, "2006/2008" },
  { "GA/9", 0, NULL },
  { "GOV/2640", 1993, "1993" },
  { "GOV/2700", 0, "1993/1994" },
  { "NPT/CONF.2010/PC.III/WP.4", 2009, "2009" },
  { "WHA60.28", 2007, "2007" },
};

static void
test_dating (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (datings); i++) {
    g_autoptr (ChnSymbol) symbol = chn_symbol_parse (datings[i].text, -1, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL (symbol);
    ChnDate *dates = chn_symbol_get_dates (symbol);
    if (chn_symbol_get_year (symbol) != datings[i].year ||
        g_strcmp0 (dates ? chn_date_get_text (dates) : NULL, datings[i].dates) != 0)
      CHN_FAIL ("%s: %d, %s", datings[i].text, chn_symbol_get_year (symbol),
                dates ? chn_date_get_text (dates) : "no dates");
  }
}

/* What people write, and what it means; every other spelling is a symbol's own. */
static const char *const informal[][2] = {
  { "UNSCR 2397", "S/RES/2397" },
  { "S/RES 2397", "S/RES/2397" },
  { "SCR 1718 (2006)", "S/RES/1718 (2006)" },
  { "UNGA Res 69/188", "A/RES/69/188" },
  { "GA res. 217 A (III)", "A/RES/217(III)[A]" },
  { "HRC res. 22/13", "A/HRC/RES/22/13" },
  { "HRC/RES/22/13", "A/HRC/RES/22/13" },
  { "SC/Res/2397", "S/RES/2397" },
  { "S-RES-2397(2017)", "S/RES/2397 (2017)" },
  { "A-RES-69-188", "A/RES/69/188" },
  { "General Assembly resolution 217 A (III)", "A/RES/217(III)[A]" },
  { "Security Council resolution 2321 (2016)", "S/RES/2321 (2016)" },
  { "UNSC Res. 1540", "S/RES/1540" },
  { "WHA 58.3", "WHA58.3" },
  { "Council Decision 2013/183/CFSP", "2013/183/CFSP" },
};

static void
test_informal (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (informal); i++) {
    g_autoptr (ChnSymbol) symbol = chn_symbol_parse (informal[i][0], -1, NULL);
    g_autoptr (ChnSymbol) meant = chn_symbol_parse (informal[i][1], -1, NULL);
    CU_ASSERT_FATAL (symbol && meant);
    CHN_ASSERT_STRING (chn_symbol_get_text (symbol), informal[i][1]);
    CU_ASSERT_TRUE (chn_symbol_is_informal (symbol));
    CU_ASSERT_FALSE (chn_symbol_is_informal (meant));
  }
}

/* A document that bears two symbols is either's. */
static void
test_pairs (void)
{
  static const char *const texts[] = { "A/47/277-S/24111", "A/47/277\342\200\223S/24111", "A/47/277 - S/24111" };
  g_autoptr (ChnSymbol) first = chn_symbol_parse ("A/47/277", -1, NULL);
  g_autoptr (ChnSymbol) second = chn_symbol_parse ("S/24111", -1, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (ChnSymbol) both = chn_symbol_parse (texts[i], -1, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL (both);
    CHN_ASSERT_STRING (chn_symbol_get_text (both), "A/47/277-S/24111");
    CHN_ASSERT_STRING (chn_symbol_get_base (both), "A/47/277");
    CHN_ASSERT_STRING (chn_symbol_get_forum (both), "un.ga");
    CHN_ASSERT_STRING (chn_symbol_get_text (chn_symbol_get_parallel (both)), "S/24111");
    CU_ASSERT_TRUE (chn_symbol_equal (both, first) && chn_symbol_equal (second, both));
    CU_ASSERT_FALSE (chn_symbol_equal (first, second));
  }
  CU_ASSERT_TRUE (chn_symbol_text_has_prefix ("A/47/277-S/24111", "S/24111"));
  CU_ASSERT_TRUE (chn_symbol_text_has_prefix ("A/47/277-S/24111", "A/47/277"));
  CU_ASSERT_FALSE (chn_symbol_text_has_prefix ("A/47/277-S/24111", "S/2411"));
  CU_ASSERT_PTR_NULL (chn_symbol_get_parallel (first));
}

static const ChnTest tests[] = {
  { "reading", test_reading },
  { "canonical text is stable", test_canonical_text_is_stable },
  { "refusals with place and hint", test_refusals },
  { "length bound", test_length_bound },
  { "bound on parts", test_part_bound },
  { "years of numbers", test_dating },
  { "other words for symbols", test_informal },
  { "two symbols of one document", test_pairs },
  { "dates that a symbol can bear", test_bearing },
  { "links", test_links },
  { "equality", test_equality },
  { "prefixes", test_prefixes },
};

CHN_SUITE ("model/symbol", tests)
