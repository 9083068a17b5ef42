/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/date.h>

/* An index of names: a folded name leads to all who bear it. */
typedef struct _ChnNames ChnNames;

typedef struct {
  gconstpointer thing;
  ChnDate *during;  /* NULL is always; borrowed */
  gboolean is_code; /* a code, which nobody writes in mixed case */
} ChnBearer;

ChnNames *chn_names_new (void);
void chn_names_free (ChnNames *names);

void chn_names_add (ChnNames *names, const char *name, const ChnBearer *bearer);

/* Who bears a folded name, or NULL: GArray of ChnBearer. */
const GArray *chn_names_find (const ChnNames *names, const char *folded);

typedef void (*ChnNamesVisitor) (const char *folded, const ChnBearer *bearer, gpointer data);

/* Each name with each of its bearers, in no particular order. */
void chn_names_visit (const ChnNames *names, ChnNamesVisitor visitor, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnNames, chn_names_free)
