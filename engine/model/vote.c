/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The counts of a vote as chronologies write them.
 *
 *   counts = number "-" number [ "-" number ]   in favour, against, abstentions
 *          / "consensus"                        in any case
 *   number = 1*6DIGIT
 *
 * The order is that of United Nations meeting records: "111-19-55" is 111 to 19, with 55 abstentions.
 */
#include <chancery/vote.h>

#include <string.h>

#include "base/error.h"

enum { MOST_DIGITS = 6, MOST_COUNTS = 3 };

/* What people type instead of a hyphen. */
static const char *const dashes[] = { "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212", ":", "/", "," };

static gsize
dash_length (const char *text, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (length >= strlen (dashes[i]) && memcmp (text, dashes[i], strlen (dashes[i])) == 0)
      return strlen (dashes[i]);
  return 0;
}

/* The text with hyphens for other dashes and without blanks, in so far as that makes counts of it. */
static char *
dup_hint (const char *text, gsize length)
{
  g_autoptr (GString) mended = g_string_new (NULL);
  for (gsize i = 0; i < length; i++) {
    gsize dash = dash_length (text + i, length - i);
    if (dash > 0)
      i += dash - 1;
    if (dash > 0)
      g_string_append_c (mended, '-');
    else if (text[i] != ' ')
      g_string_append_c (mended, text[i]);
  }
  ChnVote vote = CHN_VOTE_NONE;
  if (chn_vote_parse_counts (mended->str, (gssize) mended->len, &vote, NULL))
    return g_strdup_printf ("write \"%s\"", mended->str);
  return g_strdup ("write the counts as \"111-19-55\" (in favour, against, abstentions), or \"consensus\"");
}

static gboolean
fail (const char *text, gsize length, gsize offset, const char *expected, GError **error)
{
  if (!error)
    return FALSE;
  g_autofree char *hint = dup_hint (text, length);
  gsize rest = length - offset;
  const char *end = rest > 0 ? g_utf8_find_next_char (text + offset, text + length) : NULL;
  gsize width = rest == 0 ? 0 : end ? (gsize) (end - text) - offset : rest;
  if (rest == 0)
    chn_error_set_at (error, CHN_ERROR_SYNTAX, offset, 0, hint, "the vote ends where %s is expected", expected);
  else
    chn_error_set_at (error, CHN_ERROR_SYNTAX, offset, width, hint, "found \"%.*s\" where %s is expected",
                      (int) width, text + offset, expected);
  return FALSE;
}

/* Reads digits at *at; FALSE when there are none or too many. */
static gboolean
read_number (const char *text, gsize length, gsize *at, gint32 *number)
{
  gsize from = *at;
  gint32 value = 0;
  for (; *at < length && g_ascii_isdigit (text[*at]) && *at - from < MOST_DIGITS; (*at)++)
    value = value * 10 + (text[*at] - '0');
  *number = value;
  return *at > from && (*at == length || !g_ascii_isdigit (text[*at]));
}

gboolean
chn_vote_parse_counts (const char *text, gssize length, ChnVote *vote, GError **error)
{
  g_return_val_if_fail (text && vote, FALSE);
  gsize bytes = length < 0 ? strlen (text) : (gsize) length;
  if (bytes == strlen ("consensus") && g_ascii_strncasecmp (text, "consensus", bytes) == 0) {
    vote->method = CHN_METHOD_CONSENSUS;
    vote->result = CHN_RESULT_ADOPTED;
    vote->yes = vote->no = vote->abstain = -1;
    return TRUE;
  }
  gint32 count[MOST_COUNTS] = { -1, -1, -1 };
  gsize at = 0;
  for (guint i = 0; i < MOST_COUNTS; i++) {
    if (i > 0 && (at == bytes ? i < 2 : text[at] != '-'))
      return fail (text, bytes, at, "\"-\"", error);
    if (i > 0 && at++ == bytes)
      break;
    if (!read_number (text, bytes, &at, &count[i]))
      return fail (text, bytes, at, "a number of votes of at most six digits", error);
  }
  if (count[2] >= 0 && at < bytes)
    return fail (text, bytes, at, "the end", error);
  vote->yes = count[0];
  vote->no = count[1];
  vote->abstain = count[2];
  vote->method = vote->method == CHN_METHOD_PROCEDURAL ? CHN_METHOD_PROCEDURAL : CHN_METHOD_RECORDED;
  return TRUE;
}

char *
chn_vote_dup_counts (const ChnVote *vote)
{
  if (vote->yes >= 0 && vote->no >= 0)
    return vote->abstain < 0 ? g_strdup_printf ("%d-%d", vote->yes, vote->no)
                             : g_strdup_printf ("%d-%d-%d", vote->yes, vote->no, vote->abstain);
  return vote->method == CHN_METHOD_CONSENSUS ? g_strdup ("consensus") : NULL;
}

gboolean
chn_vote_is_present (const ChnVote *vote)
{
  return vote->method != CHN_METHOD_NONE || vote->result != CHN_RESULT_NONE || vote->yes >= 0 || vote->no >= 0 ||
         vote->abstain >= 0 || vote->not_voting >= 0 || vote->n_ballots > 0;
}
