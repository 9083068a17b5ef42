/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The keys of a timeline file and of a registry file: one table a mapping. */
#include <chancery/timeline.h>

#include "format/yaml/keys.h"

enum { TEXT = CHN_YAML_TEXT, LIST = CHN_YAML_LIST, MAPPING = CHN_YAML_MAPPING };

static const ChnYamlKey timeline[] = {
  { "timeline", CHN_HEADER_TIMELINE, TEXT, TRUE },        { "title", CHN_HEADER_TITLE, TEXT, FALSE },
  { "summary", CHN_HEADER_SUMMARY, TEXT, FALSE },         { "zone", CHN_HEADER_ZONE, TEXT, FALSE },
  { "domain", CHN_HEADER_DOMAIN, TEXT, FALSE },           { "licence", CHN_HEADER_LICENCE, TEXT, FALSE },
  { "revised", CHN_HEADER_REVISED, TEXT, FALSE },         { "extra", CHN_SECTION_EXTRA, LIST | MAPPING, FALSE },
  { "actors", CHN_SECTION_ACTORS, MAPPING, FALSE },       { "forums", CHN_SECTION_FORUMS, MAPPING, FALSE },
  { "kinds", CHN_SECTION_KINDS, MAPPING, FALSE },         { "roles", CHN_SECTION_ROLES, MAPPING, FALSE },
  { "relations", CHN_SECTION_RELATIONS, MAPPING, FALSE }, { "sources", CHN_SECTION_SOURCES, MAPPING, FALSE },
  { "queries", CHN_SECTION_QUERIES, MAPPING, FALSE },     { "feeds", CHN_SECTION_FEEDS, MAPPING, FALSE },
  { "events", CHN_SECTION_EVENTS, LIST, FALSE },
};

static const ChnYamlKey registry[] = {
  { "registry", CHN_SECTION_REGISTRY, TEXT, TRUE }, { "title", CHN_HEADER_TITLE, TEXT, FALSE },
  { "summary", CHN_HEADER_SUMMARY, TEXT, FALSE },   { "licence", CHN_HEADER_LICENCE, TEXT, FALSE },
  { "actors", CHN_SECTION_ACTORS, MAPPING, FALSE }, { "forums", CHN_SECTION_FORUMS, MAPPING, FALSE },
  { "names", CHN_SECTION_NAMES, MAPPING, FALSE },   { "kinds", CHN_SECTION_KINDS, MAPPING, FALSE },
  { "roles", CHN_SECTION_ROLES, MAPPING, FALSE },   { "relations", CHN_SECTION_RELATIONS, MAPPING, FALSE },
};

static const ChnYamlKey event[] = {
  { "id", CHN_FIELD_ID, TEXT, TRUE },
  { "date", CHN_FIELD_DATE, TEXT, TRUE },
  { "zone", CHN_FIELD_ZONE, TEXT, FALSE },
  { "title", CHN_FIELD_TITLE, TEXT, TRUE },
  { "label", CHN_FIELD_LABEL, TEXT, FALSE },
  { "summary", CHN_FIELD_SUMMARY, TEXT, FALSE },
  { "kind", CHN_FIELD_KIND, TEXT, FALSE },
  { "forums", CHN_FIELD_FORUMS, TEXT | LIST, FALSE },
  { "forum", CHN_FIELD_FORUMS, TEXT | LIST, FALSE },
  { "symbols", CHN_FIELD_SYMBOLS, TEXT | LIST, FALSE },
  { "symbol", CHN_FIELD_SYMBOLS, TEXT | LIST, FALSE },
  { "actors", CHN_FIELD_ACTORS, TEXT | LIST | MAPPING, FALSE },
  { "actor", CHN_FIELD_ACTORS, TEXT | LIST | MAPPING, FALSE },
  { "vote", CHN_FIELD_VOTE, TEXT | MAPPING, FALSE },
  { "place", CHN_FIELD_PLACE, TEXT, FALSE },
  { "status", CHN_FIELD_STATUS, TEXT, FALSE },
  { "confidence", CHN_FIELD_CONFIDENCE, TEXT, FALSE },
  { "importance", CHN_FIELD_IMPORTANCE, TEXT, FALSE },
  { "tags", CHN_FIELD_TAGS, TEXT | LIST, FALSE },
  { "tag", CHN_FIELD_TAGS, TEXT | LIST, FALSE },
  { "series", CHN_FIELD_SERIES, TEXT, FALSE },
  { "nth", CHN_FIELD_NTH, TEXT, FALSE },
  { "repeat", CHN_FIELD_REPEAT, TEXT, FALSE },
  { "relations", CHN_FIELD_RELATIONS, LIST | MAPPING, FALSE },
  { "sources", CHN_FIELD_SOURCES, TEXT | LIST | MAPPING, FALSE },
  { "source", CHN_FIELD_SOURCES, TEXT | LIST | MAPPING, FALSE },
  { "visibility", CHN_FIELD_VISIBILITY, TEXT, FALSE },
  { "ignore", CHN_FIELD_IGNORE, LIST | MAPPING, FALSE },
  { "revised", CHN_FIELD_REVISED, TEXT, FALSE },
  { "extra", CHN_FIELD_EXTRA, LIST | MAPPING, FALSE },
};

static const ChnYamlKey citation[] = {
  { "source", CHN_CITE_SOURCE, TEXT, TRUE },
  { "at", CHN_CITE_AT, TEXT, FALSE },
  { "quote", CHN_CITE_QUOTE, TEXT, FALSE },
  { "note", CHN_CITE_NOTE, TEXT, FALSE },
  { "says", CHN_CITE_SAYS, LIST | MAPPING, FALSE },
  { "visibility", CHN_CITE_VISIBILITY, TEXT, FALSE },
  { "note-visibility", CHN_CITE_NOTE_VISIBILITY, TEXT, FALSE },
};

static const ChnYamlKey vote[] = {
  { "yes", CHN_VOTE_YES, TEXT, FALSE },
  { "no", CHN_VOTE_NO, TEXT, FALSE },
  { "abstain", CHN_VOTE_ABSTAIN, TEXT, FALSE },
  { "not-voting", CHN_VOTE_NOT_VOTING, TEXT, FALSE },
  { "method", CHN_VOTE_METHOD, TEXT, FALSE },
  { "result", CHN_VOTE_RESULT, TEXT, FALSE },
  { "tally", CHN_VOTE_TALLY, TEXT, FALSE },
  { "roll", CHN_VOTE_ROLL, LIST | MAPPING, FALSE },
};

static const ChnYamlKey roll[] = {
  { "yes", CHN_BALLOT_YES, TEXT | LIST, FALSE },
  { "no", CHN_BALLOT_NO, TEXT | LIST, FALSE },
  { "abstain", CHN_BALLOT_ABSTAIN, TEXT | LIST, FALSE },
  { "not-voting", CHN_BALLOT_NOT_VOTING, TEXT | LIST, FALSE },
};

static const ChnYamlKey source[] = {
  { "title", CHN_SOURCE_TITLE, TEXT, FALSE },
  { "author", CHN_SOURCE_AUTHOR, TEXT, FALSE },
  { "publisher", CHN_SOURCE_PUBLISHER, TEXT, FALSE },
  { "date", CHN_SOURCE_DATE, TEXT, FALSE },
  { "url", CHN_SOURCE_URL, TEXT, FALSE },
  { "symbol", CHN_SOURCE_SYMBOL, TEXT, FALSE },
  { "language", CHN_SOURCE_LANGUAGE, TEXT, FALSE },
  { "accessed", CHN_SOURCE_ACCESSED, TEXT, FALSE },
  { "archive", CHN_SOURCE_ARCHIVE, TEXT, FALSE },
  { "note", CHN_SOURCE_NOTE, TEXT, FALSE },
  { "corrects", CHN_SOURCE_CORRECTS, TEXT | LIST, FALSE },
  { "withdraws", CHN_SOURCE_WITHDRAWS, TEXT | LIST, FALSE },
  { "reason", CHN_SOURCE_REASON, TEXT, FALSE },
  { "visibility", CHN_SOURCE_VISIBILITY, TEXT, FALSE },
  { "note-visibility", CHN_SOURCE_NOTE_VISIBILITY, TEXT, FALSE },
};

static const ChnYamlKey actor[] = {
  { "kind", CHN_NAME_KIND, TEXT, TRUE },
  { "name", CHN_NAME_NAME, TEXT, TRUE },
  { "short", CHN_NAME_SHORT, TEXT, FALSE },
  { "iso2", CHN_NAME_ISO2, TEXT, FALSE },
  { "iso3", CHN_NAME_ISO3, TEXT, FALSE },
  { "numeric", CHN_NAME_NUMERIC, TEXT, FALSE },
  { "cow", CHN_NAME_COW, TEXT, FALSE },
  { "aliases", CHN_NAME_ALIASES, TEXT | LIST, FALSE },
  { "covers", CHN_NAME_COVERS, TEXT, FALSE },
  { "members", CHN_NAME_MEMBERS, TEXT | LIST, FALSE },
  { "successors", CHN_NAME_SUCCESSORS, TEXT | LIST, FALSE },
};

static const ChnYamlKey forum[] = {
  { "name", CHN_NAME_NAME, TEXT, TRUE },
  { "short", CHN_NAME_SHORT, TEXT, FALSE },
  { "aliases", CHN_NAME_ALIASES, TEXT | LIST, FALSE },
  { "confidence", CHN_NAME_CONFIDENCE, TEXT, FALSE },
};

static const ChnYamlKey actor_addition[] = {
  { "aliases", CHN_NAME_ALIASES, TEXT | LIST, FALSE },
  { "covers", CHN_NAME_COVERS, TEXT, FALSE },
  { "members", CHN_NAME_MEMBERS, TEXT | LIST, FALSE },
};

static const ChnYamlKey forum_addition[] = {
  { "aliases", CHN_NAME_ALIASES, TEXT | LIST, FALSE },
};

static const ChnYamlKey alias[] = {
  { "name", CHN_NAME_NAME, TEXT, TRUE },          { "during", CHN_NAME_DURING, TEXT, FALSE },
  { "named", CHN_NAME_NAMED, TEXT, FALSE },       { "note", CHN_NAME_NOTE, TEXT, FALSE },
  { "language", CHN_NAME_LANGUAGE, TEXT, FALSE }, { "confidence", CHN_NAME_CONFIDENCE, TEXT, FALSE },
};

static const ChnYamlKey member[] = {
  { "actor", CHN_NAME_ACTOR, TEXT, TRUE },
  { "during", CHN_NAME_DURING, TEXT, FALSE },
  { "note", CHN_NAME_NOTE, TEXT, FALSE },
  { "confidence", CHN_NAME_CONFIDENCE, TEXT, FALSE },
};

static const ChnYamlKey term[] = {
  { "label", CHN_TERM_LABEL, TEXT, FALSE },     { "nearest", CHN_TERM_NEAREST, TEXT, FALSE },
  { "inverse", CHN_TERM_INVERSE, TEXT, FALSE }, { "direction", CHN_TERM_DIRECTION, TEXT, FALSE },
  { "note", CHN_TERM_NOTE, TEXT, FALSE },
};

static const ChnYamlKey feed[] = {
  { "title", CHN_FEED_TITLE, TEXT, FALSE },
  { "query", CHN_FEED_QUERY, TEXT, FALSE },
  { "access", CHN_FEED_ACCESS, TEXT, FALSE },
  { "visibility", CHN_FEED_VISIBILITY, TEXT, FALSE },
  { "color", CHN_FEED_COLOR, TEXT, FALSE },
  { "colour", CHN_FEED_COLOR, TEXT, FALSE },
  { "refresh", CHN_FEED_REFRESH, TEXT, FALSE },
  { "formats", CHN_FEED_FORMATS, TEXT | LIST, FALSE },
  { "format", CHN_FEED_FORMATS, TEXT | LIST, FALSE },
  { "payload", CHN_FEED_PAYLOAD, TEXT, FALSE },
  { "front", CHN_FEED_FRONT, TEXT, FALSE },
};

static const ChnYamlKey feeds_file[] = {
  { "feeds", CHN_SECTION_FEEDS, MAPPING, TRUE },
};

#define KEYS(table, what)                                                                                            \
  {                                                                                                                  \
#table, (what), (table), G_N_ELEMENTS(table)                                                                     \
  }

const ChnYamlKeys chn_yaml_timeline_keys = KEYS (timeline, "a timeline file");
const ChnYamlKeys chn_yaml_registry_keys = KEYS (registry, "a registry file");
const ChnYamlKeys chn_yaml_event_keys = KEYS (event, "an event");
const ChnYamlKeys chn_yaml_citation_keys = KEYS (citation, "the citation of a source");
const ChnYamlKeys chn_yaml_vote_keys = KEYS (vote, "a vote");
const ChnYamlKeys chn_yaml_roll_keys = KEYS (roll, "a roll call");
const ChnYamlKeys chn_yaml_source_keys = KEYS (source, "a source");
const ChnYamlKeys chn_yaml_actor_keys = KEYS (actor, "an actor");
const ChnYamlKeys chn_yaml_forum_keys = KEYS (forum, "a forum");
const ChnYamlKeys chn_yaml_actor_addition_keys =
    KEYS (actor_addition, "what adds to an actor, without kind and name,");
const ChnYamlKeys chn_yaml_forum_addition_keys = KEYS (forum_addition, "what adds to a forum, without name,");
const ChnYamlKeys chn_yaml_alias_keys = KEYS (alias, "an alias");
const ChnYamlKeys chn_yaml_member_keys = KEYS (member, "a member");
const ChnYamlKeys chn_yaml_term_keys = KEYS (term, "a kind, role or relation");
const ChnYamlKeys chn_yaml_feed_keys = KEYS (feed, "a feed");
const ChnYamlKeys chn_yaml_feeds_file_keys = KEYS (feeds_file, "a file of feeds");

static const ChnYamlKeys *const all[] = {
  &chn_yaml_timeline_keys, &chn_yaml_registry_keys,       &chn_yaml_event_keys,          &chn_yaml_citation_keys,
  &chn_yaml_vote_keys,     &chn_yaml_roll_keys,           &chn_yaml_source_keys,         &chn_yaml_actor_keys,
  &chn_yaml_forum_keys,    &chn_yaml_actor_addition_keys, &chn_yaml_forum_addition_keys, &chn_yaml_alias_keys,
  &chn_yaml_member_keys,   &chn_yaml_term_keys,           &chn_yaml_feed_keys,
  &chn_yaml_feeds_file_keys,
};

const ChnYamlKeys *const *
chn_yaml_keys_get_all (guint *n)
{
  *n = G_N_ELEMENTS (all);
  return all;
}
