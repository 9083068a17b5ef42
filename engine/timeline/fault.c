/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The faults that a builder reports: one table of codes, severities and what they mean. */
#include "timeline/fault.h"

#include "base/error.h"
#include "base/report.h"

static const ChnFault faults[CHN_N_FAULTS] = {
  [CHN_FAULT_MISSING_ID] = { "missing-id", CHN_SEVERITY_ERROR, "an event has no id" },
  [CHN_FAULT_MISSING_DATE] = { "missing-date", CHN_SEVERITY_ERROR, "an event has no date" },
  [CHN_FAULT_MISSING_TITLE] = { "missing-title", CHN_SEVERITY_ERROR, "an event has no title" },
  [CHN_FAULT_BAD_ID] = { "bad-id", CHN_SEVERITY_ERROR, "an id is not a slug" },
  [CHN_FAULT_DUPLICATE_ID] = { "duplicate-id", CHN_SEVERITY_ERROR, "two events have one id" },
  [CHN_FAULT_DUPLICATE_UID] = { "duplicate-uid", CHN_SEVERITY_ERROR, "two events have one UID of a calendar" },
  [CHN_FAULT_BAD_REVISED] = { "bad-revised", CHN_SEVERITY_ERROR, "a timeline was revised on what is no date" },
  [CHN_FAULT_BAD_ZONE] = { "bad-zone", CHN_SEVERITY_ERROR, "a time zone is not in the IANA database" },
  [CHN_FAULT_BAD_TERM] = { "bad-term", CHN_SEVERITY_ERROR, "a value is outside its vocabulary" },
  [CHN_FAULT_BAD_IMPORTANCE] = { "bad-importance", CHN_SEVERITY_ERROR, "an importance is not from 1 to 5" },
  [CHN_FAULT_BAD_SYMBOL] = { "bad-symbol", CHN_SEVERITY_WARNING,
                             "a document symbol of a known organ is malformed; it is kept as it stands" },
  [CHN_FAULT_UNKNOWN_SYMBOL] = { "unknown-symbol", CHN_SEVERITY_NOTE,
                                 "a document symbol is of no known series; it is kept as it stands" },
  [CHN_FAULT_INFORMAL_SYMBOL] = { "informal-symbol", CHN_SEVERITY_NOTE,
                                  "a document symbol is written in other words, and taken for what they mean" },
  [CHN_FAULT_EMPTY_ITEM] = { "empty-item", CHN_SEVERITY_ERROR, "an item of a list has no text" },
  [CHN_FAULT_UNKNOWN_ACTOR] = { "unknown-actor", CHN_SEVERITY_ERROR, "no actor bears the name at the event's date" },
  [CHN_FAULT_AMBIGUOUS_ACTOR] = { "ambiguous-actor", CHN_SEVERITY_ERROR, "several actors bear the name" },
  [CHN_FAULT_UNKNOWN_FORUM] = { "unknown-forum", CHN_SEVERITY_ERROR, "no forum bears the name at the event's date" },
  [CHN_FAULT_AMBIGUOUS_FORUM] = { "ambiguous-forum", CHN_SEVERITY_ERROR, "several forums bear the name" },
  [CHN_FAULT_DUPLICATE_BALLOT] = { "duplicate-ballot", CHN_SEVERITY_ERROR, "an actor votes twice in one roll call" },
  [CHN_FAULT_UNKNOWN_TARGET] = { "unknown-target", CHN_SEVERITY_ERROR, "a relation points at no event" },
  [CHN_FAULT_SELF_RELATION] = { "self-relation", CHN_SEVERITY_ERROR, "a relation points at its own event" },
  [CHN_FAULT_UNKNOWN_SOURCE] = { "unknown-source", CHN_SEVERITY_ERROR,
                                 "a source that is cited, corrected or withdrawn is not declared" },
  [CHN_FAULT_DUPLICATE_SOURCE] = { "duplicate-source", CHN_SEVERITY_ERROR, "one key stands for two sources" },
  [CHN_FAULT_BAD_SOURCE] = { "bad-source", CHN_SEVERITY_ERROR,
                             "a source lacks its key, has a malformed date, or corrects itself" },
  [CHN_FAULT_BAD_CLAIM] = { "bad-claim", CHN_SEVERITY_ERROR, "what a source says is not a value of its field" },
  [CHN_FAULT_CLAIM_FIELD] = { "claim-field", CHN_SEVERITY_ERROR, "a source speaks of a field that takes no claims" },
  [CHN_FAULT_BAD_TIMELINE_ID] = { "bad-timeline-id", CHN_SEVERITY_ERROR, "a timeline's id is not a slug" },
  [CHN_FAULT_BAD_NAMES] = { "bad-names", CHN_SEVERITY_ERROR,
                            "a timeline's own actors or forums do not hold together" },
  [CHN_FAULT_OUTSIDE_TARGET] = { "outside-target", CHN_SEVERITY_NOTE,
                                 "an excerpt has relations to events that are not in it" },
  [CHN_FAULT_TOO_LONG] = { "too-long", CHN_SEVERITY_ERROR, "a value is longer than the bound" },
  [CHN_FAULT_TOO_MANY_ITEMS] = { "too-many-items", CHN_SEVERITY_ERROR, "a list has more items than the bound" },
  [CHN_FAULT_TOO_MANY_EVENTS] = { "too-many-events", CHN_SEVERITY_ERROR,
                                  "a timeline has more events than the bound" },
  [CHN_FAULT_DROPPED] = { "dropped", CHN_SEVERITY_WARNING, "a faulty event is left out, since reading was to go on" },
  [CHN_FAULT_DUPLICATE_ITEM] = { "duplicate-item", CHN_SEVERITY_NOTE,
                                 "an event names the same actor in the same role, tag, forum, symbol or relation "
                                 "twice; once is kept" },
  [CHN_FAULT_DUPLICATE_FILE] = { "duplicate-file", CHN_SEVERITY_NOTE, "one file is named twice; it is read once" },
};

const ChnFault *
chn_timeline_get_faults (guint *n)
{
  *n = CHN_N_FAULTS;
  return faults;
}

static ChnFinding
describe (ChnFaultId fault, const ChnPlace *place, const char *message)
{
  return (ChnFinding){
    .severity = faults[fault].severity,
    .code = faults[fault].code,
    .file = place->file,
    .line = place->line,
    .column = place->column,
    .event = place->event,
    .message = message,
  };
}

void
chn_fault_add (ChnReport *report, ChnFaultId fault, const ChnPlace *place, const char *hint, const char *format, ...)
{
  va_list arguments;
  if (chn_report_only_counts (report, faults[fault].severity))
    return;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  ChnFinding finding = describe (fault, place, message);
  finding.hint = hint;
  chn_report_add (report, &finding);
}

void
chn_fault_add_error (ChnReport *report, ChnFaultId fault, const ChnPlace *place, const char *prefix,
                     const GError *error)
{
  g_autofree char *message = prefix ? g_strconcat (prefix, ": ", error->message, NULL) : g_strdup (error->message);
  ChnFinding finding = describe (fault, place, message);
  chn_report_add_hinted (report, &finding, error);
}
