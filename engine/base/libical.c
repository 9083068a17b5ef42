/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Opens libical when recurrence is first asked about. */
#include "base/libical.h"

#include <dlfcn.h>

#include "base/error.h"

/* The name that a program linked with these headers would ask for. */
#define LIBRARY "libical.so." G_STRINGIFY (CHN_LIBICAL_MAJOR)

#define COUNT_ONE(name) +1
enum { N_FUNCTIONS = 0 CHN_LIBICAL_FUNCTIONS (COUNT_ONE) };

G_STATIC_ASSERT (sizeof (ChnLibical) == N_FUNCTIONS * sizeof (gpointer));

static gpointer
open_library (gpointer unused)
{
  (void) unused;
  static const char *const names[] = {
#define NAME(name) #name,
    CHN_LIBICAL_FUNCTIONS (NAME)
  };
  gpointer handle = dlopen (LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (!handle)
    return NULL;
  gpointer *functions = g_new (gpointer, N_FUNCTIONS);
  for (guint i = 0; i < N_FUNCTIONS; i++)
    if (!(functions[i] = dlsym (handle, names[i]))) {
      g_free (functions);
      dlclose (handle);
      return NULL;
    }
  return functions;
}

const ChnLibical *
chn_libical_open (GError **error)
{
  static GOnce once = G_ONCE_INIT;
  const ChnLibical *library = g_once (&once, open_library, NULL);
  if (!library)
    chn_error_set (error, CHN_ERROR_UNSUPPORTED, "install libical (Debian's package libical3)",
                   "recurrences need %s, which cannot be opened", LIBRARY);
  return library;
}
