/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/report.h>

/* What can be wrong with a YAML file as such; each has a stable name in the report. */
typedef enum {
  CHN_YAML_FAULT_ENCODING,      /* not UTF-8, NUL, control character */
  CHN_YAML_FAULT_YAML,          /* what libyaml refuses */
  CHN_YAML_FAULT_LIMIT,         /* larger, deeper or more than a bound */
  CHN_YAML_FAULT_DOCUMENT,      /* empty file, second document, directive */
  CHN_YAML_FAULT_TAG,           /* "!!int" */
  CHN_YAML_FAULT_ALIAS,         /* "*name" without an anchor */
  CHN_YAML_FAULT_MERGE_KEY,     /* "<<" */
  CHN_YAML_FAULT_DUPLICATE_KEY, /* a key given twice */
  CHN_YAML_FAULT_UNKNOWN_KEY,   /* a key that the table lacks */
  CHN_YAML_FAULT_SHAPE,         /* a list where text is expected, and the like */
  CHN_YAML_FAULT_EMPTY,         /* a key without a value */
  CHN_YAML_FAULT_MISSING,       /* a key that must be there */
  CHN_YAML_FAULT_VALUE,         /* a value that its field cannot have */
  CHN_N_YAML_FAULTS,
} ChnYamlFaultCode;

/* Where the faults of one file go. */
typedef struct {
  ChnReport *report;
  const char *file;
  const char *event; /* id of the event that is being read, or NULL */
} ChnYamlFaults;

const char *chn_yaml_fault_get_name (ChnYamlFaultCode code);

void chn_yaml_fault_at (const ChnYamlFaults *faults, guint line, guint column, ChnYamlFaultCode code,
                        const char *hint, const char *format, ...) G_GNUC_PRINTF (6, 7);

/* Bytes of a text that a message shows, for "%.*s". */
int chn_yaml_fit (const char *text);

/* Whether so many faults were found that suggestions for further ones would go unread. */
gboolean chn_yaml_faults_are_many (const ChnYamlFaults *faults);
