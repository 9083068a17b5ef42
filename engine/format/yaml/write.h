/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/declared-feed.h>
#include <chancery/event.h>
#include <chancery/registry.h>

/* Whether a relation's target is written too, so that it may stand under `relations:`. */
typedef gboolean (*ChnYamlIsWritten) (const char *id, gpointer data);

/*
 * Appends an event as an item of `events:`. A relation to an event that is not written stands
 * under `extra:` as "outside-TYPE", since a file with a dangling relation could not be read back.
 * `zone` stands in where the event names none; NULL for nothing.
 *
 * Returns how many relations point outside.
 */
guint chn_yaml_append_event (GString *out, const ChnEvent *event, const char *zone, ChnYamlIsWritten is_written,
                             gpointer data);

/* Appends one field of an event as a key of such an item; nothing where the event says nothing there. */
void chn_yaml_append_field (GString *out, const ChnEvent *event, ChnField field);

/* Appends a source as a key of `sources:`. */
void chn_yaml_append_source (GString *out, const ChnSource *source);

/* Appends a feed as a key of `feeds:`. */
void chn_yaml_append_feed (GString *out, const ChnFeed *feed);

/* Appends an extra as an item of a list. */
void chn_yaml_append_extra (GString *out, guint indent, const char *key, const char *value);

/* Appends the sections "actors" and "forums" of what a registry has of its own. */
void chn_yaml_append_names (GString *out, const ChnRegistry *registry);

typedef struct {
  const char *key; /* a word of a table */
  const char *value;
  guint flags; /* of the value, ChnScalarFlags */
} ChnYamlPair;

/* Appends pairs in flow: {a: x, b: [y, z]}, or [{a: x}, {b: y}, {a: z}] where a key comes back. */
void chn_yaml_append_pairs (GString *out, const ChnYamlPair *pairs, guint n);

/* Appends texts in flow: [a, b]. */
void chn_yaml_append_items (GString *out, const char *const *items, guint n);
