/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* United Nations document symbols as values. */
#include <string.h>

#include "base/error.h"
#include "model/symbol/canonical.h"
#include "model/symbol/parse.h"
#include "model/symbol/repair.h"

/* The same error with a hint. */
static void
add_hint (GError **error, const char *symbol)
{
  gsize offset = 0, length = 0;
  g_autofree char *hint = g_strdup_printf ("write %s", symbol);
  g_autoptr (GError) plain = g_steal_pointer (error);
  if (chn_error_get_place (plain, &offset, &length))
    chn_error_set_at (error, (ChnError) plain->code, offset, length, hint, "%s", plain->message);
  else
    chn_error_set (error, (ChnError) plain->code, hint, "%s", plain->message);
}

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

/* Passes on why a symbol was refused, with what it was probably meant to be. */
static void
refuse (const char *text, gsize length, GError *why, GError **error)
{
  g_autoptr (GError) plain = why;
  if (!error || refuse_bare_number (text, length, error))
    return;
  g_autofree char *meant = chn_symbol_repair (text, length);
  if (meant)
    add_hint (&plain, meant);
  g_propagate_error (error, g_steal_pointer (&plain));
}

ChnSymbol *
chn_symbol_parse (const char *text, gssize length, GError **error)
{
  gsize bytes = length < 0 ? strlen (text) : (gsize) length;
  GError *why = NULL;
  ChnSymbol *symbol = chn_symbol_parse_strictly (text, bytes, &why);
  if (!symbol)
    refuse (text, bytes, why, error);
  return symbol;
}

char *
chn_symbol_dup_canonical (const char *text, gssize length, GError **error)
{
  gsize bytes = length < 0 ? strlen (text) : (gsize) length;
  GError *why = NULL;
  char *canonical = chn_symbol_dup_canonical_strictly (text, bytes, &why);
  if (!canonical)
    refuse (text, bytes, why, error);
  return canonical;
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

/* Whether a is b with its year left out. */
static gboolean
lacks_year (const ChnSymbol *a, const ChnSymbol *b)
{
  return b->yearless > 0 && strlen (a->text) == b->yearless && strncmp (a->text, b->text, b->yearless) == 0;
}

gboolean
chn_symbol_equal (const ChnSymbol *a, const ChnSymbol *b)
{
  return strcmp (a->text, b->text) == 0 || lacks_year (a, b) || lacks_year (b, a);
}
