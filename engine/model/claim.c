/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What sources say: a claim's value in the spelling of the field that it speaks of.
 *
 *   date              EDTF, kept as given
 *   terms             a name of the field's vocabulary
 *   symbols           a document symbol, made canonical where it is known
 *   vote              counts: "40-77", "111-19-55", "consensus"
 *   nth, importance   a whole number from 1
 *   forums, actors    a name of the registry
 *   others            any text
 */
#include "model/claim.h"

#include <chancery/date.h>
#include <chancery/vote.h>
#include <string.h>

#include "base/error.h"
#include "model/field-text.h"
#include "model/symbol/spelling.h"

typedef char *(*Reader) (const ChnFieldInfo *info, const char *value, GError **error);

static char *
read_text (const ChnFieldInfo *info, const char *value, GError **error)
{
  (void) info, (void) error;
  return g_strdup (value);
}

static char *
read_date (const ChnFieldInfo *info, const char *value, GError **error)
{
  (void) info;
  g_autoptr (ChnDate) date = chn_date_parse (value, -1, error);
  return date ? g_strdup (value) : NULL;
}

static char *
read_term (const ChnFieldInfo *info, const char *value, GError **error)
{
  ChnVocabularyId vocabulary = (ChnVocabularyId) info->vocabulary;
  int term = chn_vocabulary_find (vocabulary, value, -1, error);
  return term < 0 ? NULL : g_strdup (chn_vocabulary_get_term_name (vocabulary, (guint) term));
}

static char *
read_number (const ChnFieldInfo *info, const char *value, GError **error)
{
  guint number = 0;
  if (chn_field_parse_number (value, strlen (value), (ChnFieldRange){ 1, G_MAXINT32 }, &number))
    return g_strdup_printf ("%u", number);
  chn_error_set (error, CHN_ERROR_SYNTAX, "write a whole number from 1", "\"%s\" is no %s", value, info->name);
  return NULL;
}

static char *
read_symbol (const ChnFieldInfo *info, const char *value, GError **error)
{
  (void) info;
  (void) error;
  char *spelled = NULL;
  chn_symbol_spell (value, -1, &spelled, NULL);
  return spelled;
}

static char *
read_vote (const ChnFieldInfo *info, const char *value, GError **error)
{
  (void) info;
  ChnVote vote = CHN_VOTE_NONE;
  return chn_vote_parse_counts (value, -1, &vote, error) ? chn_vote_dup_counts (&vote) : NULL;
}

static Reader
find_reader (ChnField field)
{
  static const Reader by_shape[] = {
    [CHN_SHAPE_TEXT] = read_text,     [CHN_SHAPE_DATE] = read_date, [CHN_SHAPE_TERM] = read_term,
    [CHN_SHAPE_NUMBER] = read_number, [CHN_SHAPE_LIST] = read_text, [CHN_SHAPE_COMPOUND] = read_vote,
  };
  return field == CHN_FIELD_SYMBOLS ? read_symbol : by_shape[chn_field_get_info (field)->shape];
}

gboolean
chn_claim_is_name (ChnField field)
{
  return field == CHN_FIELD_FORUMS || field == CHN_FIELD_ACTORS;
}

char *
chn_claim_dup_canonical (ChnField field, const char *value, GError **error)
{
  if (value[0] == '\0') {
    chn_error_set (error, CHN_ERROR_SYNTAX, NULL, "the value is empty");
    return NULL;
  }
  g_return_val_if_fail (!chn_claim_is_name (field), NULL);
  return find_reader (field) (chn_field_get_info (field), value, error);
}
