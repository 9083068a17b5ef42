/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/event.h>

/*
 * The mark of an import: a digest of what it made of a row, which stays with the event as an extra. By it a later
 * import tells whether the event was edited since.
 */
#define CHN_IMPORT_MARK "imported"

/* Bytes of a mark, its NUL among them. */
enum { CHN_MARK_SIZE = 18 };

/* The digest of an event as it is, without its id and its mark. */
void chn_mark_make (const ChnEvent *event, char mark[CHN_MARK_SIZE]);

/* The mark that an event bears, or NULL. */
const char *chn_mark_get (const ChnEvent *event);
