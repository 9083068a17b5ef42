/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/api.h>

G_BEGIN_DECLS

/**
 * ChnField:
 *
 * The fields of an event, in the order in which every format writes them.
 */
typedef enum {
  CHN_FIELD_ID,
  CHN_FIELD_DATE,
  CHN_FIELD_ZONE,
  CHN_FIELD_TITLE,
  CHN_FIELD_LABEL,
  CHN_FIELD_SUMMARY,
  CHN_FIELD_KIND,
  CHN_FIELD_FORUMS,
  CHN_FIELD_SYMBOLS,
  CHN_FIELD_ACTORS,
  CHN_FIELD_VOTE,
  CHN_FIELD_PLACE,
  CHN_FIELD_STATUS,
  CHN_FIELD_CONFIDENCE,
  CHN_FIELD_IMPORTANCE,
  CHN_FIELD_TAGS,
  CHN_FIELD_SERIES,
  CHN_FIELD_NTH,
  CHN_FIELD_REPEAT,
  CHN_FIELD_RELATIONS,
  CHN_FIELD_SOURCES,
  CHN_FIELD_VISIBILITY,
  CHN_FIELD_IGNORE,
  CHN_FIELD_REVISED,
  CHN_FIELD_EXTRA,
  CHN_N_FIELDS,
} ChnField;

/**
 * ChnFieldShape:
 *
 * How a field's value is made.
 */
typedef enum {
  CHN_SHAPE_TEXT,    /* one UTF-8 string: chn_event_set_text() */
  CHN_SHAPE_DATE,    /* EDTF: chn_event_set_date() */
  CHN_SHAPE_TERM,    /* a value of a vocabulary: chn_event_set_term() */
  CHN_SHAPE_NUMBER,  /* a small whole number: chn_event_set_number() */
  CHN_SHAPE_LIST,    /* strings: chn_event_add_item() */
  CHN_SHAPE_COMPOUND /* has functions of its own */
} ChnFieldShape;

/**
 * ChnFieldInfo:
 * @name: key in YAML and JSON, column in CSV
 * @shape: how its value is made
 * @vocabulary: for %CHN_SHAPE_TERM a #ChnVocabularyId, else -1
 * @can_be_said: whether a source may make a claim about it (`says:`)
 * @note: one line of explanation
 */
typedef struct {
  const char *name;
  ChnFieldShape shape;
  int vocabulary;
  gboolean can_be_said;
  const char *note;
} ChnFieldInfo;

/** chn_field_get_info: (transfer none): the row of the field table. */
CHN_API const ChnFieldInfo *chn_field_get_info (ChnField field);

/**
 * chn_field_find:
 * @name: a field's name; also the YAML singulars "forum", "symbol", "tag", "actor", "source"
 * @length: its bytes, or -1
 *
 * Returns: the field, or -1 when there is none
 */
CHN_API int chn_field_find (const char *name, gssize length);

G_END_DECLS
