/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/api.h>

G_BEGIN_DECLS

/*
 * What a paper trail or a count is as a picture, before it is laid out: plain values, which whoever has made the
 * trail or the count fills in. All texts are UTF-8 as sources have them; drawing makes them safe to show. What a
 * structure points at belongs to the caller and must live until the picture is written.
 */

/**
 * CHN_LEGIBLE_SCALE:
 *
 * Text that is smaller than this share of its usual height is no longer easily read.
 */
#define CHN_LEGIBLE_SCALE 0.7

/**
 * ChnDiagramHead:
 * @title: stands on top
 * @subtitle: a paragraph below it
 * @description: all that the picture shows, in words, for those who cannot see it
 * @language: (nullable): BCP 47, %NULL for English
 *
 * What is said of a picture.
 */
typedef struct {
  const char *title;
  const char *subtitle;
  const char *description;
  const char *language;
} ChnDiagramHead;

/**
 * ChnTrailStop:
 * @id: (nullable): the event's id; %NULL for several that are folded into one stop
 * @target: (nullable): an address where it leads, which is left out unless it is safe
 * @day: its date in words
 * @title: what happened
 * @kind: (nullable): the name of its kind, from which its mark follows
 * @begin: when it begins, in civil seconds since 1970; %G_MININT64 where that is not known
 * @n_folded: how many events it stands for
 * @is_asked: the trail is this event's
 * @is_planned: it has not taken place yet
 * @is_off: it was cancelled or not held
 * @more: (nullable): what is said below it besides its relations: "more follows"
 *
 * One event of a trail, or several that are folded into one.
 */
typedef struct {
  const char *id;
  const char *target;
  const char *day;
  const char *title;
  const char *kind;
  gint64 begin;
  guint n_folded;
  gboolean is_asked;
  gboolean is_planned;
  gboolean is_off;
  const char *more;
} ChnTrailStop;

/**
 * ChnTrailArrow:
 * @to: the stop at which it ends
 * @label: how that stop is related to where the arrow begins: "responds to 7 February 2014"
 * @is_citation: which binds less than other relations
 * @from: (array length=n_from): the earlier stops from which it comes
 * @n_from: how many
 *
 * Relations of one kind, which end at one stop.
 */
typedef struct {
  guint to;
  const char *label;
  gboolean is_citation;
  const guint *from;
  guint n_from;
} ChnTrailArrow;

/**
 * ChnTrailDiagram:
 * @head: what is said of it
 * @stop: (array length=n_stops): its events, oldest first
 * @n_stops: how many
 * @arrow: (array length=n_arrows): their relations, in the order of the stops at which they end
 * @n_arrows: how many
 *
 * A paper trail, to be drawn.
 */
typedef struct {
  ChnDiagramHead head;
  const ChnTrailStop *stop;
  guint n_stops;
  const ChnTrailArrow *arrow;
  guint n_arrows;
} ChnTrailDiagram;

/**
 * ChnChartValue:
 * @label: as it is shown
 * @ordinal: of a scale, which step it is: what lies between two values is left empty between them
 * @is_apart: it stands for what has no value, or an imprecise one, and is no part of the scale
 * @n: events that have it, each once
 *
 * One value of a key.
 */
typedef struct {
  const char *label;
  gint64 ordinal;
  gboolean is_apart;
  guint n;
} ChnChartValue;

/**
 * ChnChartKey:
 * @name: what is counted by
 * @is_scale: its values are steps, such as years
 * @period: of a scale, the number of steps after which labels look round: 10 for years, 12 for months
 * @value: (array length=n): its values, in order
 * @n: how many
 *
 * What is counted by.
 */
typedef struct {
  const char *name;
  gboolean is_scale;
  guint period;
  const ChnChartValue *value;
  guint n;
} ChnChartKey;

/**
 * ChnChartCell:
 * @at: of each key the index of its value
 * @n: events
 * @n_possibly: those of them that only possibly belong here
 * @n_unknown: events beside them of which it is not known whether they do
 * @note: its numbers as they stand beside a bar: "12 (2 possibly)"
 * @amount: (nullable): as many as there are measures; NaN for what is not known
 *
 * A count.
 */
typedef struct {
  guint at[2];
  guint n;
  guint n_possibly;
  guint n_unknown;
  const char *note;
  const double *amount;
} ChnChartCell;

/**
 * ChnChartMeasure:
 * @label: as it is shown
 * @ballot: "yes", "no", "abstain" or "not-voting"
 * @is_average: of votes; else their sum
 * @is_share: an average in percent, at most 100
 *
 * What is added up.
 */
typedef struct {
  const char *label;
  const char *ballot;
  gboolean is_average;
  gboolean is_share;
} ChnChartMeasure;

/**
 * ChnChart:
 * @head: what is said of it
 * @n_keys: 1 or 2
 * @key: the keys
 * @cell: (array length=n_cells): the counts, by the first key, then the second
 * @n_cells: how many
 * @measure: (array length=n_measures): what is drawn instead of the number of events, where there is something
 * @n_measures: how many
 * @n_all: events, each once
 *
 * A count, to be drawn: one key as bars, two as a heat map, sums of ballots as bands.
 */
typedef struct {
  ChnDiagramHead head;
  guint n_keys;
  ChnChartKey key[2];
  const ChnChartCell *cell;
  guint n_cells;
  const ChnChartMeasure *measure;
  guint n_measures;
  guint n_all;
} ChnChart;

G_END_DECLS
