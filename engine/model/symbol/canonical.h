/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * What chn_symbol_get_text() gives of a symbol that chn_symbol_parse() made of the text, without making one: all that
 * files of events ask for. NULL with the same error where that fails. length may be -1.
 */
char *chn_symbol_dup_canonical (const char *text, gssize length, GError **error);
