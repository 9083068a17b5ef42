/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The program: takes the command line apart, finds the command in the table and runs it. */
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "foreign.h"
#include "help.h"
#include "memory.h"
#include "usage.h"

/* A file must never be opened where standard output was closed: output would go into it. */
static void
fill_standard_descriptors (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) < 0 && open ("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) < 0)
      _exit (STATUS_IO);
}

static Status
report_failure (const GError *error, const char *culprit)
{
  failure_print (error, culprit);
  return failure_get_status (error);
}

/* Prints to standard output, and notices when it cannot. */
static Status
print (const char *text)
{
  g_autoptr (GError) error = NULL;
  if (console_print (text, &error) && console_finish (&error))
    return STATUS_DONE;
  return report_failure (error, NULL);
}

/* Whether help or the version is asked for, and then all that is done. */
static gboolean
answer_simple_question (const Arguments *arguments, const Command *command, Status *status)
{
  gboolean all = arguments_has (arguments, "help-all");
  if (all || arguments_has (arguments, "help")) {
    g_autofree char *text = help_dup_text (command, all);
    *status = print (text);
    return TRUE;
  }
  if (arguments_has (arguments, "version")) {
    *status = print ("chancery " VERSION "\n");
    return TRUE;
  }
  return FALSE;
}

static Status
run_command (const Command *command, const Arguments *general, const Arguments *own)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Program) program = program_new ();
  Status status = STATUS_DONE;
  program->question = command->words == WORDS_QUERY ? own : NULL;
  if (program_configure (program, general, own, &error))
    status = command->run (program, own, &error);
  if (!error)
    console_finish (&error);
  if (!error && status == STATUS_DONE && program->is_partial && !program->may_be_partial)
    return STATUS_IO;
  return error ? report_failure (error, program->culprit) : status;
}

/* The command and what follows it. */
static Status
dispatch (const Arguments *general, char **argv, int first)
{
  g_autoptr (GError) error = NULL;
  Status status = STATUS_DONE;
  const Command *command = command_find (argv[first], &error);
  if (!command) {
    error = foreign_explain_command (g_steal_pointer (&error), argv, first);
    return report_failure (error, NULL);
  }
  g_autoptr (OptionTable) table = command_dup_options (command);
  g_autoptr (Arguments) own = arguments_new ();
  IsWord is_word = command->words == WORDS_QUERY ? command_is_query_word : NULL;
  if (arguments_parse (own, table, argv, first + 1, FALSE, is_word, &error) < 0) {
    error = foreign_explain (g_steal_pointer (&error), command, argv, first);
    return report_failure (error, NULL);
  }
  if (answer_simple_question (own, command, &status))
    return status;
  if (!foreign_check_values (own, &error))
    return report_failure (error, NULL);
  return run_command (command, general, own);
}

static Status
run (char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OptionTable) table = command_dup_options (NULL);
  g_autoptr (Arguments) general = arguments_new ();
  Status status = STATUS_DONE;
  int first = arguments_parse (general, table, argv, argv[0] ? 1 : 0, TRUE, NULL, &error);
  if (first < 0) {
    error = foreign_explain_general (g_steal_pointer (&error), argv, 1);
    return report_failure (error, NULL);
  }
  if (answer_simple_question (general, NULL, &status))
    return status;
  if (argv[first])
    return dispatch (general, argv, first);
  if (first <= 1)
    return print (help_get_first_steps ());
  usage_set_error (&error, "which command? \"chancery help\" lists them");
  return report_failure (error, NULL);
}

/* fontconfig and pango choose fonts by the user's language, but pictures and pages are the same for everybody. */
static void
forget_language_of_fonts (void)
{
  g_setenv ("FC_LANG", "en", TRUE);
  g_setenv ("PANGO_LANGUAGE", "en", TRUE);
}

int
main (int argc, char **argv)
{
  (void) argc;
  memory_prepare ();
  forget_language_of_fonts ();
  signal (SIGXFSZ, SIG_IGN); /* a file that may grow no further is an error of writing like others */
  fill_standard_descriptors ();
  return (int) run (argv);
}
