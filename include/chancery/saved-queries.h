/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/limits.h>
#include <chancery/report.h>
#include <chancery/timeline.h>

G_BEGIN_DECLS

/**
 * ChnSavedQueries:
 *
 * The queries that a user keeps under names, from a file of their own. Immutable.
 */
typedef struct _ChnSavedQueries ChnSavedQueries;

/**
 * chn_saved_queries_load:
 * @path: a YAML file: a mapping of names to queries
 * @report: where faults of the file go, at their places
 * @limits: (nullable): bounds
 * @error: return location
 *
 * Errors: that of the first fault; %CHN_ERROR_IO and %CHN_ERROR_LIMIT as for any file.
 *
 * Returns: (transfer full): the queries, or %NULL on error
 */
CHN_API ChnSavedQueries *chn_saved_queries_load (const char *path, ChnReport *report, const ChnLimits *limits,
                                                 GError **error);
CHN_API void chn_saved_queries_free (ChnSavedQueries *queries);

/** chn_saved_queries_get: (array length=n): in the order of the file. */
CHN_API const ChnSavedQuery *chn_saved_queries_get (const ChnSavedQueries *queries, guint *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnSavedQueries, chn_saved_queries_free)

G_END_DECLS
