/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/picture.h"
#include "document/document.h"
#include "document/drawing.h"
#include "document/picture/options.h"

/* The timeline of a document that is interactive (document/profile.h). */
ChnScene *chn_picture_new (const ChnDocument *document, const ChnPictureOptions *options,
                           const ChnPicturePlugin *plugin);
