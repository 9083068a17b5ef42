/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Fields by name: what the field table comes to once the vocabularies have given theirs. */
#include "query/field.h"

#include <string.h>

#include "base/error.h"
#include "query/field-table.h"

/* The row of bare words comes last and is none of the named fields. */
typedef struct {
  guint n;
  ChnQueryField *fields;
  ChnQueryRule *rules;
  ChnArena *arena; /* of texts that were made for them; they live as long as the program */
} Fields;

static GArray *
list_rows (ChnArena *arena)
{
  guint n = 0;
  const ChnFieldRow *table = chn_field_table_get (&n);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof *table);
  for (guint i = 0; i < n; i++)
    if (table[i].add)
      table[i].add (rows, arena);
    else
      g_array_append_val (rows, table[i]);
  return rows;
}

static void
fill (const ChnFieldRow *row, ChnQueryField *field, ChnQueryRule *rule)
{
  *field = (ChnQueryField){
    .name = row->name,
    .takes = row->takes,
    .note = row->note,
    .generous = row->generous,
    .strict = row->strict ? row->strict : row->generous,
    .values = row->values,
  };
  *rule = (ChnQueryRule){
    .field = field,
    .takes = row->may_be,
    .argument = row->argument,
    .bind = row->functions.bind,
    .match = row->functions.match,
    .narrow = row->functions.narrow,
    .describe = row->functions.describe,
    .phrase = row->phrase,
    .saying = row->saying,
  };
}

static Fields *
make_fields (void)
{
  ChnArena *arena = chn_arena_new ();
  g_autoptr (GArray) rows = list_rows (arena);
  Fields *fields = g_new (Fields, 1);
  fields->n = rows->len - 1;
  fields->arena = arena;
  fields->fields = g_new (ChnQueryField, rows->len);
  fields->rules = g_new (ChnQueryRule, rows->len);
  for (guint i = 0; i < rows->len; i++)
    fill (&g_array_index (rows, ChnFieldRow, i), &fields->fields[i], &fields->rules[i]);
  return fields;
}

static const Fields *
get_fields (void)
{
  static Fields *fields;
  if (g_once_init_enter (&fields))
    g_once_init_leave (&fields, make_fields ());
  return fields;
}

const ChnQueryField *
chn_query_get_fields (guint *n)
{
  *n = get_fields ()->n;
  return get_fields ()->fields;
}

static gboolean
is_name (const char *known, const char *name, gsize bytes)
{
  return strlen (known) == bytes && g_ascii_strncasecmp (known, name, bytes) == 0;
}

const ChnQueryRule *
chn_query_rule_find (const char *name, gssize length)
{
  const Fields *fields = get_fields ();
  gsize bytes = length < 0 ? strlen (name) : (gsize) length;
  for (guint i = 0; i < fields->n; i++) {
    if (is_name (fields->fields[i].name, name, bytes))
      return &fields->rules[i];
  }
  return NULL;
}

const ChnQueryRule *
chn_query_rule_find_in (const ChnVocabulary *vocabulary, const char *name, gssize length, ChnArena *arena)
{
  gsize bytes = length < 0 ? strlen (name) : (gsize) length;
  const ChnQueryRule *known = chn_query_rule_find (name, length);
  if (known || !vocabulary)
    return known;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (ChnFieldRow));
  chn_field_add_declared (rows, vocabulary, arena);
  for (guint i = 0; i < rows->len; i++) {
    ChnFieldRow row = g_array_index (rows, ChnFieldRow, i);
    if (!is_name (row.name, name, bytes))
      continue;
    row.name = chn_arena_strndup (arena, row.name, -1);
    row.note = chn_arena_strndup (arena, row.note, -1);
    ChnQueryRule *rule = chn_arena_alloc (arena, sizeof *rule);
    fill (&row, chn_arena_alloc (arena, sizeof (ChnQueryField)), rule);
    rule->is_declared = TRUE;
    return rule;
  }
  return NULL;
}

const ChnQueryRule *
chn_query_rule_get_bare (void)
{
  return &get_fields ()->rules[get_fields ()->n];
}

static const char *
get_name (gconstpointer table, guint index)
{
  const Fields *fields = table;
  return index < fields->n ? fields->fields[index].name : NULL;
}

static const char quote_it[] = "to search for the text itself, put it in quotes";

/* With the fields that terms of one's own give; these are looked through at once, since they may not live on. */
static char *
dup_hint (const ChnVocabulary *vocabulary, const char *name)
{
  g_autoptr (ChnArena) arena = chn_arena_new ();
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (ChnFieldRow));
  g_auto (ChnSuggestion) suggestion = { 0 };
  chn_field_add_declared (rows, vocabulary, arena);
  chn_suggestion_init (&suggestion, name, -1);
  chn_suggestion_offer_all (&suggestion, &(ChnNameTable){ get_name, get_fields (), quote_it });
  for (guint i = 0; i < rows->len; i++)
    chn_suggestion_offer (&suggestion, g_array_index (rows, ChnFieldRow, i).name);
  return chn_suggestion_dup_hint (&suggestion, quote_it);
}

void
chn_query_rule_set_unknown (GError **error, const ChnVocabulary *vocabulary, const char *name, gsize offset)
{
  g_autofree char *hint = vocabulary && error ? dup_hint (vocabulary, name) : NULL;
  chn_error_set_at (error, CHN_ERROR_UNKNOWN, offset, strlen (name), hint, "unknown field \"%s\"", name);
  if (!hint)
    chn_error_suggest (error, &(ChnNameTable){ get_name, get_fields (), quote_it }, name, -1);
}
