/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/writer.h"

/* One way to have a feed. */
typedef struct {
  char *label; /* "ICS" */
  char *address;
} ChnSubscriptionLink;

/* A feed that somebody may have. */
typedef struct {
  char *title;
  GArray *links; /* ChnSubscriptionLink */
} ChnSubscription;

ChnSubscription *chn_subscription_new (const char *title);
void chn_subscription_add (ChnSubscription *subscription, const char *label, const char *address);
void chn_subscription_free (ChnSubscription *subscription);

/* What of a page lists them: an array of ChnSubscription. */
void chn_html_put_subscriptions (ChnWriter *out, const GPtrArray *subscriptions);

/* A page of them and of nothing else. */
void chn_html_put_subscription_page (ChnWriter *out, const char *title, const GPtrArray *subscriptions);
