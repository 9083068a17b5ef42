/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "document/build.h"
#include "format/canvas.h"
#include "format/format.h"

/* Pages of paper, and the picture that stands on one of them. */

/* The page that options ask for, by itself a4; FALSE with an error. */
gboolean chn_paper_find (const ChnWriteOptions *options, ChnCanvas *page, GError **error);

/* Units of a page in points. */
double chn_paper_to_points (const ChnCanvas *page, double units);

/* The picture of a job's rows that `list -o x.svg` would make, laid out for such a page lying across; NULL with an
 * error. */
ChnScene *chn_paper_picture_new (const ChnWriteJob *job, const ChnDocumentFront *front, const ChnCanvas *page,
                                 GError **error);
