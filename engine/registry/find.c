/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Finding actors and forums by any of their names, at a date. */
#include <string.h>

#include "base/error.h"
#include "base/fold.h"
#include "registry/names.h"
#include "registry/nearest.h"

/* What is looked for. */
typedef struct Sort {
  const char *noun;
  ChnNamesChooser choose;
  gconstpointer (*get) (const ChnRegistry *registry, const char *id);
  const struct Sort *other;
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

static const Sort actors, forums;
static const Sort actors = { "actor", chn_registry_index_actors, get_actor, &forums };
static const Sort forums = { "forum", chn_registry_index_forums, get_forum, &actors };

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

/*
 * How strongly a name points at the one that bears it. In what a person types, a code does not go before names that
 * are spelt alike; in files it does.
 */
typedef enum { RANK_ID, RANK_CODE, RANK_NAME, RANK_ALIAS } Rank;

static Rank
get_rank (const ChnBearer *bearer)
{
  static const Rank ranks[CHN_NAME_SORT_CODE] = {
    [CHN_NAME_SORT_ID] = RANK_ID,
    [CHN_NAME_SORT_NAME] = RANK_NAME,
    [CHN_NAME_SORT_SHORT] = RANK_NAME,
    [CHN_NAME_SORT_ALIAS] = RANK_ALIAS,
  };
  return bearer->is_code ? RANK_CODE : ranks[bearer->sort];
}

/* A search for a folded name. */
typedef struct {
  const Sort *sort;
  const ChnRegistry *registry; /* the uppermost */
  char *folded;
  const ChnDateBounds *at;
  GPtrArray *found;
  GArray *bearers; /* of the registry that is looked at; ChnBearer */
} Search;

static void
collect (Search *search, Rank rank, const ChnDateBounds *at)
{
  for (guint i = 0; i < search->bearers->len; i++) {
    const ChnBearer *bearer = &g_array_index (search->bearers, ChnBearer, i);
    if (get_rank (bearer) != rank || !is_borne_at (bearer, at))
      continue;
    /* To whoever bears it something may have been added further up. */
    gconstpointer thing = search->sort->get (search->registry, ((const ChnNamed *) bearer->thing)->id);
    if (thing && !g_ptr_array_find (search->found, thing, NULL)) /* none in a forged registry */
      g_ptr_array_add (search->found, (gpointer) thing);
  }
}

/* The uppermost registry that knows the name in this rank decides. */
static guint
collect_rank (Search *search, const ChnRegistry *registry, Rank rank)
{
  guint before = search->found->len;
  for (; registry && search->found->len == before; registry = registry->base) {
    g_array_set_size (search->bearers, 0);
    chn_names_find (search->sort->choose (registry), search->folded, search->bearers);
    collect (search, rank, NULL);
  }
  return search->found->len - before;
}

/*
 * A timeline's own names go before the bundled ones, and whole names before aliases. People go on using a name that
 * has been changed: where nobody bore it at the date, those who did at another are meant.
 */
static void
collect_names (Search *search, const ChnRegistry *registry)
{
  guint before = search->found->len;
  for (; registry && search->found->len == before; registry = registry->base) {
    g_array_set_size (search->bearers, 0);
    chn_names_find (search->sort->choose (registry), search->folded, search->bearers);
    collect (search, RANK_NAME, NULL);
    if (search->found->len == before)
      collect (search, RANK_ALIAS, search->at);
    if (search->found->len == before)
      collect (search, RANK_ALIAS, NULL);
  }
}

static void
collect_bearers (Search *search, const ChnRegistry *registry, gboolean codes, gboolean is_typed)
{
  if (collect_rank (search, registry, RANK_ID) > 0)
    return;
  if (codes && collect_rank (search, registry, RANK_CODE) > 0 && !is_typed)
    return;
  collect_names (search, registry);
}

static GPtrArray *
find_bearers (const ChnRegistry *registry, const Sort *sort, const char *name, const ChnDateBounds *at,
              gboolean is_typed)
{
  g_autofree char *folded = chn_fold_name (name, -1);
  g_autoptr (GArray) bearers = g_array_new (FALSE, FALSE, sizeof (ChnBearer));
  Search search = { sort, registry, folded, at, g_ptr_array_new (), bearers };
  collect_bearers (&search, registry, !is_mixed_case (name), is_typed);
  return search.found;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const ChnNamed *const *) a)->id, (*(const ChnNamed *const *) b)->id);
}

/* Names as they are told apart: by their ids, which find each of them again. */
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

/* "it is a forum: "Human Rights Council" (un.hrc)", where the name is borne by one of the other sort; or NULL. */
static char *
dup_other_sort (const ChnRegistry *registry, const Sort *sort, const char *name, const ChnDateBounds *at)
{
  g_autoptr (GPtrArray) found = find_bearers (registry, sort->other, name, at, FALSE);
  if (found->len == 0)
    return NULL;
  GString *hint = g_string_new ("it is ");
  g_string_append_printf (hint, "%s %s: ", strchr ("aeiou", sort->other->noun[0]) ? "an" : "a", sort->other->noun);
  g_ptr_array_sort (found, compare_ids);
  for (guint i = 0; i < found->len; i++) {
    const ChnNamed *named = found->pdata[i];
    g_string_append_printf (hint, "%s\"%s\" (%s)", i == 0 ? "" : " or ",
                            named->short_name ? named->short_name : named->name, named->id);
  }
  return g_string_free (hint, FALSE);
}

static void
report_unknown (const ChnRegistry *registry, const Sort *sort, const char *name, gsize bytes, GError **error)
{
  g_autofree char *other = dup_other_sort (registry, sort, name, NULL);
  chn_error_set_at (error, CHN_ERROR_UNKNOWN, 0, bytes, other, "\"%s\" is no %s", name, sort->noun);
  if (!other)
    chn_error_take_hint (*error, chn_nearest_new_hint (registry, sort->choose, name));
}

static gboolean
is_own (const ChnRegistry *registry, const Sort *sort, const ChnNamed *named)
{
  return !named->is_shared && registry->base && !sort->get (registry->base, named->id);
}

/* In files a timeline's own names go before those that several timelines share. */
static void
prefer_own (GPtrArray *found, const ChnRegistry *registry, const Sort *sort)
{
  guint n_own = 0;
  for (guint i = 0; i < found->len; i++)
    n_own += is_own (registry, sort, found->pdata[i]) ? 1 : 0;
  for (guint i = found->len; n_own > 0 && i > 0; i--)
    if (!is_own (registry, sort, found->pdata[i - 1]))
      g_ptr_array_remove_index (found, i - 1);
}

typedef struct {
  const char *text;
  gssize length;
  const ChnDateBounds *at;
  gboolean is_typed;
} Wanted;

static gconstpointer
find (const ChnRegistry *registry, const Sort *sort, const Wanted *wanted, GError **error)
{
  enum { LONGEST_SHOWN = 80, LONGEST = 1000 };
  gsize bytes = wanted->length < 0 ? strlen (wanted->text) : (gsize) wanted->length;
  g_autofree char *text = g_strndup (wanted->text, MIN (bytes, LONGEST));
  gconstpointer exact = bytes <= LONGEST ? sort->get (registry, text) : NULL;
  if (exact)
    return exact;
  g_autoptr (GPtrArray) found =
      bytes <= LONGEST ? find_bearers (registry, sort, text, wanted->at, wanted->is_typed) : g_ptr_array_new ();
  if (found->len > 1 && !wanted->is_typed)
    prefer_own (found, registry, sort);
  if (found->len == 1)
    return found->pdata[0];
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) strnlen (text, LONGEST_SHOWN));
  if (found->len > 1)
    report_ambiguous (found, valid, bytes, error);
  else if (error)
    report_unknown (registry, sort, valid, bytes, error);
  return NULL;
}

const ChnActor *
chn_registry_find_actor (const ChnRegistry *registry, const char *name, gssize length, const ChnDateBounds *at,
                         GError **error)
{
  return find (registry, &actors, &(Wanted){ name, length, at, FALSE }, error);
}

const ChnActor *
chn_registry_find_typed_actor (const ChnRegistry *registry, const char *name, gssize length, const ChnDateBounds *at,
                               GError **error)
{
  return find (registry, &actors, &(Wanted){ name, length, at, TRUE }, error);
}

const ChnForum *
chn_registry_find_forum (const ChnRegistry *registry, const char *name, gssize length, const ChnDateBounds *at,
                         GError **error)
{
  return find (registry, &forums, &(Wanted){ name, length, at, FALSE }, error);
}
