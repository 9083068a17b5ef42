/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The fields of queries: one table drives parsing, binding, matching, planning, help and completion. */
#include "query/field.h"

#include <chancery/agreement.h>

#include <string.h>

#include "base/error.h"
#include "base/suggest.h"
#include "query/codes.h"
#include "query/events.h"
#include "query/match/match.h"
#include "query/periods.h"
#include "query/relation-fields.h"
#include "query/time-fields.h"

/* What is the same for every role of an actor. */
#define ROLE(row, name, note)                                                                                        \
  row (name, "an actor's name, alias, code or id", note, "the actor, or a member of the group at the event's date",  \
       "the actor itself", CHN_TAKES_BLANKS, TRUE, chn_bind_actor, chn_match_actor, chn_narrow_actor)

/* How the sources agree on a field, which is the term's value. */
#define AGREEMENT(row, name, note, agreement)                                                                        \
  row (name, "a field: date, vote, forum, symbol, actor, kind, status, place, nth, title or summary", note,          \
       "their sources stand so to this field", "their sources stand so to this field", 0, agreement,                 \
       chn_bind_agreement, chn_match_agreement, NULL)

/* Claims: what sources say, and how they agree. */
#define CLAIM_FIELDS(row)                                                                                            \
  row ("says", "a source's key, or words of its title, author or publisher", "which sources make a claim on it",     \
       "the source of this key, or sources whose title, author or publisher contain the words, says something",      \
       "the source of this key says something", CHN_TAKES_BLANKS, 0, chn_bind_says, chn_match_says, chn_narrow_says) \
      AGREEMENT (row, "disputed", "fields on which a source says otherwise", CHN_AGREEMENT_DISPUTED)                 \
          AGREEMENT (row, "confirmed", "fields that two or more independent sources confirm, and none disputes",     \
                     CHN_AGREEMENT_CONFIRMED)                                                                        \
              AGREEMENT (row, "partial", "fields on which sources are less precise than the record",                 \
                         CHN_AGREEMENT_PARTIAL)                                                                      \
                  AGREEMENT (row, "single", "fields that rest on one source alone", CHN_AGREEMENT_SINGLE)

#define BALLOT(row, name, note, kind)                                                                                \
  row (name, "a number or range, or an actor where a roll call is known", note,                                      \
       "this number; the actor, or a member of the group at the event's date", "this number; the actor itself",      \
       CHN_TAKES_RANGE | CHN_TAKES_COUNTS, kind, chn_bind_ballot, chn_match_ballot, chn_narrow_ballot)

/* name, takes, note, generous, strict, what its values may be, argument of its functions, bind, match, narrow */
#define QUERY_FIELDS(row)                                                                                            \
  row ("date", "an EDTF date or range, today, today-90d, this-year or @event+1y", "when it happened",                \
       "possibly within", "certainly within", CHN_TAKES_RANGE, FALSE, chn_bind_date, chn_match_periods,              \
       chn_narrow_periods) row ("year", "a year or range", "the year in which it happened", "possibly within",       \
                                "certainly within", CHN_TAKES_RANGE, TRUE, chn_bind_date, chn_match_periods,         \
                                chn_narrow_periods) TIME_FIELDS (row)                                                \
      row ("forum", "a forum's id, name or alias", "where it happened", "the forum or any below it",                 \
           "the forum itself", CHN_TAKES_BLANKS, 0, chn_bind_forum, chn_match_forum,                                 \
           chn_narrow_by_codes) row ("actor", "an actor's name, alias, code or id", "who took part, in any role",    \
                                     "the actor, or a member of the group at the event's date", "the actor itself",  \
                                     CHN_TAKES_BLANKS, FALSE, chn_bind_actor, chn_match_actor,                       \
                                     chn_narrow_actor) ROLE (row, "participant",                                     \
                                                             "who took part, no other role being stated")            \
          ROLE (row, "subject", "whom it is about") ROLE (                                                           \
              row, "sponsor", "who tabled the draft or asked for the meeting") ROLE (row, "author",                  \
                                                                                     "who wrote or issued it")       \
              ROLE (row, "addressee", "to whom it is addressed") ROLE (row, "speaker", "who spoke") ROLE (           \
                  row, "chair", "who presided") ROLE (row, "host", "where, or by whose invitation, it took place")   \
                  ROLE (row, "appointee", "who was given an office") ROLE (row, "opponent", "who opposed it") ROLE ( \
                      row, "absentee",                                                                               \
                      "who stayed away") row ("kind", "a kind of event", "what kind of event it is", "this kind",    \
                                              "this kind", 0, 0, chn_bind_kind, chn_match_kind, chn_narrow_by_codes) \
                      row ("symbol", "a UN document symbol or the beginning of one", "its documents",                \
                           "documents whose symbol begins so, part by part", "this document", CHN_TAKES_BLANKS, 0,   \
                           chn_bind_symbol, chn_match_symbol,                                                        \
                           chn_narrow_by_codes) row ("vote",                                                         \
                                                     "adopted, rejected, recorded, procedural, consensus or none",   \
                                                     "how it was voted, and the result", "so voted", "so voted", 0,  \
                                                     0, chn_bind_vote, chn_match_vote,                               \
                                                     NULL) BALLOT (row, "yes", "votes in favour",                    \
                                                                   CHN_BALLOT_YES) BALLOT (row, "no",                \
                                                                                           "votes against",          \
                                                                                           CHN_BALLOT_NO)            \
                          BALLOT (row, "abstain", "abstentions", CHN_BALLOT_ABSTAIN) row (                           \
                              "status", "occurred, planned, cancelled or not-held", "whether it took place",         \
                              "this status", "this status",                                                          \
                              0, 0, chn_bind_status, chn_match_status,                                               \
                              NULL) row ("tag", "a tag", "the timeline's own words to find it by",                   \
                                         "this tag, in any case and punctuation", "exactly this tag",                \
                                         CHN_TAKES_BLANKS,                                                           \
                                         0, chn_bind_tag,                                                            \
                                         chn_match_tag, chn_narrow_by_codes)                                         \
                              row ("source", "a source's key, or words of its title, author or publisher",           \
                                   "what it rests on",                                                               \
                                   "the source of this key, or sources whose title, author or publisher "            \
                                   "contain the words",                                                              \
                                   "the source of this key", CHN_TAKES_BLANKS, 0, chn_bind_source, chn_match_source, \
                                   chn_narrow_by_codes) CLAIM_FIELDS (row)                                           \
                                  row (                                                                              \
                                      "importance",                                                                  \
                                      "a number from 1 to 5, or a range", "1 is a detail, 5 a turning point",        \
                                      "this importance", "this importance", CHN_TAKES_RANGE, 0, chn_bind_importance, \
                                      chn_match_importance,                                                          \
                                      NULL) row ("precision",                                                        \
                                                 "second, day, month, season, year, decade, century, "               \
                                                 "millennium or unbounded, or a range",                              \
                                                 "how finely it is dated", "this precision", "this precision",       \
                                                 CHN_TAKES_RANGE, 0, chn_bind_precision, chn_match_precision, NULL)  \
                                      row (                                                                          \
                                          "confidence",                                                              \
                                          "verified, partly-verified, general-knowledge, reported or none",          \
                                          "how well it is established", "this confidence", "this confidence", 0, 0,  \
                                          chn_bind_confidence, chn_match_confidence,                                 \
                                          NULL) row ("place", "words", "city or building", "contains the words",     \
                                                     "is the whole place", CHN_TAKES_BLANKS, CHN_TEXT_PLACE,         \
                                                     chn_bind_text, chn_match_text, chn_narrow_text)                 \
                                          row ("series", "a series", "the series that it belongs to",                \
                                               "this series, in any case and punctuation", "exactly this series",    \
                                               CHN_TAKES_BLANKS, 0, chn_bind_series, chn_match_series,               \
                                               chn_narrow_by_codes)                                                  \
                                              row ("id", "an event's id, or @@query", "events by name",              \
                                                   "this event", "this event", CHN_TAKES_EVENTS, 0, chn_bind_id,     \
                                                   chn_match_events, chn_narrow_events) NTH_FIELD (row)              \
                                                  RELATION_FIELDS (                                                  \
                                                      row) row ("title", "words", "its title", "contains the words", \
                                                                "is the whole title", CHN_TAKES_BLANKS,              \
                                                                CHN_TEXT_TITLE, chn_bind_text, chn_match_text,       \
                                                                chn_narrow_text)                                     \
                                                      row ("text", "words",                                          \
                                                           "title, summary, place, quotations and notes",            \
                                                           "contains the words", "one of them is the whole text",    \
                                                           CHN_TAKES_BLANKS, CHN_TEXT_ALL, chn_bind_text,            \
                                                           chn_match_text, chn_narrow_text)                          \
                                                          row ("is",                                                 \
                                                               "approximate, uncertain, timed, planned, "            \
                                                               "overdue, disputed, confirmed, single or unsourced",  \
                                                               "what else can be said of it", "it is", "it is", 0,   \
                                                               0, chn_bind_is, chn_match_is, NULL)                   \
                                                              row ("", "a word or a quoted phrase",                  \
                                                                   "title, summary, names of actors and forums, "    \
                                                                   "symbols",                                        \
                                                                   "contains it", "contains it", CHN_TAKES_BLANKS,   \
                                                                   0, chn_bind_bare, chn_match_bare,                 \
                                                                   chn_narrow_bare)

#define FIELD_ROW(name, takes, note, generous, strict, may, argument, bind, match, narrow)                           \
  { name, takes, note, generous, strict },
#define RULE_ROW(name, takes, note, generous, strict, may, argument, bind, match, narrow)                            \
  { may, argument, bind, match, narrow },

static const ChnQueryField fields[] = { QUERY_FIELDS (FIELD_ROW) };
static const ChnQueryRule rules[] = { QUERY_FIELDS (RULE_ROW) };

/* The row of bare words comes last and is none of the named fields. */
enum { N_FIELDS = G_N_ELEMENTS (fields) - 1 };

const ChnQueryField *
chn_query_get_fields (guint *n)
{
  *n = N_FIELDS;
  return fields;
}

const ChnQueryRule *
chn_query_rule_find (const char *name, gssize length)
{
  gsize bytes = length < 0 ? strlen (name) : (gsize) length;
  for (guint i = 0; i < N_FIELDS; i++)
    if (strlen (fields[i].name) == bytes && g_ascii_strncasecmp (fields[i].name, name, bytes) == 0)
      return &rules[i];
  return NULL;
}

const ChnQueryRule *
chn_query_rule_get_bare (void)
{
  return &rules[N_FIELDS];
}

const ChnQueryField *
chn_query_rule_get_field (const ChnQueryRule *rule)
{
  return &fields[rule - rules];
}

gboolean
chn_query_rule_takes (const ChnQueryRule *rule, ChnTakes what)
{
  return (rule->takes & what) != 0;
}

void
chn_query_rule_set_unknown (GError **error, const char *name, gsize offset)
{
  g_auto (ChnSuggestion) suggestion = { 0 };
  chn_suggestion_init (&suggestion, name, -1);
  for (guint i = 0; i < N_FIELDS; i++)
    chn_suggestion_offer (&suggestion, fields[i].name);
  const char *nearest = chn_suggestion_get (&suggestion);
  g_autofree char *hint = nearest ? g_strdup_printf ("did you mean \"%s\"?", nearest)
                                  : g_strdup ("to search for the text itself, put it in quotes");
  chn_error_set_at (error, CHN_ERROR_UNKNOWN, offset, strlen (name), hint, "unknown field \"%s\"", name);
}
