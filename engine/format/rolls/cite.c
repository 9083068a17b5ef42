/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The data sets as sources that events cite. */
#include "format/rolls/cite.h"

static const ChnSource sources[] = {
  [CHN_ROLL_SOURCE_VOETEN] = { .text = {
    [CHN_SOURCE_KEY] = "un-ga-voting-data",
    [CHN_SOURCE_TITLE] = "United Nations General Assembly Voting Data",
    [CHN_SOURCE_AUTHOR] = "Erik Voeten, Anton Strezhnev and Michael Bailey",
    [CHN_SOURCE_PUBLISHER] = "Harvard Dataverse",
    [CHN_SOURCE_URL] = "https://doi.org/10.7910/DVN/LEJUQZ",
    [CHN_SOURCE_NOTE] = "Tallies are sums of its own ballots; days before 2002 are not attested.",
  } },
  [CHN_ROLL_SOURCE_ASSEMBLY] = { .text = {
    [CHN_SOURCE_KEY] = "undl-ga-voting",
    [CHN_SOURCE_TITLE] = "General Assembly voting data",
    [CHN_SOURCE_PUBLISHER] = "United Nations Digital Library",
    [CHN_SOURCE_URL] = "https://digitallibrary.un.org/record/4060887",
  } },
  [CHN_ROLL_SOURCE_COUNCIL] = { .text = {
    [CHN_SOURCE_KEY] = "undl-sc-voting",
    [CHN_SOURCE_TITLE] = "Security Council voting data",
    [CHN_SOURCE_PUBLISHER] = "United Nations Digital Library",
    [CHN_SOURCE_URL] = "https://digitallibrary.un.org/record/4055387",
  } },
};

ChnRollSource
chn_roll_cite (const ChnRollCall *call, gboolean is_of_council, ChnEvent *event)
{
  if (call->key_column == CHN_ROLL_RESOLUTION)
    return CHN_ROLL_SOURCE_NONE;
  gboolean is_voeten = call->key_column == CHN_ROLL_RCID;
  ChnRollSource source = is_voeten       ? CHN_ROLL_SOURCE_VOETEN
                         : is_of_council ? CHN_ROLL_SOURCE_COUNCIL
                                         : CHN_ROLL_SOURCE_ASSEMBLY;
  g_autofree char *at = g_strdup_printf ("%s %s", is_voeten ? "rcid" : "record", call->key);
  chn_event_add_citation (event, &(ChnCitation){ .source = sources[source].text[CHN_SOURCE_KEY], .at = at });
  return source;
}

void
chn_roll_source_add (ChnRollSource source, ChnTimelineBuilder *builder)
{
  chn_timeline_builder_add_source (builder, &sources[source], 0, 0);
}
