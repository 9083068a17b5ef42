/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is not public: how much of it was left out, or stands in a file that carries all. */
#include "hidden.h"

#include <stdio.h>

static void
append (GString *list, guint n, const char *noun)
{
  if (n > 0)
    g_string_append_printf (list, "%s%u %s%s", list->len > 0 ? ", " : "", n, noun, n == 1 ? "" : "s");
}

/* "2 events, 1 source"; NULL for nothing. */
static char *
dup_list (const ChnHidden *hidden)
{
  g_autoptr (GString) list = g_string_new (NULL);
  append (list, hidden->n_events, "event");
  append (list, hidden->n_sources, "source");
  append (list, hidden->n_quotes, "quotation");
  append (list, hidden->n_notes, "note");
  return list->len > 0 ? g_strdup (list->str) : NULL;
}

static guint
count_all (const ChnHidden *hidden)
{
  return hidden->n_events + hidden->n_sources + hidden->n_quotes + hidden->n_notes;
}

void
hidden_print_left_out (const ChnTimeline *timeline, ChnVisibility most)
{
  ChnHidden hidden, secret;
  chn_timeline_count_hidden (timeline, most, &hidden);
  chn_timeline_count_hidden (timeline, CHN_VISIBILITY_RESTRICTED, &secret);
  g_autofree char *list = dup_list (&hidden);
  guint n = count_all (&hidden), n_secret = count_all (&secret);
  if (!list)
    return;
  fprintf (stderr, "chancery: what is not %s is left out: %s; ",
           most == CHN_VISIBILITY_PUBLIC ? "public" : "public or restricted", list);
  if (n_secret < n)
    fprintf (stderr, "--visibility restricted shows what is restricted%s\n",
             n_secret > 0 ? ", --visibility private all" : "");
  else
    fprintf (stderr, "--visibility private shows it\n");
}

void
hidden_print_carried (const ChnTimeline *timeline, const char *file)
{
  ChnHidden hidden;
  chn_timeline_count_hidden (timeline, CHN_VISIBILITY_PUBLIC, &hidden);
  g_autofree char *list = dup_list (&hidden);
  if (list)
    fprintf (stderr, "chancery: %s carries what is not public, too: %s; --visibility public leaves it out\n",
             file ? file : "the output", list);
}
