/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Cuts a text where the script of its letters changes. */
#include "format/docx/script.h"

#include <string.h>

enum { NO_LETTER = -1 };

static ChnDocxScript
classify_script (GUnicodeScript script)
{
  switch (script) {
  case G_UNICODE_SCRIPT_ARABIC:
  case G_UNICODE_SCRIPT_HEBREW:
  case G_UNICODE_SCRIPT_SYRIAC:
  case G_UNICODE_SCRIPT_THAANA:
  case G_UNICODE_SCRIPT_NKO:
  case G_UNICODE_SCRIPT_ADLAM:
    return CHN_DOCX_RIGHT_TO_LEFT;
  case G_UNICODE_SCRIPT_HAN:
  case G_UNICODE_SCRIPT_HANGUL:
  case G_UNICODE_SCRIPT_HIRAGANA:
  case G_UNICODE_SCRIPT_KATAKANA:
  case G_UNICODE_SCRIPT_BOPOMOFO:
    return CHN_DOCX_EAST_ASIAN;
  default:
    return CHN_DOCX_WESTERN;
  }
}

static int
classify (gunichar c)
{
  return g_unichar_isalpha (c) ? (int) classify_script (g_unichar_get_script (c)) : NO_LETTER;
}

/* What is no UTF-8 is no letter, and takes a byte. */
static const char *
step (const char *at, int *class)
{
  gunichar c = (guchar) *at < 0x80 ? (gunichar) *at : g_utf8_get_char_validated (at, -1);
  gboolean is_valid = c != (gunichar) -1 && c != (gunichar) -2;
  *class = is_valid ? classify (c) : NO_LETTER;
  return is_valid ? g_utf8_next_char (at) : at + 1;
}

gsize
chn_docx_script_find_end (const char *text, ChnDocxScript *script)
{
  int own = NO_LETTER;
  const char *end = text; /* behind the last letter */
  for (const char *at = text; *at;) {
    int class;
    const char *next = step (at, &class);
    if (class != NO_LETTER && own != NO_LETTER && class != own) {
      *script = (ChnDocxScript) own;
      return (gsize) ((own == CHN_DOCX_RIGHT_TO_LEFT ? end : at) - text);
    }
    if (class != NO_LETTER) {
      own = class;
      end = next;
    }
    at = next;
  }
  *script = own == NO_LETTER ? CHN_DOCX_WESTERN : (ChnDocxScript) own;
  return strlen (text);
}

static gsize
count_digits (const char *text, gsize length)
{
  gsize n = 0;
  while (n < length && g_ascii_isdigit (text[n]))
    n++;
  return n;
}

/* The bytes of a dash or slash: "-", "/", "–". */
static gsize
measure_joint (const char *text, gsize length)
{
  if (length > 0 && (*text == '-' || *text == '/'))
    return 1;
  return length >= 3 && memcmp (text, "–", 3) == 0 ? 3 : 0;
}

static gsize
measure_figures (const char *text, gsize length)
{
  gsize end = count_digits (text, length), first = end;
  for (;;) {
    gsize joint = measure_joint (text + end, length - end);
    gsize digits = joint > 0 ? count_digits (text + end + joint, length - end - joint) : 0;
    if (digits == 0)
      return end > first ? end : 0;
    end += joint + digits;
  }
}

gsize
chn_docx_script_find_figures (const char *text, gsize length, gsize *n_figures)
{
  for (gsize at = 0; at < length;) {
    gsize digits = count_digits (text + at, length - at);
    *n_figures = digits > 0 ? measure_figures (text + at, length - at) : 0;
    if (*n_figures > 0)
      return at;
    at += MAX (digits, 1);
  }
  *n_figures = 0;
  return length;
}

ChnDocxScript
chn_docx_script_find_first (const char *text)
{
  ChnDocxScript script;
  chn_docx_script_find_end (text, &script);
  return script;
}

gboolean
chn_docx_script_has_right_to_left (const char *text)
{
  for (const char *at = text; *at;) {
    ChnDocxScript script;
    at += chn_docx_script_find_end (at, &script);
    if (script == CHN_DOCX_RIGHT_TO_LEFT)
      return TRUE;
  }
  return FALSE;
}

static GUnicodeScript
find_script (const char *text, gsize length)
{
  for (const char *at = text; at < text + length;) {
    int class;
    const char *next = step (at, &class);
    if (class != NO_LETTER)
      return g_unichar_get_script (g_utf8_get_char (at));
    at = next;
  }
  return G_UNICODE_SCRIPT_UNKNOWN;
}

/* Han alone may be Chinese or Japanese, Arabic script Arabic or Persian: the more widespread is named. */
const char *
chn_docx_script_get_language (const char *text, gsize length, ChnDocxScript script)
{
  static const struct {
    GUnicodeScript script;
    const char *language;
  } languages[] = {
    { G_UNICODE_SCRIPT_ARABIC, "w:bidi=\"ar-SA\"" },       { G_UNICODE_SCRIPT_HEBREW, "w:bidi=\"he-IL\"" },
    { G_UNICODE_SCRIPT_HANGUL, "w:eastAsia=\"ko-KR\"" },   { G_UNICODE_SCRIPT_HAN, "w:eastAsia=\"zh-CN\"" },
    { G_UNICODE_SCRIPT_HIRAGANA, "w:eastAsia=\"ja-JP\"" }, { G_UNICODE_SCRIPT_KATAKANA, "w:eastAsia=\"ja-JP\"" },
  };
  GUnicodeScript own = script == CHN_DOCX_WESTERN ? G_UNICODE_SCRIPT_UNKNOWN : find_script (text, length);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (languages[i].script == own)
      return languages[i].language;
  return NULL;
}
