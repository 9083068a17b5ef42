/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The book of roll calls: what several tables say of each is found by its key. */
#include "format/rolls/book.h"

ChnRollBook *
chn_roll_book_new (void)
{
  ChnRollBook *book = g_new0 (ChnRollBook, 1);
  book->arena = chn_arena_new ();
  book->calls = g_array_new (FALSE, TRUE, sizeof (ChnRollCall));
  book->ballots = g_array_new (FALSE, FALSE, sizeof (ChnRollBallot));
  book->files = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (book->by_key); i++)
    book->by_key[i] = g_hash_table_new (g_str_hash, g_str_equal);
  chn_roll_voters_init (&book->voters);
  return book;
}

void
chn_roll_book_free (ChnRollBook *book)
{
  chn_arena_free (book->arena);
  g_array_unref (book->calls);
  g_array_unref (book->ballots);
  g_ptr_array_unref (book->files);
  for (guint i = 0; i < G_N_ELEMENTS (book->by_key); i++)
    g_hash_table_unref (book->by_key[i]);
  chn_roll_voters_clear (&book->voters);
  g_free (book);
}

guint32
chn_roll_book_find (ChnRollBook *book, ChnRollColumn column, const char *key, gsize length)
{
  GHashTable *by_key = book->by_key[column];
  g_autofree char *copy = g_strndup (key, length);
  guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (by_key, copy));
  if (number > 0)
    return number - 1;
  ChnRollCall call = { .key = chn_arena_strndup (book->arena, key, (gssize) length), .key_column = column };
  g_array_append_val (book->calls, call);
  g_hash_table_insert (by_key, (gpointer) call.key, GUINT_TO_POINTER (book->calls->len));
  return book->calls->len - 1;
}
