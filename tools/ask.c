/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Questions on the terminal: what an answer is wrong in is said, and it is asked for again. */
#include "ask.h"

#include <stdio.h>
#include <string.h>

#include "failure.h"
#include "usage.h"

typedef struct {
  const char *name; /* of the field */
  const char *question;
  gboolean needed;
  gboolean several; /* asked for until the answer is empty */
  gboolean of_source;
} Question;

static const Question questions[] = {
  { "date", "Date (2014-12-22, December 2014)", TRUE, FALSE, FALSE },
  { "title", "Title", TRUE, FALSE, FALSE },
  { "forum", "Forum (un.sc, Third Committee)", FALSE, TRUE, FALSE },
  { "kind", "Kind (meeting, resolution, report …)", FALSE, FALSE, FALSE },
  { "symbol", "Document symbol", FALSE, TRUE, FALSE },
  { "actor", "Actor (usa (sponsor))", FALSE, TRUE, FALSE },
  { "vote", "Vote (11-2-2, consensus)", FALSE, FALSE, FALSE },
  { "place", "Place", FALSE, FALSE, FALSE },
  { "summary", "Summary", FALSE, FALSE, FALSE },
  { "tag", "Tag", FALSE, TRUE, FALSE },
  { "source", "Source (key, address or title)", FALSE, TRUE, FALSE },
  { "at", "  where in it (para 12)", FALSE, FALSE, TRUE },
  { "quote", "  a few words of it", FALSE, FALSE, TRUE },
};

/* NULL at the end of the answers. */
static char *
read_answer (const char *question)
{
  char *line = NULL;
  size_t room = 0;
  fprintf (stderr, "%s: ", question);
  gssize length = getline (&line, &room, stdin);
  g_autofree char *answer = length < 0 ? NULL : g_strdup (line);
  free (line);
  return answer ? g_strdup (g_strstrip (answer)) : NULL;
}

/* FALSE at the end of the answers. `answered` where the answer was not empty. */
static gboolean
ask_once (ChnAddition *addition, const Question *question, gboolean *answered)
{
  for (;;) {
    g_autoptr (GError) error = NULL;
    g_autofree char *answer = read_answer (question->question);
    if (!answer)
      return FALSE;
    *answered = *answer != '\0';
    if (!*answered && !question->needed)
      return TRUE;
    if (*answered && chn_addition_take (addition, question->name, answer, &error))
      return TRUE;
    if (error)
      failure_print (error, answer);
  }
}

/* With each source go the questions about it. */
static gboolean
ask_about_source (ChnAddition *addition)
{
  gboolean answered = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    if (questions[i].of_source && !ask_once (addition, &questions[i], &answered))
      return FALSE;
  return TRUE;
}

static gboolean
ask_all (ChnAddition *addition, const Question *question)
{
  gboolean answered = FALSE;
  do {
    if (!ask_once (addition, question, &answered))
      return FALSE;
    if (answered && strcmp (question->name, "source") == 0 && !ask_about_source (addition))
      return FALSE;
  } while (answered && question->several);
  return TRUE;
}

gboolean
ask_event (ChnAddition *addition, GError **error)
{
  fprintf (stderr, "An empty answer leaves a field out, or goes on; Ctrl-D leaves without writing.\n");
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    if (!questions[i].of_source && !ask_all (addition, &questions[i])) {
      fprintf (stderr, "\n");
      usage_set_error (error, "nothing was written");
      return FALSE;
    }
  return TRUE;
}

gboolean
ask_whether (const char *question)
{
  g_autofree char *whole = g_strdup_printf ("%s [Y/n]", question);
  for (;;) {
    g_autofree char *answer = read_answer (whole);
    if (!answer || g_ascii_strcasecmp (answer, "n") == 0 || g_ascii_strcasecmp (answer, "no") == 0)
      return FALSE;
    if (!*answer || g_ascii_strcasecmp (answer, "y") == 0 || g_ascii_strcasecmp (answer, "yes") == 0)
      return TRUE;
  }
}
