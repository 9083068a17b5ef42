/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * From the text of a field to its value, for every format that has fields as text:
 *
 *   text     = as it stands          date = EDTF          term = a name of the field's vocabulary
 *   number   = 1*DIGIT               vote = counts, see model/vote.c
 *   actor    = name [ *blank "(" role ")" ]
 *   relation = [ type ":" *" " ] target
 */
#include "model/field-text.h"

#include <string.h>

#include "base/error.h"
#include "base/guard.h"

/* Bytes of what is no number that are shown. */
enum { LONGEST_SHOWN = 60 };

ChnFieldRange
chn_field_get_range (ChnField field)
{
  return (ChnFieldRange){ 1, field == CHN_FIELD_IMPORTANCE ? 5 : G_MAXINT32 };
}

void
chn_field_set_number_error (GError **error, const char *text, gsize length, ChnFieldRange range)
{
  chn_error_set_at (error, CHN_ERROR_RANGE, 0, length, NULL, "found \"%.*s\", expected a whole number from %u to %u",
                    chn_guard_fit (text, length, LONGEST_SHOWN), text, range.least, range.most);
}

gboolean
chn_field_parse_number (const char *text, gsize length, ChnFieldRange range, guint *number)
{
  guint64 value = 0;
  for (gsize i = 0; i < length && value <= range.most; i++) {
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
    value = value * 10 + (guint64) (text[i] - '0');
  }
  if (length == 0 || value < range.least || value > range.most)
    return FALSE;
  *number = (guint) value;
  return TRUE;
}

static gboolean
set_text (ChnEvent *event, ChnField field, const char *text, gsize length, GError **error)
{
  (void) error;
  chn_event_set_text (event, field, text, (gssize) length);
  return TRUE;
}

static gboolean
set_date (ChnEvent *event, ChnField field, const char *text, gsize length, GError **error)
{
  g_autoptr (ChnDate) date = chn_date_parse (text, (gssize) length, error);
  if (date)
    chn_event_set_date (event, field, date);
  return date != NULL;
}

static gboolean
set_term (ChnEvent *event, ChnField field, const char *text, gsize length, GError **error)
{
  ChnVocabularyId vocabulary = (ChnVocabularyId) chn_field_get_info (field)->vocabulary;
  int term = chn_event_find_term (event, vocabulary, text, (gssize) length, error);
  if (term >= 0)
    chn_event_set_term (event, field, (guint) term);
  return term >= 0;
}

static gboolean
set_number (ChnEvent *event, ChnField field, const char *text, gsize length, GError **error)
{
  guint number = 0;
  ChnFieldRange range = chn_field_get_range (field);
  if (chn_field_parse_number (text, length, range, &number))
    chn_event_set_number (event, field, number);
  else
    chn_field_set_number_error (error, text, length, range);
  return number > 0;
}

static gboolean
set_vote (ChnEvent *event, ChnField field, const char *text, gsize length, GError **error)
{
  (void) field;
  ChnVote vote = CHN_VOTE_NONE;
  gboolean counts = chn_vote_parse_counts (text, (gssize) length, &vote, error);
  if (counts)
    chn_event_set_vote (event, &vote);
  return counts;
}

gboolean
chn_event_set_field (ChnEvent *event, ChnField field, const char *text, gssize length, GError **error)
{
  typedef gboolean (*Setter) (ChnEvent * event, ChnField field, const char *text, gsize length, GError **error);
  static const Setter by_shape[] = {
    [CHN_SHAPE_TEXT] = set_text,     [CHN_SHAPE_DATE] = set_date, [CHN_SHAPE_TERM] = set_term,
    [CHN_SHAPE_NUMBER] = set_number, [CHN_SHAPE_LIST] = NULL,     [CHN_SHAPE_COMPOUND] = NULL,
  };
  Setter set = field == CHN_FIELD_VOTE ? set_vote : by_shape[chn_field_get_info (field)->shape];
  g_return_val_if_fail (set, FALSE);
  return set (event, field, text, length < 0 ? strlen (text) : (gsize) length, error);
}

/* Where the parenthesis stands in which a text ends, or `length`. */
static gsize
find_parenthesis (const char *text, gsize length)
{
  gsize at = length;
  if (length > 0 && text[length - 1] == ')')
    while (at > 0 && text[at - 1] != '(')
      at--;
  return at > 0 && at < length ? at - 1 : length;
}

static gboolean
add_actor (ChnEvent *event, const char *text, gsize length)
{
  gsize opening = find_parenthesis (text, length);
  gboolean stated = opening > 0 && opening < length;
  int role =
      stated ? chn_vocabulary_find (CHN_VOCABULARY_ROLE, text + opening + 1, (gssize) (length - opening - 2), NULL)
             : -1;
  gsize end = role < 0 ? length : opening;
  while (role >= 0 && end > 0 && g_ascii_isspace (text[end - 1]))
    end--;
  chn_event_add_actor (event, text, (gssize) end, (guint) MAX (role, 0));
  return TRUE;
}

static gboolean
add_relation (ChnEvent *event, const char *text, gsize length, GError **error)
{
  const char *colon = memchr (text, ':', length), *target = colon ? colon + 1 : text, *end = text + length;
  int type = colon ? chn_event_find_term (event, CHN_VOCABULARY_RELATION, text, colon - text, error) : 0;
  while (target < end && *target == ' ')
    target++;
  if (type >= 0)
    chn_event_add_relation (event, (guint) type, target, end - target);
  return type >= 0;
}

gboolean
chn_event_add_to_field (ChnEvent *event, ChnField field, const char *text, gssize length, GError **error)
{
  gsize bytes = length < 0 ? strlen (text) : (gsize) length;
  if (field == CHN_FIELD_ACTORS)
    return add_actor (event, text, bytes);
  if (field == CHN_FIELD_RELATIONS)
    return add_relation (event, text, bytes, error);
  chn_event_add_item (event, field, text, (gssize) bytes);
  return TRUE;
}
