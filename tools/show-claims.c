/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The claims of a shown event, side by side: field by field what the record has, who confirms it, who says otherwise.
 */
#include "names.h"
#include "show.h"

enum { INDENT = 2, FIELD_WIDTH = 9, AGREEMENT_WIDTH = 11 };

static const struct {
  ChnField field;
  const char *name;
} singulars[] = {
  { CHN_FIELD_FORUMS, "forum" },
  { CHN_FIELD_SYMBOLS, "symbol" },
  { CHN_FIELD_ACTORS, "actor" },
};

static const char *
get_field_name (ChnField field)
{
  for (guint i = 0; i < G_N_ELEMENTS (singulars); i++)
    if (singulars[i].field == field)
      return singulars[i].name;
  return chn_field_get_info (field)->name;
}

static gboolean
is_prose (ChnField field)
{
  return field == CHN_FIELD_TITLE || field == CHN_FIELD_SUMMARY;
}

/* A value with what it means to a person, where the value alone is a code. */
static char *
dup_explained (const Showing *showing, ChnField field, const char *value)
{
  const ChnForum *forum = field == CHN_FIELD_FORUMS ? chn_registry_get_forum (showing->registry, value) : NULL;
  const ChnActor *actor = field == CHN_FIELD_ACTORS ? chn_registry_get_actor (showing->registry, value) : NULL;
  if (forum)
    return g_strdup_printf ("%s (%s)", value, chn_forum_get_short_name (forum));
  return actor ? g_strdup_printf ("%s (%s)", value, chn_actor_get_short_name (actor)) : g_strdup (value);
}

/* Title and summary stand above: they are not told again. */
static char *
dup_record (const Showing *showing, ChnField field)
{
  if (is_prose (field))
    return g_strdup ("in the record's words");
  g_autofree char *record = chn_event_dup_value (showing->event, field);
  return record ? dup_explained (showing, field, record) : g_strdup ("nothing recorded");
}

/* Whether a source dates the event to some of the days on which it took place. */
static gboolean
is_part (const Showing *showing, const ChnClaim *claim)
{
  const ChnDateBounds *recorded = chn_event_get_bounds (showing->event);
  g_autoptr (ChnDate) date = claim->field == CHN_FIELD_DATE ? chn_date_parse (claim->value, -1, NULL) : NULL;
  return date && recorded->flags & (CHN_DATE_INTERVAL | CHN_DATE_ALL_OF) &&
         chn_date_relate (date, recorded->earliest, recorded->latest) == CHN_CERTAINTY_CERTAINLY;
}

/* How a claim that differs is to be taken; NULL where that is plain. */
static const char *
get_verdict (const Showing *showing, const ChnCitation *citation, const ChnClaim *claim, ChnStance stance)
{
  static const struct {
    const char *of_forum, *of_others;
  } verdicts[] = {
    [CHN_STANCE_PRECISE] = { "a body below it", "more precise" },
    [CHN_STANCE_PARTIAL] = { "a body above it", "less precise" },
    [CHN_STANCE_DISPUTES] = { "another body", NULL },
  };
  if (stance == CHN_STANCE_SUPERSEDED)
    return NULL;
  if (chn_citation_is_announcement (showing->event, citation))
    return "foreseen";
  if (stance == CHN_STANCE_PARTIAL && is_part (showing, claim))
    return "a part of it";
  return claim->field == CHN_FIELD_FORUMS ? verdicts[stance].of_forum : verdicts[stance].of_others;
}

/* "1, 3, 5": the citations that confirm. */
static char *
dup_confirming (const Showing *showing, ChnField field)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (showing->event, &n);
  GString *numbers = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < citations[i].n_claims; k++)
      if (citations[i].claims[k].field == field &&
          chn_timeline_judge_claim (showing->timeline, showing->row, i, k) == CHN_STANCE_CONFIRMS)
        g_string_append_printf (numbers, "%s%u", numbers->len > 0 ? ", " : "", i + 1);
  return g_string_free (numbers, FALSE);
}

static void
add_row (const Showing *showing, const char *field, const char *agreement, const char *text)
{
  static const guint widths[] = { FIELD_WIDTH, AGREEMENT_WIDTH, 0 };
  const char *cells[] = { field, agreement, text };
  page_add_row (showing->page, INDENT, widths, cells, G_N_ELEMENTS (cells));
}

/* " (superseded: corrected by gazette)" */
static void
append_successor (const Showing *showing, GString *line, guint cited, guint index)
{
  guint n = 0;
  const char *key = chn_event_get_citations (showing->event, &n)[cited].source;
  const ChnSource *by = chn_timeline_find_successor (showing->timeline, showing->row, cited, index);
  if (by)
    g_string_append_printf (line, " (superseded: %s by %s)",
                            chn_source_names (by, CHN_SOURCE_WITHDRAWS, key) ? "withdrawn" : "corrected",
                            by->text[CHN_SOURCE_KEY]);
}

/* "5, icc-article-2014, para 3, says 40-77 (less precise): “defeated 40-77”". */
static void
show_other (const Showing *showing, guint cited, const ChnCitation *citation, guint index)
{
  const ChnClaim *claim = &citation->claims[index];
  ChnStance stance = chn_timeline_judge_claim (showing->timeline, showing->row, cited, index);
  if (stance == CHN_STANCE_CONFIRMS)
    return;
  const char *verdict = get_verdict (showing, citation, claim, stance);
  g_autofree char *claimed = dup_explained (showing, claim->field, claim->value);
  g_autoptr (GString) line = g_string_new (NULL);
  g_string_append_printf (line, "%u, %s", cited + 1, citation->source);
  if (citation->at)
    g_string_append_printf (line, ", %s", citation->at);
  g_string_append_printf (line, ", says %s", claimed);
  if (verdict)
    g_string_append_printf (line, " (%s)", verdict);
  append_successor (showing, line, cited, index);
  if (citation->quote)
    g_string_append_printf (line, ": “%s”", citation->quote);
  add_row (showing, "", "", line->str);
}

static void
show_field (const Showing *showing, ChnField field, ChnAgreement agreement)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (showing->event, &n);
  g_autofree char *record = dup_record (showing, field), *confirming = dup_confirming (showing, field);
  g_autofree char *text = *confirming ? g_strdup_printf ("%s: %s", record, confirming) : g_strdup (record);
  add_row (showing, get_field_name (field), chn_agreement_get_name (agreement), text);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < citations[i].n_claims; k++)
      if (citations[i].claims[k].field == field)
        show_other (showing, i, &citations[i], k);
}

void
show_claims (const Showing *showing)
{
  gboolean headed = FALSE;
  for (guint field = 0; field < CHN_N_FIELDS; field++) {
    ChnAgreement agreement = chn_timeline_judge_field (showing->timeline, showing->row, (ChnField) field);
    if (agreement == CHN_AGREEMENT_SILENT)
      continue;
    if (!headed)
      page_add_heading (showing->page, "Claims, with the numbers of the sources below");
    headed = TRUE;
    show_field (showing, (ChnField) field, agreement);
  }
}
