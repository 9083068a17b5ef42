/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A file that says over which servers a store is spread, YAML; ranges begin with a date in EDTF:
 *
 *   file := {servers: [server, ...]}
 *   server := {from: date, place: "postgresql://…"}     the first without "from"
 */
#include "store/database/shards/file.h"

#include <string.h>

#include "base/error.h"
#include "base/input.h"
#include "base/report.h"
#include "date/date.h"
#include "format/yaml/keys.h"
#include "store/database/database.h"

enum { KEY_FROM, KEY_PLACE, KEY_SERVERS };

static const ChnYamlKey server_rows[] = {
  { "from", KEY_FROM, CHN_YAML_TEXT, FALSE },
  { "place", KEY_PLACE, CHN_YAML_TEXT, TRUE },
};
static const ChnYamlKeys server_keys = { "server", "a server", server_rows, G_N_ELEMENTS (server_rows) };

static const ChnYamlKey file_rows[] = { { "servers", KEY_SERVERS, CHN_YAML_LIST, TRUE } };
static const ChnYamlKeys file_keys = { "servers-file", "a file of servers", file_rows, G_N_ELEMENTS (file_rows) };

typedef struct {
  GPtrArray *servers;
  ChnStoreServer *server; /* at hand */
  const ChnYamlFaults *faults;
} Reading;

static void
free_server (gpointer data)
{
  ChnStoreServer *server = data;
  char *const texts[] = { server->start,    server->place, server->host,     server->port,
                          server->database, server->user,  server->password, server->options };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_free (server);
}

static char *
dup_unescaped (const char *text)
{
  return text && *text ? g_uri_unescape_string (text, NULL) : NULL;
}

/* Who comes and how they prove it is kept apart from the place, which everybody may see. */
static void
take_options (ChnStoreServer *server, const char *query)
{
  g_auto (GStrv) each = g_strsplit (query ? query : "", "&", -1);
  g_autoptr (GString) rest = g_string_new (NULL);
  for (guint i = 0; each[i]; i++)
    if (g_str_has_prefix (each[i], "user=") && !server->user)
      server->user = dup_unescaped (each[i] + strlen ("user="));
    else if (g_str_has_prefix (each[i], "password=") && !server->password)
      server->password = dup_unescaped (each[i] + strlen ("password="));
    else if (*each[i])
      g_string_append_printf (rest, "%s%s", rest->len > 0 ? "&" : "", each[i]);
  server->options = rest->len > 0 ? g_strdup (rest->str) : NULL;
}

static gboolean
take_place (ChnStoreServer *server, const char *text)
{
  ChnDatabaseKind kind;
  const char *where;
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_ENCODED | G_URI_FLAGS_HAS_PASSWORD, NULL);
  if (!uri || !chn_store_find_kind (text, &kind, &where) || kind != CHN_DATABASE_POSTGRESQL)
    return FALSE;
  server->host = dup_unescaped (g_uri_get_host (uri));
  server->port = g_uri_get_port (uri) > 0 ? g_strdup_printf ("%d", g_uri_get_port (uri)) : NULL;
  server->database = dup_unescaped (g_uri_get_path (uri) + (g_uri_get_path (uri)[0] == '/'));
  server->user = dup_unescaped (g_uri_get_user (uri));
  server->password = dup_unescaped (g_uri_get_password (uri));
  take_options (server, g_uri_get_query (uri));
  const char *host = g_uri_get_host (uri) ? g_uri_get_host (uri) : "";
  gboolean is_bare = strchr (host, ':') != NULL; /* IPv6, whose brackets are taken off */
  server->place = g_strdup_printf ("postgresql://%s%s%s%s%s%s%s%s", is_bare ? "[" : "", host, is_bare ? "]" : "",
                                   server->port ? ":" : "", server->port ? server->port : "", g_uri_get_path (uri),
                                   server->options ? "?" : "", server->options ? server->options : "");
  return server->host != NULL;
}

static void
read_from (Reading *reading, const ChnYamlNode *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnDate) date = chn_date_parse (value->text, (gssize) value->length, &error);
  reading->server->start = g_strdup (value->text);
  if (!date) {
    chn_yaml_fault_error (reading->faults, value, error);
    return;
  }
  reading->server->begins = chn_date_get_bounds (date)->earliest;
  if (reading->server->begins == CHN_TIME_MIN)
    chn_yaml_fault (reading->faults, value, CHN_YAML_FAULT_VALUE, "write a year or a day, as in 1990",
                    "a range starts at a date that has a beginning, not at \"%s\"", value->text);
}

static void
read_key (const ChnYamlKey *key, const ChnYamlNode *value, gpointer data)
{
  Reading *reading = data;
  if (key->id == KEY_FROM)
    read_from (reading, value);
  else if (!take_place (reading->server, value->text)) {
    g_autofree char *name = chn_store_dup_name (value->text);
    chn_yaml_fault (reading->faults, value, CHN_YAML_FAULT_VALUE, "write postgresql://USER@HOST:PORT/DATABASE",
                    "\"%s\" names no PostgreSQL server", name);
  }
}

/* The first has all that begins before the second. */
static void
check_order (const Reading *reading, const ChnYamlNode *node)
{
  const ChnStoreServer *server = reading->server;
  guint n = reading->servers->len;
  const ChnStoreServer *last = n > 0 ? reading->servers->pdata[n - 1] : NULL;
  if (n == 0 && server->start)
    chn_yaml_fault (reading->faults, node, CHN_YAML_FAULT_VALUE, "leave out its \"from\"",
                    "the first server has all events before those of the second, and starts nowhere");
  else if (n > 0 && !server->start)
    chn_yaml_fault (reading->faults, node, CHN_YAML_FAULT_MISSING, "write where its range starts, as in from: 1990",
                    "a server behind the first needs \"from\"");
  else if (n > 0 && server->begins != CHN_TIME_MIN && server->begins <= last->begins)
    chn_yaml_fault (reading->faults, node, CHN_YAML_FAULT_VALUE, "put the servers in the order of their dates",
                    "\"%s\" is not later than where the server before it starts", server->start);
}

static void
read_server (Reading *reading, const ChnYamlNode *node)
{
  reading->server = g_new0 (ChnStoreServer, 1);
  reading->server->begins = CHN_TIME_MIN;
  if (node->kind == CHN_YAML_MAPPING) {
    chn_yaml_keys_walk (&server_keys, reading->faults, node, read_key, reading);
    if (!chn_yaml_get (node, "place"))
      chn_yaml_fault (reading->faults, node, CHN_YAML_FAULT_MISSING, "write place: postgresql://USER@HOST/DATABASE",
                      "a server needs a place");
    check_order (reading, node);
  } else if (node->kind != CHN_YAML_FAULTY)
    chn_yaml_fault (reading->faults, node, CHN_YAML_FAULT_SHAPE, "write place: postgresql://USER@HOST/DATABASE",
                    "a server is a mapping, found %s", chn_yaml_describe (node));
  g_ptr_array_add (reading->servers, reading->server);
}

static void
read_servers (ChnYaml *yaml, const ChnYamlKey *key, gpointer data)
{
  Reading *reading = data;
  gboolean entered = FALSE;
  const ChnYamlNode *other = chn_yaml_enter (yaml, CHN_YAML_LIST, &entered);
  if (other)
    chn_yaml_key_check (key, reading->faults, other);
  const ChnYamlNode *item = entered ? chn_yaml_next_item (yaml) : NULL;
  for (; item; item = chn_yaml_next_item (yaml))
    read_server (reading, item);
}

GPtrArray *
chn_store_read_servers (const char *path, ChnReport *report, const ChnLimits *limits, GError **error)
{
  const ChnLimits *bounds = limits ? limits : chn_limits_get_default ();
  gsize length = 0;
  g_autoptr (GBytes) bytes = chn_input_read (path, bounds->value[CHN_LIMIT_FILE], error);
  const char *text = bytes ? g_bytes_get_data (bytes, &length) : NULL;
  if (!bytes)
    return NULL;
  g_autoptr (GPtrArray) servers = g_ptr_array_new_with_free_func (free_server);
  guint n_errors = chn_report_count (report, CHN_SEVERITY_ERROR);
  ChnYamlFaults faults = { report, path, NULL };
  Reading reading = { servers, NULL, &faults };
  g_autoptr (ChnYaml) yaml = chn_yaml_new (text ? text : "", length, &faults, bounds);
  if (chn_yaml_begin (yaml)) {
    chn_yaml_keys_read_file (&file_keys, &faults, yaml, read_servers, &reading);
    chn_yaml_end (yaml);
  }
  if (chn_report_count (report, CHN_SEVERITY_ERROR) == n_errors && servers->len > 0)
    return g_steal_pointer (&servers);
  if (chn_report_count (report, CHN_SEVERITY_ERROR) > n_errors)
    chn_report_to_error (report, error);
  else
    chn_error_set (error, CHN_ERROR_SYNTAX, "write place: postgresql://USER@HOST/DATABASE", "%s names no server",
                   path);
  return NULL;
}
