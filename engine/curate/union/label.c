/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a chronology is called where others speak of it. */
#include "curate/union/label.h"

#include <string.h>

#include "model/slug.h"

static const char *
get_header (const ChnTimeline *timeline, ChnHeaderField field)
{
  return chn_timeline_get_n_origins (timeline) > 0 ? chn_timeline_get_header (timeline, 0, field) : NULL;
}

char *
chn_chronology_dup_label (const ChnTimeline *timeline)
{
  const char *id = get_header (timeline, CHN_HEADER_TIMELINE), *file = get_header (timeline, CHN_HEADER_FILE);
  g_autofree char *name = file && !id ? g_path_get_basename (file) : NULL;
  char *dot = name ? strrchr (name, '.') : NULL;
  if (id)
    return g_strdup (id);
  if (dot)
    *dot = '\0';
  char *slug = name ? chn_slug_dup_near (name) : NULL;
  return slug ? slug : g_strdup ("other");
}
