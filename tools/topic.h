/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* What help can be asked for beside commands. */
typedef struct {
  const char *name;
  const char *summary;           /* one line */
  const char *text;              /* as it is shown; NULL for none */
  void (*append) (GString *out); /* what the library's tables say; NULL for nothing */
} Topic;

/* The table of topics. */
const Topic *topic_get_all (guint *n);

/* The names of topics, query fields and formats, NULL-ended: what topic_dup_text() knows. */
char **topic_dup_names (void);

/* What help says of a topic, a query field or a format; NULL for any other name. */
char *topic_dup_text (const char *name);
