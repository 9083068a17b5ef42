/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Who was probably meant by a name that nobody bears. */
#include "registry/nearest.h"

#include <string.h>

#include "base/fold.h"
#include "base/suggest.h"

typedef struct {
  const ChnNamed *named;
  guint score;  /* 0 is the same name */
  gsize length; /* of the name that came near */
} Candidate;

typedef struct {
  ChnSuggestion suggestion;
  GArray *candidates;
  guint score; /* of the name that was looked at last */
} Search;

enum { MOST_CANDIDATES = 3, LONGER_AT_MOST = 10, SHARED_START = 4, SHARED_SCORE = 20, NOT_NEAR = G_MAXINT };

/* Names that begin alike are a weak guess: "un.secco" and "UN Security Council". */
static guint
score_start (const char *wanted, const char *name)
{
  gsize shared = 0;
  while (wanted[shared] && wanted[shared] == name[shared])
    shared++;
  gboolean alike = shared >= SHARED_START && shared * 5 >= strlen (wanted) * 3;
  return alike ? SHARED_SCORE - (guint) MIN (shared, SHARED_SCORE) + SHARED_SCORE : NOT_NEAR;
}

/* Of three letters each differs from many others in one: "HRC" is no slip for "PRC". */
static gboolean
is_abbreviation (const char *folded)
{
  enum { LONGEST_ABBREVIATION = 3 };
  return strlen (folded) <= LONGEST_ABBREVIATION;
}

static guint
score (const ChnSuggestion *suggestion, const char *folded, gboolean is_code)
{
  const char *wanted = suggestion->wanted;
  if (is_code || is_abbreviation (folded))
    return strcmp (wanted, folded) == 0 ? 0 : NOT_NEAR;
  if (strlen (folded) > strlen (wanted) + LONGER_AT_MOST)
    return NOT_NEAR;
  guint distance = chn_suggestion_measure (suggestion, folded);
  if (distance == G_MAXUINT)
    return score_start (wanted, folded);
  return is_abbreviation (wanted) && !g_str_has_prefix (folded, wanted) ? NOT_NEAR : distance;
}

static gboolean
is_better (const Candidate *a, const Candidate *b)
{
  return a->score != b->score ? a->score < b->score : a->length < b->length;
}

static gboolean
is_latin (gunichar letter)
{
  enum { FIRST_OTHER = 0x370 };
  return letter < FIRST_OTHER;
}

/* Names of another script are not near. */
static gboolean
passes (const char *name, gpointer data)
{
  const ChnSuggestion *suggestion = &((const Search *) data)->suggestion;
  return suggestion->n_letters > 0 && is_latin (suggestion->letters[0]) != is_latin (g_utf8_get_char (name));
}

static gboolean
wants (const char *folded, gboolean is_code, gpointer data)
{
  Search *search = data;
  search->score = score (&search->suggestion, folded, is_code);
  return search->score != NOT_NEAR;
}

static void
take (const char *folded, const ChnBearer *bearer, gpointer data)
{
  Search *search = data;
  Candidate found = { bearer->thing, search->score, strlen (folded) };
  for (guint i = 0; i < search->candidates->len; i++) {
    Candidate *known = &g_array_index (search->candidates, Candidate, i);
    /* Names may have been added to it in an upper registry, where it stands again. */
    if (strcmp (known->named->id, found.named->id) != 0)
      continue;
    if (is_better (&found, known))
      *known = found;
    return;
  }
  g_array_append_val (search->candidates, found);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Candidate *left = a, *right = b;
  if (is_better (left, right) || is_better (right, left))
    return is_better (left, right) ? -1 : 1;
  return strcmp (left->named->id, right->named->id);
}

/* Weak guesses are for when there are no better ones. */
static guint
count_worthy (const GArray *candidates)
{
  guint n = 0;
  guint bound = candidates->len > 0 ? g_array_index (candidates, Candidate, 0).score : 0;
  bound = bound < SHARED_SCORE ? SHARED_SCORE - 1 : bound;
  while (n < candidates->len && n < MOST_CANDIDATES && g_array_index (candidates, Candidate, n).score <= bound)
    n++;
  return n;
}

static char *
describe (const GArray *candidates)
{
  guint n = count_worthy (candidates);
  if (n == 0)
    return NULL;
  GString *hint = g_string_new ("did you mean ");
  for (guint i = 0; i < n; i++) {
    const ChnNamed *named = g_array_index (candidates, Candidate, i).named;
    const char *name = named->short_name ? named->short_name : named->name;
    g_string_append_printf (hint, "%s\"%s\" (%s)", i == 0 ? "" : i + 1 == n ? " or " : ", ", name, named->id);
  }
  g_string_append_c (hint, '?');
  return g_string_free (hint, FALSE);
}

/* Where names are looked for, when somebody asks. */
typedef struct {
  ChnRegistry *registry;
  ChnNamesChooser choose;
} Field;

static char *
make_hint (gconstpointer among, const char *wanted)
{
  static const ChnNamesVisitor visitor = { passes, wants, take };
  const Field *field = among;
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  Search search = { .candidates = candidates };
  chn_suggestion_init (&search.suggestion, wanted, -1);
  for (const ChnRegistry *registry = field->registry; registry; registry = chn_registry_get_base (registry))
    chn_names_visit (field->choose (registry), &visitor, &search);
  chn_suggestion_clear (&search.suggestion);
  g_array_sort (candidates, compare);
  return describe (candidates);
}

static void
free_field (gpointer data)
{
  Field *field = data;
  chn_registry_unref (field->registry);
  g_free (field);
}

ChnHint *
chn_nearest_new_hint (const ChnRegistry *registry, ChnNamesChooser choose, const char *wanted)
{
  Field *field = g_new (Field, 1);
  *field = (Field){ chn_registry_ref ((ChnRegistry *) registry), choose };
  return chn_hint_new_deferred (make_hint, field, free_field, wanted, -1);
}
