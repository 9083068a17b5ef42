/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The two shapes of help: running text, and a label beside its note. */
#include "help-text.h"

enum { WIDTH = 80, LABEL_WIDTH = 26 };

void
help_text_append_wrapped (GString *out, const char *text, guint indent, guint at)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  for (guint i = 0; words[i]; i++) {
    guint length = (guint) g_utf8_strlen (words[i], -1);
    if (i > 0 && at + 1 + length > WIDTH) {
      g_string_append_printf (out, "\n%*s", (int) indent, "");
      at = indent;
    } else if (i > 0) {
      g_string_append_c (out, ' ');
      at++;
    }
    g_string_append (out, words[i]);
    at += length;
  }
  g_string_append_c (out, '\n');
}

void
help_text_append_row (GString *out, const char *label, const char *note)
{
  guint length = 2 + (guint) g_utf8_strlen (label, -1);
  g_string_append_printf (out, "  %s", label);
  if (length + 2 > LABEL_WIDTH)
    g_string_append_printf (out, "\n%*s", LABEL_WIDTH, "");
  else
    g_string_append_printf (out, "%*s", (int) (LABEL_WIDTH - length), "");
  help_text_append_wrapped (out, note, LABEL_WIDTH, LABEL_WIDTH);
}
