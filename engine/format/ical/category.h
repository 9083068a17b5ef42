/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

/* What a category of a calendar is to a chronology: a kind of event, a forum, or a tag. */
typedef enum { CHN_CATEGORY_TAG, CHN_CATEGORY_KIND, CHN_CATEGORY_FORUM } ChnCategorySort;

typedef struct {
  ChnCategorySort sort;
  const ChnTerm *kind;
  const ChnForum *forum;
  gboolean canonical; /* the writer spells it just so */
} ChnCategory;

/* Remembers what it was asked, since a file has the same few categories over and over. */
typedef struct _ChnCategories ChnCategories;

/* The builder may be NULL; else what it declares so far counts, too. */
ChnCategories *chn_categories_new (ChnRegistry *registry, ChnTimelineBuilder *builder);
void chn_categories_free (ChnCategories *categories);
/* Valid until the next call. */
const ChnCategory *chn_categories_find (ChnCategories *categories, const char *text, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnCategories, chn_categories_free)
