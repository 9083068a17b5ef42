/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Fuzzes registry files and tables of members: every fault has a place, and what has none can be sealed or says why
 * not. */
#include <stddef.h>
#include <stdint.h>

#include "format/csv/members.h"
#include "format/yaml/registry-file.h"

#include "findings.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
ask (const ChnRegistry *registry)
{
  g_autoptr (GPtrArray) actors = chn_registry_get_actors (registry, FALSE);
  g_autoptr (GPtrArray) forums = chn_registry_get_forums (registry, FALSE);
  for (guint i = 0; i < actors->len; i++) {
    const char *id = chn_actor_get_id (actors->pdata[i]);
    g_assert_true (chn_registry_get_actor (registry, id) == actors->pdata[i]);
  }
  for (guint i = 0; i < forums->len; i++) {
    const char *id = chn_forum_get_id (forums->pdata[i]);
    g_assert_true (chn_registry_get_forum (registry, id) == forums->pdata[i]);
  }
}

/* The same bytes as a table of the members of what they declare. */
static void
read_table (const char *bytes, size_t size, ChnRegistryBuilder *builder)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  chn_registry_builder_add_actor (builder, CHN_ACTOR_GROUP, "g", "G", NULL, NULL);
  chn_csv_members_read (bytes, size, "fuzz.csv", builder, report);
  check_findings (report);
  for (guint i = 0; i < chn_report_get_n_findings (report); i++)
    g_assert_cmpuint (chn_report_get_finding (report, i)->line, >, 0);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnRegistryBuilder) builder = chn_registry_builder_new (NULL);
  chn_registry_read_file ((const char *) data, size, "fuzz.yaml", builder, report, chn_limits_get_default ());
  read_table ((const char *) data, size, builder);
  chn_registry_check_mentions (builder, report);
  check_findings (report);
  for (guint i = 0; i < chn_report_get_n_findings (report); i++)
    g_assert_cmpuint (chn_report_get_finding (report, i)->line, >, 0);
  if (chn_report_count (report, CHN_SEVERITY_ERROR) > 0)
    return 0;
  g_autoptr (ChnRegistry) registry = chn_registry_builder_seal (g_steal_pointer (&builder), &error);
  g_assert_true ((registry != NULL) == (error == NULL));
  if (registry)
    ask (registry);
  return 0;
}
