/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which sources speak with one voice: those of one author, or of one publisher where no author is stated. */
#include "base/fold.h"
#include "timeline/judge.h"
#include "timeline/sealed.h"

static char *
dup_voice (const ChnSource *source)
{
  static const ChnSourceField told_by[] = { CHN_SOURCE_AUTHOR, CHN_SOURCE_PUBLISHER };
  for (guint i = 0; i < G_N_ELEMENTS (told_by); i++)
    if (source->text[told_by[i]])
      return chn_fold_name (source->text[told_by[i]], -1);
  return NULL;
}

static guint32 *
make_voices (const ChnTimeline *timeline)
{
  guint n = chn_timeline_get_n_sources (timeline);
  guint32 *voices = g_new (guint32, MAX (n, 1));
  g_autoptr (GHashTable) first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint32 code = 0; code < n; code++) {
    gpointer known = NULL;
    char *voice = dup_voice (chn_timeline_get_source (timeline, code));
    voices[code] = code;
    if (voice && g_hash_table_lookup_extended (first, voice, NULL, &known)) {
      voices[code] = GPOINTER_TO_UINT (known);
      g_free (voice);
    } else if (voice) {
      g_hash_table_insert (first, voice, GUINT_TO_POINTER (code));
    }
  }
  return voices;
}

const guint32 *
chn_timeline_get_voices (const ChnTimeline *timeline)
{
  ChnTimeline *owner = (ChnTimeline *) (guintptr) timeline;
  if (g_once_init_enter (&owner->voices))
    g_once_init_leave (&owner->voices, make_voices (timeline));
  return owner->voices;
}
