/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "command.h"

/* What stands behind an option of another program. */
typedef enum {
  FOREIGN_NOTHING,
  FOREIGN_NUMBER, /* or nothing, and then it says nothing here */
  FOREIGN_VALUE,
} ForeignTakes;

/* A command of other programs, and ours with the words that it begins with. */
typedef struct {
  const char *typed;
  const char *written;
  const char *of;
} ForeignCommand;

/* An option of other programs. */
typedef struct {
  const char *typed; /* "--name" or "-n" */
  ForeignTakes takes;
  const char *written; /* words of a query or options, VALUE for what is behind it; "" where it needs nothing */
  const char *command; /* the command that all becomes, or NULL */
  const char *of;
} ForeignOption;

/* A value that other programs have for an option of ours. */
typedef struct {
  const char *option, *typed;
  const char *written;
} ForeignValue;

const ForeignCommand *foreign_get_commands (guint *n);
const ForeignOption *foreign_get_options (guint *n);
const ForeignValue *foreign_get_values (guint *n);

/*
 * The command line that says here what `argv` says from `first` on, a command of ours or of other programs and all
 * behind it; NULL where nothing is known of it. `command` is ours where it is known, else NULL.
 */
char *foreign_dup_command_line (const Command *command, char **argv, int first);

/*
 * The error of a command line, with what to write instead where that is known; all take the error. Behind a command,
 * in the place of one, and where general options stand before it.
 */
GError *foreign_explain (GError *error, const Command *command, char **argv, int first);
GError *foreign_explain_command (GError *error, char **argv, int first);
GError *foreign_explain_general (GError *error, char **argv, int first);

/* FALSE with an error where an option has a value of other programs. */
gboolean foreign_check_values (const Arguments *arguments, GError **error);

/* FALSE with an error where the words of a query are what to count by. */
gboolean foreign_check_count (const Arguments *arguments, GError **error);
