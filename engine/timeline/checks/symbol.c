/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Notes symbols that are unknown, malformed or written in other words; none is refused. */
#include "timeline/checks/symbol.h"
#include "base/error.h"

static const ChnFaultId faults[] = {
  [CHN_SPELLING_INFORMAL] = CHN_FAULT_INFORMAL_SYMBOL,
  [CHN_SPELLING_MALFORMED] = CHN_FAULT_BAD_SYMBOL,
  [CHN_SPELLING_UNKNOWN] = CHN_FAULT_UNKNOWN_SYMBOL,
};

/* The same with what became of the symbol. */
static GError *
reword (ChnSpelling spelling, const char *text, const GError *why)
{
  GError *error = NULL;
  if (spelling == CHN_SPELLING_UNKNOWN)
    chn_error_reword (&error, why, "\"%s\" is of no series of documents that is known, and kept as it stands", text);
  else if (spelling == CHN_SPELLING_MALFORMED)
    chn_error_reword (&error, why, "\"%s\" is kept as it stands: %s", text, why->message);
  else
    chn_error_reword (&error, why, "%s", why->message);
  return error;
}

void
chn_check_note_symbol (ChnReport *report, ChnSpelling spelling, const ChnPlace *place, const char *prefix,
                       const char *text, const GError *why)
{
  if (spelling == CHN_SPELLING_SYMBOL)
    return;
  g_autoptr (GError) error = reword (spelling, text, why);
  chn_fault_add_error (report, faults[spelling], place, prefix, error);
}
