/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/format.h"

/* The reader and the writer of each kind of bibliography. */
gboolean chn_bibtex_read (const ChnReadJob *job, GError **error);
gboolean chn_bibtex_write (const ChnWriteJob *job, GError **error);
gboolean chn_ris_read (const ChnReadJob *job, GError **error);
gboolean chn_ris_write (const ChnWriteJob *job, GError **error);
gboolean chn_csl_read (const ChnReadJob *job, GError **error);
gboolean chn_csl_write (const ChnWriteJob *job, GError **error);
