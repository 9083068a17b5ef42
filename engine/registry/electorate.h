/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/registry.h>

/* The group whose members alone vote in a forum, or NULL where the registry has no such group. */
const ChnActor *chn_forum_get_electorate (const ChnForum *forum, const ChnRegistry *registry);
