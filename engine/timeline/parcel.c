/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Puts events and sources into bytes, so that another thread may read them without looking for them. */
#include "timeline/parcel.h"

#include "base/append.h"
#include "timeline/builder.h"

static void
put (GString *out, guint32 word)
{
  chn_append_bytes (out, (const char *) &word, sizeof word);
}

static void
put_text (GString *out, const char *text)
{
  static const char nuls[sizeof (guint32)];
  gsize length = text ? strlen (text) : 0;
  put (out, (guint32) length);
  if (length > 0)
    chn_append_bytes (out, text, length);
  chn_append_bytes (out, nuls, sizeof nuls - length % sizeof nuls);
}

static void
put_spots (GString *out, const ChnEvent *event)
{
  guint n;
  const ChnSpot *spots = chn_event_get_spots (event, &n);
  put (out, n);
  for (guint i = 0; i < n; i++) {
    ChnSpotCell cell = { spots[i].line, spots[i].index, (guint16) MIN (spots[i].column, G_MAXUINT16),
                         (guint16) spots[i].field };
    chn_append_bytes (out, (const char *) &cell, sizeof cell);
  }
}

static void
put_scalars (GString *out, const ChnEvent *event)
{
  chn_append_bytes (out, (const char *) chn_event_get_bounds (event), sizeof (ChnDateBounds));
  put (out, chn_event_get_term (event, CHN_FIELD_KIND));
  put (out, chn_event_get_term (event, CHN_FIELD_STATUS));
  put (out, chn_event_get_term (event, CHN_FIELD_CONFIDENCE));
  put (out, chn_event_get_number (event, CHN_FIELD_IMPORTANCE));
  put (out, chn_event_get_number (event, CHN_FIELD_NTH));
  for (guint i = 0; i < CHN_N_STAGED_FIELDS; i++)
    put_text (out, chn_event_get_text (event, chn_staged_fields[i]));
}

static void
put_items (GString *out, const ChnEvent *event, ChnField field)
{
  guint n;
  const char *const *items = chn_event_get_items (event, field, &n);
  put (out, n);
  for (guint i = 0; i < n; i++)
    put_text (out, items[i]);
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
  const ChnVote *vote = chn_event_get_vote (event);
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
}

void
chn_parcel_put_event (GString *out, const ChnEvent *event)
{
  gsize start = begin (out, CHN_PARCEL_EVENT);
  put_spots (out, event);
  put_scalars (out, event);
  put_items (out, event, CHN_FIELD_FORUMS);
  put_items (out, event, CHN_FIELD_SYMBOLS);
  put_items (out, event, CHN_FIELD_TAGS);
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
