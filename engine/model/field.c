/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The field table of an event: what readers, writers, claims and help go by. */
#include <chancery/field.h>

#include <string.h>

#include <chancery/vocabulary.h>

#include "base/slice.h"

static const ChnFieldInfo fields[CHN_N_FIELDS] = {
  [CHN_FIELD_ID] = { "id", CHN_SHAPE_TEXT, -1, FALSE, "slug, unique and never reused" },
  [CHN_FIELD_DATE] = { "date", CHN_SHAPE_DATE, -1, TRUE, "when it happened, EDTF (ISO 8601-2:2019)" },
  [CHN_FIELD_ZONE] = { "zone", CHN_SHAPE_TEXT, -1, FALSE, "IANA time zone of its time, if not the timeline's" },
  [CHN_FIELD_TITLE] = { "title", CHN_SHAPE_TEXT, -1, TRUE, "one line that stands alone" },
  [CHN_FIELD_LABEL] = { "label", CHN_SHAPE_TEXT, -1, FALSE,
                        "short title for pictures and narrow tables, of 40 characters at most" },
  [CHN_FIELD_SUMMARY] = { "summary", CHN_SHAPE_TEXT, -1, TRUE, "plain text; an empty line separates paragraphs" },
  [CHN_FIELD_KIND] = { "kind", CHN_SHAPE_TERM, CHN_VOCABULARY_KIND, TRUE, "what kind of event it is" },
  [CHN_FIELD_FORUMS] = { "forums", CHN_SHAPE_LIST, -1, TRUE, "where it happened: ids of the forum tree" },
  [CHN_FIELD_SYMBOLS] = { "symbols", CHN_SHAPE_LIST, -1, TRUE, "document symbols" },
  [CHN_FIELD_ACTORS] = { "actors", CHN_SHAPE_COMPOUND, -1, TRUE, "who took part, each in a role" },
  [CHN_FIELD_VOTE] = { "vote", CHN_SHAPE_COMPOUND, -1, TRUE, "counts yes-no-abstain, method, result, roll call" },
  [CHN_FIELD_PLACE] = { "place", CHN_SHAPE_TEXT, -1, TRUE, "city or building" },
  [CHN_FIELD_STATUS] = { "status", CHN_SHAPE_TERM, CHN_VOCABULARY_STATUS, TRUE, "whether it took place" },
  [CHN_FIELD_CONFIDENCE] = { "confidence", CHN_SHAPE_TERM, CHN_VOCABULARY_CONFIDENCE, FALSE,
                             "how well it is established" },
  [CHN_FIELD_IMPORTANCE] = { "importance", CHN_SHAPE_NUMBER, -1, FALSE, "1 (detail) to 5 (turning point)" },
  [CHN_FIELD_TAGS] = { "tags", CHN_SHAPE_LIST, -1, FALSE, "words to find it by" },
  [CHN_FIELD_SERIES] = { "series", CHN_SHAPE_TEXT, -1, FALSE, "the series that it belongs to" },
  [CHN_FIELD_NTH] = { "nth", CHN_SHAPE_NUMBER, -1, TRUE, "its place in the series, from 1" },
  [CHN_FIELD_REPEAT] = { "repeat", CHN_SHAPE_TEXT, -1, FALSE, "RRULE (RFC 5545, 3.3.10) of what recurs" },
  [CHN_FIELD_RELATIONS] = { "relations", CHN_SHAPE_COMPOUND, -1, FALSE, "how it is related to other events" },
  [CHN_FIELD_SOURCES] = { "sources", CHN_SHAPE_COMPOUND, -1, FALSE,
                          "what it rests on, with pinpoint, quotation and claims" },
  [CHN_FIELD_VISIBILITY] = { "visibility", CHN_SHAPE_TERM, CHN_VOCABULARY_VISIBILITY, FALSE, "who may see it" },
  [CHN_FIELD_IGNORE] = { "ignore", CHN_SHAPE_TEXT, -1, FALSE,
                         "rules of check that it is right to break, each with the reason" },
  [CHN_FIELD_REVISED] = { "revised", CHN_SHAPE_DATE, -1, FALSE, "when this entry was last changed" },
  [CHN_FIELD_EXTRA] = { "extra", CHN_SHAPE_COMPOUND, -1, FALSE, "what another origin carried and no field holds" },
};

typedef struct {
  const char *name;
  ChnField field;
} Singular;

static const Singular singulars[] = {
  { "forum", CHN_FIELD_FORUMS }, { "symbol", CHN_FIELD_SYMBOLS }, { "actor", CHN_FIELD_ACTORS },
  { "tag", CHN_FIELD_TAGS },     { "source", CHN_FIELD_SOURCES },
};

const ChnFieldInfo *
chn_field_get_info (ChnField field)
{
  g_return_val_if_fail (field < CHN_N_FIELDS, NULL);
  return &fields[field];
}

int
chn_field_find (const char *name, gssize length)
{
  const ChnSlice slice = { name, length < 0 ? strlen (name) : (gsize) length };
  for (guint i = 0; i < CHN_N_FIELDS; i++)
    if (chn_slice_is (&slice, fields[i].name))
      return (int) i;
  for (guint i = 0; i < G_N_ELEMENTS (singulars); i++)
    if (chn_slice_is (&slice, singulars[i].name))
      return (int) singulars[i].field;
  return -1;
}
