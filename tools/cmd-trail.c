/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery trail: what led to an event and what followed from it. */
#include "command.h"
#include "load.h"
#include "picture-bytes.h"
#include "saving.h"
#include "trail-picture.h"
#include "trail-text.h"
#include "usage.h"

/* How a trail is written. */
typedef char *(*TrailWriter) (const ChnTimeline *timeline, const ChnTrail *trail, const TrailStyle *style);

static char *
write_dot (const ChnTimeline *timeline, const ChnTrail *trail, const TrailStyle *style)
{
  (void) timeline;
  (void) style;
  return chn_trail_dup_dot (trail);
}

static char *
write_json (const ChnTimeline *timeline, const ChnTrail *trail, const TrailStyle *style)
{
  (void) timeline;
  (void) style;
  return chn_trail_dup_json (trail);
}

static const SavingFormat formats[] = {
  { "text", ".txt" }, { "dot", ".dot" }, { "json", ".json" }, { "svg", ".svg" }, { "png", ".png" },
};

/* In the order of the formats; NULL for pictures. */
static const TrailWriter writers[] = { trail_text_dup, write_dot, write_json, NULL, NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (formats) == G_N_ELEMENTS (writers));

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

static void
write_picture (const Program *program, const Arguments *arguments, const char *format, const ChnTimeline *timeline,
               const ChnTrail *trail, GError **error)
{
  g_autoptr (ChnWriteOptions) options = picture_bytes_dup_options (arguments, error);
  g_autofree char *as_of = program->as_of ? chn_date_dup_humanized (program->as_of) : NULL;
  if (!options)
    return;
  const TrailPicture picture = { chn_format_find (format, NULL), options, arguments_get (arguments, "title"), as_of,
                                 arguments_has (arguments, "full") };
  g_autoptr (GString) bytes = trail_picture_draw (timeline, trail, &picture, error);
  if (bytes && chn_timeline_check (timeline, error))
    picture_bytes_write (program, arguments, picture.format, bytes, error);
}

static void
write_text (const Program *program, const Arguments *arguments, TrailWriter writer, const ChnTimeline *timeline,
            const ChnTrail *trail, GError **error)
{
  const char *file = arguments_get_output (arguments);
  TrailStyle style = { file ? NULL : &program->console, arguments_has (arguments, "full"),
                       arguments_has (arguments, "plain") };
  g_autofree char *text = writer (timeline, trail, &style);
  if (chn_timeline_check (timeline, error))
    saving_write (program, arguments, text, error);
}

Status
run_trail (Program *program, const Arguments *arguments, GError **error)
{
  guint depth = G_MAXUINT, row = 0;
  int format = saving_find_format (arguments, formats, G_N_ELEMENTS (formats), error);
  const char *id = format >= 0 ? find_id (arguments, error) : NULL;
  if (!id || !arguments_get_number (arguments, "depth", &depth, error))
    return STATUS_USAGE;
  program->named_events = (const char *const[]){ id, NULL };
  program->follows_relations = TRUE;
  g_autoptr (ChnTimeline) timeline = load_faultless_timeline (program, error);
  if (!timeline || !load_event (program, timeline, id, &row, error))
    return STATUS_USAGE;
  g_autoptr (ChnTrail) trail = chn_trail_new (timeline, row, find_sides (arguments), depth, error);
  if (!trail)
    return STATUS_USAGE;
  if (writers[format])
    write_text (program, arguments, writers[format], timeline, trail, error);
  else
    write_picture (program, arguments, formats[format].name, timeline, trail, error);
  return STATUS_DONE;
}
