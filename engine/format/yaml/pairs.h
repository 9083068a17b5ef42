/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/yaml/node.h"

/* One line NAME: TEXT of a file; faults of the value go to its place. */
typedef void (*ChnYamlPairFunc) (const char *name, const ChnYamlNode *value, const ChnYamlFaults *faults,
                                 gpointer data);

/*
 * Reads a file that is one mapping of names to texts; an empty one has none. `what` such files hold is for messages:
 * "saved queries". FALSE with the first fault as the error; all are in the report.
 */
gboolean chn_yaml_read_pairs (const char *path, const char *what, ChnReport *report, const ChnLimits *limits,
                              ChnYamlPairFunc take, gpointer data, GError **error);
