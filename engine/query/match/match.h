/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/describe.h"

/* The functions of the field table: how each family of fields is bound, matched and narrowed. */

/* Conditions whose data is a ChnCodes: rows that have one of them. */
void chn_describe_codes (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description);
/* Fields whose values are words of their own: rows have a key for each that is true of them. */
void chn_describe_words (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description);
/* What is asked of votes: rows that were voted, or may have been. */
void chn_describe_voted (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description);

/* date.c; the argument is a ChnDateField */
typedef enum {
  CHN_DATE_FIELD_DATE,
  CHN_DATE_FIELD_YEAR, /* values must be years */
  CHN_DATE_FIELD_DURING,
  CHN_DATE_FIELD_OVERLAPS,
  CHN_DATE_FIELD_BEGINS,
  CHN_DATE_FIELD_ENDS,
  CHN_DATE_FIELD_REVISED, /* of the entry, which does not recur */
} ChnDateField;
gboolean chn_bind_date (ChnBinder *binder, ChnCondition *condition, GError **error);

/* revised.c */
ChnAnswer chn_match_revised (const ChnCondition *condition, const ChnColumns *columns, guint row);
void chn_describe_revised (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description);

/* around.c; these and dates are matched as ChnPeriods */
gboolean chn_bind_before (ChnBinder *binder, ChnCondition *condition, GError **error);
gboolean chn_bind_after (ChnBinder *binder, ChnCondition *condition, GError **error);
gboolean chn_bind_within (ChnBinder *binder, ChnCondition *condition, GError **error);
void chn_describe_periods (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description);

/* forum.c */
gboolean chn_bind_forum (ChnBinder *binder, ChnCondition *condition, GError **error);
ChnAnswer chn_match_forum (const ChnCondition *condition, const ChnColumns *columns, guint row);

/* actor.c; the argument is a role of the vocabulary plus 1, or 0 for any */
gboolean chn_bind_actor (ChnBinder *binder, ChnCondition *condition, GError **error);
gboolean chn_bind_member (ChnBinder *binder, ChnCondition *condition, GError **error);
ChnAnswer chn_match_actor (const ChnCondition *condition, const ChnColumns *columns, guint row);
void chn_describe_actor (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description);
void chn_narrow_actor (const ChnCondition *condition, const ChnColumns *columns, ChnCandidates *candidates);

/* ballot.c; the argument is a ChnBallotKind */
gboolean chn_bind_ballot (ChnBinder *binder, ChnCondition *condition, GError **error);
ChnAnswer chn_match_ballot (const ChnCondition *condition, const ChnColumns *columns, guint row);
void chn_describe_ballot (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description);
void chn_narrow_ballot (const ChnCondition *condition, const ChnColumns *columns, ChnCandidates *candidates);

/* agree.c; the argument is a ChnRollAgreement */
gboolean chn_bind_agree (ChnBinder *binder, ChnCondition *condition, GError **error);
ChnAnswer chn_match_agree (const ChnCondition *condition, const ChnColumns *columns, guint row);
void chn_describe_agree (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description);

/* pair.c */
gboolean chn_bind_margin (ChnBinder *binder, ChnCondition *condition, GError **error);
gboolean chn_bind_share (ChnBinder *binder, ChnCondition *condition, GError **error);
ChnAnswer chn_match_pair (const ChnCondition *condition, const ChnColumns *columns, guint row);
void chn_describe_pair (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description);

/* term.c: closed vocabularies */
gboolean chn_bind_kind (ChnBinder *binder, ChnCondition *condition, GError **error);
ChnAnswer chn_match_kind (const ChnCondition *condition, const ChnColumns *columns, guint row);
gboolean chn_bind_status (ChnBinder *binder, ChnCondition *condition, GError **error);
ChnAnswer chn_match_status (const ChnCondition *condition, const ChnColumns *columns, guint row);
gboolean chn_bind_confidence (ChnBinder *binder, ChnCondition *condition, GError **error);
ChnAnswer chn_match_confidence (const ChnCondition *condition, const ChnColumns *columns, guint row);
gboolean chn_bind_visibility (ChnBinder *binder, ChnCondition *condition, GError **error);
ChnAnswer chn_match_visibility (const ChnCondition *condition, const ChnColumns *columns, guint row);
void chn_describe_visibility (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description);

/* number.c: counts and scales */
gboolean chn_bind_importance (ChnBinder *binder, ChnCondition *condition, GError **error);
ChnAnswer chn_match_importance (const ChnCondition *condition, const ChnColumns *columns, guint row);
gboolean chn_bind_nth (ChnBinder *binder, ChnCondition *condition, GError **error);
ChnAnswer chn_match_nth (const ChnCondition *condition, const ChnColumns *columns, guint row);
void chn_describe_nth (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description);
gboolean chn_bind_precision (ChnBinder *binder, ChnCondition *condition, GError **error);
/* Of importance and precision, whose values are few. */
void chn_describe_scale (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description);
ChnAnswer chn_match_precision (const ChnCondition *condition, const ChnColumns *columns, guint row);

/* veto.c */
gboolean chn_bind_veto (ChnBinder *binder, ChnCondition *condition, GError **error);
ChnAnswer chn_match_veto (const ChnCondition *condition, const ChnColumns *columns, guint row);

/* vote.c */
gboolean chn_bind_vote (ChnBinder *binder, ChnCondition *condition, GError **error);
ChnAnswer chn_match_vote (const ChnCondition *condition, const ChnColumns *columns, guint row);

/* is.c */
void chn_describe_is (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description);
gboolean chn_bind_is (ChnBinder *binder, ChnCondition *condition, GError **error);
ChnAnswer chn_match_is (const ChnCondition *condition, const ChnColumns *columns, guint row);

/* symbol.c */
gboolean chn_bind_symbol (ChnBinder *binder, ChnCondition *condition, GError **error);
void chn_describe_symbol (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description);
ChnAnswer chn_match_symbol (const ChnCondition *condition, const ChnColumns *columns, guint row);

/* label.c: what the timeline itself names */
gboolean chn_bind_items (ChnBinder *binder, ChnCondition *condition, GError **error);
ChnAnswer chn_match_items (const ChnCondition *condition, const ChnColumns *columns, guint row);
gboolean chn_bind_series (ChnBinder *binder, ChnCondition *condition, GError **error);
ChnAnswer chn_match_series (const ChnCondition *condition, const ChnColumns *columns, guint row);
/* id.c */
gboolean chn_bind_id (ChnBinder *binder, ChnCondition *condition, GError **error);
/* Of conditions whose data is a ChnEvents. */
void chn_describe_events (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description);

/* relation.c; these and id are matched as ChnEvents. The argument is a type of relation and how it is followed */
enum {
  CHN_REACH_TYPE = 0xFF,
  CHN_REACH_STATED = 1 << 8,   /* to the targets of the relations that the event has */
  CHN_REACH_RECEIVED = 1 << 9, /* to the events that have the relation to it */
  CHN_REACH_TRANSITIVE = 1 << 10,
};
gboolean chn_bind_relation (ChnBinder *binder, ChnCondition *condition, GError **error);
gboolean chn_bind_trail (ChnBinder *binder, ChnCondition *condition, GError **error);

/* source.c */

/* Marks the sources whose symbol begins so; FALSE where there is none. */
gboolean chn_mark_source_symbols (const ChnBinder *binder, const char *beginning, ChnCodes *codes);
gboolean chn_bind_source (ChnBinder *binder, ChnCondition *condition, GError **error);
void chn_describe_source (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description);
ChnAnswer chn_match_source (const ChnCondition *condition, const ChnColumns *columns, guint row);

/* claim.c */
gboolean chn_bind_says (ChnBinder *binder, ChnCondition *condition, GError **error);
ChnAnswer chn_match_says (const ChnCondition *condition, const ChnColumns *columns, guint row);
void chn_narrow_says (const ChnCondition *condition, const ChnColumns *columns, ChnCandidates *candidates);
/* the argument is a ChnAgreement */
void chn_describe_agreement (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description);
gboolean chn_bind_agreement (ChnBinder *binder, ChnCondition *condition, GError **error);
ChnAnswer chn_match_agreement (const ChnCondition *condition, const ChnColumns *columns, guint row);

/* text.c; the argument is a ChnTextScope */
typedef enum { CHN_TEXT_PLACE, CHN_TEXT_TITLE, CHN_TEXT_ALL } ChnTextScope;
gboolean chn_bind_text (ChnBinder *binder, ChnCondition *condition, GError **error);
ChnAnswer chn_match_text (const ChnCondition *condition, const ChnColumns *columns, guint row);
void chn_describe_text (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description);
void chn_narrow_text (const ChnCondition *condition, const ChnColumns *columns, ChnCandidates *candidates);

/* bare.c */
gboolean chn_bind_bare (ChnBinder *binder, ChnCondition *condition, GError **error);
/* After binding: folds what the bare words of the query will be looked up in, where they are many. */
void chn_bind_prose (ChnBinder *binder);
ChnAnswer chn_match_bare (const ChnCondition *condition, const ChnColumns *columns, guint row);
void chn_describe_bare (const ChnCondition *condition, const ChnColumns *columns, ChnDescription *description);
void chn_narrow_bare (const ChnCondition *condition, const ChnColumns *columns, ChnCandidates *candidates);
