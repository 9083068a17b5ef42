/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Scores that options state. */
#include "score.h"

#include <math.h>

#include "usage.h"

gboolean
score_parse (const Arguments *arguments, const char *option, double *score, GError **error)
{
  const char *text = arguments_get (arguments, option);
  char *end = NULL;
  double value = text ? g_ascii_strtod (text, &end) : *score;
  if (text && (end == text || *end || isnan (value) || value < 0 || value > 1)) {
    usage_set_error (error, "--%s takes a score from 0 to 1, not \"%s\", as in --%s 0.8", option, text, option);
    return FALSE;
  }
  *score = value;
  return TRUE;
}
