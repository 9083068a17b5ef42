/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/yaml/fault.h"

#include <chancery/limits.h>

typedef enum {
  CHN_YAML_FAULTY = 0, /* already reported: to be passed over in silence */
  CHN_YAML_TEXT = 1 << 0,
  CHN_YAML_LIST = 1 << 1,
  CHN_YAML_MAPPING = 1 << 2,
} ChnYamlKind;

/* A value with its place. */
typedef struct _ChnYamlNode ChnYamlNode;
struct _ChnYamlNode {
  ChnYamlKind kind;
  guint line;       /* 1-based */
  guint column;     /* 1-based, in characters */
  const char *text; /* of a text; ends in NUL */
  gsize length;
  guint inset;        /* characters before the text itself: 1 for a quote */
  gsize span;         /* characters between its marks when both are on one line, else 0 */
  guint n;            /* items of a list, pairs of a mapping */
  ChnYamlNode *first; /* of a list, or of a mapping, where keys and values alternate */
  ChnYamlNode *next;
  guint size;         /* nodes, those of aliases included */
  const char *anchor; /* while it is being made */
  ChnYamlNode *parent;
  ChnYamlNode *last;
};

/*
 * A cursor over a YAML file. Large collections are entered and read piece by piece; each piece is
 * a small tree of nodes, valid until the next key or item is asked for. Faults of the YAML itself
 * go to the report; the keys of every mapping are texts, and differ.
 */
typedef struct _ChnYaml ChnYaml;

ChnYaml *chn_yaml_new (const char *bytes, gsize length, const ChnYamlFaults *faults, const ChnLimits *limits);
void chn_yaml_free (ChnYaml *yaml);

/* To the root. FALSE when there is none, which has been reported. */
gboolean chn_yaml_begin (ChnYaml *yaml);

/* Reports what stands behind the root. */
void chn_yaml_end (ChnYaml *yaml);

/* Whether reading ended before its time. */
gboolean chn_yaml_is_broken (const ChnYaml *yaml);

/* Enters a list or mapping; when the next value is something else it is read and returned instead. */
const ChnYamlNode *chn_yaml_enter (ChnYaml *yaml, ChnYamlKind kind, gboolean *entered);

/* The next key of the mapping, or item of the list, that was entered last; NULL at its end, which leaves it. */
const ChnYamlNode *chn_yaml_next_key (ChnYaml *yaml);
const ChnYamlNode *chn_yaml_next_item (ChnYaml *yaml);

/* The value of the key; NULL when the rest cannot be read. */
const ChnYamlNode *chn_yaml_read_value (ChnYaml *yaml);
void chn_yaml_skip_value (ChnYaml *yaml);

/* "text", "a list", "a mapping", "nothing" */
const char *chn_yaml_describe (const ChnYamlNode *node);

/* The value of a key of a mapping, or NULL. */
const ChnYamlNode *chn_yaml_get (const ChnYamlNode *mapping, const char *key);

/* How a list or mapping of texts would be written on one line; NULL where it holds anything else. */
char *chn_yaml_dup_flow (const ChnYamlNode *node);

/* Whether just the text, or the text in quotes, stands in the file: then a place inside it can be told. */
gboolean chn_yaml_stands_as_it_is (const ChnYamlNode *node);

/* Reports at a node, or at the place inside a node's text that an error names. */
void chn_yaml_fault (const ChnYamlFaults *faults, const ChnYamlNode *node, ChnYamlFaultCode code, const char *hint,
                     const char *format, ...) G_GNUC_PRINTF (5, 6);
void chn_yaml_fault_error (const ChnYamlFaults *faults, const ChnYamlNode *node, const GError *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnYaml, chn_yaml_free)
