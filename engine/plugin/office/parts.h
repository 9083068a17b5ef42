/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/office.h"

/* The files that a document is packed of. */
typedef struct {
  GHashTable *files; /* name -> GBytes */
} OfficeParts;

typedef gboolean (*OfficeWantFunc) (const char *name);

/* Those that are wanted, or all (NULL); FALSE with the fault. */
gboolean office_parts_read (OfficeParts *parts, const char *bytes, gsize length, gsize most, OfficeWantFunc is_wanted,
                            ChnOfficeFault *fault);
/* Whether tables may stand in a file of this name, or it says how to read them. */
gboolean office_parts_hold_tables (const char *name);
void office_parts_clear (OfficeParts *parts);
/* NULL where there is none of this name. */
GBytes *office_parts_get (const OfficeParts *parts, const char *name);

/* A file that was packed by itself. */
GBytes *office_unpack (const char *bytes, gsize length, gsize most, ChnOfficeFault *fault);
gboolean office_unpack_pieces (const char *bytes, gsize length, gsize most, ChnPieceFunc take, gpointer data,
                               ChnOfficeFault *fault);

/* Says what is wrong, unless something was said before. Always FALSE. */
gboolean office_fail (ChnOfficeFault *fault, ChnError code, const char *format, ...) G_GNUC_PRINTF (3, 4);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OfficeParts, office_parts_clear)
