/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Packages, which the plugin "package" writes: ZIP archives of named parts (ECMA-376, part 2). */

typedef struct {
  const char *name; /* "word/document.xml" */
  const char *bytes;
  gsize length;
} ChnPackagePart;

/* Rises with each change of the table. */
enum { CHN_PACKAGE_VERSION = 1 };

typedef struct {
  guint version;
  /*
   * The archive of the parts, in their order. The same parts give the same bytes at any time and place: none has a
   * date or an owner. NULL where memory is short.
   */
  GBytes *(*write) (const ChnPackagePart *parts, guint n);
} ChnPackagePlugin;

/* The plugin; NULL with an error where it cannot be loaded. Safe from any thread. */
const ChnPackagePlugin *chn_package_open (GError **error);
