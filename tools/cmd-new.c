/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery new: a commented timeline to start from, and a registry beside it. */
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "data-folder.h"
#include "usage.h"

static const char timeline_text[] =
    "# yaml-language-server: $schema=%s\n"
    "# A chronology: what happened, when, and how it is known. \"chancery help files\" explains the keys,\n"
    "# \"chancery -f %s check\" finds mistakes, and \"chancery -f %s list\" shows the events.\n"
    "timeline: %s\n"
    "title: %s\n"
    "# The clocks that times are by, where they do not say: New York for the United Nations there.\n"
    "zone: America/New_York\n"
    "\n"
    "# What events rest on, each under a key that they cite it by.\n"
    "sources:\n"
    "  charter:\n"
    "    title: Charter of the United Nations\n"
    "    publisher: United Nations\n"
    "    date: 1945-06-26\n"
    "    url: https://www.un.org/en/about-us/un-charter/full-text\n"
    "\n"
    "# Searches that are made again and again: chancery -f %s list @@turning-points\n"
    "queries:\n"
    "  turning-points: importance:5\n"
    "\n"
    "# Events in the order of time. These two are examples: put yours in their place, or add some with\n"
    "#   chancery -f %s add \"2024-09-22 un.ga resolution: The title\" --symbol A/RES/79/1 --source https://…\n"
    "events:\n"
    "  - id: charter-signed\n"
    "    date: 1945-06-26\n"
    "    title: The Charter of the United Nations was signed\n"
    "    kind: treaty-action\n"
    "    place: San Francisco\n"
    "    # A citation may say where in the source, and quote a few words of it.\n"
    "    sources:\n"
    "      - {source: charter, at: Article 111}\n"
    "    importance: 4\n"
    "\n"
    "  - id: charter-in-force\n"
    "    date: 1945-10-24\n"
    "    title: The Charter of the United Nations entered into force\n"
    "    kind: treaty-action\n"
    "    # How it is related to other events: responds-to, implements, leads-to, cites, part-of …\n"
    "    relations: {responds-to: charter-signed}\n"
    "    sources:\n"
    "      # What came out before the event announced it.\n"
    "      - {source: charter, at: Article 110, says: {status: planned}}\n"
    "    importance: 5\n";

static const char registry_text[] =
    "# Actors and forums that the timelines of this folder share, beside those that are known already: \"chancery "
    "actors\"\n"
    "# and \"chancery forums\" list these. Take the # away to declare some.\n"
    "registry: own\n"
    "title: Names of our own\n"
    "actors: {}\n"
    "#  jane-doe: {kind: person, name: Jane Doe}\n"
    "#  contact-group: {kind: group, name: Contact Group, members: [usa, {gbr: 2021/..}]}\n"
    "forums: {}\n"
    "#  un.ga.c3.working-group: {name: Working Group of the Third Committee}\n";

/* "iran-talks" of "Iran talks" and "folder/Iran talks.yaml". */
static char *
dup_id (const char *name)
{
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *plain = g_str_has_suffix (base, ".yaml") ? g_strndup (base, strlen (base) - 5) : g_strdup (base);
  GString *id = g_string_new (NULL);
  for (const char *at = plain; *at; at++) {
    char c = g_ascii_tolower (*at);
    if (g_ascii_isalnum (c))
      g_string_append_c (id, c);
    else if (id->len > 0 && id->str[id->len - 1] != '-')
      g_string_append_c (id, '-');
  }
  while (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  return g_string_free (id, FALSE);
}

/* The name in words; in quotes where YAML would take it otherwise. */
static char *
dup_title (const char *name)
{
  g_autofree char *base = g_path_get_basename (name);
  if (g_str_has_suffix (base, ".yaml"))
    base[strlen (base) - 5] = '\0';
  g_strdelimit (base, "-_", ' ');
  if (g_ascii_isalpha (base[0]) && base[strcspn (base, ":#\"'\\,[]{}")] == '\0')
    return g_strdup (base);
  GString *title = g_string_new ("\"");
  for (const char *at = base; *at; at++)
    g_string_append_printf (title, *at == '"' || *at == '\\' ? "\\%c" : "%c", *at);
  g_string_append_c (title, '"');
  return g_string_free (title, FALSE);
}

/* Where editors find the JSON Schema: beside the bundled timelines, or in the source tree. */
static char *
dup_schema (void)
{
  g_autofree char *data = data_folder_find ();
  g_autofree char *installed = g_build_filename (data, "timeline.schema.json", NULL);
  g_autofree char *source = g_build_filename (data, "..", "docs", "timeline.schema.json", NULL);
  const char *there = g_file_test (installed, G_FILE_TEST_EXISTS) ? installed : source;
  g_autofree char *whole = g_canonicalize_filename (there, NULL);
  return g_filename_to_uri (whole, NULL, NULL);
}

static gboolean
write_new (const char *path, const char *text, GError **error)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return chn_file_replace (path, text, strlen (text), error);
  usage_set_error (error, "%s is there already; choose another name", path);
  return FALSE;
}

static gboolean
write_timeline (const char *name, const char *path, const char *schema, GError **error)
{
  g_autofree char *id = dup_id (name);
  g_autofree char *title = dup_title (name);
  g_autofree char *plain = g_path_get_basename (path);
  g_autofree char *base = strpbrk (plain, " '\"$`\\") ? g_shell_quote (plain) : g_strdup (plain);
  if (!*id) {
    usage_set_error (error, "a name with letters or digits is needed, as in chancery new iran-talks, not \"%s\"",
                     name);
    return FALSE;
  }
  g_autofree char *text = g_strdup_printf (timeline_text, schema, base, base, id, title, base, base);
  return write_new (path, text, error);
}

/* Both files, or none: with the timeline alone nobody could begin again under its name. */
static gboolean
write_registry (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *registry = g_build_filename (folder, "registry.yaml", NULL);
  gboolean is_there = g_file_test (registry, G_FILE_TEST_EXISTS);
  if (!is_there && !write_new (registry, registry_text, error)) {
    g_unlink (path);
    return FALSE;
  }
  fprintf (stderr, "chancery: made %s\n", path);
  if (!is_there)
    fprintf (stderr, "chancery: made %s\n", registry);
  return TRUE;
}

Status
run_new (Program *program, const Arguments *arguments, GError **error)
{
  (void) program;
  const char *const *words = arguments_get_words (arguments);
  if (!words[0] || words[1]) {
    usage_set_error (error, "new what? name one timeline, as in chancery new iran-talks");
    return STATUS_USAGE;
  }
  g_autofree char *path =
      g_str_has_suffix (words[0], ".yaml") ? g_strdup (words[0]) : g_strconcat (words[0], ".yaml", NULL);
  g_autofree char *schema = dup_schema ();
  if (!write_timeline (words[0], path, schema, error))
    return STATUS_USAGE;
  write_registry (path, error);
  return STATUS_DONE;
}
