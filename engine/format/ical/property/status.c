/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* STATUS (RFC 5545, 3.8.1.11). */
#include "format/ical/property/property.h"

static const struct {
  const char *name;
  ChnStatus status;
} statuses[] = { { "CONFIRMED", CHN_STATUS_OCCURRED },
                 { "TENTATIVE", CHN_STATUS_PLANNED },
                 { "CANCELLED", CHN_STATUS_CANCELLED } };

/* The status of a line; FALSE where there is none that is known. */
static gboolean
find_status (const ChnIcalLine *line, ChnStatus *status)
{
  for (guint i = 0; line && i < G_N_ELEMENTS (statuses); i++)
    if (chn_slice_is_name (&line->value, statuses[i].name)) {
      *status = statuses[i].status;
      return TRUE;
    }
  return FALSE;
}

static void
read_status (ChnIcalReader *reader)
{
  ChnStatus status;
  if (find_status (chn_ical_lines_first (&reader->lines, CHN_ICAL_STATUS), &status))
    chn_event_set_term (reader->event, CHN_FIELD_STATUS, status);
}

/* What is planned, and what is not sure to have been, is tentative. */
static ChnStatus
get_shown (const ChnEvent *event)
{
  gboolean doubtful = chn_event_get_bounds (event)->flags & CHN_DATE_UNCERTAIN ||
                      chn_event_get_term (event, CHN_FIELD_CONFIDENCE) == CHN_CONFIDENCE_REPORTED;
  switch (chn_event_get_term (event, CHN_FIELD_STATUS)) {
  case CHN_STATUS_CANCELLED:
  case CHN_STATUS_NOT_HELD:
    return CHN_STATUS_CANCELLED;
  case CHN_STATUS_PLANNED:
    return CHN_STATUS_PLANNED;
  default:
    return doubtful ? CHN_STATUS_PLANNED : CHN_STATUS_OCCURRED;
  }
}

static void
write_status (ChnIcalWriter *writer)
{
  ChnStatus shown = get_shown (writer->event);
  /* That somebody else's event took place is the least that can be said, and nobody said it. */
  if (writer->foreign.is_foreign && shown == CHN_STATUS_OCCURRED)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (statuses[i].status == shown)
      chn_line_put_property (&writer->line, "STATUS", statuses[i].name);
}

static gboolean
stands (const ChnIcalWriter *writer)
{
  return chn_event_get_term (writer->event, CHN_FIELD_STATUS) == CHN_STATUS_OCCURRED;
}

static void
edit_status (ChnIcalEdit *edit)
{
  const ChnIcalLine *line = chn_ical_edit_get_shown (edit, CHN_ICAL_STATUS);
  ChnStatus status;
  if (!find_status (line, &status))
    return;
  chn_event_set_term (edit->event, CHN_FIELD_STATUS, status);
  chn_ical_edit_note (edit, line, CHN_FIELD_STATUS, chn_vocabulary_get_term_name (CHN_VOCABULARY_STATUS, status));
}

const ChnIcalProperty chn_ical_status = {
  .names = CHN_ICAL_BIT (CHN_ICAL_STATUS),
  .fields = CHN_FIELD_BIT (CHN_FIELD_STATUS),
  .read = read_status,
  .write = write_status,
  .stands = stands,
  .edit = edit_status,
};
