/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/registry.h>

#include "registry/layout.h"
#include "registry/name-sort.h"
#include "registry/registry-private.h"

/* An index of names: a folded name leads to all who bear it. */
typedef struct _ChnNames ChnNames;

typedef struct {
  gconstpointer thing;
  ChnDate *during; /* NULL is always; borrowed */
  guint alias;     /* its number among those of the thing, where it is one */
  ChnNameSort sort;
  gboolean is_code; /* a code, which nobody writes in mixed case */
} ChnBearer;

/* The id of a State is its code in lower case. The actor is NULL for forums, which have no codes. */
gboolean chn_name_is_code (const ChnNamed *actor, ChnNameSort sort);

/* To which names are added. */
ChnNames *chn_names_new (void);

/* Those that lie packed in a registry, which is borrowed. */
ChnNames *chn_names_new_packed (const ChnRegistry *registry, ChnPackedSort sort);

void chn_names_free (ChnNames *names);

void chn_names_add (ChnNames *names, const char *name, const ChnBearer *bearer);

/* Appends who bears a folded name to an array of ChnBearer. */
void chn_names_find (const ChnNames *names, const char *folded, GArray *bearers);

/*
 * Those who look through all names: `wants` is asked of each, and `take` is given who bears those that are wanted.
 * Where folding all of them would cost too much, `passes` says of a name as it is written that it is not wanted.
 */
typedef struct {
  gboolean (*passes) (const char *name, gpointer data); /* NULL where no name is passed over */
  gboolean (*wants) (const char *folded, gboolean is_code, gpointer data);
  void (*take) (const char *folded, const ChnBearer *bearer, gpointer data);
} ChnNamesVisitor;

/* Each name with each of its bearers, in no particular order. */
void chn_names_visit (const ChnNames *names, const ChnNamesVisitor *visitor, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnNames, chn_names_free)
