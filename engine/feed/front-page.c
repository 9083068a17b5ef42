/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The page of a server that shows no feed in front. */
#include "feed/front-page.h"

#include "feed/subscriptions.h"
#include "format/html/subscriptions.h"

gboolean
chn_front_page_write (ChnFeedMaking *making, GError **error)
{
  g_autoptr (GPtrArray) subscriptions = chn_subscriptions_list (making->wanted->catalogue);
  g_autoptr (ChnWriter) out = chn_writer_new_for_string (making->out);
  chn_html_put_subscription_page (out, "Chronologies", subscriptions);
  return chn_writer_finish (out, error);
}
