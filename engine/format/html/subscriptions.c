/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The list of feeds that others may subscribe to, within a page or as one. */
#include "format/html/subscriptions.h"

#include "format/html/page.h"
#include "format/html/policy.h"
#include "format/markup.h"

static void
clear_link (gpointer data)
{
  ChnSubscriptionLink *link = data;
  g_free (link->label);
  g_free (link->address);
}

ChnSubscription *
chn_subscription_new (const char *title)
{
  ChnSubscription *subscription = g_new (ChnSubscription, 1);
  *subscription = (ChnSubscription){ g_strdup (title), g_array_new (FALSE, FALSE, sizeof (ChnSubscriptionLink)) };
  g_array_set_clear_func (subscription->links, clear_link);
  return subscription;
}

void
chn_subscription_add (ChnSubscription *subscription, const char *label, const char *address)
{
  ChnSubscriptionLink link = { g_strdup (label), g_strdup (address) };
  g_array_append_val (subscription->links, link);
}

void
chn_subscription_free (ChnSubscription *subscription)
{
  if (!subscription)
    return;
  g_free (subscription->title);
  g_array_unref (subscription->links);
  g_free (subscription);
}

/* Each link says by itself where it leads, for who hears them one by one. */
static void
put_link (ChnWriter *out, const ChnSubscriptionLink *link, const char *title)
{
  chn_writer_puts (out, " <a href=\"");
  chn_markup_put_attribute (out, link->address);
  chn_writer_puts (out, "\" aria-label=\"");
  chn_markup_put_attribute (out, link->label);
  chn_writer_puts (out, ": ");
  chn_markup_put_attribute (out, title);
  chn_writer_puts (out, "\">");
  chn_markup_put_text (out, link->label);
  chn_writer_puts (out, "</a>");
}

void
chn_html_put_subscriptions (ChnWriter *out, const GPtrArray *subscriptions)
{
  if (!subscriptions || subscriptions->len == 0)
    return;
  chn_writer_puts (out, "<nav id=\"chn:subscribe\" aria-label=\"Feeds to subscribe to\">\n");
  for (guint i = 0; i < subscriptions->len; i++) {
    const ChnSubscription *subscription = subscriptions->pdata[i];
    chn_writer_puts (out, "<p><bdi>");
    chn_markup_put_text (out, subscription->title);
    chn_writer_puts (out, "</bdi>");
    for (guint k = 0; k < subscription->links->len; k++)
      put_link (out, &g_array_index (subscription->links, ChnSubscriptionLink, k), subscription->title);
    chn_writer_puts (out, "</p>\n");
  }
  chn_writer_puts (out, "</nav>\n");
}

static const char explanation[] =
    "<main>\n<p>“Subscribe” opens a calendar app, which then looks here again by itself. The other addresses are for "
    "feed readers, spreadsheets, programs, and to be read.</p>\n";

void
chn_html_put_subscription_page (ChnWriter *out, const char *title, const GPtrArray *subscriptions)
{
  chn_writer_puts (out, "<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n");
  chn_html_put_policy (out, FALSE);
  chn_html_put_title (out, title);
  chn_writer_puts (out, "</head>\n<body>\n<header>\n<h1><bdi>");
  chn_markup_put_text (out, title);
  chn_writer_puts (out, "</bdi></h1>\n</header>\n");
  chn_html_put_subscriptions (out, subscriptions);
  chn_writer_puts (out,
                   subscriptions->len == 0 ? "<main>\n<p>There is nothing here for everybody.</p>\n" : explanation);
  chn_writer_puts (out, "</main>\n</body>\n</html>\n");
}
