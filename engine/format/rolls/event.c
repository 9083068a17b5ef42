/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* An event of a roll call: when, on what, with which counts, and the whole roll as States were called then. */
#include "format/rolls/event.h"

#include <chancery/error.h>
#include <string.h>

#include "base/number-map.h"
#include "base/report.h"
#include "format/rolls/cite.h"
#include "format/rolls/symbols.h"
#include "model/event-storage.h"
#include "model/slug.h"

/* Bytes up to which a text is a title; the first year whose days Voeten's data attest. */
enum { LONGEST_TITLE = 200, FIRST_ATTESTED_YEAR = 2002 };

void
chn_roll_events_init (ChnRollEvents *events, ChnRollBook *book, ChnTimelineBuilder *builder,
                      const ChnRegistry *registry)
{
  *events = (ChnRollEvents){ .book = book, .builder = builder, .registry = registry, .event = chn_event_new () };
  for (guint i = 0; i < G_N_ELEMENTS (events->ballots); i++)
    events->ballots[i] = g_array_new (FALSE, FALSE, sizeof (ChnBallot));
  events->seen = chn_number_map_new ();
}

void
chn_roll_events_clear (ChnRollEvents *events)
{
  g_clear_pointer (&events->event, chn_event_free);
  for (guint i = 0; i < G_N_ELEMENTS (events->ballots); i++)
    g_clear_pointer (&events->ballots[i], g_array_unref);
  g_clear_pointer (&events->seen, g_array_unref);
}

static gboolean
is_set (const ChnRollCall *call, ChnRollColumn column)
{
  return call->text[column] && strcmp (call->text[column], "0") != 0;
}

gboolean
chn_roll_call_is_of_part (const ChnRollCall *call)
{
  return is_set (call, CHN_ROLL_AMENDMENT) || is_set (call, CHN_ROLL_PARAGRAPH);
}

static void
take_id (const ChnRollCall *call, ChnEvent *event)
{
  static const char *const prefixes[] = {
    [CHN_ROLL_RCID] = "ga-rcid-", [CHN_ROLL_UNDL] = "undl-", [CHN_ROLL_RESOLUTION] = "roll-call-"
  };
  g_autofree char *text = g_strconcat (prefixes[call->key_column], call->key, NULL);
  g_autofree char *id = chn_slug_dup_near (text);
  chn_event_set_text (event, CHN_FIELD_ID, id ? id : text, -1);
  chn_event_set_position (event, CHN_FIELD_ID, 0, call->line, 1);
}

static void
fault_date (const ChnRollEvents *events, const ChnRollCall *call, const GError *error)
{
  chn_event_set_position (events->event, CHN_FIELD_DATE, 0, call->line, 1); /* what it lacks is said here */
  chn_report_add_error (chn_timeline_builder_get_report (events->builder), events->book->files->pdata[call->file],
                        call->line, 1, NULL, error);
}

/* The day of the table, which tells what a code meant; the event has the month alone where days are not attested. */
static ChnDate *
take_date (const ChnRollEvents *events, const ChnRollCall *call)
{
  const char *text = call->text[CHN_ROLL_DATE];
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnDate) day = chn_date_parse (text ? text : "", -1, &error);
  if (!day) {
    fault_date (events, call, error);
    return NULL;
  }
  gboolean is_vague = call->key_column == CHN_ROLL_RCID && strlen (text) == strlen ("1946-01-01") &&
                      g_ascii_strtoll (text, NULL, 10) < FIRST_ATTESTED_YEAR;
  g_autoptr (ChnDate) month = is_vague ? chn_date_parse (text, strlen ("1946-01"), NULL) : NULL;
  if (month)
    chn_event_add_extra (events->event, "date", text);
  chn_event_set_date (events->event, CHN_FIELD_DATE, month ? month : day);
  return g_steal_pointer (&day);
}

/* One line, cut between words where it is long. */
static void
set_title (ChnEvent *event, const char *text)
{
  g_autoptr (GString) line = g_string_new (NULL);
  for (const char *at = text; *at; at++)
    if (!g_ascii_isspace (*at))
      g_string_append_c (line, *at);
    else if (line->len > 0 && line->str[line->len - 1] != ' ')
      g_string_append_c (line, ' ');
  if (line->len > LONGEST_TITLE) {
    const char *blank = g_strrstr_len (line->str, LONGEST_TITLE, " ");
    const char *stop = blank ? blank : g_utf8_find_prev_char (line->str, line->str + LONGEST_TITLE);
    g_string_truncate (line, stop ? (gsize) (stop - line->str) : 0);
    g_string_append (line, " …");
  }
  chn_event_set_text (event, CHN_FIELD_TITLE, g_strchomp (line->str), -1);
}

/* Whether a text is the beginning of a longer one, as far as that goes. */
static gboolean
begins (const char *whole, const char *part)
{
  g_autofree char *own = g_strchomp (g_strdup (part));
  return g_str_has_prefix (whole, own);
}

static void
take_words (const ChnRollCall *call, ChnEvent *event)
{
  const char *title = call->text[CHN_ROLL_TITLE], *description = call->text[CHN_ROLL_DESCRIPTION];
  const char *agenda = call->text[CHN_ROLL_AGENDA], *note = call->text[CHN_ROLL_NOTE];
  gboolean is_in_title = description && (!title || begins (description, title));
  const char *line = is_in_title ? description : title ? title : agenda;
  g_autofree char *made = line ? NULL : g_strdup_printf ("Roll call %s", call->key);
  set_title (event, line ? line : made);
  const char *told[] = { is_in_title && strlen (description) <= LONGEST_TITLE ? NULL : description,
                         line == agenda ? NULL : agenda, note };
  g_autoptr (GString) summary = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if (told[i])
      g_string_append_printf (summary, "%s%s", summary->len > 0 ? "\n\n" : "", told[i]);
  if (summary->len > 0)
    chn_event_set_text (event, CHN_FIELD_SUMMARY, summary->str, (gssize) summary->len);
}

static void
add_tags (ChnEvent *event, const char *cell)
{
  g_auto (GStrv) tags = g_strsplit_set (cell, "|;\n", -1);
  for (char **tag = tags; *tag; tag++) {
    g_strstrip (*tag);
    guint n = 0;
    const char *const *known = chn_event_get_items (event, CHN_FIELD_TAGS, &n);
    gboolean is_new = **tag != '\0';
    for (guint i = 0; is_new && i < n; i++)
      is_new = strcmp (known[i], *tag) != 0;
    if (is_new)
      chn_event_add_item (event, CHN_FIELD_TAGS, *tag, -1);
  }
}

static void
take_tags (const ChnRollCall *call, ChnEvent *event)
{
  if (is_set (call, CHN_ROLL_AMENDMENT))
    chn_event_add_item (event, CHN_FIELD_TAGS, "amendment", -1);
  if (is_set (call, CHN_ROLL_PARAGRAPH))
    chn_event_add_item (event, CHN_FIELD_TAGS, "paragraph", -1);
  for (guint i = 0; i < CHN_N_ROLL_COLUMNS; i++)
    if (chn_roll_column_get_tag ((ChnRollColumn) i) && is_set (call, (ChnRollColumn) i))
      chn_event_add_item (event, CHN_FIELD_TAGS, chn_roll_column_get_tag ((ChnRollColumn) i), -1);
  if (call->text[CHN_ROLL_SUBJECTS])
    add_tags (event, call->text[CHN_ROLL_SUBJECTS]);
}

static void
take_extras (const ChnRollCall *call, ChnEvent *event)
{
  static const struct {
    ChnRollColumn column;
    const char *key;
  } kept[] = { { CHN_ROLL_SESSION, "session" },
               { CHN_ROLL_LINK, "link" },
               { CHN_ROLL_MODALITY, "modality" },
               { CHN_ROLL_MEMBERS, "total_ms" } };
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (call->text[kept[i].column])
      chn_event_add_extra (event, kept[i].key, call->text[kept[i].column]);
  for (guint i = 0; i < call->n_extras; i++)
    chn_event_add_extra (event, call->extras[i].heading, call->extras[i].text);
}

/* A count, which may be written 120.0; -1 for what is none. */
static gint32
read_count (const char *text)
{
  char *end = NULL;
  double count = text ? g_ascii_strtod (text, &end) : -1;
  return text && end != text && *end == '\0' && count >= 0 && count < 1e6 ? (gint32) count : -1;
}

/* What was announced; else the table's own sums, of which nothing follows for those who are not in it. */
static void
take_counts (const ChnRollEvents *events, const ChnRollCall *call, ChnVote *vote)
{
  vote->yes = read_count (call->text[CHN_ROLL_TOTAL_YES]);
  vote->no = read_count (call->text[CHN_ROLL_TOTAL_NO]);
  vote->abstain = read_count (call->text[CHN_ROLL_TOTAL_ABSTAIN]);
  vote->not_voting = read_count (call->text[CHN_ROLL_TOTAL_NOT_VOTING]);
  if (vote->yes >= 0)
    return;
  vote->is_summed = TRUE;
  vote->yes = read_count (call->text[CHN_ROLL_YES]);
  vote->no = read_count (call->text[CHN_ROLL_NO]);
  vote->abstain = read_count (call->text[CHN_ROLL_ABSTAIN]);
  if (vote->yes >= 0 || vote->n_ballots == 0)
    return;
  vote->yes = (gint32) events->ballots[CHN_BALLOT_YES]->len;
  vote->no = (gint32) events->ballots[CHN_BALLOT_NO]->len;
  vote->abstain = (gint32) events->ballots[CHN_BALLOT_ABSTAIN]->len;
}

/* A ballot that is nobody's, or none, stays with the event. */
static void
keep_ballot (const ChnRollEvents *events, const ChnRollVoter *voter, const ChnRollBallot *ballot)
{
  g_autofree char *key = g_strdup_printf ("ballot of %s", voter->text);
  const char *word =
      ballot->kind >= 0 ? chn_vocabulary_get_term_name (CHN_VOCABULARY_BALLOT, (guint) ballot->kind) : ballot->word;
  chn_event_add_extra (events->event, key, word);
}

static void
take_ballot (ChnRollEvents *events, const ChnRollBallot *ballot, const ChnDateBounds *at, guint32 number)
{
  ChnRollVoter *voter = chn_roll_voters_get (&events->book->voters, ballot->voter);
  chn_roll_voters_read (&events->book->voters, voter, events->registry, at);
  guint32 *last = chn_number_map_at (events->seen, voter->seat);
  gboolean is_again = voter->seat > 0 && *last == number;
  voter->n_unknown += voter->seat == 0;
  if (voter->seat == 0 || is_again || ballot->kind < 0) {
    keep_ballot (events, voter, ballot);
    return;
  }
  *last = number;
  ChnBallot known = { voter->actor, (ChnBallotKind) ballot->kind };
  g_array_append_val (events->ballots[ballot->kind], known);
}

static void
take_ballots (ChnRollEvents *events, const ChnRollLines *lines, const ChnDateBounds *at, guint32 number)
{
  for (guint i = 0; i < G_N_ELEMENTS (events->ballots); i++)
    g_array_set_size (events->ballots[i], 0);
  for (guint i = 0; i < lines->n; i++)
    take_ballot (events, &g_array_index (events->book->ballots, ChnRollBallot, lines->ballots[i]), at, number);
}

static void
take_vote (ChnRollEvents *events, const ChnRollCall *call, const ChnRollLines *lines, const ChnDateBounds *at,
           guint32 number)
{
  ChnVote vote = CHN_VOTE_NONE;
  take_ballots (events, lines, at, number);
  GArray *all = events->ballots[0];
  for (guint i = 1; i < G_N_ELEMENTS (events->ballots); i++)
    vote.n_ballots += events->ballots[i]->len;
  vote.n_ballots += all->len;
  take_counts (events, call, &vote);
  gboolean is_consensus = call->text[CHN_ROLL_MODALITY] && vote.n_ballots == 0 && vote.yes < 0;
  vote.method = is_consensus ? CHN_METHOD_CONSENSUS : CHN_METHOD_RECORDED;
  vote.is_summed = vote.is_summed && vote.yes >= 0;
  for (guint i = 1; i < G_N_ELEMENTS (events->ballots); i++)
    g_array_append_vals (all, events->ballots[i]->data, events->ballots[i]->len);
  vote.ballots = vote.n_ballots > 0 ? (const ChnBallot *) (gpointer) all->data : NULL;
  events->event->vote = vote; /* whose names are the registry's */
}

/* A vote on a whole text that has a resolution's symbol was its adoption; of several with one symbol none tells. */
static void
take_kind (const ChnRollCall *call, gboolean is_alone, ChnEvent *event)
{
  const ChnVote *vote = chn_event_get_vote (event);
  gboolean is_adopted = is_alone && !chn_roll_call_is_of_part (call) && chn_roll_symbols_have_resolution (event) &&
                        vote->yes > vote->no;
  int kind = chn_vocabulary_find (CHN_VOCABULARY_KIND, is_adopted ? "resolution" : "vote", -1, NULL);
  chn_event_set_term (event, CHN_FIELD_KIND, (guint) MAX (kind, 0));
  event->vote.result = is_adopted ? CHN_RESULT_ADOPTED : CHN_RESULT_NONE;
}

void
chn_roll_event_add (ChnRollEvents *events, const ChnRollCall *call, const ChnRollLines *lines, gboolean is_alone,
                    guint32 number)
{
  static const ChnDateBounds always = { .earliest = G_MININT64, .latest = G_MAXINT64 };
  ChnEvent *event = events->event;
  chn_event_clear (event);
  take_id (call, event);
  g_autoptr (ChnDate) day = take_date (events, call);
  take_words (call, event);
  chn_roll_symbols_take (call, event);
  const char *forum = chn_roll_symbols_find_forum (call, event);
  chn_event_add_item (event, CHN_FIELD_FORUMS, forum, -1);
  take_vote (events, call, lines, day ? chn_date_get_bounds (day) : &always, number);
  take_kind (call, is_alone, event);
  take_tags (call, event);
  take_extras (call, event);
  ChnRollSource source = chn_roll_cite (call, strcmp (forum, "un.sc") == 0, event);
  events->cited |= source != CHN_ROLL_SOURCE_NONE ? 1u << source : 0;
  chn_timeline_builder_add_event (events->builder, event);
}

void
chn_roll_events_add_sources (const ChnRollEvents *events)
{
  for (guint i = 0; i <= CHN_ROLL_SOURCE_COUNCIL; i++)
    if (events->cited >> i & 1)
      chn_roll_source_add ((ChnRollSource) i, events->builder);
}
