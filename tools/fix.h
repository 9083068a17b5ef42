/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "program.h"

/* Mends the YAML files that the command line names, and says what was mended; FALSE with an error. */
gboolean fix_files (Program *program, GError **error);
