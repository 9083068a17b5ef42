/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

#include "timeline/own-names.h"

/*
 * Which of a timeline's own names, of actors, forums and terms, what is shown mentions, and which only what is hidden
 * does: to know of these would be to know of that. What nobody mentions stays.
 */
typedef struct _ChnMentions ChnMentions;

typedef enum { CHN_MENTIONED_HIDDEN = 1, CHN_MENTIONED_SHOWN = 2 } ChnMention;

/* NULL where there are no such names. */
ChnMentions *chn_mentions_new (const ChnTimeline *timeline);
void chn_mentions_free (ChnMentions *mentions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnMentions, chn_mentions_free)

/* Notes what an event mentions, as one that is shown or as one that is, or may be, hidden. */
void chn_mentions_note (ChnMentions *mentions, const ChnEvent *event, ChnMention mention);

/* Takes it from what was known before of a timeline, of which an excerpt alone is noted: what was outside of it then is
 * shown, and other names that it had are hidden. */
void chn_mentions_note_known (ChnMentions *mentions, const ChnTimeline *before, const ChnTimeline *outside);

/* Whether what is shown mentions names, or declares such that nobody mentions, which another timeline does not have. */
gboolean chn_mentions_exceed (ChnMentions *mentions, const ChnTimeline *other);

/* When all events are noted: what is shown needs the members, successors and forums above that it names. */
void chn_mentions_settle (ChnMentions *mentions);

/* Whether what is shown mentions a name. */
gboolean chn_mentions_is_shown (const ChnMentions *mentions, ChnOwnName kind, const char *id);

/* For chn_own_names_copy(): whether a name may be known. */
gboolean chn_mentions_want (ChnOwnName kind, const char *id, gpointer mentions);
