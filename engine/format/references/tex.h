/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Text as BibTeX has it, in Unicode: accents made of commands, braces gone, signs for themselves. */
char *chn_tex_dup_text (const char *tex);

/* Text between braces, in which what TeX would take for something else has a backslash. */
void chn_tex_append (GString *out, const char *text);
