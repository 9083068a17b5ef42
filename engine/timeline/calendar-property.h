/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>
#include <string.h>

/* Whether an extra is a property of a calendar by this name, with parameters or without. */
static inline gboolean
chn_is_calendar_property (const char *key, const char *name)
{
  const gsize length = strlen (name);
  return key && strncmp (key, name, length) == 0 && (key[length] == '\0' || key[length] == ';');
}
