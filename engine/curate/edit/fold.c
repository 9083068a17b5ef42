/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A text on several lines, of which some change (YAML 1.1, 8.2 and 9.1; 1.2.2, 7.3 and 8.1):
 *
 *   literal = "|" [header] *( newline indent line )
 *   folded  = ">" [header] *( newline indent line )    a line break is a blank, n + 1 of them are n newlines
 *   flow    = [quote] line *( newline blanks line ) [quote]    the same
 *
 * Lines from the first on, and from the last back, stand as long as the new text goes like them; what is between
 * becomes new lines. What comes of it is read again, so a text of an odd shape is told rather than spoilt.
 */
#include "curate/edit/fold.h"

#include <string.h>

enum { WIDTH = 78 };

typedef struct {
  char *text;  /* what the line says */
  guint empty; /* lines behind it that say nothing */
} Line;

typedef struct {
  GArray *lines; /* Line */
  gsize width;   /* of the longest */
  guint indent;  /* of every line but the first of a flow text */
  char quote;    /* around it, or NUL */
  gboolean block;
} Folded;

static void
line_clear (gpointer line)
{
  g_free (((Line *) line)->text);
}

static gboolean
is_block (const ChnTree *text)
{
  return text->style == YAML_LITERAL_SCALAR_STYLE || text->style == YAML_FOLDED_SCALAR_STYLE;
}

/* The lines of a piece of a file, without what ends them. */
static char **
split (const char *bytes, gsize length)
{
  g_autofree char *raw = g_strndup (bytes, length);
  g_auto (GStrv) parts = g_strsplit (raw, "\r\n", -1);
  g_autofree char *joined = g_strjoinv ("\n", parts);
  return g_strsplit (joined, "\n", -1);
}

static guint
count_blanks (const char *line)
{
  return (guint) strspn (line, " ");
}

/* The indentation of the first line that says something. */
static guint
find_indent (char **lines)
{
  for (guint i = 1; lines[0] && lines[i]; i++)
    if (lines[i][count_blanks (lines[i])] != '\0')
      return count_blanks (lines[i]);
  return 0;
}

static char *
unquote (const char *line, char quote)
{
  g_auto (GStrv) pieces = quote == '\'' ? g_strsplit (line, "''", -1) : NULL;
  return pieces ? g_strjoinv ("'", pieces) : g_strdup (line);
}

/* FALSE for what does not simply fold: lines that are indented more, escapes. */
static gboolean
add_line (Folded *folded, const char *raw, gboolean first)
{
  const char *line = first ? raw : raw + MIN (strlen (raw), folded->block ? folded->indent : count_blanks (raw));
  if (line[strspn (line, " \t")] == '\0') {
    if (folded->lines->len > 0)
      g_array_index (folded->lines, Line, folded->lines->len - 1).empty++;
    return folded->lines->len > 0;
  }
  if (g_ascii_isspace (line[0]) || (folded->quote == '"' && strchr (line, '\\')))
    return FALSE;
  Line made = { unquote (line, folded->quote), 0 };
  folded->width = MAX (folded->width, strlen (made.text));
  g_array_append_val (folded->lines, made);
  return TRUE;
}

static gboolean
read_lines (Folded *folded, char **raw)
{
  guint first = folded->block ? 1 : 0;
  for (guint i = first; raw[i]; i++) {
    if (!folded->block)
      g_strchomp (raw[i]);
    if (!add_line (folded, raw[i], !folded->block && i == 0))
      return FALSE;
  }
  return folded->lines->len > 0;
}

/* What stands between a line and the next in the text. */
static void
append_break (GString *out, const Line *line)
{
  if (line->empty == 0)
    g_string_append_c (out, ' ');
  for (guint i = 0; i < line->empty; i++)
    g_string_append_c (out, '\n');
}

/* How many lines stand from the first on; `taken` is how much of the text they are. */
static guint
count_before (const Folded *folded, const char *text, gsize *taken)
{
  guint n = 0;
  for (*taken = 0; n + 1 < folded->lines->len; n++) {
    const Line *line = &g_array_index (folded->lines, Line, n);
    g_autoptr (GString) said = g_string_new (line->text);
    append_break (said, line);
    if (strncmp (text + *taken, said->str, said->len) != 0)
      break;
    *taken += said->len;
  }
  return n;
}

/* How many stand from the last back; `end` is where they begin in the text, with the break before them. */
static guint
count_behind (const Folded *folded, const char *text, guint before, gsize taken, gsize *end)
{
  guint n = 0;
  for (*end = strlen (text); before + n + 1 < folded->lines->len; n++) {
    guint index = folded->lines->len - 1 - n;
    g_autoptr (GString) said = g_string_new (NULL);
    append_break (said, &g_array_index (folded->lines, Line, index - 1));
    g_string_append (said, g_array_index (folded->lines, Line, index).text);
    if (*end < taken + said->len || strncmp (text + *end - said->len, said->str, said->len) != 0)
      break;
    *end -= said->len;
  }
  return n;
}

static void
put_line (GString *out, const Folded *folded, const char *text, gsize length)
{
  if (out->len > (folded->quote ? 1 : 0))
    g_string_append_printf (out, "\n%*s", (int) folded->indent, "");
  for (gsize i = 0; i < length; i++)
    g_string_append_printf (out, text[i] == '\'' && folded->quote == '\'' ? "''" : "%c", text[i]);
}

static void
put_empty (GString *out, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (out, '\n');
}

static void
put_lines (GString *out, const Folded *folded, guint from, guint to)
{
  for (guint i = from; i < to; i++) {
    const Line *line = &g_array_index (folded->lines, Line, i);
    put_line (out, folded, line->text, strlen (line->text));
    if (i + 1 < to)
      put_empty (out, line->empty);
  }
}

/* Where a line of new text ends: before its width is used up, between two words. */
static gsize
find_end (const char *text, gsize width)
{
  gsize all = strcspn (text, "\n"), end = 0;
  for (gsize i = 1; i < all; i++)
    if (text[i] == ' ' && text[i - 1] != ' ' && text[i + 1] != ' ' && text[i + 1] != '\n' && (i <= width || end == 0))
      end = i;
  return all <= width || end == 0 ? all : end;
}

static void
put_new (GString *out, const Folded *folded, const char *text)
{
  gsize width = MAX (folded->width, WIDTH);
  while (*text) {
    gsize end = find_end (text, width), breaks = strspn (text + end, "\n");
    put_line (out, folded, text, end);
    put_empty (out, (guint) breaks);
    text += end + (breaks > 0 ? breaks : text[end] == ' ' ? 1 : 0);
  }
}

static void
put_body (GString *out, const Folded *folded, const char *text)
{
  gsize taken = 0, end = 0;
  guint before = count_before (folded, text, &taken), behind = count_behind (folded, text, before, taken, &end);
  guint n = folded->lines->len;
  g_autofree char *middle = g_strndup (text + taken, end - taken);
  put_lines (out, folded, 0, before);
  if (before > 0)
    put_empty (out, g_array_index (folded->lines, Line, before - 1).empty);
  put_new (out, folded, middle);
  if (behind > 0)
    put_empty (out, g_array_index (folded->lines, Line, n - behind - 1).empty);
  put_lines (out, folded, n - behind, n);
}

static void
put_literal (GString *out, guint indent, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    g_string_append_printf (out, "\n%*s%s", *lines[i] ? (int) indent : 0, "", lines[i]);
}

/* The line that begins with | or >, which says what becomes of the last line break; NULL for what is not done. */
static char *
make_header (const char *line, const char *text)
{
  gsize length = strcspn (line, " \t#");
  gboolean ends = g_str_has_suffix (text, "\n");
  g_autoptr (GString) header = g_string_new (line);
  if (memchr (line, '+', length) || g_str_has_suffix (text, "\n\n"))
    return NULL;
  char *strips = memchr (header->str, '-', length);
  if (ends && strips)
    g_string_erase (header, strips - header->str, 1);
  else if (!ends && !strips)
    g_string_insert_c (header, (gssize) length, '-');
  return g_strdup (header->str);
}

static gboolean
says (const char *raw, const char *text)
{
  g_autoptr (ChnArena) arena = chn_arena_new ();
  g_autofree char *file = g_strdup_printf ("k: %s\n", raw);
  const ChnTree *root = chn_tree_parse (file, strlen (file), arena);
  const ChnTree *key = root ? chn_tree_find (root, "k", NULL) : NULL;
  return key && root->n == 1 && key->next->kind == CHN_TREE_TEXT && strcmp (key->next->text, text) == 0;
}

static char *
make_block (char **raw, const ChnTree *old, Folded *folded, const char *text)
{
  g_autofree char *header = make_header (raw[0], text);
  g_autofree char *body = g_strdup (text);
  if (!header)
    return NULL;
  if (g_str_has_suffix (body, "\n"))
    body[strlen (body) - 1] = '\0';
  GString *out = g_string_new (header);
  if (old->style == YAML_LITERAL_SCALAR_STYLE)
    put_literal (out, folded->indent, body);
  else
    put_body (out, folded, body);
  return g_string_free (out, FALSE);
}

static char *
make_flow (const Folded *folded, const char *text)
{
  GString *out = g_string_new (NULL);
  if (folded->quote)
    g_string_append_c (out, folded->quote);
  put_body (out, folded, text);
  if (folded->quote)
    g_string_append_c (out, folded->quote);
  return g_string_free (out, FALSE);
}

char *
chn_fold_again (const char *bytes, const ChnTree *old, const char *text)
{
  gboolean block = is_block (old), literal = old->style == YAML_LITERAL_SCALAR_STYLE;
  char quote = block || old->style == YAML_PLAIN_SCALAR_STYLE ? '\0' : bytes[old->start];
  gsize inset = quote ? 1 : 0;
  g_auto (GStrv) raw = split (bytes + old->start + inset, old->end - old->start - 2 * inset);
  if (!raw[0] || !raw[1])
    return NULL;
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (lines, line_clear);
  Folded folded = { lines, 0, find_indent (raw), quote, block };
  if (!literal && !read_lines (&folded, raw))
    return NULL;
  g_autofree char *made = block ? make_block (raw, old, &folded, text) : make_flow (&folded, text);
  return made && says (made, text) ? g_steal_pointer (&made) : NULL;
}
