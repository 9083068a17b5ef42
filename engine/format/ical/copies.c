/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Copies of one event within a file, found once some UID stands there twice. */
#include "format/ical/copies.h"

#include "format/ical/event-pass.h"
#include "format/ical/line.h"
#include "format/ical/value.h"

/* One copy as the pass sees it. */
typedef struct {
  GString *uid, *instance;
  ChnIcalCopy copy;
  int sequence;
  gint64 stamp;
} Seen;

/* The best so far. */
typedef struct {
  ChnIcalCopy copy;
  int sequence;
  gint64 stamp;
} Best;

struct _ChnIcalCopies {
  GHashTable *by_key; /* to Best */
};

/* Of the UID as it is without its escapes. */
static char *
dup_key (const char *uid, gsize uid_length, const char *instance, gsize instance_length)
{
  g_autofree char *plain = chn_ical_dup_text (&(ChnSlice){ uid, uid_length });
  return g_strdup_printf ("%s\n%.*s", plain, (int) instance_length, instance);
}

static void
assign (GString *text, const ChnSlice *value)
{
  g_string_truncate (text, 0);
  g_string_append_len (text, value->text, (gssize) value->length);
}

static void
note_value (Seen *seen, const ChnIcalPass *pass)
{
  ChnIcalTime time;
  if (pass->name == CHN_ICAL_UID && seen->uid->len == 0)
    assign (seen->uid, &pass->value);
  else if (pass->name == CHN_ICAL_RECURRENCE_ID)
    assign (seen->instance, &pass->value);
  else if (pass->name == CHN_ICAL_SEQUENCE)
    chn_ical_parse_number (&pass->value, &seen->sequence);
  else if (pass->name == CHN_ICAL_DTSTAMP && chn_ical_parse_time (&pass->value, &time, NULL))
    seen->stamp = time.seconds;
}

static gboolean
is_better (const Seen *seen, const Best *best)
{
  if (seen->sequence != best->sequence)
    return seen->sequence > best->sequence;
  return seen->stamp != best->stamp ? seen->stamp > best->stamp : seen->copy.digest != best->copy.digest;
}

static void
keep_best (ChnIcalCopies *copies, const Seen *seen)
{
  g_autofree char *key = dup_key (seen->uid->str, seen->uid->len, seen->instance->str, seen->instance->len);
  Best *best = g_hash_table_lookup (copies->by_key, key);
  if (!best) {
    best = g_new (Best, 1);
    *best = (Best){ seen->copy, seen->sequence, seen->stamp };
    g_hash_table_insert (copies->by_key, g_steal_pointer (&key), best);
    return;
  }
  gboolean differs = best->copy.differs || best->copy.digest != seen->copy.digest;
  if (is_better (seen, best))
    *best = (Best){ seen->copy, seen->sequence, seen->stamp };
  best->copy.differs = differs;
}

static void
take_line (ChnIcalCopies *copies, Seen *seen, const ChnIcalPass *pass)
{
  if (chn_ical_pass_is_begin (pass)) {
    g_string_truncate (seen->uid, 0);
    g_string_truncate (seen->instance, 0);
    *seen = (Seen){ .uid = seen->uid, .instance = seen->instance, .copy = { .line = pass->line.line } };
    return;
  }
  seen->copy.digest += chn_line_digest_content (pass->line.content.text, pass->line.content.length);
  if (pass->depth == 1)
    note_value (seen, pass);
  else if (pass->depth == 0 && seen->uid->len > 0)
    keep_best (copies, seen);
}

ChnIcalCopies *
chn_ical_copies_new (const ChnWindow *window, const ChnLimits *limits)
{
  ChnIcalCopies *copies = g_new (ChnIcalCopies, 1);
  copies->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (ChnScanner) scanner = chn_scanner_new_again (window, limits);
  g_autoptr (GString) uid = g_string_new (NULL);
  g_autoptr (GString) instance = g_string_new (NULL);
  Seen seen = { .uid = uid, .instance = instance };
  ChnIcalPass pass = { .scanner = scanner };
  for (ChnScanResult result; (result = chn_ical_pass_next (&pass, NULL)) != CHN_SCAN_END;)
    if (result == CHN_SCAN_LINE)
      take_line (copies, &seen, &pass);
  return copies;
}

void
chn_ical_copies_free (ChnIcalCopies *copies)
{
  if (!copies)
    return;
  g_hash_table_unref (copies->by_key);
  g_free (copies);
}

const ChnIcalCopy *
chn_ical_copies_find (const ChnIcalCopies *copies, const ChnSlice *uid, const ChnSlice *instance)
{
  g_autofree char *key = dup_key (uid->text, uid->length, instance->text, instance->length);
  const Best *best = g_hash_table_lookup (copies->by_key, key);
  return best ? &best->copy : NULL;
}
