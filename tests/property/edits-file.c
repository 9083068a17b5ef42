/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Random timeline files, written as people do. */
#include "edits-file.h"

#include <string.h>

/* Events that the others are related to. */
enum { N_TARGETS = 3 };

typedef enum { TEXT, LIST, ACTORS, RELATIONS, CITATIONS } Shape;

typedef struct {
  const char *name, *singular;
  Shape shape;
  gboolean required;
  const char *const *pool;
} Row;

const char *const edits_actors[] = { "prk", "usa", "jpn", "kor", "chn", NULL };

static const char *const titles[] = { "Council meets",
                                      "Draft: tabled",
                                      "It's a \"quote\" # and no comment",
                                      "2014",
                                      "Ärger — ü",
                                      "yes",
                                      "[brackets]",
                                      "a, b & c",
                                      "- dash first",
                                      "ends in colon:",
                                      NULL };
static const char *const summaries[] = {
  "One sentence.",
  "The first sentence stands here. The second sentence is longer than the first. A third follows it. And a fourth.",
  "The first sentence stands here. The second sentence is shorter. A third follows it. And a fourth.",
  "The first sentence stands here. The second sentence is longer than the first. A third follows it.",
  "First paragraph.\n\nSecond paragraph of several words. With two sentences.\nAnd a line.",
  "First paragraph.\n\nAnother second paragraph of several words. With two sentences.\nAnd a line.",
  "No capital: and a colon # sign, it's all here. Yes.",
  NULL,
};
static const char *const places[] = { "New York", "Geneva", "Palais des Nations, Genève", "'s-Hertogenbosch", NULL };
static const char *const symbols[] = { "A/C.3/69/L.28", "S/PV.7353", "S/RES/2270 (2016)", "A/69/100", NULL };
static const char *const tags[] = { "human rights", "dprk", "a, b", "x: y", "null", NULL };
static const char *const actors[] = { "prk|subject", "usa|sponsor", "jpn|sponsor", "kor|", "chn|chair", NULL };
static const char *const relations[] = { "responds-to|t0", "cites|t1", "cites|t2", "leads-to|t0", NULL };
static const char *const citations[] = {
  "s0||", "s1|para 12|", "s1|para 14|", "s2|p. 3|words, with comma", "s2|p. 3|else", "s0|note: 1|it's \"so\"", NULL
};
static const char *const importances[] = { "1", "3", "5", NULL };
static const char *const votes[] = { "10-2-3", "15-0-0", "consensus", NULL };

static const Row table[EDITS_N_FIELDS] = {
  { "title", "title", TEXT, TRUE, titles },
  { "summary", "summary", TEXT, FALSE, summaries },
  { "symbols", "symbol", LIST, FALSE, symbols },
  { "actors", "actor", ACTORS, FALSE, actors },
  { "vote", "vote", TEXT, FALSE, votes },
  { "place", "place", TEXT, FALSE, places },
  { "importance", "importance", TEXT, FALSE, importances },
  { "tags", "tag", LIST, FALSE, tags },
  { "relations", "relations", RELATIONS, FALSE, relations },
  { "sources", "source", CITATIONS, FALSE, citations },
};

const ChnField edits_fields[EDITS_N_FIELDS] = {
  CHN_FIELD_TITLE, CHN_FIELD_SUMMARY,    CHN_FIELD_SYMBOLS, CHN_FIELD_ACTORS,    CHN_FIELD_VOTE,
  CHN_FIELD_PLACE, CHN_FIELD_IMPORTANCE, CHN_FIELD_TAGS,    CHN_FIELD_RELATIONS, CHN_FIELD_SOURCES,
};

static guint
draw (GRand *random, guint n)
{
  return (guint) g_rand_int_range (random, 0, (gint32) n);
}

static guint
count_pool (const Row *row)
{
  guint n = 0;
  while (row->pool[n])
    n++;
  return n;
}

/* Some of the items, each at most once, in any order. */
static EditsValue
draw_value (const Row *row, GRand *random)
{
  guint n = count_pool (row), wanted = row->shape == TEXT ? 1 : 1 + draw (random, n);
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  GPtrArray *items = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (left, (gpointer) row->pool[i]);
  for (guint i = 0; i < wanted; i++)
    g_ptr_array_add (items, g_strdup (g_ptr_array_remove_index (left, draw (random, left->len))));
  g_ptr_array_add (items, NULL);
  return (EditsValue) g_ptr_array_free (items, FALSE);
}

/* Text on one line that every reader takes as it is. */
static void
put_quoted (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *at = text; *at; at++) {
    if (*at == '\n')
      g_string_append (out, "\\n");
    else if (strchr ("\"\\", *at))
      g_string_append_printf (out, "\\%c", *at);
    else
      g_string_append_c (out, *at);
  }
  g_string_append_c (out, '"');
}

static gboolean
is_plain (const char *text)
{
  return !strpbrk (text, "[]{},\n\"'") && !strstr (text, ": ") && !strstr (text, " #") && text[0] != '-' && text[0] &&
         !g_str_has_suffix (text, ":");
}

static void
put_text (GString *out, const char *text, GRand *random)
{
  guint style = random ? draw (random, 3) : 2;
  if (style == 0 && is_plain (text)) {
    g_string_append (out, text);
  } else if (style == 1 && !strchr (text, '\n')) {
    g_auto (GStrv) pieces = g_strsplit (text, "'", -1);
    g_autofree char *doubled = g_strjoinv ("''", pieces);
    g_string_append_printf (out, "'%s'", doubled);
  } else {
    put_quoted (out, text);
  }
}

static void
put_pair (GString *out, const char *key, const char *value, GRand *random)
{
  g_string_append_printf (out, "%s: ", key);
  put_text (out, value, random);
}

/* An item in flow. */
static void
put_item (GString *out, const Row *row, const char *item, GRand *random)
{
  g_auto (GStrv) parts = g_strsplit (item, "|", -1);
  gboolean bare = row->shape == LIST || !parts[1] || !*parts[1];
  if (bare) {
    put_text (out, row->shape == LIST ? item : parts[0], random);
    return;
  }
  g_string_append (out, "{");
  if (row->shape == CITATIONS) {
    put_pair (out, "source", parts[0], random);
    g_string_append (out, ", ");
    put_pair (out, "at", parts[1], random);
    if (*parts[2]) {
      g_string_append (out, ", ");
      put_pair (out, "quote", parts[2], random);
    }
  } else {
    put_pair (out, parts[0], parts[1], random);
  }
  g_string_append (out, "}");
}

static void
put_comment (EditsFile *file, GRand *random, guint chance)
{
  if (random && draw (random, chance) == 0)
    g_string_append_printf (file->text, " # c%u.", file->n_comments++);
}

static void
put_comment_line (EditsFile *file, GRand *random, guint indent)
{
  if (random && draw (random, 5) == 0)
    g_string_append_printf (file->text, "%*s# c%u.\n", (int) indent, "", file->n_comments++);
}

static void
put_flow (EditsFile *file, const Row *row, EditsValue value, guint indent, GRand *random)
{
  gboolean apart = random && draw (random, 3) == 0;
  g_string_append (file->text, " [");
  for (guint i = 0; value[i]; i++) {
    if (apart) {
      put_comment (file, random, 3);
      g_string_append_printf (file->text, "\n%*s", (int) indent + 4, "");
    }
    put_item (file->text, row, value[i], random);
    if (value[i + 1])
      g_string_append (file->text, apart ? "," : ", ");
  }
  if (apart)
    g_string_append_printf (file->text, "\n%*s", (int) indent + 2, "");
  g_string_append (file->text, "]");
}

static void
put_block_citation (EditsFile *file, const char *item, guint indent, GRand *random)
{
  g_auto (GStrv) parts = g_strsplit (item, "|", -1);
  static const char *const keys[] = { "source", "at", "quote" };
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (*parts[i]) {
      g_string_append_printf (file->text, "%s%*s", i > 0 ? "\n" : "", i > 0 ? (int) indent : 0, "");
      put_pair (file->text, keys[i], parts[i], random);
      put_comment (file, random, 6);
    }
}

static void
put_block (EditsFile *file, const Row *row, EditsValue value, guint indent, GRand *random)
{
  guint dash = indent + (draw (random, 2) ? 2 : 0);
  put_comment (file, random, 5);
  for (guint i = 0; value[i]; i++) {
    g_string_append_c (file->text, '\n');
    put_comment_line (file, random, dash);
    g_string_append_printf (file->text, "%*s- ", (int) dash, "");
    if (row->shape == CITATIONS && draw (random, 2))
      put_block_citation (file, value[i], dash + 2, random);
    else
      put_item (file->text, row, value[i], random);
    put_comment (file, random, 5);
  }
}

/* The key of an item in a mapping: the actor, the type of a relation; "" where it has no value of its own. */
static char *
dup_key (const char *item, char **value)
{
  g_auto (GStrv) parts = g_strsplit (item, "|", -1);
  *value = g_strdup (parts[1] ? parts[1] : "");
  return g_strdup (parts[1] && *parts[1] ? parts[0] : "");
}

/* Whether no key comes twice, and each has a value. */
static gboolean
is_mapping (const Row *row, EditsValue value)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (row->shape != ACTORS && row->shape != RELATIONS)
    return FALSE;
  for (guint i = 0; value[i]; i++) {
    g_autofree char *said = NULL;
    char *key = dup_key (value[i], &said);
    gboolean fine = *key && !g_hash_table_contains (keys, key);
    g_hash_table_add (keys, key);
    if (!fine)
      return FALSE;
  }
  return TRUE;
}

static void
put_mapping (EditsFile *file, EditsValue value, guint indent, GRand *random)
{
  put_comment (file, random, 5);
  for (guint i = 0; value[i]; i++) {
    g_autofree char *said = NULL;
    g_autofree char *key = dup_key (value[i], &said);
    g_string_append_c (file->text, '\n');
    put_comment_line (file, random, indent + 2);
    g_string_append_printf (file->text, "%*s", (int) indent + 2, "");
    put_pair (file->text, key, said, random);
    put_comment (file, random, 5);
  }
}

/* Words, a few on each line; what has paragraphs stands in a literal block. */
static void
put_lines (EditsFile *file, const char *text, guint indent, GRand *random)
{
  gboolean literal = strchr (text, '\n') != NULL && draw (random, 2);
  g_auto (GStrv) words = g_strsplit (text, literal ? "\n" : " ", -1);
  gsize width = 0;
  g_string_append (file->text, literal ? " |-" : " >-");
  put_comment (file, random, 4);
  for (guint i = 0; words[i]; i++) {
    gboolean begins = literal || width == 0 || width > 40;
    if (begins)
      g_string_append_printf (file->text, "\n%*s", *words[i] ? (int) indent : 0, "");
    else
      g_string_append_c (file->text, ' ');
    g_auto (GStrv) pieces = g_strsplit (words[i], "\n", -1);
    for (guint k = 0; pieces[k]; k++)
      g_string_append_printf (file->text, "%s%*s%s", k > 0 ? *pieces[k - 1] || k == 1 ? "\n\n" : "\n" : "",
                              k > 0 && *pieces[k] ? (int) indent : 0, "", pieces[k]);
    width = begins ? strlen (words[i]) : width + strlen (words[i]);
  }
}

/* In quotes or none, going on on further lines. */
static void
put_broken (EditsFile *file, const char *text, guint indent, GRand *random)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  gboolean plain = is_plain (text);
  g_string_append (file->text, plain ? " " : " '");
  for (guint i = 0; words[i]; i++) {
    if (i > 0 && draw (random, 4) == 0)
      g_string_append_printf (file->text, "\n%*s", (int) indent, "");
    else if (i > 0)
      g_string_append_c (file->text, ' ');
    g_auto (GStrv) pieces = g_strsplit (words[i], "'", -1);
    g_autofree char *doubled = g_strjoinv (plain ? "'" : "''", pieces);
    g_string_append (file->text, doubled);
  }
  g_string_append (file->text, plain ? "" : "'");
}

static void
put_one (EditsFile *file, const Row *row, const char *text, guint indent, GRand *random)
{
  guint style = random ? draw (random, 4) : 0;
  gboolean long_text = strlen (text) > 20 && row->pool == summaries;
  if (style == 1 && long_text && !strstr (text, "\n\n")) {
    put_lines (file, text, indent + 2, random);
  } else if (style == 2 && long_text && strchr (text, '\n')) {
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
    g_string_append (file->text, " |-");
    for (guint i = 0; lines[i]; i++)
      g_string_append_printf (file->text, "\n%*s%s", *lines[i] ? (int) indent + 3 : 0, "", lines[i]);
  } else if (style == 3 && long_text && !strchr (text, '\n')) {
    put_broken (file, text, indent + 2, random);
  } else {
    g_string_append_c (file->text, ' ');
    put_text (file->text, text, random);
    put_comment (file, random, 4);
  }
}

static guint
count_lines (const GString *text)
{
  guint n = 1;
  for (gsize i = 0; i < text->len; i++)
    n += text->str[i] == '\n';
  return n;
}

static void
put_field (EditsFile *file, guint event, guint field, guint indent, GRand *random)
{
  const Row *row = &table[field];
  EditsValue value = file->events[event].value[field];
  if (!value)
    return;
  put_comment_line (file, random, indent);
  file->events[event].first[field] = count_lines (file->text);
  gboolean one = value[1] == NULL, singular = random && one && draw (random, 2);
  g_string_append_printf (file->text, "%*s%s:", (int) indent, "", singular ? row->singular : row->name);
  if (row->shape == TEXT) {
    put_one (file, row, value[0], indent, random);
  } else if (random && one && draw (random, 3) == 0 && row->shape != RELATIONS) {
    g_string_append_c (file->text, ' ');
    put_item (file->text, row, value[0], random);
  } else if (random && is_mapping (row, value) && draw (random, 2)) {
    put_mapping (file, value, indent, random);
  } else if (random && draw (random, 2)) {
    put_block (file, row, value, indent, random);
  } else {
    put_flow (file, row, value, indent, random);
    put_comment (file, random, 4);
  }
  file->events[event].last[field] = count_lines (file->text);
  g_string_append_c (file->text, '\n');
}

/* All on one line, which any edit changes. */
static void
put_flow_event (EditsFile *file, guint event, guint dash, GRand *random)
{
  g_string_append_printf (file->text, "%*s- {id: e%u, date: 201%u", (int) dash, "", event, event);
  for (guint i = 0; i < EDITS_N_FIELDS; i++) {
    EditsValue value = file->events[event].value[i];
    file->events[event].first[i] = file->events[event].last[i] = count_lines (file->text);
    if (!value)
      continue;
    g_string_append_printf (file->text, ", %s: %s", table[i].name,
                            table[i].shape == TEXT ? ""
                            : draw (random, 2)     ? "["
                                                   : "[ ");
    for (guint k = 0; value[k]; k++) {
      g_string_append (file->text, k > 0 ? ", " : "");
      if (table[i].shape == TEXT)
        put_text (file->text, value[k], random);
      else
        put_item (file->text, &table[i], value[k], random);
    }
    g_string_append (file->text, table[i].shape == TEXT ? "" : draw (random, 2) ? "]" : " ]");
  }
  g_string_append (file->text, "}");
  put_comment (file, random, 3);
  g_string_append_c (file->text, '\n');
}

static void
put_event (EditsFile *file, guint event, guint dash, GRand *random)
{
  if (random && draw (random, 6) == 0) {
    put_flow_event (file, event, dash, random);
    return;
  }
  guint order[EDITS_N_FIELDS];
  for (guint i = 0; i < EDITS_N_FIELDS; i++)
    order[i] = i;
  for (guint i = 0; random && i < EDITS_N_FIELDS && draw (random, 2); i++) {
    guint other = draw (random, EDITS_N_FIELDS), kept = order[i];
    order[i] = order[other];
    order[other] = kept;
  }
  put_comment_line (file, random, dash);
  g_string_append_printf (file->text, "%*s- id: e%u", (int) dash, "", event);
  put_comment (file, random, 4);
  g_string_append_printf (file->text, "\n%*sdate: 201%u\n", (int) dash + 2, "", event);
  for (guint i = 0; i < EDITS_N_FIELDS; i++)
    put_field (file, event, order[i], dash + 2, random);
  if (random && draw (random, 2))
    g_string_append_c (file->text, '\n');
}

static void
put_file (EditsFile *file, GRand *random)
{
  guint dash = random && draw (random, 2) ? 2 : 0;
  file->text = g_string_new ("timeline: t\nsources:\n  s0: {title: a}\n  s1: {title: b}\n  s2: {title: c}\n");
  put_comment_line (file, random, 0);
  g_string_append (file->text, "events:\n");
  for (guint i = 0; i < N_TARGETS; i++)
    g_string_append_printf (file->text, "%*s- {id: t%u, date: 200%u, title: Target}\n", (int) dash, "", i, i);
  for (guint i = 0; i < EDITS_N_EVENTS; i++)
    put_event (file, i, dash, random);
  while (random && file->text->str[file->text->len - 1] == '\n')
    g_string_truncate (file->text, file->text->len - 1);
  if (random && draw (random, 4))
    g_string_append_c (file->text, '\n');
}

void
edits_file_draw (EditsFile *file, GRand *random)
{
  for (guint i = 0; i < EDITS_N_EVENTS; i++)
    for (guint k = 0; k < EDITS_N_FIELDS; k++)
      file->events[i].value[k] = table[k].required || draw (random, 2) ? draw_value (&table[k], random) : NULL;
  put_file (file, random);
}

void
edits_file_copy (EditsFile *file, const EditsFile *from)
{
  for (guint i = 0; i < EDITS_N_EVENTS; i++)
    for (guint k = 0; k < EDITS_N_FIELDS; k++)
      file->events[i].value[k] = g_strdupv (from->events[i].value[k]);
}

void
edits_file_change (EditsFile *file, GRand *random, guint event, guint field)
{
  EditsValue *value = &file->events[event].value[field];
  g_strfreev (*value);
  *value = table[field].required || draw (random, 5) ? draw_value (&table[field], random) : NULL;
}

char *
edits_file_dup_plain (const EditsFile *file)
{
  EditsFile plain = { 0 };
  edits_file_copy (&plain, file);
  put_file (&plain, NULL);
  char *text = g_strdup (plain.text->str);
  edits_file_clear (&plain);
  return text;
}

void
edits_file_clear (EditsFile *file)
{
  for (guint i = 0; i < EDITS_N_EVENTS; i++)
    for (guint k = 0; k < EDITS_N_FIELDS; k++)
      g_strfreev (file->events[i].value[k]);
  if (file->text)
    g_string_free (file->text, TRUE);
}
