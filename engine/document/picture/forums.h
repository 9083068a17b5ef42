/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "document/document.h"

/* Which forum stands for each in a picture: the tree of forums, in which what holds many events is parted. */
typedef struct _ChnForumRoll ChnForumRoll;

ChnForumRoll *chn_forum_roll_new (const ChnDocument *document);
void chn_forum_roll_free (ChnForumRoll *roll);

/* The label of the forum that stands for the first forum of an entry; NULL where it has none. */
const char *chn_forum_roll_find (const ChnForumRoll *roll, const ChnEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnForumRoll, chn_forum_roll_free)
