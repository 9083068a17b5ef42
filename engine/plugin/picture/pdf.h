/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/picture.h"

/* As ChnPicturePlugin.write_pdf. */
char *chn_pdf_write (const ChnPages *pages, GString *out, GArray *stand_ins, GError **error);
