/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/event.h>

/* The range of a field whose value is a number. */
typedef struct {
  guint least, most;
} ChnFieldRange;

ChnFieldRange chn_field_get_range (ChnField field);

/* A whole number in digits alone, such as "17"; FALSE for anything else, and outside the range. */
gboolean chn_field_parse_number (const char *text, gsize length, ChnFieldRange range, guint *number);

/* The error of a text that is none. */
void chn_field_set_number_error (GError **error, const char *text, gsize length, ChnFieldRange range);

/*
 * Reads the value of a field that has one value: a text, date, term or number, or a vote as its counts. An error says
 * where in the text it is, and leaves the field as it was. Length -1 means up to the NUL.
 */
gboolean chn_event_set_field (ChnEvent *event, ChnField field, const char *text, gssize length, GError **error);

/*
 * Adds one item to a field that has several: a forum, symbol or tag; "actor (role)"; "type: target" of a relation.
 * What stands in parentheses and is no role belongs to the actor's name.
 */
gboolean chn_event_add_to_field (ChnEvent *event, ChnField field, const char *text, gssize length, GError **error);
