/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/field.h>

/* Whether what a source says of this field is the name of an actor or forum, for the registry to resolve. */
gboolean chn_claim_is_name (ChnField field);

/*
 * Reads a claim's value as a value of its field, other than a name. Returns its canonical text, or
 * the text itself where the field has no spelling of its own; NULL on error.
 */
char *chn_claim_dup_canonical (ChnField field, const char *value, GError **error);
