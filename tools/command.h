/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "failure.h"
#include "program.h"

/* What the words behind a command are. */
typedef enum {
  WORDS_QUERY,
  WORDS_IDS,    /* of events */
  WORDS_ACTORS, /* words of an actor's name */
  WORDS_FORUMS, /* words of a forum's name */
  WORDS_FILES,
  WORDS_TOPICS, /* commands, and topics of help */
  WORDS_LINE,   /* of text */
  WORDS_NONE,
} Words;

/* A command that writes pictures only. */
enum { WRITES_PICTURES = 2 };

/* Runs a command; its status, which does not matter when there is an error. */
typedef Status (*RunCommand) (Program *program, const Arguments *arguments, GError **error);

/* One subcommand: a row of the table that help, man page, completion and dispatch go by. */
typedef struct {
  const char *name;
  const char *synopsis; /* what follows the name */
  const char *summary;  /* one line */
  const char *help;     /* paragraphs, one a line */
  Words words;
  int writes;            /* TRUE: takes the options of the writers too; WRITES_PICTURES: those of pictures */
  const Option *options; /* ends with a row without a name; NULL for none */
  RunCommand run;
} Command;

const Command *command_get_all (guint *n);
/* NULL with an error of USAGE_ERROR that suggests the nearest name. */
const Command *command_find (const char *name, GError **error);

/* Those that the command alone takes, or with others that write events. */
void command_add_own_options (const Command *command, OptionTable *table);
/* Every option that a command takes, the general ones included; for NULL, those alone. */
OptionTable *command_dup_options (const Command *command);

/* Whether a word that begins with "-" belongs to a query: "-kind:report". */
gboolean command_is_query_word (const char *argument);

Status run_add (Program *program, const Arguments *arguments, GError **error);
Status run_apply (Program *program, const Arguments *arguments, GError **error);
Status run_duplicates (Program *program, const Arguments *arguments, GError **error);
Status run_merge (Program *program, const Arguments *arguments, GError **error);
Status run_diff (Program *program, const Arguments *arguments, GError **error);
Status run_edit (Program *program, const Arguments *arguments, GError **error);
Status run_new (Program *program, const Arguments *arguments, GError **error);
Status run_actors (Program *program, const Arguments *arguments, GError **error);
Status run_check (Program *program, const Arguments *arguments, GError **error);
Status run_complete (Program *program, const Arguments *arguments, GError **error);
Status run_count (Program *program, const Arguments *arguments, GError **error);
Status run_explain (Program *program, const Arguments *arguments, GError **error);
Status run_export (Program *program, const Arguments *arguments, GError **error);
Status run_forums (Program *program, const Arguments *arguments, GError **error);
Status run_help (Program *program, const Arguments *arguments, GError **error);
Status run_import (Program *program, const Arguments *arguments, GError **error);
Status run_list (Program *program, const Arguments *arguments, GError **error);
Status run_picture (Program *program, const Arguments *arguments, GError **error);
Status run_serve (Program *program, const Arguments *arguments, GError **error);
Status run_show (Program *program, const Arguments *arguments, GError **error);
Status run_history (Program *program, const Arguments *arguments, GError **error);
Status run_watch (Program *program, const Arguments *arguments, GError **error);
Status run_store (Program *program, const Arguments *arguments, GError **error);
Status run_trail (Program *program, const Arguments *arguments, GError **error);
Status run_version (Program *program, const Arguments *arguments, GError **error);

/* The names of what chancery store does. */
char **store_dup_actions (void);
