/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* How an organ numbers its documents. */
typedef enum {
  CHN_NUMBERING_ASSEMBLY, /* by session since the thirty-first, serially before */
  CHN_NUMBERING_COUNCIL,  /* Security Council: by year since 1994, serially before */
  CHN_NUMBERING_HRC,      /* by session */
  CHN_NUMBERING_UPR,      /* by session and country */
  CHN_NUMBERING_YEAR,     /* by year */
  CHN_NUMBERING_TREATY,   /* by session or country, each committee in its way */
  CHN_NUMBERING_SESSION,  /* by session, or by year */
  CHN_NUMBERING_FREE,     /* anything */
  CHN_NUMBERING_PRESS,    /* serially; not a document */
} ChnNumbering;

typedef struct {
  const char *prefix; /* leading parts; one that ends in a dot takes any number after it */
  const char *organ;  /* NULL when it is the prefix as found */
  const char *forum;
  const char *special; /* forum of special sessions, "S-n", when another */
  ChnNumbering numbering;
} ChnOrgan;

/* The organ of a canonical symbol by its longest prefix, with the bytes of the prefix; or NULL. */
const ChnOrgan *chn_organ_find (const char *symbol, gsize *length);
