/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Actors: names, codes, and members at a date. */
#include <string.h>

#include "registry/registry-private.h"

static const char *const kind_names[] = {
  [CHN_ACTOR_STATE] = "state",   [CHN_ACTOR_ORGANISATION] = "organisation",
  [CHN_ACTOR_OFFICE] = "office", [CHN_ACTOR_PERSON] = "person",
  [CHN_ACTOR_GROUP] = "group",
};

const char *
chn_actor_kind_get_name (ChnActorKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_names), NULL);
  return kind_names[kind];
}

int
chn_actor_kind_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_strcmp0 (kind_names[i], name) == 0)
      return (int) i;
  return -1;
}

static void
clear_membership (gpointer membership)
{
  g_clear_pointer (&((ChnMembership *) membership)->during, chn_date_unref);
}

GArray *
chn_members_new (void)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (ChnMembership));
  g_array_set_clear_func (members, clear_membership);
  return members;
}

void
chn_actor_clear (gpointer data)
{
  ChnActor *actor = data;
  g_array_unref (actor->named.aliases);
  g_array_unref (actor->members);
  g_clear_pointer (&actor->covers, chn_date_unref);
}

int
chn_actor_compare (gconstpointer a, gconstpointer b)
{
  const ChnActor *left = *(const ChnActor *const *) a, *right = *(const ChnActor *const *) b;
  if (left->kind != right->kind)
    return left->kind < right->kind ? -1 : 1;
  return strcmp (left->named.id, right->named.id);
}

const char *
chn_actor_get_id (const ChnActor *actor)
{
  return actor->named.id;
}

const char *
chn_actor_get_name (const ChnActor *actor)
{
  return actor->named.name;
}

const char *
chn_actor_get_short_name (const ChnActor *actor)
{
  return actor->named.short_name ? actor->named.short_name : actor->named.name;
}

ChnActorKind
chn_actor_get_kind (const ChnActor *actor)
{
  return actor->kind;
}

const char *
chn_actor_get_code (const ChnActor *actor, ChnCode code)
{
  g_return_val_if_fail (code < CHN_N_CODES, NULL);
  return actor->codes[code];
}

const ChnAlias *
chn_actor_get_aliases (const ChnActor *actor, guint *n_aliases)
{
  *n_aliases = actor->named.aliases->len;
  return (const ChnAlias *) (gpointer) actor->named.aliases->data;
}

const ChnMembership *
chn_actor_get_members (const ChnActor *actor, guint *n_members)
{
  *n_members = actor->members->len;
  return (const ChnMembership *) (gpointer) actor->members->data;
}

const ChnDate *
chn_actor_get_covers (const ChnActor *actor)
{
  return actor->covers;
}

const char *const *
chn_actor_get_successors (const ChnActor *actor)
{
  static const char *const none[] = { NULL };
  return actor->successors ? (const char *const *) actor->successors : none;
}

static gint64
get_start (const ChnMembership *membership)
{
  return membership->during ? chn_date_get_bounds (membership->during)->earliest : CHN_TIME_MIN;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const ChnMembership *left = a, *right = b;
  gint64 left_start = get_start (left), right_start = get_start (right);
  if (left_start != right_start)
    return left_start < right_start ? -1 : 1;
  return strcmp (left->actor, right->actor);
}

static int
compare_ids (gconstpointer a, gconstpointer b, gpointer members)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;
  int order = strcmp (g_array_index ((GArray *) members, ChnMembership, left).actor,
                      g_array_index ((GArray *) members, ChnMembership, right).actor);
  if (order != 0)
    return order;
  return left < right ? -1 : left > right;
}

void
chn_actor_sort_members (ChnActor *actor, ChnArena *arena)
{
  guint n = actor->members->len;
  g_array_sort (actor->members, compare_starts);
  actor->by_member = chn_arena_alloc (arena, (n + 1) * sizeof (guint32));
  for (guint i = 0; i < n; i++)
    actor->by_member[i] = i;
  g_qsort_with_data (actor->by_member, (int) n, sizeof (guint32), compare_ids, actor->members);
}

/* The first of a member's memberships in by_member. */
static guint
find_first (const ChnActor *actor, const char *member)
{
  guint low = 0, high = actor->members->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (strcmp (g_array_index (actor->members, ChnMembership, actor->by_member[middle]).actor, member) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* What several terms of one member, the earliest first, say together about a date. */
typedef struct {
  const ChnDateBounds *at;
  gint64 covered; /* the first second not known to be covered */
  gboolean possible;
} Coverage;

static void
cover (Coverage *coverage, const ChnMembership *membership)
{
  static const ChnDateBounds always = { CHN_TIME_MIN, CHN_TIME_MAX, CHN_PRECISION_UNBOUNDED, 0 };
  const ChnDateBounds *term = membership->during ? chn_date_get_bounds (membership->during) : &always;
  if (term->latest < coverage->at->earliest || term->earliest > coverage->at->latest)
    return;
  coverage->possible = TRUE;
  gboolean vague = term->flags & (CHN_DATE_UNKNOWN_START | CHN_DATE_UNKNOWN_END | CHN_DATE_GAPS | CHN_DATE_ONE_OF);
  if (!vague && term->earliest <= coverage->covered && term->latest >= coverage->covered)
    coverage->covered = term->latest == CHN_TIME_MAX ? CHN_TIME_MAX : term->latest + 1;
}

ChnCertainty
chn_actor_has_member (const ChnActor *actor, const char *member, const ChnDateBounds *at)
{
  Coverage coverage = { at, at->earliest, FALSE };
  for (guint i = find_first (actor, member); i < actor->members->len; i++) {
    const ChnMembership *membership = &g_array_index (actor->members, ChnMembership, actor->by_member[i]);
    if (strcmp (membership->actor, member) != 0)
      break;
    cover (&coverage, membership);
  }
  if (!coverage.possible)
    return CHN_CERTAINTY_NO;
  gboolean throughout = coverage.covered == CHN_TIME_MAX || coverage.covered > at->latest;
  return throughout ? CHN_CERTAINTY_CERTAINLY : CHN_CERTAINTY_POSSIBLY;
}

gboolean
chn_actor_recalls_member (const ChnActor *actor, const char *member, const ChnDateBounds *at)
{
  gboolean recalled = FALSE;
  for (guint i = find_first (actor, member); i < actor->members->len; i++) {
    const ChnMembership *membership = &g_array_index (actor->members, ChnMembership, actor->by_member[i]);
    Coverage coverage = { at, at->earliest, FALSE };
    if (strcmp (membership->actor, member) != 0)
      break;
    cover (&coverage, membership);
    if (coverage.possible && !membership->is_recalled)
      return FALSE;
    recalled = recalled || coverage.possible;
  }
  return recalled;
}

/* From the beginning of the first membership to the end of the last. */
static void
find_recorded (const ChnActor *actor, gint64 *from, gint64 *to)
{
  *from = CHN_TIME_MAX;
  *to = CHN_TIME_MIN;
  for (guint i = 0; i < actor->members->len; i++) {
    const ChnMembership *membership = &g_array_index (actor->members, ChnMembership, i);
    const ChnDateBounds *term = membership->during ? chn_date_get_bounds (membership->during) : NULL;
    *from = MIN (*from, term ? term->earliest : CHN_TIME_MIN);
    *to = MAX (*to, term ? term->latest : CHN_TIME_MAX);
  }
}

gboolean
chn_actor_is_covered (const ChnActor *actor, const ChnDateBounds *at)
{
  gint64 from = 0, to = 0;
  if (actor->covers) {
    from = chn_date_get_bounds (actor->covers)->earliest;
    to = chn_date_get_bounds (actor->covers)->latest;
  } else
    find_recorded (actor, &from, &to);
  return at->earliest >= from && at->latest <= to;
}
