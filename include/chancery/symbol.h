/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/date.h>

G_BEGIN_DECLS

/**
 * ChnSymbol:
 *
 * A document symbol, parsed: "A/C.3/69/L.28/Rev.1", "GC(55)/RES/13". Of the United Nations, and of the agencies,
 * conferences, courts and organizations whose series are known. Immutable.
 */
typedef struct _ChnSymbol ChnSymbol;

/**
 * chn_symbol_parse:
 * @text: a symbol as printed, in any case, with spaces, as a file name (A_RES_69_188), with the
 *   asterisk of a reissue; two symbols of one document, joined by a hyphen or dash; or informal words
 *   for one (UNSCR 2397)
 * @length: its bytes, or -1
 * @error: return location
 *
 * Parses and normalises. Errors carry their place and suggest the symbol that was probably
 * meant (S/RES/72/188: A/RES/72/188). An error means that the symbol is of no series that is known, or
 * malformed; it is for the caller to keep such a text as it stands.
 *
 * Returns: (transfer full): a new symbol, or %NULL on error
 */
CHN_API ChnSymbol *chn_symbol_parse (const char *text, gssize length, GError **error);
CHN_API void chn_symbol_free (ChnSymbol *symbol);

/** chn_symbol_get_text: the canonical spelling; of two symbols of one document, both, with a hyphen between. */
CHN_API const char *chn_symbol_get_text (const ChnSymbol *symbol);

/** chn_symbol_get_base: the canonical spelling without modifiers and reissue marks; of two symbols, the first. */
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
 *   "verbatim-record", "summary-record", "limited", "conference-room-paper", "press-release", "state-report",
 *   "concluding-observations", "circular", "judgment", …,
 *   "document" where the symbol does not tell
 */
CHN_API const char *chn_symbol_get_kind (const ChnSymbol *symbol);

/** chn_symbol_get_session: (nullable): "69", "ES-10", "S-17"; Roman sessions in digits; "M-33" of a meeting beside
 * the sessions. */
CHN_API const char *chn_symbol_get_session (const ChnSymbol *symbol);

/**
 * chn_symbol_get_year:
 *
 * The year that the symbol states, or that its session or number implies where these are known: S/RES/825 is of 1993,
 * S/PV.9398 of 2023.
 *
 * Returns: a year, 0 where the symbol does not tell one
 */
CHN_API int chn_symbol_get_year (const ChnSymbol *symbol);

/**
 * chn_symbol_get_parallel:
 *
 * Returns: (transfer none) (nullable): the second symbol of a document that bears two, S/24111 of A/47/277-S/24111
 */
CHN_API const ChnSymbol *chn_symbol_get_parallel (const ChnSymbol *symbol);

/** chn_symbol_is_informal: whether it was written in other words than a symbol's, such as UNSCR 2397. */
CHN_API gboolean chn_symbol_is_informal (const ChnSymbol *symbol);

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
 * Whether both name one document. S/RES/2321 equals S/RES/2321 (2016): the number is unique. A document under two
 * symbols equals either.
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
 * resolution may be missing on either side. Of two symbols of one document, either may begin so. Neither text need be
 * a valid symbol.
 *
 * Returns: %TRUE when it does; every symbol begins with the empty one
 */
CHN_API gboolean chn_symbol_text_has_prefix (const char *symbol, const char *prefix);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnSymbol, chn_symbol_free)

G_END_DECLS
