/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <string.h>

#include "base/slice.h"
#include "base/window.h"

/* The logical lines of an input, one by one: what was folded is joined in the buffer, other lines stay where they
 * are. */
typedef struct {
  ChnWindow *window; /* borrowed */
  const char *at;    /* behind what was read */
  const char *there; /* up to where bytes can be read now */
  guint line;        /* of `at`, 1-based */
  guint64 longest;   /* bytes of a line */
  gboolean bare_cr;  /* lines end in CR alone */
  GString *buffer;
} ChnUnfolder;

/* A byte order mark is passed over. */
void chn_unfolder_init (ChnUnfolder *unfolder, ChnWindow *window, guint64 longest);
void chn_unfolder_clear (ChnUnfolder *unfolder);

/* The next line, which may be blank; FALSE where it is too long, and passed over. Valid until the one behind it. */
gboolean chn_unfolder_next (ChnUnfolder *unfolder, ChnSlice *line);

gboolean chn_unfolder_load (ChnUnfolder *unfolder, const char *upto);

/* Whether the input goes on so far. */
static inline gboolean
chn_unfolder_reaches (ChnUnfolder *unfolder, const char *at)
{
  return G_LIKELY (at < unfolder->there) || chn_unfolder_load (unfolder, at + 1);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnUnfolder, chn_unfolder_clear)
