/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* An event in words: vote, date, forum and source as briefings phrase them. */
#include "document/prose.h"

#include <chancery/outcome.h>
#include <string.h>

#include "base/civil.h"
#include "date/english.h"

static void append_part (GString *out, const char *separator, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
append_part (GString *out, const char *separator, const char *format, ...)
{
  if (out->len > 0)
    g_string_append (out, separator);
  va_list arguments;
  va_start (arguments, format);
  g_string_append_vprintf (out, format, arguments);
  va_end (arguments);
}

char *
chn_prose_vote (const ChnVote *vote)
{
  if (vote->method == CHN_METHOD_CONSENSUS)
    return g_strdup ("without a vote");
  g_autoptr (GString) out = g_string_new (NULL);
  if (vote->yes >= 0)
    append_part (out, ", ", "%d in favour", vote->yes);
  if (vote->no >= 0)
    append_part (out, vote->abstain >= 0 ? ", " : " and ", "%d against", vote->no);
  if (vote->abstain >= 0)
    append_part (out, " and ", "%d abstention%s", vote->abstain, vote->abstain == 1 ? "" : "s");
  return out->len > 0 ? g_strdup (out->str) : NULL;
}

const char *
chn_prose_get_joint (guint index, guint n)
{
  return index == 0 ? "" : index + 1 < n ? ", " : " and ";
}

static gboolean
has_number (const char *text, int number)
{
  g_autofree char *digits = g_strdup_printf ("%d", number);
  gsize length = strlen (digits);
  for (const char *at = strstr (text, digits); at; at = strstr (at + 1, digits))
    if ((at == text || !g_ascii_isdigit (at[-1])) && !g_ascii_isdigit (at[length]))
      return TRUE;
  return FALSE;
}

static gboolean
says_vote (const char *sentence, const ChnVote *vote)
{
  static const char *const words[] = { "without a vote", "by consensus", "unanimous" };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (sentence, words[i]))
      return TRUE;
  return vote->yes >= 0 && vote->no >= 0 && has_number (sentence, vote->yes) && has_number (sentence, vote->no);
}

/* "19 against", "none against" */
static void
append_count (GString *out, const char *before, int count, const char *after)
{
  g_autofree char *number = count == 0 ? g_strdup ("none") : g_strdup_printf ("%d", count);
  g_string_append_printf (out, "%s%s%s", before, number, after);
}

/* "by a recorded vote of 111 in favour to none against", "by 111 votes to none" */
static void
append_counts (GString *out, const ChnVote *vote, gboolean is_short)
{
  static const char *const methods[] = {
    [CHN_METHOD_NONE] = "",
    [CHN_METHOD_RECORDED] = "recorded ",
    [CHN_METHOD_PROCEDURAL] = "procedural ",
    [CHN_METHOD_CONSENSUS] = "",
  };
  if (is_short) {
    append_count (out, "by ", vote->yes, vote->yes == 1 ? " vote" : " votes");
    append_count (out, " to ", vote->no, "");
  } else {
    g_string_append_printf (out, "by a %svote", methods[vote->method]);
    append_count (out, " of ", vote->yes, " in favour");
    append_count (out, " to ", vote->no, " against");
  }
}

/* ", with 55 abstentions"; nothing where these are not known. */
static void
append_abstentions (GString *out, const ChnVote *vote)
{
  if (vote->abstain == 0)
    g_string_append (out, ", without abstentions");
  else if (vote->abstain > 0)
    g_string_append_printf (out, ", with %d abstention%s", vote->abstain, vote->abstain == 1 ? "" : "s");
}

char *
chn_prose_counts (const ChnVote *vote)
{
  if (vote->method == CHN_METHOD_CONSENSUS)
    return g_strdup ("adoption without a vote");
  GString *out = g_string_new (NULL);
  append_count (out, "", vote->yes, vote->yes == 1 ? " vote" : " votes");
  append_count (out, " to ", vote->no, "");
  append_abstentions (out, vote);
  return g_string_free (out, FALSE);
}

char *
chn_prose_decision (const ChnVote *vote, const char *sentence, gboolean is_short)
{
  if (!chn_vote_is_present (vote) || says_vote (sentence, vote))
    return NULL;
  if (vote->method == CHN_METHOD_CONSENSUS)
    return g_strdup ("without a vote");
  if (vote->yes < 0 || vote->no < 0)
    return chn_prose_vote (vote);
  if (vote->yes > 0 && vote->no == 0 && vote->abstain == 0)
    return g_strdup ("unanimously");
  GString *out = g_string_new (NULL);
  append_counts (out, vote, is_short);
  append_abstentions (out, vote);
  return g_string_free (out, FALSE);
}

/* "vetoed by China and Russia"; "vetoed" where it is not known by whom. */
static char *
dup_veto (const ChnRegistry *registry, const ChnEvent *event)
{
  g_autoptr (GPtrArray) actors = chn_event_dup_vetoes (event, registry);
  g_autoptr (GString) out = g_string_new ("vetoed");
  for (guint i = 0; i < actors->len; i++) {
    const char *joint = i == 0 ? " by " : chn_prose_get_joint (i, actors->len);
    g_string_append_printf (out, "%s%s", joint,
                            chn_seat_get_name (registry, actors->pdata[i], chn_event_get_bounds (event)));
  }
  return g_strdup (out->str);
}

char *
chn_prose_outcome (const ChnRegistry *registry, const ChnEvent *event)
{
  ChnOutcome outcome = chn_event_find_outcome (event, registry);
  g_autofree char *veto = outcome.veto == CHN_CERTAINTY_CERTAINLY ? dup_veto (registry, event) : NULL;
  if (veto)
    return g_strdup_printf ("%s (derived)", veto);
  if (!outcome.is_derived)
    return NULL;
  if (outcome.adopted == CHN_CERTAINTY_CERTAINLY)
    return g_strdup ("adopted (derived)");
  gboolean failed = outcome.failed == CHN_CERTAINTY_CERTAINLY, rejected = outcome.rejected == CHN_CERTAINTY_CERTAINLY;
  return failed     ? g_strdup ("not adopted: short of the majority (derived)")
         : rejected ? g_strdup ("not adopted (derived)")
                    : NULL;
}

const char *
chn_prose_forum (const ChnTimeline *timeline, const ChnEvent *event)
{
  guint n = 0;
  const char *const *forums = chn_event_get_items (event, CHN_FIELD_FORUMS, &n);
  const ChnForum *forum = n > 0 ? chn_registry_get_forum (chn_timeline_get_registry (timeline), forums[0]) : NULL;
  return forum ? chn_forum_get_short_name (forum) : NULL;
}

gboolean
chn_prose_year (const ChnEvent *event, gint64 *year)
{
  const ChnDateBounds *bounds = chn_event_get_bounds (event);
  if (bounds->earliest == CHN_TIME_MIN)
    return FALSE;
  *year = chn_civil_from_seconds (bounds->earliest).year;
  return TRUE;
}

char *
chn_prose_year_name (gint64 year)
{
  GString *out = g_string_new (NULL);
  chn_english_append_year (year, out);
  return g_string_free (out, FALSE);
}

char *
chn_prose_date (const ChnEvent *event, gint64 year)
{
  char *text = chn_date_dup_humanized (chn_event_get_date (event, CHN_FIELD_DATE));
  const ChnDateBounds *bounds = chn_event_get_bounds (event);
  if (bounds->precision == CHN_PRECISION_YEAR || bounds->earliest == CHN_TIME_MIN || bounds->latest == CHN_TIME_MAX ||
      chn_civil_from_seconds (bounds->earliest).year != year || chn_civil_from_seconds (bounds->latest).year != year)
    return text;
  g_autofree char *name = chn_prose_year_name (year);
  g_autofree char *ending = g_strconcat (" ", name, NULL), *whole = g_strconcat (" of", ending, NULL);
  if (g_str_has_suffix (text, ending) && !g_str_has_suffix (text, whole)) /* "the second half of 2014" */
    text[strlen (text) - strlen (ending)] = '\0';
  return text;
}

const char *
chn_prose_status (const ChnEvent *event)
{
  guint n = 0, status = chn_event_get_term (event, CHN_FIELD_STATUS);
  if (status == CHN_STATUS_OCCURRED)
    return NULL;
  return chn_vocabulary_get_terms (CHN_VOCABULARY_STATUS, &n)[status].label;
}

char *
chn_prose_edtf (const char *edtf)
{
  g_autoptr (ChnDate) date = chn_date_parse (edtf, -1, NULL);
  return date ? chn_date_dup_humanized (date) : g_strdup (edtf);
}

char *
chn_prose_source (const ChnSource *source)
{
  g_autoptr (GString) out = g_string_new (NULL);
  if (source->text[CHN_SOURCE_AUTHOR])
    append_part (out, ", ", "%s", source->text[CHN_SOURCE_AUTHOR]);
  if (source->text[CHN_SOURCE_TITLE])
    append_part (out, ", ", "“%s”", source->text[CHN_SOURCE_TITLE]);
  if (source->text[CHN_SOURCE_PUBLISHER])
    append_part (out, ", ", "%s", source->text[CHN_SOURCE_PUBLISHER]);
  if (source->text[CHN_SOURCE_SYMBOL])
    append_part (out, ", ", "%s", source->text[CHN_SOURCE_SYMBOL]);
  if (source->text[CHN_SOURCE_DATE]) {
    g_autofree char *date = chn_prose_edtf (source->text[CHN_SOURCE_DATE]);
    append_part (out, ", ", "%s", date);
  }
  return g_strdup (out->len > 0 ? out->str : source->text[CHN_SOURCE_KEY]);
}

char *
chn_prose_source_name (const ChnSource *source)
{
  if (source->text[CHN_SOURCE_AUTHOR])
    return g_strdup (source->text[CHN_SOURCE_AUTHOR]);
  if (source->text[CHN_SOURCE_PUBLISHER])
    return g_strdup (source->text[CHN_SOURCE_PUBLISHER]);
  if (source->text[CHN_SOURCE_TITLE])
    return g_strdup_printf ("“%s”", source->text[CHN_SOURCE_TITLE]);
  return g_strdup (source->text[CHN_SOURCE_KEY]);
}
