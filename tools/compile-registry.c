/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * compile-registry FOLDER FILE: makes of the bundled registry's source, below FOLDER, the file that the program
 * opens. Over the registry lie the names that the chronologies in FOLDER declare, so that names are looked up without
 * reading these.
 */
#include <stdio.h>

#include <chancery/error.h>
#include <chancery/format.h>
#include <chancery/timeline.h>

static ChnRegistry *
read_registry (const char *folder, ChnReport *report, GError **error)
{
  g_autofree char *source = g_build_filename (folder, "registry", NULL);
  return chn_registry_load (source, report, NULL, error);
}

static ChnTimeline *
read_chronologies (const char *folder, ChnRegistry *registry, ChnReport *report, GError **error)
{
  g_autoptr (ChnTimelineBuilder) builder = chn_timeline_builder_new (registry, report, NULL);
  if (!chn_read_file (folder, NULL, builder, error))
    return NULL;
  return chn_timeline_builder_seal (g_steal_pointer (&builder), error);
}

static int
fail (const char *folder, const ChnReport *report, const GError *error)
{
  for (guint i = 0; i < chn_report_get_n_findings (report); i++) {
    g_autofree char *line = chn_finding_dup_line (chn_report_get_finding (report, i));
    fprintf (stderr, "%s\n", line);
  }
  fprintf (stderr, "compile-registry: %s: %s\n", folder, error->message);
  return 1;
}

int
main (int argc, char **argv)
{
  if (argc != 3) {
    fprintf (stderr, "usage: compile-registry FOLDER FILE\n");
    return 2;
  }
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnRegistry) registry = read_registry (argv[1], report, &error);
  g_autoptr (ChnTimeline) timeline = registry ? read_chronologies (argv[1], registry, report, &error) : NULL;
  if (timeline && chn_registry_save (chn_timeline_get_registry (timeline), argv[2], &error))
    return 0;
  return fail (argv[1], report, error);
}
