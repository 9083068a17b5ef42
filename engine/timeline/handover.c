/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The way into a builder: events and sources in parcels, taken at once or on a thread of its own. */
#include "timeline/handover.h"

#include "base/relay.h"
#include "base/report.h"

/* Bytes of a file from which on a thread is worth it. */
enum { LARGE = 1 << 18 };

/* They stay in the processor's memory, and neither side often waits for the other. */
enum { BATCH_BYTES = 1 << 17, BATCHES = 4 };

typedef struct _ChnHandover {
  ChnReport *report; /* the builder's, which has another while the thread runs: two would write in one */
  ChnRelay *relay;   /* NULL until something is added */
} ChnHandover;

void
chn_handover_open (ChnTimelineBuilder *builder, gsize n_bytes)
{
  chn_handover_close (builder);
  if (n_bytes < LARGE || g_get_num_processors () == 1)
    return;
  builder->handover = g_new0 (ChnHandover, 1);
  builder->handover->report = builder->report;
}

static void
take (const char *bytes, gsize length, gpointer data)
{
  chn_builder_take (data, bytes, length);
}

static void
start (ChnTimelineBuilder *builder)
{
  chn_builder_get_origin (builder); /* the thread must begin none */
  builder->report = chn_report_new ();
  builder->handover->relay = chn_relay_new ("intake", BATCHES, BATCH_BYTES, take, builder);
}

/* The thread's findings come behind those that the reader has made until now. */
static void
append_findings (const ChnHandover *handover, ChnReport *own)
{
  chn_report_append (handover->report, own);
  chn_report_free (own);
}

void
chn_handover_settle (ChnTimelineBuilder *builder)
{
  ChnHandover *handover = builder->handover;
  if (!handover || !handover->relay)
    return;
  chn_relay_wait (handover->relay);
  append_findings (handover, builder->report);
  builder->report = chn_report_new ();
}

ChnReport *
chn_handover_get_report (ChnTimelineBuilder *builder)
{
  chn_handover_settle (builder);
  return builder->handover ? builder->handover->report : builder->report;
}

void
chn_handover_close (ChnTimelineBuilder *builder)
{
  ChnHandover *handover = g_steal_pointer (&builder->handover);
  if (handover && handover->relay) {
    chn_relay_free (handover->relay);
    append_findings (handover, builder->report);
    builder->report = handover->report;
  }
  g_free (handover);
}

static GString *
begin_parcel (ChnTimelineBuilder *builder)
{
  ChnHandover *handover = builder->handover;
  if (!handover)
    return builder->parcel;
  if (!handover->relay)
    start (builder);
  return chn_relay_get_batch (handover->relay);
}

static void
end_parcel (ChnTimelineBuilder *builder)
{
  if (builder->handover) {
    chn_relay_pass (builder->handover->relay);
    return;
  }
  chn_builder_take (builder, builder->parcel->str, builder->parcel->len);
  g_string_truncate (builder->parcel, 0);
}

void
chn_timeline_builder_add_event (ChnTimelineBuilder *builder, const ChnEvent *event)
{
  chn_parcel_put_event (begin_parcel (builder), event);
  end_parcel (builder);
}

void
chn_timeline_builder_add_source (ChnTimelineBuilder *builder, const ChnSource *source, guint line, guint column)
{
  chn_parcel_put_source (begin_parcel (builder), source, line, column);
  end_parcel (builder);
}
