/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

G_BEGIN_DECLS

/**
 * ChnFeedLoader:
 * @data: the pointer that was given with the function
 * @error: return location
 *
 * Reads what is served, all of it whatever its visibility. It is called again whenever that has changed, on the thread
 * that asks chn_feed_server_refresh().
 *
 * Returns: (transfer full): a timeline; %NULL with @error
 */
typedef ChnTimeline *(*ChnFeedLoader) (gpointer data, GError **error);

/**
 * ChnFeedLook:
 * @data: the pointer that was given with the function
 *
 * Is asked on the same thread.
 *
 * Returns: whether there is something new to read since the loader was called last
 */
typedef gboolean (*ChnFeedLook) (gpointer data);

/**
 * ChnFeedLog:
 * @line: what happened, without a newline; it has no token in it, and no query of a feed that is not public
 * @data: the pointer that was given with the function
 *
 * Takes a line of the log. It is called from several threads.
 */
typedef void (*ChnFeedLog) (const char *line, gpointer data);

/**
 * ChnFeedSettings:
 * @load: reads what is served
 * @has_changed: (nullable): tells of changes that are none of files
 * @log: takes what happens
 * @data: given to all of these
 * @watched: (array zero-terminated=1): files and folders of which a change means that there is something new to read
 * @feeds_file: (nullable): a file that declares feeds, beside those that the timeline declares
 * @tokens_file: (nullable): a file of tokens; %NULL where no feed has any
 * @base_url: (nullable): the address of the site as others see it, without "/" at its end, such as
 *   "https://example.org/chronology"; %NULL for addresses without a host
 * @trusted_proxies: (array zero-terminated=1) (nullable): numeric addresses, or networks as in 10.0.0.0/8, of which
 *   Forwarded addresses are believed
 * @connections: that may be open at once; further ones wait
 * @connections_a_peer: that one address may have open, unless it is this machine's or a trusted proxy's
 * @makings_a_peer: answers that one address may wait for at once
 * @header_bytes: of a request
 * @answer_bytes: of an answer, more is refused
 * @kept_bytes: of answers that are kept, those used least are made anew
 * @request_seconds: within which a request must have come
 * @making_milliseconds: within which an answer must be made
 * @makers: answers that are made at once
 * @logs_requests: each request is a line of the log
 *
 * What is served, and within which bounds. chn_feed_settings_init() gives the usual ones.
 */
typedef struct {
  ChnFeedLoader load;
  ChnFeedLook has_changed;
  ChnFeedLog log;
  gpointer data;
  char **watched;
  const char *feeds_file;
  const char *tokens_file;
  const char *base_url;
  char **trusted_proxies;
  guint connections;
  guint connections_a_peer;
  guint makings_a_peer;
  gsize header_bytes;
  gsize answer_bytes;
  gsize kept_bytes;
  guint request_seconds;
  guint making_milliseconds;
  guint makers;
  gboolean logs_requests;
} ChnFeedSettings;

/** chn_feed_settings_init: the usual bounds, and nothing else. */
CHN_API void chn_feed_settings_init (ChnFeedSettings *settings);

/**
 * ChnFeedServer:
 *
 * Serves feeds by HTTP on threads of its own.
 */
typedef struct _ChnFeedServer ChnFeedServer;

/**
 * chn_feed_server_new:
 * @settings: what is served; copied
 * @error: return location
 *
 * Reads what is to be served. It listens nowhere yet.
 *
 * Errors: %CHN_ERROR_UNSUPPORTED where the plugin for HTTP is missing; %CHN_ERROR_SYNTAX for settings that cannot be
 * read; those of the loader.
 *
 * Returns: (transfer full): a server; %NULL with @error
 */
CHN_API ChnFeedServer *chn_feed_server_new (const ChnFeedSettings *settings, GError **error);

/** chn_feed_server_free: ends all connections; %NULL is fine. */
CHN_API void chn_feed_server_free (ChnFeedServer *server);

/**
 * ChnFeedDoor:
 * @CHN_FEED_DOOR_FEEDS: feeds and pages
 * @CHN_FEED_DOOR_METRICS: /metrics, as Prometheus reads it; of this machine only
 *
 * What is found at an address.
 */
typedef enum { CHN_FEED_DOOR_FEEDS, CHN_FEED_DOOR_METRICS } ChnFeedDoor;

/**
 * chn_feed_server_listen:
 * @server: a server
 * @address: "127.0.0.1:8080", "[::1]:8080", ":8080" for 127.0.0.1 or "unix:PATH"; port 0 lets the system choose
 * @door: what is found there
 * @error: return location
 *
 * Begins to serve at one more address.
 *
 * Errors: %CHN_ERROR_SYNTAX, %CHN_ERROR_IO; %CHN_ERROR_RANGE for metrics at an address that others reach.
 *
 * Returns: (transfer full): the address with its port; %NULL with @error
 */
CHN_API char *chn_feed_server_listen (ChnFeedServer *server, const char *address, ChnFeedDoor door, GError **error);

/**
 * chn_feed_server_adopt:
 * @server: a server
 * @socket: one that listens already, such as systemd hands over (sd_listen_fds(3)); taken
 * @door: what is found there
 * @error: return location
 *
 * The same with a socket that somebody else has opened.
 *
 * Returns: (transfer full): its address; %NULL with @error
 */
CHN_API char *chn_feed_server_adopt (ChnFeedServer *server, int socket, ChnFeedDoor door, GError **error);

/**
 * chn_feed_server_refresh:
 * @server: a server
 * @anyway: whether or not a file has changed
 *
 * Reads again what has changed since it was read. Requests go on meanwhile, and are answered from what was read
 * before until all is there. What cannot be read is said in the log, and what was read before stays.
 *
 * Returns: whether something new is served
 */
CHN_API gboolean chn_feed_server_refresh (ChnFeedServer *server, gboolean anyway);

/**
 * chn_feed_server_stop:
 * @server: a server
 * @seconds: to wait for at most
 *
 * Listens no longer, and waits until what was asked is answered.
 *
 * Returns: how many connections are left
 */
CHN_API guint chn_feed_server_stop (ChnFeedServer *server, guint seconds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnFeedServer, chn_feed_server_free)

G_END_DECLS
