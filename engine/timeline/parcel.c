/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Puts events and sources into bytes, so that another thread may read them without looking for them. */
#include "timeline/parcel.h"

#include "model/event-storage.h"
#include "timeline/builder.h"
#include "timeline/spot.h"

/* Room for more bytes, which are yet to be written. */
static inline char *
extend (GString *out, gsize n)
{
  gsize at = out->len;
  if (out->allocated_len - at <= n)
    g_string_set_size (out, at + n);
  out->len = at + n;
  return out->str + at;
}

static inline void
put_bytes (GString *out, gconstpointer bytes, gsize n)
{
  memcpy (extend (out, n), bytes, n);
}

static inline void
put (GString *out, guint32 word)
{
  put_bytes (out, &word, sizeof word);
}

/* The last word is cleared first, for the text may not fill it. */
static inline void
put_text (GString *out, const char *text)
{
  if (!text || !text[0]) {
    put (out, 0);
    return;
  }
  const guint32 nuls = 0;
  gsize length = strlen (text), room = chn_parcel_get_room (length);
  guint32 size = (guint32) length;
  char *at = extend (out, sizeof size + room);
  memcpy (at, &size, sizeof size);
  memcpy (at + room, &nuls, sizeof nuls);
  memcpy (at + sizeof size, text, length);
}

/* They are a text as any other, whose length comes before it but is known behind it. */
static void
put_spots (GString *out, const ChnEvent *event)
{
  guint n;
  const ChnSpot *spots = chn_event_get_spots (event, &n);
  gsize start = out->len;
  put (out, 0);
  for (guint i = 0; i < n; i++)
    chn_spot_put (out, &spots[i], i > 0 ? spots[i - 1].line : 0);
  guint32 length = (guint32) (out->len - start - sizeof length);
  memset (extend (out, chn_parcel_get_room (length) - length), 0, chn_parcel_get_room (length) - length);
  memcpy (out->str + start, &length, sizeof length);
}

static void
put_scalars (GString *out, const ChnEvent *event)
{
  put_bytes (out, chn_event_get_bounds (event), sizeof (ChnDateBounds));
  put (out, event->number[CHN_FIELD_KIND]);
  put (out, event->number[CHN_FIELD_STATUS]);
  put (out, event->number[CHN_FIELD_CONFIDENCE]);
  put (out, event->number[CHN_FIELD_IMPORTANCE]);
  put (out, event->number[CHN_FIELD_NTH]);
  for (guint i = 0; i < CHN_N_STAGED_FIELDS; i++)
    put_text (out, event->text[chn_staged_fields[i]]);
}

static void
put_items (GString *out, const GArray *items)
{
  put (out, items->len);
  for (guint i = 0; i < items->len; i++)
    put_text (out, g_array_index (items, const char *, i));
}

static void
put_actors (GString *out, const ChnEvent *event)
{
  guint n;
  const ChnParticipation *actors = chn_event_get_actors (event, &n);
  put (out, n);
  for (guint i = 0; i < n; i++) {
    put (out, actors[i].role);
    put_text (out, actors[i].actor);
  }
}

static void
put_vote (GString *out, const ChnEvent *event)
{
  const ChnVote *vote = &event->vote;
  put (out, chn_vote_is_present (vote) ? 1 : 0);
  if (!chn_vote_is_present (vote))
    return;
  put (out, (guint32) vote->yes);
  put (out, (guint32) vote->no);
  put (out, (guint32) vote->abstain);
  put (out, (guint32) vote->not_voting);
  put (out, vote->method);
  put (out, vote->result);
  put (out, vote->n_ballots);
  for (guint i = 0; i < vote->n_ballots; i++) {
    put (out, vote->ballots[i].kind);
    put_text (out, vote->ballots[i].actor);
  }
}

static void
put_relations (GString *out, const ChnEvent *event)
{
  guint n;
  const ChnRelation *relations = chn_event_get_relations (event, &n);
  put (out, n);
  for (guint i = 0; i < n; i++) {
    put (out, relations[i].type);
    put_text (out, relations[i].target);
  }
}

static void
put_citations (GString *out, const ChnEvent *event)
{
  guint n;
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  put (out, n);
  for (guint i = 0; i < n; i++) {
    put_text (out, citations[i].source);
    put_text (out, citations[i].at);
    put_text (out, citations[i].quote);
    put_text (out, citations[i].note);
    put (out, citations[i].n_claims);
    for (guint k = 0; k < citations[i].n_claims; k++) {
      put (out, citations[i].claims[k].field);
      put_text (out, citations[i].claims[k].value);
    }
  }
}

static void
put_extras (GString *out, const ChnEvent *event)
{
  guint n;
  const ChnExtra *extras = chn_event_get_extras (event, &n);
  put (out, n);
  for (guint i = 0; i < n; i++) {
    put_text (out, extras[i].key);
    put_text (out, extras[i].value);
  }
}

/* The size is not known yet. */
static gsize
begin (GString *out, ChnParcelSort sort)
{
  gsize start = out->len;
  put (out, sort);
  put (out, 0);
  return start;
}

static void
end (GString *out, gsize start)
{
  guint32 size = (guint32) (out->len - start);
  memcpy (out->str + start + sizeof size, &size, sizeof size);
  out->str[out->len] = '\0';
}

void
chn_parcel_put_event (GString *out, const ChnEvent *event)
{
  gsize start = begin (out, CHN_PARCEL_EVENT);
  put_spots (out, event);
  put_scalars (out, event);
  for (guint i = 0; i < G_N_ELEMENTS (event->list); i++) /* forums, symbols, tags */
    put_items (out, event->list[i]);
  put_actors (out, event);
  put_vote (out, event);
  put_relations (out, event);
  put_citations (out, event);
  put_extras (out, event);
  end (out, start);
}

void
chn_parcel_put_source (GString *out, const ChnSource *source, guint line, guint column)
{
  gsize start = begin (out, CHN_PARCEL_SOURCE);
  put (out, line);
  put (out, column);
  for (guint i = 0; i < CHN_N_SOURCE_FIELDS; i++)
    put_text (out, source->text[i]);
  end (out, start);
}
