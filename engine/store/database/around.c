/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What a change of some events has to do with in a store: who has their ids and UIDs, which sources are those that
 * they cite, and what the lint rules hold them against.
 */
#include "store/database/around.h"

#include <string.h>

#include "base/json-write.h"
#include "store/database/rows.h"
#include "store/database/sql-words.h"
#include "timeline/calendar-property.h"
#include "timeline/made-uid.h"

/* Events before and after another that it is held against, in each forum and series; such of a symbol; and lists
 * of sources of which one may be the one that is meant. */
enum { MOST_BESIDE = 50, MOST_OF_SYMBOL = 50, MOST_NAMESAKES = 2000 };

/* Ids that are made of one that is taken: "council-2014-2". */
enum { MOST_NUMBERED = 64 };

/* Each is asked once, however often the change is made again. */
static gboolean
is_asked (const ChnStoreSearch *search, const char *condition, const char *value)
{
  return !g_hash_table_add (search->asked, g_strconcat (condition, " ", value, NULL));
}

static gboolean
find_by_condition (const ChnStoreSearch *search, const char *condition, const char *value, GError **error)
{
  return is_asked (search, condition, value) ||
         chn_store_find_where (search->store, search->view, "id", condition, value, search->found, error);
}

/* Those of a key that come next to a moment, on both sides. */
static gboolean
find_beside (const ChnStoreSearch *search, const char *word, const char *name, gint64 begins, GError **error)
{
  static const struct {
    const char *comparison, *order;
  } sides[] = { { ">=", "begins" }, { "<", "begins DESC" } };
  g_autofree char *list = chn_store_dup_key_list (search->store->kind, word, name);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++) {
    g_autofree char *condition = g_strdup_printf ("%s AND begins %s %" G_GINT64_FORMAT " ORDER BY %s LIMIT %d",
                                                  chn_store_get_keys_condition (search->store->kind),
                                                  sides[i].comparison, begins, sides[i].order, MOST_BESIDE);
    if (!find_by_condition (search, condition, list, error))
      return FALSE;
  }
  return TRUE;
}

/* What rules hold an event against: what happened about that time in its forums and its series, and what has its
 * symbols. */
static gboolean
find_neighbours (const ChnStoreSearch *search, const ChnEvent *event, GError **error)
{
  guint n_forums = 0, n_symbols = 0;
  const char *const *forums = chn_event_get_items (event, CHN_FIELD_FORUMS, &n_forums);
  const char *const *symbols = chn_event_get_items (event, CHN_FIELD_SYMBOLS, &n_symbols);
  const char *series = chn_event_get_text (event, CHN_FIELD_SERIES);
  gint64 begins = chn_event_get_bounds (event)->earliest;
  for (guint i = 0; i < n_forums; i++)
    if (!find_beside (search, "forum", forums[i], begins, error))
      return FALSE;
  g_autofree char *some =
      g_strdup_printf ("%s LIMIT %d", chn_store_get_keys_condition (search->store->kind), MOST_OF_SYMBOL);
  for (guint i = 0; i < n_symbols; i++) {
    g_autofree char *list = chn_store_dup_key_list (search->store->kind, "symbol", symbols[i]);
    if (!find_by_condition (search, some, list, error))
      return FALSE;
  }
  return !series || find_beside (search, "series", series, begins, error);
}

/* As it stands between quotes in JSON. */
static char *
dup_in_json (const char *text)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (ChnWriter) writer = chn_writer_new_for_string (json);
  chn_json_put_text (writer, text);
  chn_writer_finish (writer, NULL);
  return g_strndup (json->str + 1, json->len - 2);
}

/* The UID that an event from a calendar keeps; NULL for none. */
static const char *
find_uid (const ChnEvent *event)
{
  guint n = 0;
  const ChnExtra *extras = chn_event_get_extras (event, &n);
  for (guint i = 0; i < n; i++)
    if (chn_is_calendar_property (extras[i].key, "UID"))
      return extras[i].value;
  return NULL;
}

/* Whether an event was written under the same UID before. */
static gboolean
keeps_uid (const ChnStoreSearch *search, const ChnEvent *event)
{
  guint row = 0;
  g_autoptr (ChnEvent) before = chn_event_new ();
  if (!chn_timeline_find_present (search->read, chn_event_get_text (event, CHN_FIELD_ID), &row))
    return FALSE;
  chn_timeline_load (search->read, row, before);
  return g_strcmp0 (find_uid (before), find_uid (event)) == 0;
}

/* Who else would be written under its UID: one that keeps it, or one that is called so. */
static gboolean
find_namesakes (const ChnStoreSearch *search, const ChnTimeline *made, guint row, const ChnEvent *event,
                GError **error)
{
  if (keeps_uid (search, event))
    return TRUE;
  guint origin = chn_timeline_get_origin (made, row);
  const char *uid = find_uid (event), *at = uid ? strrchr (uid, '@') : NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) own = g_string_new (chn_timeline_get_id (made, row));
  g_string_append_c (own, '@');
  chn_made_uid_append_domain (own, chn_timeline_get_header (made, origin, CHN_HEADER_DOMAIN),
                              chn_timeline_get_header (made, origin, CHN_HEADER_TIMELINE));
  if (at)
    g_ptr_array_add (ids, g_strndup (uid, (gsize) (at - uid)));
  g_autofree char *text = dup_in_json (uid ? uid : own->str),
                  *condition = chn_store_dup_payload_condition (search->store->kind, "LIMIT 2");
  return chn_store_find_ids (search->store, search->view, ids, search->found, error) &&
         find_by_condition (search, condition, text, error);
}

/* One event for each list of sources that a condition holds for. */
static gboolean
find_lists (const ChnStoreSearch *search, const char *condition, const char *value, gboolean *too_many,
            GError **error)
{
  guint before = g_hash_table_size (search->found);
  if (is_asked (search, condition, value))
    return TRUE;
  g_autofree char *grouped = g_strdup_printf ("%s GROUP BY sources LIMIT %d", condition, MOST_NAMESAKES);
  if (!chn_store_find_where (search->store, search->view, "min (id)", grouped, value, search->found, error))
    return FALSE;
  *too_many = *too_many || g_hash_table_size (search->found) - before >= MOST_NAMESAKES;
  return TRUE;
}

/* Sources that are called as this one is, by words. */
static gboolean
find_called (const ChnStoreSearch *search, const char *text, gboolean *too_many, GError **error)
{
  g_autofree char *words = chn_sql_dup_words_of (search->store->kind, CHN_WORDS_IN_SOURCES, text);
  g_autofree char *condition = chn_sql_dup_words_condition (search->store->kind, 1);
  return !words || find_lists (search, condition, words, too_many, error);
}

/* A source that was made may be there already, under its key, its address, or what it is called. */
static gboolean
find_source (const ChnStoreSearch *search, const ChnSource *source, gboolean *too_many, GError **error)
{
  static const ChnSourceField names[] = { CHN_SOURCE_TITLE, CHN_SOURCE_SYMBOL, CHN_SOURCE_PUBLISHER };
  const char *url = source->text[CHN_SOURCE_URL];
  g_autofree char *address = url ? dup_in_json (url) : NULL,
                  *condition = chn_store_dup_payload_condition (search->store->kind, "");
  if (!chn_store_find_citing (search->store, search->view, source->text[CHN_SOURCE_KEY], CHN_STORE_ENOUGH_CITING,
                              search->found, error) ||
      (url && !find_lists (search, condition, address, too_many, error)))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (!url && source->text[names[i]] && !find_called (search, source->text[names[i]], too_many, error))
      return FALSE;
  return TRUE;
}

static gboolean
find_made_sources (const ChnStoreSearch *search, const ChnTimeline *made, gboolean *too_many, GError **error)
{
  for (guint i = 0; i < chn_timeline_get_n_sources (made); i++) {
    const ChnSource *source = chn_timeline_get_source (made, i);
    if (!chn_timeline_find_source (search->read, source->text[CHN_SOURCE_KEY]) &&
        !find_source (search, source, too_many, error))
      return FALSE;
  }
  return TRUE;
}

/* Ids that may be made in the place of one that is taken. */
static void
add_numbered (GPtrArray *ids, const char *id)
{
  const char *hyphen = strrchr (id, '-');
  char *end = NULL;
  guint64 number = hyphen && g_ascii_isdigit (hyphen[1]) ? g_ascii_strtoull (hyphen + 1, &end, 10) : 0;
  gboolean is_numbered = end && *end == '\0' && number >= 2 && number < G_MAXUINT;
  int stem = is_numbered ? (int) (hyphen - id) : (int) strlen (id);
  for (guint64 i = is_numbered ? number + 1 : 2, last = i + MOST_NUMBERED; i < last; i++)
    g_ptr_array_add (ids, g_strdup_printf ("%.*s-%" G_GUINT64_FORMAT, stem, id, i));
}

/* Ids that are new to what was read, and those that may be made instead where one is taken. */
static gboolean
find_taken (const ChnStoreSearch *search, const ChnStoreChangedEvents *changed, gboolean *is_taken, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free), fresh = g_ptr_array_new ();
  for (guint i = 0; i < changed->rows->len; i++) {
    const char *id = chn_timeline_get_id (changed->new, g_array_index (changed->rows, guint, i));
    if (g_hash_table_contains (changed->known, id))
      continue;
    g_ptr_array_add (fresh, (gpointer) id);
    g_ptr_array_add (ids, g_strdup (id));
    add_numbered (ids, id);
  }
  if (!chn_store_find_ids (search->store, search->view, ids, search->found, error))
    return FALSE;
  for (guint i = 0; i < fresh->len; i++)
    *is_taken = *is_taken || g_hash_table_contains (search->found, fresh->pdata[i]);
  return TRUE;
}

static gboolean
find_beside_events (const ChnStoreSearch *search, const ChnStoreChangedEvents *changed, GError **error)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  for (guint i = 0; i < changed->rows->len; i++) {
    guint row = g_array_index (changed->rows, guint, i);
    chn_timeline_load (changed->new, row, event);
    if (!find_neighbours (search, event, error) || !find_namesakes (search, changed->new, row, event, error))
      return FALSE;
  }
  return TRUE;
}

/* Where an id is taken an event gets another one, of which the rest is then asked. */
gboolean
chn_store_find_around (const ChnStoreSearch *search, const ChnStoreChangedEvents *changed, gboolean *too_many,
                       GError **error)
{
  gboolean is_taken = FALSE;
  return find_taken (search, changed, &is_taken, error) &&
         (is_taken ||
          (find_beside_events (search, changed, error) && find_made_sources (search, changed->new, too_many, error)));
}
