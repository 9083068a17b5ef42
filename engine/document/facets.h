/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

#include "document/compose.h"

/* What the entries of a document can be chosen by: it grows entry by entry, in their order. */
typedef struct _ChnFacetList ChnFacetList;

ChnFacetList *chn_facet_list_new (const ChnTimeline *timeline);
void chn_facet_list_free (ChnFacetList *list);

/* Finds the codes of the next entry, of a row that is loaded, and which entry is the first of its event. */
void chn_facet_list_add (ChnFacetList *list, guint row, const ChnEvent *event, ChnEntry *entry);

/* Orders the choices, and gives them and the codes of all entries to the document. */
void chn_facet_list_finish (ChnFacetList *list, ChnComposer *composer, ChnDocument *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnFacetList, chn_facet_list_free)
