/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

#include "suite.h"

/* A small registry, and a builder over it with a report of its own. */
typedef struct {
  ChnRegistry *registry;
  ChnReport *report;
  ChnTimelineBuilder *builder;
  ChnEvent *event;
} Fixture;

static inline void
fixture_add_actor (ChnRegistryBuilder *builder, ChnActorKind kind, const char *id, const char *name,
                   const char *alias, const char *during)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnDate) dates = during ? chn_date_parse (during, -1, NULL) : NULL;
  chn_registry_builder_add_actor (builder, kind, id, name, NULL, &error);
  CHN_ASSERT_NO_ERROR (error);
  if (alias)
    chn_registry_builder_add_actor_alias (builder, id, alias, dates, NULL);
}

static inline ChnRegistry *
fixture_registry_new (void)
{
  static const char *const forums[] = { "un", "un.ga", "un.ga.c3", "un.sc" };
  static const char *const names[] = { "United Nations", "General Assembly", "Third Committee", "Security Council" };
  ChnRegistryBuilder *builder = chn_registry_builder_new (NULL);
  fixture_add_actor (builder, CHN_ACTOR_STATE, "prk", "Democratic People's Republic of Korea", "North Korea", NULL);
  fixture_add_actor (builder, CHN_ACTOR_STATE, "usa", "United States of America", NULL, NULL);
  fixture_add_actor (builder, CHN_ACTOR_STATE, "chn", "China", "Seat of China", "1971-10-25/..");
  fixture_add_actor (builder, CHN_ACTOR_STATE, "twn", "Republic of China", "Seat of China", "../1971-10-24");
  fixture_add_actor (builder, CHN_ACTOR_STATE, "cod", "Democratic Republic of the Congo", "Congo", NULL);
  fixture_add_actor (builder, CHN_ACTOR_STATE, "cog", "Republic of the Congo", "Congo", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (forums); i++)
    chn_registry_builder_add_forum (builder, forums[i], names[i], NULL, NULL);
  chn_registry_builder_add_forum_alias (builder, "un.ga", "Plenary", NULL, NULL);
  chn_registry_builder_add_forum_alias (builder, "un.sc", "Plenary", NULL, NULL);
  g_autoptr (GError) error = NULL;
  ChnRegistry *registry = chn_registry_builder_seal (builder, &error);
  CHN_ASSERT_NO_ERROR (error);
  return registry;
}

static inline void
fixture_init (Fixture *fixture, const ChnLimits *limits)
{
  fixture->registry = fixture_registry_new ();
  fixture->report = chn_report_new ();
  fixture->builder = chn_timeline_builder_new (fixture->registry, fixture->report, limits);
  fixture->event = chn_event_new ();
  chn_timeline_builder_begin (fixture->builder, "a.yaml");
}

static inline void
fixture_clear (Fixture *fixture)
{
  chn_event_free (fixture->event);
  chn_timeline_builder_free (fixture->builder);
  chn_report_free (fixture->report);
  chn_registry_unref (fixture->registry);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

/* Clears the event and sets what every event needs; its position is line 10 times its number. */
static inline ChnEvent *
fixture_begin_event (Fixture *fixture, const char *id, const char *date, guint number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnDate) parsed = chn_date_parse (date, -1, &error);
  CHN_ASSERT_NO_ERROR (error);
  chn_event_clear (fixture->event);
  chn_event_set_text (fixture->event, CHN_FIELD_ID, id, -1);
  chn_event_set_text (fixture->event, CHN_FIELD_TITLE, "A title", -1);
  chn_event_set_date (fixture->event, CHN_FIELD_DATE, parsed);
  chn_event_set_position (fixture->event, CHN_FIELD_ID, 0, 10 * number, 5);
  return fixture->event;
}

static inline void
fixture_add (Fixture *fixture)
{
  chn_timeline_builder_add_event (fixture->builder, fixture->event);
}

static inline void
fixture_add_plain (Fixture *fixture, const char *id, const char *date, guint number)
{
  fixture_begin_event (fixture, id, date, number);
  fixture_add (fixture);
}

static inline void
fixture_add_source (Fixture *fixture, const char *key, const char *title, guint line)
{
  ChnSource source = { { NULL } };
  source.text[CHN_SOURCE_KEY] = key;
  source.text[CHN_SOURCE_TITLE] = title;
  chn_timeline_builder_add_source (fixture->builder, &source, line, 3);
}

/* Seals a builder that is expected to be without fault. */
static inline ChnTimeline *
fixture_seal (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  ChnTimeline *timeline = chn_timeline_builder_seal (g_steal_pointer (&fixture->builder), &error);
  CHN_ASSERT_NO_ERROR (error);
  return timeline;
}

/* Seals a builder that is expected to be refused. */
static inline void
fixture_refuse (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnTimeline) timeline = chn_timeline_builder_seal (g_steal_pointer (&fixture->builder), &error);
  CU_ASSERT_PTR_NULL (timeline);
  CU_ASSERT_PTR_NOT_NULL (error);
}
