/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Votes as people write them.
 *
 *   cell  = *( count / word / sign )
 *   count = 1*6DIGIT                 yes, no, abstentions, not voting in this order where no words tell
 *   sign  = "-" / "/" / ":" / "," / ";" / "(" / ")" / "="
 */
#include "curate/import/vote-cell.h"

#include <string.h>

#include "base/fold.h"
#include "curate/import/date-words.h"

typedef enum {
  WORD_YES,
  WORD_NO,
  WORD_ABSTAIN,
  WORD_NOT_VOTING,
  N_COUNTED,
  WORD_CONSENSUS = N_COUNTED,
  WORD_ADOPTED,
  WORD_UNANIMOUS,
  WORD_REJECTED,
  WORD_RECORDED,
  WORD_PROCEDURAL,
  WORD_NOISE,
  N_WORDS
} Word;

/* clang-format off */
/* Folded, and without blanks; a word begins with one of these. */
static const char *const words[N_WORDS] = {
  [WORD_YES] = "yes|y|infavour|infavor|favour|favor|for|yeas|yea|ayes|aye|pour|ja|dafur|si|afavor|за|نعم|مويد|赞成|찬성",
  [WORD_NO] = "no|n|nos|noes|nays|nay|against|contre|nein|dagegen|encontra|против|لا|معارض|反对|반대",
  [WORD_ABSTAIN] = "abstain|abstention|abstentions|abstained|abstaining|abst|abs|a|enthaltung|enthaltungen|abstenciones|"
                   "abstencion|воздержались|воздержавшихся|воздержался|امتناع|弃权|기권",
  [WORD_NOT_VOTING] = "notvoting|nonvoting|didnotvote|absent|absentees|nonvotants|nichtabgestimmt|未投票|缺席|불참",
  [WORD_CONSENSUS] = "consensus|byconsensus|withoutavote|withoutvote|novote|acclamation|byacclamation|parconsensus|"
                     "sansvote|ohneabstimmung|imkonsens|konsens|sinvotacion|porconsenso|consenso|консенсус|консенсусом|"
                     "безголосования|توافقالاراء|بدونتصويت|协商一致|未经表决|합의|표결없이",
  [WORD_ADOPTED] = "adopted|approved|passed|carried|adopte|adoptee|approuve|angenommen|verabschiedet|aprobada|aprobado|"
                   "adoptada|принята|принято|принят|اعتمد|اعتمدت|通过|채택|가결",
  [WORD_UNANIMOUS] = "unanimous|unanimously|unanime|alunanimite|einstimmig|unanimidad|porunanimidad|единогласно|بالاجماع|"
                     "一致通过|만장일치",
  [WORD_REJECTED] = "rejected|failed|defeated|notadopted|notcarried|vetoed|veto|rejete|rejetee|abgelehnt|rechazada|"
                    "rechazado|отклонена|отклонено|отклонен|رفض|否决|부결",
  [WORD_RECORDED] = "recorded|rollcall|recordedvote|rollcallvote",
  [WORD_PROCEDURAL] = "procedural|proceduralvote",
  [WORD_NOISE] = "vote|votes|by|to|with|and|in|of|was|it|the|on|par|mit|zu|et|und|y|con|и|voix|stimmen|votos|голосов|"
                 "result|members|states|票|표",
};
/* clang-format on */

typedef struct {
  gint32 count[16];
  guint n_counts;
  gint32 named[N_COUNTED];
  gboolean is_named, has_leading_word;
  int pending;  /* a word whose count follows, -1 for none */
  gint32 loose; /* a count whose word follows, -1 for none */
  gboolean said[N_WORDS];
} Reader;

static int
find_word (const char *folded)
{
  for (guint i = 0; i < N_WORDS; i++) {
    g_auto (GStrv) spellings = g_strsplit (words[i], "|", -1);
    if (g_strv_contains ((const char *const *) spellings, folded))
      return (int) i;
  }
  return -1;
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

/* The longest of up to three words that are one: "in favour", "without a vote". */
static int
pass_words (const char **at)
{
  const char *end = *at, *ends[3] = { NULL };
  guint n = 0;
  while (n < 3 && *end) {
    while (*end && is_letter (g_utf8_get_char (end)))
      end = g_utf8_next_char (end);
    ends[n++] = end;
    gsize blanks = strspn (end, " -\t\n");
    if (blanks == 0 || !is_letter (g_utf8_get_char (end + blanks)))
      break;
    end += blanks;
  }
  for (; n > 0; n--) {
    g_autofree char *folded = chn_fold_name (*at, ends[n - 1] - *at);
    int word = find_word (folded);
    if (word >= 0) {
      *at = ends[n - 1];
      return word;
    }
  }
  return -1;
}

static gboolean
name_count (Reader *reader, int word, gint32 count)
{
  if (reader->named[word] >= 0)
    return FALSE;
  reader->named[word] = count;
  return reader->is_named = TRUE;
}

static gboolean
take_word (Reader *reader, int word)
{
  reader->said[word] = TRUE;
  if (word >= N_COUNTED)
    return TRUE;
  if (reader->n_counts == 0 && !reader->is_named)
    reader->has_leading_word = TRUE;
  if (reader->has_leading_word) {
    reader->pending = word;
    return TRUE;
  }
  gint32 count = reader->loose;
  reader->loose = -1;
  return count >= 0 && name_count (reader, word, count);
}

static gboolean
take_count (Reader *reader, gint32 count)
{
  if (reader->pending >= 0) {
    int word = reader->pending;
    reader->pending = -1;
    return name_count (reader, word, count);
  }
  if (reader->n_counts == G_N_ELEMENTS (reader->count))
    return FALSE;
  reader->count[reader->n_counts++] = count;
  reader->loose = count;
  return TRUE;
}

static gboolean
read_all (Reader *reader, const char *at)
{
  while (*at) {
    gsize digits = strspn (at, "0123456789");
    if (digits > 6)
      return FALSE;
    if (digits > 0) {
      if (!take_count (reader, (gint32) g_ascii_strtoll (at, NULL, 10)))
        return FALSE;
      at += digits;
    } else if (strchr (" -/:,;()=\n\t.|", *at)) {
      at++;
    } else {
      int word = pass_words (&at);
      if (word < 0 || !take_word (reader, word))
        return FALSE;
    }
  }
  return reader->pending < 0;
}

/* Nobody was against it and nobody abstained; how many were for it is not said. */
static void
settle_unanimity (ChnVote *vote)
{
  vote->no = MAX (vote->no, 0);
  vote->abstain = MAX (vote->abstain, 0);
  vote->method = vote->method == CHN_METHOD_NONE ? CHN_METHOD_RECORDED : vote->method;
  vote->result = CHN_RESULT_ADOPTED;
}

static gboolean
settle (const Reader *reader, ChnVote *vote)
{
  gint32 *counts[N_COUNTED] = { &vote->yes, &vote->no, &vote->abstain, &vote->not_voting };
  gboolean has_order = !reader->is_named && reader->n_counts > 0;
  if (has_order && (reader->n_counts < 2 || reader->n_counts > N_COUNTED))
    return FALSE;
  for (guint i = 0; i < N_COUNTED; i++)
    if (reader->is_named ? reader->named[i] >= 0 : i < reader->n_counts)
      *counts[i] = reader->is_named ? reader->named[i] : reader->count[i];
  if (reader->is_named || has_order)
    vote->method = CHN_METHOD_RECORDED;
  if (reader->said[WORD_PROCEDURAL])
    vote->method = CHN_METHOD_PROCEDURAL;
  if (reader->said[WORD_CONSENSUS]) {
    vote->method = CHN_METHOD_CONSENSUS;
    vote->result = CHN_RESULT_ADOPTED;
  }
  if (reader->said[WORD_UNANIMOUS])
    settle_unanimity (vote);
  if (reader->said[WORD_ADOPTED] || reader->said[WORD_REJECTED])
    vote->result = reader->said[WORD_REJECTED] ? CHN_RESULT_REJECTED : CHN_RESULT_ADOPTED;
  return TRUE;
}

gboolean
chn_vote_cell_read (const char *cell, ChnVote *vote)
{
  g_autofree char *text = chn_date_words_dup_plain (cell);
  Reader reader = { .named = { -1, -1, -1, -1 }, .pending = -1, .loose = -1 };
  return strlen (text) < 200 && read_all (&reader, text) && settle (&reader, vote);
}

gint32
chn_vote_cell_read_count (const char *cell)
{
  gsize digits = strspn (cell, "0123456789");
  gboolean is_count = digits > 0 && digits <= 6 && (cell[digits] == '\0' || strchr (" (*[.", cell[digits]));
  return is_count ? (gint32) g_ascii_strtoll (cell, NULL, 10) : -1;
}
