/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/**
 * CHN_API:
 *
 * Marks a symbol that libchancery exports. Everything else is hidden.
 */
#if defined(__GNUC__)
#define CHN_API __attribute__ ((visibility ("default")))
#else
#define CHN_API
#endif
