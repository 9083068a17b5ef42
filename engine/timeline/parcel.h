/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/event.h>
#include <chancery/source.h>

#include <string.h>

/*
 * Events and sources as bytes, on their way into a builder (timeline/intake.c):
 *
 *   event  = EVENT size spots bounds kind status confidence importance nth *text
 *            forums symbols tags actors vote relations citations extras
 *   source = SOURCE size line column *text
 *
 * Words of four bytes; the size is in bytes, from the first word on. Each list stands behind the number of
 * its items. A text is its length, its bytes and as many NULs as fill the last word, one at least; an empty one is
 * its length alone. Spots are a text too (timeline/spot.h).
 */
typedef enum {
  CHN_PARCEL_EVENT,
  CHN_PARCEL_SOURCE,
} ChnParcelSort;

/* Bytes between the spots and the first text, which is the id, and between the size and the first of a source. */
enum {
  CHN_PARCEL_BEFORE_ID = sizeof (ChnDateBounds) + 5 * sizeof (guint32),
  CHN_PARCEL_BEFORE_KEY = 2 * sizeof (guint32),
};

void chn_parcel_put_event (GString *out, const ChnEvent *event);
void chn_parcel_put_source (GString *out, const ChnSource *source, guint line, guint column);

/* The words that a text takes behind its length, in bytes. */
static inline gsize
chn_parcel_get_room (gsize length)
{
  return length > 0 ? (length + sizeof (guint32)) & ~(sizeof (guint32) - 1) : 0;
}

/* What is read of one moves on behind it. */
typedef struct {
  const char *at;
} ChnParcel;

static inline gconstpointer
chn_parcel_next_bytes (ChnParcel *parcel, gsize length)
{
  const char *bytes = parcel->at;
  parcel->at += length;
  return bytes;
}

static inline guint32
chn_parcel_next (ChnParcel *parcel)
{
  guint32 word;
  memcpy (&word, chn_parcel_next_bytes (parcel, sizeof word), sizeof word);
  return word;
}

/* Of a text that there is not, an empty one; its bytes are not to be looked at. */
static inline const char *
chn_parcel_next_text (ChnParcel *parcel, gsize *length)
{
  *length = chn_parcel_next (parcel);
  return chn_parcel_next_bytes (parcel, chn_parcel_get_room (*length));
}
