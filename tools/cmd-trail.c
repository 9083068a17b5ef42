/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery trail: what led to an event and what followed from it. */
#include <string.h>

#include "command.h"
#include "load.h"
#include "saving.h"
#include "trail-text.h"
#include "usage.h"

/* How a trail is written. */
typedef struct {
  const char *name;
  const char *extension;
  char *(*write) (const ChnTimeline *timeline, const ChnTrail *trail, guint columns);
} TrailFormat;

static char *
write_dot (const ChnTimeline *timeline, const ChnTrail *trail, guint columns)
{
  (void) timeline;
  (void) columns;
  return chn_trail_dup_dot (trail);
}

static char *
write_json (const ChnTimeline *timeline, const ChnTrail *trail, guint columns)
{
  (void) timeline;
  (void) columns;
  return chn_trail_dup_json (trail);
}

static const TrailFormat formats[] = {
  { "text", ".txt", trail_text_dup },
  { "dot", ".dot", write_dot },
  { "json", ".json", write_json },
};

/* By --format, else by the extension of the file, else text. */
static const TrailFormat *
find_format (const Arguments *arguments, GError **error)
{
  const char *name = arguments_get (arguments, "format"), *file = arguments_get (arguments, "output");
  if (!name && !file)
    return &formats[0];
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (name ? strcmp (formats[i].name, name) == 0 : g_str_has_suffix (file, formats[i].extension))
      return &formats[i];
  if (name)
    usage_set_error (error, "--format takes text, dot or json, not \"%s\"", name);
  else
    usage_set_error (error, "the name %s does not tell the format; add --format text, dot or json", file);
  return NULL;
}

static guint
find_sides (const Arguments *arguments)
{
  gboolean up = arguments_has (arguments, "up"), down = arguments_has (arguments, "down");
  if (up == down)
    return CHN_TRAIL_SIDE_UP | CHN_TRAIL_SIDE_DOWN | CHN_TRAIL_SIDE_BESIDE;
  return up ? CHN_TRAIL_SIDE_UP : CHN_TRAIL_SIDE_DOWN;
}

/* The id that the command names, with or without the @ of queries. */
static const char *
find_id (const Arguments *arguments, GError **error)
{
  const char *const *ids = arguments_get_words (arguments);
  if (ids[0] && !ids[1])
    return ids[0][0] == '@' ? ids[0] + 1 : ids[0];
  usage_set_error (error,
                   ids[0] ? "a trail begins at one event, found \"%s\" behind the first"
                          : "the trail of what? name the id of an event%s",
                   ids[0] ? ids[1] : "");
  return NULL;
}

Status
run_trail (Program *program, const Arguments *arguments, GError **error)
{
  guint depth = G_MAXUINT, row = 0;
  const TrailFormat *format = find_format (arguments, error);
  const char *id = format ? find_id (arguments, error) : NULL;
  if (!id || !arguments_get_number (arguments, "depth", &depth, error))
    return STATUS_USAGE;
  g_autoptr (ChnTimeline) timeline = load_faultless_timeline (program, error);
  if (!timeline || !load_event (program, timeline, id, &row, error))
    return STATUS_USAGE;
  g_autoptr (ChnTrail) trail = chn_trail_new (timeline, row, find_sides (arguments), depth, error);
  if (!trail)
    return STATUS_USAGE;
  const char *file = arguments_get (arguments, "output");
  g_autofree char *text = format->write (timeline, trail, file ? 0 : program->console.columns);
  saving_write (file, text, error);
  return STATUS_DONE;
}
