/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery serve token: who may read feeds that are not public. */
#include "serve-token.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "file-lock.h"
#include "load.h"
#include "usage.h"

/* Of one call: nobody else changes the file meanwhile. */
typedef struct {
  Program *program;
  const Arguments *arguments;
  const char *path;
  const char *const *words; /* behind "token add" and so on */
  ChnFeedTokens *tokens;
  int lock; /* -1 while there is none */
} Session;

static gboolean
load_tokens (Session *session, GError **error)
{
  session->tokens = chn_feed_tokens_load (session->path, error);
  return session->tokens != NULL;
}

/* Has nobody else change the file, which is empty as long as nobody has a token. */
static gboolean
lock (Session *session, GError **error)
{
  int made = open (session->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (made < 0 && errno != EEXIST) {
    g_set_error (error, CHN_ERROR, CHN_ERROR_IO, "cannot make %s: %s", session->path, g_strerror (errno));
    return FALSE;
  }
  if (made >= 0)
    close (made);
  session->lock = file_lock (session->path, error);
  return session->lock >= 0 && load_tokens (session, error);
}

static gboolean
check_feed (const Session *session, const char *name, const char **extension, GError **error)
{
  gboolean is_public = FALSE;
  g_autoptr (ChnReport) report = chn_report_new ();
  session->program->carries_all = TRUE;
  g_autoptr (ChnTimeline) timeline = load_faultless_timeline (session->program, error);
  const char *feeds = arguments_get (session->arguments, "feeds");
  if (!timeline)
    return FALSE;
  if (!chn_feed_check_declared (timeline, feeds, name, &is_public, extension, report, error)) {
    failure_print_report (report, CHN_SEVERITY_ERROR);
    return FALSE;
  }
  if (is_public)
    usage_set_error (error, "the feed \"%s\" is public: everybody reads it without a token", name);
  return !is_public;
}

/* The address, which is told this once. */
static void
print_address (const Session *session, const char *token, const char *feed, const char *extension)
{
  const ChnFeedToken added = chn_feed_tokens_get (session->tokens, chn_feed_tokens_count (session->tokens) - 1);
  g_autofree char *url = chn_feed_dup_url (arguments_get (session->arguments, "base-url"), token, feed, extension);
  printf ("%s\n", url);
  fprintf (stderr,
           "chancery: whoever has this address reads the feed \"%s\"; it is not shown again, and \"chancery serve "
           "token revoke %s\" closes it\n",
           feed, added.id);
}

static Status
add (Session *session, GError **error)
{
  const char *feed = session->words[0], *extension = NULL;
  if (!feed || session->words[1]) {
    usage_set_error (error, "name one feed, as in \"chancery serve token add council --label Ana\"");
    return STATUS_USAGE;
  }
  if (!check_feed (session, feed, &extension, error) || !lock (session, error))
    return STATUS_USAGE;
  g_autofree char *token = chn_feed_tokens_add (session->tokens, feed, chn_date_get_text (session->program->today),
                                                arguments_get (session->arguments, "label"), error);
  if (!token || !chn_feed_tokens_save (session->tokens, session->path, error))
    return STATUS_USAGE;
  print_address (session, token, feed, extension);
  return STATUS_DONE;
}

static Status
list (Session *session, GError **error)
{
  if (session->words[0]) {
    usage_set_error (error, "\"chancery serve token list\" takes no word, found \"%s\"", session->words[0]);
    return STATUS_USAGE;
  }
  if (!load_tokens (session, error))
    return STATUS_USAGE;
  for (guint i = 0; i < chn_feed_tokens_count (session->tokens); i++) {
    const ChnFeedToken token = chn_feed_tokens_get (session->tokens, i);
    g_autofree char *label = chn_text_dup_visible (token.label ? token.label : "", FALSE);
    printf ("%s  %s  %s%s%s\n", token.id, token.day, token.feed, *label ? "  " : "", label);
  }
  return STATUS_DONE;
}

/* All of them or none. */
static Status
revoke_each (Session *session, GError **error)
{
  if (!session->words[0]) {
    usage_set_error (error, "name the id of a token; \"chancery serve token list\" has them");
    return STATUS_USAGE;
  }
  if (!(g_file_test (session->path, G_FILE_TEST_EXISTS) ? lock : load_tokens) (session, error))
    return STATUS_USAGE;
  for (guint i = 0; session->words[i]; i++)
    if (!chn_feed_tokens_revoke (session->tokens, session->words[i], error))
      return STATUS_USAGE;
  return chn_feed_tokens_save (session->tokens, session->path, error) ? STATUS_DONE : STATUS_USAGE;
}

static const struct {
  const char *name;
  Status (*run) (Session *session, GError **error);
} actions[] = { { "add", add }, { "list", list }, { "revoke", revoke_each } };

char **
serve_token_dup_actions (void)
{
  char **names = g_new0 (char *, G_N_ELEMENTS (actions) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    names[i] = g_strdup (actions[i].name);
  return names;
}

static Status
act (Session *session, const char *action, GError **error)
{
  g_auto (GStrv) names = serve_token_dup_actions ();
  for (guint i = 0; action && i < G_N_ELEMENTS (actions); i++)
    if (strcmp (actions[i].name, action) == 0)
      return actions[i].run (session, error);
  if (action)
    usage_set_unknown (error, "action on tokens", action, (const char *const *) names);
  else
    usage_set_error (error, "say what to do with tokens: \"add FEED\", \"list\" or \"revoke ID\"");
  return STATUS_USAGE;
}

Status
run_serve_token (Program *program, const Arguments *arguments, GError **error)
{
  const char *const *words = arguments_get_words (arguments);
  Session session = { program, arguments, arguments_get (arguments, "tokens"), words + (words[1] ? 2 : 1), NULL, -1 };
  if (!session.path) {
    usage_set_error (error, "name the file of tokens with --tokens FILE");
    return STATUS_USAGE;
  }
  Status status = act (&session, words[1], error);
  chn_feed_tokens_free (session.tokens);
  if (session.lock >= 0)
    close (session.lock);
  return status;
}
