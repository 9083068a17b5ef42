/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/event.h>

/**
 * chn_event_field_differs:
 * @a: an event
 * @b: another
 * @field: which field of theirs
 *
 * Compares one field as it is written: texts and dates byte by byte, lists with their order, what is
 * compound item by item. What is not stated equals an empty text. Where values stand in their files is
 * no part of them.
 *
 * Returns: whether the two say something else
 */
gboolean chn_event_field_differs (const ChnEvent *a, const ChnEvent *b, ChnField field);

/**
 * chn_event_diff:
 * @a: an event
 * @b: another
 * @fields: (out caller-allocates) (array length=CHN_N_FIELDS): those that differ, in the order of #ChnField
 *
 * Returns: how many fields differ
 */
guint chn_event_diff (const ChnEvent *a, const ChnEvent *b, ChnField fields[CHN_N_FIELDS]);
