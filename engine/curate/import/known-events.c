/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Finds events again, by what does not change when a table is brought up to date. */
#include "curate/import/known-events.h"

#include <string.h>

#include "base/fold.h"
#include "base/slice.h"
#include "base/suggest.h"
#include "base/unescape.h"
#include "curate/import/mark.h"
#include "timeline/calendar-property.h"
#include "timeline/made-uid.h"

static GHashTable *
new_index (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
}

static void
add (GHashTable *index, char *key, guint row)
{
  GArray *rows = g_hash_table_lookup (index, key);
  if (rows) {
    g_array_append_val (rows, row);
    g_free (key);
    return;
  }
  rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (rows, row);
  g_hash_table_insert (index, key, rows);
}

static const char *
get_symbol (const ChnEvent *event)
{
  guint n = 0;
  const char *const *symbols = chn_event_get_items (event, CHN_FIELD_SYMBOLS, &n);
  return n > 0 ? symbols[0] : NULL;
}

static char *
dup_title (const ChnEvent *event)
{
  const char *title = chn_event_get_text (event, CHN_FIELD_TITLE);
  return chn_fold_text (title ? title : "", -1);
}

static const ChnExtra *
find_property (const ChnEvent *event, const char *name, guint *item)
{
  guint n = 0;
  const ChnExtra *extras = chn_event_get_extras (event, &n);
  for (guint i = 0; i < n; i++)
    if (chn_is_calendar_property (extras[i].key, name) && !strpbrk (extras[i].value, "\r\n")) {
      *item = i;
      return &extras[i];
    }
  return NULL;
}

char *
chn_event_dup_uid (const ChnEvent *event, guint *item)
{
  guint ignored = 0;
  const ChnExtra *extra = find_property (event, "UID", item);
  const ChnExtra *instance = extra ? find_property (event, "RECURRENCE-ID", &ignored) : NULL;
  if (!extra)
    return NULL;
  const ChnSlice value = chn_slice_trim ((ChnSlice){ extra->value, strlen (extra->value) });
  g_autofree char *uid = g_malloc (value.length + 1);
  *chn_unescape_text (uid, value.text, value.length) = '\0';
  if (*uid == '\0')
    return NULL;
  return instance ? g_strconcat (uid, "\n", instance->value, NULL) : g_steal_pointer (&uid);
}

/* What it is written under where it keeps none. */
static char *
dup_made_uid (const ChnTimeline *timeline, guint row)
{
  guint origin = chn_timeline_get_origin (timeline, row);
  GString *uid = g_string_new (chn_timeline_get_id (timeline, row));
  g_string_append_c (uid, '@');
  chn_made_uid_append_domain (uid, chn_timeline_get_header (timeline, origin, CHN_HEADER_DOMAIN),
                              chn_timeline_get_header (timeline, origin, CHN_HEADER_TIMELINE));
  return g_string_free (uid, FALSE);
}

static void
add_event (ChnKnownEvents *known, const ChnEvent *event, guint row)
{
  guint item = 0;
  char *uid = chn_event_dup_uid (event, &item);
  const char *mark = chn_mark_get (event), *symbol = get_symbol (event);
  if (mark)
    add (known->by_mark, g_strdup (mark), row);
  if (symbol)
    add (known->by_symbol, g_strdup (symbol), row);
  add (known->by_title, dup_title (event), row);
  add (known->by_date, g_strdup (chn_event_get_text (event, CHN_FIELD_DATE)), row);
  add (known->by_uid, uid ? uid : dup_made_uid (known->timeline, row), row);
  known->is_marked[row] = mark != NULL;
}

void
chn_known_events_init (ChnKnownEvents *known, const ChnTimeline *timeline)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  guint n = chn_timeline_get_n_events (timeline);
  known->timeline = timeline;
  known->by_mark = new_index ();
  known->by_symbol = new_index ();
  known->by_title = new_index ();
  known->by_date = new_index ();
  known->by_uid = new_index ();
  known->is_found = g_new0 (guint8, MAX (n, 1));
  known->is_marked = g_new0 (guint8, MAX (n, 1));
  for (guint row = 0; row < n; row++) {
    chn_timeline_load (timeline, row, event);
    add_event (known, event, row);
  }
}

void
chn_known_events_clear (ChnKnownEvents *known)
{
  g_clear_pointer (&known->by_mark, g_hash_table_unref);
  g_clear_pointer (&known->by_symbol, g_hash_table_unref);
  g_clear_pointer (&known->by_title, g_hash_table_unref);
  g_clear_pointer (&known->by_date, g_hash_table_unref);
  g_clear_pointer (&known->by_uid, g_hash_table_unref);
  g_clear_pointer (&known->is_found, g_free);
  g_clear_pointer (&known->is_marked, g_free);
}

gboolean
chn_known_events_take (ChnKnownEvents *known, guint row)
{
  gboolean is_free = !known->is_found[row];
  known->is_found[row] = TRUE;
  return is_free;
}

static gboolean
take (ChnKnownEvents *known, guint found, guint *row)
{
  if (!chn_known_events_take (known, found))
    return FALSE;
  *row = found;
  return TRUE;
}

gboolean
chn_known_events_find_marked (ChnKnownEvents *known, const char *mark, guint *row)
{
  const GArray *rows = g_hash_table_lookup (known->by_mark, mark);
  for (guint i = 0; rows && i < rows->len; i++)
    if (take (known, g_array_index (rows, guint, i), row))
      return TRUE;
  return FALSE;
}

gboolean
chn_known_events_find_id (ChnKnownEvents *known, const char *id, guint *row)
{
  guint found = 0;
  return chn_timeline_find (known->timeline, id, &found) && take (known, found, row);
}

gboolean
chn_known_events_find_uid (const ChnKnownEvents *known, const char *uid, guint *row)
{
  const GArray *rows = known->by_uid ? g_hash_table_lookup (known->by_uid, uid) : NULL;
  *row = rows ? g_array_index (rows, guint, 0) : 0;
  return rows != NULL;
}

/* What a row says, against which events are held. */
typedef struct {
  const char *date;
  char *title;
  ChnSuggestion near; /* to the title */
  ChnEvent *other;    /* the event at hand */
} Wanted;

typedef gboolean (*Fits) (const ChnKnownEvents *known, const Wanted *wanted, guint row);

static gboolean
is_same_day (const Wanted *wanted)
{
  return g_strcmp0 (wanted->date, chn_event_get_text (wanted->other, CHN_FIELD_DATE)) == 0;
}

static gboolean
has_same_title (const Wanted *wanted)
{
  g_autofree char *title = dup_title (wanted->other);
  return strcmp (title, wanted->title) == 0;
}

static gboolean
has_near_title (const Wanted *wanted)
{
  g_autofree char *title = dup_title (wanted->other);
  gsize length = strlen (wanted->title), other = strlen (title), shared = 0;
  while (shared < length && wanted->title[shared] == title[shared])
    shared++;
  return chn_suggestion_measure (&wanted->near, title) != G_MAXUINT || shared * 2 > MAX (length, other);
}

/* Day or title is the same. */
static gboolean
fits_partly (const ChnKnownEvents *known, const Wanted *wanted, guint row)
{
  (void) known, (void) row;
  return is_same_day (wanted) || has_same_title (wanted);
}

static gboolean
is_made (const ChnKnownEvents *known, const Wanted *wanted, guint row)
{
  (void) wanted;
  return known->is_marked[row];
}

static gboolean
fits_day (const ChnKnownEvents *known, const Wanted *wanted, guint row)
{
  (void) known, (void) row;
  return is_same_day (wanted);
}

static gboolean
fits_title_nearly (const ChnKnownEvents *known, const Wanted *wanted, guint row)
{
  return known->is_marked[row] && has_near_title (wanted);
}

/* The first of the rows that fits; where `alone`, only if no other does. */
static gboolean
choose (ChnKnownEvents *known, const Wanted *wanted, const GArray *rows, Fits fits, gboolean alone, guint *row)
{
  guint found = 0, n = 0;
  for (guint i = 0; rows && i < rows->len; i++) {
    guint at = g_array_index (rows, guint, i);
    if (known->is_found[at])
      continue;
    chn_timeline_load (known->timeline, at, wanted->other);
    if (!fits (known, wanted, at))
      continue;
    found = n == 0 ? at : found;
    n++;
  }
  return n > 0 && (n == 1 || !alone) && take (known, found, row);
}

gboolean
chn_known_events_find (ChnKnownEvents *known, const ChnEvent *event, guint *row)
{
  g_autoptr (ChnEvent) other = chn_event_new ();
  const char *symbol = get_symbol (event);
  Wanted wanted = { .date = chn_event_get_text (event, CHN_FIELD_DATE), .title = dup_title (event), .other = other };
  chn_suggestion_init (&wanted.near, wanted.title, -1);
  const GArray *symbols = symbol ? g_hash_table_lookup (known->by_symbol, symbol) : NULL;
  const GArray *titles = g_hash_table_lookup (known->by_title, wanted.title);
  const GArray *dates = g_hash_table_lookup (known->by_date, wanted.date);
  gboolean found = choose (known, &wanted, symbols, fits_partly, FALSE, row) ||
                   choose (known, &wanted, titles, fits_day, FALSE, row) ||
                   choose (known, &wanted, symbols, is_made, TRUE, row) ||
                   choose (known, &wanted, titles, is_made, TRUE, row) ||
                   choose (known, &wanted, dates, fits_title_nearly, TRUE, row);
  chn_suggestion_clear (&wanted.near);
  g_free (wanted.title);
  return found;
}
