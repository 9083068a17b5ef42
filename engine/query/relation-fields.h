/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/*
 * The rows of the field table for relations: for each type of the vocabulary its name and how the
 * target sees it, each directly and, with a "+", through any number of steps.
 */
// clang-format off
#define RELATION_ROW(row, name, note, steps)                                                                         \
  row (name, "an event, @id", note steps, "so stated", "so stated", 0, 0, chn_bind_relation, chn_match_events, \
       chn_narrow_events)

#define RELATION(row, name, note)                                                                                    \
  RELATION_ROW (row, name, note, "")                                                                                 \
  RELATION_ROW (row, name "+", note, ", in any number of steps")

#define RELATION_FIELDS(row)                                                                                         \
  row ("trail", "an event, @id", "its paper trail",                                                                  \
       "the event, all that led to it and all that followed from it, and what is related otherwise",                 \
       "the event and what is directly related to it", 0, 0, chn_bind_trail, chn_match_events, chn_narrow_events)    \
  RELATION (row, "related-to", "events with some connection to it, stated of either")                                \
  RELATION (row, "responds-to", "events that reply or react to it")                                                  \
  RELATION (row, "answered-by", "events that it replies or reacts to")                                               \
  RELATION (row, "implements", "events that carry out what it decided")                                              \
  RELATION (row, "implemented-by", "events whose decision it carries out")                                           \
  RELATION (row, "cites", "events that refer to it or its document")                                                 \
  RELATION (row, "cited-by", "events to which it refers")                                                            \
  RELATION (row, "leads-to", "events that brought it about")                                                         \
  RELATION (row, "follows-from", "events that it brought about")                                                     \
  RELATION (row, "extends", "events that add to it")                                                                 \
  RELATION (row, "extended-by", "events to which it adds")                                                           \
  RELATION (row, "amends", "events that propose or make changes to it")                                              \
  RELATION (row, "amended-by", "events to whose text it proposes or makes changes")                                  \
  RELATION (row, "revises", "events that replace its text")                                                          \
  RELATION (row, "revised-by", "events whose text it replaces")                                                      \
  RELATION (row, "adopts", "events that adopt it")                                                                   \
  RELATION (row, "adopted-by", "events that it adopts")                                                              \
  RELATION (row, "requested-by", "events that take place because it asked for them")                                 \
  RELATION (row, "requested", "events that asked for it")                                                            \
  RELATION (row, "presents", "events that present, transmit or publish it")                                          \
  RELATION (row, "presented-by", "events that it presents, transmits or publishes")                                  \
  RELATION (row, "announces", "events that said it would take place")                                                \
  RELATION (row, "announced-by", "events that it said would take place")                                             \
  RELATION (row, "succeeds", "events that take its place")                                                           \
  RELATION (row, "succeeded-by", "events whose place it takes")                                                      \
  RELATION (row, "part-of", "events that belong to it")                                                              \
  RELATION (row, "comprises", "events to which it belongs")
// clang-format on
