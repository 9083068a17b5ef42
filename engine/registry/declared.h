/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/registry.h>

/*
 * What a builder has so far, over its base: only actors and forums of a given id are to be asked for, since nothing
 * else is ready before it is sealed.
 */
const ChnRegistry *chn_registry_builder_get_declared (const ChnRegistryBuilder *builder);

/* The terms that are declared so far, the base's among them, to which others are added. */
ChnVocabulary *chn_registry_builder_get_vocabulary (ChnRegistryBuilder *builder);

/*
 * Whether what is declared from now on is for several timelines. A timeline's own names go before these: nobody's
 * chronology is to become ambiguous by whom its reader knows.
 */
void chn_registry_builder_set_shared (ChnRegistryBuilder *builder, gboolean is_shared);
