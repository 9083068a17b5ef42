/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* compile-registry FOLDER FILE: makes of the bundled registry's source the file that the program opens. */
#include <stdio.h>

#include <chancery/error.h>
#include <chancery/format.h>

int
main (int argc, char **argv)
{
  if (argc != 3) {
    fprintf (stderr, "usage: compile-registry FOLDER FILE\n");
    return 2;
  }
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnRegistry) registry = chn_registry_load (argv[1], report, NULL, &error);
  if (registry && chn_registry_save (registry, argv[2], &error))
    return 0;
  for (guint i = 0; i < chn_report_get_n_findings (report); i++) {
    g_autofree char *line = chn_finding_dup_line (chn_report_get_finding (report, i));
    fprintf (stderr, "%s\n", line);
  }
  fprintf (stderr, "compile-registry: %s: %s\n", argv[1], error->message);
  return 1;
}
