/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What came from a calendar goes back under the UID that it had there, kept among its extras: no two events may have
 * the same (RFC 5545, 3.8.4.7), but for the instances of what recurs, which their RECURRENCE-ID tells apart. Nor may
 * it be the one that an event without a UID of its own is written under: its id at the domain of its timeline.
 */
#include <string.h>

#include "base/number-map.h"
#include "base/slice.h"
#include "base/unescape.h"
#include "timeline/calendar-property.h"
#include "timeline/checks/checks.h"
#include "timeline/made-uid.h"

typedef struct {
  guint32 uid, instance; /* numbers of `texts`; 0 where it has none; the UID without blanks around it and escapes */
  guint item;            /* of the UID among the extras */
} Identity;

/* Which event has them first: without an instance by the number of the UID, with one by both. */
typedef struct {
  ChnPool *texts; /* of their own: long values are staged without looking for their like */
  GArray *by_uid;
  GHashTable *by_both;
} Taken;

/* The number of the text that a reader of the calendar gets; 0 where it cannot be written as a UID. */
static guint32
find_plain (const ChnStage *stage, guint32 number, Taken *taken)
{
  gsize length = 0;
  const char *written = chn_pool_get_span (stage->texts, number, &length);
  if (!written || memchr (written, '\n', length) || memchr (written, '\r', length))
    return 0;
  const ChnSlice value = chn_slice_trim ((ChnSlice){ written, length });
  if (!memchr (value.text, '\\', value.length))
    return value.length > 0 ? chn_pool_intern (taken->texts, value.text, (gssize) value.length) : 0;
  g_autofree char *plain = g_malloc (value.length + 1);
  gsize n = (gsize) (chn_unescape_text (plain, value.text, value.length) - plain);
  return n > 0 ? chn_pool_intern (taken->texts, plain, (gssize) n) : 0;
}

static Identity
find_identity (const ChnStage *stage, guint index, Taken *taken)
{
  Identity found = { 0 };
  guint n;
  const ChnExtraCell *extras = chn_stage_get_cells (stage, index, CHN_LIST_EXTRAS, &n);
  for (guint i = 0; i < n; i++) {
    const char *key = chn_pool_get (stage->texts, extras[i].key);
    if (found.uid == 0 && chn_is_calendar_property (key, "UID")) {
      found.uid = find_plain (stage, extras[i].value, taken);
      found.item = i;
    } else if (found.instance == 0 && chn_is_calendar_property (key, "RECURRENCE-ID")) {
      const char *moment = chn_pool_get (stage->texts, extras[i].value);
      found.instance =
          chn_pool_intern (taken->texts, moment ? moment : "", -1); /* one without a moment is one, too */
    }
  }
  return found;
}

/* The event that has it already; otherwise it is this one's from now on. */
static guint
take (Taken *taken, const Identity *identity, guint index, gboolean *is_free)
{
  if (identity->instance == 0) {
    guint32 *first = chn_number_map_at (taken->by_uid, identity->uid);
    *is_free = *first == 0;
    if (*is_free)
      *first = index + 1;
    return *first - 1;
  }
  guint64 both = (guint64) identity->uid << 32 | identity->instance;
  gpointer first = g_hash_table_lookup (taken->by_both, &both);
  *is_free = !first;
  if (first)
    return GPOINTER_TO_UINT (first) - 1;
  g_hash_table_insert (taken->by_both, g_memdup2 (&both, sizeof both), GUINT_TO_POINTER (index + 1));
  return index;
}

static void
report (const ChnStage *stage, guint index, const Identity *identity, const Taken *taken, guint earlier)
{
  ChnPlace place = chn_stage_get_place (stage, index, CHN_FIELD_EXTRA, identity->item);
  ChnPlace there = chn_stage_get_place (stage, earlier, CHN_FIELD_ID, 0);
  g_autofree char *where =
      there.line == 0 ? g_strdup (there.file ? there.file : "an earlier event")
                      : g_strdup_printf ("%s:%u:%u", there.file ? there.file : "(unnamed)", there.line, there.column);
  chn_fault_add (stage->report, CHN_FAULT_DUPLICATE_UID, &place, "give one of the two another UID, or none",
                 "the UID \"%s\" is taken: the event \"%s\" at %s has it", chn_pool_get (taken->texts, identity->uid),
                 chn_stage_get_text (stage, earlier, CHN_FIELD_ID), where);
}

static gboolean
is_out (const ChnStage *stage, guint index)
{
  return (chn_stage_get_head (stage, index)->staged & (CHN_STAGED_FAULTY | CHN_STAGED_TAKEN_BACK)) != 0;
}

/* The end of the UIDs that are made for the events of a file. */
static char *
dup_domain (const ChnStage *stage, guint32 origin)
{
  const ChnStagedOrigin *header = chn_stage_get_staged_origin (stage, origin);
  GString *domain = g_string_new (NULL);
  chn_made_uid_append_domain (domain, chn_pool_get (stage->texts, header->text[CHN_HEADER_DOMAIN]),
                              chn_pool_get (stage->texts, header->text[CHN_HEADER_TIMELINE]));
  return g_string_free (domain, FALSE);
}

static GHashTable *
list_domains (const ChnStage *stage)
{
  GHashTable *domains = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint origin = 0; origin < stage->origins->len; origin++)
    g_hash_table_add (domains, dup_domain (stage, origin));
  return domains;
}

/* Whether the UID will be made for an event that has none, since it is that event's id at its domain. */
static gboolean
is_made (ChnChecks *checks, GHashTable *domains, Taken *taken, guint32 uid, guint *bearer)
{
  const ChnStage *stage = checks->stage;
  const char *text = chn_pool_get (taken->texts, uid), *at = strchr (text, '@');
  guint32 id = at && g_hash_table_contains (domains, at + 1) ? chn_pool_find (stage->texts, text, at - text) : 0;
  guint32 found = id != 0 ? chn_lookup_find_event (&checks->lookup, id) : 0;
  if (found == 0 || is_out (stage, found - 1))
    return FALSE;
  *bearer = found - 1;
  g_autofree char *domain = dup_domain (stage, chn_stage_get_number (stage, *bearer, CHN_RECORD_ORIGIN));
  return strcmp (domain, at + 1) == 0 && find_identity (stage, *bearer, taken).uid == 0;
}

/* Whether nobody else is written under the UID, but for what recurs where it is an instance of that; else who. */
static gboolean
is_free (ChnChecks *checks, GHashTable *domains, Taken *taken, const Identity *identity, guint index, guint *bearer)
{
  gboolean free = TRUE;
  if (identity->uid == 0)
    return TRUE;
  *bearer = take (taken, identity, index, &free);
  return free && (identity->instance != 0 || !is_made (checks, domains, taken, identity->uid, bearer));
}

/* Of one calendar its reader knows that they are distinct; elsewhere, and in another file, one may be made, too. */
static gboolean
may_meet (const ChnStage *stage)
{
  const ChnStagedUids *uids = &stage->uids;
  return uids->n_others > 0 || (uids->n_in_sets > 0 && stage->origins->len > 1);
}

void
chn_check_uids (ChnChecks *checks)
{
  ChnStage *stage = checks->stage;
  if (!may_meet (stage))
    return;
  g_autoptr (ChnPool) texts = chn_pool_new ();
  g_autoptr (GArray) by_uid = chn_number_map_new ();
  g_autoptr (GHashTable) by_both = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) domains = list_domains (stage);
  Taken taken = { texts, by_uid, by_both };
  for (guint index = 0; index < stage->heads->len; index++) {
    guint bearer = index;
    if (is_out (stage, index))
      continue;
    Identity identity = find_identity (stage, index, &taken);
    if (is_free (checks, domains, &taken, &identity, index, &bearer))
      continue;
    chn_stage_get_head (stage, index)->staged |= CHN_STAGED_FAULTY;
    report (stage, index, &identity, &taken, bearer);
  }
}
