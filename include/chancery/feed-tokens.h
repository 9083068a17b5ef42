/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

G_BEGIN_DECLS

/**
 * ChnFeedTokens:
 *
 * Who may read feeds that are not public: a token is the secret part of an address. Kept is not the token but its
 * HMAC-SHA256 (RFC 2104) under a key of the file, so that nobody gets in by what stands there.
 */
typedef struct _ChnFeedTokens ChnFeedTokens;

/**
 * ChnFeedToken:
 * @id: by which it is revoked; it tells nothing of the token
 * @feed: name of the feed that it opens
 * @day: on which it was made, EDTF
 * @label: (nullable): whom it was given to
 */
typedef struct {
  const char *id;
  const char *feed;
  const char *day;
  const char *label;
} ChnFeedToken;

/**
 * chn_feed_tokens_load:
 * @path: a file of tokens; where there is none, there are no tokens
 * @error: return location
 *
 * Errors: %CHN_ERROR_IO, also where others than the owner may read the file; %CHN_ERROR_SYNTAX.
 *
 * Returns: (transfer full): the tokens, or %NULL on error
 */
CHN_API ChnFeedTokens *chn_feed_tokens_load (const char *path, GError **error);

/**
 * chn_feed_tokens_save:
 * @path: file to replace, atomically and durably; a new one can be read by its owner alone
 * @error: return location
 */
CHN_API gboolean chn_feed_tokens_save (const ChnFeedTokens *tokens, const char *path, GError **error);

CHN_API void chn_feed_tokens_free (ChnFeedTokens *tokens);

CHN_API guint chn_feed_tokens_count (const ChnFeedTokens *tokens);
/** chn_feed_tokens_get: what is known of one, in the order in which they were added; valid until a change. */
CHN_API ChnFeedToken chn_feed_tokens_get (const ChnFeedTokens *tokens, guint index);

/**
 * chn_feed_tokens_add:
 * @feed: name of the feed that it opens
 * @day: today, EDTF
 * @label: (nullable): whom it is for, on one line
 * @error: return location
 *
 * Makes a token. It is told here and never again.
 *
 * Errors: %CHN_ERROR_SYNTAX for a label of several lines, %CHN_ERROR_IO where the system has no random bytes.
 *
 * Returns: (transfer full): the token, 32 letters and digits of 160 random bits; %NULL on error
 */
CHN_API char *chn_feed_tokens_add (ChnFeedTokens *tokens, const char *feed, const char *day, const char *label,
                                   GError **error);

/**
 * chn_feed_tokens_revoke:
 * @id: of a token
 * @error: return location
 *
 * Errors: %CHN_ERROR_UNKNOWN.
 */
CHN_API gboolean chn_feed_tokens_revoke (ChnFeedTokens *tokens, const char *id, GError **error);

/**
 * chn_feed_tokens_admit:
 * @feed: name of a feed, whether there is one or not
 * @token: what a client gives as one
 *
 * Takes as long for a wrong token as for a right one.
 *
 * Returns: whether the token opens the feed
 */
CHN_API gboolean chn_feed_tokens_admit (const ChnFeedTokens *tokens, const char *feed, const char *token);

/**
 * chn_feed_check_declared:
 * @timeline: a timeline
 * @feeds_file: (nullable): a file that declares feeds beside it
 * @name: name of a feed
 * @is_public: (out): whether everybody may read it
 * @extension: (out) (transfer none): of a form that it is served in, that of calendars where it can be
 * @report: where faults of what is declared go
 * @error: return location
 *
 * Errors: %CHN_ERROR_UNKNOWN, with the nearest name; those of reading the file.
 *
 * Returns: %FALSE where no such feed is declared
 */
CHN_API gboolean chn_feed_check_declared (const ChnTimeline *timeline, const char *feeds_file, const char *name,
                                          gboolean *is_public, const char **extension, ChnReport *report,
                                          GError **error);

/**
 * chn_feed_dup_url:
 * @base_url: (nullable): address of the site, without "/" at its end
 * @token: (nullable): a token, %NULL for a public feed
 * @feed: name of a feed
 * @extension: "ics"
 *
 * Returns: (transfer full): "https://example.org/t/TOKEN/feeds/council.ics"
 */
CHN_API char *chn_feed_dup_url (const char *base_url, const char *token, const char *feed, const char *extension);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnFeedTokens, chn_feed_tokens_free)

G_END_DECLS
