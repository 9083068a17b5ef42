/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/vocabulary.h>

G_BEGIN_DECLS

/**
 * ChnFeedField:
 *
 * What is declared of a feed, all text.
 */
typedef enum {
  CHN_FEED_NAME,       /* a slug: it stands in the address */
  CHN_FEED_TITLE,      /* name of the calendar or page */
  CHN_FEED_QUERY,      /* what is in it; everything where there is none */
  CHN_FEED_ACCESS,     /* "public" or "token"; by itself "token" */
  CHN_FEED_VISIBILITY, /* the most that is shown, a term of %CHN_VOCABULARY_VISIBILITY; by itself "public" */
  CHN_FEED_COLOR,      /* a name of CSS, for calendars */
  CHN_FEED_REFRESH,    /* how often subscribers should look again, a duration of ISO 8601 */
  CHN_FEED_FORMATS,    /* of chn_feed_get_formats(), separated by blanks; by itself all */
  CHN_FEED_PAYLOAD,    /* "yes": calendars have the payload that brings every field back */
  CHN_FEED_FRONT,      /* "yes": it is shown on the page of the whole server */
  CHN_N_FEED_FIELDS,
} ChnFeedField;

/**
 * ChnFeed:
 * @text: by #ChnFeedField; %NULL where a field is not given
 * @line: where the query stands in the file, or where there is none the name, 1-based; 0 where that is not known
 * @column: 1-based
 *
 * A chronology, or part of one, that others subscribe to.
 */
typedef struct {
  const char *text[CHN_N_FEED_FIELDS];
  guint line, column;
} ChnFeed;

/** chn_feed_field_get_name: key in YAML. */
CHN_API const char *chn_feed_field_get_name (ChnFeedField field);

/** chn_feed_get_formats: (array length=n): the extensions under which feeds are served, without the dot. */
CHN_API const char *const *chn_feed_get_formats (guint *n);

/**
 * chn_feed_check_value:
 * @field: a field
 * @text: its value
 * @error: return location
 *
 * Whether a field of a feed can have this value. What a query, a colour and a duration may be is known elsewhere.
 *
 * Errors: %CHN_ERROR_SYNTAX, %CHN_ERROR_UNKNOWN, with what to write.
 */
CHN_API gboolean chn_feed_check_value (ChnFeedField field, const char *text, GError **error);

/** chn_feed_is_public: whether everybody may read it, and not only who has a token. */
CHN_API gboolean chn_feed_is_public (const ChnFeed *feed);

/** chn_feed_get_visibility: the most that it shows; the least there is where the word is unknown. */
CHN_API ChnVisibility chn_feed_get_visibility (const ChnFeed *feed);

/** chn_feed_has_format: whether it is served under an extension, "ics". */
CHN_API gboolean chn_feed_has_format (const ChnFeed *feed, const char *extension);

/** chn_feed_says_yes: whether a field that is "yes" or "no" is "yes". */
CHN_API gboolean chn_feed_says_yes (const ChnFeed *feed, ChnFeedField field);

G_END_DECLS
