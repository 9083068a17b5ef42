/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/edit.h"

/* Whoever edits revises: the revision of an event of which something was edited. */
void chn_ical_edit_revision (ChnIcalEdit *edit);
