/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/chancery.h>

/* Asks for an event on the terminal, field by field; FALSE with an error where the answers end too early. */
gboolean ask_event (ChnAddition *addition, GError **error);

/* Asks yes or no; an empty answer is yes, the end of the answers no. */
gboolean ask_whether (const char *question);
