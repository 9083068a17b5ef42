/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/database.h"
#include "query/describe.h"

/* The words of a row as its index of words has them, with their places in its texts. */
typedef struct _ChnStoreWordList ChnStoreWordList;

ChnStoreWordList *chn_store_word_list_new (ChnDatabaseKind kind);
void chn_store_word_list_free (ChnStoreWordList *list);

/* Begins another row. */
void chn_store_word_list_clear (ChnStoreWordList *list);

/* Adds the words of a text; NULL has none. */
void chn_store_word_list_add (ChnStoreWordList *list, const char *text, ChnWordPlace place);

/* All of them as a cell, until the list is changed. */
const char *chn_store_word_list_say (ChnStoreWordList *list);

/* Whether what was said tells where all words of texts stand. */
gboolean chn_store_word_list_is_placed (const ChnStoreWordList *list);

/* Appends a word as the index of words has it. */
void chn_store_append_word (GString *out, ChnDatabaseKind kind, ChnWordPlace place, const char *word, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnStoreWordList, chn_store_word_list_free)
