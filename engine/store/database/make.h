/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "store/database/database.h"

/* Makes the tables of a store where there are none. */
gboolean chn_store_make (const ChnStore *store, GError **error);

/* Brings the tables of a store from a schema to that of this version, in the transaction that is open. */
gboolean chn_store_renew (const ChnStore *store, guint schema, GError **error);

/* Grants readers and editors what is theirs, as far as whoever asks may. */
gboolean chn_store_grant (const ChnStore *store, GError **error);

/* Whether a database has a store of the schema that this version works with; FALSE with an error. */
gboolean chn_store_check_schema (const ChnStore *store, GError **error);
