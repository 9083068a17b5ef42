/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The head of our pages: what they may do, and how they look. */
#include "format/html/policy.h"

#include "format/html/page.h"
#include "format/markup.h"

/* 'sha256-…': Content Security Policy Level 3, 2.3.1. */
static void
put_hash (ChnWriter *out, const char *text)
{
  guint8 digest[32];
  gsize length = sizeof digest;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text));
  g_checksum_get_digest (checksum, digest, &length);
  g_autofree char *base64 = g_base64_encode (digest, length);
  chn_writer_printf (out, "'sha256-%s'", base64);
}

void
chn_html_put_policy (ChnWriter *out, gboolean has_script)
{
  chn_writer_puts (out, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
  if (has_script) {
    chn_writer_puts (out, "script-src ");
    put_hash (out, chn_html_script);
    chn_writer_puts (out, "; ");
  }
  chn_writer_puts (out, "style-src ");
  put_hash (out, chn_html_style);
  chn_writer_puts (out, "; img-src data:; base-uri 'none'; form-action 'none'\">\n");
}

void
chn_html_put_title (ChnWriter *out, const char *title)
{
  chn_writer_puts (out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                        "<meta name=\"color-scheme\" content=\"light dark\">\n"
                        "<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
  chn_markup_put_text (out, title);
  chn_writer_puts (out, "</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>");
  chn_writer_puts (out, chn_html_style);
  chn_writer_puts (out, "</style>\n");
}
