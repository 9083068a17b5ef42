/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libxml/tree.h>

#include "parts.h"

/* One relation of a part to another (ECMA-376 part 2, 9.3). */
typedef struct {
  char *id;
  char *kind;   /* the last word of its type: "styles" */
  char *target; /* the name of a part; of what lies outside, its address */
  gboolean is_external;
} OfficeRelation;

/* The document of a part; NULL where there is none, or it is no XML, or it has a document type. */
xmlDoc *office_house_parse (const OfficeParts *parts, const char *name);

/* The value of an attribute, in a space or in none (NULL); NULL where there is none. */
char *office_house_dup_attribute (xmlNode *node, const char *name, const char *space);

/* OfficeRelation *, owned: those of a part, or of the package itself (""). */
GPtrArray *office_house_read_relations (const OfficeParts *parts, const char *name);

/* The first of a kind, or NULL; with an id, the one that has it. */
const OfficeRelation *office_house_find_relation (const GPtrArray *relations, const char *kind, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)
