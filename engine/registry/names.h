/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/registry.h>

#include "registry/layout.h"

/* An index of names: a folded name leads to all who bear it. */
typedef struct _ChnNames ChnNames;

typedef struct {
  gconstpointer thing;
  ChnDate *during;  /* NULL is always; borrowed */
  gboolean is_code; /* a code, which nobody writes in mixed case */
} ChnBearer;

/* To which names are added. */
ChnNames *chn_names_new (void);

/* Those that lie packed in a registry, which is borrowed. */
ChnNames *chn_names_new_packed (const ChnRegistry *registry, ChnPackedSort sort);

void chn_names_free (ChnNames *names);

void chn_names_add (ChnNames *names, const char *name, const ChnBearer *bearer);

/* Appends who bears a folded name to an array of ChnBearer. */
void chn_names_find (const ChnNames *names, const char *folded, GArray *bearers);

typedef void (*ChnNamesVisitor) (const char *folded, const ChnBearer *bearer, gpointer data);

/* Each name with each of its bearers, in no particular order. */
void chn_names_visit (const ChnNames *names, ChnNamesVisitor visitor, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnNames, chn_names_free)
