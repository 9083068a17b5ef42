/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "curate/link.h"

#include "suite.h"

static void
test_key (void)
{
  static const struct {
    const char *address, *key;
  } cases[] = {
    { "https://www.Example.org/A/b/", "example.org/A/b" },
    { "http://example.org:80/A/b#top", "example.org/A/b" },
    { "https://example.org:443", "example.org" },
    { "https://example.org/?a=1&b=2", "example.org/?a=1&b=2" },
    { "https://example.org/%C3%A9t%C3%A9", "example.org/\303\251t\303\251" },
    { "https://example.org/100%", "example.org/100%" },
    { "", "" },
    { NULL, "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *key = chn_link_dup_key (cases[i].address);
    CHN_ASSERT_STRING (key, cases[i].key);
  }
}

static void
test_archived (void)
{
  static const struct {
    const char *archive, *page, *taken;
  } cases[] = {
    { "https://web.archive.org/web/20141118123000/http://example.org/a", "http://example.org/a", "2014-11-18" },
    { "https://web.archive.org/web/20141118123000id_/example.org/a", "example.org/a", "2014-11-18" },
    { "https://web.archive.org/web/2014*/example.org/a", "example.org/a", NULL },
    { "http://archive.today/20141118/https://example.org/a", "https://example.org/a", "2014-11-18" },
    { "https://archive.ph/AbCdE", NULL, NULL },
    { "https://example.org/web/20141118123000/http://example.org/a", NULL, NULL },
    { NULL, NULL, NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *taken = NULL;
    g_autofree char *page = chn_link_dup_archived (cases[i].archive, &taken);
    if (g_strcmp0 (page, cases[i].page) != 0 || g_strcmp0 (taken, cases[i].taken) != 0)
      CHN_FAIL ("%s: %s of %s", cases[i].archive, page ? page : "(none)", taken ? taken : "(unknown)");
    else
      CU_PASS ("as expected");
  }
}

static void
test_doi (void)
{
  static const struct {
    const char *address, *doi;
  } cases[] = {
    { "https://doi.org/10.1017/S0020", "10.1017/s0020" },
    { "doi:10.1017/S0020", "10.1017/s0020" },
    { "http://dx.doi.org/10.1017/S0020?x=1", "10.1017/s0020" },
    { "https://doi.org/about", NULL },
    { "https://example.org/10.1017/S0020", NULL },
    { NULL, NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *doi = chn_link_dup_doi (cases[i].address);
    if (g_strcmp0 (doi, cases[i].doi) != 0)
      CHN_FAIL ("%s: %s", cases[i].address, doi ? doi : "(none)");
    else
      CU_PASS ("as expected");
  }
}

static const ChnTest tests[] = {
  { "addresses of one page have one key", test_key },
  { "archived copies tell their page and day", test_archived },
  { "DOIs are found in addresses", test_doi },
};

CHN_SUITE ("curate/link", tests)
