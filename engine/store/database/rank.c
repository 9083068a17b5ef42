/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The order of a timeline as a number that a database sorts by, and as SQL. */
#include "store/database/rank.h"

#include "base/civil.h"
#include "date/offset.h"
#include "zone/local-time.h"

/*
 * Bits of a rank: the day above, whether there is a time of day, and below that the seconds from the beginning of
 * the day to the instant, which lies at most a day beside it. Days beyond some thousand million years are one rank.
 */
enum { TIMED_BIT = 20, DAY_BIT = 21, MIDDLE = 1 << 19 };
#define FARTHEST G_GINT64_CONSTANT (90000000000000000)

static gint64
find_instant (const ChnTimeline *timeline, guint row, gint64 civil, ChnZones *zones)
{
  const ChnColumns *columns = chn_timeline_get_columns (timeline);
  const char *own = chn_columns_get_text (columns, CHN_FIELD_ZONE, row);
  int minutes = 0;
  if (chn_date_find_offset (chn_columns_get_text (columns, CHN_FIELD_DATE, row), &minutes))
    return civil - minutes * 60;
  if (!own || !*own)
    own = chn_timeline_get_header (timeline, chn_columns_get_origin (columns, row), CHN_HEADER_ZONE);
  const ChnZone *zone = chn_zones_get (zones, own);
  return zone ? chn_zone_to_utc (zone, civil) : civil;
}

static gint64
pack (gint64 day, gboolean is_timed, gint64 seconds)
{
  return day * (1 << DAY_BIT) + ((gint64) is_timed << TIMED_BIT) + MIDDLE + CLAMP (seconds, -MIDDLE, MIDDLE - 1);
}

gint64
chn_store_find_rank (const ChnTimeline *timeline, guint row, ChnZones *zones)
{
  const ChnColumns *columns = chn_timeline_get_columns (timeline);
  gint64 begins = CLAMP (chn_columns_get_bounds (columns, row).earliest, -FARTHEST, FARTHEST);
  gint64 day = chn_civil_find_day (begins), first = day * CHN_DAY_SECONDS;
  if (!(chn_columns_get_date_flags (columns, row) & CHN_DATE_TIMED))
    return pack (day, FALSE, begins - first);
  return pack (day, TRUE, find_instant (timeline, row, begins, zones) - first);
}

/* What orders rows before their rank does; nothing where SQL does not fold as the engine does. */
static const struct {
  const char *by[CHN_N_DATABASE_KINDS];
  gboolean falls;
} orders[CHN_N_SORTS] = {
  [CHN_SORT_DATE] = { { "", "" }, FALSE },
  [CHN_SORT_IMPORTANCE] = { { "coalesce (importance, '0')", "coalesce (importance, '0')" }, TRUE },
  [CHN_SORT_KIND] = { { "kind COLLATE BINARY", "kind COLLATE \"C\"" }, FALSE },
  [CHN_SORT_ID] = { { "id COLLATE BINARY", "id COLLATE \"C\"" }, FALSE },
};

static char *
dup_order (gboolean reverse)
{
  const char *turned = reverse ? " DESC" : "";
  GString *sql = g_string_new (NULL);
  g_string_append_printf (sql, "rank%s, ends%s, CASE precision", turned, turned);
  for (guint i = 0; i <= CHN_PRECISION_UNBOUNDED; i++)
    g_string_append_printf (sql, " WHEN '%s' THEN %u", chn_precision_get_name ((ChnPrecision) i), i);
  g_string_append_printf (sql, " END%s, ord%s", turned, turned);
  return g_string_free (sql, FALSE);
}

gboolean
chn_store_can_sort (ChnDatabaseKind kind, ChnSortKey key)
{
  return orders[key].by[kind] != NULL;
}

char *
chn_store_dup_arrangement (ChnDatabaseKind kind, const ChnStoreArrangement *arrangement)
{
  g_autofree char *rank = dup_order (arrangement->reverse);
  const char *by = orders[arrangement->key].by[kind];
  gboolean falls = orders[arrangement->key].falls != arrangement->reverse;
  GString *text = g_string_new (" ORDER BY ");
  if (*by)
    g_string_append_printf (text, "%s%s, ", by, falls ? " DESC" : "");
  g_string_append (text, rank);
  if (arrangement->limit != G_MAXUINT)
    g_string_append_printf (text, " LIMIT %u", arrangement->limit);
  return g_string_free (text, FALSE);
}

/*
 * The same of rows that were written before; but of a time the clocks are not looked up, which count as those of UTC
 * until the row is written anew.
 */
#define BEGINS                                                                                                       \
  "(CASE WHEN begins < -90000000000000000 THEN -90000000000000000"                                                   \
  " WHEN begins > 90000000000000000 THEN 90000000000000000 ELSE begins END)"
#define DAY "((" BEGINS " - CASE WHEN begins < 0 THEN 86399 ELSE 0 END) / 86400)"
#define RANK                                                                                                         \
  DAY " * 2097152 + CASE WHEN date LIKE '%T__:%' THEN 1048576 ELSE 0 END + 524288 + " BEGINS " - " DAY " * 86400"

char *
chn_store_dup_rank_migration (ChnDatabaseKind kind)
{
  static const char *const tables[] = { "event", "past_event", "whole_event", "past_whole_event" };
  GString *sql = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    const char *table = tables[i];
    g_string_append_printf (sql, "ALTER TABLE %s ADD COLUMN rank %s; UPDATE %s SET rank = %s;\n", table,
                            kind == CHN_DATABASE_SQLITE ? "integer" : "bigint", table, RANK);
    if (!g_str_has_prefix (table, "past_"))
      g_string_append_printf (sql, "DROP INDEX IF EXISTS %s_ord;\n", table);
  }
  return g_string_free (sql, FALSE);
}
