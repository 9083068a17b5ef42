/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lines of a foreign event that need not be kept: what is written of its fields is held against them. */
#include "format/ical/given-back.h"

#include <string.h>

#include "base/ascii.h"
#include "base/unescape.h"
#include "format/ical/property/property.h"

/* Lines that are looked for among those that are written, in their order. */
typedef struct {
  const ChnIcalLines *lines;
  guint64 names;
  gboolean is_text;
  guint index;
  const ChnIcalLine *next; /* NULL when all were found */
  gboolean is_more;        /* something is written that nobody looks for */
} Wanted;

static gboolean
has_separator (const char *at, const char *end)
{
  return memchr (at, ',', (gsize) (end - at)) || memchr (at, ';', (gsize) (end - at));
}

/* Whether commas and semicolons are escaped throughout, or not at all. */
static gboolean
is_evenly_escaped (const ChnSlice *value)
{
  gboolean escaped = FALSE, bare = FALSE;
  const char *at = value->text, *end = at + value->length;
  for (const char *stop; (stop = memchr (at, '\\', (gsize) (end - at))) && end - stop > 1; at = stop + 2) {
    escaped = escaped || stop[1] == ',' || stop[1] == ';';
    bare = bare || has_separator (at, stop);
  }
  return !escaped || !(bare || has_separator (at, end));
}

/* TEXT may be escaped in more ways than ours, and is compared without. Bounded: what is longer is seldom, and kept.
 */
static gboolean
is_same_text (const ChnSlice *shown, const ChnSlice *text)
{
  enum { LONGEST = 16384 };
  char plain[LONGEST];
  if (!memchr (shown->text, '\\', shown->length))
    return chn_slice_equal (shown, text);
  if (shown->length > LONGEST || shown->length < text->length || !is_evenly_escaped (shown))
    return FALSE;
  return (gsize) (chn_unescape_text (plain, shown->text, shown->length) - plain) == text->length &&
         memcmp (plain, text->text, text->length) == 0;
}

static gboolean
is_same_value (const ChnSlice *shown, const ChnSlice *written, gboolean is_text)
{
  ChnSlice trimmed = chn_slice_trim (*shown);
  return is_text ? is_same_text (shown, written) : chn_slice_equal (&trimmed, written);
}

/* Names are names in any case; parameters are as they are written. */
static gboolean
is_same_head (const ChnSlice *shown, const char *written)
{
  gsize name = 0;
  if (memcmp (shown->text, written, shown->length) == 0)
    return TRUE;
  for (; name < shown->length && shown->text[name] != ';'; name++)
    if (chn_ascii_to_upper (shown->text[name]) != written[name])
      return FALSE;
  return memcmp (shown->text + name, written + name, shown->length - name) == 0;
}

static gboolean
is_wanted (const Wanted *wanted, const char *content, gsize length)
{
  const ChnIcalLine *next = wanted->next;
  gsize head = next ? next->head.length : 0;
  if (!next || length <= head || content[head] != ':' || !is_same_head (&next->head, content))
    return FALSE;
  ChnSlice value = { content + head + 1, length - head - 1 };
  return is_same_value (&next->value, &value, wanted->is_text);
}

static void
find_line (gpointer data, const char *content, gsize length)
{
  Wanted *wanted = data;
  if (is_wanted (wanted, content, length))
    wanted->next = chn_ical_lines_next (wanted->lines, wanted->names, &wanted->index);
  else
    wanted->is_more = TRUE;
}

static gboolean
is_given_back (ChnIcalWriter *writer, const ChnIcalLines *lines, const ChnIcalProperty *property)
{
  Wanted wanted = { .lines = lines, .names = property->names, .is_text = property->is_text };
  wanted.next = chn_ical_lines_next (lines, property->names, &wanted.index);
  writer->line.take = find_line;
  writer->line.data = &wanted;
  property->write (writer);
  return wanted.next == NULL && !wanted.is_more;
}

guint64
chn_ical_find_given_back (ChnIcalReader *reader)
{
  /* They depend on other events, and on where those stand; and times of what recurs on the clocks that it goes by. */
  const guint64 when =
      CHN_ICAL_BIT (CHN_ICAL_DTSTART) | CHN_ICAL_BIT (CHN_ICAL_DTEND) | CHN_ICAL_BIT (CHN_ICAL_DURATION);
  const guint64 never = CHN_ICAL_BIT (CHN_ICAL_UID) | CHN_ICAL_BIT (CHN_ICAL_RELATED_TO) |
                        (chn_event_get_text (reader->event, CHN_FIELD_REPEAT) ? when : 0);
  /* Times without a zone are written by that of the timeline, which may become any, and so are never given back. */
  const ChnContext context = {
    .registry = chn_timeline_builder_get_registry (reader->builder),
    .zone = "Etc/UTC",
    .sources = (const ChnSource *) (gpointer) reader->sources->data,
    .n_sources = reader->sources->len,
  };
  ChnIcalWriter *writer = reader->writer;
  guint n = 0;
  guint64 given_back = 0;
  const ChnIcalProperty *const *properties = chn_ical_get_properties (&n);
  writer->is_guessing = writer->line.is_unescaped = TRUE;
  gboolean fits = chn_ical_writer_open (writer, reader->event, &context);
  writer->foreign.is_foreign = TRUE;
  for (guint i = 0; i < n && fits; i++)
    if (reader->lines.found & properties[i]->names & ~never && properties[i]->write &&
        is_given_back (writer, &reader->lines, properties[i]))
      given_back |= properties[i]->names;
  writer->is_guessing = writer->line.is_unescaped = FALSE;
  return given_back;
}
