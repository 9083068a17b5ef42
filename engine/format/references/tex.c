/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The little of TeX that bibliographies have:
 *
 *   text    = *( char / "{" text "}" / command / "~" / "--" / "---" )
 *   command = "\" ( accent [ "{" ] char [ "}" ] / 1*LETTER / char )
 */
#include "format/references/tex.h"

#include <string.h>

#include "base/guard.h"

/* A combining mark for each accent. */
static const struct {
  char command;
  const char *mark;
} accents[] = {
  { '`', "\u0300" }, { '\'', "\u0301" }, { '^', "\u0302" }, { '~', "\u0303" }, { '=', "\u0304" },
  { 'u', "\u0306" }, { '.', "\u0307" },  { '"', "\u0308" }, { 'r', "\u030A" }, { 'H', "\u030B" },
  { 'v', "\u030C" }, { 'c', "\u0327" },  { 'k', "\u0328" }, { 'd', "\u0323" },
};

static const struct {
  const char *command;
  const char *text;
} letters[] = {
  { "ss", "ß" },
  { "ae", "æ" },
  { "AE", "Æ" },
  { "oe", "œ" },
  { "OE", "Œ" },
  { "aa", "å" },
  { "AA", "Å" },
  { "o", "ø" },
  { "O", "Ø" },
  { "l", "ł" },
  { "L", "Ł" },
  { "i", "i" },
  { "j", "j" },
  { "textendash", "–" },
  { "textemdash", "—" },
  { "textquoteright", "’" },
  { "textquoteleft", "‘" },
  { "dots", "…" },
  { "ldots", "…" },
  { "textbackslash", "\\" },
  { "textasciitilde", "~" },
  { "textasciicircum", "^" },
  { "S", "§" },
};

static const char *
find_mark (char command)
{
  for (guint i = 0; i < G_N_ELEMENTS (accents); i++)
    if (accents[i].command == command)
      return accents[i].mark;
  return NULL;
}

/* The letter under an accent, in braces or not, behind blanks or not; its mark comes behind it. Over nothing a sign
 * is itself: "\~{}" is how addresses have a tilde. */
static const char *
append_accented (GString *out, const char *at, const char *mark)
{
  char sign = *at++;
  while (*at == ' ' || *at == '{')
    at++;
  if (*at == '\\' && (at[1] == 'i' || at[1] == 'j'))
    at++;
  if (!*at || *at == '}') {
    g_string_append_len (out, &sign, g_ascii_isalpha (sign) ? 0 : 1);
    return *at ? at + 1 : at;
  }
  const char *next = g_utf8_next_char (at);
  g_string_append_len (out, at, next - at);
  g_string_append (out, mark);
  return *next == '}' ? next + 1 : next;
}

/* A command of letters; one that is not known goes, and what it is about stays. */
static const char *
append_word (GString *out, const char *at)
{
  gsize length = 0;
  while (g_ascii_isalpha (at[length]))
    length++;
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (strlen (letters[i].command) == length && memcmp (letters[i].command, at, length) == 0)
      g_string_append (out, letters[i].text);
  at += length;
  while (*at == ' ')
    at++;
  return g_str_has_prefix (at, "{}") ? at + 2 : at;
}

static const char *
append_command (GString *out, const char *at)
{
  const char *mark = find_mark (*at);
  gboolean is_word = g_ascii_isalpha (*at) && g_ascii_isalpha (at[1]);
  if (mark && !is_word && (!g_ascii_isalpha (*at) || at[1] == '{' || at[1] == ' '))
    return append_accented (out, at, mark);
  if (g_ascii_isalpha (*at))
    return append_word (out, at);
  if (!*at)
    return at;
  const char *next = g_utf8_next_char (at);
  g_string_append_len (out, at, next - at);
  return next;
}

char *
chn_tex_dup_text (const char *tex)
{
  g_autoptr (GString) out = g_string_new (NULL);
  for (const char *at = tex; *at;) {
    if (*at == '\\') {
      at = append_command (out, at + 1);
    } else if (*at == '{' || *at == '}') {
      at++;
    } else if (g_ascii_isspace (*at) || *at == '~') {
      if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
      at++;
    } else if (g_str_has_prefix (at, "--")) {
      g_string_append (out, at[2] == '-' ? "—" : "–");
      at += at[2] == '-' ? 3 : 2;
    } else {
      g_string_append_c (out, *at++);
    }
  }
  char *composed = g_utf8_normalize (out->str, -1, G_NORMALIZE_NFC);
  return composed ? g_strchomp (composed) : g_strdup (out->str);
}

void
chn_tex_append (GString *out, const char *text)
{
  static const struct {
    char sign;
    const char *written;
  } signs[] = { { '\\', "\\textbackslash{}" },
                { '~', "\\textasciitilde{}" },
                { '^', "\\textasciicircum{}" },
                { '{', "\\{" },
                { '}', "\\}" },
                { '&', "\\&" },
                { '%', "\\%" },
                { '$', "\\$" },
                { '#', "\\#" },
                { '_', "\\_" },
                { '\n', " " } };
  g_autofree char *visible = chn_guard_dup_visible (text, -1, TRUE);
  for (text = visible; *text; text++) {
    const char *written = NULL;
    for (guint i = 0; i < G_N_ELEMENTS (signs) && !written; i++)
      if (signs[i].sign == *text)
        written = signs[i].written;
    if (written)
      g_string_append (out, written);
    else if (*text == '-' && text[1] == '-')
      g_string_append (out, "-{}"); /* two hyphens that are no dash */
    else
      g_string_append_c (out, *text);
  }
}
