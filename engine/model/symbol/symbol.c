/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* United Nations document symbols as values. */
#include <string.h>

#include "base/error.h"
#include "model/symbol/clean.h"
#include "model/symbol/organ.h"
#include "model/symbol/pair.h"
#include "model/symbol/parse.h"
#include "model/symbol/read.h"
#include "model/symbol/repair.h"
#include "model/symbol/spelling.h"

typedef struct {
  const char *pattern; /* session "/" number without an organ */
  const char *hint;
} BareNumber;

/* The Human Rights Council began in 2006; it will reach its seventieth session in 2029. */
static const BareNumber bare_numbers[] = {
  { "^0*([12]?\\d|30)/(\\d+)$", "write A/HRC/RES/\\1/\\2" },
  { "^0*([3-5]\\d|6[0-5])/(\\d+)$", "write A/RES/\\1/\\2 or A/HRC/RES/\\1/\\2" },
  { "^0*([6-9]\\d|1\\d\\d)/(\\d+)$", "write A/RES/\\1/\\2" },
  { "^(19[4-9]\\d|200[0-6])/(\\d+)$", "write E/CN.4/RES/\\1/\\2 or S/\\1/\\2" },
  { "^(20\\d\\d)/(\\d+)$", "write S/\\1/\\2" },
};

/* Two numbers alone may be the Assembly's, the Human Rights Council's or another's. */
static gboolean
refuse_bare_number (const char *text, gsize length, GError **error)
{
  enum { LONGEST = 16 };
  g_autofree char *copy = length <= LONGEST ? g_strstrip (g_strndup (text, length)) : NULL;
  if (!copy || !g_ascii_isdigit (copy[0]))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (bare_numbers); i++) {
    g_autoptr (GRegex) regex = g_regex_new (bare_numbers[i].pattern, 0, 0, NULL);
    if (!g_regex_match (regex, copy, 0, NULL))
      continue;
    g_autofree char *hint = g_regex_replace (regex, copy, -1, 0, bare_numbers[i].hint, 0, NULL);
    chn_error_set_at (error, CHN_ERROR_AMBIGUOUS, 0, length, hint,
                      "\"%s\" names no organ, expected a document symbol with one", copy);
    return TRUE;
  }
  return FALSE;
}

/* Looking for what was meant takes long, and most of it nobody reads. */
static char *
make_hint (gconstpointer among, const char *wanted)
{
  (void) among;
  g_autofree char *meant = chn_symbol_repair (wanted, strlen (wanted));
  return meant ? g_strdup_printf ("write %s", meant) : NULL;
}

/* Says why a text is no symbol that is known. */
static void
refuse (const char *text, gsize length, GError **error)
{
  if (!error || refuse_bare_number (text, length, error))
    return;
  chn_symbol_free (chn_symbol_parse_strictly (text, length, error));
  if (*error && !chn_error_peek_hint (*error))
    chn_error_take_hint (*error, chn_hint_new_deferred (make_hint, NULL, NULL, text, (gssize) length));
}

ChnSymbol *
chn_symbol_parse (const char *text, gssize length, GError **error)
{
  gsize bytes = length < 0 ? strlen (text) : (gsize) length;
  ChnSymbol *symbol = chn_symbol_read (text, bytes);
  if (!symbol)
    refuse (text, bytes, error);
  return symbol;
}

static void
note_informal (const ChnSymbol *symbol, const char *text, gsize length, GError **why)
{
  g_autofree char *hint = g_strdup_printf ("write %s", symbol->text);
  chn_error_set_at (why, CHN_ERROR_SYNTAX, 0, length, hint, "\"%.*s\" is read as %s", (int) length, text,
                    symbol->text);
}

/* Whether it begins as the symbols of an organ do, or as a number does whose organ is left out. */
static gboolean
is_malformed (const char *text, gsize length)
{
  ChnCleanSymbol clean;
  gsize matched = 0;
  if (refuse_bare_number (text, length, NULL))
    return TRUE;
  if (!chn_symbol_clean (text, length, &clean, NULL) || !memchr (clean.text, '/', clean.length))
    return FALSE;
  g_autofree char *upper = g_ascii_strup (clean.text, -1);
  return chn_organ_find (upper, &matched) != NULL;
}

static ChnSpelling
classify (const ChnSymbol *symbol, const char *text, gsize length)
{
  if (symbol)
    return symbol->informal ? CHN_SPELLING_INFORMAL : CHN_SPELLING_SYMBOL;
  return is_malformed (text, length) ? CHN_SPELLING_MALFORMED : CHN_SPELLING_UNKNOWN;
}

ChnSpelling
chn_symbol_spell (const char *text, gssize length, char **spelled, GError **why)
{
  gsize bytes = length < 0 ? strlen (text) : (gsize) length;
  gsize end = 0, start = 0;
  gboolean is_pair = chn_pair_find_seam (text, bytes, 0, &end, &start);
  g_autofree char *canonical = is_pair ? NULL : chn_symbol_dup_canonical_strictly (text, bytes, NULL);
  if (canonical && strlen (canonical) == bytes && memcmp (canonical, text, bytes) == 0) {
    *spelled = g_steal_pointer (&canonical);
    return CHN_SPELLING_SYMBOL;
  }
  g_autoptr (ChnSymbol) symbol = chn_symbol_read (text, bytes);
  *spelled = symbol ? g_strdup (symbol->text) : g_strndup (text, bytes);
  if (!symbol)
    refuse (text, bytes, why);
  else if (symbol->informal)
    note_informal (symbol, text, bytes, why);
  return classify (symbol, text, bytes);
}

void
chn_symbol_free (ChnSymbol *symbol)
{
  if (!symbol)
    return;
  g_free (symbol->text);
  g_free (symbol->base);
  g_free (symbol->organ);
  g_free (symbol->session);
  g_free (symbol->number);
  g_free (symbol->modifiers);
  g_clear_pointer (&symbol->dates, chn_date_unref);
  chn_symbol_free (symbol->parallel);
  g_free (symbol);
}

const char *
chn_symbol_get_text (const ChnSymbol *symbol)
{
  return symbol->text;
}

const char *
chn_symbol_get_base (const ChnSymbol *symbol)
{
  return symbol->base;
}

const char *
chn_symbol_get_organ (const ChnSymbol *symbol)
{
  return symbol->organ;
}

const char *
chn_symbol_get_forum (const ChnSymbol *symbol)
{
  return symbol->forum;
}

const char *
chn_symbol_get_kind (const ChnSymbol *symbol)
{
  return symbol->kind;
}

const char *
chn_symbol_get_session (const ChnSymbol *symbol)
{
  return symbol->session;
}

int
chn_symbol_get_year (const ChnSymbol *symbol)
{
  return symbol->year;
}

const char *
chn_symbol_get_number (const ChnSymbol *symbol)
{
  return symbol->number;
}

const char *
chn_symbol_get_modifiers (const ChnSymbol *symbol)
{
  return symbol->modifiers;
}

ChnDate *
chn_symbol_get_dates (const ChnSymbol *symbol)
{
  return symbol->dates;
}

static gsize
count_own_bytes (const ChnSymbol *symbol)
{
  return symbol->own_bytes > 0 ? symbol->own_bytes : strlen (symbol->text);
}

static gboolean
has_text (const ChnSymbol *symbol, const char *text, gsize length)
{
  return count_own_bytes (symbol) == length && g_ascii_strncasecmp (symbol->text, text, length) == 0;
}

/* Whether a is b with its year left out. */
static gboolean
lacks_year (const ChnSymbol *a, const ChnSymbol *b)
{
  return b->yearless > 0 && has_text (a, b->text, b->yearless);
}

static gboolean
is_same (const ChnSymbol *a, const ChnSymbol *b)
{
  return has_text (a, b->text, count_own_bytes (b)) || lacks_year (a, b) || lacks_year (b, a);
}

/* Whether a, or the first half of it, is one of the symbols that b bears. */
static gboolean
is_among (const ChnSymbol *a, const ChnSymbol *b)
{
  for (; b; b = b->parallel)
    if (is_same (a, b))
      return TRUE;
  return FALSE;
}

gboolean
chn_symbol_equal (const ChnSymbol *a, const ChnSymbol *b)
{
  for (; a; a = a->parallel)
    if (is_among (a, b))
      return TRUE;
  return FALSE;
}

const ChnSymbol *
chn_symbol_get_parallel (const ChnSymbol *symbol)
{
  return symbol->parallel;
}

gboolean
chn_symbol_is_informal (const ChnSymbol *symbol)
{
  return symbol->informal;
}
