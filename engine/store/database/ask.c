/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Asks a store a query. First comes a timeline of what the query may name (named.c). The query is bound to it and
 * becomes a condition; the rows for which that holds make the timeline that the query is then asked of, like any
 * other.
 */
#include <chancery/store-names.h>
#include <string.h>

#include "query/bound.h"
#include "query/query.h"
#include "query/told.h"
#include "store/database/hidden.h"
#include "store/database/pull.h"
#include "store/database/rank.h"
#include "store/database/sql-terms.h"
#include "store/database/sql.h"
#include "timeline/builder.h"

gboolean
chn_store_can_ask (const ChnBoundQuery *query, GHashTable *called)
{
  return chn_bound_query_knows_events (query, called);
}

gboolean
chn_store_can_judge (const ChnQuery *query, const ChnTimeline *named, GHashTable *called)
{
  return chn_query_names_listed (query, named, called);
}

/* Whether a source that is not shown may say that another one is mistaken. */
static gboolean
hides_correction (const ChnTimeline *timeline, ChnVisibility most)
{
  for (guint i = 0; i < chn_timeline_get_n_sources (timeline); i++) {
    const ChnSource *source = chn_timeline_get_source (timeline, i);
    const char *visibility = source->text[CHN_SOURCE_VISIBILITY];
    int term = visibility ? chn_vocabulary_find (CHN_VOCABULARY_VISIBILITY, visibility, -1, NULL) : 0;
    if ((term < 0 || term > (int) most) && (source->text[CHN_SOURCE_CORRECTS] || source->text[CHN_SOURCE_WITHDRAWS]))
      return TRUE;
  }
  return FALSE;
}

/* On a server, of what everybody may see nothing is hidden. */
static ChnSqlShown
find_shown (const ChnStore *store, ChnStoreView view, const ChnStoreQuestion *question)
{
  if (question->most == CHN_VISIBILITY_PRIVATE ||
      (store->kind == CHN_DATABASE_POSTGRESQL && view == CHN_STORE_SEES_PUBLIC))
    return CHN_SQL_SHOWS_ALL;
  return hides_correction (question->query->timeline, question->most) ? CHN_SQL_SHOWS_FEWER_SOURCES
                                                                      : CHN_SQL_SHOWS_LESS;
}

/*
 * What is read where a limit is to be kept: of rows that are certainly counted by it, as many; and all others. Where
 * something is told of all rows of an answer, or not all is shown, all of it is read.
 */
typedef struct {
  ChnStoreSql *sure, *others;
  char *first; /* the condition, order and limit; NULL where all is read */
} Limited;

static void
clear_limited (Limited *limited)
{
  g_clear_pointer (&limited->sure, chn_store_sql_free);
  g_clear_pointer (&limited->others, chn_store_sql_free);
  g_clear_pointer (&limited->first, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Limited, clear_limited)

static gboolean
find_limited (const ChnStore *store, ChnStoreView view, const ChnStoreQuestion *question, Limited *limited,
              GError **error)
{
  const ChnStoreArrangement *arrangement = question->arrangement;
  gboolean any = FALSE;
  if (!arrangement || question->since > 0 || !chn_store_can_sort (store->kind, arrangement->key) ||
      chn_bound_query_tells_rows (question->query))
    return TRUE;
  if (!chn_store_find_apart (store, view, &any, error) || any)
    return any;
  limited->sure = chn_store_sql_new_part (store->kind, question->query, CHN_SQL_SHOWS_ALL, CHN_SQL_FIRST);
  if (strcmp (limited->sure->text, CHN_SQL_NONE) == 0)
    return TRUE;
  limited->others = chn_store_sql_new_part (store->kind, question->query, CHN_SQL_SHOWS_ALL, CHN_SQL_OTHERS);
  g_autofree char *order = chn_store_dup_arrangement (store->kind, arrangement);
  limited->first = g_strconcat (limited->sure->text, order, NULL);
  return TRUE;
}

/*
 * With the neighbours of what may match, among what is shown: whatever else is read lies where it lies, so that of
 * what does match these are neighbours, too. The values of the condition are added to.
 */
static char *
dup_with_context (const ChnStore *store, ChnStoreView view, const ChnStoreQuestion *question, const ChnStoreSql *sql)
{
  static const ChnStoreArrangement in_order = { CHN_SORT_DATE, FALSE, G_MAXUINT };
  g_autofree char *order = chn_store_dup_arrangement (store->kind, &in_order);
  g_autofree char *shown = NULL;
  if (question->most < CHN_VISIBILITY_PRIVATE) {
    g_ptr_array_add (sql->values, chn_store_dup_hidden_list (store->kind, question->most));
    g_autofree char *hidden = chn_store_dup_keys_condition (store->kind, sql->values->len);
    shown = g_strconcat (" WHERE NOT ", hidden, NULL);
  }
  return g_strdup_printf ("%s OR id IN (SELECT id FROM (SELECT id, max (CASE WHEN %s THEN 1 ELSE 0 END) OVER (%s ROWS"
                          " BETWEEN %u PRECEDING AND %u FOLLOWING) AS near FROM %s%s) t WHERE near = 1)",
                          sql->text, sql->text, order + 1, question->context, question->context,
                          chn_store_get_events (store, view), shown ? shown : "");
}

gboolean
chn_store_read_asked (ChnStore *store, const ChnStoreQuestion *question, ChnTimelineBuilder *builder, GError **error)
{
  guint whole[CHN_N_VISIBILITIES] = { 0 };
  ChnStoreWanted wanted = { 0 };
  g_auto (Limited) limited = { 0 };
  if (!chn_store_find_view (store, &wanted.view, error) ||
      !chn_store_count_whole (store, wanted.view, whole, error) ||
      !find_limited (store, wanted.view, question, &limited, error))
    return FALSE;
  g_autoptr (ChnStoreSql) sql =
      chn_store_sql_new (store->kind, question->query, find_shown (store, wanted.view, question));
  g_autoptr (GPtrArray) also = chn_store_list_ids (question->query->timeline);
  g_autofree char *later = question->since > 0
                               ? g_strdup_printf ("(%s) AND since > %" G_GUINT64_FORMAT, sql->text, question->since)
                               : NULL;
  g_autofree char *wider = question->context > 0 ? dup_with_context (store, wanted.view, question, sql) : NULL;
  wanted.where = limited.first ? limited.others->text : wider ? wider : later ? later : sql->text;
  wanted.values = limited.first ? limited.others->values : sql->values;
  wanted.first = limited.first;
  wanted.first_values = limited.first ? limited.sure->values : NULL;
  wanted.also = also;
  chn_timeline_builder_set_whole (builder, whole);
  return chn_store_read_header (store, &wanted, builder, error) &&
         chn_store_read_rows (store, &wanted, builder, error);
}

/* Whether a word that joins stands here, and not the one of BETWEEN. */
static gsize
find_joint (const char *at, gboolean *is_between)
{
  static const char *const joints[] = { " AND ", " OR " };
  *is_between = *is_between || g_str_has_prefix (at, " BETWEEN ");
  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    if (g_str_has_prefix (at, joints[i])) {
      gboolean joins = !(i == 0 && *is_between);
      *is_between = *is_between && i != 0;
      return joins ? strlen (joints[i]) : 0;
    }
  return 0;
}

/* What is joined begins a line, as far in as it is enclosed, as long as that is not very far. */
static void
append_condition (GString *out, const char *text)
{
  enum { DEEPEST = 3 };
  guint depth = 0;
  gboolean is_between = FALSE, is_quoted = FALSE;
  for (const char *at = text; *at; at++) {
    is_quoted = is_quoted != (*at == '\'');
    gsize joint = !is_quoted && depth <= DEEPEST ? find_joint (at, &is_between) : 0;
    if (joint > 0) {
      g_string_append_printf (out, "\n  %*s%.*s", (int) (2 * depth), "", (int) joint - 1, at + 1);
      at += joint - 1;
      continue;
    }
    depth += !is_quoted && *at == '(' ? 1 : 0;
    depth -= !is_quoted && *at == ')' && depth > 0 ? 1 : 0;
    g_string_append_c (out, *at);
  }
}

char *
chn_store_explain (const ChnStore *store, const ChnStoreQuestion *question)
{
  ChnStoreView view = CHN_STORE_SEES_PUBLIC;
  chn_store_find_view (store, &view, NULL);
  g_autoptr (ChnStoreSql) sql = chn_store_sql_new (store->kind, question->query, find_shown (store, view, question));
  GString *text = g_string_new ("SQL\n  ");
  append_condition (text, sql->text);
  g_string_append (text, sql->values->len > 0 ? "\nvalues\n" : "\n");
  for (guint i = 0; i < sql->values->len; i++)
    g_string_append_printf (text, "  $%u = %s\n", i + 1, (const char *) sql->values->pdata[i]);
  g_string_append_printf (text, "terms\n%s", sql->terms->str);
  g_string_append_printf (text, "  %u of %u terms in SQL%s\n", sql->n_said, sql->n_terms,
                          sql->is_exact ? "" : "; the events that come back are asked the query itself");
  return g_string_free (text, FALSE);
}
