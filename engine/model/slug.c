/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Slugs.
 *
 *   slug = part *( ( "-" / "." ) part )   at most 128 bytes
 *   part = 1*( a-z / DIGIT )
 */
#include "model/slug.h"

#include <string.h>

#include "base/fold.h"

static gboolean
is_part (char c)
{
  return g_ascii_islower (c) || g_ascii_isdigit (c);
}

/* How many of so many bytes can begin a slug. */
static gsize
count_fitting (const char *text, gsize length)
{
  gsize i = 0;
  for (; i < length; i++) {
    gboolean joins = (text[i] == '-' || text[i] == '.') && i > 0 && is_part (text[i - 1]);
    if (!is_part (text[i]) && !joins)
      break;
  }
  return i;
}

gboolean
chn_slug_check (const char *text, gsize *offset)
{
  const gsize n = *offset = count_fitting (text, CHN_SLUG_MAX); /* NUL fits nowhere */
  return text[n] == '\0' && n > 0 && is_part (text[n - 1]);
}

gboolean
chn_slug_is (const char *text, gsize length)
{
  return length > 0 && length <= CHN_SLUG_MAX && count_fitting (text, length) == length && is_part (text[length - 1]);
}

char *
chn_slug_dup_near (const char *text)
{
  g_autofree char *folded = chn_fold_text (text, -1);
  GString *slug = g_string_new (NULL);
  gboolean joint = FALSE;
  for (const char *c = folded; *c && slug->len < CHN_SLUG_MAX - 1; c++) {
    if (!is_part (*c)) {
      joint = joint || (*c != '\'' && (guchar) *c < 0x80);
      continue;
    }
    if (joint && slug->len > 0)
      g_string_append_c (slug, '-');
    g_string_append_c (slug, *c);
    joint = FALSE;
  }
  return g_string_free (slug, slug->len == 0);
}
