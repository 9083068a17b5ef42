/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The words of document symbols: series, modifiers and subsidiary bodies, and the kind of document they tell. */
#include "model/symbol/word.h"

#include <string.h>

#include "base/suggest.h"

static const ChnWord words[] = {
  { "RES", CHN_WORD_SERIES, FALSE, "resolution" },
  { "DEC", CHN_WORD_SERIES, FALSE, "decision" },
  { "PRST", CHN_WORD_SERIES, FALSE, "presidential-statement" },
  { "PV", CHN_WORD_SERIES, TRUE, "verbatim-record" },
  { "SR", CHN_WORD_SERIES, TRUE, "summary-record" },
  { "L", CHN_WORD_SERIES, TRUE, "limited" },
  { "CRP", CHN_WORD_SERIES, TRUE, "conference-room-paper" },
  { "WP", CHN_WORD_SERIES, TRUE, "working-paper" },
  { "R", CHN_WORD_SERIES, TRUE, "restricted" },
  { "INF", CHN_WORD_SERIES, FALSE, "information" },
  { "NGO", CHN_WORD_SERIES, FALSE, "ngo-statement" },
  { "PET", CHN_WORD_SERIES, FALSE, "petition" },
  { "SGB", CHN_WORD_SERIES, FALSE, "bulletin" },
  { "AI", CHN_WORD_SERIES, FALSE, "administrative-instruction" },
  { "IC", CHN_WORD_SERIES, FALSE, "information-circular" },
  { "AFS", CHN_WORD_SERIES, FALSE, "administrative-issuance" },
  { "CO", CHN_WORD_SERIES, FALSE, "concluding-observations" },
  { "COBS", CHN_WORD_SERIES, FALSE, "concluding-observations" },
  { "Q", CHN_WORD_SERIES, FALSE, "list-of-issues" },
  { "D", CHN_WORD_SERIES, FALSE, "communication" },
  { "GC", CHN_WORD_SERIES, FALSE, "general-comment" },
  { "G", CHN_WORD_SERIES, FALSE, "government-statement" },
  { "NI", CHN_WORD_SERIES, FALSE, "national-institution-statement" },
  { "OBS", CHN_WORD_SERIES, FALSE, "observer-statement" },
  { "AGENDA", CHN_WORD_SERIES, FALSE, "agenda" },
  { "NC", CHN_WORD_SERIES, FALSE, "list-of-communications" },
  { "Add", CHN_WORD_MODIFIER, TRUE, NULL },
  { "Corr", CHN_WORD_MODIFIER, TRUE, NULL },
  { "Rev", CHN_WORD_MODIFIER, TRUE, NULL },
  { "Amend", CHN_WORD_MODIFIER, TRUE, NULL },
  { "Summary", CHN_WORD_MODIFIER, FALSE, NULL },
  { "Annex", CHN_WORD_MODIFIER, FALSE, NULL },
  { "C", CHN_WORD_BODY, TRUE, NULL },
  { "AC", CHN_WORD_BODY, TRUE, NULL },
  { "CN", CHN_WORD_BODY, TRUE, NULL },
  { "CONF", CHN_WORD_BODY, TRUE, NULL },
  { "WG", CHN_WORD_BODY, TRUE, NULL },
  { "SUB", CHN_WORD_BODY, TRUE, NULL },
  { "HRC", CHN_WORD_BODY, FALSE, NULL },
  { "SPC", CHN_WORD_BODY, FALSE, NULL },
  { "BUR", CHN_WORD_BODY, FALSE, NULL },
  { "WGAD", CHN_WORD_BODY, FALSE, NULL },
  { "WGEID", CHN_WORD_BODY, FALSE, NULL },
  { "EMRIP", CHN_WORD_BODY, FALSE, NULL },
  { "EMRTD", CHN_WORD_BODY, FALSE, NULL },
  { "FORUM", CHN_WORD_BODY, FALSE, NULL },
  { "FMI", CHN_WORD_BODY, FALSE, NULL },
  { "SF", CHN_WORD_BODY, FALSE, NULL },
  { "FBHR", CHN_WORD_BODY, FALSE, NULL },
  { "FD", CHN_WORD_BODY, FALSE, NULL },
  { "PFPAD", CHN_WORD_BODY, FALSE, NULL },
  { "OM", CHN_WORD_BODY, FALSE, NULL },
  { "PREPCOM", CHN_WORD_BODY, FALSE, NULL },
  { "PC", CHN_WORD_BODY, TRUE, NULL },
};

const ChnWord *
chn_word_find (const char *letters, gsize length)
{
  char first = g_ascii_toupper (letters[0]);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].name[0] == first && g_ascii_strncasecmp (words[i].name, letters, length) == 0 &&
        words[i].name[length] == '\0')
      return &words[i];
  return NULL;
}

const char *
chn_word_suggest (const char *letters)
{
  g_auto (ChnSuggestion) suggestion;
  chn_suggestion_init (&suggestion, letters, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    chn_suggestion_offer (&suggestion, words[i].name);
  return chn_suggestion_get (&suggestion);
}
