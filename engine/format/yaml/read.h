/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/format.h"

/* The reader and writer of timeline files. */
gboolean chn_yaml_read (const ChnReadJob *job, GError **error);
gboolean chn_yaml_write (const ChnWriteJob *job, GError **error);
