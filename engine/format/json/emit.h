/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

#include "base/writer.h"
#include "format/json/event.h"

/* The object that is being written. */
typedef struct {
  ChnWriter *out;
  const ChnTimeline *timeline;
  const ChnRegistry *registry;
  const ChnEvent *event;
  guint row;
  ChnJsonScope scope;
  guint *n_members; /* of the event's object so far */
} ChnJsonEmit;

/* A key of the event's object, with quotes and colon, after a comma where one is due. */
void chn_json_put_key (const ChnJsonEmit *emit, const char *key);
void chn_json_put_member (const ChnJsonEmit *emit, const char *key, const char *text);

/* The compound values. Those that are handed their key write it too, or nothing where there is nothing to say. */
void chn_json_put_actors (const ChnJsonEmit *emit);
void chn_json_put_vote (const ChnJsonEmit *emit, const char *key);
void chn_json_put_relations (const ChnJsonEmit *emit);
void chn_json_put_sources (const ChnJsonEmit *emit, const char *key);
void chn_json_put_disputed (const ChnJsonEmit *emit, const char *key);
void chn_json_put_names (const ChnJsonEmit *emit, const char *key);
void chn_json_put_ignore (const ChnJsonEmit *emit, const char *key);
void chn_json_put_extra (const ChnJsonEmit *emit, const char *key);
