/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Gives the events of rows their ids. */
#include "curate/import/keep-track.h"

#include "curate/import/event-id.h"

void
chn_import_keep_track (ChnImport *import, const ChnImportTable *table, guint row, ChnEvent *event, const char *stated)
{
  (void) table, (void) row;
  g_autofree char *id = stated ? g_strdup (stated) : chn_event_id_dup_new (event, import->ids);
  chn_event_set_text (event, CHN_FIELD_ID, id, -1);
  chn_timeline_builder_add_event (import->builder, event);
  import->counts.n_new++;
}
