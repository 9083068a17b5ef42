/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Registry files: a folder of YAML files that together declare actors and forums, and of tables of the actors'
 * members (format/csv/members.c).
 *
 *   file := {registry: id, title: text, summary: text, licence: text, actors: ..., forums: ..., names: ...,
 *           kinds: ..., roles: ..., relations: ...}
 *
 * A name may be used before the file that declares it has been read.
 */
#include <chancery/format.h>

#include "base/input.h"
#include "base/report.h"
#include "format/csv/members.h"
#include "format/format.h"
#include "format/yaml/further-names.h"
#include "format/yaml/names.h"
#include "format/yaml/registry-file.h"
#include "format/yaml/terms.h"
#include "registry/addition.h"
#include "registry/dangling.h"
#include "registry/further-names.h"

static void
read_section (ChnYaml *yaml, const ChnYamlKey *key, const ChnYamlFaults *faults, ChnRegistryBuilder *builder)
{
  if (key->id == CHN_SECTION_ACTORS || key->id == CHN_SECTION_FORUMS) {
    chn_yaml_names_read (builder, yaml, key, faults);
    return;
  }
  if (key->id == CHN_SECTION_NAMES) {
    chn_yaml_further_names_read (builder, yaml, key, faults);
    return;
  }
  if (key->id == CHN_SECTION_KINDS || key->id == CHN_SECTION_ROLES || key->id == CHN_SECTION_RELATIONS) {
    chn_yaml_terms_read (builder, yaml, key, faults);
    return;
  }
  const ChnYamlNode *value = chn_yaml_read_value (yaml);
  if (value)
    chn_yaml_key_check (key, faults, value);
}

static void
read_root (ChnYaml *yaml, const ChnYamlFaults *faults, ChnRegistryBuilder *builder)
{
  gboolean entered = FALSE;
  ChnYamlGiven given = { 0, 0 };
  const ChnYamlNode *other = chn_yaml_enter (yaml, CHN_YAML_MAPPING, &entered);
  if (other)
    chn_yaml_fault (faults, other, CHN_YAML_FAULT_SHAPE, "begin with \"registry: ID\"",
                    "a registry file is a mapping, found %s", chn_yaml_describe (other));
  for (const ChnYamlNode *name = entered ? chn_yaml_next_key (yaml) : NULL; name; name = chn_yaml_next_key (yaml)) {
    const ChnYamlKey *key = chn_yaml_keys_take (&chn_yaml_registry_keys, faults, name, &given);
    if (key)
      read_section (yaml, key, faults, builder);
    else
      chn_yaml_skip_value (yaml);
  }
  if (entered && !chn_yaml_is_broken (yaml))
    chn_yaml_keys_check_missing (&chn_yaml_registry_keys, faults, &given, 1, 1);
}

void
chn_registry_read_file (const char *bytes, gsize length, const char *file, ChnRegistryBuilder *builder,
                        ChnReport *report, const ChnLimits *limits)
{
  ChnYamlFaults faults = { report, file, NULL };
  g_autoptr (ChnYaml) yaml = chn_yaml_new (bytes, length, &faults, limits);
  if (!chn_yaml_begin (yaml))
    return;
  read_root (yaml, &faults, builder);
  chn_yaml_end (yaml);
}

static void
report_dangling (const ChnDangling *mention, gpointer data)
{
  ChnYamlFaults faults = { data, mention->file, NULL };
  chn_yaml_fault_at (&faults, mention->line, mention->column, CHN_YAML_FAULT_VALUE,
                     "declare it in one of the registry files", "no %s has the id \"%.*s\"",
                     mention->is_forum ? "forum" : "actor", chn_yaml_fit (mention->missing), mention->missing);
}

static void
report_nobody (const char *id, const ChnNamePlace *place, gpointer data)
{
  ChnYamlFaults faults = { data, place->file, NULL };
  chn_yaml_fault_at (&faults, place->line, place->column, CHN_YAML_FAULT_VALUE,
                     "declare it in one of the registry files", "no actor or forum has the id \"%.*s\"",
                     chn_yaml_fit (id), id);
}

static void
report_addition (const char *message, const char *hint, const ChnNamePlace *place, gpointer data)
{
  ChnYamlFaults faults = { data, place->file, NULL };
  chn_yaml_fault_at (&faults, place->line, place->column, CHN_YAML_FAULT_VALUE, hint, "%s", message);
}

void
chn_registry_check_mentions (ChnRegistryBuilder *builder, ChnReport *report)
{
  chn_registry_builder_make_additions (builder, report_addition, report);
  chn_registry_builder_give_names (builder, report_nobody, report);
  chn_registry_builder_drop_dangling (builder, report_dangling, report);
}

typedef void (*ReadFile) (const char *bytes, gsize length, const char *file, ChnRegistryBuilder *builder,
                          ChnReport *report, const ChnLimits *limits);

static void
read_table (const char *bytes, gsize length, const char *file, ChnRegistryBuilder *builder, ChnReport *report,
            const ChnLimits *limits)
{
  (void) limits;
  chn_csv_members_read (bytes, length, file, builder, report);
}

static gboolean
read_each (const GPtrArray *files, ReadFile read, ChnRegistryBuilder *builder, ChnReport *report,
           const ChnLimits *limits, GError **error)
{
  for (guint i = 0; i < files->len; i++) {
    g_autoptr (GBytes) bytes = chn_input_read (files->pdata[i], limits->value[CHN_LIMIT_FILE], error);
    if (!bytes)
      return FALSE;
    gsize length = 0;
    const char *data = g_bytes_get_data (bytes, &length);
    read (data ? data : "", length, files->pdata[i], builder, report, limits);
  }
  return TRUE;
}

/* Tables are of groups that YAML files declare. */
static gboolean
read_files (const char *folder, ChnRegistryBuilder *builder, ChnReport *report, const ChnLimits *limits,
            GError **error)
{
  g_autoptr (GPtrArray) files = chn_list_yaml_files (folder, error);
  g_autoptr (GPtrArray) tables = files ? chn_list_tables (folder, error) : NULL;
  if (!tables || !read_each (files, chn_registry_read_file, builder, report, limits, error) ||
      !read_each (tables, read_table, builder, report, limits, error))
    return FALSE;
  chn_registry_check_mentions (builder, report);
  return TRUE;
}

ChnRegistry *
chn_registry_load (const char *folder, ChnReport *report, const ChnLimits *limits, GError **error)
{
  g_autoptr (ChnRegistryBuilder) builder = chn_registry_builder_new (NULL);
  guint n_errors = chn_report_count (report, CHN_SEVERITY_ERROR);
  if (!read_files (folder, builder, report, limits ? limits : chn_limits_get_default (), error))
    return NULL;
  if (chn_report_count (report, CHN_SEVERITY_ERROR) > n_errors) {
    chn_report_to_error (report, error);
    return NULL;
  }
  return chn_registry_builder_seal (g_steal_pointer (&builder), error);
}
