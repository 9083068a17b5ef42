/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "feed/answer.h"
#include "feed/validators.h"

/* The ways in which an answer is sent. */
typedef enum { CHN_FEED_PLAIN, CHN_FEED_GZIP, CHN_FEED_N_FORMS } ChnFeedCoding;

/* One of them, with all its header fields. */
typedef struct {
  ChnFeedValidators validators;
  guint status;
  gsize length; /* of its body */
  ChnHttpReply *whole;
  ChnHttpReply *not_modified; /* NULL where the answer has no validators */
} ChnFeedForm;

/* `body` is the answer's, or what became of it by the coding; the validators are those of the answer as it is. */
void chn_feed_form_make (ChnFeedForm *form, const ChnHttpPlugin *http, const ChnFeedTarget *target,
                         const ChnFeedAnswer *answer, GBytes *body, ChnFeedCoding coding,
                         const ChnFeedValidators *plain);
void chn_feed_form_clear (ChnFeedForm *form, const ChnHttpPlugin *http);

/* Whether a request that may be conditional is told that it has the answer already. */
gboolean chn_feed_form_is_known (const ChnFeedForm *form, const ChnHttpRequest *request);

/* A short text that is never kept: of an error, or of what is so at the moment. The body is taken. */
ChnHttpReply *chn_feed_text_reply_new (const ChnHttpPlugin *http, guint status, const char *content_type,
                                       GBytes *body);
