/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/api.h>

G_BEGIN_DECLS

/**
 * ChnError:
 * @CHN_ERROR_SYNTAX: the text does not follow its grammar
 * @CHN_ERROR_RANGE: the text is well formed but names what does not exist (30 February)
 * @CHN_ERROR_UNKNOWN: a name that nothing bears
 * @CHN_ERROR_AMBIGUOUS: a name that several things bear
 * @CHN_ERROR_CONFLICT: two statements exclude each other (an id given twice)
 * @CHN_ERROR_LIMIT: input larger, deeper or more numerous than the bound allows
 * @CHN_ERROR_UNSUPPORTED: well formed, but outside what this version does
 * @CHN_ERROR_IO: the system refused to open, read, write, sync or rename
 *
 * Codes of %CHN_ERROR.
 */
typedef enum {
  CHN_ERROR_SYNTAX,
  CHN_ERROR_RANGE,
  CHN_ERROR_UNKNOWN,
  CHN_ERROR_AMBIGUOUS,
  CHN_ERROR_CONFLICT,
  CHN_ERROR_LIMIT,
  CHN_ERROR_UNSUPPORTED,
  CHN_ERROR_IO,
} ChnError;

/**
 * CHN_ERROR:
 *
 * The domain of every error that this library makes. The message says what was found and what
 * was expected, in one line; chn_error_get_hint() says what to do about it.
 */
#define CHN_ERROR (chn_error_quark ())

CHN_API GQuark chn_error_quark (void);

/**
 * chn_error_get_place:
 * @error: an error of %CHN_ERROR
 * @offset: (out) (optional): bytes from the start of the text that was parsed
 * @length: (out) (optional): bytes that are wrong there, 0 where something is missing
 *
 * Where in the parsed text the fault lies.
 *
 * Returns: %FALSE when the error has no place; then the outputs are untouched
 */
CHN_API gboolean chn_error_get_place (const GError *error, gsize *offset, gsize *length);

/**
 * chn_error_get_hint:
 * @error: an error of %CHN_ERROR
 *
 * Returns: (transfer none) (nullable): what to write or do instead ("write 2014-09")
 */
CHN_API const char *chn_error_get_hint (const GError *error);

G_END_DECLS
