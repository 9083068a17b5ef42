/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery duplicates: events of one timeline that may be one. */
#include <stdio.h>
#include <stdlib.h>

#include "command.h"
#include "load.h"
#include "score.h"
#include "suspects.h"
#include "usage.h"

/* The likeliest first. */
static int
compare (gconstpointer a, gconstpointer b)
{
  const ChnMatch *x = a, *y = b;
  if (x->score > y->score)
    return -1;
  if (x->score < y->score)
    return 1;
  return x->a < y->a ? -1 : x->a > y->a;
}

static gboolean
print_all (const ChnTimeline *timeline, double least, GError **error)
{
  guint n = 0, n_shown = 0;
  g_autoptr (ChnMatches) found = chn_matches_new_within (timeline);
  const ChnMatch *matches = chn_matches_get (found, &n);
  g_autofree ChnMatch *sorted = g_memdup2 (matches, n * sizeof *matches);
  if (n > 0)
    qsort (sorted, n, sizeof *sorted, compare);
  for (guint i = 0; i < n && sorted[i].score >= least; i++) {
    g_autofree char *text = suspects_dup_text (timeline, timeline, &sorted[i], NULL);
    if (!console_print (text, error))
      return FALSE;
    n_shown++;
  }
  if (n_shown == 0)
    fprintf (stderr, "chancery: no two events look like one\n");
  else
    fprintf (stderr, "chancery: %u pair%s; \"chancery merge --into ID OTHER\" joins two\n", n_shown,
             n_shown == 1 ? "" : "s");
  return TRUE;
}

Status
run_duplicates (Program *program, const Arguments *arguments, GError **error)
{
  double least = CHN_MATCH_SURE;
  if (!score_parse (arguments, "least", &least, error))
    return STATUS_USAGE;
  if (*arguments_get_words (arguments)) {
    usage_set_error (error, "duplicates takes no words; it looks at all events of the timelines named with -f");
    return STATUS_USAGE;
  }
  g_autoptr (ChnTimeline) timeline = load_faultless_timeline (program, error);
  return timeline && print_all (timeline, least, error) ? STATUS_DONE : STATUS_USAGE;
}
