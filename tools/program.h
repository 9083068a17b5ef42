/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/chancery.h>

#include "arguments.h"
#include "console.h"

typedef struct _StoreAsked StoreAsked; /* load-store.h */
void store_asked_free (StoreAsked *question);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StoreAsked, store_asked_free)

/* What every command is given: the options that stand for all of them. */
typedef struct {
  GPtrArray *files;              /* of --file, else of the environment; empty for the bundled timelines */
  const ChnFormat *input_format; /* NULL: to be told by name or content */
  ChnDate *today;
  ChnDate *as_of; /* NULL: all that is known */
  gboolean strict;
  const char *recorded_by; /* a day: what a store held at its end; NULL: what it holds */
  guint64 as_of_revision;  /* the same by the number of a revision; 0 for none */
  ChnTimeline *whole;      /* with as_of: all that is known, once it is read */
  ChnVisibility visibility;
  gboolean says_visibility; /* it is asked for, so that what is written for machines obeys it, too */
  gboolean carries_all;     /* what is read goes where all of it belongs, unless visibility is asked for */
  gboolean splits_view;     /* outputs differ in that, so that more is asked for than one of them takes */
  gboolean carries_names;   /* an output has what the timeline declares and keeps for itself */
  ChnTimeline *unseen;      /* where something is left out that may not be seen: all there is */
  ChnLimits limits;
  gboolean keep_going;
  gboolean follow_links; /* out of folders that are read */
  gboolean warnings;     /* each is shown */
  gboolean indexed;      /* what is read will be written as a snapshot */
  Console console;
  gboolean asks_disputes;          /* the query asks for what is disputed */
  gboolean names_status;           /* the query is about statuses */
  const Arguments *question;       /* of a command that asks a query; NULL for others */
  const char *const *named_events; /* by ids, of a command that shows these and what is related; NULL for others */
  gboolean follows_relations;      /* wherever they lead */
  guint64 since_revision;          /* what later revisions of a store have written is asked for; 0 for all */
  GHashTable *changed, *removed;   /* ids of that, and of what they have taken out; NULL where nobody asks */
  guint n_unstated, n_shown;       /* of a store, events that do not say when they were changed, and of how many */
  gboolean explains;               /* how a store is asked is what is wanted */
  char *asked_so;                  /* and how the store was asked, in words */
  char *asked;                     /* that query, where a store was asked for it already */
  StoreAsked *store_asked;         /* once it was put */
  gboolean is_partial;             /* a server that has a part of the answer did not answer */
  gboolean may_be_partial;         /* that is no failure */
  char *culprit;                   /* the text that an error with a place is about */
} Program;

Program *program_new (void);
void program_free (Program *program);

/* Takes the general options, which may stand before the command and behind it, and the environment. */
gboolean program_configure (Program *program, const Arguments *general, const Arguments *own, GError **error);

/* Remembers which text is being parsed, for the caret under a fault. */
void program_set_culprit (Program *program, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Program, program_free)
