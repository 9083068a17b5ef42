/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

#define OFFICE_WORD_NAMESPACE "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define OFFICE_RELATIONS_NAMESPACE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/* Whether a node is an element of Word, of a name or of any (NULL). */
gboolean office_is_word (const xmlNode *node, const char *name);

/*
 * Takes out of a part of a template what refers to relations other than those kept (a set of ids), and fields that
 * fetch something from elsewhere. What stands in a link stays, without the link. What was taken out is named in
 * `dropped` (char *, owned).
 */
void office_house_clean (xmlNode *root, GHashTable *kept, const char *part, GPtrArray *dropped);
