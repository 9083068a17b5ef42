/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What whoever writes events has at hand, and the event that is being written. */
#include "format/ical/writer.h"

#include "format/ical/rule.h"
#include "registry/zones.h"

ChnIcalWriter *
chn_ical_writer_new (const ChnWriteOptions *options, ChnRegistry *registry)
{
  ChnIcalWriter *writer = g_new0 (ChnIcalWriter, 1);
  writer->options = options;
  writer->describer = chn_describer_new ();
  writer->zones = chn_registry_get_zones (registry);
  writer->categories = chn_categories_new (registry, NULL);
  writer->payload = options->no_payload ? NULL : chn_payload_new ();
  writer->uid = g_string_new (NULL);
  return writer;
}

void
chn_ical_writer_free (ChnIcalWriter *writer)
{
  if (!writer)
    return;
  chn_line_clear (&writer->line);
  chn_describer_free (writer->describer);
  chn_categories_free (writer->categories);
  chn_payload_free (writer->payload);
  g_string_free (writer->uid, TRUE);
  g_free (writer->revision.text);
  chn_when_clear (&writer->when);
  g_free (writer);
}

void
chn_ical_writer_init_when (const ChnIcalWriter *writer, const ChnEvent *event, const char *zone, ChnWhen *when)
{
  ChnWhenRules rules = {
    .zones = writer->zones,
    .default_zone = zone,
    .imprecise = (ChnImprecise) writer->options->imprecise,
    .local = writer->options->local_times || (!writer->is_guessing && chn_ical_repeats (event)),
    .daily = chn_ical_is_anniversary (writer->options, event),
  };
  chn_when_init (when, event, &rules);
}

gboolean
chn_ical_writer_open (ChnIcalWriter *writer, const ChnEvent *event, const ChnContext *context)
{
  writer->event = event;
  writer->context = *context;
  chn_when_clear (&writer->when);
  chn_ical_writer_init_when (writer, event, context->zone, &writer->when);
  chn_ical_foreign_init (&writer->foreign, event);
  return writer->when.kind != CHN_WHEN_SKIPPED;
}
