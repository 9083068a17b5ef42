/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Pairs of events that may be one, as people look them over. */
#include "suspects.h"

static void
append_event (GString *out, const ChnTimeline *timeline, guint row, ChnEvent *event)
{
  chn_timeline_load (timeline, row, event);
  g_autofree char *title = chn_text_dup_visible (chn_event_get_text (event, CHN_FIELD_TITLE), FALSE);
  g_string_append_printf (out, "      %s  %s\n", chn_event_get_text (event, CHN_FIELD_DATE), title);
}

char *
suspects_dup_text (const ChnTimeline *a, const ChnTimeline *b, const ChnMatch *match, const char *verdict)
{
  GString *out = g_string_new (NULL);
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autofree char *reasons = chn_match_dup_reasons (match);
  /* cut, not rounded: no pair below a threshold is shown as if it reached it */
  g_string_append_printf (out, "%d.%02d  %s%s%s  %s\n", (int) match->score, (int) (match->score * 100) % 100,
                          verdict ? verdict : "", verdict ? "  " : "", chn_timeline_get_id (a, match->a),
                          chn_timeline_get_id (b, match->b));
  append_event (out, a, match->a, event);
  append_event (out, b, match->b, event);
  g_string_append_printf (out, "      %s\n", reasons);
  return g_string_free (out, FALSE);
}
