/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/format.h>

/*
 * Readers of option values, by kind. A value goes to the member that `target` points at; on error
 * that is untouched.
 */
typedef gboolean (*ChnOptionReadFunc) (const ChnWriteOption *option, const char *value, gpointer target,
                                       GError **error);

/* gboolean: the switch is given. */
gboolean chn_option_read_switch (const ChnWriteOption *option, const char *value, gpointer target, GError **error);
/* int: the place of the word among those that the metavar lists. */
gboolean chn_option_read_word (const ChnWriteOption *option, const char *value, gpointer target, GError **error);
/* char *: any text. */
gboolean chn_option_read_text (const ChnWriteOption *option, const char *value, gpointer target, GError **error);
/* guint: a whole number from 1. */
gboolean chn_option_read_count (const ChnWriteOption *option, const char *value, gpointer target, GError **error);
/* char *: a duration before something, without years and months, "-P14D". */
gboolean chn_option_read_lead (const ChnWriteOption *option, const char *value, gpointer target, GError **error);
/* char *: a positive duration without years and months, "PT12H". */
gboolean chn_option_read_interval (const ChnWriteOption *option, const char *value, gpointer target, GError **error);
/* char *: how long something stays, as ISO 8601. */
gboolean chn_option_read_lifetime (const ChnWriteOption *option, const char *value, gpointer target, GError **error);
/* char *: a colour by its name in CSS, lower case. */
gboolean chn_option_read_colour (const ChnWriteOption *option, const char *value, gpointer target, GError **error);
/* char *: the size of a picture (format/canvas.h). */
gboolean chn_option_read_size (const ChnWriteOption *option, const char *value, gpointer target, GError **error);
/* GBytes *: given through chn_write_options_set_contents() only, since a library function reads no file here. */
gboolean chn_option_read_path (const ChnWriteOption *option, const char *value, gpointer target, GError **error);
