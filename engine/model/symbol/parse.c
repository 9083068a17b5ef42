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
#include "model/symbol/parse.h"

#include <string.h>

#include "base/append.h"
#include "base/error.h"
#include "model/symbol/dating.h"
#include "model/symbol/gathered.h"
#include "model/symbol/walk.h"

/* Finds the organ and passes the parts that name it. */
static gboolean
place_organ (ChnSymbolWalk *walk, GError **error)
{
  g_autoptr (GString) heads = g_string_sized_new (CHN_SYMBOL_PART_LONGEST);
  for (guint i = 0; i < walk->scan->n_parts; i++) {
    chn_append (heads, i > 0 ? "/" : "");
    chn_append (heads, walk->scan->parts[i].head);
  }
  gsize length = 0;
  walk->organ = chn_organ_find (heads->str, &length);
  if (!walk->organ)
    return chn_walk_fail (walk, CHN_ERROR_UNKNOWN, error, "an organ such as A, S, E, ST, CCPR or CEDAW");
  for (gsize passed = 0; passed < length; walk->at++) {
    if (chn_part_has_brackets (chn_walk_get_part (walk)))
      return chn_walk_fail (walk, CHN_ERROR_SYNTAX, error, "an organ without brackets or lettered parts");
    passed += strlen (chn_walk_get_part (walk)->head) + (walk->at > 0);
    chn_walk_spell_part (walk);
  }
  walk->symbol->organ = walk->organ->organ ? g_strdup (walk->organ->organ) : g_strndup (heads->str, length);
  walk->symbol->forum = walk->organ->forum;
  return TRUE;
}

/* A number and nothing else: SC/12615. */
static gboolean
place_press (ChnSymbolWalk *walk, GError **error)
{
  const ChnPart *part = chn_walk_get_part (walk);
  if (part->class != CHN_PART_NUMBER || chn_part_has_brackets (part))
    return chn_walk_fail (walk, CHN_ERROR_SYNTAX, error, "the serial number of a press release");
  walk->symbol->kind = "press-release";
  return chn_walk_place_part (walk, error);
}

static gboolean
check_complete (const ChnSymbolWalk *walk, gsize length, GError **error)
{
  const ChnSymbol *symbol = walk->symbol;
  ChnNumbering numbering = walk->organ->numbering;
  gboolean needs_session = walk->adopted && (numbering == CHN_NUMBERING_ASSEMBLY || numbering == CHN_NUMBERING_HRC);
  if ((symbol->number && (!needs_session || symbol->session)) || (walk->country && walk->series))
    return TRUE;
  g_autofree char *hint = NULL;
  if (symbol->number)
    hint = g_strdup_printf ("write %s/ and the number that it has in session %s", walk->text->str, symbol->number);
  chn_error_set_at (error, CHN_ERROR_SYNTAX, length, 0, hint, "\"%s\" is incomplete: expected %s", walk->text->str,
                    symbol->number ? "a session and a number" : "a number");
  return FALSE;
}

static const char *
choose_forum (const ChnSymbolWalk *walk)
{
  const char *session = walk->symbol->session;
  if (session && g_str_has_prefix (session, "ES-") && g_str_equal (walk->organ->forum, "un.ga"))
    return "un.ga.es";
  if (session && g_str_has_prefix (session, "S-") && walk->organ->special)
    return walk->organ->special;
  return walk->organ->forum;
}

/* Before the committees' own forms, the Economic and Social Council's resolutions bore their session alone. */
static const char *
choose_kind (const ChnSymbolWalk *walk)
{
  const char *gathered = chn_gathered_get_kind (walk->text->str);
  ChnNumbering numbering = walk->organ->numbering;
  if (gathered)
    return gathered;
  if (walk->symbol->kind)
    return walk->symbol->kind;
  if (numbering == CHN_NUMBERING_UPR)
    return "upr-document";
  if (numbering == CHN_NUMBERING_TREATY && walk->country)
    return "state-report";
  return walk->roman && numbering == CHN_NUMBERING_YEAR ? "resolution" : "document";
}

static void
finish (ChnSymbolWalk *walk)
{
  ChnSymbol *symbol = walk->symbol;
  ChnNumbering numbering = walk->organ->numbering;
  const char *gathered = chn_gathered_get_forum (walk->text->str);
  symbol->forum = gathered ? gathered : choose_forum (walk);
  symbol->kind = choose_kind (walk);
  if (walk->scan->reissued)
    chn_walk_take_modifier (walk, "", "reissue *");
  if (walk->modifiers->len > 0) {
    g_ptr_array_add (walk->modifiers, NULL);
    symbol->modifiers = g_strjoinv ("; ", (char **) walk->modifiers->pdata);
  }
  symbol->text = g_strdup (walk->text->str);
  symbol->base = g_strdup (walk->base->str);
  chn_symbol_date_of_organ (symbol, numbering, walk->modified);
}

static gboolean
walk_parts (ChnSymbolWalk *walk, gsize length, GError **error)
{
  if (!place_organ (walk, error))
    return FALSE;
  gboolean press = walk->organ->numbering == CHN_NUMBERING_PRESS;
  for (; walk->at < walk->scan->n_parts; walk->at++)
    if (press && !walk->symbol->number ? !place_press (walk, error) : !chn_walk_place_part (walk, error))
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
  ChnSymbolWalk walk = { .scan = &scan, .symbol = symbol, .base = base, .text = canonical, .modifiers = modifiers };
  if (!walk_parts (&walk, length, error))
    return NULL;
  finish (&walk);
  return g_steal_pointer (&symbol);
}

char *
chn_symbol_dup_canonical_strictly (const char *text, gsize length, GError **error)
{
  ChnSymbolScan scan;
  if (!chn_symbol_scan (text, length, &scan, error))
    return NULL;
  g_autoptr (ChnSymbol) symbol = g_new0 (ChnSymbol, 1);
  g_autoptr (GString) canonical = g_string_sized_new (CHN_SYMBOL_PART_LONGEST);
  ChnSymbolWalk walk = { .scan = &scan, .symbol = symbol, .text = canonical };
  return walk_parts (&walk, length, error) ? g_string_free (g_steal_pointer (&canonical), FALSE) : NULL;
}
