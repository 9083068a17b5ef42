/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/chancery.h>

/* How a count is drawn. */
typedef struct {
  const ChnFormat *format;
  const ChnWriteOptions *options;
  const char *title; /* NULL: what is counted */
  const char *scope; /* what was asked for, in words; may be empty */
  const char *as_of; /* in words, or NULL */
  guint n_left_out;  /* events that did not take place */
} CountPicture;

/* The count as a picture, whose description is the table; NULL on error. */
GString *count_picture_draw (const ChnCount *count, const CountPicture *picture, GError **error);
