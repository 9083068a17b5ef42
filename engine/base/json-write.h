/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/writer.h"

/* A JSON string, quoted and escaped; null for NULL. */
void chn_json_put_text (ChnWriter *out, const char *text);

/* The same as chn_json_put_text(), but empty text too is null: what is empty is not stated. */
void chn_json_put_stated (ChnWriter *out, const char *text);
