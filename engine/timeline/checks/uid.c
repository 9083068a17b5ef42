/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What came from a calendar goes back under the UID that it had there, kept among its extras: no two events may have
 * the same (RFC 5545, 3.8.4.7), but for the instances of what recurs, which their RECURRENCE-ID tells apart.
 */
#include <string.h>

#include "base/number-map.h"
#include "timeline/checks/checks.h"

typedef struct {
  guint32 uid, instance; /* texts; 0 where it has none */
  guint item;            /* of the UID among the extras */
} Identity;

/* Which event has them first: without an instance by the number of the UID, with one by both. */
typedef struct {
  GArray *by_uid;
  GHashTable *by_both;
} Taken;

static gboolean
is_property (const char *key, const char *name, gsize length)
{
  return key && strncmp (key, name, length) == 0 && (key[length] == '\0' || key[length] == ';');
}

static Identity
find_identity (const ChnStage *stage, guint index)
{
  Identity found = { 0 };
  guint n;
  const ChnExtraCell *extras = chn_stage_get_cells (stage, index, CHN_LIST_EXTRAS, &n);
  for (guint i = 0; i < n; i++) {
    const char *key = chn_pool_get (stage->texts, extras[i].key);
    if (found.uid == 0 && is_property (key, "UID", 3)) {
      found.uid = extras[i].value;
      found.item = i;
    } else if (is_property (key, "RECURRENCE-ID", 13)) {
      found.instance = extras[i].value;
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
report (const ChnStage *stage, guint index, const Identity *identity, guint earlier)
{
  ChnPlace place = chn_stage_get_place (stage, index, CHN_FIELD_EXTRA, identity->item);
  ChnPlace there = chn_stage_get_place (stage, earlier, CHN_FIELD_ID, 0);
  g_autofree char *where =
      there.line == 0 ? g_strdup (there.file ? there.file : "an earlier event")
                      : g_strdup_printf ("%s:%u:%u", there.file ? there.file : "(unnamed)", there.line, there.column);
  chn_fault_add (stage->report, CHN_FAULT_DUPLICATE_UID, &place, "give one of the two another UID, or none",
                 "the UID \"%s\" is taken: the event \"%s\" at %s has it", chn_pool_get (stage->texts, identity->uid),
                 chn_stage_get_text (stage, earlier, CHN_FIELD_ID), where);
}

void
chn_check_uids (ChnChecks *checks)
{
  ChnStage *stage = checks->stage;
  if (!(stage->lists >> CHN_LIST_EXTRAS & 1))
    return;
  g_autoptr (GArray) by_uid = chn_number_map_new ();
  g_autoptr (GHashTable) by_both = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Taken taken = { by_uid, by_both };
  for (guint index = 0; index < stage->heads->len; index++) {
    ChnRowHead *head = chn_stage_get_head (stage, index);
    if (head->staged & (CHN_STAGED_FAULTY | CHN_STAGED_TAKEN_BACK))
      continue;
    Identity identity = find_identity (stage, index);
    gboolean is_free = TRUE;
    guint earlier = identity.uid != 0 ? take (&taken, &identity, index, &is_free) : index;
    if (is_free)
      continue;
    head->staged |= CHN_STAGED_FAULTY;
    report (stage, index, &identity, earlier);
  }
}
