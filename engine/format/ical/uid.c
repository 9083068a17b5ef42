/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* From UIDs to ids: most UIDs are nearly slugs; the others get a hash behind what remains of them. */
#include "format/ical/uid.h"

#include "base/append.h"
#include "base/hash.h"
#include "format/ical/value.h"
#include "model/slug-of-text.h"
#include "model/slug.h"
#include "timeline/made-uid.h"

/* Of the domains that timelines have without one of their own. */
static const char ending[] = CHN_MADE_UID_ENDING;

enum { FEWEST_SLOTS = 64, MOST_FIRST_SLOTS = 1 << 20 };

/* An id that a UID has got. Hashes stand for both: a file has many, and where two met, ids would only be longer. */
typedef struct {
  guint64 id;  /* 0: the slot is free */
  guint32 uid; /* of those that have the same id, which are few */
  guint line;  /* of the component that has claimed it, or 0 */
} Slot;

struct _ChnIcalUids {
  Slot *slot;
  guint n_slots; /* a power of two */
  guint n_used;
  gboolean has_ours;
  GString *last;  /* the UID that was looked at last, */
  gboolean ours;  /* and whether as one of ours: */
  GString *id;    /* its id, */
  Slot wanted;    /* and what it has of a slot; its id is 0 where none was */
  GString *plain; /* a UID without its escapes, where it has some */
};

ChnIcalUids *
chn_ical_uids_new (gsize n_expected)
{
  ChnIcalUids *uids = g_new (ChnIcalUids, 1);
  uids->n_slots = FEWEST_SLOTS;
  while (uids->n_slots / 8 * 7 < n_expected && uids->n_slots < MOST_FIRST_SLOTS)
    uids->n_slots *= 2;
  uids->slot = chn_hash_new_table (uids->n_slots, sizeof (Slot));
  uids->n_used = 0;
  uids->has_ours = FALSE;
  uids->last = g_string_new (NULL);
  uids->id = g_string_new (NULL);
  uids->wanted = (Slot){ 0 };
  uids->plain = g_string_new (NULL);
  return uids;
}

void
chn_ical_uids_free (ChnIcalUids *uids)
{
  if (!uids)
    return;
  g_free (uids->slot);
  g_string_free (uids->last, TRUE);
  g_string_free (uids->id, TRUE);
  g_string_free (uids->plain, TRUE);
  g_free (uids);
}

void
chn_ical_uid_make (GString *uid, const char *event, const char *domain, const char *timeline)
{
  chn_assign_bytes (uid, event, strlen (event));
  g_string_append_c (uid, '@');
  chn_made_uid_append_domain (uid, domain, timeline);
}

gboolean
chn_ical_uid_is_ours (const ChnSlice *uid, ChnSlice *event, ChnSlice *timeline)
{
  gsize n = strlen (ending);
  if (uid->length <= n || memcmp (uid->text + uid->length - n, ending, n) != 0)
    return FALSE;
  const char *at = memchr (uid->text, '@', uid->length);
  if (!at)
    return FALSE;
  *event = (ChnSlice){ uid->text, (gsize) (at - uid->text) };
  *timeline = (ChnSlice){ at + 1, uid->length - event->length - 1 };
  if (timeline->length <= n)
    return FALSE;
  timeline->length -= n;
  return chn_slug_is (event->text, event->length) && chn_slug_is (timeline->text, timeline->length);
}

static void
make_id (ChnIcalUids *uids, const ChnSlice *uid, gboolean ours)
{
  ChnSlice event, timeline;
  const char *at = ours ? memchr (uid->text, '@', uid->length) : NULL;
  g_string_truncate (uids->id, 0);
  if (at)
    chn_append_bytes (uids->id, uid->text, (gsize) (at - uid->text));
  else if (chn_ical_uid_is_ours (uid, &event, &timeline))
    chn_append_bytes (uids->id, event.text, event.length);
  else
    chn_slug_append_of_text (uids->id, uid->text, uid->length, "event");
}

static guint64
hash_id (const GString *id)
{
  guint64 hash = chn_hash_bytes (id->str, id->len);
  return hash > 0 ? hash : 1;
}

/* The slot that has the id, or the free one where it belongs. */
static Slot *
find_slot (const ChnIcalUids *uids, guint64 id)
{
  guint at = (guint) id & (uids->n_slots - 1);
  while (uids->slot[at].id != 0 && uids->slot[at].id != id)
    at = (at + 1) & (uids->n_slots - 1);
  return &uids->slot[at];
}

static void
grow (ChnIcalUids *uids)
{
  g_autofree Slot *old = uids->slot;
  guint n = uids->n_slots;
  uids->n_slots *= 2;
  uids->slot = chn_hash_new_table (uids->n_slots, sizeof (Slot));
  for (guint i = 0; i < n; i++)
    if (old[i].id != 0)
      *find_slot (uids, old[i].id) = old[i];
}

/* "a,b" and "a\,b" are one UID, since they are written alike. */
static ChnSlice
get_plain (ChnIcalUids *uids, const ChnSlice *uid)
{
  if (uid->length == 0 || !memchr (uid->text, '\\', uid->length))
    return *uid;
  chn_ical_assign_text (uids->plain, uid->text, uid->length);
  return (ChnSlice){ uids->plain->str, uids->plain->len };
}

/* Looks at a UID, which is often the one that was looked at last. */
static void
look_at (ChnIcalUids *uids, const ChnSlice *uid, gboolean ours)
{
  if (uids->wanted.id != 0 && uids->ours == ours &&
      chn_slice_equal (uid, &(ChnSlice){ uids->last->str, uids->last->len }))
    return;
  make_id (uids, uid, ours);
  chn_assign_bytes (uids->last, uid->text, uid->length);
  uids->ours = ours;
  uids->wanted = (Slot){ hash_id (uids->id), (guint32) chn_hash_bytes (uid->text, uid->length), 0 };
}

void
chn_ical_uids_prefetch (ChnIcalUids *uids, const ChnSlice *uid)
{
  const ChnSlice trimmed = chn_slice_trim (*uid), plain = get_plain (uids, &trimmed);
  look_at (uids, &plain, FALSE);
  __builtin_prefetch (&uids->slot[(guint) uids->wanted.id & (uids->n_slots - 1)]);
}

/* The slot of a UID, or the free one where it belongs, with what it then holds. Leaves the id in uids->id. */
static Slot *
find_uid (ChnIcalUids *uids, const ChnSlice *written, gboolean ours, Slot *wanted)
{
  const ChnSlice plain = get_plain (uids, written), *uid = &plain;
  look_at (uids, uid, ours);
  *wanted = uids->wanted;
  Slot *slot = find_slot (uids, wanted->id);
  if (slot->id == 0 || slot->uid == wanted->uid)
    return slot;
  /* Two UIDs that differ in case, or in what became a hyphen. */
  uids->wanted.id = 0;
  g_string_truncate (uids->id, 0);
  chn_slug_append_hashed (uids->id, uid->text, uid->length, "event");
  wanted->id = hash_id (uids->id);
  return find_slot (uids, wanted->id);
}

static Slot *
get_slot (ChnIcalUids *uids, const ChnSlice *uid, gboolean ours)
{
  Slot wanted;
  if (uids->n_used >= uids->n_slots / 8 * 7)
    grow (uids);
  Slot *slot = find_uid (uids, uid, ours, &wanted);
  if (slot->id == 0) {
    *slot = wanted;
    uids->n_used++;
  }
  return slot;
}

void
chn_ical_uids_add (ChnIcalUids *uids, const ChnSlice *uid, gboolean ours)
{
  get_slot (uids, uid, ours);
}

const char *
chn_ical_uids_get_id (ChnIcalUids *uids, const ChnSlice *uid)
{
  get_slot (uids, uid, FALSE);
  return uids->id->str;
}

const char *
chn_ical_uids_find (ChnIcalUids *uids, const ChnSlice *uid)
{
  Slot wanted;
  if (find_uid (uids, uid, FALSE, &wanted)->id != 0)
    return uids->id->str;
  return find_uid (uids, uid, TRUE, &wanted)->id != 0 ? uids->id->str : NULL;
}

/* The line that has claimed it, as ours or as somebody else's: these may have other ids. Leaves the id in uids->id.
 */
static guint
find_line (ChnIcalUids *uids, const ChnSlice *uid, gboolean ours)
{
  Slot wanted;
  const Slot *slot = find_uid (uids, uid, ours, &wanted);
  return slot->id != 0 ? slot->line : 0;
}

const char *
chn_ical_uids_claim (ChnIcalUids *uids, const ChnSlice *uid, gboolean ours, guint line, guint *earlier)
{
  uids->has_ours |= ours;
  guint other = uids->has_ours ? find_line (uids, uid, !ours) : 0;
  Slot *slot = get_slot (uids, uid, ours);
  *earlier = slot->line > 0 ? slot->line : other;
  if (slot->line == 0)
    slot->line = line;
  return uids->id->str;
}

const char *
chn_ical_uids_find_claimed (ChnIcalUids *uids, const ChnSlice *uid, guint line)
{
  return find_line (uids, uid, TRUE) == line || find_line (uids, uid, FALSE) == line ? uids->id->str : NULL;
}
