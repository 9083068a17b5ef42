/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * Takes the full stops out of initials, in place: "u.s. policy" becomes "us policy", "d.p.r.k." becomes "dprk".
 * Initials are two letters or more that stand by themselves, with a full stop and nothing else between them. The text
 * is UTF-8 and ends with NUL behind `length` bytes. Gives its new length.
 */
gsize chn_initials_join (char *text, gsize length);
