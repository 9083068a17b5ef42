/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a format that is read back does not carry of a timeline beside its events, in one line. */
#include "base/report.h"
#include "format/format.h"
#include "format/options.h"
#include "timeline/columns.h"
#include "timeline/successors.h"

/* The list that is being said. */
typedef struct {
  const ChnFormat *format;
  const ChnTimeline *timeline;
  const ChnRows *rows; /* that are written; NULL: all */
  GString *list;
} Losses;

static void G_GNUC_PRINTF (2, 3) say (Losses *losses, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  if (losses->list->len > 0)
    g_string_append (losses->list, ", ");
  g_string_append_vprintf (losses->list, format, arguments);
  va_end (arguments);
}

static void
say_number (Losses *losses, guint n, const char *one, const char *several)
{
  if (n > 0)
    say (losses, "%u %s", n, n == 1 ? one : several);
}

static void
say_header (Losses *losses)
{
  for (guint field = 0; field < CHN_HEADER_FILE; field++) {
    gboolean any = FALSE;
    for (guint i = 0; i < chn_timeline_get_n_origins (losses->timeline); i++)
      any |= chn_timeline_get_header (losses->timeline, i, (ChnHeaderField) field) != NULL;
    if (any && !(losses->format->kept_header & 1U << field))
      say (losses, "%s", chn_header_field_get_name ((ChnHeaderField) field));
  }
}

static void
say_queries (Losses *losses)
{
  guint n_queries = 0, n = 0;
  for (guint i = 0; i < chn_timeline_get_n_origins (losses->timeline); i++, n_queries += n)
    chn_timeline_get_queries (losses->timeline, i, &n);
  say_number (losses, n_queries, "saved query", "saved queries");
}

static void
say_feeds (Losses *losses)
{
  guint n_feeds = 0, n = 0;
  for (guint i = 0; i < chn_timeline_get_n_origins (losses->timeline); i++, n_feeds += n)
    chn_timeline_get_feeds (losses->timeline, i, &n);
  say_number (losses, n_feeds, "feed", "feeds");
}

/* Rows bring along the ids and names of those that they name. */
static void
say_names (Losses *losses)
{
  const ChnRegistry *registry = chn_timeline_get_registry (losses->timeline);
  if (!chn_registry_get_base (registry))
    return;
  g_autoptr (GPtrArray) actors = chn_registry_get_actors (registry, TRUE);
  g_autoptr (GPtrArray) forums = chn_registry_get_forums (registry, TRUE);
  guint n = actors->len + forums->len;
  if (n > 0)
    say (losses, "all but the names of %u own %s (members, codes, other names)", n,
         actors->len == 0 ? "forums" : "actors and forums");
}

/* The terms that a row has, a byte each in `used`. */
static void
note_terms (const ChnColumns *columns, guint row, guint8 *const *used)
{
  guint n = 0;
  used[CHN_VOCABULARY_KIND][chn_columns_get_kind (columns, row)] = 1;
  const ChnActorCell *actors = chn_columns_get_actors (columns, row, &n);
  for (guint i = 0; i < n; i++)
    used[CHN_VOCABULARY_ROLE][actors[i].role] = 1;
  const ChnRelationCell *relations = chn_columns_get_relations (columns, row, &n);
  for (guint i = 0; i < n; i++)
    used[CHN_VOCABULARY_RELATION][relations[i].type] = 1;
}

/* Rows bring along the terms that they have. */
static void
say_terms (Losses *losses)
{
  const ChnColumns *columns = chn_timeline_get_columns (losses->timeline);
  const ChnVocabulary *vocabulary = columns->vocabulary;
  const ChnRows *some = losses->rows;
  guint8 *used[CHN_N_VOCABULARIES];
  guint n_unused = 0;
  if (!vocabulary)
    return;
  for (guint id = 0; id < CHN_N_VOCABULARIES; id++)
    used[id] = g_malloc0 (chn_vocabulary_count (vocabulary, (ChnVocabularyId) id));
  for (guint i = 0; i < (some ? some->n : columns->n_rows); i++)
    note_terms (columns, some ? some->row[i] : i, used);
  for (guint id = 0; id < CHN_N_VOCABULARIES; id++) {
    guint n_known = chn_vocabulary_count (NULL, (ChnVocabularyId) id);
    for (guint i = n_known; i < chn_vocabulary_count (vocabulary, (ChnVocabularyId) id); i++)
      n_unused += !used[id][i];
    g_free (used[id]);
  }
  say_number (losses, n_unused, "declared term that none of these events has",
              "declared terms that none of these events has");
}

/* What corrects or withdraws another source goes with that one; of a part it is not known whether others cite it. */
static void
say_sources (Losses *losses)
{
  const ChnColumns *columns = chn_timeline_get_columns (losses->timeline);
  guint n_uncited = 0;
  chn_timeline_need_indexes (losses->timeline);
  for (guint i = 0; i < chn_timeline_get_n_sources (losses->timeline); i++) {
    guint n = 0;
    chn_columns_get_rows (columns, CHN_DICTIONARY_SOURCES, i, &n);
    n_uncited += n == 0 && !chn_timeline_is_source_linked (losses->timeline, i);
  }
  say_number (losses, n_uncited, "source that no event cites", "sources that no event cites");
}

void
chn_format_note_losses (const ChnFormat *format, const ChnTimeline *timeline, const ChnRows *rows,
                        const ChnWriteOptions *options, ChnReport *report)
{
  gboolean is_carried = format->carries_header && !(options && options->no_payload);
  if (format->kept_header == 0 || is_carried)
    return;
  g_autoptr (GString) list = g_string_new (NULL);
  Losses losses = { format, timeline, rows, list };
  say_header (&losses);
  say_queries (&losses);
  say_feeds (&losses);
  say_names (&losses);
  say_terms (&losses);
  say_sources (&losses);
  if (list->len == 0)
    return;
  g_autofree char *message =
      g_strdup_printf ("%s leaves out what is said of the whole timeline: %s", format->name, list->str);
  ChnFinding finding = { .severity = CHN_SEVERITY_NOTE,
                         .code = "header-left-out",
                         .message = message,
                         .hint =
                             "\"chancery export -o header.yaml --header\" keeps it, and \"-f header.yaml -f FILE\" "
                             "puts it back" };
  chn_report_add (report, &finding);
}
