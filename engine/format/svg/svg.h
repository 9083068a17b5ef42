/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/scene.h"
#include "base/writer.h"

/* A file of its own: things lead to their addresses, and colours are the theme's. */
void chn_svg_put_file (ChnWriter *out, const ChnScene *scene);

/*
 * An element of a page: things have data-id, by which the page's script knows them, and no links; colours are
 * the page's, by name: var(--ink). It is as good as an image for whoever cannot see it.
 */
void chn_svg_put_element (ChnWriter *out, const ChnScene *scene);
