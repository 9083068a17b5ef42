/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* What symbols are made of, as functions that can be handed on. */

static inline gboolean
chn_symbol_is_digit (char c)
{
  return g_ascii_isdigit (c);
}

static inline gboolean
chn_symbol_is_letter (char c)
{
  return g_ascii_isalpha (c);
}

static inline gboolean
chn_symbol_is_letter_or_digit (char c)
{
  return g_ascii_isalnum (c);
}
