/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Spans of a document's runs: how each kind is set. */
#include "format/pdf/spans.h"

#include <string.h>

#include "base/guard.h"
#include "format/address.h"
#include "format/pdf/bidi.h"

static const guint styles[CHN_N_RUN_KINDS] = {
  [CHN_RUN_DAY] = CHN_SPAN_BOLD,
  [CHN_RUN_TITLE] = CHN_SPAN_ISOLATED,
  [CHN_RUN_STATUS] = CHN_SPAN_BOLD,
  [CHN_RUN_SYMBOL] = CHN_SPAN_WHOLE | CHN_SPAN_RIGHTWARD,
  [CHN_RUN_FIGURES] = CHN_SPAN_WHOLE | CHN_SPAN_RIGHTWARD,
  [CHN_RUN_LABEL] = CHN_SPAN_ITALIC,
  [CHN_RUN_LINK] = CHN_SPAN_RIGHTWARD,
  [CHN_RUN_REFERENCE] = CHN_SPAN_RAISED | CHN_SPAN_CALLS_NOTE,
  [CHN_RUN_MARK] = CHN_SPAN_RAISED,
};

/* The two that join and part letters are part of how words of some languages are spelled. */
static gboolean
is_shown (gunichar c)
{
  gboolean is_character = (c & 0xFFFE) != 0xFFFE;
  return (is_character && !chn_guard_is_hazard (c)) || c == 0x200C || c == 0x200D;
}

static void
append_shown (GString *out, gunichar c)
{
  if (c == '\t' || c == '\n' || c == '\r')
    g_string_append_c (out, ' ');
  else if (is_shown (c))
    g_string_append_unichar (out, c);
  else
    g_string_append_printf (out, "<U+%04X>", c);
}

static gboolean
is_plain (const char *bytes)
{
  for (; *bytes; bytes++)
    if (*bytes < ' ' || *bytes > '~')
      return FALSE;
  return TRUE;
}

const char *
chn_pdf_guard (ChnPdfText *text, const char *bytes)
{
  if (is_plain (bytes))
    return bytes;
  g_autofree char *valid = g_utf8_make_valid (bytes, -1);
  g_autoptr (GString) out = g_string_sized_new (strlen (valid));
  for (const char *at = valid; *at; at = g_utf8_next_char (at))
    append_shown (out, g_utf8_get_char (at));
  return chn_arena_strndup (text->arena, out->str, (gssize) out->len);
}

static void
add (ChnPdfText *text, const char *guarded, guint style, const char *address, guint note)
{
  const ChnSpan span = { .text = guarded, .style = style, .address = address, .note = note };
  g_array_append_val (text->spans, span);
}

void
chn_pdf_add_span (ChnPdfText *text, const char *bytes, guint style)
{
  add (text, chn_pdf_guard (text, bytes), style, NULL, 0);
}

static const char *
dup_address (ChnPdfText *text, const ChnRun *run)
{
  if (!run->target || !chn_address_is_link (run->target))
    return NULL;
  g_autofree char *address = chn_address_dup_encoded (run->target);
  return chn_arena_strndup (text->arena, address, -1);
}

static gboolean
is_leftward (const ChnRun *runs, guint n)
{
  for (guint i = 0; i < n; i++)
    if (chn_bidi_has_right_to_left (runs[i].text))
      return TRUE;
  return FALSE;
}

/* A stretch of a text that is added in stretches. */
static void
add_stretch (ChnPdfText *text, const char *start, gsize length, guint style)
{
  if (length > 0)
    add (text, chn_arena_strndup (text->arena, start, (gssize) length), style, NULL, 0);
}

/* Text beside letters from right to left: its figures and symbols are isolated, or 111-19-55 would be shown as
 * 55-19-111. */
static void
add_isolated (ChnPdfText *text, const char *guarded, guint style)
{
  guint first = text->spans->len, own = style & ~(guint) CHN_SPAN_ISOLATED;
  for (const char *at = guarded; *at;) {
    gsize n = 0, before = chn_bidi_find_figures (at, &n);
    add_stretch (text, at, before, own);
    add_stretch (text, at + before, n, own | CHN_SPAN_WHOLE | CHN_SPAN_RIGHTWARD);
    at += before + n;
  }
  if (text->spans->len == first)
    return;
  g_array_index (text->spans, ChnSpan, first).style |= style & CHN_SPAN_OPENS;
  g_array_index (text->spans, ChnSpan, text->spans->len - 1).style |= style & CHN_SPAN_CLOSES;
}

void
chn_pdf_add_runs (ChnPdfText *text, ChnStretch runs)
{
  const ChnRun *first = &text->document->run[runs.first];
  gboolean isolates = is_leftward (first, runs.n);
  for (guint i = 0; i < runs.n; i++) {
    const ChnRun *run = &first[i];
    gboolean is_number = run->kind == CHN_RUN_REFERENCE || run->kind == CHN_RUN_SEE_NOTE;
    guint note = is_number ? (guint) g_ascii_strtoull (run->text, NULL, 10) : 0;
    const char *guarded = chn_pdf_guard (text, run->text), *address = dup_address (text, run);
    if (isolates && !address && note == 0 && !(styles[run->kind] & CHN_SPAN_RIGHTWARD))
      add_isolated (text, guarded, styles[run->kind]);
    else
      add (text, guarded, styles[run->kind], address, note);
  }
}

/* Blocks that are somebody's words and nothing else. */
static const gboolean is_natural[CHN_N_BLOCK_KINDS] = {
  [CHN_BLOCK_TITLE] = TRUE,
  [CHN_BLOCK_HEADING] = TRUE,
  [CHN_BLOCK_SUBHEADING] = TRUE,
  [CHN_BLOCK_DETAIL] = TRUE,
};

ChnBlock
chn_pdf_end_block (ChnPdfText *text, ChnBlockKind kind, guint first_span)
{
  const ChnSpan *span = &g_array_index (text->spans, ChnSpan, first_span);
  guint n = text->spans->len - first_span;
  gboolean is_title = n > 0 && span->style & CHN_SPAN_OPENS;
  return (
      ChnBlock){ .kind = kind, .first_span = first_span, .n_spans = n, .is_natural = is_title || is_natural[kind] };
}
