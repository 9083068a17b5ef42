/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* From UIDs to ids: most UIDs are nearly slugs; the others get a hash behind what remains of them. */
#include "format/ical/uid.h"

#include <string.h>

#include "base/intern.h"
#include "timeline/slug.h"

enum { LONGEST = 100, ROOM_FOR_HASH = 80 };

typedef struct {
  guint64 uid; /* hash of the UID that has the id */
  guint line;  /* of the component that has claimed it, or 0 */
} Entry;

struct _ChnIcalUids {
  ChnPool *ids;
  GArray *entries; /* Entry, by the number of the id */
  GString *id;     /* scratch */
};

ChnIcalUids *
chn_ical_uids_new (void)
{
  ChnIcalUids *uids = g_new (ChnIcalUids, 1);
  uids->ids = chn_pool_new ();
  uids->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  uids->id = g_string_new (NULL);
  return uids;
}

void
chn_ical_uids_free (ChnIcalUids *uids)
{
  if (!uids)
    return;
  chn_pool_free (uids->ids);
  g_array_unref (uids->entries);
  g_string_free (uids->id, TRUE);
  g_free (uids);
}

static guint64
hash_text (const char *text, gsize length)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * G_GUINT64_CONSTANT (1099511628211);
  return hash;
}

/* The quick way for texts that a slug says but for case, "@" and "_". */
static gboolean
append_plain (GString *out, const char *text, gsize length)
{
  gboolean joint = TRUE;
  if (length > LONGEST)
    return FALSE;
  for (gsize i = 0; i < length; i++) {
    char c = g_ascii_tolower (text[i]);
    gboolean joins = c == '-' || c == '.' || c == '@' || c == '_';
    if ((joins && joint) || (!joins && !g_ascii_isalnum (c)))
      return FALSE;
    g_string_append_c (out, c == '@' || c == '_' ? '-' : c);
    joint = joins;
  }
  return !joint;
}

/* The same for text that is ASCII but no slug; FALSE for any other. */
static gboolean
append_near_ascii (GString *out, const char *text, gsize length)
{
  gboolean joint = FALSE;
  gsize start = out->len;
  for (gsize i = 0; i < length && out->len - start < ROOM_FOR_HASH; i++) {
    if (text[i] & '\x80')
      return FALSE;
    if (!g_ascii_isalnum (text[i])) {
      joint = TRUE;
      continue;
    }
    if (joint && out->len > start)
      g_string_append_c (out, '-');
    g_string_append_c (out, g_ascii_tolower (text[i]));
    joint = FALSE;
  }
  return out->len > start;
}

static void
append_near (GString *out, const char *text, gsize length, const char *noun)
{
  gsize start = out->len;
  if (append_near_ascii (out, text, length))
    return;
  g_string_truncate (out, start);
  g_autofree char *copy = g_strndup (text, MIN (length, 4 * LONGEST));
  g_autofree char *valid = g_utf8_make_valid (copy, -1);
  g_autofree char *near = chn_slug_dup_near (valid);
  gsize end = near ? MIN (strlen (near), ROOM_FOR_HASH) : 0;
  while (end > 0 && !g_ascii_isalnum (near[end - 1]))
    end--;
  if (end > 0)
    g_string_append_len (out, near, (gssize) end);
  else
    g_string_append (out, noun);
}

static void
append_hashed (GString *out, const char *text, gsize length, const char *noun)
{
  append_near (out, text, length, noun);
  guint64 hash = hash_text (text, length);
  guint32 brief = (guint32) (hash ^ hash >> 32);
  g_string_append_c (out, '-');
  for (int shift = 28; shift >= 0; shift -= 4)
    g_string_append_c (out, "0123456789abcdef"[brief >> shift & 15]);
}

static void
append_slug (GString *out, const char *text, gsize length, const char *noun)
{
  gsize before = out->len;
  if (append_plain (out, text, length))
    return;
  g_string_truncate (out, before);
  append_hashed (out, text, length, noun);
}

char *
chn_ical_dup_slug (const char *text, gsize length, const char *noun)
{
  GString *out = g_string_new (NULL);
  append_slug (out, text, length, noun);
  return g_string_free (out, FALSE);
}

static gboolean
is_slug (const ChnSlice *slice)
{
  gsize offset;
  g_autofree char *text = g_strndup (slice->text, slice->length);
  return chn_slug_check (text, &offset);
}

gboolean
chn_ical_uid_is_ours (const ChnSlice *uid, ChnSlice *event, ChnSlice *timeline)
{
  static const char ending[] = ".chancery";
  gsize n = strlen (ending);
  const char *at = memchr (uid->text, '@', uid->length);
  if (!at || uid->length <= n || memcmp (uid->text + uid->length - n, ending, n) != 0)
    return FALSE;
  *event = (ChnSlice){ uid->text, (gsize) (at - uid->text) };
  *timeline = (ChnSlice){ at + 1, uid->length - event->length - 1 };
  if (timeline->length <= n)
    return FALSE;
  timeline->length -= n;
  return is_slug (event) && is_slug (timeline);
}

static void
make_id (ChnIcalUids *uids, const ChnSlice *uid, gboolean ours)
{
  ChnSlice event, timeline;
  const char *at = ours ? memchr (uid->text, '@', uid->length) : NULL;
  g_string_truncate (uids->id, 0);
  if (at)
    g_string_append_len (uids->id, uid->text, at - uid->text);
  else if (chn_ical_uid_is_ours (uid, &event, &timeline))
    g_string_append_len (uids->id, event.text, (gssize) event.length);
  else
    append_slug (uids->id, uid->text, uid->length, "event");
}

/* The entry of a UID, NULL where it has none. Leaves its id in uids->id. */
static Entry *
find_entry (ChnIcalUids *uids, const ChnSlice *uid, gboolean ours, guint64 *hash)
{
  *hash = hash_text (uid->text, uid->length);
  make_id (uids, uid, ours);
  for (guint attempt = 0;; attempt++) {
    guint32 number = chn_pool_find (uids->ids, uids->id->str, (gssize) uids->id->len);
    Entry *entry = number > 0 ? &g_array_index (uids->entries, Entry, number - 1) : NULL;
    if (!entry || entry->uid == *hash || attempt > 0)
      return entry;
    /* Two UIDs that differ in case, or in what became a hyphen. */
    g_string_truncate (uids->id, 0);
    append_hashed (uids->id, uid->text, uid->length, "event");
  }
}

static Entry *
get_entry (ChnIcalUids *uids, const ChnSlice *uid, gboolean ours)
{
  guint64 hash;
  Entry *found = find_entry (uids, uid, ours, &hash);
  if (found)
    return found;
  Entry entry = { hash, 0 };
  chn_pool_intern (uids->ids, uids->id->str, (gssize) uids->id->len);
  g_array_append_val (uids->entries, entry);
  return &g_array_index (uids->entries, Entry, uids->entries->len - 1);
}

void
chn_ical_uids_add (ChnIcalUids *uids, const ChnSlice *uid, gboolean ours)
{
  get_entry (uids, uid, ours);
}

const char *
chn_ical_uids_get_id (ChnIcalUids *uids, const ChnSlice *uid)
{
  get_entry (uids, uid, FALSE);
  return uids->id->str;
}

const char *
chn_ical_uids_find (ChnIcalUids *uids, const ChnSlice *uid)
{
  guint64 hash;
  if (find_entry (uids, uid, FALSE, &hash))
    return uids->id->str;
  return find_entry (uids, uid, TRUE, &hash) ? uids->id->str : NULL;
}

const char *
chn_ical_uids_claim (ChnIcalUids *uids, const ChnSlice *uid, gboolean ours, guint line, guint *earlier)
{
  Entry *entry = get_entry (uids, uid, ours);
  *earlier = entry->line;
  if (entry->line == 0)
    entry->line = line;
  return uids->id->str;
}
