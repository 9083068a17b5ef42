/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Slugs for what others call their things: UIDs, web addresses, people. */
#include "model/slug-of-text.h"

#include <string.h>

#include "base/append.h"
#include "base/hash.h"
#include "model/slug.h"

enum { LONGEST = 100, ROOM_FOR_HASH = 80 };

#define LETTER(c) [(c)] = (c), [(c) - 'a' + 'A'] = (c)
#define DIGIT(c) [(c)] = (c)

/* What stands in a slug for a letter or digit; 0 for any other byte. */
static const char letter_of[256] = {
  DIGIT ('0'),  DIGIT ('1'),  DIGIT ('2'),  DIGIT ('3'),  DIGIT ('4'),  DIGIT ('5'),  DIGIT ('6'),  DIGIT ('7'),
  DIGIT ('8'),  DIGIT ('9'),  LETTER ('a'), LETTER ('b'), LETTER ('c'), LETTER ('d'), LETTER ('e'), LETTER ('f'),
  LETTER ('g'), LETTER ('h'), LETTER ('i'), LETTER ('j'), LETTER ('k'), LETTER ('l'), LETTER ('m'), LETTER ('n'),
  LETTER ('o'), LETTER ('p'), LETTER ('q'), LETTER ('r'), LETTER ('s'), LETTER ('t'), LETTER ('u'), LETTER ('v'),
  LETTER ('w'), LETTER ('x'), LETTER ('y'), LETTER ('z'),
};

static inline char
get_letter (char c)
{
  return letter_of[(guchar) c];
}

/* What stands in a slug for what joins its parts; 0 for any other byte. */
static inline char
get_joint (char c)
{
  return c == '.' ? '.' : c == '-' || c == '@' || c == '_' ? '-' : '\0';
}

/* The quick way for texts that a slug says but for case, "@" and "_". */
static gboolean
append_plain (GString *out, const char *text, gsize length)
{
  char slug[LONGEST];
  gboolean joint = TRUE;
  if (length > LONGEST)
    return FALSE;
  for (gsize i = 0; i < length; i++) {
    char letter = get_letter (text[i]);
    slug[i] = letter || joint ? letter : get_joint (text[i]);
    if (!slug[i])
      return FALSE;
    joint = !letter;
  }
  if (joint)
    return FALSE;
  chn_append_bytes (out, slug, length);
  return TRUE;
}

/* The same for text that is ASCII but no slug; FALSE for any other. Sets its hash, whose steps wait for each other.
 */
static gboolean
append_near_ascii (GString *out, const char *text, gsize length, guint64 *hash)
{
  char slug[ROOM_FOR_HASH + 1];
  gsize n = 0, i = 0;
  gboolean joint = FALSE;
  guint64 sum = CHN_FNV_START;
  for (; i < length && n < ROOM_FOR_HASH; i++) {
    char letter = get_letter (text[i]);
    sum = chn_hash_fnv (sum, &text[i], 1);
    if (text[i] & '\x80')
      return FALSE;
    if (letter && joint && n > 0)
      slug[n++] = '-';
    if (letter)
      slug[n++] = letter;
    joint = !letter;
  }
  *hash = chn_hash_fnv (sum, text + i, length - i);
  if (n > 0)
    chn_append_bytes (out, slug, n);
  return n > 0;
}

static void
append_near (GString *out, const char *text, gsize length, const char *noun)
{
  g_autofree char *copy = g_strndup (text, MIN (length, 4 * LONGEST));
  g_autofree char *valid = g_utf8_make_valid (copy, -1);
  g_autofree char *near = chn_slug_dup_near (valid);
  gsize end = near ? MIN (strlen (near), ROOM_FOR_HASH) : 0;
  while (end > 0 && !get_letter (near[end - 1]))
    end--;
  if (end > 0)
    g_string_append_len (out, near, (gssize) end);
  else
    g_string_append (out, noun);
}

static void
append_hash (GString *out, guint64 hash)
{
  char hexadecimal[] = "-01234567";
  guint32 brief = (guint32) (hash ^ hash >> 32);
  for (gsize i = strlen (hexadecimal); i > 1; i--, brief >>= 4)
    hexadecimal[i - 1] = "0123456789abcdef"[brief & 15];
  chn_append_bytes (out, hexadecimal, strlen (hexadecimal));
}

void
chn_slug_append_hashed (GString *out, const char *text, gsize length, const char *noun)
{
  guint64 hash;
  if (!append_near_ascii (out, text, length, &hash)) {
    append_near (out, text, length, noun);
    hash = chn_hash_fnv (CHN_FNV_START, text, length);
  }
  append_hash (out, hash);
}

void
chn_slug_append_of_part (GString *out, const char *part, gsize length, const char *whole, const char *noun)
{
  guint64 of_part;
  if (!append_near_ascii (out, part, length, &of_part))
    append_near (out, part, length, noun);
  append_hash (out, chn_hash_fnv (CHN_FNV_START, whole, strlen (whole)));
}

void
chn_slug_append_of_text (GString *out, const char *text, gsize length, const char *noun)
{
  if (!append_plain (out, text, length))
    chn_slug_append_hashed (out, text, length, noun);
}
