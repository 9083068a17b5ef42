/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How to declare a name that nothing bears, said when somebody reads the error. */
#include "timeline/checks/declaration.h"

#include <string.h>

#include "base/error.h"
#include "model/slug.h"

typedef struct {
  ChnHint *nearest; /* what the name may have been meant for, or NULL */
  gboolean is_forum;
} Declaration;

static void
free_declaration (gpointer data)
{
  Declaration *declaration = data;
  chn_hint_unref (declaration->nearest);
  g_free (declaration);
}

/* A name that has marks of YAML in it stands in quotes. */
static void
append_name (GString *text, const char *name)
{
  gboolean plain = strpbrk (name, ":#[]{},&*!|>'\"%@`\\") == NULL && g_ascii_isalpha (*name);
  g_string_append_printf (text, plain ? "%s" : "\"%s\"", name);
}

/* Ids of forums have dots: one that has them already is one. */
static char *
dup_id (const Declaration *declaration, const char *name)
{
  gboolean is_path = declaration->is_forum && strchr (name, '.') && !strchr (name, ' ');
  char *near = is_path ? g_ascii_strdown (name, -1) : chn_slug_dup_near (name);
  return near ? near : g_strdup ("an-id");
}

static char *
describe (gconstpointer data, const char *name)
{
  const Declaration *declaration = data;
  const char *nearest = chn_hint_get_text (declaration->nearest);
  g_autofree char *id = dup_id (declaration, name);
  GString *text = g_string_new (nearest);
  g_string_append_printf (
      text, "%sto declare it, here or in registry.yaml: %s: {%s: {%sname: ", nearest ? " or, " : "",
      declaration->is_forum ? "forums" : "actors", id, declaration->is_forum ? "" : "kind: person, ");
  append_name (text, name);
  g_string_append (text, "}}");
  return g_string_free (text, FALSE);
}

void
chn_declaration_add_hint (GError *error, const char *name, gboolean is_forum)
{
  if (!g_error_matches (error, CHN_ERROR, CHN_ERROR_UNKNOWN))
    return;
  Declaration *declaration = g_new (Declaration, 1);
  *declaration = (Declaration){ chn_hint_ref (chn_error_peek_hint (error)), is_forum };
  chn_error_take_hint (error, chn_hint_new_deferred (describe, declaration, free_declaration, name, -1));
}
