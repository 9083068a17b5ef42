/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reads the end of a symbol of a series: the document, and what modifies it.
 *
 *   end      = [ part *( "/" part ) ] *( ( "/" | SP ) modifier [ "/" number ] | [ SP ] note )
 *   part     = [ word [ "." | SP ] ] number | word | year | other
 *   word     = "RES" | "DEC" | "INF" | "L" | "CRP" | "WP" | "PV" | "SR" | ...        in any case
 *   modifier = ( "Add" | "Corr" | "Rev" | "Amend" | "Part" ) [ "." | SP ] ( number | roman ) | "Annex" | "Summary"
 *   note     = "(" text ")"                                                "(Corrected)", "(Vol. I)"
 */
#include "model/symbol/document.h"

#include <string.h>

#include "model/symbol/roman.h"

typedef struct {
  const char *letters;
  const char *kind;
} Word;

/* What a word before a number says, in the series of all bodies. */
static const Word words[] = {
  { "RES", "resolution" },
  { "RESOLUTION", "resolution" },
  { "RESOLUTIONS", "resolution" },
  { "DEC", "decision" },
  { "DECISION", "decision" },
  { "DECISIONS", "decision" },
  { "DECL", "declaration" },
  { "PV", "verbatim-record" },
  { "SR", "summary-record" },
  { "OR", "summary-record" },
  { "REC", "record" },
  { "MIN", "minutes" },
  { "L", "limited" },
  { "CRP", "conference-room-paper" },
  { "WP", "working-paper" },
  { "INF", "information" },
  { "CIRC", "circular" },
  { "REP", "report" },
  { "NOTE", "note" },
  { "NGO", "ngo-statement" },
  { "NV", "note-verbale" },
  { "AGENDA", "agenda" },
};

typedef struct {
  const char *letters;
  const char *spelled;
  gboolean numbered;
} Modifier;

static const Modifier modifiers[] = {
  { "ADD", "Add.", TRUE },         { "CORR", "Corr.", TRUE }, { "REV", "Rev.", TRUE },
  { "AMEND", "Amend.", TRUE },     { "PART", "Part ", TRUE }, { "ANNEX", "Annex", FALSE },
  { "SUMMARY", "Summary", FALSE },
};

typedef struct {
  const char *text;
  gsize length;
} Slice;

static gsize
count_letters (Slice part)
{
  gsize n = 0;
  while (n < part.length && g_ascii_isalpha (part.text[n]))
    n++;
  return n;
}

/* Behind the letters: what a dot or blank parts from them. */
static Slice
after_letters (Slice part, gsize letters)
{
  gsize at = letters;
  while (at < part.length && (part.text[at] == '.' || part.text[at] == ' '))
    at++;
  return (Slice){ part.text + at, part.length - at };
}

static gboolean
is_digits (Slice slice)
{
  for (gsize i = 0; i < slice.length; i++)
    if (!g_ascii_isdigit (slice.text[i]))
      return FALSE;
  return slice.length > 0;
}

static gboolean
is_word (const char *word, Slice part, gsize letters)
{
  return strlen (word) == letters && g_ascii_strncasecmp (word, part.text, letters) == 0;
}

/* The canonical spelling of a modifier, NULL for anything else. */
static char *
spell_modifier (Slice part)
{
  gsize letters = count_letters (part);
  Slice number = after_letters (part, letters);
  for (gsize i = 0; i < G_N_ELEMENTS (modifiers); i++) {
    if (!is_word (modifiers[i].letters, part, letters))
      continue;
    if (!modifiers[i].numbered)
      return number.length == 0 ? g_strdup (modifiers[i].spelled) : NULL;
    if (!is_digits (number) && chn_roman_parse (number.text, number.length) == 0)
      return NULL;
    g_autofree char *upper = g_ascii_strup (number.text, (gssize) number.length);
    return g_strconcat (modifiers[i].spelled, upper, NULL);
  }
  return NULL;
}

static void
take_kind (ChnDocumentReading *reading, Slice part)
{
  gsize letters = count_letters (part);
  for (gsize i = 0; i < G_N_ELEMENTS (words) && !reading->kind; i++)
    if (is_word (words[i].letters, part, letters))
      reading->kind = words[i].kind;
}

/* From its first digit on: 1 of DEC.1, 8-A. */
static void
take_number (ChnDocumentReading *reading, Slice part)
{
  gsize at = 0;
  while (at < part.length && !g_ascii_isdigit (part.text[at]))
    at++;
  if (at < part.length)
    g_strlcpy (reading->number, part.text + at, MIN (sizeof reading->number, part.length - at + 1));
}

static gboolean
is_year (const ChnDocumentReading *reading, Slice part, gboolean is_last)
{
  enum { DIGITS = 4, FIRST_YEAR = 1945, LAST_YEAR = 2199 };
  if (is_last || reading->year != 0 || reading->number[0] || part.length != DIGITS || !is_digits (part))
    return FALSE;
  gint64 year = g_ascii_strtoll (part.text, NULL, 10);
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

static void
spell_part (ChnDocumentReading *reading, Slice part)
{
  g_autofree char *upper = reading->capitals ? g_ascii_strup (part.text, (gssize) part.length) : NULL;
  g_string_append_len (reading->text, upper ? upper : part.text, (gssize) part.length);
}

static void
take_part (ChnDocumentReading *reading, Slice part, gboolean is_last)
{
  take_kind (reading, part);
  if (is_year (reading, part, is_last))
    reading->year = (int) g_ascii_strtoll (part.text, NULL, 10);
  else
    take_number (reading, part);
  spell_part (reading, part);
}

/* The brackets at the end of a part, "(Vol. I)", without which it is given back. */
static Slice
split_note (Slice part, Slice *note)
{
  *note = (Slice){ NULL, 0 };
  const char *open =
      part.length > 0 && part.text[part.length - 1] == ')' ? memchr (part.text, '(', part.length) : NULL;
  gsize length = open ? (gsize) (open - part.text) : part.length;
  while (open && length > 0 && part.text[length - 1] == ' ')
    length--;
  if (open)
    *note = (Slice){ open + 1, part.length - (gsize) (open - part.text) - 2 };
  return (Slice){ part.text, length };
}

/* "(Vol. I)": the blank behind the dot, which cleaning took. */
static char *
spell_note (Slice note)
{
  GString *out = g_string_new (NULL);
  for (gsize i = 0; i < note.length; i++) {
    g_string_append_c (out, note.text[i]);
    if (note.text[i] == '.' && i > 2 && i + 1 < note.length && g_ascii_isalnum (note.text[i + 1]))
      g_string_append_c (out, ' ');
  }
  return g_string_free (out, FALSE);
}

static void
end_base (ChnDocumentReading *reading)
{
  if (reading->base->len == 0)
    g_string_append (reading->base, reading->text->str);
}

static void
take_note (ChnDocumentReading *reading, Slice note)
{
  g_autofree char *text = spell_note (note);
  end_base (reading);
  g_string_append_printf (reading->text, " (%s)", text);
  g_ptr_array_add (reading->modifiers, g_steal_pointer (&text));
}

static void
take_modifier (ChnDocumentReading *reading, char *modifier, const char *slash)
{
  end_base (reading);
  g_string_append_printf (reading->text, "%s%s", slash, modifier);
  g_ptr_array_add (reading->modifiers, modifier);
}

static Slice
find_part (const char *at)
{
  return (Slice){ at, strcspn (at, "/") };
}

/* Whether nothing but modifiers follows a part. */
static gboolean
ends_document (Slice part)
{
  const char *end = part.text + part.length;
  if (*end == '\0')
    return TRUE;
  Slice note, next = split_note (find_part (end + 1), &note);
  g_autofree char *modifier = spell_modifier (next);
  return modifier != NULL;
}

/* A modifier behind a blank, "A76/7 Rev.1", and what stands before it; NULL where there is none. */
static char *
split_modifier (Slice *part)
{
  gsize at = part->length;
  for (gsize blanks = 0; at > 1 && blanks < 2; at--) {
    if (part->text[at - 1] != ' ')
      continue;
    char *modifier = spell_modifier ((Slice){ part->text + at, part->length - at });
    if (modifier && part->text[at - 2] != ')') {
      part->length = at - 1;
      return modifier;
    }
    g_free (modifier);
    blanks++;
  }
  return NULL;
}

static void
take_document_part (ChnDocumentReading *reading, Slice part, const char *slash, gboolean is_last)
{
  char *modifier = is_last ? split_modifier (&part) : NULL;
  g_string_append (reading->text, slash);
  take_part (reading, part, is_last);
  if (modifier)
    take_modifier (reading, modifier, " ");
}

/* One part between slashes, FALSE where it cannot stand there. */
static gboolean
read_part (ChnDocumentReading *reading, Slice part, const char *slash, gboolean is_first)
{
  gboolean is_last = ends_document (part), has_base = reading->base->len > 0;
  Slice note = { NULL, 0 }, plain = is_last ? split_note (part, &note) : part;
  char *modifier = is_first ? NULL : spell_modifier (plain);
  if (!modifier && has_base && reading->modifiers->len > 0 && is_digits (plain))
    modifier = g_strndup (plain.text, plain.length); /* a number within an addition: Add.2/19 */
  if (modifier)
    take_modifier (reading, modifier, slash);
  else if (plain.length > 0 && !has_base)
    take_document_part (reading, plain, slash, is_last);
  else if (plain.length > 0 || *slash || !note.text)
    return FALSE;
  if (note.text)
    take_note (reading, note);
  return TRUE;
}

static gboolean
is_allowed (const char *rest)
{
  int depth = 0;
  for (const char *at = rest; *at; at++) {
    if (!g_ascii_isalnum (*at) && !strchr ("./ ()_,'&:+-", *at))
      return FALSE;
    depth += *at == '(' ? 1 : *at == ')' ? -1 : 0;
    if (depth < 0 || depth > 1 || (*at == '/' && (at[1] == '\0' || at[1] == '/' || depth > 0)))
      return FALSE;
  }
  return depth == 0;
}

gboolean
chn_document_read (const char *rest, gboolean takes_document, ChnDocumentReading *reading)
{
  if (!is_allowed (rest) || (takes_document && (*rest == '\0' || strchr ("/(", *rest))))
    return FALSE;
  if (!takes_document && *rest != '\0' && !strchr ("/(", *rest))
    return FALSE;
  if (!takes_document)
    end_base (reading);
  const char *slash = *rest == '/' ? "/" : "";
  gboolean is_first = takes_document;
  for (const char *at = rest + strlen (slash); *at != '\0'; slash = "/", is_first = FALSE) {
    Slice part = find_part (at);
    if (!read_part (reading, part, slash, is_first))
      return FALSE;
    at += part.length + (at[part.length] == '/');
  }
  end_base (reading);
  return TRUE;
}
