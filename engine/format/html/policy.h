/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/writer.h"

/* What a page may do: use our stylesheet, run our script where it has one, show pictures that it holds. No fetch. */
void chn_html_put_policy (ChnWriter *out, gboolean has_script);

/* What else stands in every head: how it is shown, its title, its stylesheet. */
void chn_html_put_title (ChnWriter *out, const char *title);
