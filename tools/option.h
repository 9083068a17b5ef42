/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* What the value of an option is, which completion goes by. */
typedef enum {
  VALUE_NONE, /* a switch */
  VALUE_TEXT,
  VALUE_NUMBER,
  VALUE_BOUND, /* a number: a bound on input, of which only --help-all speaks */
  VALUE_DATE,
  VALUE_FILE,         /* a file or folder */
  VALUE_CHOICE,       /* the metavar lists the choices: "auto|always|never" */
  VALUE_FORMAT,       /* a format that can be written */
  VALUE_INPUT_FORMAT, /* a format that can be read */
  VALUE_SORT,         /* a sort key */
  VALUE_COUNT,        /* keys of counting */
  VALUE_COUNT_SORT,   /* what counts are sorted by */
  VALUE_BALLOT,       /* kinds of ballots */
} OptionValue;

/* One option of the command line. */
typedef struct {
  char letter; /* 0: only the long name */
  const char *name;
  OptionValue value;
  const char *metavar; /* NULL for a switch */
  const char *note;    /* one line of explanation */
} Option;

/* The options that one command takes: a growing list that owns the texts it had to make. */
typedef struct {
  GArray *options; /* Option */
  GStringChunk *texts;
} OptionTable;

OptionTable *option_table_new (void);
void option_table_free (OptionTable *table);

/* Adds options up to the one without a name. */
void option_table_add (OptionTable *table, const Option *options);
/* Those of every command: --file, --today, --max-NAME …; the latter from the library's tables. */
void option_table_add_general (OptionTable *table);
/* The bounds alone, which are among them. */
void option_table_add_limits (OptionTable *table);
/* Those of the writers, from the library's table: of one format, or for NULL of all. */
void option_table_add_writing (OptionTable *table, const char *format);

/* NULL when there is none. */
const Option *option_table_find (const OptionTable *table, const char *name, gsize length);
const Option *option_table_find_letter (const OptionTable *table, char letter);
/* The name that was probably meant, or NULL. */
const char *option_table_suggest (const OptionTable *table, const char *name);

/* What the value can be, NULL-ended, or NULL where it is not from a list. */
char **option_dup_choices (const Option *option);
/* "-o, --output FILE" as help shows it. */
char *option_dup_synopsis (const Option *option);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OptionTable, option_table_free)
