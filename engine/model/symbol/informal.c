/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What people write in the place of symbols, where it can only mean one. */
#include "model/symbol/informal.h"

#include <string.h>

#include "model/symbol/template.h"

typedef struct {
  const char *spelling; /* a template, in which blanks and dots may be missing or stand anywhere */
  const char *symbol;   /* what it means; the same places */
} Informal;

static const Informal informals[] = {
  /* Security Council */
  { "UNSCR{number}", "S/RES/{number}" },
  { "UNSCR{number}({year})", "S/RES/{number} ({year})" },
  { "SCR{number}", "S/RES/{number}" },
  { "SCR{number}({year})", "S/RES/{number} ({year})" },
  { "S/RES{number}", "S/RES/{number}" },
  { "S/RES{number}({year})", "S/RES/{number} ({year})" },
  { "SC/RES/{number}", "S/RES/{number}" },
  { "SC/RES/{number}({year})", "S/RES/{number} ({year})" },
  { "UNSC/RES/{number}", "S/RES/{number}" },
  { "UNSC/RES/{number}({year})", "S/RES/{number} ({year})" },
  { "S-RES-{number}", "S/RES/{number}" },
  { "S-RES-{number}({year})", "S/RES/{number} ({year})" },
  { "S-RES-{number}-{year}", "S/RES/{number} ({year})" },
  { "S-PV-{number}", "S/PV.{number}" },
  { "S-PRST-{year}-{number}", "S/PRST/{year}/{number}" },
  { "SC RES{number}", "S/RES/{number}" },
  { "SC RES{number}({year})", "S/RES/{number} ({year})" },
  { "UNSC RES{number}", "S/RES/{number}" },
  { "UNSC RES{number}({year})", "S/RES/{number} ({year})" },
  { "SC RESOLUTION{number}", "S/RES/{number}" },
  { "SC RESOLUTION{number}({year})", "S/RES/{number} ({year})" },
  { "UNSC RESOLUTION{number}", "S/RES/{number}" },
  { "UNSC RESOLUTION{number}({year})", "S/RES/{number} ({year})" },
  { "SECURITY COUNCIL RESOLUTION{number}", "S/RES/{number}" },
  { "SECURITY COUNCIL RESOLUTION{number}({year})", "S/RES/{number} ({year})" },
  { "UN SECURITY COUNCIL RESOLUTION{number}", "S/RES/{number}" },
  { "UN SECURITY COUNCIL RESOLUTION{number}({year})", "S/RES/{number} ({year})" },

  /* General Assembly */
  { "UNGA RES{session}/{number}", "A/RES/{session}/{number}" },
  { "UNGA RES{number}({roman})", "A/RES/{number}({roman})" },
  { "UNGA RES{number}{letter}({roman})", "A/RES/{number}({roman})[{letter}]" },
  { "UNGA RESOLUTION{session}/{number}", "A/RES/{session}/{number}" },
  { "UNGA RESOLUTION{number}({roman})", "A/RES/{number}({roman})" },
  { "UNGA RESOLUTION{number}{letter}({roman})", "A/RES/{number}({roman})[{letter}]" },
  { "UNGA/RES/{session}/{number}", "A/RES/{session}/{number}" },
  { "GA RES{session}/{number}", "A/RES/{session}/{number}" },
  { "GA RES{number}({roman})", "A/RES/{number}({roman})" },
  { "GA RES{number}{letter}({roman})", "A/RES/{number}({roman})[{letter}]" },
  { "GA RESOLUTION{session}/{number}", "A/RES/{session}/{number}" },
  { "GA RESOLUTION{number}({roman})", "A/RES/{number}({roman})" },
  { "GA RESOLUTION{number}{letter}({roman})", "A/RES/{number}({roman})[{letter}]" },
  { "GA/RES/{session}/{number}", "A/RES/{session}/{number}" },
  { "GENERAL ASSEMBLY RESOLUTION{session}/{number}", "A/RES/{session}/{number}" },
  { "GENERAL ASSEMBLY RESOLUTION{number}({roman})", "A/RES/{number}({roman})" },
  { "GENERAL ASSEMBLY RESOLUTION{number}{letter}({roman})", "A/RES/{number}({roman})[{letter}]" },
  { "A/RES{session}/{number}", "A/RES/{session}/{number}" },
  { "A-RES-{session}-{number}", "A/RES/{session}/{number}" },

  /* Human Rights Council */
  { "HRC RES{session}/{number}", "A/HRC/RES/{session}/{number}" },
  { "HRC RESOLUTION{session}/{number}", "A/HRC/RES/{session}/{number}" },
  { "HRC/RES/{session}/{number}", "A/HRC/RES/{session}/{number}" },
  { "UNHRC RES{session}/{number}", "A/HRC/RES/{session}/{number}" },
  { "UNHRC RESOLUTION{session}/{number}", "A/HRC/RES/{session}/{number}" },
  { "HUMAN RIGHTS COUNCIL RESOLUTION{session}/{number}", "A/HRC/RES/{session}/{number}" },
  { "A-HRC-RES-{session}-{number}", "A/HRC/RES/{session}/{number}" },
  { "A-HRC-{session}-{number}", "A/HRC/{session}/{number}" },

  /* World Health Assembly */
  { "WHA{session}.{number}", "WHA{session}.{number}" },
  { "WHA RES{session}.{number}", "WHA{session}.{number}" },
  { "RESOLUTION WHA{session}.{number}", "WHA{session}.{number}" },

  /* European Union */
  { "COUNCIL DECISION {year}/{number}/CFSP", "{year}/{number}/CFSP" },
  { "COUNCIL DECISION (CFSP) {year}/{number}", "(CFSP) {year}/{number}" },
  { "DECISION {year}/{number}/CFSP", "{year}/{number}/CFSP" },
  { "DECISION (CFSP) {year}/{number}", "(CFSP) {year}/{number}" },
  { "COUNCIL REGULATION (EU) {year}/{number}", "(EU) {year}/{number}" },
  { "REGULATION (EU) {year}/{number}", "(EU) {year}/{number}" },
  { "REGULATION (EU) NO {number}/{year}", "(EU) No {number}/{year}" },
  { "COUNCIL REGULATION (EU) NO {number}/{year}", "(EU) No {number}/{year}" },
};

typedef struct {
  const char *place;
  const char *value;
} Value;

static void
append_place (GString *out, const char *at, const Value *values, gsize n_values)
{
  for (gsize i = 0; i < n_values; i++)
    if (g_str_has_prefix (at, values[i].place))
      g_string_append (out, values[i].value);
}

static char *
fill_in (const char *symbol, const ChnTemplateFound *found)
{
  char year[8];
  g_snprintf (year, sizeof year, "%d", found->year);
  const Value values[] = {
    { "{number}", found->number }, { "{session}", found->session }, { "{year}", year },
    { "{roman}", found->roman },   { "{letter}", found->letter },
  };
  GString *out = g_string_new (NULL);
  for (const char *at = symbol; *at != '\0'; at++) {
    if (*at != '{') {
      g_string_append_c (out, *at);
      continue;
    }
    append_place (out, at, values, G_N_ELEMENTS (values));
    at = strchr (at, '}');
  }
  return g_string_free (out, FALSE);
}

char *
chn_informal_dup_symbol (const char *text, gsize length)
{
  ChnCleanSymbol clean;
  if (!chn_symbol_clean (text, length, &clean, NULL))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (informals); i++) {
    ChnTemplateFound found;
    if (chn_template_match (informals[i].spelling, clean.text, TRUE, &found) && *found.rest == '\0')
      return fill_in (informals[i].symbol, &found);
  }
  return NULL;
}
