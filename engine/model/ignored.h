/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/event.h>

/* One line of CHN_FIELD_IGNORE: a rule, and why what it finds of the event is right all the same. */
typedef struct {
  const char *code, *reason;
  gsize code_length, reason_length;
} ChnIgnored;

/* The next line; `*at` is the field's text at first, which may be NULL. FALSE where there is none. */
gboolean chn_ignored_next (const char **at, ChnIgnored *ignored);

/* Whether the event has check pass over a rule; *reason, where it is not NULL, gets why, to be freed. */
gboolean chn_event_ignores (const ChnEvent *event, const char *code, char **reason);

/* Adds a line. Fails where the code is no slug, or comes again, or the reason is empty. */
gboolean chn_event_add_ignored (ChnEvent *event, const char *code, gsize code_length, const char *reason,
                                gsize reason_length, GError **error);
