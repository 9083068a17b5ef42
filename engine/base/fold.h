/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * Folds text for search: case, compatibility forms and accents go, and letters that Unicode does not decompose
 * become plain ones (ø o, æ ae); the apostrophes become ', the hyphens and dashes -; runs of white space become one
 * blank. Invalid UTF-8 is replaced first.
 */
char *chn_fold_text (const char *text, gssize length);

/* The same, behind what is in `out`. */
void chn_fold_append (GString *out, const char *text, gssize length);

/*
 * Folds a name for look-up: as chn_fold_text(), then everything but letters and digits goes too,
 * so that "Cote d'Ivoire", "CÔTE D’IVOIRE" and "cote-divoire" are one, as are "D.P.R.K." and "DPRK".
 */
char *chn_fold_name (const char *text, gssize length);
