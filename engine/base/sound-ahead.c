/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Proves text stretch by stretch, so far ahead that it is done when it is asked for, and no farther: for what lies
 * between is in memory. */
#include "base/sound-ahead.h"

#include "base/sound.h"

/* The first bytes of all have none before them: the stretches begin behind as many as fill a block. */
enum { STRETCH = 1 << 17, STRETCHES_AHEAD = 4 };
G_STATIC_ASSERT (STRETCH % CHN_SOUND_BLOCK == 0 && CHN_SOUND_BLOCK >= CHN_SOUND_MARGIN);

enum { UNKNOWN, SOUND, DOUBTFUL };

struct _ChnSoundAhead {
  const char *start; /* of the first stretch */
  guint n_stretches; /* whole ones */
  guint n_begun;
  gint *state;
  GThreadPool *pool;
};

static const char *
get_start (const ChnSoundAhead *ahead, guint stretch)
{
  return ahead->start + (gsize) stretch * STRETCH;
}

static void
prove (gpointer data, gpointer user)
{
  const ChnSoundAhead *ahead = user;
  guint stretch = GPOINTER_TO_UINT (data) - 1;
  gboolean is_sound = chn_sound_check (get_start (ahead, stretch), get_start (ahead, stretch + 1));
  g_atomic_int_set (&ahead->state[stretch], is_sound ? SOUND : DOUBTFUL);
}

static void
begin_until (ChnSoundAhead *ahead, guint stretch)
{
  for (; ahead->n_begun < MIN (stretch, ahead->n_stretches); ahead->n_begun++)
    g_thread_pool_push (ahead->pool, GUINT_TO_POINTER (ahead->n_begun + 1), NULL);
}

ChnSoundAhead *
chn_sound_ahead_new (const char *bytes, gsize length)
{
  if (length < CHN_SOUND_BLOCK + STRETCH + 1 || g_get_num_processors () == 1)
    return NULL;
  ChnSoundAhead *ahead = g_new0 (ChnSoundAhead, 1);
  ahead->start = bytes + CHN_SOUND_BLOCK;
  ahead->n_stretches = (guint) ((length - CHN_SOUND_BLOCK - 1) / STRETCH);
  ahead->state = g_new0 (gint, ahead->n_stretches);
  ahead->pool = g_thread_pool_new (prove, ahead, 1, TRUE, NULL);
  begin_until (ahead, STRETCHES_AHEAD);
  return ahead;
}

void
chn_sound_ahead_free (ChnSoundAhead *ahead)
{
  if (!ahead)
    return;
  g_thread_pool_free (ahead->pool, TRUE, TRUE);
  g_free (ahead->state);
  g_free (ahead);
}

const char *
chn_sound_ahead_get (ChnSoundAhead *ahead, const char *at)
{
  if (!ahead || at < ahead->start)
    return at;
  guint stretch = (guint) ((gsize) (at - ahead->start) / STRETCH);
  if (stretch >= ahead->n_stretches)
    return at;
  begin_until (ahead, stretch + 1 + STRETCHES_AHEAD);
  return g_atomic_int_get (&ahead->state[stretch]) == SOUND ? get_start (ahead, stretch + 1) : at;
}
