/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * Appends a slug of at most 100 bytes for any text: the text where a slug can nearly say it, else what is left of it,
 * or the noun where nothing is, with a hash of all that tells it apart.
 */
void chn_slug_append_of_text (GString *out, const char *text, gsize length, const char *noun);

/* The same, always with its hash. */
void chn_slug_append_hashed (GString *out, const char *text, gsize length, const char *noun);

/* The same of a part of a text that says most, with a hash of the whole. */
void chn_slug_append_of_part (GString *out, const char *part, gsize length, const char *whole, const char *noun);
