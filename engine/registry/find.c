/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Finding actors and forums by any of their names, at a date. */
#include <string.h>

#include "base/error.h"
#include "base/fold.h"
#include "registry/names.h"
#include "registry/nearest.h"

/* What is looked for. */
typedef struct {
  const char *noun;
  ChnNamesChooser choose;
  gconstpointer (*get) (const ChnRegistry *registry, const char *id);
} Sort;

static gconstpointer
get_actor (const ChnRegistry *registry, const char *id)
{
  return chn_registry_get_actor (registry, id);
}

static gconstpointer
get_forum (const ChnRegistry *registry, const char *id)
{
  return chn_registry_get_forum (registry, id);
}

static const Sort actors = { "actor", chn_registry_index_actors, get_actor };
static const Sort forums = { "forum", chn_registry_index_forums, get_forum };

/* Codes are written all in one case: "KOR" and "kor" are one, "Kor" is the beginning of a word. */
static gboolean
is_mixed_case (const char *text)
{
  gboolean upper = FALSE, lower = FALSE;
  for (; *text; text++) {
    upper = upper || g_ascii_isupper (*text);
    lower = lower || g_ascii_islower (*text);
  }
  return upper && lower;
}

static gboolean
is_borne_at (const ChnBearer *bearer, const ChnDateBounds *at)
{
  if (!bearer->during || !at)
    return TRUE;
  const ChnDateBounds *term = chn_date_get_bounds (bearer->during);
  return term->earliest <= at->latest && term->latest >= at->earliest;
}

static void
collect (GPtrArray *found, const GArray *bearers, gboolean codes, const ChnDateBounds *at)
{
  for (guint i = 0; i < bearers->len; i++) {
    const ChnBearer *bearer = &g_array_index (bearers, ChnBearer, i);
    gboolean fits = (codes || !bearer->is_code) && is_borne_at (bearer, at);
    if (fits && !g_ptr_array_find (found, bearer->thing, NULL))
      g_ptr_array_add (found, (gpointer) bearer->thing);
  }
}

/*
 * Who bears the name in the uppermost registry that knows it, so that a timeline's own names go
 * before the bundled ones. People go on using a name that has been changed: where nobody bore it
 * at the date, those who did at another are meant.
 */
static void
collect_bearers (GPtrArray *found, const ChnRegistry *registry, const Sort *sort, const char *name,
                 const ChnDateBounds *at)
{
  g_autofree char *folded = chn_fold_name (name, -1);
  gboolean codes = !is_mixed_case (name);
  g_autoptr (GArray) bearers = g_array_new (FALSE, FALSE, sizeof (ChnBearer));
  for (; registry && found->len == 0; registry = registry->base) {
    g_array_set_size (bearers, 0);
    chn_names_find (sort->choose (registry), folded, bearers);
    collect (found, bearers, codes, at);
    if (found->len == 0)
      collect (found, bearers, codes, NULL);
  }
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const ChnNamed *const *) a)->id, (*(const ChnNamed *const *) b)->id);
}

static void
report_ambiguous (GPtrArray *found, const char *name, gsize length, GError **error)
{
  g_autoptr (GString) all = g_string_new (NULL), hint = g_string_new ("write ");
  g_ptr_array_sort (found, compare_ids);
  for (guint i = 0; i < found->len; i++) {
    const ChnNamed *named = found->pdata[i];
    const char *between = i == 0 ? "" : i + 1 == found->len ? " or " : ", ";
    g_string_append_printf (all, "%s\"%s\" (%s)", between, named->short_name ? named->short_name : named->name,
                            named->id);
    g_string_append_printf (hint, "%s%s", between, named->id);
  }
  chn_error_set_at (error, CHN_ERROR_AMBIGUOUS, 0, length, hint->str, "\"%s\" is ambiguous: %s", name, all->str);
}

static gconstpointer
find (const ChnRegistry *registry, const Sort *sort, const char *name, gssize length, const ChnDateBounds *at,
      GError **error)
{
  enum { LONGEST_SHOWN = 80, LONGEST = 1000 };
  gsize bytes = length < 0 ? strlen (name) : (gsize) length;
  g_autofree char *text = g_strndup (name, MIN (bytes, LONGEST));
  gconstpointer exact = bytes <= LONGEST ? sort->get (registry, text) : NULL;
  if (exact)
    return exact;
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  if (bytes <= LONGEST)
    collect_bearers (found, registry, sort, text, at);
  if (found->len == 1)
    return found->pdata[0];
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) strnlen (text, LONGEST_SHOWN));
  if (found->len > 1) {
    report_ambiguous (found, valid, bytes, error);
  } else if (error) {
    chn_error_set_at (error, CHN_ERROR_UNKNOWN, 0, bytes, NULL, "\"%s\" is no %s", valid, sort->noun);
    chn_error_take_hint (*error, chn_nearest_new_hint (registry, sort->choose, valid));
  }
  return NULL;
}

const ChnActor *
chn_registry_find_actor (const ChnRegistry *registry, const char *name, gssize length, const ChnDateBounds *at,
                         GError **error)
{
  return find (registry, &actors, name, length, at, error);
}

const ChnForum *
chn_registry_find_forum (const ChnRegistry *registry, const char *name, gssize length, const ChnDateBounds *at,
                         GError **error)
{
  return find (registry, &forums, name, length, at, error);
}
