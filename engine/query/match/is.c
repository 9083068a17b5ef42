/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The field is: what else can be said of an event. */
#include "query/choice.h"
#include "query/match/match.h"
#include "timeline/judge.h"

static gboolean
is_approximate (const ChnColumns *columns, guint row, const ChnKnown *known)
{
  (void) known;
  return (chn_columns_get_date_flags (columns, row) & CHN_DATE_APPROXIMATE) != 0;
}

static gboolean
is_uncertain (const ChnColumns *columns, guint row, const ChnKnown *known)
{
  (void) known;
  return (chn_columns_get_date_flags (columns, row) & CHN_DATE_UNCERTAIN) != 0;
}

static gboolean
is_timed (const ChnColumns *columns, guint row, const ChnKnown *known)
{
  (void) known;
  return (chn_columns_get_date_flags (columns, row) & CHN_DATE_TIMED) != 0;
}

static gboolean
is_planned (const ChnColumns *columns, guint row, const ChnKnown *known)
{
  (void) known;
  return chn_columns_get_status (columns, row) == CHN_STATUS_PLANNED;
}

/* Its last possible second lies before today. */
static gboolean
is_overdue (const ChnColumns *columns, guint row, const ChnKnown *known)
{
  return is_planned (columns, row, known) && chn_columns_get_latest (columns, row) < known->today.earliest;
}

static gboolean
is_unsourced (const ChnColumns *columns, guint row, const ChnKnown *known)
{
  (void) known;
  guint n = 0;
  chn_columns_get_citations (columns, row, &n);
  return n == 0;
}

static gboolean
is_disputed (const ChnColumns *columns, guint row, const ChnKnown *known)
{
  (void) columns;
  return chn_timeline_is_disputed (known->timeline, row);
}

static gboolean
is_single (const ChnColumns *columns, guint row, const ChnKnown *known)
{
  (void) columns;
  return chn_timeline_count_voices (known->timeline, row) == 1;
}

static gboolean
is_confirmed (const ChnColumns *columns, guint row, const ChnKnown *known)
{
  (void) columns;
  return chn_timeline_count_voices (known->timeline, row) > 1 && !chn_timeline_is_disputed (known->timeline, row);
}

static gboolean
is_superseded (const ChnColumns *columns, guint row, const ChnKnown *known)
{
  (void) columns;
  return chn_timeline_has_superseded (known->timeline, row);
}

static const ChnChoice choices[] = {
  { "approximate", is_approximate, NULL, NULL },
  { "uncertain", is_uncertain, NULL, NULL },
  { "timed", is_timed, NULL, NULL },
  { "planned", is_planned, NULL, NULL },
  { "overdue", is_overdue, NULL, NULL },
  { "disputed", is_disputed, NULL, NULL },
  { "confirmed", is_confirmed, NULL, NULL },
  { "single", is_single, NULL, NULL },
  { "unsourced", is_unsourced, NULL, NULL },
  { "superseded", is_superseded, NULL, NULL },
};

gboolean
chn_bind_is (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  const ChnNode *term = condition->term;
  if (!chn_choice_bind (binder, condition, choices, G_N_ELEMENTS (choices), error))
    return FALSE;
  for (guint i = 0; i < term->n_values; i++)
    if (g_ascii_strcasecmp (term->values[i].low.text, "overdue") == 0)
      binder->asks_day = TRUE;
  return TRUE;
}

ChnAnswer
chn_match_is (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  return chn_choice_match (condition, columns, row);
}

/* What sources make of it is another thing where some of them are not shown. */
static gboolean
rests_on_sources (const char *word)
{
  static const char *const words[] = { "disputed", "confirmed", "single", "unsourced", "superseded" };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (word, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* What depends on the day that it is asked on is asked of each row. */
void
chn_describe_is (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description)
{
  chn_describe_words (condition, columns, description);
  for (guint i = 0; i < condition->term->n_values; i++) {
    const char *word = condition->term->values[i].low.text;
    description->asks_sources = description->asks_sources || rests_on_sources (word);
    if (g_ascii_strcasecmp (word, "overdue") == 0) {
      chn_description_add_key (description, condition->term->rule->field->name, "planned");
      description->is_exact = FALSE;
    }
  }
}
