/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/source.h>

/* What tells that two sources are one: each mark of one is a text that no other source has. To be freed. */
GPtrArray *chn_source_dup_marks (const ChnSource *source);
