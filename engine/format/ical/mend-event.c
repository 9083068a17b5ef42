/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Values that break the grammar of their type (RFC 5545, 3.3) by blanks alone, and those of vCalendar. */
#include "format/ical/mend-event.h"

#include <string.h>

#include "format/ical/vcalendar.h"

/* Those whose values have no blanks. */
static const guint64 blankless =
    CHN_ICAL_BIT (CHN_ICAL_DTSTART) | CHN_ICAL_BIT (CHN_ICAL_DTEND) | CHN_ICAL_BIT (CHN_ICAL_DURATION) |
    CHN_ICAL_BIT (CHN_ICAL_RRULE) | CHN_ICAL_BIT (CHN_ICAL_EXRULE) | CHN_ICAL_BIT (CHN_ICAL_RDATE) |
    CHN_ICAL_BIT (CHN_ICAL_RECURRENCE_ID) | CHN_ICAL_BIT (CHN_ICAL_DTSTAMP) | CHN_ICAL_BIT (CHN_ICAL_LAST_MODIFIED) |
    CHN_ICAL_BIT (CHN_ICAL_SEQUENCE) | CHN_ICAL_BIT (CHN_ICAL_STATUS) | CHN_ICAL_BIT (CHN_ICAL_PRIORITY) |
    CHN_ICAL_BIT (CHN_ICAL_TRANSP) | CHN_ICAL_BIT (CHN_ICAL_CLASS);

static gboolean
is_blank (char byte)
{
  return byte == ' ' || byte == '\t';
}

/* Whether one of eight bytes is a blank, or else a byte below one of these. */
static gboolean
may_have_blank (const char *bytes)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101), highest = ones << 7;
  guint64 word;
  memcpy (&word, bytes, sizeof word);
  return ((word - (' ' + 1) * ones) & ~word & highest) != 0;
}

static inline gboolean
has_blank_between (const char *at, const char *end)
{
  while (at < end && !is_blank (*at))
    at++;
  return at < end;
}

/* In its value, eight bytes at a time, of which the last may overlap those before; or behind its last parameter. */
static inline gboolean
has_blank (const ChnIcalLine *line)
{
  enum { WORD = 8 };
  const char *at = line->value.text, *end = at + line->value.length;
  if (is_blank (line->head.text[line->head.length - 1]))
    return TRUE;
  if (line->value.length < WORD)
    return has_blank_between (at, end);
  while (end - at > WORD && !may_have_blank (at))
    at += WORD;
  return (end - at > WORD || may_have_blank (end - WORD)) && has_blank_between (at, end);
}

/* A time of day after a blank is no part of the same word: "2014-11-18 15:08". */
static gboolean
is_apart (const ChnSlice *value, gsize at)
{
  return at > 0 && at + 1 < value->length && g_ascii_isdigit (value->text[at - 1]) &&
         g_ascii_isdigit (value->text[at + 1]);
}

static void
mend_blanks (ChnIcalReader *reader, const ChnIcalLine *line)
{
  const ChnSlice value = chn_slice_trim (line->value);
  const ChnSlice head = chn_slice_trim (line->head);
  g_autoptr (GString) content = g_string_new_len (head.text, (gssize) head.length);
  g_string_append_c (content, ':');
  for (gsize i = 0; i < value.length; i++)
    if (!is_blank (value.text[i]))
      g_string_append_c (content, value.text[i]);
    else if (is_apart (&value, i))
      g_string_append_c (content, 'T');
  chn_ical_mend (reader, line, content->str, "a value with blanks");
}

/* Of names that stand once, which is what most events have: their lines need not be looked for. */
static void
mend_single (ChnIcalReader *reader)
{
  for (guint64 names = reader->lines.found & blankless; names != 0; names &= names - 1) {
    const ChnIcalLine *line = chn_ical_lines_first (&reader->lines, (ChnIcalName) __builtin_ctzll (names));
    if (G_UNLIKELY (has_blank (line)))
      mend_blanks (reader, line);
  }
}

void
chn_ical_mend_values (ChnIcalReader *reader)
{
  guint index = 0;
  if (reader->is_vcalendar)
    chn_vcalendar_convert (reader);
  if (!(reader->lines.repeated & blankless)) {
    mend_single (reader);
    return;
  }
  for (const ChnIcalLine *line; (line = chn_ical_lines_next (&reader->lines, blankless, &index));)
    if (G_UNLIKELY (has_blank (line)))
      mend_blanks (reader, line);
}
