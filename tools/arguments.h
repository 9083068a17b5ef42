/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "option.h"

/* A command line, taken apart: options with their values, and the words between them. */
typedef struct {
  GArray *given;    /* Given */
  GPtrArray *words; /* NULL-ended when parsing is done; borrowed from argv */
} Arguments;

typedef struct {
  const Option *option;
  const char *value; /* NULL for a switch */
} Given;

/*
 * What a word that begins with "-" may be beside an option: in a query, "-kind:report" leaves the
 * reports out.
 */
typedef gboolean (*IsWord) (const char *argument);

Arguments *arguments_new (void);
void arguments_free (Arguments *arguments);

/*
 * Parses argv from `first` on. With `to_first_word` it stops there, which leaves the rest for the
 * command; the return value is the index of the first argument that was not looked at, or -1 with
 * an error of USAGE_ERROR.
 */
int arguments_parse (Arguments *arguments, const OptionTable *table, char **argv, int first, gboolean to_first_word,
                     IsWord is_word, GError **error);

gboolean arguments_has (const Arguments *arguments, const char *name);
/* The last value given, or NULL. */
const char *arguments_get (const Arguments *arguments, const char *name);
/* Whether a file is but another name of standard output. */
gboolean arguments_is_standard_output (const char *file);

/* The file of --output; NULL for standard output, by whatever name. */
const char *arguments_get_output (const Arguments *arguments);
/* All values given, joined by commas; NULL where there is none. To be freed. */
char *arguments_dup_all (const Arguments *arguments, const char *name);
/* A whole number from 0 to G_MAXUINT; `number` is untouched when the option is not given. */
gboolean arguments_get_number (const Arguments *arguments, const char *name, guint *number, GError **error);
/* The words, NULL-ended. */
const char *const *arguments_get_words (const Arguments *arguments);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Arguments, arguments_free)
