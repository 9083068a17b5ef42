/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

G_BEGIN_DECLS

/**
 * ChnFeedLoader:
 * @data: the pointer that was given with the function
 * @error: return location
 *
 * Reads what is served, all of it whatever its visibility. It is called again whenever one of the files has changed,
 * on the thread that asks chn_feed_server_refresh().
 *
 * Returns: (transfer full): a timeline; %NULL with @error
 */
typedef ChnTimeline *(*ChnFeedLoader) (gpointer data, GError **error);

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
 * @log: takes what happens
 * @data: given to both
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

G_END_DECLS
