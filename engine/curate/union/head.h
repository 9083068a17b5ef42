/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * What stands before the events of a file, with an empty list in their place; all of it where something stands behind
 * them. What is looked for before the events stands at the same bytes in either.
 */
GBytes *chn_head_cut (GBytes *file);
