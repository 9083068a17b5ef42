/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/format.h"

/* The reader and the writer of the format. */
gboolean chn_csv_read (const ChnReadJob *job, GError **error);
gboolean chn_csv_write (const ChnWriteJob *job, GError **error);
