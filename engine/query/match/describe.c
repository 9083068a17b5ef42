/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What conditions of several families of fields ask for, described alike. */
#include "date/ends.h"
#include "query/events.h"
#include "query/match/match.h"
#include "query/periods.h"
#include "timeline/columns.h"

/* By what word the keys of a dictionary begin. */
static const char *const words[CHN_N_DICTIONARIES] = {
  [CHN_DICTIONARY_ACTORS] = "actor", [CHN_DICTIONARY_FORUMS] = "forum",   [CHN_DICTIONARY_SYMBOLS] = "symbol",
  [CHN_DICTIONARY_TAGS] = "tag",     [CHN_DICTIONARY_SOURCES] = "source", [CHN_DICTIONARY_SERIES] = "series",
};

/* The codes of kinds are their values, which have no texts of their own. */
static void
describe_kinds (const ChnCodes *codes, const ChnColumns *columns, ChnDescription *description)
{
  for (guint32 code = 0; code < codes->n_codes; code++)
    if (codes->wanted[code])
      chn_description_add_key (description, "kind", chn_columns_get_term (columns, CHN_VOCABULARY_KIND, code)->name);
}

void
chn_describe_codes (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description)
{
  const ChnCodes *codes = condition->data;
  if (codes->dictionary == CHN_DICTIONARY_KINDS)
    describe_kinds (codes, columns, description);
  else
    chn_description_add_codes (description, words[codes->dictionary], codes, columns);
  description->is_exact = TRUE;
}

/* A row of which it is not known whether a word is true has a key with a question mark. */
void
chn_describe_words (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description)
{
  const ChnNode *term = condition->term;
  g_autofree char *doubt = g_strconcat (term->rule->field->name, "?", NULL);
  (void) columns;
  for (guint i = 0; i < term->n_values; i++) {
    g_autofree char *word = g_ascii_strdown (term->values[i].low.text, -1);
    chn_description_add_key (description, term->rule->field->name, word);
    chn_description_add_doubt (description, doubt, word);
  }
  description->is_exact = TRUE;
}

void
chn_describe_voted (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description)
{
  (void) condition, (void) columns;
  g_ptr_array_add (description->keys, g_strdup (CHN_KEY_VOTED));
  g_ptr_array_add (description->never, g_strdup (CHN_KEY_UNCAST));
}

void
chn_describe_events (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description)
{
  const ChnEvents *events = condition->data;
  for (guint i = 0; i < events->n; i++)
    g_ptr_array_add (description->events, (gpointer) chn_columns_get_text (columns, CHN_FIELD_ID, events->rows[i]));
  description->is_exact = TRUE;
}

/* The event whose date is asked for may lie beside it. */
static void
add_event (ChnDescription *description, const ChnColumns *columns, gint64 row)
{
  if (row >= 0)
    g_ptr_array_add (description->events, (gpointer) chn_columns_get_text (columns, CHN_FIELD_ID, (guint) row));
}

/* What has a beginning and an end in days that are asked for is within them, as long as nothing about its date is in
 * doubt. */
static void
describe_insides (const ChnPeriods *periods, ChnDescription *description)
{
  for (guint i = 0; i < periods->n; i++) {
    const ChnPeriod *period = &periods->period[i];
    gboolean is_plain = period->clocks == CHN_CLOCKS_CALENDAR && !period->gaps && !period->is_doubtful &&
                        period->begins_with < 0 && period->ends_with < 0 && !period->is_moment;
    if (is_plain && period->timing != CHN_TIMING_OVERLAPS)
      chn_description_add_inside (chn_description_need_sure (description), NULL,
                                  MAX (period->from.civil, CHN_TIME_UNKNOWN_START + 1),
                                  MIN (period->to.civil, CHN_TIME_UNKNOWN_END - 1));
  }
  static const char *const doubts[] = { CHN_KEY_RECURS, CHN_KEY_GAPS, "is approximate", "is uncertain" };
  for (guint i = 0; description->sure && i < G_N_ELEMENTS (doubts); i++)
    g_ptr_array_add (description->sure->doubts, g_strdup (doubts[i]));
}

/* What recurs, and what has gaps in its date, is asked itself. */
void
chn_describe_periods (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description)
{
  const ChnPeriods *periods = condition->data;
  g_ptr_array_add (description->doubts, g_strdup (CHN_KEY_RECURS));
  g_ptr_array_add (description->doubts, g_strdup (CHN_KEY_GAPS));
  description->is_exact = periods->days != NULL;
  for (guint i = 0; i < periods->n; i++) {
    const ChnPeriod *period = &periods->period[i];
    ChnDateStretch reach = periods->days ? periods->days[i] : chn_period_find_reach (period);
    g_array_append_val (description->stretches, reach);
    add_event (description, columns, period->begins_with);
    add_event (description, columns, period->ends_with);
  }
  describe_insides (periods, description);
}
