/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/registry.h>

#include "format/yaml/keys.h"

/*
 * An alias as it stands in a list: FALSE where it has no name, which has been reported. Its texts are the node's; its
 * date is the caller's, to be let go with chn_date_unref().
 */
gboolean chn_yaml_read_alias (const ChnYamlFaults *faults, const ChnYamlNode *item, ChnAlias *alias);

/* A date or interval; NULL for what is none, which is reported. */
ChnDate *chn_yaml_read_term (const ChnYamlFaults *faults, const ChnYamlNode *value);

/* Whether a confidence is "recalled"; reported where it is neither that nor "attested". */
gboolean chn_yaml_read_recalled (const ChnYamlFaults *faults, const ChnYamlNode *value);
