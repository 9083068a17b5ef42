/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What no field holds, kept so that it can be written again: a property as its name with parameters and
 * its value, both as written; a component within the event under "BEGIN:" and its name.
 */
#include "base/append.h"
#include "base/ascii.h"
#include "format/ical/extra.h"
#include "format/ical/reader.h"
#include "model/event-storage.h"

const char *
chn_ical_make_key (ChnIcalReader *reader, const ChnSlice *head)
{
  GString *key = reader->key;
  gsize name = 0;
  g_string_set_size (key, head->length);
  for (; name < head->length && head->text[name] != ';' && head->text[name] != ' '; name++)
    key->str[name] = chn_ascii_to_upper (head->text[name]);
  g_string_truncate (key, name);
  while (name < head->length && head->text[name] == ' ')
    name++;
  chn_append_bytes (key, head->text + name, head->length - name);
  return key->str;
}

static void
keep_line (ChnIcalReader *reader, const ChnIcalLine *line)
{
  chn_ical_make_key (reader, &line->head);
  chn_event_keep_extra (reader->event, reader->key->str, reader->key->len, line->value.text, line->value.length);
}

void
chn_ical_keep_extras (ChnIcalReader *reader)
{
  for (guint i = 0; i < reader->lines.n; i++) {
    const ChnIcalLine *line = chn_ical_lines_get (&reader->lines, i);
    /* Of several that should be one all are kept, for the writer makes one alone. */
    gboolean is_rewritten =
        (reader->rewritten & ~reader->repeated) & CHN_ICAL_BIT (line->name) && line->name != CHN_ICAL_OTHER;
    if (!is_rewritten && !(line->name == CHN_ICAL_UID && reader->is_uid_taken))
      keep_line (reader, line);
  }
  for (guint i = 0; i + 1 < reader->parts->len; i += 2)
    chn_event_add_extra (reader->event, reader->parts->pdata[i], reader->parts->pdata[i + 1]);
}
