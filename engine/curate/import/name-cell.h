/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/event.h>
#include <chancery/registry.h>

#include "curate/import/unknown-names.h"

/* Whose names a cell has. */
typedef struct {
  const ChnRegistry *registry;
  ChnUnknownNames *unknown; /* where names go that nothing bears */
  const ChnDateBounds *at;  /* of the event */
} ChnNameLookup;

/*
 * Adds the actors of a cell, a list by ";", line breaks, commas or "and", each with a role in parentheses or this
 * one. What is no known name is appended to `rest`.
 */
void chn_name_cell_take_actors (const ChnNameLookup *lookup, const char *cell, guint role, ChnEvent *event,
                                GString *rest);

/* The same of forums. */
void chn_name_cell_take_forums (const ChnNameLookup *lookup, const char *cell, ChnEvent *event, GString *rest);

/* A body, or a place: what is no forum goes to `rest` and is no unknown name. */
void chn_name_cell_take_where (const ChnNameLookup *lookup, const char *cell, ChnEvent *event, GString *rest);
