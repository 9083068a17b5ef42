/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Fuzzes document symbols: what is read is written so that it is read again as the same symbol. */
#include <chancery/error.h>
#include <chancery/symbol.h>

#include <stddef.h>
#include <stdint.h>

#include "turn.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check_refusal (const GError *error, gsize size)
{
  gsize offset = 0, length = 0;
  g_assert_nonnull (error);
  g_assert_true (chn_error_get_place (error, &offset, &length));
  g_assert_cmpuint (offset, <=, size);
  g_assert_cmpuint (length, <=, size - offset);
}

static void
check_again (const ChnSymbol *symbol)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnSymbol) again = chn_symbol_parse (chn_symbol_get_text (symbol), -1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (chn_symbol_get_text (again), ==, chn_symbol_get_text (symbol));
  g_assert_cmpstr (chn_symbol_get_base (again), ==, chn_symbol_get_base (symbol));
  g_assert_cmpstr (chn_symbol_get_forum (again), ==, chn_symbol_get_forum (symbol));
  g_assert_cmpstr (chn_symbol_get_kind (again), ==, chn_symbol_get_kind (symbol));
  g_assert_true (chn_symbol_equal (symbol, again));
  g_assert_true (chn_symbol_text_has_prefix (chn_symbol_get_text (symbol), chn_symbol_get_base (symbol)));
  g_autoptr (ChnSymbol) base = chn_symbol_parse (chn_symbol_get_base (symbol), -1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (chn_symbol_get_base (base), ==, chn_symbol_get_base (symbol));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnSymbol) symbol =
      chn_symbol_parse ((const char *) data, (gssize) size, is_turn (size, 4, 8) ? &error : NULL);
  if (symbol) {
    check_again (symbol);
    g_autofree char *link = chn_symbol_dup_link (symbol);
    g_assert_true (link == NULL || g_str_is_ascii (link));
  } else if (error) {
    check_refusal (error, size);
  }
  return 0;
}
