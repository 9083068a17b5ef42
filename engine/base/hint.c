/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Hints, made when somebody reads them: what was wanted and what to search are kept until then. */
#include "base/hint.h"

#include <string.h>

struct _ChnHint {
  char *text;
  ChnHintFunc make; /* NULL once the text is known */
  gpointer among;
  GDestroyNotify release;
  char *wanted;
};

static void
forget_question (ChnHint *hint)
{
  if (hint->release)
    hint->release (hint->among);
  hint->make = NULL;
  hint->release = NULL;
  g_clear_pointer (&hint->wanted, g_free);
}

static void
clear (gpointer data)
{
  ChnHint *hint = data;
  forget_question (hint);
  g_free (hint->text);
}

ChnHint *
chn_hint_new (const char *text)
{
  if (!text)
    return NULL;
  ChnHint *hint = g_atomic_rc_box_new0 (ChnHint);
  hint->text = g_strdup (text);
  return hint;
}

ChnHint *
chn_hint_new_deferred (ChnHintFunc make, gpointer among, GDestroyNotify release, const char *wanted, gssize length)
{
  ChnHint *hint = g_atomic_rc_box_new0 (ChnHint);
  hint->make = make;
  hint->among = among;
  hint->release = release;
  hint->wanted = g_strndup (wanted, length < 0 ? strlen (wanted) : (gsize) length);
  return hint;
}

static char *
make_among (gconstpointer among, const char *wanted)
{
  return chn_name_table_dup_hint (among, wanted, -1);
}

ChnHint *
chn_hint_new_among (const ChnNameTable *candidates, const char *wanted, gssize length)
{
  return chn_hint_new_deferred (make_among, g_memdup2 (candidates, sizeof *candidates), g_free, wanted, length);
}

ChnHint *
chn_hint_ref (ChnHint *hint)
{
  return hint ? g_atomic_rc_box_acquire (hint) : NULL;
}

void
chn_hint_unref (ChnHint *hint)
{
  if (hint)
    g_atomic_rc_box_release_full (hint, clear);
}

const char *
chn_hint_get_text (ChnHint *hint)
{
  if (!hint)
    return NULL;
  if (hint->make) {
    hint->text = hint->make (hint->among, hint->wanted);
    forget_question (hint);
  }
  return hint->text;
}
