/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The text that is kept of a symbol is kept as it is when it is read again: of symbols by chance, made of known ones.
 */
#include <chancery/symbol.h>
#include <string.h>

#include "model/symbol/spelling.h"
#include "suite.h"

enum { CASES_A_SYMBOL = 100 };

static char *
pick_slice (GRand *random, const char *text)
{
  gint32 length = (gint32) strlen (text), from = g_rand_int_range (random, 0, length);
  return g_strndup (text + from, (gsize) g_rand_int_range (random, 1, length - from + 1));
}

/* One small change: what is typed otherwise, lost, or taken over from elsewhere. */
static void
change (GRand *random, GString *text, const char *other)
{
  static const char *const bits[] = { " ", "  ", "\t", "/",   "-",      "_",      ".",
                                      "*", "(",  ")",  "[A]", " (III)", "/Add.1", "0" };
  gssize at = g_rand_int_range (random, 0, (gint32) text->len + 1);
  g_autofree char *slice = pick_slice (random, other);
  switch (g_rand_int_range (random, 0, 6)) {
  case 0:
    g_string_insert (text, at, bits[g_rand_int_range (random, 0, G_N_ELEMENTS (bits))]);
    break;
  case 1:
    g_string_erase (text, MIN (at, (gssize) text->len - 1), text->len > 1);
    break;
  case 2:
    g_string_insert (text, at, slice);
    break;
  case 3:
    g_string_ascii_down (text);
    break;
  case 4:
    g_string_replace (text, "/", g_rand_boolean (random) ? "_" : " / ", 0);
    break;
  default:
    g_string_append_printf (text, "%s%s", g_rand_boolean (random) ? "-" : "/", other);
  }
}

static void
check_settled (const char *text)
{
  g_autofree char *once = NULL, *twice = NULL;
  ChnSpelling first = chn_symbol_spell (text, -1, &once, NULL), second = chn_symbol_spell (once, -1, &twice, NULL);
  if (strcmp (once, twice) != 0)
    CHN_FAIL ("\"%s\" is kept as \"%s\", and that as \"%s\"", text, once, twice);
  if ((first <= CHN_SPELLING_INFORMAL) != (second == CHN_SPELLING_SYMBOL))
    CHN_FAIL ("\"%s\" is of class %d, and \"%s\", as which it is kept, of %d", text, (int) first, once, (int) second);
  g_autoptr (ChnSymbol) symbol = chn_symbol_parse (text, -1, NULL);
  if (symbol && strcmp (chn_symbol_get_text (symbol), once) != 0)
    CHN_FAIL ("\"%s\" is read as \"%s\" and kept as \"%s\"", text, chn_symbol_get_text (symbol), once);
}

static GPtrArray *
read_symbols (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("CHANCERY_TEST_DATA"), "symbols.csv", NULL), *text = NULL;
  CU_ASSERT_TRUE_FATAL (g_file_get_contents (path, &text, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray *symbols = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 1; lines[i] && *lines[i]; i++)
    g_ptr_array_add (symbols, g_strndup (lines[i], strcspn (lines[i], ",")));
  return symbols;
}

static void
test_by_chance (void)
{
  g_autoptr (GPtrArray) symbols = read_symbols ();
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  CU_ASSERT_FATAL (symbols->len > 0);
  for (guint i = 0; i < symbols->len * CASES_A_SYMBOL; i++) {
    g_autoptr (GString) text = g_string_new (symbols->pdata[i / CASES_A_SYMBOL]);
    for (gint32 n = g_rand_int_range (random, 1, 4); n > 0; n--)
      change (random, text, symbols->pdata[g_rand_int_range (random, 0, (gint32) symbols->len)]);
    check_settled (text->str);
  }
}

static void
test_found (void)
{
  check_settled ("ICC-01/00\t-E/CIL /PSCWFP/  a/hrc/25/crpA/RES5");
  check_settled ("a/res/69/188 - s/2014/276");
}

/* Time that doubled with every hyphen would not end. */
static void
test_hyphens (void)
{
  static const char *const pieces[] = { "S/24777-", "S/77-GOV/..ve(310Rev.)-", "E/E7-E/CGE/2/IC(314)-" };
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    while (text->len + strlen (pieces[i]) < 156)
      g_string_append (text, pieces[i]);
    g_string_append (text, "A/?");
    check_settled (text->str);
  }
}

static const ChnTest tests[] = {
  { "symbols of many hyphens", test_hyphens },
  { "symbols that were found not to", test_found },
  { "symbols by chance", test_by_chance },
};

CHN_SUITE ("model/symbol-settled", tests)
