/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/field.h>

G_BEGIN_DECLS

/**
 * ChnSourceField:
 *
 * The fields of a source, all text, in the order in which formats write them.
 */
typedef enum {
  CHN_SOURCE_KEY,
  CHN_SOURCE_TITLE,
  CHN_SOURCE_AUTHOR,
  CHN_SOURCE_PUBLISHER,
  CHN_SOURCE_DATE, /* EDTF: when it was published */
  CHN_SOURCE_URL,
  CHN_SOURCE_SYMBOL, /* a document symbol */
  CHN_SOURCE_LANGUAGE,
  CHN_SOURCE_ACCESSED,
  CHN_SOURCE_ARCHIVE,
  CHN_SOURCE_NOTE,
  CHN_SOURCE_CORRECTS,        /* keys of sources that it corrects, joined by "; " */
  CHN_SOURCE_WITHDRAWS,       /* keys of sources that it withdraws, joined by "; " */
  CHN_SOURCE_REASON,          /* why it does so */
  CHN_SOURCE_VISIBILITY,      /* a term of CHN_VOCABULARY_VISIBILITY: who may see it */
  CHN_SOURCE_NOTE_VISIBILITY, /* the same of its note alone */
  CHN_N_SOURCE_FIELDS,
} ChnSourceField;

/**
 * ChnSource:
 * @text: (nullable elements): value of each #ChnSourceField; the key is never %NULL
 *
 * A publication that events cite.
 */
typedef struct {
  const char *text[CHN_N_SOURCE_FIELDS];
} ChnSource;

/** chn_source_field_get_name: key in YAML and JSON. */
CHN_API const char *chn_source_field_get_name (ChnSourceField field);

/** chn_source_field_find: the field of a name, or -1. */
CHN_API int chn_source_field_find (const char *name, gssize length);

/**
 * chn_source_next_key:
 * @keys: (nullable): keys joined by "; ", as %CHN_SOURCE_CORRECTS has them, or where the last key ended
 * @length: (out): bytes of the key
 *
 * Returns: (transfer none) (nullable): where the next key begins, %NULL where there is none
 */
CHN_API const char *chn_source_next_key (const char *keys, gsize *length);

/**
 * chn_source_names:
 * @source: a source
 * @field: %CHN_SOURCE_CORRECTS or %CHN_SOURCE_WITHDRAWS
 * @key: key of another source
 *
 * Returns: whether the field names that source
 */
CHN_API gboolean chn_source_names (const ChnSource *source, ChnSourceField field, const char *key);

/**
 * ChnClaim:
 * @field: which field of the event the source speaks about
 * @value: what it says, in the field's own spelling (EDTF, "111-19-55", a forum's id)
 *
 * What one source says about one field, where that is worth recording.
 */
typedef struct {
  ChnField field;
  const char *value;
} ChnClaim;

/**
 * ChnCitation:
 * @source: key of the source
 * @at: (nullable): pinpoint, "para 12"
 * @quote: (nullable): at most a few words, verbatim
 * @note: (nullable): what the citing editor remarks
 * @n_claims: length of @claims
 * @claims: (array length=n_claims) (nullable): what it says
 * @visibility: who may see @quote: a value of %CHN_VOCABULARY_VISIBILITY
 * @note_visibility: who may see @note
 *
 * An event's citation of a source.
 */
typedef struct {
  const char *source;
  const char *at;
  const char *quote;
  const char *note;
  guint n_claims;
  const ChnClaim *claims;
  guint visibility;
  guint note_visibility;
} ChnCitation;

G_END_DECLS
