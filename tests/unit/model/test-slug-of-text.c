/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Slugs for what others call their things. */
#include "model/slug-of-text.h"

#include <string.h>

#include "model/slug.h"
#include "suite.h"

static void
test_slugs (void)
{
  static const struct {
    const char *text, *slug;
  } rows[] = {
    { "event-12", "event-12" },
    { "Event_12@Example.org", "event-12-example.org" },
    { "a-b.c", "a-b.c" },
    { "A", "a" },
    { "-a", "a-23a8f4ef" },
    { "a-", "a-23a8f4ef" },
    { "a--b", "a-b-23a8f4ef" },
    { "example.org/a/b?c=d", "example-org-a-b-c-d-23a8f4ef" },
    { "Réunion", "reunion-23a8f4ef" },
    { "日本", "thing-23a8f4ef" },
    { "///", "thing-23a8f4ef" },
    { "", "thing-23a8f4ef" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) slug = g_string_new ("before ");
    chn_slug_append_of_text (slug, rows[i].text, strlen (rows[i].text), "thing");
    g_string_erase (slug, 0, strlen ("before "));
    if (strlen (slug->str) == strlen (rows[i].slug) && g_str_has_suffix (rows[i].slug, "-23a8f4ef"))
      memcpy (slug->str + slug->len - 8, "23a8f4ef", 8); /* some hash */
    CHN_ASSERT_STRING (slug->str, rows[i].slug);
  }
}

/* Whatever the text is, a slug comes of it, and another one of another text. */
static void
test_any_text (void)
{
  static const char *const pieces[] = { "a", "Z", "7", "-", ".", "@", "_", "/", " ", "é", "日", "\xFF" };
  g_autoptr (GRand) random = g_rand_new_with_seed (12);
  g_autoptr (GHashTable) slugs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < 20000; i++) {
    g_autoptr (GString) text = g_string_new (NULL), slug = g_string_new (NULL);
    gsize offset;
    for (gint32 n = g_rand_int_range (random, 0, i % 2 ? 12 : 140); n > 0; n--)
      g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
    chn_slug_append_hashed (slug, text->str, text->len, "thing");
    CU_ASSERT (chn_slug_check (slug->str, &offset) && slug->len <= 100);
    const char *other = g_hash_table_lookup (slugs, slug->str);
    if (other)
      CHN_ASSERT_STRING (text->str, other);
    g_hash_table_insert (slugs, g_strdup (slug->str), g_strdup (text->str));
    g_string_truncate (slug, 0);
    chn_slug_append_of_text (slug, text->str, text->len, "thing");
    CU_ASSERT (chn_slug_check (slug->str, &offset) && slug->len <= 100);
  }
}

static const ChnTest tests[] = {
  { "slugs", test_slugs },
  { "any text", test_any_text },
};

CHN_SUITE ("model/slug-of-text", tests)
