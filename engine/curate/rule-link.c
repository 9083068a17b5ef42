/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lint rules about addresses of sources; nothing is fetched. */
#include <string.h>

#include "base/uri.h"
#include "curate/link.h"
#include "curate/rule.h"

void
chn_rule_link_scheme (const ChnCheck *check)
{
  static const ChnSourceField links[] = { CHN_SOURCE_URL, CHN_SOURCE_ARCHIVE };
  for (guint i = 0; i < chn_timeline_get_n_sources (check->timeline); i++) {
    const ChnSource *source = chn_timeline_get_source (check->timeline, i);
    for (guint k = 0; k < G_N_ELEMENTS (links); k++)
      if (source->text[links[k]] && !chn_uri_is_web (source->text[links[k]]))
        chn_check_found_source (check, i, "write it from https:// on",
                                "the %s of %s is no address of the web: \"%s\"", chn_source_field_get_name (links[k]),
                                source->text[CHN_SOURCE_KEY], source->text[links[k]]);
  }
}

static void
check_page (const ChnCheck *check, guint index, const ChnSource *source, const char *page)
{
  g_autofree char *of_copy = chn_link_dup_key (page);
  g_autofree char *of_source = chn_link_dup_key (source->text[CHN_SOURCE_URL]);
  if (strcmp (of_copy, of_source) != 0)
    chn_check_found_source (check, index, "archive the page itself, or correct url",
                            "the archived copy of %s is of another page: %s", source->text[CHN_SOURCE_KEY], page);
}

/* A copy that was taken before the source came out is of what stood there before. The day of access says nothing. */
static void
check_time (const ChnCheck *check, guint index, const ChnSource *source, const char *taken)
{
  const char *text = source->text[CHN_SOURCE_DATE];
  g_autoptr (ChnDate) published = text ? chn_date_parse (text, -1, NULL) : NULL;
  g_autoptr (ChnDate) day = chn_date_parse (taken, -1, NULL);
  if (published && day && chn_date_get_bounds (day)->latest < chn_date_get_bounds (published)->earliest)
    chn_check_found_source (check, index, "take a later copy, or correct the source's date",
                            "the archived copy of %s was taken on %s, before it came out (%s)",
                            source->text[CHN_SOURCE_KEY], taken, text);
}

void
chn_rule_archive_link (const ChnCheck *check)
{
  for (guint i = 0; i < chn_timeline_get_n_sources (check->timeline); i++) {
    const ChnSource *source = chn_timeline_get_source (check->timeline, i);
    g_autofree char *taken = NULL;
    g_autofree char *page = chn_link_dup_archived (source->text[CHN_SOURCE_ARCHIVE], &taken);
    if (page && source->text[CHN_SOURCE_URL])
      check_page (check, i, source, page);
    if (taken)
      check_time (check, i, source, taken);
  }
}
