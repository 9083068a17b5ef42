/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * An event in one line, as a person types it:
 *
 *   line   := date [ forums ] [ kind ] ": " title | date title
 *   date   := EDTF | as people write it           as many words as are one
 *   forums := forum *( "," forum )                by id, name or alias
 *   kind   := a known or declared kind, or a word for one
 *
 * What stands before ": " and is neither forum nor kind belongs to the title, unless it has a stop like an id or a
 * kind behind it: then it is a name that nobody bears.
 */
#include "curate/add/entry-line.h"

#include <string.h>

#include "base/error.h"
#include "curate/import/kind-words.h"

enum { MOST_DATE_WORDS = 8 };

typedef struct {
  const char *text; /* of the whole line */
  const ChnTimeline *timeline;
  ChnEvent *event;
} Line;

ChnDate *
chn_entry_read_date (const char *text, gsize length, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *typed = g_strstrip (g_strndup (text, length));
  ChnDate *date = chn_date_parse (typed, -1, &cause);
  if (!date)
    date = chn_date_new_humanized (typed, NULL);
  if (!date)
    g_propagate_error (error, g_steal_pointer (&cause));
  return date;
}

static gsize
skip_blanks (const char *text, gsize at)
{
  while (text[at] == ' ' || text[at] == '\t')
    at++;
  return at;
}

static gsize
find_word_end (const char *text, gsize at)
{
  return at + strcspn (text + at, " \t");
}

/* Where the date ends that the line begins with: after as many words as are one; 0 where none is. */
static gsize
find_date (const char *text, gsize from, ChnDate **date)
{
  gsize end = 0, at = from;
  for (guint i = 0; i < MOST_DATE_WORDS && text[at]; i++) {
    gsize word = find_word_end (text, at), length = word - from;
    while (length > 0 && strchr (":,", text[from + length - 1]))
      length--;
    ChnDate *read = chn_entry_read_date (text + from, length, NULL);
    if (read) {
      g_clear_pointer (date, chn_date_unref);
      *date = read;
      end = from + length;
    }
    at = skip_blanks (text, word);
  }
  return end;
}

static gboolean
take_date (const Line *line, gsize *at, GError **error)
{
  g_autoptr (ChnDate) date = NULL;
  gsize from = skip_blanks (line->text, 0), end = find_date (line->text, from, &date);
  if (end == 0) {
    gsize word = find_word_end (line->text, from) - from;
    g_autoptr (GError) cause = NULL;
    g_autoptr (ChnDate) none = chn_entry_read_date (line->text + from, word, &cause);
    (void) none;
    chn_error_set_at (error, CHN_ERROR_SYNTAX, from, word, cause ? chn_error_get_hint (cause) : NULL,
                      "the line does not begin with a date, as in \"2014-12-22 un.sc meeting: The Council met\"");
    return FALSE;
  }
  chn_event_set_date (line->event, CHN_FIELD_DATE, date);
  *at = end;
  return TRUE;
}

/* The kind in the last word before the colon, or in the last two; where it begins, or `end`. */
static gsize
take_kind (const Line *line, gsize from, gsize end)
{
  const ChnVocabulary *terms = chn_timeline_get_vocabulary (line->timeline);
  gsize begin = end;
  for (guint words = 1; words <= 2 && begin > from; words++) {
    while (begin > from && strchr (" \t", line->text[begin - 1]))
      begin--;
    while (begin > from && !strchr (" \t", line->text[begin - 1]))
      begin--;
    g_autofree char *word = g_strstrip (g_strndup (line->text + begin, end - begin));
    const char *kind = chn_kind_words_find (terms, word);
    int value = kind ? chn_event_find_term (line->event, CHN_VOCABULARY_KIND, kind, -1, NULL) : -1;
    if (value < 0)
      continue;
    chn_event_set_term (line->event, CHN_FIELD_KIND, (guint) value);
    return begin;
  }
  return end;
}

static gboolean
take_forum (const Line *line, gsize from, gsize end, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *name = g_strstrip (g_strndup (line->text + from, end - from));
  const ChnForum *forum = chn_registry_find_forum (chn_timeline_get_registry (line->timeline), name, -1,
                                                   chn_event_get_bounds (line->event), &cause);
  if (forum) {
    chn_event_add_item (line->event, CHN_FIELD_FORUMS, chn_forum_get_id (forum), -1);
    return TRUE;
  }
  gsize begin = skip_blanks (line->text, from);
  chn_error_set_at (error, (ChnError) cause->code, begin, strlen (name), chn_error_get_hint (cause), "%s",
                    cause->message);
  return FALSE;
}

static gboolean
take_forums (const Line *line, gsize from, gsize end, GError **error)
{
  while (from < end) {
    gsize comma = from;
    while (comma < end && line->text[comma] != ',')
      comma++;
    if (!take_forum (line, from, comma, error))
      return FALSE;
    from = comma + 1;
  }
  return TRUE;
}

/* Whether what is no forum was meant to be one: it has the form of an id, or a kind stands behind it. */
static gboolean
is_meant (const char *text, gsize from, gsize end, gboolean before_kind)
{
  gsize begin = skip_blanks (text, from), word = find_word_end (text, begin);
  return before_kind || (word >= end && memchr (text + begin, '.', end - begin));
}

static gboolean
take_title (const Line *line, gsize at, GError **error)
{
  g_autofree char *title = g_strstrip (g_strdup (line->text + at));
  if (!*title) {
    chn_error_set_at (error, CHN_ERROR_SYNTAX, strlen (line->text), 0, "write it behind a colon",
                      "the line has no title");
    return FALSE;
  }
  chn_event_set_text (line->event, CHN_FIELD_TITLE, title, -1);
  return TRUE;
}

gboolean
chn_entry_line_read (const char *text, const ChnTimeline *timeline, ChnEvent *event, GError **error)
{
  const Line line = { text, timeline, event };
  gsize at = 0;
  if (!take_date (&line, &at, error))
    return FALSE;
  const char *colon = text[at] == ':' ? text + at : strstr (text + at, ": ");
  gsize from = at + strspn (text + at, " \t,"), end = colon ? (gsize) (colon - text) : from;
  gsize kind = colon ? take_kind (&line, from, end) : end;
  while (kind > from && strchr (" \t", text[kind - 1]))
    kind--;
  g_autoptr (GError) cause = NULL;
  if (kind > from && !take_forums (&line, from, kind, &cause)) {
    if (is_meant (text, from, kind, kind < end && skip_blanks (text, kind) < end)) {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
    return take_title (&line, at, error);
  }
  return take_title (&line, colon ? end + 1 : at, error);
}
