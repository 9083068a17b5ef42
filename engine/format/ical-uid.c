/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* From UIDs to ids: most UIDs are nearly slugs; the others get a hash behind what remains of them. */
#include "format/ical-uid.h"

#include <string.h>

#include "base/intern.h"
#include "timeline/slug.h"

enum { LONGEST = 100, ROOM_FOR_HASH = 80 };

typedef struct {
  guint32 id; /* number in ids */
  guint line; /* of the component that has claimed it, or 0 */
} Entry;

struct _ChnIcalUids {
  ChnPool *uids;
  GArray *entries; /* Entry, by the number of the UID */
  ChnPool *ids;
  GString *id;
};

ChnIcalUids *
chn_ical_uids_new (void)
{
  ChnIcalUids *uids = g_new (ChnIcalUids, 1);
  uids->uids = chn_pool_new ();
  uids->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  uids->ids = chn_pool_new ();
  uids->id = g_string_new (NULL);
  return uids;
}

void
chn_ical_uids_free (ChnIcalUids *uids)
{
  if (!uids)
    return;
  chn_pool_free (uids->uids);
  g_array_unref (uids->entries);
  chn_pool_free (uids->ids);
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

static void
append_hashed (GString *out, const char *text, gsize length, const char *noun)
{
  g_autofree char *copy = g_strndup (text, MIN (length, 4 * LONGEST));
  g_autofree char *valid = g_utf8_make_valid (copy, -1);
  g_autofree char *near = chn_slug_dup_near (valid);
  if (near && strlen (near) > ROOM_FOR_HASH)
    near[ROOM_FOR_HASH] = '\0';
  for (gsize end = near ? strlen (near) : 0; end > 0 && !g_ascii_isalnum (near[end - 1]); end--)
    near[end - 1] = '\0';
  guint64 hash = hash_text (text, length);
  g_string_append_printf (out, "%s-%08x", near && *near ? near : noun, (guint) (hash ^ hash >> 32));
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
  /* Two UIDs that differ in case, or in what became a hyphen. */
  if (chn_pool_find (uids->ids, uids->id->str, (gssize) uids->id->len) != 0) {
    g_string_truncate (uids->id, 0);
    append_hashed (uids->id, uid->text, uid->length, "event");
  }
}

static Entry *
get_entry (ChnIcalUids *uids, const ChnSlice *uid, gboolean ours)
{
  guint32 number = chn_pool_intern (uids->uids, uid->text, (gssize) uid->length);
  if (number > uids->entries->len) {
    make_id (uids, uid, ours);
    Entry entry = { chn_pool_intern (uids->ids, uids->id->str, (gssize) uids->id->len), 0 };
    g_array_append_val (uids->entries, entry);
  }
  return &g_array_index (uids->entries, Entry, number - 1);
}

void
chn_ical_uids_add (ChnIcalUids *uids, const ChnSlice *uid, gboolean ours)
{
  get_entry (uids, uid, ours);
}

const char *
chn_ical_uids_get_id (ChnIcalUids *uids, const ChnSlice *uid)
{
  return chn_pool_get (uids->ids, get_entry (uids, uid, FALSE)->id);
}

const char *
chn_ical_uids_find (const ChnIcalUids *uids, const ChnSlice *uid)
{
  guint32 number = chn_pool_find (uids->uids, uid->text, (gssize) uid->length);
  return number == 0 ? NULL : chn_pool_get (uids->ids, g_array_index (uids->entries, Entry, number - 1).id);
}

guint
chn_ical_uids_claim (ChnIcalUids *uids, const ChnSlice *uid, guint line)
{
  Entry *entry = get_entry (uids, uid, FALSE);
  guint earlier = entry->line;
  if (earlier == 0)
    entry->line = line;
  return earlier;
}
