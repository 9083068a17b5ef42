/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/office.h"

/* The functions of ChnOfficePlugin of these names. */
GBytes *office_package_write (const ChnPackagePart *parts, guint n);
ChnHouseTemplate *office_house_read (GBytes *bytes, gsize most, const char *const *styles, ChnOfficeFault *fault);
void office_house_free (ChnHouseTemplate *house);
