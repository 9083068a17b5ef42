/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Saved queries by name: those of the timeline, then the user's own. */
#include "query/saved.h"

#include <string.h>

#include "base/error.h"
#include "query/complain.h"

/* Looks through one list; NULL where none has the name. */
static const char *
find_in (const ChnSavedQuery *queries, guint n, const char *name, ChnSuggestion *suggestion)
{
  for (guint i = 0; i < n; i++) {
    if (strcmp (queries[i].name, name) == 0)
      return queries[i].text;
    chn_suggestion_offer (suggestion, queries[i].name);
  }
  return NULL;
}

static const char *
get_file (const ChnTimeline *timeline, guint origin)
{
  const char *file = chn_timeline_get_header (timeline, origin, CHN_HEADER_FILE);
  return file ? file : "a file without a name";
}

static gboolean
find_in_timeline (const ChnTimeline *timeline, const ChnOperand *operand, ChnSuggestion *suggestion,
                  const char **text, GError **error)
{
  guint first = 0;
  for (guint origin = 0; origin < chn_timeline_get_n_origins (timeline); origin++) {
    guint n = 0;
    const ChnSavedQuery *queries = chn_timeline_get_queries (timeline, origin, &n);
    const char *found = find_in (queries, n, operand->text, suggestion);
    if (found && *text && strcmp (found, *text) != 0) {
      chn_error_set_at (error, CHN_ERROR_AMBIGUOUS, operand->place.offset, operand->place.length,
                        "write the query itself, or rename one of the two",
                        "the saved query \"%s\" is one thing in %s, another in %s", operand->text,
                        get_file (timeline, first), get_file (timeline, origin));
      return FALSE;
    }
    if (found && !*text) {
      *text = found;
      first = origin;
    }
  }
  return TRUE;
}

gboolean
chn_saved_find (const ChnBoundQuery *bound, const ChnOperand *operand, ChnSavedFound *found, GError **error)
{
  g_auto (ChnSuggestion) suggestion = { 0 };
  const char *text = NULL;
  chn_suggestion_init (&suggestion, operand->text, -1);
  if (!find_in_timeline (bound->timeline, operand, &suggestion, &text, error))
    return FALSE;
  *found = (ChnSavedFound){ text, FALSE };
  if (!text)
    *found = (ChnSavedFound){ find_in (bound->own, bound->n_own, operand->text, &suggestion), TRUE };
  if (found->text)
    return TRUE;
  chn_complain_unknown (error, "saved query", operand, &suggestion,
                        "neither the timeline's \"queries:\" nor your own have one of this name");
  return FALSE;
}
