/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/* The kind that a cell names: by its name, its label, or a word of another language; -1 for none. */
int chn_kind_words_find (const char *cell);
