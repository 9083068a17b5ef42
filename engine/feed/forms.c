/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Writes the header fields of answers. */
#include "feed/forms.h"

enum { FIELDS_MAX = 16 };

typedef struct {
  ChnHttpField fields[FIELDS_MAX];
  guint n;
} Fields;

static void
add (Fields *fields, const char *name, const char *value)
{
  g_assert (fields->n < FIELDS_MAX);
  fields->fields[fields->n++] = (ChnHttpField){ name, value };
}

/* Who reads by a secret address must not hand it on, and no other may keep what is read by it. */
static void
add_secrecy (Fields *fields)
{
  add (fields, "Referrer-Policy", "no-referrer");
  add (fields, "X-Robots-Tag", "noindex, nofollow");
}

/* An answer that another day changes is asked for each time. */
static char *
dup_cache_control (const ChnFeedTarget *target, const ChnFeedAnswer *answer)
{
  const char *whose = target->is_private ? "private" : "public";
  if (answer->status != 200)
    return g_strdup ("no-store");
  if (target->max_age == 0 || answer->ends != G_MAXINT64)
    return g_strdup_printf ("%s, no-cache", whose);
  return g_strdup_printf ("%s, max-age=%u", whose, target->max_age);
}

/* What a 304 says, too (RFC 9110, 15.4.5). */
static void
add_fields_of_both (Fields *fields, const ChnFeedForm *form, const ChnFeedTarget *target, const char *cache_control)
{
  add (fields, "Cache-Control", cache_control);
  add (fields, "Vary", "Accept-Encoding, User-Agent");
  if (*form->validators.etag)
    add (fields, "ETag", form->validators.etag);
  if (target->is_private)
    add_secrecy (fields);
}

static void
add_fields_of_body (Fields *fields, const ChnFeedAnswer *answer, ChnFeedCoding coding)
{
  add (fields, "Content-Type", answer->content_type);
  add (fields, "X-Content-Type-Options", "nosniff");
  if (coding == CHN_FEED_GZIP)
    add (fields, "Content-Encoding", "gzip");
  if (answer->policy)
    add (fields, "Content-Security-Policy", answer->policy);
  if (answer->status == 503)
    add (fields, "Retry-After", "60");
}

void
chn_feed_form_make (ChnFeedForm *form, const ChnHttpPlugin *http, const ChnFeedTarget *target,
                    const ChnFeedAnswer *answer, GBytes *body, ChnFeedCoding coding, const ChnFeedValidators *plain)
{
  Fields fields = { .n = 0 };
  g_autofree char *cache_control = dup_cache_control (target, answer);
  g_autofree char *modified = plain->since > 0 ? chn_feed_dup_date (plain->since) : NULL;
  *form = (ChnFeedForm){ .validators = *plain, .status = answer->status, .length = g_bytes_get_size (body) };
  if (coding == CHN_FEED_GZIP)
    chn_feed_validators_set_coded (&form->validators, plain, "gzip");
  add_fields_of_both (&fields, form, target, cache_control);
  if (answer->status == 200)
    form->not_modified = http->new_reply (304, fields.fields, fields.n, NULL);
  if (modified)
    add (&fields, "Last-Modified", modified);
  add_fields_of_body (&fields, answer, coding);
  form->whole = http->new_reply (answer->status, fields.fields, fields.n, body);
}

void
chn_feed_form_clear (ChnFeedForm *form, const ChnHttpPlugin *http)
{
  http->free_reply (form->whole);
  http->free_reply (form->not_modified);
  *form = (ChnFeedForm){ .length = 0 };
}

gboolean
chn_feed_form_is_known (const ChnFeedForm *form, const ChnHttpRequest *request)
{
  return form->not_modified && chn_feed_validators_match (&form->validators, request);
}

ChnHttpReply *
chn_feed_text_reply_new (const ChnHttpPlugin *http, guint status, const char *content_type, GBytes *body)
{
  Fields fields = { .n = 0 };
  add (&fields, "Content-Type", content_type);
  add (&fields, "Cache-Control", "no-store");
  add (&fields, "X-Content-Type-Options", "nosniff");
  add_secrecy (&fields);
  if (status == 405)
    add (&fields, "Allow", "GET, HEAD");
  if (status == 429 || status == 503)
    add (&fields, "Retry-After", "10");
  ChnHttpReply *reply = http->new_reply (status, fields.fields, fields.n, body);
  g_bytes_unref (body);
  return reply;
}
