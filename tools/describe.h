/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "command.h"

/* What the tables say, for documentation. Each function appends a whole text. */

void describe_bash (GString *out);
void describe_fish (GString *out);
void describe_zsh (GString *out);
/* Every name that the man pages must mention, one a line: "option --limit", "field date". */
void describe_names (GString *out);

/* Replaces the lines @NAME@ of a man page by what the tables say; FALSE for an unknown name. */
gboolean describe_fill_page (GString *out, const char *page, GError **error);

/* The values of a query field where they are from a list, NULL-ended; else NULL. */
char **describe_dup_field_values (const ChnQueryField *field);

/* What help can be asked for: commands, topics, query fields and formats, with blanks between. */
char *describe_dup_topics (void);

/* What a command may be told to do: behind which word, or as the first where that is "", and the words that may stand
 * there. Ends with a row without a command. */
typedef struct {
  const char *command, *behind;
  char **(*dup_words) (void);
} DescribeActions;
const DescribeActions *describe_get_actions (void);
/* With a blank between each. */
char *describe_dup_words (const DescribeActions *actions);

/* Calls back for every option of the table, for each command in turn and for NULL. */
typedef void (*DescribeCommand) (GString *out, const Command *command, const OptionTable *table);
void describe_each_command (GString *out, DescribeCommand describe);

/* Options that every command takes are in the table of NULL. */
gboolean describe_is_general (const char *name);
