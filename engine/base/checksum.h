/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * A checksum against decay, not against forgery: one wrong word is always found, more with near
 * certainty. Part of what a snapshot holds, so it must not change; words are read in the byte
 * order of the machine.
 */
guint64 chn_checksum (gconstpointer bytes, gsize length);
