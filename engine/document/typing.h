/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/picture.h"

/* How text is set. */
typedef struct {
  double size; /* the height of the font */
  gboolean is_bold;
} ChnType;

/* A text as it is shown, and how wide. */
typedef struct {
  const char *text;
  double width;
  gboolean is_leftward; /* its first letter is of a script that runs from right to left */
} ChnTyped;

/*
 * Measures the texts of one picture, word by word, each word once; and makes them safe to show: what a viewer would
 * obey instead of showing, such as an override of direction, is shown as <U+202E>, and runs of blanks are one. All
 * that it gives lives as long as it does.
 */
typedef struct _ChnTyping ChnTyping;

ChnTyping *chn_typing_new (const ChnPicturePlugin *plugin, const char *font);
void chn_typing_free (ChnTyping *typing);

/* The text as it is shown; of an enormous one the beginning, since no picture is wide enough for more. */
const char *chn_typing_guard (ChnTyping *typing, const char *text);

/* A text that is guarded, measured. */
ChnTyped chn_type (ChnTyping *typing, const char *guarded, const ChnType *type);

/*
 * The same cut behind a word, with an ellipsis, so that it is no wider than that; as it is where it is not wider. Its
 * text is NULL where less than `least` of its width would be left, or no word.
 */
ChnTyped chn_type_cut (ChnTyping *typing, const char *guarded, const ChnType *type, double width, double least);

/* Lines no wider than that, broken within a word only where it is wider itself, and no more than so many: what is
 * left then is an ellipsis. ChnTyped. */
GArray *chn_type_lines (ChnTyping *typing, const char *guarded, const ChnType *type, double width, guint most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnTyping, chn_typing_free)
