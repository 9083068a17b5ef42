/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/yaml/node.h"

/* One key of a mapping. */
typedef struct {
  const char *name;
  int id;       /* what it sets; several spellings may share one */
  guint shapes; /* ChnYamlKind, or-ed */
  gboolean required;
} ChnYamlKey;

/* The keys that a mapping may have: they drive reading, and the JSON Schema is held against them. */
typedef struct {
  const char *name; /* of the definition in the schema */
  const char *what; /* in messages: "an event" */
  const ChnYamlKey *keys;
  guint n_keys;
} ChnYamlKeys;

/* Sections of a timeline file that are not header fields; the ids follow those of ChnHeaderField. */
typedef enum {
  CHN_SECTION_REGISTRY = 32, /* how a registry file begins */
  CHN_SECTION_ACTORS,
  CHN_SECTION_FORUMS,
  CHN_SECTION_NAMES,
  CHN_SECTION_SOURCES,
  CHN_SECTION_QUERIES,
  CHN_SECTION_EVENTS,
  CHN_SECTION_EXTRA,
  CHN_SECTION_KINDS,
  CHN_SECTION_ROLES,
  CHN_SECTION_RELATIONS,
  CHN_SECTION_FEEDS,
} ChnSection;

typedef enum {
  CHN_NAME_KIND,
  CHN_NAME_NAME,
  CHN_NAME_SHORT,
  CHN_NAME_ISO2,
  CHN_NAME_ISO3,
  CHN_NAME_NUMERIC,
  CHN_NAME_COW,
  CHN_NAME_ALIASES,
  CHN_NAME_MEMBERS,
  CHN_NAME_COVERS,
  CHN_NAME_SUCCESSORS,
  CHN_NAME_DURING,
  CHN_NAME_NOTE,
  CHN_NAME_CONFIDENCE,
  CHN_NAME_NAMED,
  CHN_NAME_LANGUAGE,
  CHN_NAME_ACTOR,
} ChnNameKey;

/* The confidence of a member or name that no source attests; the other one, "attested", goes without saying. */
#define CHN_NAME_RECALLED "recalled"

typedef enum { CHN_TERM_LABEL, CHN_TERM_NEAREST, CHN_TERM_INVERSE, CHN_TERM_DIRECTION, CHN_TERM_NOTE } ChnTermKey;

typedef enum {
  CHN_CITE_SOURCE,
  CHN_CITE_AT,
  CHN_CITE_QUOTE,
  CHN_CITE_NOTE,
  CHN_CITE_SAYS,
  CHN_CITE_VISIBILITY,      /* of quotation and note */
  CHN_CITE_NOTE_VISIBILITY, /* of the note, where it has another */
} ChnCiteKey;

typedef enum {
  CHN_VOTE_YES, /* in the order of ChnBallotKind */
  CHN_VOTE_NO,
  CHN_VOTE_ABSTAIN,
  CHN_VOTE_NOT_VOTING,
  CHN_VOTE_METHOD,
  CHN_VOTE_RESULT,
  CHN_VOTE_TALLY,
  CHN_VOTE_ROLL,
} ChnVoteKey;

extern const ChnYamlKeys chn_yaml_timeline_keys;
extern const ChnYamlKeys chn_yaml_registry_keys;
extern const ChnYamlKeys chn_yaml_event_keys;
extern const ChnYamlKeys chn_yaml_citation_keys;
extern const ChnYamlKeys chn_yaml_vote_keys;
extern const ChnYamlKeys chn_yaml_roll_keys;
extern const ChnYamlKeys chn_yaml_source_keys;
extern const ChnYamlKeys chn_yaml_actor_keys;
extern const ChnYamlKeys chn_yaml_forum_keys;
extern const ChnYamlKeys chn_yaml_actor_addition_keys;
extern const ChnYamlKeys chn_yaml_forum_addition_keys;
extern const ChnYamlKeys chn_yaml_alias_keys;
extern const ChnYamlKeys chn_yaml_member_keys;
extern const ChnYamlKeys chn_yaml_term_keys;
extern const ChnYamlKeys chn_yaml_feed_keys;
extern const ChnYamlKeys chn_yaml_feeds_file_keys;

/* Every table, for the tests. */
const ChnYamlKeys *const *chn_yaml_keys_get_all (guint *n);

/* The first spelling of an id, which the writer uses. */
const char *chn_yaml_keys_get_name (const ChnYamlKeys *keys, int id);

/* Which keys of a mapping were given, by their ids. */
typedef struct {
  guint64 taken;
  guint64 meant; /* those of misspelt keys too */
} ChnYamlGiven;

/*
 * The row of a key, which counts as given from now on. NULL for an unknown key and for another
 * spelling of a given one; that is reported.
 */
const ChnYamlKey *chn_yaml_keys_take (const ChnYamlKeys *keys, const ChnYamlFaults *faults, const ChnYamlNode *key,
                                      ChnYamlGiven *given);

/* Whether a value has a shape that its key takes; reported when not. */
gboolean chn_yaml_key_check (const ChnYamlKey *key, const ChnYamlFaults *faults, const ChnYamlNode *value);

/* Reports required keys that were not given, not even misspelt. */
void chn_yaml_keys_check_missing (const ChnYamlKeys *keys, const ChnYamlFaults *faults, const ChnYamlGiven *given,
                                  guint line, guint column);

typedef void (*ChnYamlVisit) (const ChnYamlKey *key, const ChnYamlNode *value, gpointer data);

/* Visits each pair of a mapping whose key is known and whose value has a fit shape; reports the others. */
void chn_yaml_keys_walk (const ChnYamlKeys *keys, const ChnYamlFaults *faults, const ChnYamlNode *mapping,
                         ChnYamlVisit visit, gpointer data);

typedef void (*ChnYamlSectionFunc) (ChnYaml *yaml, const ChnYamlKey *key, gpointer data);

/* Reads a file that is a mapping of few keys, the first of which it begins with: for each known key `read` reads the
 * value, which comes next; others are reported. */
void chn_yaml_keys_read_file (const ChnYamlKeys *keys, const ChnYamlFaults *faults, ChnYaml *yaml,
                              ChnYamlSectionFunc read, gpointer data);
