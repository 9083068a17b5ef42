/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery serve: feeds and pages by HTTP, until it is told to end. */
#include <errno.h>
#include <malloc.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "activation.h"
#include "command.h"
#include "data-folder.h"
#include "load.h"
#include "serve-log.h"
#include "serve-stores.h"
#include "serve-token.h"
#include "usage.h"

/* How often files are looked at, how long requests have to end, and what is open beside connections. */
enum { SECONDS_BETWEEN_LOOKS = 1, SECONDS_TO_END = 10, FURTHER_DESCRIPTORS = 128 };

/* Where it listens when nothing is said. */
static const char usual_address[] = "127.0.0.1:8080";

typedef struct {
  Program *program;
  ServeStores *stores;
} Served;

/* All of it, since what may be seen differs from feed to feed. What an earlier reading has left goes. */
static ChnTimeline *
read_served (Program *program, GError **error)
{
  g_clear_pointer (&program->whole, chn_timeline_unref);
  g_clear_pointer (&program->unseen, chn_timeline_unref);
  program->is_partial = FALSE;
  g_autoptr (ChnTimeline) timeline = load_faultless_timeline (program, error);
  if (!timeline || !program->is_partial || program->may_be_partial)
    return g_steal_pointer (&timeline);
  program->is_partial = FALSE; /* nothing of it is served */
  g_set_error (error, CHN_ERROR, CHN_ERROR_IO,
               "a part of what is to be served does not answer (--partial serves the rest)");
  return NULL;
}

/* What is written meanwhile is read the next time. */
static ChnTimeline *
load (gpointer data, GError **error)
{
  const Served *served = data;
  serve_stores_note (served->stores);
  ChnTimeline *timeline = read_served (served->program, error);
  serve_stores_note_whether_whole (served->stores, timeline && !served->program->is_partial);
  return timeline;
}

static gboolean
has_changed (gpointer data)
{
  const Served *served = data;
  return serve_stores_have_changed (served->stores);
}

static void
add_watched (GStrvBuilder *watched, const char *file)
{
  g_autofree char *folder = g_path_get_dirname (file);
  g_autofree char *names = g_build_filename (folder, "registry.yaml", NULL);
  g_strv_builder_add (watched, file);
  g_strv_builder_add (watched, names);
}

static char **
list_watched (const Program *program)
{
  g_autoptr (GStrvBuilder) watched = g_strv_builder_new ();
  g_autofree char *data_folder = data_folder_find ();
  g_autofree char *own_names = g_build_filename (g_get_user_config_dir (), "chancery", "registry.yaml", NULL);
  for (guint i = 0; i < program->files->len; i++)
    if (!chn_store_is_place (program->files->pdata[i]))
      add_watched (watched, program->files->pdata[i]);
  if (program->files->len == 0)
    g_strv_builder_add (watched, data_folder);
  g_strv_builder_add (watched, own_names);
  return g_strv_builder_end (watched);
}

/* The values of an option that is given as often as wanted, borrowed; NULL-ended. */
static GPtrArray *
list_values (const Arguments *arguments, const char *name)
{
  GPtrArray *values = g_ptr_array_new ();
  for (guint i = 0; i < arguments->given->len; i++) {
    const Given *given = &g_array_index (arguments->given, Given, i);
    if (strcmp (given->option->name, name) == 0)
      g_ptr_array_add (values, (gpointer) given->value);
  }
  g_ptr_array_add (values, NULL);
  return values;
}

/* A number above 0, which stays what it is where the option is not given. */
static gboolean
read_number (const Arguments *arguments, const char *name, guint *number, GError **error)
{
  if (!arguments_get_number (arguments, name, number, error))
    return FALSE;
  if (*number == 0)
    usage_set_error (error, "--%s takes a number from 1 on", name);
  return *number > 0;
}

static gboolean
read_size (const Arguments *arguments, const char *name, gsize *size, GError **error)
{
  guint number = (guint) *size;
  gboolean is_read = read_number (arguments, name, &number, error);
  *size = number;
  return is_read;
}

static gboolean
read_bounds (const Arguments *arguments, ChnFeedSettings *settings, GError **error)
{
  guint seconds = settings->making_milliseconds / 1000;
  gboolean is_read = read_number (arguments, "connections", &settings->connections, error) &&
                     read_number (arguments, "connections-per-address", &settings->connections_a_peer, error) &&
                     read_number (arguments, "answers-per-address", &settings->makings_a_peer, error) &&
                     read_size (arguments, "header-bytes", &settings->header_bytes, error) &&
                     read_size (arguments, "answer-bytes", &settings->answer_bytes, error) &&
                     read_size (arguments, "kept-bytes", &settings->kept_bytes, error) &&
                     read_number (arguments, "request-seconds", &settings->request_seconds, error) &&
                     read_number (arguments, "answer-seconds", &seconds, error) &&
                     read_number (arguments, "threads", &settings->makers, error);
  settings->making_milliseconds = seconds * 1000;
  return is_read;
}

static gboolean
check_base_url (const char *url, GError **error)
{
  if (!url)
    return TRUE;
  gboolean is_web = g_str_has_prefix (url, "https://") || g_str_has_prefix (url, "http://");
  if (is_web && g_uri_is_valid (url, G_URI_FLAGS_NONE, NULL) && !strpbrk (url, "?#\"<>"))
    return TRUE;
  usage_set_error (error, "--base-url takes an address such as https://example.org/chronology, not \"%s\"", url);
  return FALSE;
}

static char *
announce (const char *what, char *address)
{
  g_autofree char *line = NULL;
  if (!address)
    return NULL;
  line = g_str_has_prefix (address, "unix:") ? g_strdup_printf ("%s at %s", what, address)
                                             : g_strdup_printf ("%s at http://%s/", what, address);
  serve_log (line, NULL);
  return address;
}

static gboolean
listen_at (ChnFeedServer *server, const char *address, ChnFeedDoor door, GError **error)
{
  g_autofree char *place = chn_feed_server_listen (server, address, door, error);
  announce (door == CHN_FEED_DOOR_METRICS ? "metrics" : "feeds", place);
  return place != NULL;
}

/* Those that whoever started us has opened; how many, or -1 with an error. */
static int
adopt_sockets (ChnFeedServer *server, GError **error)
{
  g_autoptr (GArray) sockets = activation_take_sockets ();
  for (guint i = 0; i < sockets->len; i++) {
    const ActivationSocket *taken = &g_array_index (sockets, ActivationSocket, i);
    gboolean is_metrics = strcmp (taken->name, "metrics") == 0;
    g_autofree char *place = chn_feed_server_adopt (server, taken->socket,
                                                    is_metrics ? CHN_FEED_DOOR_METRICS : CHN_FEED_DOOR_FEEDS, error);
    if (!announce (is_metrics ? "metrics" : "feeds", place))
      return -1;
  }
  return (int) sockets->len;
}

static gboolean
open_doors (ChnFeedServer *server, const Arguments *arguments, GError **error)
{
  g_autoptr (GPtrArray) addresses = list_values (arguments, "listen");
  const char *metrics = arguments_get (arguments, "metrics-listen");
  int n_adopted = adopt_sockets (server, error);
  if (n_adopted < 0 || (metrics && !listen_at (server, metrics, CHN_FEED_DOOR_METRICS, error)))
    return FALSE;
  for (guint i = 0; i + 1 < addresses->len; i++)
    if (!listen_at (server, addresses->pdata[i], CHN_FEED_DOOR_FEEDS, error))
      return FALSE;
  return n_adopted > 0 || addresses->len > 1 || listen_at (server, usual_address, CHN_FEED_DOOR_FEEDS, error);
}

/* Before any thread is there, so that all of them have these signals blocked, and they wait for us. */
static sigset_t
hold_signals (void)
{
  sigset_t signals;
  sigemptyset (&signals);
  sigaddset (&signals, SIGHUP);
  sigaddset (&signals, SIGINT);
  sigaddset (&signals, SIGTERM);
  sigprocmask (SIG_BLOCK, &signals, NULL);
  signal (SIGPIPE, SIG_IGN);
  return signals;
}

/* What reading took and no longer needs goes back to the system: a server lives long. */
static void
give_memory_back (void)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}

static void
reload (ChnFeedServer *server, gboolean anyway)
{
  if (anyway)
    activation_tell ("RELOADING=1");
  if (chn_feed_server_refresh (server, anyway))
    give_memory_back ();
  if (anyway)
    activation_tell ("READY=1");
}

static void
serve_until_told (ChnFeedServer *server, const sigset_t *signals)
{
  const struct timespec look = { .tv_sec = SECONDS_BETWEEN_LOOKS };
  int told = 0;
  activation_tell ("READY=1");
  while (told != SIGINT && told != SIGTERM) {
    told = sigtimedwait (signals, NULL, &look);
    if (told == SIGHUP || (told < 0 && errno == EAGAIN))
      reload (server, told == SIGHUP);
  }
  activation_tell ("STOPPING=1");
  guint n_left = chn_feed_server_stop (server, SECONDS_TO_END);
  g_autofree char *line =
      n_left > 0 ? g_strdup_printf ("ended with %u connections open", n_left) : g_strdup ("ended");
  serve_log (line, NULL);
}

/* As many descriptors as connections may take. */
static void
make_room_for_descriptors (const ChnFeedSettings *settings)
{
  struct rlimit limit;
  if (getrlimit (RLIMIT_NOFILE, &limit) != 0)
    return;
  rlim_t wanted = settings->connections + FURTHER_DESCRIPTORS;
  limit.rlim_cur = MIN (MAX (limit.rlim_cur, wanted), limit.rlim_max);
  setrlimit (RLIMIT_NOFILE, &limit);
}

static Status
serve (Program *program, const Arguments *arguments, GError **error)
{
  ChnFeedSettings settings;
  g_auto (GStrv) watched = list_watched (program);
  g_autoptr (GPtrArray) proxies = list_values (arguments, "trusted-proxy");
  g_autoptr (ServeStores) stores = serve_stores_new (program->files);
  Served served = { program, stores };
  chn_feed_settings_init (&settings);
  settings.load = load;
  settings.has_changed = has_changed;
  settings.log = serve_log;
  settings.data = &served;
  settings.watched = watched;
  settings.feeds_file = arguments_get (arguments, "feeds");
  settings.tokens_file = arguments_get (arguments, "tokens");
  settings.base_url = arguments_get (arguments, "base-url");
  settings.trusted_proxies = (char **) proxies->pdata;
  settings.logs_requests = arguments_has (arguments, "log-requests");
  program->carries_all = TRUE;
  if (!check_base_url (settings.base_url, error) || !read_bounds (arguments, &settings, error))
    return STATUS_USAGE;
  sigset_t signals = hold_signals ();
  make_room_for_descriptors (&settings);
  g_autoptr (ChnFeedServer) server = chn_feed_server_new (&settings, error);
  if (!server || !open_doors (server, arguments, error))
    return STATUS_USAGE;
  give_memory_back ();
  serve_until_told (server, &signals);
  return STATUS_DONE;
}

Status
run_serve (Program *program, const Arguments *arguments, GError **error)
{
  const char *word = arguments_get_words (arguments)[0];
  if (!word)
    return serve (program, arguments, error);
  if (strcmp (word, "token") == 0)
    return run_serve_token (program, arguments, error);
  usage_set_error (error, "\"chancery serve\" takes options, or \"token\" and what to do, but not \"%s\"", word);
  return STATUS_USAGE;
}
