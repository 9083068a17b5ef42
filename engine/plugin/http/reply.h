/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <microhttpd.h>

#include "base/http.h"

/* Answers as libmicrohttpd has them, with their header fields laid out. */
struct _ChnHttpReply {
  struct MHD_Response *response;
  guint status;
  gsize length; /* of its body */
  gint n_refs;  /* atomic */
};

ChnHttpReply *chn_http_reply_new (guint status, const ChnHttpField *fields, guint n, GBytes *body);
ChnHttpReply *chn_http_reply_ref (ChnHttpReply *reply);
void chn_http_reply_unref (ChnHttpReply *reply);
