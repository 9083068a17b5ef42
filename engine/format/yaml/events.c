/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The events of a YAML 1.1 file, through libyaml's event parser, guarded as they arrive.
 *
 *   stream   := [BOM] [document]                 one document, UTF-8, LF, CR LF or CR
 *   document := ["%YAML 1.1"] ["---"] node ["..."]
 *   node     := [anchor] (scalar | sequence | mapping) | alias
 *
 * libyaml takes quadratic time in the nesting of flow collections and in the number of %TAG
 * directives, and memory in the length of one scalar. So nesting is bounded as events arrive,
 * and between two events it is given only so many bytes.
 */
#include "format/yaml/events.h"

#include <string.h>

#include "base/guard.h"
#include "format/encoding.h"

enum { RAW_BUFFER = 1 << 16 };

static int
supply (void *data, unsigned char *buffer, size_t size, size_t *size_read)
{
  ChnYamlEvents *events = data;
  gsize rest = events->length - events->offset;
  gsize piece = MIN (MIN (rest, size), events->allowance);
  events->starved = piece == 0 && rest > 0;
  memcpy (buffer, events->bytes + events->offset, piece);
  events->offset += piece;
  events->allowance -= piece;
  *size_read = piece;
  return !events->starved;
}

/* A value may be written in at most four times its bytes ("\x01"), or nearly; comments are short. */
static gsize
get_allowance (const ChnYamlEvents *events)
{
  guint64 text = MIN (events->longest, (guint64) G_MAXINT);
  return RAW_BUFFER + (events->in_document ? 4 * (gsize) text : 0);
}

static gboolean
begins_with (const char *bytes, gsize length, const char *sign, gsize n)
{
  return length >= n && memcmp (bytes, sign, n) == 0;
}

/* With or without a mark. */
static gboolean
is_utf16 (const char *bytes, gsize length)
{
  return chn_encoding_is_utf_16 (bytes, length) || (length >= 2 && (bytes[0] == '\0') != (bytes[1] == '\0'));
}

static gboolean
check_encoding (const ChnYamlFaults *faults, const char *bytes, gsize length)
{
  if (is_utf16 (bytes, length)) {
    chn_yaml_fault_at (faults, 1, 1, CHN_YAML_FAULT_ENCODING, "save the file as UTF-8",
                       "found UTF-16 or UTF-32, expected UTF-8");
    return FALSE;
  }
  gsize offset = 0;
  ChnGuard guard = chn_guard_check (bytes, length, &offset);
  if (guard == CHN_GUARD_FINE)
    return TRUE;
  guint line = 0, column = 0;
  chn_guard_locate (bytes, length, offset, &line, &column);
  chn_yaml_fault_at (faults, line, column, CHN_YAML_FAULT_ENCODING, "save the file as plain UTF-8 text",
                     "found %s (0x%02X), expected UTF-8 text", chn_guard_get_name (guard),
                     (guint) (guchar) bytes[offset]);
  return FALSE;
}

/* As GLib has it, in which all else is allocated. */
static void
end_for_memory (void)
{
  g_error ("libyaml failed to allocate memory");
}

void
chn_yaml_events_init (ChnYamlEvents *events, const char *bytes, gsize length, const ChnYamlFaults *faults,
                      const ChnLimits *limits)
{
  gsize bom = begins_with (bytes, length, "\xEF\xBB\xBF", 3) ? 3 : 0;
  *events = (ChnYamlEvents){ .faults = faults, .limits = limits, .bytes = bytes + bom, .length = length - bom };
  events->longest = limits->value[CHN_LIMIT_TEXT];
  if (!yaml_parser_initialize (&events->parser))
    end_for_memory ();
  events->broken = !check_encoding (faults, events->bytes, events->length);
  yaml_parser_set_encoding (&events->parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input (&events->parser, supply, events);
}

void
chn_yaml_events_clear (ChnYamlEvents *events)
{
  chn_yaml_events_take (events);
  yaml_parser_delete (&events->parser);
}

typedef struct {
  const char *problem; /* as libyaml words it */
  const char *hint;
} Remedy;

static const Remedy remedies[] = {
  { "mapping values are not allowed in this context", "quote a value that contains \": \"" },
  { "found character that cannot start any token",
    "quote a value that begins with @, ` or %, and indent with blanks, not tabs" },
  { "did not find expected key", "check the indentation, and that a value with a quote inside is quoted whole" },
  { "did not find expected <document start>", "check the indentation: only keys stand at the first column" },
  { "could not find expected ':'", "put \": \" after a key, and indent the lines that continue a value" },
  { "found a tab character", "indent with blanks, not tabs" },
  { "found unexpected end of stream", "a quote is not closed" },
  { "did not find expected ',' or ']'", "close the list with ], or quote a value that contains , [ ] { or }" },
  { "did not find expected ',' or '}'", "close the mapping with }, or quote a value that contains , [ ] { or }" },
  { "found unknown escape character", "write \\\\ for a backslash, or use single quotes" },
  { "block sequence entries are not allowed in this context", "begin the list on a line of its own" },
};

static const char *
find_remedy (const char *problem)
{
  for (guint i = 0; i < G_N_ELEMENTS (remedies); i++)
    if (g_str_has_prefix (problem, remedies[i].problem))
      return remedies[i].hint;
  return NULL;
}

static void
report_unreadable (const ChnYamlEvents *events)
{
  guint line = 0, column = 0;
  chn_guard_locate (events->bytes, events->length, events->parser.problem_offset, &line, &column);
  chn_yaml_fault_at (events->faults, line, column, CHN_YAML_FAULT_ENCODING,
                     "remove it, or write it as \\u… in double quotes", "found U+%04X, which YAML does not allow",
                     (guint) events->parser.problem_value);
}

static void
report_syntax (const ChnYamlEvents *events)
{
  const yaml_parser_t *parser = &events->parser;
  if (parser->error == YAML_MEMORY_ERROR)
    end_for_memory ();
  const char *problem = parser->problem ? parser->problem : "it cannot be read";
  guint line = (guint) parser->problem_mark.line + 1, column = (guint) parser->problem_mark.column + 1;
  if (parser->context)
    chn_yaml_fault_at (events->faults, line, column, CHN_YAML_FAULT_YAML, find_remedy (problem),
                       "%s %s that begins on line %u", problem, parser->context,
                       (guint) parser->context_mark.line + 1);
  else
    chn_yaml_fault_at (events->faults, line, column, CHN_YAML_FAULT_YAML, find_remedy (problem), "%s", problem);
}

static void
report_starved (const ChnYamlEvents *events)
{
  chn_yaml_fault_at (events->faults, events->last_line + 1, events->last_column + 1, CHN_YAML_FAULT_LIMIT,
                     "raise the bound with --max-text=N",
                     "a value or comment goes on for more than %" G_GSIZE_FORMAT " bytes", get_allowance (events));
}

void
chn_yaml_events_break (ChnYamlEvents *events, ChnLimit limit, const char *what)
{
  g_autofree char *hint = g_strdup_printf ("raise the bound with --max-%s=N", chn_limit_get_name (limit));
  chn_yaml_fault_at (events->faults, chn_yaml_events_get_line (events), chn_yaml_events_get_column (events),
                     CHN_YAML_FAULT_LIMIT, hint, "%s than %" G_GUINT64_FORMAT, what, events->limits->value[limit]);
  events->broken = TRUE;
}

static const yaml_char_t *
get_tag (const yaml_event_t *event)
{
  switch (event->type) {
  case YAML_SCALAR_EVENT:
    return event->data.scalar.tag;
  case YAML_SEQUENCE_START_EVENT:
    return event->data.sequence_start.tag;
  case YAML_MAPPING_START_EVENT:
    return event->data.mapping_start.tag;
  default:
    return NULL;
  }
}

static void
check_tag (const ChnYamlEvents *events)
{
  const yaml_char_t *tag = get_tag (&events->event);
  const char *standard = tag ? strstr ((const char *) tag, "tag:yaml.org,2002:") : NULL;
  if (tag)
    chn_yaml_fault_at (events->faults, chn_yaml_events_get_line (events), chn_yaml_events_get_column (events),
                       CHN_YAML_FAULT_TAG, "leave the tag out: every value is text",
                       "found the tag %s%s, expected a value without a tag", standard ? "!!" : "",
                       standard ? standard + strlen ("tag:yaml.org,2002:") : (const char *) tag);
}

static void
check_directives (const ChnYamlEvents *events)
{
  if (events->event.data.document_start.tag_directives.start != events->event.data.document_start.tag_directives.end)
    chn_yaml_fault_at (events->faults, chn_yaml_events_get_line (events), chn_yaml_events_get_column (events),
                       CHN_YAML_FAULT_DOCUMENT, "remove the %TAG lines: every value is text",
                       "tag directives are not taken");
}

static void
follow (ChnYamlEvents *events)
{
  switch (events->event.type) {
  case YAML_DOCUMENT_START_EVENT:
    check_directives (events);
    events->in_document = TRUE;
    break;
  case YAML_DOCUMENT_END_EVENT:
    events->in_document = FALSE;
    break;
  case YAML_SEQUENCE_START_EVENT:
  case YAML_MAPPING_START_EVENT:
    if (++events->depth > events->limits->value[CHN_LIMIT_DEPTH])
      chn_yaml_events_break (events, CHN_LIMIT_DEPTH, "lists and mappings are nested deeper");
    break;
  case YAML_SEQUENCE_END_EVENT:
  case YAML_MAPPING_END_EVENT:
    events->depth--;
    break;
  default:
    break;
  }
  check_tag (events);
}

static void
fetch (ChnYamlEvents *events)
{
  events->allowance = get_allowance (events);
  if (yaml_parser_parse (&events->parser, &events->event)) {
    events->full = TRUE;
    follow (events);
    return;
  }
  events->broken = TRUE;
  if (events->starved)
    report_starved (events);
  else if (events->parser.error == YAML_READER_ERROR)
    report_unreadable (events);
  else
    report_syntax (events);
}

yaml_event_type_t
chn_yaml_events_peek (ChnYamlEvents *events)
{
  if (!events->full && !events->broken)
    fetch (events);
  return events->broken ? YAML_NO_EVENT : events->event.type;
}

void
chn_yaml_events_take (ChnYamlEvents *events)
{
  if (events->full) {
    events->last_line = (guint) events->event.end_mark.line;
    events->last_column = (guint) events->event.end_mark.column;
    yaml_event_delete (&events->event);
  }
  events->full = FALSE;
}

guint
chn_yaml_events_get_line (const ChnYamlEvents *events)
{
  return (guint) events->event.start_mark.line + 1;
}

guint
chn_yaml_events_get_column (const ChnYamlEvents *events)
{
  return (guint) events->event.start_mark.column + 1;
}
