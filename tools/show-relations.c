/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The relations of a shown event, in both directions, with date and title of the other. */
#include "names.h"
#include "show.h"

static void
show_other (const Showing *showing, const char *label, guint row)
{
  g_autoptr (ChnEvent) other = chn_event_new ();
  chn_timeline_load (showing->timeline, row, other);
  const ChnDate *date = chn_event_get_date (other, CHN_FIELD_DATE);
  g_autofree char *when = date ? chn_date_dup_humanized (date) : g_strdup ("undated");
  g_autofree char *title = g_strdup_printf ("%s: %s", label, chn_event_get_text (other, CHN_FIELD_TITLE));
  g_autofree char *place = g_strdup_printf ("%s, %s", when, chn_event_get_text (other, CHN_FIELD_ID));
  page_add_hanging (showing->page, 2, 4, title);
  page_add_text (showing->page, 4, place);
}

static char *
dup_capitalised (const char *label)
{
  g_autofree char *rest = g_strdup (label);
  rest[0] = g_ascii_toupper (rest[0]);
  return g_steal_pointer (&rest);
}

void
show_relations (const Showing *showing)
{
  guint n = 0, n_backlinks = 0, row = 0;
  const ChnRelation *relations = chn_event_get_relations (showing->event, &n);
  const ChnBacklink *backlinks = chn_timeline_get_backlinks (showing->timeline, showing->row, &n_backlinks);
  if (n + n_backlinks == 0)
    return;
  page_add_heading (showing->page, "Relations");
  for (guint i = 0; i < n; i++)
    if (chn_timeline_find (showing->timeline, relations[i].target, &row))
      show_other (showing,
                  chn_event_describe_term (showing->event, CHN_VOCABULARY_RELATION, relations[i].type)->label, row);
  for (guint i = 0; i < n_backlinks; i++) {
    g_autofree char *label = dup_capitalised (
        chn_event_describe_term (showing->event, CHN_VOCABULARY_RELATION, backlinks[i].type)->inverse);
    show_other (showing, label, backlinks[i].row);
  }
}
