/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Text that is proven by a thread: what it finds sound is, and what is sound it finds so. */
#include "base/sound-ahead.h"

#include <string.h>

#include "base/sound.h"
#include "suite.h"

enum { LENGTH = 3000000, STEP = 1000 };

/* The thread may need some time, which is given to it where it must find text sound, and a little elsewhere. */
static const char *
ask (ChnSoundAhead *ahead, const char *at, gboolean must)
{
  const char *sound = chn_sound_ahead_get (ahead, at);
  for (guint tries = 0; sound == at && tries < (must ? 100000 : 20); tries++) {
    g_usleep (100);
    sound = chn_sound_ahead_get (ahead, at);
  }
  return sound;
}

/* Goes through the text as a reader does; returns how many bytes of it the thread has proven. */
static gsize
walk (const char *text, const char *faulty)
{
  gsize proven = 0;
  ChnSoundAhead *ahead = chn_sound_ahead_new (text, LENGTH);
  for (const char *at = text, *next; ahead && at < text + LENGTH; at = next) {
    gboolean must = !faulty && at >= text + CHN_SOUND_BLOCK && at < text + LENGTH / 2;
    const char *sound = ask (ahead, at, must);
    next = sound > at ? sound : at + STEP;
    proven += (gsize) (sound - at);
    if (sound < at || sound > text + LENGTH || (faulty && faulty >= at && faulty < sound))
      CHN_FAIL ("from %u to %u", (guint) (at - text), (guint) (sound - text));
  }
  chn_sound_ahead_free (ahead);
  return proven;
}

static void
test_faults (void)
{
  static const guint places[] = { 0, 63, 64, 65, 131071, 131135, 131136, 131137, 700000, 2500000, LENGTH - 1 };
  g_autofree char *text = g_malloc (LENGTH);
  memset (text, 'a', LENGTH);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    text[places[i]] = '\x01';
    walk (text, text + places[i]);
    text[places[i]] = 'a';
  }
}

static void
test_sound (void)
{
  g_autofree char *text = g_malloc (LENGTH);
  for (guint i = 0; i < LENGTH; i += 3)
    memcpy (text + i, "\xE6\xB1\xBA", 3);
  gsize proven = walk (text, NULL);
  CU_ASSERT (g_get_num_processors () == 1 ? proven == 0 : proven >= LENGTH / 2 - CHN_SOUND_BLOCK - STEP);
}

static void
test_small (void)
{
  const char *text = "small";
  CU_ASSERT_PTR_NULL (chn_sound_ahead_new (text, strlen (text)));
  CU_ASSERT_PTR_EQUAL (chn_sound_ahead_get (NULL, text), text);
  chn_sound_ahead_free (NULL);
}

static const ChnTest tests[] = {
  { "no fault is passed over", test_faults },
  { "sound text is proven", test_sound },
  { "small text has no thread", test_small },
};

CHN_SUITE ("base/sound-ahead", tests)
