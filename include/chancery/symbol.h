/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/date.h>

G_BEGIN_DECLS

/**
 * ChnSymbol:
 *
 * A United Nations document symbol, parsed: "A/C.3/69/L.28/Rev.1". Immutable.
 */
typedef struct _ChnSymbol ChnSymbol;

/**
 * chn_symbol_parse:
 * @text: a symbol as printed, in any case, with spaces, as a file name (A_RES_69_188), with the
 *   asterisk of a reissue
 * @length: its bytes, or -1
 * @error: return location
 *
 * Parses and normalises. Errors carry their place and suggest the symbol that was probably
 * meant (S/RES/72/188: A/RES/72/188).
 *
 * Returns: (transfer full): a new symbol, or %NULL on error
 */
CHN_API ChnSymbol *chn_symbol_parse (const char *text, gssize length, GError **error);
CHN_API void chn_symbol_free (ChnSymbol *symbol);

/** chn_symbol_get_text: the canonical spelling. */
CHN_API const char *chn_symbol_get_text (const ChnSymbol *symbol);

/** chn_symbol_get_base: the canonical spelling without modifiers and reissue marks. */
CHN_API const char *chn_symbol_get_base (const ChnSymbol *symbol);

/** chn_symbol_get_organ: the organ's prefix: "A", "A/HRC", "A/C.3", "S", "E/CN.4", "press". */
CHN_API const char *chn_symbol_get_organ (const ChnSymbol *symbol);

/**
 * chn_symbol_get_forum:
 *
 * Returns: (transfer none) (nullable): id of the forum in the registry ("un.ga.c3")
 */
CHN_API const char *chn_symbol_get_forum (const ChnSymbol *symbol);

/**
 * chn_symbol_get_kind:
 *
 * Returns: (transfer none): "resolution", "decision", "presidential-statement",
 *   "verbatim-record", "summary-record", "limited", "conference-room-paper", "press-release", …,
 *   "document" where the symbol does not tell
 */
CHN_API const char *chn_symbol_get_kind (const ChnSymbol *symbol);

/** chn_symbol_get_session: (nullable): "69", "ES-10", "S-17"; Roman sessions in digits. */
CHN_API const char *chn_symbol_get_session (const ChnSymbol *symbol);

/** chn_symbol_get_year: the year that the symbol states or its session implies, 0 where none. */
CHN_API int chn_symbol_get_year (const ChnSymbol *symbol);

/** chn_symbol_get_number: (nullable): the serial as text: "188", "2-4". */
CHN_API const char *chn_symbol_get_number (const ChnSymbol *symbol);

/** chn_symbol_get_modifiers: (nullable): "Rev.1", "Rev.1; reissue *", "part A", "country PRK". */
CHN_API const char *chn_symbol_get_modifiers (const ChnSymbol *symbol);

/**
 * chn_symbol_get_dates:
 *
 * Returns: (transfer none) (nullable): when a document of this symbol was issued, as far as the
 *   symbol tells ("2014-09/2015-09")
 */
CHN_API ChnDate *chn_symbol_get_dates (const ChnSymbol *symbol);

/**
 * chn_symbol_can_bear:
 * @symbol: a symbol
 * @bounds: bounds of the event's date
 *
 * Whether an event of this date can have this symbol. Generous where documents are: one may be
 * dated before the session that it is prepared for.
 *
 * Returns: %FALSE only when the date is impossible
 */
CHN_API gboolean chn_symbol_can_bear (const ChnSymbol *symbol, const ChnDateBounds *bounds);

/**
 * chn_symbol_dup_link:
 *
 * Returns: (transfer full) (nullable): the document's address at docs.un.org or press.un.org,
 *   percent-encoded; %NULL where none can be told
 */
CHN_API char *chn_symbol_dup_link (const ChnSymbol *symbol);

/**
 * chn_symbol_equal:
 *
 * Whether both name one document. S/RES/2321 equals S/RES/2321 (2016): the number is unique.
 */
CHN_API gboolean chn_symbol_equal (const ChnSymbol *a, const ChnSymbol *b);

/**
 * chn_symbol_text_has_prefix:
 * @symbol: a symbol's text, canonical or not
 * @prefix: the beginning of one
 *
 * Whether @symbol begins with @prefix, part by part: A/C.3/69/L.28/Rev.1 begins with A/C.3/69,
 * A/C.3/691 does not. Case and blanks do not count, underscores are slashes where there are no
 * slashes, letters may stand without their number (S/PV), and the year of a Security Council
 * resolution may be missing on either side. Neither text need be a valid symbol.
 *
 * Returns: %TRUE when it does; every symbol begins with the empty one
 */
CHN_API gboolean chn_symbol_text_has_prefix (const char *symbol, const char *prefix);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnSymbol, chn_symbol_free)

G_END_DECLS
