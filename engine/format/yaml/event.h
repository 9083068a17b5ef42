/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/event.h>

#include "format/yaml/keys.h"
#include "model/field-text.h"

/*
 * Fills an event from a mapping, with the position of each value. A value that is there but faulty
 * has been reported; its position is set and its field is left unset.
 */
void chn_yaml_read_event (ChnYamlFaults *faults, const ChnYamlNode *mapping, ChnEvent *event);

/* The parts of an event that have a file of their own. */
void chn_yaml_read_vote (const ChnYamlFaults *faults, const ChnYamlNode *node, ChnEvent *event);
void chn_yaml_read_citations (const ChnYamlFaults *faults, const ChnYamlNode *node, ChnEvent *event);

/* Extras, of an event or of the file: {key: values ...} or [{key: values} ...], values being text or a list of it. */
typedef void (*ChnYamlAddExtra) (const char *key, const char *value, gpointer data);
void chn_yaml_read_extras (const ChnYamlFaults *faults, const ChnYamlNode *node, ChnYamlAddExtra add, gpointer data);

/* Remembers where a value stands. */
void chn_yaml_set_position (ChnEvent *event, ChnField field, guint index, const ChnYamlNode *node);

/* An item that must be text, not empty; reported when not. */
gboolean chn_yaml_check_item (const ChnYamlFaults *faults, const char *what, const ChnYamlNode *item);

/* The items of a list, or the one value that stands for a list of one. */
const ChnYamlNode *chn_yaml_get_items (const ChnYamlNode *node);

/* The next of such items. */
const ChnYamlNode *chn_yaml_next_of (const ChnYamlNode *node, const ChnYamlNode *item);

/* A whole number within a range; FALSE when it is not, which is reported. */
gboolean chn_yaml_read_number (const ChnYamlFaults *faults, const ChnYamlNode *node, ChnFieldRange range,
                               guint *number);
