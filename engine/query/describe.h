/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/codes.h"
#include "query/condition.h"
#include "query/periods.h"
#include "query/words.h"

/* Where words stand: in what an event says, in its symbols, or in what is said of its sources. */
typedef enum { CHN_WORDS_IN_TEXT, CHN_WORDS_IN_SYMBOLS, CHN_WORDS_IN_SOURCES, CHN_N_WORD_PLACES } ChnWordPlace;

/*
 * What a bound condition asks for, in terms that an engine beside this one can look up: rows that have one of its
 * keys or words, or none of some, that are one of its events, that meet one of its stretches of time, or have one of
 * its counts or texts. All others are certainly no answer.
 */
struct _ChnDescription {
  gboolean is_all;       /* nothing of this is known: every row may match */
  gboolean is_exact;     /* all of these rows match, but for those that have one of the doubts, which may */
  gboolean asks_sources; /* what rows have of it depends on their sources, of which not all may be shown */
  gboolean asks_parts;   /* it may rest on parts alone that are not shown */
  GPtrArray *keys;       /* "forum un.sc": a word, and what it says */
  GPtrArray *lacked;     /* keys: rows that have none of these */
  GPtrArray *doubts;     /* keys of further rows that may match */
  GPtrArray *never;      /* keys of rows that certainly do not, whatever else they have */
  GPtrArray *words[CHN_N_WORD_PLACES]; /* const ChnWords *: all words of one of them stand in such a place */
  GPtrArray *events;                   /* their ids */
  GPtrArray *made;                     /* what was made for it, freed with it */
  GArray *stretches;                   /* ChnDateStretch */
  GArray *counts;                      /* ChnCountStretch */
  GArray *pairs;                       /* ChnPairStretch */
  GArray *texts;                       /* ChnTextStretch */
  GArray *insides;                     /* ChnInside */
  GArray *rolls;                       /* ChnNamedBallots */
  GArray *alone;                       /* ChnAloneWords */
  ChnDescription *sure; /* where not all of these rows match: some that do, but for its own doubts; NULL for none. Of
                           dates: those that lie within them, even where others match, too */
};

typedef struct {
  ChnBallotKind kind;
  gint64 low, high;
} ChnCountStretch;

/* Votes in favour and against, both known: by how many they differ, or the share of those in favour. */
typedef struct {
  gboolean is_share; /* in parts of `whole` */
  gint64 low, high, whole;
} ChnPairStretch;

/* Rows that have a field; where it is a day, or begins with one, and nothing else, only days from one to another. */
typedef struct {
  ChnField field;
  const char *low, *high; /* "2014-11-18"; NULL: whatever it is */
  gboolean only_days;     /* nothing else */
} ChnTextStretch;

/* Rows whose date lies wholly between two times, by the clocks of its place. */
typedef struct {
  const char *key; /* that they have, too; NULL for any */
  gint64 earliest, latest;
} ChnInside;

/* Rows of whose roll call one kind of ballot has one of some actors, or all of them. */
typedef struct {
  guint kinds; /* a bit each: any of these kinds */
  gboolean all;
  const GPtrArray *ids; /* made for the description */
} ChnNamedBallots;

/* Words of text that can stand in no other field than these, since the others are empty. */
typedef struct {
  const ChnWords *words;
  guint n_empty;
  ChnField empty[4];
} ChnAloneWords;

ChnDescription *chn_description_new (void);
void chn_description_free (ChnDescription *description);

void chn_description_add_key (ChnDescription *description, const char *word, const char *name);
void chn_description_add_doubt (ChnDescription *description, const char *word, const char *name);

/* Adds words, which the description borrows. */
void chn_description_add_words (ChnDescription *description, ChnWordPlace place, const ChnWords *words);

/* The same of the words of a text, the last of which may go on. */
void chn_description_add_beginning (ChnDescription *description, ChnWordPlace place, const char *text);

/* The same of what is named by a symbol, or by the beginning of one; of two symbols of one document, by either. */
void chn_description_add_symbol (ChnDescription *description, ChnWordPlace place, const char *symbol);

/* Adds a key for each code that is wanted. */
void chn_description_add_codes (ChnDescription *description, const char *word, const ChnCodes *codes,
                                const ChnColumns *columns);

/* What is surely an answer, described like anything else; made on first need. */
ChnDescription *chn_description_need_sure (ChnDescription *description);

/* Adds what lies wholly between two times, and has a key; NULL for any. */
void chn_description_add_inside (ChnDescription *description, const char *key, gint64 earliest, gint64 latest);

/* Adds a roll call that names one of some actors so, or all; the ids are taken. */
void chn_description_add_roll (ChnDescription *description, guint kinds, gboolean all, GPtrArray *ids);

/* Whether an index of words tells wholly where these stand: one plain word does, that is not very long. */
enum { CHN_WORDS_LONGEST = 40 };
gboolean chn_words_are_single (const ChnWords *words);

/* Whether it tells so of several: plain ones with a blank between them. */
gboolean chn_words_are_phrase (const ChnWords *words);

/* What the condition of a term asks for. */
ChnDescription *chn_condition_describe (const ChnCondition *condition, const ChnColumns *columns);

/* Keys that rows have beside those of their names. */
#define CHN_KEY_SOURCED "is sourced"  /* it cites something */
#define CHN_KEY_VOTED "vote voted"    /* it was voted, or may have been */
#define CHN_KEY_UNCAST "vote uncast"  /* it was adopted without one: nobody is named or counted */
#define CHN_KEY_UNCOUNTED "?"         /* behind "yes", "no", "abstain": of a vote it is not known how many voted so */
#define CHN_KEY_UNRECORDED "?none"    /* nor of what was one, of which nothing is recorded */
#define CHN_KEY_OTHERS "?who"         /* behind "no" and "abstain": nor who all did of so many */
#define CHN_KEY_RECURS "date recurs"  /* it has occurrences, or is one */
#define CHN_KEY_GAPS "date with-gaps" /* its bounds are not all there is to its date */
#define CHN_KEY_UNPLACED "words unplaced" /* its index of words does not know where all of them stand */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnDescription, chn_description_free)
