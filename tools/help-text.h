/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Appends words, wrapped at the width of help, each line but the first indented; `at` columns stand there already. */
void help_text_append_wrapped (GString *out, const char *text, guint indent, guint at);

/* Appends a label and its note in the second column, or on the next line where the label is too long. */
void help_text_append_row (GString *out, const char *label, const char *note);
