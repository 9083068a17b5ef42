/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Resolutions as Voeten's data write them.
 *
 *   unres   = "A/RES/" session "/" number [ part ]     a symbol as it stands
 *           / "R/" session "/" number [ part ]         from session 31: A/RES/31/5[A]
 *           / "R/" session "/" number [ part ]         18 to 30: numbers of resolutions, A/RES/2799(XXVI)[F]
 *           / "R/" session "/" page …                  before: pages of the records, no symbols
 *           / ( "SS/" / "ESS/" ) session "/" page …    the same of special sessions
 *   part    = ALPHA
 */
#include "format/rolls/unres.h"

#include <chancery/symbol.h>
#include <string.h>

enum { FIRST_NUMBERED = 18, FIRST_BY_SESSION = 31, LAST_SESSION = 999 };

/* Sessions below 40 as they were written when resolutions were counted through. */
static char *
dup_roman (guint session)
{
  static const char *const ones[] = { "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX" };
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < session / 10; i++)
    g_string_append_c (text, 'X');
  g_string_append (text, ones[session % 10]);
  return g_string_free (text, FALSE);
}

/* Reads digits; 0 where there are none or too many. */
static guint
read_number (const char **at)
{
  gsize digits = strspn (*at, "0123456789");
  guint number = digits > 0 && digits <= 5 ? (guint) g_ascii_strtoull (*at, NULL, 10) : 0;
  *at += digits;
  return number;
}

static char *
dup_if_symbol (char *text)
{
  g_autoptr (ChnSymbol) symbol = chn_symbol_parse (text, -1, NULL);
  g_free (text);
  return symbol ? g_strdup (chn_symbol_get_text (symbol)) : NULL;
}

/* "A/RES/31/5A", which is spelled A/RES/31/5[A]. */
static char *
dup_with_part (const char *text)
{
  gsize length = strlen (text);
  char *symbol = dup_if_symbol (g_strdup (text));
  if (symbol || length < 2 || !g_ascii_isupper (text[length - 1]) || !g_ascii_isdigit (text[length - 2]))
    return symbol;
  return dup_if_symbol (g_strdup_printf ("%.*s[%c]", (int) length - 1, text, text[length - 1]));
}

static char *
dup_numbered (guint session, guint number, const char *part)
{
  const char *open = *part ? "[" : "", *close = *part ? "]" : "";
  if (session >= FIRST_BY_SESSION)
    return dup_if_symbol (g_strdup_printf ("A/RES/%u/%u%s%s%s", session, number, open, part, close));
  g_autofree char *roman = dup_roman (session);
  return dup_if_symbol (g_strdup_printf ("A/RES/%u(%s)%s%s%s", number, roman, open, part, close));
}

char *
chn_unres_dup_symbol (const char *text)
{
  if (!g_str_has_prefix (text, "R/"))
    return strchr (text, '/') && !g_str_has_prefix (text, "SS/") && !g_str_has_prefix (text, "ESS/")
               ? dup_with_part (text)
               : NULL;
  const char *at = text + 2;
  guint session = read_number (&at);
  if (session < FIRST_NUMBERED || session > LAST_SESSION || *at++ != '/')
    return NULL;
  guint number = read_number (&at);
  const char part[] = { g_ascii_isupper (*at) ? *at : '\0', '\0' };
  at += g_ascii_isupper (*at) ? 1 : 0;
  return number > 0 && *at == '\0' ? dup_numbered (session, number, part) : NULL;
}
