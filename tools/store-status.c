/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is in a store, in a few lines. */
#include "store-status.h"

#include <stdio.h>

#include "page.h"

static void
print_facts (Program *program, const ChnStoreFacts *facts)
{
  g_auto (Page) page = { 0 };
  g_autofree char *schema = facts->schema == facts->newest_schema
                                ? g_strdup_printf ("%u", facts->schema)
                                : g_strdup_printf ("%u; this program makes %u", facts->schema, facts->newest_schema);
  g_autofree char *revision = g_strdup_printf ("%" G_GUINT64_FORMAT, facts->revision);
  g_autofree char *events = g_strdup_printf ("%" G_GUINT64_FORMAT, facts->n_events);
  g_autofree char *hidden = g_strdup_printf ("%" G_GUINT64_FORMAT, facts->n_hidden);
  page_init (&page, &program->console);
  page_add_title (&page, facts->name);
  page_add_field (&page, "Schema", schema);
  page_add_field (&page, "Revision", revision);
  page_add_field (&page, "Events", events);
  page_add_field (&page, "Not public", facts->n_hidden > 0 ? hidden : NULL);
  page_print (&page, NULL);
}

/* The server, its range, how many events lie there, and that it does not answer. */
static void
print_shard (const ChnStoreShardFacts *facts, gpointer data)
{
  g_autofree char *from = facts->from ? g_strdup_printf (" from %s", facts->from) : g_strdup ("");
  g_autofree char *before = facts->before ? g_strdup_printf (" before %s", facts->before) : g_strdup ("");
  (void) data;
  printf ("%s: %" G_GUINT64_FORMAT " %s%s%s%s\n", facts->place, facts->n_events,
          facts->n_events == 1 ? "event" : "events", from, before, facts->answers ? "" : "; it does not answer");
}

gboolean
store_status_print_shards (ChnStore *store, GError **error)
{
  return chn_store_list_shards (store, print_shard, NULL, error);
}

gboolean
store_status_print (Program *program, ChnStore *store, GError **error)
{
  ChnStoreFacts facts;
  if (!chn_store_get_facts (store, &facts, error))
    return FALSE;
  print_facts (program, &facts);
  return store_status_print_shards (store, error);
}
