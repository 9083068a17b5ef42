/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/diagram.h>
#include <chancery/format.h>

G_BEGIN_DECLS

/**
 * chn_draw_trail:
 * @trail: what is drawn
 * @format: a picture, svg or png
 * @options: (nullable): of which size, theme and font count
 * @scale: (out) (optional): how large the text is, where 1 is usual: a sheet of a certain size has it as small as it
 *   has to be
 * @sink: takes the output
 * @data: for @sink
 * @error: return location
 *
 * Draws a paper trail: time runs downwards, arrows lead from what came first to what came of it.
 *
 * Errors: %CHN_ERROR_UNSUPPORTED where pictures cannot be drawn, %CHN_ERROR_LIMIT for one that is too high for
 * pixels, and what the sink says.
 */
CHN_API gboolean chn_draw_trail (const ChnTrailDiagram *trail, const ChnFormat *format,
                                 const ChnWriteOptions *options, double *scale, ChnSink sink, gpointer data,
                                 GError **error);

/**
 * chn_draw_chart:
 * @chart: what is drawn
 *
 * Draws a count, as chn_draw_trail() draws a trail.
 */
CHN_API gboolean chn_draw_chart (const ChnChart *chart, const ChnFormat *format, const ChnWriteOptions *options,
                                 ChnSink sink, gpointer data, GError **error);

G_END_DECLS
