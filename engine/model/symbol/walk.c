/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Gives each part of a document symbol its meaning from where it stands. */
#include "model/symbol/walk.h"

#include <string.h>

#include "base/append.h"
#include "base/error.h"
#include "model/symbol/roman.h"

enum { FIRST_YEAR = 1945, LAST_YEAR = 2199, LAST_ROMAN_SESSION = 30, LAST_SESSION = 199, FIRST_COUNCIL_YEAR = 1994 };

const ChnPart *
chn_walk_get_part (const ChnSymbolWalk *walk)
{
  return &walk->scan->parts[walk->at];
}

gboolean
chn_walk_fail (const ChnSymbolWalk *walk, ChnError code, GError **error, const char *expected)
{
  const ChnPart *part = chn_walk_get_part (walk);
  chn_error_set_at (error, code, part->offset, part->length, NULL, "found \"%s\" in a document symbol, expected %s",
                    part->head, expected);
  return FALSE;
}

static gboolean
is_modifier (const ChnPart *part)
{
  return part->word && part->word->role == CHN_WORD_MODIFIER && (part->number != NULL || !part->word->dotted);
}

/* Whether a part follows that is the document's and not a modifier. */
static gboolean
has_more (const ChnSymbolWalk *walk)
{
  return walk->at + 1 < walk->scan->n_parts && !is_modifier (chn_walk_get_part (walk) + 1);
}

static gboolean
is_year (const ChnPart *part)
{
  gint64 year = strlen (part->head) == 4 ? g_ascii_strtoll (part->head, NULL, 10) : 0;
  return part->class == CHN_PART_NUMBER && year >= FIRST_YEAR && year <= LAST_YEAR;
}

void
chn_walk_take_modifier (ChnSymbolWalk *walk, const char *prefix, const char *text)
{
  if (walk->modifiers)
    g_ptr_array_add (walk->modifiers, g_strconcat (prefix, text, NULL));
}

/* Whether sessions and years stand in one place, and only their size tells which. */
static gboolean
counts_both (ChnNumbering numbering)
{
  return numbering == CHN_NUMBERING_TREATY || numbering == CHN_NUMBERING_SESSION;
}

/* Whether a number here is a session: more of the document follows, and the organ counts sessions. */
static gboolean
is_session (const ChnSymbolWalk *walk)
{
  const ChnPart *part = chn_walk_get_part (walk);
  ChnNumbering numbering = walk->organ->numbering;
  gboolean counts = numbering == CHN_NUMBERING_ASSEMBLY || numbering == CHN_NUMBERING_HRC ||
                    numbering == CHN_NUMBERING_UPR || counts_both (numbering);
  return counts && !walk->symbol->session && !walk->symbol->number && !part->year && !part->roman[0] &&
         part->class == CHN_PART_NUMBER && has_more (walk) && !(counts_both (numbering) && is_year (part));
}

static gboolean
take_session (ChnSymbolWalk *walk, GError **error)
{
  const ChnPart *part = chn_walk_get_part (walk);
  gint64 session = part->class == CHN_PART_NUMBER ? g_ascii_strtoll (part->head, NULL, 10) : 1;
  if (session < 1 || session > LAST_SESSION)
    return chn_walk_fail (walk, CHN_ERROR_RANGE, error, "a session from 1 to 199");
  gboolean assembly = walk->organ->numbering == CHN_NUMBERING_ASSEMBLY;
  if (assembly && walk->adopted && part->class == CHN_PART_NUMBER && session <= LAST_ROMAN_SESSION)
    return chn_walk_fail (walk, CHN_ERROR_RANGE, error,
                          "a session of the General Assembly from 31, or an earlier one as (XXV)");
  walk->symbol->session = g_strdup (part->head);
  return TRUE;
}

static gboolean
takes_year (const ChnSymbolWalk *walk)
{
  const ChnPart *part = chn_walk_get_part (walk);
  ChnNumbering numbering = walk->organ->numbering;
  if (walk->symbol->year || !is_year (part))
    return FALSE;
  if (counts_both (numbering))
    return walk->symbol->number != NULL || (has_more (walk) && !walk->series);
  return (numbering == CHN_NUMBERING_COUNCIL || numbering == CHN_NUMBERING_YEAR || numbering == CHN_NUMBERING_FREE) &&
         !walk->symbol->number && has_more (walk);
}

static gboolean
take_year (ChnSymbolWalk *walk, GError **error)
{
  int year = (int) g_ascii_strtoll (chn_walk_get_part (walk)->head, NULL, 10);
  gboolean council = walk->organ->numbering == CHN_NUMBERING_COUNCIL;
  if (council && year < FIRST_COUNCIL_YEAR)
    return chn_walk_fail (walk, CHN_ERROR_RANGE, error,
                          "a year from 1994, when the Security Council began to use them");
  if (council && g_strcmp0 (walk->symbol->kind, "resolution") == 0)
    return chn_walk_fail (walk, CHN_ERROR_SYNTAX, error,
                          "the number of a resolution, its year behind it in brackets");
  walk->symbol->year = year;
  return TRUE;
}

static gboolean
take_bracket (ChnSymbolWalk *walk, GError **error)
{
  const ChnPart *part = chn_walk_get_part (walk);
  gboolean resolution = g_strcmp0 (walk->symbol->kind, "resolution") == 0;
  ChnNumbering numbering = walk->organ->numbering;
  if (part->year && (!resolution || numbering != CHN_NUMBERING_COUNCIL))
    return chn_walk_fail (walk, CHN_ERROR_SYNTAX, error, "a year in brackets after the number of S/RES only");
  if (part->year && (part->year < FIRST_YEAR + 1 || part->year > LAST_YEAR))
    return chn_walk_fail (walk, CHN_ERROR_RANGE, error, "a year from 1946 to 2199");
  if (part->year)
    walk->symbol->year = part->year;
  if (!part->roman[0])
    return TRUE;
  if (walk->symbol->session || numbering == CHN_NUMBERING_COUNCIL || numbering == CHN_NUMBERING_HRC)
    return chn_walk_fail (walk, CHN_ERROR_SYNTAX, error, "no Roman session");
  gint64 session = g_ascii_isdigit (part->session[0]) ? g_ascii_strtoll (part->session, NULL, 10) : 1;
  if (numbering == CHN_NUMBERING_ASSEMBLY && session > LAST_ROMAN_SESSION)
    return chn_walk_fail (walk, CHN_ERROR_RANGE, error,
                          "a Roman session of the General Assembly up to its thirtieth");
  walk->symbol->session = g_strdup (part->session);
  walk->roman = TRUE;
  return TRUE;
}

static gboolean
take_number (ChnSymbolWalk *walk, GError **error)
{
  const ChnPart *part = chn_walk_get_part (walk);
  if (walk->symbol->number && walk->organ->numbering != CHN_NUMBERING_TREATY &&
      walk->organ->numbering != CHN_NUMBERING_FREE)
    return chn_walk_fail (walk, CHN_ERROR_SYNTAX, error, "a modifier such as Add.1, Corr.1 or Rev.1, or the end");
  g_free (walk->symbol->number);
  walk->symbol->number = g_strdup (part->number);
  return take_bracket (walk, error);
}

static gboolean
place_number (ChnSymbolWalk *walk, GError **error)
{
  if (is_session (walk))
    return take_session (walk, error);
  if (takes_year (walk))
    return take_year (walk, error);
  return take_number (walk, error);
}

static gboolean
place_session (ChnSymbolWalk *walk, GError **error)
{
  if (walk->symbol->session || walk->symbol->number || walk->organ->numbering == CHN_NUMBERING_COUNCIL)
    return chn_walk_fail (walk, CHN_ERROR_SYNTAX, error, "a number");
  return take_session (walk, error);
}

static gboolean
place_modifier (ChnSymbolWalk *walk, GError **error)
{
  const ChnPart *part = chn_walk_get_part (walk);
  if (!walk->symbol->number && !(walk->country && walk->series))
    return chn_walk_fail (walk, CHN_ERROR_SYNTAX, error, "the number of the document first");
  if (part->word->dotted && !part->number)
    return chn_walk_fail (walk, CHN_ERROR_SYNTAX, error, "a dot and a number after it");
  walk->modified = TRUE;
  chn_walk_take_modifier (walk, "", part->head);
  return TRUE;
}

static gboolean
is_adopted (const char *kind)
{
  static const char *const kinds[] = { "resolution", "decision", "presidential-statement", NULL };
  return g_strv_contains (kinds, kind);
}

static gboolean
place_series (ChnSymbolWalk *walk, GError **error)
{
  const ChnPart *part = chn_walk_get_part (walk);
  if (part->word->dotted && !part->number)
    return chn_walk_fail (walk, CHN_ERROR_SYNTAX, error, "a dot and a number after it");
  if (walk->symbol->number)
    return chn_walk_fail (walk, CHN_ERROR_SYNTAX, error, "a modifier such as Add.1, Corr.1 or Rev.1, or the end");
  if (is_adopted (part->word->kind) && walk->symbol->session)
    return chn_walk_fail (walk, CHN_ERROR_SYNTAX, error, "it before the session");
  walk->symbol->kind = part->word->kind;
  walk->series = TRUE;
  walk->adopted = walk->adopted || is_adopted (part->word->kind);
  return part->number ? take_number (walk, error) : TRUE;
}

static gboolean
place_body (ChnSymbolWalk *walk, GError **error)
{
  if (walk->symbol->number)
    return chn_walk_fail (walk, CHN_ERROR_SYNTAX, error, "a modifier such as Add.1, Corr.1 or Rev.1, or the end");
  gboolean lenient = counts_both (walk->organ->numbering) || walk->organ->numbering == CHN_NUMBERING_FREE;
  if (chn_walk_get_part (walk)->word->dotted && !chn_walk_get_part (walk)->number && !lenient)
    return chn_walk_fail (walk, CHN_ERROR_SYNTAX, error, "a dot and a number after it");
  return TRUE;
}

static gboolean
takes_any_word (ChnNumbering numbering)
{
  return numbering == CHN_NUMBERING_YEAR || counts_both (numbering) || numbering == CHN_NUMBERING_FREE;
}

static gboolean
is_country (const ChnSymbolWalk *walk)
{
  const ChnPart *part = chn_walk_get_part (walk);
  ChnNumbering numbering = walk->organ->numbering;
  return part->class == CHN_PART_WORD && strlen (part->head) == 3 &&
         (numbering == CHN_NUMBERING_UPR || numbering == CHN_NUMBERING_TREATY);
}

/* A session that a committee counts in Roman: CAT/C/XXXI. No code of a country is such a number below a hundred. */
static gboolean
take_roman_session (ChnSymbolWalk *walk)
{
  enum { MOST = 99 };
  const ChnPart *part = chn_walk_get_part (walk);
  int session = part->class == CHN_PART_WORD ? chn_roman_parse (part->head, strlen (part->head)) : 0;
  if (walk->organ->numbering != CHN_NUMBERING_TREATY || walk->symbol->session || session < 1 || session > MOST)
    return FALSE;
  walk->symbol->session = g_strdup_printf ("%d", session);
  return TRUE;
}

static gboolean
place_unknown (ChnSymbolWalk *walk, GError **error)
{
  const ChnPart *part = chn_walk_get_part (walk);
  if (!walk->symbol->number && take_roman_session (walk))
    return TRUE;
  if (is_country (walk) && !walk->symbol->number) {
    chn_walk_take_modifier (walk, "country ", part->head);
    walk->country = TRUE;
    return TRUE;
  }
  if (takes_any_word (walk->organ->numbering)) {
    if (part->number && !walk->symbol->number)
      return take_number (walk, error);
    return TRUE;
  }
  gboolean is_word = part->class == CHN_PART_WORD || part->class == CHN_PART_DOTTED;
  const char *near = error && is_word ? chn_word_suggest (part->head) : NULL;
  if (!near)
    return chn_walk_fail (walk, CHN_ERROR_SYNTAX, error, "a number, a session or a series such as RES, PV. or L.");
  g_autofree char *hint = g_strdup_printf ("write %s", near);
  chn_error_set_at (error, CHN_ERROR_SYNTAX, part->offset, part->length, hint,
                    "found \"%s\" in a document symbol, expected a number, a session or a series", part->head);
  return FALSE;
}

typedef gboolean (*PartPlacer) (ChnSymbolWalk *walk, GError **error);

static const PartPlacer class_placers[] = {
  [CHN_PART_NUMBER] = place_number, [CHN_PART_RANGE] = take_number,     [CHN_PART_DOTTED] = place_unknown,
  [CHN_PART_WORD] = place_unknown,  [CHN_PART_SESSION] = place_session, [CHN_PART_OTHER] = place_unknown,
};

static const PartPlacer role_placers[] = {
  [CHN_WORD_SERIES] = place_series,
  [CHN_WORD_MODIFIER] = place_modifier,
  [CHN_WORD_BODY] = place_body,
};

static void
append_part (GString *out, const ChnPart *part)
{
  if (out->len > 0)
    chn_append (out, "/");
  chn_append (out, part->head);
  if (part->roman[0])
    g_string_append_printf (out, "(%s)", part->roman);
  if (part->year)
    g_string_append_printf (out, " (%d)", part->year);
}

void
chn_walk_spell_part (ChnSymbolWalk *walk)
{
  const ChnPart *part = chn_walk_get_part (walk);
  if (part->year && walk->organ && walk->at + 1 == walk->scan->n_parts)
    walk->symbol->yearless = walk->text->len + 1 + strlen (part->head);
  append_part (walk->text, part);
  if (walk->base && !walk->modified)
    append_part (walk->base, part);
  if (part->letters[0])
    g_string_append_printf (walk->text, "[%s]", part->letters);
  if (part->note[0])
    g_string_append_printf (walk->text, " (%s)", part->note);
}

static void
take_notes (ChnSymbolWalk *walk)
{
  const ChnPart *part = chn_walk_get_part (walk);
  if (part->letters[0])
    chn_walk_take_modifier (walk, "part ", part->letters);
  if (part->note[0])
    chn_walk_take_modifier (walk, "", part->note);
  if (part->supplement)
    chn_walk_take_modifier (walk, "", "Supplement");
}

gboolean
chn_walk_place_part (ChnSymbolWalk *walk, GError **error)
{
  const ChnPart *part = chn_walk_get_part (walk);
  if (walk->modified && !is_modifier (part))
    return chn_walk_fail (walk, CHN_ERROR_SYNTAX, error, "another modifier such as Add.1, or the end");
  if (chn_part_has_brackets (part) && has_more (walk))
    return chn_walk_fail (walk, CHN_ERROR_SYNTAX, error, "brackets and lettered parts behind the number only");
  PartPlacer placer = part->word ? role_placers[part->word->role] : class_placers[part->class];
  if (!placer (walk, error))
    return FALSE;
  take_notes (walk);
  chn_walk_spell_part (walk);
  return TRUE;
}
