/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Finds in what was typed what a row of a table of wordings describes, and makes of it what is written here. */
#include "query/wording.h"

#include <string.h>

#include "date/date.h"

/* A text longer than this was not typed. */
enum { LONGEST_TYPED = 2000 };

/* Two digits are a day, if they are anything of a date. */
enum { LEAST_DATE = 3 };

/* In our own quotes where it needs them, in no others. */
static char *
read_value (const char *text)
{
  gsize length = strlen (text);
  if (length < 2 || *text != '\'')
    return length > 0 ? g_strdup (text) : NULL;
  g_autofree char *inner = g_strndup (text + 1, length - 2);
  gboolean plain = *inner && inner[strcspn (inner, " \t\n()\",")] == '\0';
  return plain ? g_steal_pointer (&inner) : g_strdup_printf ("\"%s\"", inner);
}

static char *
read_text (const char *text)
{
  return g_strdup (text);
}

static char *
read_date (const char *text)
{
  g_autofree char *value = read_value (text);
  g_autofree char *bare = value ? g_strndup (value + (*value == '"'), strcspn (value + (*value == '"'), "\"")) : NULL;
  return bare ? chn_wording_dup_date (bare) : NULL;
}

static char *
read_pair (const char *text)
{
  return g_strdup_printf ("%02" G_GUINT64_FORMAT, g_ascii_strtoull (text, NULL, 10));
}

static char *
read_event (const char *text)
{
  return g_strdup (text + (*text == '@'));
}

/* The words of a pattern. */
static char *
read_pattern (const char *text)
{
  GString *out = g_string_new (NULL);
  for (const char *at = text; *at; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    if (g_unichar_isalnum (c) || c == '-')
      g_string_append_unichar (out, c);
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
  }
  g_strchomp (out->str);
  return g_string_free (out, *out->str == '\0');
}

/* What a pattern looks for, without the signs that say "anything". */
static char *
read_like (const char *text)
{
  static const char signs[] = "%*^$?'\"_.";
  const char *end = text + strlen (text);
  text += strspn (text, signs);
  while (end > text && strchr (signs, end[-1]))
    end--;
  g_autofree char *inner = g_strndup (text, (gsize) (end - text));
  g_strdelimit (inner, "%*?", ' ');
  if (*inner == '\0')
    return NULL;
  return strpbrk (inner, " ()\",") ? g_strdup_printf ("\"%s\"", inner) : g_steal_pointer (&inner);
}

/* Values between commas, as our lists have them. */
static char *
read_list (const char *text)
{
  g_auto (GStrv) parts = g_regex_split_simple ("[,;|]", text, 0, 0);
  for (guint i = 0; parts[i]; i++) {
    g_autofree char *part = g_steal_pointer (&parts[i]);
    parts[i] = read_value (g_strstrip (part));
    if (!parts[i])
      parts[i] = g_strdup ("");
  }
  return parts[0] && parts[1] ? g_strjoinv (",", parts) : NULL;
}

static char *
read_month (const char *text)
{
  g_autofree char *date = chn_date_dup_meant (text);
  return date && strlen (date) == 7 && g_ascii_isdigit (date[5]) && date[5] < '2' ? g_steal_pointer (&date) : NULL;
}

#define ITEM "[^\\s()\"',;|\\[\\]{}=<>]+"
#define QUOTED "\"[^\"]*\"|'[^']*'"

/* What varies in a wording, the longer of two names that begin alike first. */
static const ChnWordingBlank blanks[] = {
  { "VALUE", QUOTED "|\\([^()]*\\)|[^\\s()\"',;|&=<>~!]+", read_value, NULL },
  { "LIKE", QUOTED "|[^\\s()]+", read_like, NULL },
  { "LIST", "(?:" QUOTED "|" ITEM ")(?:\\s*[,;|]\\s*(?:" QUOTED "|" ITEM "))+", read_list, ",;|" },
  { "DATE", QUOTED "|[^\\s()\"',;|=<>~!]+?", read_date, NULL },
  { "WHEN", ".+?", read_date, NULL },
  { "MONTHLY", "[a-z]+\\.? \\d{4}|\\d{4}-\\d\\d", read_month, NULL },
  { "YMD", "\\d{4}(?:[/.]\\d{1,2}){1,2}", read_date, "/." },
  { "YEAR", "\\d{4}", read_text, NULL },
  { "MM", "\\d{1,2}", read_pair, NULL },
  { "DD", "\\d{1,2}", read_pair, NULL },
  { "Q", "[1-4]", read_text, NULL },
  { "N", "\\d{1,6}", read_text, NULL },
  { "EVENT", "@?[\\w./-]*\\w", read_event, NULL },
  { "PATTERN", "[^/\\s\"]+", read_pattern, NULL },
  { "WORD", "[\\w][\\w-]*", read_text, NULL },
  { "KEY", "[a-z-]*[a-z]", read_text, NULL },
  { "ANY", ".*?", read_text, NULL },
  { NULL, NULL, NULL, NULL },
};

static const ChnWordingBlank *
find_among (const ChnWordingBlank *among, const char *at)
{
  for (; among && among->name; among++) {
    if (*at != *among->name)
      continue;
    gsize length = strlen (among->name);
    if (strncmp (at, among->name, length) == 0 && !g_ascii_isupper (at[length]))
      return among;
  }
  return NULL;
}

static const ChnWordingBlank *
find_blank (const ChnWordingBlank *more, const char *at)
{
  const ChnWordingBlank *found = find_among (more, at);
  return found ? found : find_among (blanks, at);
}

/* The name of a blank at hand, which is of capitals, a 2 behind it included; 0 where none stands. */
static gsize
measure_blank (const ChnWordingBlank *more, const char *at)
{
  const ChnWordingBlank *blank = g_ascii_isupper (*at) ? find_blank (more, at) : NULL;
  gsize length = blank ? strlen (blank->name) : 0;
  return blank && at[length] == '2' ? length + 1 : length;
}

static gboolean
is_sign (char byte)
{
  return byte != '\0' && !g_ascii_isalnum (byte) && (guchar) byte < 0x80;
}

static void
append_literal (GString *out, const char *start, const char *at)
{
  char before = at > start ? at[-1] : '\0';
  if (*at == ' ')
    g_string_append (out, is_sign (before) || is_sign (at[1]) ? "\\s*" : "\\s+");
  else if (*at == ':' && g_ascii_isalnum (before))
    g_string_append (out, "\\s*(?::|==?)\\s*");
  else if (is_sign (*at))
    g_string_append_printf (out, "\\%c", *at);
  else if (g_ascii_isupper (*at))
    g_string_append_printf (out, "(?-i:%c)", *at);
  else
    g_string_append_c (out, *at);
}

/* Bytes of the wording are those of the pattern's groups, by name. The limit bounds the work on hostile text. */
static GRegex *
compile (const ChnWordingBlank *more, const char *typed, const char *begin, const char *end)
{
  g_autoptr (GString) out = g_string_new ("(*LIMIT_MATCH=20000)");
  g_string_append (out, begin);
  for (const char *at = typed; *at;) {
    gsize length = measure_blank (more, at);
    if (length > 0)
      g_string_append_printf (out, "(?<%.*s>%s)", (int) length, at, find_blank (more, at)->pattern);
    else
      append_literal (out, typed, at);
    at += MAX (length, 1);
  }
  g_string_append (out, end);
  return g_regex_new (out->str, G_REGEX_CASELESS, 0, NULL);
}

/* Patterns that were compiled, which takes longer than most matches do. */
typedef struct {
  GMutex mutex;
  GHashTable *patterns; /* the wording and what it is for -> GRegex */
} Compiled;

static gpointer
make_compiled (gpointer nothing)
{
  Compiled *compiled = g_new0 (Compiled, 1);
  (void) nothing;
  g_mutex_init (&compiled->mutex);
  compiled->patterns = g_hash_table_new (g_str_hash, g_str_equal);
  return compiled;
}

/* The same wordings are looked for in each query: tables are never changed, and have few rows. */
static GRegex *
ref_compiled (const ChnWordingBlank *more, const char *typed, const char *begin, const char *end)
{
  static GOnce once = G_ONCE_INIT;
  Compiled *compiled = g_once (&once, make_compiled, NULL);
  g_autofree char *key = g_strconcat (begin, more ? more->name : "", "\n", typed, NULL);
  g_mutex_lock (&compiled->mutex);
  GRegex *regex = g_hash_table_lookup (compiled->patterns, key);
  if (!regex) {
    regex = compile (more, typed, begin, end);
    g_hash_table_insert (compiled->patterns, g_steal_pointer (&key), regex);
  }
  g_mutex_unlock (&compiled->mutex);
  return g_regex_ref (regex);
}

/* What a group matched, as it stands in the text, which the masked text is as long as. */
static char *
read_group (const ChnWordingBlank *more, const GMatchInfo *match, const char *text, const char *name, gsize length)
{
  g_autofree char *group = g_strndup (name, length);
  int start = 0, end = 0;
  if (!g_match_info_fetch_named_pos (match, group, &start, &end) || start < 0)
    return NULL;
  g_autofree char *matched = g_strndup (text + start, (gsize) (end - start));
  return find_blank (more, name)->read (matched);
}

/* Every group must be readable, also those that what is written leaves out. */
static gboolean
are_readable (const ChnWordingBlank *more, const GMatchInfo *match, const char *text, const char *typed)
{
  for (const char *at = typed; *at;) {
    gsize length = measure_blank (more, at);
    g_autofree char *value = length > 0 ? read_group (more, match, text, at, length) : NULL;
    if (length > 0 && !value)
      return FALSE;
    at += MAX (length, 1);
  }
  return TRUE;
}

static char *
fill (const ChnWordingBlank *more, const GMatchInfo *match, const char *text, const char *written)
{
  GString *out = g_string_new (NULL);
  for (const char *at = written; *at;) {
    gsize length = measure_blank (more, at);
    g_autofree char *value = length > 0 ? read_group (more, match, text, at, length) : NULL;
    if (value)
      g_string_append (out, value);
    else
      g_string_append_c (out, *at);
    at += MAX (length, 1);
  }
  return g_string_free (out, FALSE);
}

/* Quoted text hides its bytes, so that nothing is found in it. */
static char *
dup_masked (const char *text)
{
  char *masked = g_strdup (strlen (text) <= LONGEST_TYPED ? text : "");
  gboolean inside = FALSE;
  for (char *at = masked; *at; at++) {
    if (*at == '"')
      inside = !inside;
    else if (inside)
      *at = 'x';
  }
  return masked;
}

static void
note_letter (char byte, ChnWordingLetters *letters)
{
  guchar letter = (guchar) g_ascii_tolower (byte);
  if (letter < 0x80)
    letters->half[letter >> 6] |= G_GUINT64_CONSTANT (1) << (letter & 63);
}

/* "=" stands for ":" in a wording. */
static ChnWordingLetters
find_letters (const char *text)
{
  ChnWordingLetters letters = { { 0 } };
  if (strchr (text, '='))
    note_letter (':', &letters);
  for (; *text; text++)
    note_letter (*text, &letters);
  return letters;
}

static gboolean
has_letter (const ChnWordingLetters *letters, char byte)
{
  guchar letter = (guchar) g_ascii_tolower (byte);
  return letter >= 0x80 || (letters->half[letter >> 6] >> (letter & 63) & 1);
}

/* Most texts lack a letter of a row, mostly one of the first, and are not looked through. Capitals may be a blank. */
static gboolean
has_letters_of (const ChnWordingText *where, const char *typed)
{
  for (const char *at = typed; *at; at++) {
    gboolean is_blank = g_ascii_isupper (*at) || (*at == '2' && at > typed && g_ascii_isupper (at[-1]));
    if (!is_blank && *at != ' ' && !has_letter (&where->letters, *at))
      return FALSE;
  }
  return TRUE;
}

/* Whether a piece of a row stands in a text, where its ends are ends of words as they are in the row. */
static gboolean
has_piece (const char *text, const char *typed, const char *piece, gsize length)
{
  const char firsts[] = { g_ascii_tolower (*piece), g_ascii_toupper (*piece), '\0' };
  gboolean begins = g_ascii_isalnum (*piece) && (piece == typed || piece[-1] == ' ');
  gboolean ends = g_ascii_isalnum (piece[length - 1]) && (piece[length] == '\0' || strchr (" :", piece[length]));
  for (const char *at = strpbrk (text, firsts); at; at = strpbrk (at + 1, firsts))
    if (g_ascii_strncasecmp (at, piece, length) == 0 && !(begins && at > text && g_ascii_isalnum (at[-1])) &&
        !(ends && g_ascii_isalnum (at[length])))
      return TRUE;
  return FALSE;
}

/* A row is looked for only where the signs and words stand that it cannot be without. */
static gboolean
may_stand_in (const ChnWordingBlank *more, const char *typed, const char *masked)
{
  for (const char *at = typed; *at;) {
    gsize blank = measure_blank (more, at), n = 0;
    const ChnWordingBlank *what = blank > 0 ? find_blank (more, at) : NULL;
    if ((what && what->signs && !strpbrk (masked, what->signs)) || (*at == ':' && !strpbrk (masked, ":=")))
      return FALSE;
    if (blank > 0 || *at == ' ' || *at == ':') {
      at += MAX (blank, 1);
      continue;
    }
    while (at[n] && at[n] != ' ' && at[n] != ':' && measure_blank (more, at + n) == 0)
      n++;
    if (!has_piece (masked, typed, at, n))
      return FALSE;
    at += n;
  }
  return TRUE;
}

/* Whether a place lies in a list of values, where nothing but values stands. */
static gboolean
is_in_list (const char *masked, gsize at)
{
  guint closed = 0;
  while (at-- > 0) {
    if (masked[at] == ')')
      closed++;
    else if (masked[at] == '(' && closed > 0)
      closed--;
    else if (masked[at] == '(')
      return at > 0 && strchr (":=", masked[at - 1]) &&
             !(at > 5 ? g_str_has_prefix (masked + at - 6, "maybe") : FALSE);
  }
  return FALSE;
}

static gboolean
take_match (const ChnWordingBlank *more, const ChnQueryIdiom *wording, const GMatchInfo *match, const char *masked,
            const char *text, ChnWordingFound *found)
{
  int start = 0, end = 0;
  g_match_info_fetch_pos (match, 0, &start, &end);
  if (is_in_list (masked, (gsize) start) || !are_readable (more, match, text, wording->typed))
    return FALSE;
  g_autofree char *replacement = fill (more, match, text, wording->written);
  gboolean same = strlen (replacement) == (gsize) (end - start) &&
                  g_ascii_strncasecmp (replacement, text + start, (gsize) (end - start)) == 0;
  if (same)
    return FALSE;
  *found = (ChnWordingFound){ (gsize) start, (gsize) (end - start), g_steal_pointer (&replacement),
                              wording->command ? fill (more, match, text, wording->command) : NULL };
  return TRUE;
}

void
chn_wording_text_init (ChnWordingText *where, const char *text, const ChnWordingBlank *more)
{
  *where = (ChnWordingText){ .text = text, .masked = dup_masked (text), .more = more };
  where->letters = find_letters (where->masked);
}

void
chn_wording_text_clear (ChnWordingText *where)
{
  g_clear_pointer (&where->masked, g_free);
}

gboolean
chn_wording_find (const ChnQueryIdiom *wording, const ChnWordingText *where, ChnWordingFound *found)
{
  const char *text = where->text, *masked = where->masked;
  const ChnWordingBlank *more = where->more;
  if (!has_letters_of (where, wording->typed) || !may_stand_in (more, wording->typed, masked))
    return FALSE;
  g_autoptr (GRegex) regex =
      ref_compiled (more, wording->typed, "(?:(?<![^\\s(])|(?<=\\s-)|(?<=^-)|(?<=\\(-))(?:", ")(?![^\\s)])");
  g_autoptr (GMatchInfo) match = NULL;
  gboolean taken = FALSE;
  g_regex_match (regex, masked, 0, &match);
  while (!taken && g_match_info_matches (match)) {
    taken = take_match (more, wording, match, masked, text, found);
    if (!taken)
      g_match_info_next (match, NULL);
  }
  return taken;
}

char *
chn_wording_dup_whole (const ChnQueryIdiom *wording, const char *text)
{
  const ChnWordingBlank *more = NULL;
  if (strlen (text) > LONGEST_TYPED || !may_stand_in (more, wording->typed, text))
    return NULL;
  g_autoptr (GRegex) regex = ref_compiled (more, wording->typed, "^(?:", ")$");
  g_autoptr (GMatchInfo) match = NULL;
  if (!g_regex_match (regex, text, 0, &match) || !are_readable (more, match, text, wording->typed))
    return NULL;
  return fill (more, match, text, wording->written);
}

char *
chn_wording_dup_date (const char *text)
{
  if (strlen (text) < LEAST_DATE)
    return NULL;
  static const char *const relatives[] = { "today", "this-month", "this-year" };
  for (guint i = 0; i < G_N_ELEMENTS (relatives); i++)
    if (g_str_has_prefix (text, relatives[i]))
      return g_strdup (text);
  return *text == '@' ? g_strdup (text) : chn_date_dup_meant (text);
}

void
chn_wording_found_clear (ChnWordingFound *found)
{
  g_clear_pointer (&found->replacement, g_free);
  g_clear_pointer (&found->command, g_free);
}
