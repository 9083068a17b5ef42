/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The builder of a timeline: what readers see of staging, checking and sealing. */
#include "timeline/builder.h"

#include "base/report.h"
#include "registry/addition.h"
#include "registry/dangling.h"
#include "registry/declared.h"
#include "registry/further-names.h"
#include "timeline/checks/checks.h"
#include "timeline/pending.h"
#include "timeline/seal/seal.h"
#include "timeline/sealed.h"

struct _ChnTimelineBuilder {
  ChnRegistry *registry;
  ChnRegistryBuilder *names; /* NULL until asked for */
  ChnStage stage;
  ChnChecks checks;
  gboolean excerpts;               /* what is being read may be an excerpt */
  gboolean keep_going;             /* faults are left out instead of refused */
  gboolean follow_links;           /* out of the folder that is read */
  GHashTable *files;               /* the identities of those that were taken */
  guint n_taken_back;              /* events */
  guint whole[CHN_N_VISIBILITIES]; /* as in a sealed one */
  GArray *pending;                 /* Pending: what readers keep until all is read */
};

typedef struct {
  const ChnPendingKind *kind;
  gpointer data;
} Pending;

static void
clear_pending (gpointer data)
{
  const Pending *pending = data;
  pending->kind->free (pending->data);
}

ChnTimelineBuilder *
chn_timeline_builder_new (ChnRegistry *registry, ChnReport *report, const ChnLimits *limits)
{
  g_return_val_if_fail (registry && report, NULL);
  ChnTimelineBuilder *builder = g_new0 (ChnTimelineBuilder, 1);
  builder->registry = chn_registry_ref (registry);
  builder->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  chn_stage_init (&builder->stage, report, limits ? limits : chn_limits_get_default ());
  chn_checks_init (&builder->checks, &builder->stage);
  builder->pending = g_array_new (FALSE, FALSE, sizeof (Pending));
  g_array_set_clear_func (builder->pending, clear_pending);
  return builder;
}

void
chn_timeline_builder_free (ChnTimelineBuilder *builder)
{
  if (!builder)
    return;
  chn_registry_unref (builder->registry);
  g_hash_table_unref (builder->files);
  g_array_unref (builder->pending);
  chn_registry_builder_free (builder->names);
  chn_checks_clear (&builder->checks);
  chn_stage_clear (&builder->stage);
  g_free (builder);
}

void
chn_timeline_builder_set_excerpts (ChnTimelineBuilder *builder, gboolean excerpts)
{
  builder->excerpts = excerpts;
  builder->stage.has_excerpts = builder->stage.has_excerpts || excerpts;
}

void
chn_timeline_builder_set_indexed (ChnTimelineBuilder *builder)
{
  g_return_if_fail (builder->stage.heads->len == 0);
  builder->stage.is_compact = TRUE;
}

void
chn_timeline_builder_set_keep_going (ChnTimelineBuilder *builder, gboolean keep_going)
{
  builder->keep_going = keep_going;
  chn_report_set_lenient (builder->stage.report, keep_going);
}

void
chn_timeline_builder_set_follow_links (ChnTimelineBuilder *builder, gboolean follow_links)
{
  builder->follow_links = follow_links;
}

void
chn_timeline_builder_set_distinct_uids (ChnTimelineBuilder *builder, gboolean distinct)
{
  builder->stage.uids.is_distinct = distinct;
}

gboolean
chn_timeline_builder_follows_links (const ChnTimelineBuilder *builder)
{
  return builder->follow_links;
}

ChnReport *
chn_timeline_builder_get_report (ChnTimelineBuilder *builder)
{
  return builder->stage.report;
}

const ChnLimits *
chn_timeline_builder_get_limits (ChnTimelineBuilder *builder)
{
  return &builder->stage.limits;
}

ChnRegistry *
chn_timeline_builder_get_registry (ChnTimelineBuilder *builder)
{
  return builder->registry;
}

ChnRegistryBuilder *
chn_timeline_builder_get_names (ChnTimelineBuilder *builder)
{
  if (!builder->names)
    builder->names = chn_registry_builder_new (builder->registry);
  return builder->names;
}

const ChnVocabulary *
chn_timeline_builder_get_vocabulary (ChnTimelineBuilder *builder)
{
  return chn_registry_get_vocabulary (builder->names ? chn_registry_builder_get_declared (builder->names)
                                                     : builder->registry);
}

gboolean
chn_timeline_builder_take_file (ChnTimelineBuilder *builder, const char *identity, const char *name)
{
  if (g_hash_table_add (builder->files, g_strdup (identity)))
    return TRUE;
  ChnPlace place = { .file = name };
  chn_fault_add (builder->stage.report, CHN_FAULT_DUPLICATE_FILE, &place, NULL,
                 "the file is named twice, and read once");
  return FALSE;
}

gboolean
chn_timeline_builder_knows_file (ChnTimelineBuilder *builder, const char *identity)
{
  return !g_hash_table_add (builder->files, g_strdup (identity));
}

static ChnStagedOrigin *
get_current (ChnTimelineBuilder *builder)
{
  return chn_stage_get_staged_origin (&builder->stage, chn_stage_get_origin (&builder->stage));
}

void
chn_timeline_builder_begin (ChnTimelineBuilder *builder, const char *file)
{
  chn_stage_begin_origin (&builder->stage, file);
  get_current (builder)->is_excerpt = builder->excerpts;
}

void
chn_timeline_builder_set_header (ChnTimelineBuilder *builder, ChnHeaderField field, const char *text)
{
  g_return_if_fail (field < CHN_N_HEADER_FIELDS);
  get_current (builder)->text[field] = chn_pool_intern (builder->stage.texts, text, -1);
}

void
chn_timeline_builder_position_header (ChnTimelineBuilder *builder, ChnHeaderField field, guint line, guint column)
{
  g_return_if_fail (field < CHN_N_HEADER_FIELDS);
  get_current (builder)->line[field] = line;
  get_current (builder)->column[field] = column;
}

static void
append_pair (const ChnStage *stage, GArray *pairs, const char *key, const char *value)
{
  ChnExtraCell cell = { chn_pool_intern (stage->texts, key, -1), chn_pool_intern (stage->texts, value, -1) };
  g_array_append_val (pairs, cell);
}

void
chn_timeline_builder_add_query (ChnTimelineBuilder *builder, const char *name, const char *text)
{
  g_return_if_fail (name && text);
  ChnStagedOrigin *origin = get_current (builder);
  append_pair (&builder->stage, builder->stage.queries, name, text);
  origin->n_queries = builder->stage.queries->len;
}

GPtrArray *
chn_timeline_builder_list_queries (const ChnTimelineBuilder *builder)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < builder->stage.queries->len; i++)
    g_ptr_array_add (texts, g_strdup (chn_pool_get (builder->stage.texts,
                                                    g_array_index (builder->stage.queries, ChnExtraCell, i).value)));
  return texts;
}

GPtrArray *
chn_timeline_builder_list_corrected (const ChnTimelineBuilder *builder)
{
  static const ChnSourceField fields[] = { CHN_SOURCE_CORRECTS, CHN_SOURCE_WITHDRAWS };
  const ChnStage *stage = &builder->stage;
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  for (guint at = 0; at < stage->sources->len;) {
    ChnStagedSource source;
    gsize length = 0;
    at = chn_stage_load_source (stage, at, &source);
    for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
      for (const char *key = chn_source_next_key (chn_pool_get (stage->texts, source.text[fields[i]]), &length); key;
           key = chn_source_next_key (key + length, &length))
        g_ptr_array_add (keys, g_strndup (key, length));
  }
  return keys;
}

void
chn_timeline_builder_add_feed (ChnTimelineBuilder *builder, const ChnFeed *feed)
{
  g_return_if_fail (feed->text[CHN_FEED_NAME]);
  ChnStagedFeed staged = { .line = feed->line, .column = feed->column };
  ChnStagedOrigin *origin = get_current (builder);
  for (guint i = 0; i < CHN_N_FEED_FIELDS; i++)
    staged.text[i] = chn_pool_intern (builder->stage.texts, feed->text[i], -1);
  g_array_append_val (builder->stage.feeds, staged);
  origin->n_feeds = builder->stage.feeds->len;
}

void
chn_timeline_builder_add_header_extra (ChnTimelineBuilder *builder, const char *key, const char *value)
{
  g_return_if_fail (key && value);
  ChnStagedOrigin *origin = get_current (builder);
  append_pair (&builder->stage, builder->stage.header_extras, key, value);
  origin->n_extras = builder->stage.header_extras->len;
}

void
chn_timeline_builder_add_event (ChnTimelineBuilder *builder, const ChnEvent *event)
{
  ChnRowHead head;
  if (!chn_stage_take_event (&builder->stage, event, &head))
    return;
  head.staged = builder->excerpts ? CHN_STAGED_EXCERPT : 0;
  chn_check_event (&builder->checks, &head);
  chn_stage_keep_event (&builder->stage, &head);
}

gpointer
chn_timeline_builder_get_pending (ChnTimelineBuilder *builder, const ChnPendingKind *kind)
{
  for (guint i = 0; i < builder->pending->len; i++)
    if (g_array_index (builder->pending, Pending, i).kind == kind)
      return g_array_index (builder->pending, Pending, i).data;
  Pending made = { kind, kind->make () };
  g_array_append_val (builder->pending, made);
  return made.data;
}

static void
finish_pending (ChnTimelineBuilder *builder, const ChnRegistry *registry)
{
  for (guint i = 0; i < builder->pending->len; i++) {
    const Pending *pending = &g_array_index (builder->pending, Pending, i);
    pending->kind->finish (pending->data, builder, registry);
  }
  g_array_set_size (builder->pending, 0);
}

void
chn_timeline_builder_take_back (ChnTimelineBuilder *builder, const char *id)
{
  guint32 number = chn_pool_intern (builder->stage.texts, id, -1);
  guint32 found = chn_lookup_find_event (&builder->checks.lookup, number);
  if (found == 0)
    return;
  chn_stage_get_head (&builder->stage, found - 1)->staged |= CHN_STAGED_TAKEN_BACK;
  chn_lookup_forget_event (&builder->checks.lookup, number);
  builder->n_taken_back++;
}

void
chn_timeline_builder_add_source (ChnTimelineBuilder *builder, const ChnSource *source, guint line, guint column)
{
  chn_check_source (&builder->checks, source, line, column);
}

static const char *
get_first_file (const ChnStage *stage)
{
  return stage->origins->len > 0 ? chn_stage_get_file (stage, 0) : NULL;
}

void
chn_timeline_builder_set_whole (ChnTimelineBuilder *builder, const guint *whole)
{
  memcpy (builder->whole, whole, sizeof builder->whole);
}

static void
report_dangling (const ChnDangling *mention, gpointer data)
{
  const ChnStage *stage = data;
  ChnPlace place = { .file = mention->file ? mention->file : get_first_file (stage),
                     .line = mention->line,
                     .column = mention->column };
  if (mention->is_forum)
    chn_fault_add (stage->report, CHN_FAULT_BAD_NAMES, &place, "declare the forum above it under forums",
                   "forum \"%s\" lies below \"%s\", which is no forum", mention->owner, mention->missing);
  else
    chn_fault_add (stage->report, CHN_FAULT_BAD_NAMES, &place, "declare it under actors",
                   "member \"%s\" of \"%s\" is no actor", mention->missing, mention->owner);
}

static void
report_addition (const char *message, const char *hint, const ChnNamePlace *at, gpointer data)
{
  const ChnStage *stage = data;
  ChnPlace place = { .file = at->file, .line = at->line, .column = at->column };
  chn_fault_add (stage->report, CHN_FAULT_BAD_NAMES, &place, hint, "%s", message);
}

static void
report_nobody (const char *id, const ChnNamePlace *at, gpointer data)
{
  g_autofree char *message = g_strdup_printf ("no actor or forum has the id \"%s\"", id);
  report_addition (message, "declare it under actors or forums", at, data);
}

/* The registry with the timeline's own names on top; NULL where those do not hold together. */
static ChnRegistry *
seal_names (ChnTimelineBuilder *builder)
{
  if (!builder->names)
    return chn_registry_ref (builder->registry);
  chn_registry_builder_make_additions (builder->names, report_addition, &builder->stage);
  chn_registry_builder_give_names (builder->names, report_nobody, &builder->stage);
  chn_registry_builder_drop_dangling (builder->names, report_dangling, &builder->stage);
  g_autoptr (GError) error = NULL;
  ChnRegistry *registry = chn_registry_builder_seal (g_steal_pointer (&builder->names), &error);
  if (registry)
    return registry;
  ChnPlace place = { .file = get_first_file (&builder->stage) };
  chn_fault_add_error (builder->stage.report, CHN_FAULT_BAD_NAMES, &place, NULL, error);
  return builder->keep_going ? chn_registry_ref (builder->registry) : NULL;
}

ChnTimeline *
chn_timeline_builder_seal (ChnTimelineBuilder *builder, GError **error)
{
  g_autoptr (ChnTimelineBuilder) owned = builder;
  ChnReport *report = owned->stage.report;
  const ChnVocabulary *terms = chn_timeline_builder_get_vocabulary (owned);
  g_autoptr (ChnVocabulary) declared = terms ? chn_vocabulary_ref (terms) : NULL;
  g_autoptr (ChnRegistry) registry = seal_names (owned);
  finish_pending (owned, registry);
  if (owned->n_taken_back > 0)
    chn_checks_take_back (&owned->checks);
  chn_check_headers (&owned->checks);
  chn_check_gather_headers (&owned->checks);
  chn_check_corrections (&owned->checks);
  const ChnVocabulary *vocabulary = registry ? chn_registry_get_vocabulary (registry) : declared;
  chn_check_terms (&owned->checks, vocabulary);
  chn_check_excerpts (&owned->checks, vocabulary);
  chn_check_names (&owned->checks, registry, owned->keep_going);
  chn_check_duplicates (&owned->checks);
  chn_check_uids (&owned->checks);
  if (owned->keep_going)
    chn_checks_leave_out (&owned->checks);
  chn_report_set_lenient (report, FALSE);
  chn_report_sort (report);
  if (chn_report_to_error (report, error))
    return NULL;
  chn_checks_clear (&owned->checks); /* at scale a good part of what is staged */
  ChnTimeline *timeline = chn_seal (&owned->stage, registry);
  memcpy (timeline->whole, owned->whole, sizeof timeline->whole);
  return timeline;
}
