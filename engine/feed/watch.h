/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * A number that changes when one of some files or folders does: what their names, lengths, times and inodes are, of
 * folders those of all YAML files in them, too. It is asked now and then; being told by the system would miss what
 * happens on file systems of the network.
 */
guint64 chn_feed_watch_look (char **paths);
