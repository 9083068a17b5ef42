/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * Files that hold some events of a timeline (a table, a calendar) may have relations that point outside of what was
 * read. Those become extras, and such extras become relations again where their target is there after all, so
 * that excerpts read together are whole. This is the key of the extra for a relation of a type: "outside-TYPE".
 */
char *chn_outside_dup_key (const char *type);

/* The type of the relation that an extra was, within its key; NULL of any other extra. */
const char *chn_outside_find_type (const char *key);
