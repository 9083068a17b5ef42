/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Categories of calendars: told apart by the labels of kinds and the names of forums. */
#include "format/ical/category.h"

#include <string.h>

#include <chancery/vocabulary.h>

#include "base/intern.h"
#include "timeline/builder.h"

struct _ChnCategories {
  ChnRegistry *registry;
  ChnTimelineBuilder *builder; /* or NULL */
  ChnPool *texts;
  GArray *found; /* ChnCategory, by the number of its text */
};

ChnCategories *
chn_categories_new (ChnRegistry *registry, ChnTimelineBuilder *builder)
{
  ChnCategories *categories = g_new (ChnCategories, 1);
  categories->registry = chn_registry_ref (registry);
  categories->builder = builder;
  categories->texts = chn_pool_new ();
  categories->found = g_array_new (FALSE, TRUE, sizeof (ChnCategory));
  return categories;
}

void
chn_categories_free (ChnCategories *categories)
{
  if (!categories)
    return;
  chn_registry_unref (categories->registry);
  chn_pool_free (categories->texts);
  g_array_unref (categories->found);
  g_free (categories);
}

static gboolean
find_kind (const ChnVocabulary *vocabulary, const char *text, ChnCategory *category)
{
  guint n = chn_vocabulary_count (vocabulary, CHN_VOCABULARY_KIND);
  for (guint i = 0; i < n; i++) {
    const ChnTerm *kind = chn_vocabulary_get_term (vocabulary, CHN_VOCABULARY_KIND, i);
    if (g_ascii_strcasecmp (kind->label, text) != 0 && g_ascii_strcasecmp (kind->name, text) != 0)
      continue;
    *category = (ChnCategory){ CHN_CATEGORY_KIND, kind, NULL, strcmp (kind->label, text) == 0 };
    return TRUE;
  }
  return FALSE;
}

static ChnCategory
classify (const ChnCategories *categories, const char *text)
{
  ChnCategory category = { CHN_CATEGORY_TAG, NULL, NULL, TRUE };
  const ChnVocabulary *vocabulary = categories->builder ? chn_timeline_builder_get_vocabulary (categories->builder)
                                                        : chn_registry_get_vocabulary (categories->registry);
  if (find_kind (vocabulary, text, &category))
    return category;
  const ChnForum *forum = chn_registry_find_forum (categories->registry, text, -1, NULL, NULL);
  if (forum)
    category = (ChnCategory){ CHN_CATEGORY_FORUM, NULL, forum, strcmp (chn_forum_get_short_name (forum), text) == 0 };
  return category;
}

const ChnCategory *
chn_categories_find (ChnCategories *categories, const char *text, gsize length)
{
  guint32 number = chn_pool_intern (categories->texts, text, (gssize) length);
  if (number > categories->found->len) {
    ChnCategory category = classify (categories, chn_pool_get (categories->texts, number));
    g_array_append_val (categories->found, category);
  }
  return &g_array_index (categories->found, ChnCategory, number - 1);
}
