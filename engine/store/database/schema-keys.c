/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The keys of ballots and of parts that are not for everybody (vote-keys.c, part-keys.c), made in SQL for events that
 * were written before there were such: from the payload, in which all of an event stands that CSV has no column for.
 */
#include "store/database/schema-keys.h"

/* Who voted so, and where others may have, by the kind; then what may be seen of parts. "%T" is the table. */
static const char sqlite[] =
    "CREATE TEMP TABLE further AS"
    " SELECT e.row AS row, b.key || ' ' || v.value AS key FROM %T e, json_each (e.payload, '$.vote.roll') b,"
    " json_each (b.value) v WHERE b.key IN ('no', 'abstain')"
    " UNION SELECT row, 'no ?who' FROM %T WHERE n_no > coalesce (json_array_length (payload, '$.vote.roll.no'), 0)"
    " OR (n_no IS NOT NULL AND json_extract (payload, '$.vote.tally') = 'summed')"
    " UNION SELECT row, 'abstain ?who' FROM %T"
    " WHERE n_abstain > coalesce (json_array_length (payload, '$.vote.roll.abstain'), 0)"
    " OR (n_abstain IS NOT NULL AND json_extract (payload, '$.vote.tally') = 'summed')"
    " UNION SELECT row, 'vote uncast' FROM %T WHERE method = 'consensus' AND n_yes IS NULL AND n_no IS NULL AND"
    " n_abstain IS NULL AND json_extract (payload, '$.vote.roll') IS NULL AND"
    " json_extract (payload, '$.vote.not_voting') IS NULL;"
    "CREATE TEMP TABLE parts AS SELECT e.row AS row, json_extract (s.value, '$.quote') AS quote,"
    " coalesce (json_extract (s.value, '$.quote_visibility'), 'public') AS quote_for,"
    " json_extract (s.value, '$.note') AS note,"
    " coalesce (json_extract (s.value, '$.note_visibility'), 'public') AS note_for,"
    " coalesce (json_extract (s.value, '$.visibility'), 'public') AS source_for,"
    " json_extract (s.value, '$.key') AS source, json_extract (s.value, '$.source_note') AS remark,"
    " coalesce (json_extract (s.value, '$.source_note_visibility'), 'public') AS remark_for,"
    " coalesce (json_extract (e.payload, '$.visibility'), 'public') AS event_for"
    " FROM %T e, json_each (e.payload, '$.sources') s"
    " WHERE payload LIKE '%isibility\":%' AND coalesce (json_extract (s.value, '$.cited'), 1) <> 0;"
    "INSERT INTO further SELECT DISTINCT row, 'hides parts' FROM parts"
    " WHERE quote_for <> 'public' OR note_for <> 'public' OR source_for <> 'public'"
    " OR (remark_for <> 'public' AND remark IS NOT NULL);"
    "INSERT INTO further SELECT DISTINCT row, 'hides ' || source_for || ' source ' || source FROM parts"
    " WHERE source_for <> 'public';"
    "INSERT INTO further SELECT DISTINCT row, 'hides ' || remark_for || ' remark in ' || source_for || ' ' || source"
    " FROM parts WHERE remark_for <> 'public' AND remark IS NOT NULL;"
    "INSERT INTO further SELECT row, 'hides ' || part_for || ' ' || what || ' in ' || around || ' ' ||"
    " row_number () OVER (PARTITION BY row, part_for, what, around) FROM (SELECT row, 'quote' AS what,"
    " quote_for AS part_for, " /* what stands around it */
    "CASE WHEN 'private' IN (source_for, event_for) THEN 'private' WHEN 'restricted' IN (source_for, event_for)"
    " THEN 'restricted' ELSE 'public' END AS around FROM parts WHERE quote IS NOT NULL AND quote_for <> 'public'"
    " UNION ALL SELECT row, 'note', note_for, "
    "CASE WHEN 'private' IN (source_for, event_for) THEN 'private' WHEN 'restricted' IN (source_for, event_for)"
    " THEN 'restricted' ELSE 'public' END FROM parts WHERE note IS NOT NULL AND note_for <> 'public');"
    "CREATE INDEX further_row ON further (row);"
    "UPDATE %T SET keys = (SELECT json_group_array (k) FROM (SELECT value AS k FROM json_each (%T.keys)"
    " UNION SELECT f.key FROM further f WHERE f.row = %T.row ORDER BY 1)) WHERE row IN (SELECT row FROM further);"
    "INSERT OR IGNORE INTO %T_key (key, row) SELECT key, row FROM further;"
    "DROP TABLE further; DROP TABLE parts;";

static const char postgresql[] =
    "CREATE TEMP TABLE further AS"
    " SELECT e.id, e.timeline, b.key || ' ' || v AS key FROM %T e,"
    " jsonb_each (e.payload::jsonb #> '{vote,roll}') b, jsonb_array_elements_text (b.value) v"
    " WHERE b.key IN ('no', 'abstain')"
    " UNION SELECT id, timeline, 'no ?who' FROM %T"
    " WHERE n_no > coalesce (jsonb_array_length (payload::jsonb #> '{vote,roll,no}'), 0)"
    " OR (n_no IS NOT NULL AND payload::jsonb #>> '{vote,tally}' = 'summed')"
    " UNION SELECT id, timeline, 'abstain ?who' FROM %T"
    " WHERE n_abstain > coalesce (jsonb_array_length (payload::jsonb #> '{vote,roll,abstain}'), 0)"
    " OR (n_abstain IS NOT NULL AND payload::jsonb #>> '{vote,tally}' = 'summed')"
    " UNION SELECT id, timeline, 'vote uncast' FROM %T WHERE method = 'consensus' AND n_yes IS NULL AND n_no IS NULL"
    " AND n_abstain IS NULL AND payload::jsonb #> '{vote,roll}' IS NULL AND"
    " payload::jsonb #> '{vote,not_voting}' IS NULL;"
    "CREATE TEMP TABLE parts AS SELECT e.id, e.timeline, s ->> 'quote' AS quote,"
    " coalesce (s ->> 'quote_visibility', 'public') AS quote_for, s ->> 'note' AS note,"
    " coalesce (s ->> 'note_visibility', 'public') AS note_for,"
    " coalesce (s ->> 'visibility', 'public') AS source_for, s ->> 'key' AS source, s ->> 'source_note' AS remark,"
    " coalesce (s ->> 'source_note_visibility', 'public') AS remark_for,"
    " coalesce (e.payload::jsonb ->> 'visibility', 'public') AS event_for"
    " FROM %T e, jsonb_array_elements (e.payload::jsonb -> 'sources') s"
    " WHERE payload LIKE '%isibility\":%' AND coalesce (s ->> 'cited', 'true') = 'true';"
    "INSERT INTO further SELECT DISTINCT id, timeline, 'hides parts' FROM parts"
    " WHERE quote_for <> 'public' OR note_for <> 'public' OR source_for <> 'public'"
    " OR (remark_for <> 'public' AND remark IS NOT NULL);"
    "INSERT INTO further SELECT DISTINCT id, timeline, 'hides ' || source_for || ' source ' || source FROM parts"
    " WHERE source_for <> 'public';"
    "INSERT INTO further SELECT DISTINCT id, timeline, 'hides ' || remark_for || ' remark in ' || source_for || ' ' "
    "|| source"
    " FROM parts WHERE remark_for <> 'public' AND remark IS NOT NULL;"
    "INSERT INTO further SELECT id, timeline, 'hides ' || part_for || ' ' || what || ' in ' || around || ' ' ||"
    " row_number () OVER (PARTITION BY id, timeline, part_for, what, around) FROM (SELECT id, timeline,"
    " 'quote' AS what, quote_for AS part_for, "
    "CASE WHEN 'private' IN (source_for, event_for) THEN 'private' WHEN 'restricted' IN (source_for, event_for)"
    " THEN 'restricted' ELSE 'public' END AS around FROM parts WHERE quote IS NOT NULL AND quote_for <> 'public'"
    " UNION ALL SELECT id, timeline, 'note', note_for, "
    "CASE WHEN 'private' IN (source_for, event_for) THEN 'private' WHEN 'restricted' IN (source_for, event_for)"
    " THEN 'restricted' ELSE 'public' END FROM parts WHERE note IS NOT NULL AND note_for <> 'public') p;"
    "CREATE INDEX further_id ON further (id);"
    "UPDATE %T e SET keys = ARRAY (SELECT k COLLATE \"C\" FROM (SELECT unnest (e.keys) UNION SELECT f.key FROM"
    " further f WHERE f.id = e.id AND f.timeline = e.timeline) t (k) ORDER BY 1)"
    " WHERE id IN (SELECT id FROM further);"
    "DROP TABLE further; DROP TABLE parts;";

char *
chn_store_dup_keys_migration (ChnDatabaseKind kind)
{
  static const char *const tables[] = { "event", "whole_event" };
  g_autoptr (GString) sql = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    g_autoptr (GString) one = g_string_new (kind == CHN_DATABASE_SQLITE ? sqlite : postgresql);
    g_string_replace (one, "%T", tables[i], 0);
    g_string_append (sql, one->str);
  }
  return g_strdup (sql->str);
}
