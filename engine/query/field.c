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
} Fields;

static GArray *
list_rows (void)
{
  guint n = 0;
  const ChnFieldRow *table = chn_field_table_get (&n);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof *table);
  for (guint i = 0; i < n; i++)
    if (table[i].add)
      table[i].add (rows);
    else
      g_array_append_val (rows, table[i]);
  return rows;
}

static Fields *
make_fields (void)
{
  g_autoptr (GArray) rows = list_rows ();
  Fields *fields = g_new (Fields, 1);
  fields->n = rows->len - 1;
  fields->fields = g_new (ChnQueryField, rows->len);
  fields->rules = g_new (ChnQueryRule, rows->len);
  for (guint i = 0; i < rows->len; i++) {
    const ChnFieldRow *row = &g_array_index (rows, ChnFieldRow, i);
    fields->fields[i] = (ChnQueryField){
      .name = row->name,
      .takes = row->takes,
      .note = row->note,
      .generous = row->generous,
      .strict = row->strict ? row->strict : row->generous,
      .values = row->values,
    };
    fields->rules[i] = (ChnQueryRule){
      .field = &fields->fields[i],
      .takes = row->may_be,
      .argument = row->argument,
      .bind = row->functions.bind,
      .match = row->functions.match,
      .narrow = row->functions.narrow,
      .phrase = row->phrase,
      .saying = row->saying,
    };
  }
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

const ChnQueryRule *
chn_query_rule_find (const char *name, gssize length)
{
  const Fields *fields = get_fields ();
  gsize bytes = length < 0 ? strlen (name) : (gsize) length;
  for (guint i = 0; i < fields->n; i++) {
    const char *known = fields->fields[i].name;
    if (strlen (known) == bytes && g_ascii_strncasecmp (known, name, bytes) == 0)
      return &fields->rules[i];
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

void
chn_query_rule_set_unknown (GError **error, const char *name, gsize offset)
{
  chn_error_set_at (error, CHN_ERROR_UNKNOWN, offset, strlen (name), NULL, "unknown field \"%s\"", name);
  chn_error_suggest (
      error, &(ChnNameTable){ get_name, get_fields (), "to search for the text itself, put it in quotes" }, name, -1);
}
