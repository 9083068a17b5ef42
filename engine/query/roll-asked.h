/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/roll-fit.h"

/* An actor that a query asks about: by itself, or as a group of whose members each is asked about. */
typedef struct {
  const ChnActor *actor;
  guint32 code, former; /* of its ballots, and of those of the State that held its seat; or CHN_NO_CODE */
  guint n_before;
  guint32 *before;            /* of those whose place it took */
  const ChnElectorate *group; /* its members; NULL where it is none */
} ChnAsked;

typedef struct {
  const ChnRegistry *registry;
  guint n, n_groups;
  ChnAsked *asked;
} ChnAskedSet;

/* Those whom the values of a term name. */
const ChnAskedSet *chn_asked_set_new (ChnBinder *binder, const ChnActor *const *actors, guint n);

/* The ids of all of them, of groups of whoever was recorded as a member at any time; NULL where there are fewer than
 * two, or a group is not recorded for all time. */
GPtrArray *chn_asked_set_list_members (const ChnAskedSet *set);

/* When it is asked who was a member of a group: as a date begins, or as it ends; of days that is the same. */
typedef enum { CHN_MEMBERS_AT_BEGIN, CHN_MEMBERS_AT_END, CHN_N_MEMBER_CHOICES } ChnMemberChoice;

/* Those who were not named, and may have voted or certainly did. */
typedef struct {
  gint64 n_sure, n_maybe;
} ChnSilent;

/* How those who are asked about voted, each once, as far as a roll says. */
typedef struct {
  gint64 n_named[CHN_N_BALLOT_KINDS];
  gint64 n_idle;            /* asked about by themselves, who certainly cast neither yes nor no nor abstained */
  gint64 n_out;             /* of these, who certainly had no vote there */
  ChnSilent single, member; /* not named, asked about by themselves or as members */
  guint n_members;          /* of groups, named or not */
  gboolean is_covered;      /* of all groups all members are recorded */
  gboolean is_open;         /* another choice may count others */
} ChnVoices;

/*
 * Terms that leave open whether they were running count at the end; strictly, so do members of whom that is only
 * recalled.
 */
void chn_asked_set_hear (const ChnAskedSet *set, const ChnRoll *roll, ChnMemberChoice choice, gboolean strict,
                         ChnVoices *voices);
