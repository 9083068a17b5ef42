/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A database that holds a timeline: how it is named and opened, and what its errors say. */
#include "store/database/database.h"

#include <string.h>

#include "base/error.h"

static const struct {
  const char *beginning;
  ChnDatabaseKind kind;
  gboolean is_uri; /* the beginning belongs to what the database is told */
} places[] = {
  { "sqlite:", CHN_DATABASE_SQLITE, FALSE },
  { "postgresql://", CHN_DATABASE_POSTGRESQL, TRUE },
  { "postgres://", CHN_DATABASE_POSTGRESQL, TRUE },
};

gboolean
chn_store_find_kind (const char *place, ChnDatabaseKind *kind, const char **where)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_has_prefix (place, places[i].beginning)) {
      *kind = places[i].kind;
      *where = places[i].is_uri ? place : place + strlen (places[i].beginning);
      return TRUE;
    }
  return FALSE;
}

gboolean
chn_store_is_place (const char *place)
{
  ChnDatabaseKind kind;
  const char *where;
  return chn_store_find_kind (place, &kind, &where);
}

const char *
chn_store_find_file (const char *place)
{
  ChnDatabaseKind kind;
  const char *where;
  return chn_store_find_kind (place, &kind, &where) && kind == CHN_DATABASE_SQLITE ? where : NULL;
}

/* Between "://" and the last "@" stands who comes, behind a colon how they prove that: whatever is in there, and be
 * it part of something else, is not shown. */
static const char *
append_authority (GString *name, const char *place)
{
  const char *who = strstr (place, "://");
  const char *at = who ? strrchr (who, '@') : NULL;
  const char *colon = at ? memchr (who + 3, ':', (gsize) (at - who - 3)) : NULL;
  if (!colon)
    return place;
  g_string_append_printf (name, "%.*s:***", (int) (colon - place), place);
  return at;
}

static gboolean
is_secret (const char *word, gsize length)
{
  g_autofree char *plain = g_uri_unescape_segment (word, word + length, NULL);
  g_autofree char *folded = plain ? g_ascii_strdown (plain, -1) : NULL;
  return !folded || strstr (folded, "password") != NULL;
}

/* Of what follows "?" the values of passwords: "password=***". */
static void
append_parameters (GString *name, const char *text)
{
  while (*text) {
    gsize length = strcspn (text, "&"), word = strcspn (text, "=&");
    if (word < length && is_secret (text, word))
      g_string_append_printf (name, "%.*s=***", (int) word, text);
    else
      g_string_append_len (name, text, (gssize) length);
    text += length;
    if (*text)
      g_string_append_c (name, *text++);
  }
}

char *
chn_store_dup_name (const char *place)
{
  GString *name = g_string_new (NULL);
  const char *rest = append_authority (name, place);
  gsize path = strstr (place, "://") ? strcspn (rest, "?") : strlen (rest);
  g_string_append_len (name, rest, (gssize) path);
  if (rest[path]) {
    g_string_append_c (name, '?');
    append_parameters (name, rest + path + 1);
  }
  return g_string_free (name, FALSE);
}

/* libpq would take a piece of a password for a host or a port, and say so. */
static gboolean
can_be_told_apart (const char *where)
{
  const char *rest = strstr (where, "://") + 3, *at = memchr (rest, '@', strcspn (rest, "?"));
  gsize authority = strcspn (rest, "/?");
  if (at)
    return (gsize) (at - rest) < authority && !memchr (at + 1, '@', strcspn (at + 1, "?"));
  const char *port = g_strrstr_len (rest, (gssize) authority, ":");
  return !port || *rest == '[' || port + 1 + strspn (port + 1, "0123456789,:") >= rest + authority;
}

static const char *
find_hint (const ChnStore *store, int code)
{
  switch (code) {
  case CHN_DATABASE_BUSY:
    return "try again in a moment";
  case CHN_DATABASE_FULL:
    return "make room, and do it again: nothing was written";
  case CHN_DATABASE_MISSING:
    return "make the store with: chancery store init PLACE";
  case CHN_DATABASE_LOGIN:
    return "name yourself and your password: in the address, in PGPASSWORD, or best in ~/.pgpass";
  case CHN_DATABASE_REFUSED:
    return store->kind == CHN_DATABASE_SQLITE
               ? "the file and its folder must be yours to write"
               : "whoever owns the store grants the roles chancery_reader and chancery_editor";
  default:
    return NULL;
  }
}

gboolean
chn_store_complain (const ChnStore *store, const GError *inner, GError **error)
{
  if (inner->domain != CHN_DATABASE_ERROR) {
    g_propagate_error (error, g_error_copy (inner));
    return FALSE;
  }
  ChnError code = inner->code == CHN_DATABASE_REPEATED ? CHN_ERROR_CONFLICT : CHN_ERROR_IO;
  chn_error_set (error, code, find_hint (store, inner->code), "%s: %s", store->name, inner->message);
  return FALSE;
}

ChnStore *
chn_store_connect (const char *place, guint mode, GError **error)
{
  const char *where = NULL;
  g_autoptr (ChnStore) store = g_new0 (ChnStore, 1);
  store->name = chn_store_dup_name (place);
  if (!chn_store_find_kind (place, &store->kind, &where)) {
    chn_error_set (error, CHN_ERROR_SYNTAX, "write sqlite:FILE or postgresql://USER@HOST/DATABASE",
                   "\"%s\" names no store", store->name);
    return NULL;
  }
  if (store->kind == CHN_DATABASE_POSTGRESQL && !can_be_told_apart (where)) {
    chn_error_set (error, CHN_ERROR_SYNTAX,
                   "in a user or password write / as %2F, ? as %3F, # as %23, @ as %40, : as %3A, % as %25",
                   "%s: it cannot be told where the password ends and the host begins", store->name);
    return NULL;
  }
  store->plugin = chn_database_plugin_open (store->kind, error);
  if (!store->plugin)
    return NULL;
  g_autoptr (GError) inner = NULL;
  store->database = store->plugin->open (where, mode, &inner);
  if (store->database)
    return g_steal_pointer (&store);
  chn_store_complain (store, inner, error);
  return NULL;
}

void
chn_store_free (ChnStore *store)
{
  if (!store)
    return;
  if (store->database)
    store->plugin->close (store->database);
  if (store->shards)
    g_ptr_array_unref (store->shards);
  for (guint i = 0; i < G_N_ELEMENTS (store->events); i++)
    g_free (store->events[i]);
  g_free (store->answering);
  g_free (store->name);
  g_free (store);
}

gboolean
chn_store_run (const ChnStore *store, const char *statements, GError **error)
{
  g_autoptr (GError) inner = NULL;
  return store->plugin->run (store->database, statements, &inner) || chn_store_complain (store, inner, error);
}

gboolean
chn_store_ask (const ChnStore *store, const char *statement, const char *const *values, guint n_values,
               ChnDatabaseTake take, gpointer data, GError **error)
{
  g_autoptr (GError) inner = NULL;
  return store->plugin->ask (store->database, statement, values, n_values, take, data, &inner) ||
         chn_store_complain (store, inner, error);
}

gboolean
chn_store_load (const ChnStore *store, const char *table, const char *const *columns, guint n_columns,
                ChnDatabaseGive give, gpointer data, GError **error)
{
  g_autoptr (GError) inner = NULL;
  return store->plugin->load (store->database, table, columns, n_columns, give, data, &inner) ||
         chn_store_complain (store, inner, error);
}

static gboolean
take_text (const char *const *cells, guint n, gpointer data, GError **error)
{
  char **text = data;
  (void) error;
  if (!*text && n > 0)
    *text = g_strdup (cells[0]);
  return TRUE;
}

char *
chn_store_ask_text (const ChnStore *store, const char *statement, const char *const *values, guint n_values,
                    GError **error)
{
  char *text = NULL;
  if (chn_store_ask (store, statement, values, n_values, take_text, &text, error))
    return text;
  g_free (text);
  return NULL;
}

gboolean
chn_store_ask_number (const ChnStore *store, const char *statement, const char *const *values, guint n_values,
                      guint64 *number, GError **error)
{
  char *text = NULL;
  gboolean asked = chn_store_ask (store, statement, values, n_values, take_text, &text, error);
  *number = text ? g_ascii_strtoull (text, NULL, 10) : 0;
  g_free (text);
  return asked;
}

gboolean
chn_store_take_in_set (const char *const *cells, guint n, gpointer set, GError **error)
{
  (void) n, (void) error;
  if (cells[0])
    g_hash_table_add (set, g_strdup (cells[0]));
  return TRUE;
}

gboolean
chn_store_ask_set (const ChnStore *store, const char *statement, const char *const *values, guint n_values,
                   GHashTable *set, GError **error)
{
  return chn_store_ask (store, statement, values, n_values, chn_store_take_in_set, set, error);
}

/* SQLite takes the lock of the writer at once, so that nobody who has read already finds somebody before them; in
 * PostgreSQL writers of one store stand in one line, so that revisions are committed in their order. */
gboolean
chn_store_begin (const ChnStore *store, GError **error)
{
  static const char *const begin[CHN_N_DATABASE_KINDS] = {
    [CHN_DATABASE_SQLITE] = "BEGIN IMMEDIATE",
    [CHN_DATABASE_POSTGRESQL] = "BEGIN; SELECT pg_advisory_xact_lock (hashtext (current_schema () || ' chancery'))",
  };
  return store->is_held || chn_store_run (store, begin[store->kind], error);
}

/* What is read from here on stood there at one moment. */
gboolean
chn_store_begin_reading (ChnStore *store, GError **error)
{
  static const char *const begin[CHN_N_DATABASE_KINDS] = {
    [CHN_DATABASE_SQLITE] = "BEGIN",
    [CHN_DATABASE_POSTGRESQL] = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
  };
  store->is_reading = chn_store_run (store, begin[store->kind], error);
  /* Before anything is seen, so that no server is added to those of the store meanwhile. */
  return store->is_reading &&
         (!store->shards || chn_store_run (store, "LOCK TABLE event IN ACCESS SHARE MODE", error));
}

void
chn_store_end_reading (ChnStore *store)
{
  store->is_reading = store->knows_apart = FALSE;
  chn_store_roll_back (store);
}

void
chn_store_expect (ChnStore *store, guint64 revision)
{
  store->expects = TRUE;
  store->expected = revision;
}

/* Where the answer does not come, nobody here knows whether all of it was written, or nothing. */
gboolean
chn_store_commit (const ChnStore *store, GError **error)
{
  g_autoptr (GError) inner = NULL;
  if (store->is_held || store->plugin->run (store->database, "COMMIT", &inner))
    return TRUE;
  if (inner->code != CHN_DATABASE_LOST || store->kind == CHN_DATABASE_SQLITE)
    return chn_store_complain (store, inner, error);
  chn_error_set (error, CHN_ERROR_IO, "look whether it is the last one in: chancery store log PLACE",
                 "%s: whether it was written is not known: %s", store->name, inner->message);
  return FALSE;
}

void
chn_store_roll_back (const ChnStore *store)
{
  if (!store->is_held)
    chn_store_run (store, "ROLLBACK", NULL);
}
