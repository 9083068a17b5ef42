/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Parses document symbols: gives each part of a scanned symbol its meaning.
 *
 *   symbol   = organ *( "/" body ) [ "/" series ] [ "/" session ] [ "/" body ] [ "/" country ]
 *              "/" document *( "/" modifier )
 *   organ    = the longest prefix that the table of organs has
 *   body     = ( "C." | "AC." | "CN." | "CONF." | "WG." | "SUB." ) n | "SPC" | "BUR" | ...
 *   series   = "RES" | "DEC" | "PRST" | "INF" | "NGO" | "PET" | ...
 *   session  = n | "ES-" n | "S-" n | year
 *   country  = three letters, ISO 3166-1 alpha-3
 *   document = n | n "-" n | ( "PV." | "SR." | "L." | "CRP." | "WP." ) n
 *            | n "(" roman ")" [ "[" letter "]" ]              A/RES before session 31 (1976)
 *            | n [ SP "(" year ")" ]                           S/RES
 *   modifier = ( "Add." | "Corr." | "Rev." | "Amend." ) n | "Summary" | "Annex"
 *
 * Rules of the Dag Hammarskjold Library; the series comes before the session in the library's form of
 * adopted texts (A/HRC/RES/25/25) and after it elsewhere (A/HRC/25/NGO/12).
 */
#include "model/symbol-parse.h"

#include <string.h>

#include "base/error.h"
#include "model/symbol-scan.h"
#include "model/symbol-session.h"
#include "model/symbol-window.h"

typedef struct {
  const ChnSymbolScan *scan;
  guint at; /* the part under the hand */
  const ChnOrgan *organ;
  ChnSymbol *symbol;
  const char *default_kind;
  GString *base;
  GString *text;
  GPtrArray *modifiers;
  gboolean modified;
  gboolean adopted; /* RES, DEC or PRST */
} Walk;

enum { FIRST_YEAR = 1945, LAST_YEAR = 2199, LAST_ROMAN_SESSION = 30, LAST_SESSION = 199, FIRST_COUNCIL_YEAR = 1994 };

static const ChnPart *
get_part (const Walk *walk)
{
  return &walk->scan->parts[walk->at];
}

static gboolean
fail (const Walk *walk, ChnError code, GError **error, const char *expected)
{
  const ChnPart *part = get_part (walk);
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
has_more (const Walk *walk)
{
  return walk->at + 1 < walk->scan->n_parts && !is_modifier (get_part (walk) + 1);
}

static gboolean
is_year (const ChnPart *part)
{
  gint64 year = strlen (part->head) == 4 ? g_ascii_strtoll (part->head, NULL, 10) : 0;
  return part->class == CHN_PART_NUMBER && year >= FIRST_YEAR && year <= LAST_YEAR;
}

static void
take_modifier (Walk *walk, const char *prefix, const char *text)
{
  g_ptr_array_add (walk->modifiers, g_strconcat (prefix, text, NULL));
}

/* Whether a number here is a session: more of the document follows, and the organ counts sessions. */
static gboolean
is_session (const Walk *walk)
{
  const ChnPart *part = get_part (walk);
  ChnNumbering numbering = walk->organ->numbering;
  gboolean counts = numbering == CHN_NUMBERING_ASSEMBLY || numbering == CHN_NUMBERING_HRC ||
                    numbering == CHN_NUMBERING_UPR || numbering == CHN_NUMBERING_TREATY;
  return counts && !walk->symbol->session && !walk->symbol->number && !part->year && !part->roman[0] &&
         part->class == CHN_PART_NUMBER && has_more (walk);
}

static gboolean
take_session (Walk *walk, GError **error)
{
  const ChnPart *part = get_part (walk);
  gint64 session = part->class == CHN_PART_NUMBER ? g_ascii_strtoll (part->head, NULL, 10) : 1;
  if (session < 1 || session > LAST_SESSION)
    return fail (walk, CHN_ERROR_RANGE, error, "a session from 1 to 199");
  gboolean assembly = walk->organ->numbering == CHN_NUMBERING_ASSEMBLY;
  if (assembly && walk->adopted && part->class == CHN_PART_NUMBER && session <= LAST_ROMAN_SESSION)
    return fail (walk, CHN_ERROR_RANGE, error,
                 "a session of the General Assembly from 31, or an earlier one as (XXV)");
  walk->symbol->session = g_strdup (part->head);
  return TRUE;
}

static gboolean
takes_year (const Walk *walk)
{
  const ChnPart *part = get_part (walk);
  ChnNumbering numbering = walk->organ->numbering;
  if (walk->symbol->year || !is_year (part))
    return FALSE;
  if (numbering == CHN_NUMBERING_TREATY)
    return walk->symbol->number != NULL;
  return (numbering == CHN_NUMBERING_COUNCIL || numbering == CHN_NUMBERING_YEAR || numbering == CHN_NUMBERING_FREE) &&
         !walk->symbol->number && has_more (walk);
}

static gboolean
take_year (Walk *walk, GError **error)
{
  int year = (int)g_ascii_strtoll (get_part (walk)->head, NULL, 10);
  gboolean council = walk->organ->numbering == CHN_NUMBERING_COUNCIL;
  if (council && year < FIRST_COUNCIL_YEAR)
    return fail (walk, CHN_ERROR_RANGE, error, "a year from 1994, when the Security Council began to use them");
  if (council && g_strcmp0 (walk->symbol->kind, "resolution") == 0)
    return fail (walk, CHN_ERROR_SYNTAX, error, "the number of a resolution, its year behind it in brackets");
  walk->symbol->year = year;
  return TRUE;
}

static gboolean
take_bracket (Walk *walk, GError **error)
{
  const ChnPart *part = get_part (walk);
  gboolean resolution = g_strcmp0 (walk->symbol->kind, "resolution") == 0;
  ChnNumbering numbering = walk->organ->numbering;
  if (part->year && (!resolution || numbering != CHN_NUMBERING_COUNCIL))
    return fail (walk, CHN_ERROR_SYNTAX, error, "a year in brackets after the number of S/RES only");
  if (part->year && (part->year < FIRST_YEAR + 1 || part->year > LAST_YEAR))
    return fail (walk, CHN_ERROR_RANGE, error, "a year from 1946 to 2199");
  if (part->year)
    walk->symbol->year = part->year;
  if (!part->roman[0])
    return TRUE;
  if (walk->symbol->session || numbering == CHN_NUMBERING_COUNCIL || numbering == CHN_NUMBERING_HRC)
    return fail (walk, CHN_ERROR_SYNTAX, error, "no Roman session");
  gint64 session = g_ascii_isdigit (part->session[0]) ? g_ascii_strtoll (part->session, NULL, 10) : 1;
  if (numbering == CHN_NUMBERING_ASSEMBLY && session > LAST_ROMAN_SESSION)
    return fail (walk, CHN_ERROR_RANGE, error, "a Roman session of the General Assembly up to XXX");
  walk->symbol->session = g_strdup (part->session);
  return TRUE;
}

static gboolean
take_number (Walk *walk, GError **error)
{
  const ChnPart *part = get_part (walk);
  if (walk->symbol->number && walk->organ->numbering != CHN_NUMBERING_TREATY &&
      walk->organ->numbering != CHN_NUMBERING_FREE)
    return fail (walk, CHN_ERROR_SYNTAX, error, "a modifier such as Add.1, Corr.1 or Rev.1, or the end");
  g_free (walk->symbol->number);
  walk->symbol->number = g_strdup (part->number);
  return take_bracket (walk, error);
}

static gboolean
place_number (Walk *walk, GError **error)
{
  if (is_session (walk))
    return take_session (walk, error);
  if (takes_year (walk))
    return take_year (walk, error);
  return take_number (walk, error);
}

static gboolean
place_session (Walk *walk, GError **error)
{
  if (walk->symbol->session || walk->symbol->number || walk->organ->numbering == CHN_NUMBERING_COUNCIL)
    return fail (walk, CHN_ERROR_SYNTAX, error, "a number");
  return take_session (walk, error);
}

static gboolean
place_modifier (Walk *walk, GError **error)
{
  const ChnPart *part = get_part (walk);
  if (!walk->symbol->number)
    return fail (walk, CHN_ERROR_SYNTAX, error, "the number of the document first");
  if (part->word->dotted && !part->number)
    return fail (walk, CHN_ERROR_SYNTAX, error, "a dot and a number after it");
  walk->modified = TRUE;
  take_modifier (walk, "", part->head);
  return TRUE;
}

static gboolean
is_adopted (const char *kind)
{
  static const char *const kinds[] = {"resolution", "decision", "presidential-statement", NULL};
  return g_strv_contains (kinds, kind);
}

static gboolean
place_series (Walk *walk, GError **error)
{
  const ChnPart *part = get_part (walk);
  if (part->word->dotted && !part->number)
    return fail (walk, CHN_ERROR_SYNTAX, error, "a dot and a number after it");
  if (walk->symbol->number)
    return fail (walk, CHN_ERROR_SYNTAX, error, "a modifier such as Add.1, Corr.1 or Rev.1, or the end");
  walk->symbol->kind = part->word->kind;
  walk->adopted = walk->adopted || is_adopted (part->word->kind);
  return part->number ? take_number (walk, error) : TRUE;
}

static gboolean
place_body (Walk *walk, GError **error)
{
  if (walk->symbol->number)
    return fail (walk, CHN_ERROR_SYNTAX, error, "a modifier such as Add.1, Corr.1 or Rev.1, or the end");
  gboolean lenient = walk->organ->numbering == CHN_NUMBERING_TREATY || walk->organ->numbering == CHN_NUMBERING_FREE;
  if (get_part (walk)->word->dotted && !get_part (walk)->number && !lenient)
    return fail (walk, CHN_ERROR_SYNTAX, error, "a dot and a number after it");
  return TRUE;
}

static gboolean
takes_any_word (ChnNumbering numbering)
{
  return numbering == CHN_NUMBERING_YEAR || numbering == CHN_NUMBERING_TREATY || numbering == CHN_NUMBERING_FREE;
}

static gboolean
is_country (const Walk *walk)
{
  const ChnPart *part = get_part (walk);
  ChnNumbering numbering = walk->organ->numbering;
  return part->class == CHN_PART_WORD && strlen (part->head) == 3 &&
         (numbering == CHN_NUMBERING_UPR || numbering == CHN_NUMBERING_TREATY);
}

static gboolean
place_unknown (Walk *walk, GError **error)
{
  const ChnPart *part = get_part (walk);
  if (is_country (walk) && !walk->symbol->number) {
    take_modifier (walk, "country ", part->head);
    return TRUE;
  }
  if (takes_any_word (walk->organ->numbering)) {
    if (part->number && !walk->symbol->number)
      return take_number (walk, error);
    return TRUE;
  }
  const char *near =
      part->class == CHN_PART_WORD || part->class == CHN_PART_DOTTED ? chn_word_suggest (part->head) : NULL;
  if (!near)
    return fail (walk, CHN_ERROR_SYNTAX, error, "a number, a session or a series such as RES, PV. or L.");
  g_autofree char *hint = g_strdup_printf ("write %s", near);
  chn_error_set_at (error, CHN_ERROR_SYNTAX, part->offset, part->length, hint,
                    "found \"%s\" in a document symbol, expected a number, a session or a series", part->head);
  return FALSE;
}

typedef gboolean (*PartPlacer) (Walk *walk, GError **error);

static const PartPlacer class_placers[] = {
    [CHN_PART_NUMBER] = place_number, [CHN_PART_RANGE] = take_number,     [CHN_PART_DOTTED] = place_unknown,
    [CHN_PART_WORD] = place_unknown,  [CHN_PART_SESSION] = place_session, [CHN_PART_OTHER] = place_unknown,
};

static const PartPlacer role_placers[] = {
    [CHN_WORD_SERIES] = place_series,
    [CHN_WORD_MODIFIER] = place_modifier,
    [CHN_WORD_BODY] = place_body,
};

/* Appends the canonical spelling of a part, to the base too unless it modifies. */
static void
spell_part (Walk *walk)
{
  const ChnPart *part = get_part (walk);
  g_autoptr (GString) spelled = g_string_new (walk->text->len > 0 ? "/" : "");
  g_string_append (spelled, part->head);
  if (part->roman[0])
    g_string_append_printf (spelled, "(%s)", part->roman);
  if (part->year)
    g_string_append_printf (spelled, " (%d)", part->year);
  if (part->year && walk->organ && walk->at + 1 == walk->scan->n_parts)
    walk->symbol->yearless = walk->text->len + 1 + strlen (part->head);
  g_string_append (walk->text, spelled->str);
  if (!walk->modified)
    g_string_append (walk->base, spelled->str);
  if (part->letters[0])
    g_string_append_printf (walk->text, "[%s]", part->letters);
  if (part->note[0])
    g_string_append_printf (walk->text, " (%s)", part->note);
}

static void
take_notes (Walk *walk)
{
  const ChnPart *part = get_part (walk);
  if (part->letters[0])
    take_modifier (walk, "part ", part->letters);
  if (part->note[0])
    take_modifier (walk, "", part->note);
  if (part->supplement)
    take_modifier (walk, "", "Supplement");
}

static gboolean
place_part (Walk *walk, GError **error)
{
  const ChnPart *part = get_part (walk);
  if (walk->modified && !is_modifier (part))
    return fail (walk, CHN_ERROR_SYNTAX, error, "another modifier such as Add.1, or the end");
  gboolean plain = part->letters[0] || part->note[0] || part->supplement || part->year || part->roman[0];
  if (plain && has_more (walk))
    return fail (walk, CHN_ERROR_SYNTAX, error, "brackets and lettered parts behind the number only");
  PartPlacer placer = part->word ? role_placers[part->word->role] : class_placers[part->class];
  if (!placer (walk, error))
    return FALSE;
  take_notes (walk);
  spell_part (walk);
  return TRUE;
}

/* Finds the organ and passes the parts that name it. */
static gboolean
place_organ (Walk *walk, GError **error)
{
  g_autoptr (GString) heads = g_string_new (NULL);
  for (guint i = 0; i < walk->scan->n_parts; i++)
    g_string_append_printf (heads, "%s%s", i > 0 ? "/" : "", walk->scan->parts[i].head);
  gsize length = 0;
  walk->organ = chn_organ_find (heads->str, &length);
  if (!walk->organ)
    return fail (walk, CHN_ERROR_UNKNOWN, error, "an organ such as A, S, E, ST, CCPR or CEDAW");
  for (gsize passed = 0; passed < length; walk->at++) {
    passed += strlen (get_part (walk)->head) + (walk->at > 0);
    spell_part (walk);
  }
  walk->symbol->organ = walk->organ->organ ? g_strdup (walk->organ->organ) : g_strndup (heads->str, length);
  walk->symbol->forum = walk->organ->forum;
  return TRUE;
}

/* A number and nothing else: SC/12615. */
static gboolean
place_press (Walk *walk, GError **error)
{
  const ChnPart *part = get_part (walk);
  if (part->class != CHN_PART_NUMBER || part->letters[0] || part->year || part->roman[0])
    return fail (walk, CHN_ERROR_SYNTAX, error, "the serial number of a press release");
  walk->symbol->kind = "press-release";
  return place_part (walk, error);
}

static gboolean
check_complete (const Walk *walk, gsize length, GError **error)
{
  const ChnSymbol *symbol = walk->symbol;
  ChnNumbering numbering = walk->organ->numbering;
  gboolean needs_session = walk->adopted && (numbering == CHN_NUMBERING_ASSEMBLY || numbering == CHN_NUMBERING_HRC);
  if (symbol->number && (!needs_session || symbol->session))
    return TRUE;
  g_autofree char *hint = NULL;
  if (symbol->number)
    hint = g_strdup_printf ("write %s/ and the number that it has in session %s", walk->text->str, symbol->number);
  chn_error_set_at (error, CHN_ERROR_SYNTAX, length, 0, hint, "\"%s\" is incomplete: expected %s", walk->text->str,
                    symbol->number ? "a session and a number" : "a number");
  return FALSE;
}

static const char *
choose_forum (const Walk *walk)
{
  const char *session = walk->symbol->session;
  if (session && g_str_has_prefix (session, "ES-") && g_str_equal (walk->organ->forum, "un.ga"))
    return "un.ga.es";
  if (session && g_str_has_prefix (session, "S-") && walk->organ->special)
    return walk->organ->special;
  return walk->organ->forum;
}

static void
set_dates (Walk *walk)
{
  ChnSymbol *symbol = walk->symbol;
  ChnNumbering numbering = walk->organ->numbering;
  ChnMonthSpan span = {symbol->year, 1, symbol->year, 12};
  gboolean known = symbol->year != 0 || chn_session_find_span (numbering, symbol->session, &span);
  if (symbol->year == 0)
    symbol->year = chn_session_get_year (numbering, symbol->session);
  chn_symbol_set_window (symbol, known ? &span : NULL, walk->modified);
  g_autofree char *edtf = known ? chn_month_span_dup_edtf (&span) : NULL;
  if (edtf)
    symbol->dates = chn_date_parse (edtf, -1, NULL);
}

static void
finish (Walk *walk)
{
  ChnSymbol *symbol = walk->symbol;
  ChnNumbering numbering = walk->organ->numbering;
  symbol->forum = choose_forum (walk);
  if (!symbol->kind)
    symbol->kind = numbering == CHN_NUMBERING_UPR ? "upr-document" : "document";
  if (walk->scan->reissued)
    take_modifier (walk, "", "reissue *");
  if (walk->modifiers->len > 0) {
    g_ptr_array_add (walk->modifiers, NULL);
    symbol->modifiers = g_strjoinv ("; ", (char **)walk->modifiers->pdata);
  }
  symbol->text = g_strdup (walk->text->str);
  symbol->base = g_strdup (walk->base->str);
  set_dates (walk);
}

static gboolean
walk_parts (Walk *walk, gsize length, GError **error)
{
  if (!place_organ (walk, error))
    return FALSE;
  gboolean press = walk->organ->numbering == CHN_NUMBERING_PRESS;
  for (; walk->at < walk->scan->n_parts; walk->at++)
    if (press && !walk->symbol->number ? !place_press (walk, error) : !place_part (walk, error))
      return FALSE;
  return check_complete (walk, length, error);
}

ChnSymbol *
chn_symbol_parse_strictly (const char *text, gsize length, GError **error)
{
  ChnSymbolScan scan;
  if (!chn_symbol_scan (text, length, &scan, error))
    return NULL;
  g_autoptr (ChnSymbol) symbol = g_new0 (ChnSymbol, 1);
  g_autoptr (GString) base = g_string_new (NULL), canonical = g_string_new (NULL);
  g_autoptr (GPtrArray) modifiers = g_ptr_array_new_with_free_func (g_free);
  Walk walk = {.scan = &scan, .symbol = symbol, .base = base, .text = canonical, .modifiers = modifiers};
  if (!walk_parts (&walk, length, error))
    return NULL;
  finish (&walk);
  return g_steal_pointer (&symbol);
}
