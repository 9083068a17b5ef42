/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "command.h"

/* chancery serve token: "add FEED", "list" or "revoke ID…" */
Status run_serve_token (Program *program, const Arguments *arguments, GError **error);

/* The names of these actions. */
char **serve_token_dup_actions (void);
