/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/limits.h>
#include <yaml.h>

#include "format/yaml/fault.h"

/*
 * The events of a YAML file, one at a time, each checked as it arrives. After a fault that cannot
 * be recovered from (syntax, a bound) the stream is broken: it has been reported, and there are
 * no further events.
 */
typedef struct {
  const ChnYamlFaults *faults;
  const ChnLimits *limits;
  const char *bytes;
  gsize length;
  gsize offset;    /* how much libyaml has been given */
  gsize allowance; /* how much it may take before the next event */
  guint64 longest; /* bytes of a value that is taken */
  guint depth;
  guint last_line; /* where the last event ended, from 0 */
  guint last_column;
  gboolean in_document;
  gboolean starved; /* the allowance ran out */
  gboolean broken;
  gboolean full; /* event holds the event at hand */
  yaml_event_t event;
  yaml_parser_t parser;
} ChnYamlEvents;

/* The bytes stay the caller's. Input that is not clean UTF-8 is reported and breaks the stream. */
void chn_yaml_events_init (ChnYamlEvents *events, const char *bytes, gsize length, const ChnYamlFaults *faults,
                           const ChnLimits *limits);
void chn_yaml_events_clear (ChnYamlEvents *events);

/* The type of the event at hand; YAML_NO_EVENT when the stream is broken. */
yaml_event_type_t chn_yaml_events_peek (ChnYamlEvents *events);

/* Drops the event at hand. */
void chn_yaml_events_take (ChnYamlEvents *events);

/* Reports a fault at the event at hand after which nothing more is read. */
void chn_yaml_events_break (ChnYamlEvents *events, ChnLimit limit, const char *what);

/* 1-based place of the event at hand. */
guint chn_yaml_events_get_line (const ChnYamlEvents *events);
guint chn_yaml_events_get_column (const ChnYamlEvents *events);
