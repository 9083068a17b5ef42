/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is said of tables of votes: who is unknown, what could not be joined, what stood twice. */
#include "format/rolls/said.h"

#include "base/report.h"

typedef struct {
  ChnReport *report;
  const char *file;
} Sayer;

static void say (const Sayer *sayer, ChnSeverity severity, const char *code, const char *hint, const char *format,
                 ...) G_GNUC_PRINTF (5, 6);

static void
say (const Sayer *sayer, ChnSeverity severity, const char *code, const char *hint, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  chn_report_add (
      sayer->report,
      &(ChnFinding){ .severity = severity, .code = code, .file = sayer->file, .message = message, .hint = hint });
}

static void
say_unknown_voters (const ChnRollBook *book, const Sayer *sayer)
{
  for (guint i = 0; i < book->voters.voters->len; i++) {
    const ChnRollVoter *voter = chn_roll_voters_get (&book->voters, i);
    if (voter->n_unknown > 0)
      say (sayer, CHN_SEVERITY_WARNING, "unknown-voter",
           "declare it as an alias of a State, in registry.yaml beside the tables",
           "\"%s\" is no State: its %u %s kept beside the roll calls, and counted in their sums", voter->text,
           voter->n_unknown, voter->n_unknown == 1 ? "ballot is" : "ballots are");
  }
}

static void
say_words (const ChnRollBook *book, const Sayer *sayer)
{
  guint n = 0;
  const char *first = NULL;
  for (guint i = 0; i < book->ballots->len; i++) {
    const ChnRollBallot *ballot = &g_array_index (book->ballots, ChnRollBallot, i);
    n += ballot->kind < 0;
    first = first || ballot->kind >= 0 ? first : ballot->word;
  }
  if (n > 0)
    say (sayer, CHN_SEVERITY_WARNING, "unread-ballot", "write yes, no, abstain or absent",
         "%u %s as no ballot is, the first \"%s\"; kept beside the roll calls", n,
         n == 1 ? "is written" : "are written", first);
}

/* Ballots of roll calls of which no file says when they were and what they were about. */
static void
say_unjoined (const ChnRollBook *book, const Sayer *sayer)
{
  guint n_calls = 0, n_ballots = 0;
  for (guint i = 0; i < book->calls->len; i++)
    n_calls += chn_roll_book_get_call (book, i)->line == 0;
  for (guint i = 0; n_calls > 0 && i < book->ballots->len; i++) {
    guint32 call = g_array_index (book->ballots, ChnRollBallot, i).call;
    n_ballots += chn_roll_book_get_call (book, call)->line == 0;
  }
  if (n_calls > 0)
    say (sayer, n_calls == book->calls->len ? CHN_SEVERITY_ERROR : CHN_SEVERITY_WARNING, "no-roll-call",
         "name both tables: -f un-roll-calls.csv -f un-votes.csv", "%u ballots are of %u %s whose date no table has",
         n_ballots, n_calls, n_calls == 1 ? "roll call" : "roll calls");
}

void
chn_roll_book_say (const ChnRollBook *book, ChnTimelineBuilder *builder)
{
  const Sayer sayer = { chn_timeline_builder_get_report (builder),
                        book->files->len > 0 ? book->files->pdata[book->files->len - 1] : NULL };
  say_unjoined (book, &sayer);
  say_unknown_voters (book, &sayer);
  say_words (book, &sayer);
  if (book->n_again > 0)
    say (&sayer, CHN_SEVERITY_WARNING, "roll-call-twice", NULL, "%u roll calls stand twice; what stands first counts",
         book->n_again);
  if (book->n_no_members > 0)
    say (&sayer, CHN_SEVERITY_NOTE, "no-member", NULL,
         "%u rows are of States that were no members; they are left out", book->n_no_members);
}
