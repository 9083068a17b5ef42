/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Growing documents: runs, and what closes over them. */
#include "document/compose.h"

#include <string.h>

#include "base/arena.h"

struct _ChnComposer {
  ChnArena *arena;
  GArray *runs;       /* ChnRun */
  GArray *paragraphs; /* ChnParagraph */
  GArray *entries;    /* ChnEntry */
  GArray *names;      /* const char * */
  GArray *groups;     /* ChnGroup */
  guint first_run;    /* of the paragraph that grows */
  guint first_paragraph;
  GString *scratch;
};

/* A document with what its texts lie in. */
typedef struct {
  ChnDocument document;
  ChnArena *arena;
} Owned;

ChnComposer *
chn_composer_new (void)
{
  ChnComposer *composer = g_new0 (ChnComposer, 1);
  composer->arena = chn_arena_new ();
  composer->runs = g_array_new (FALSE, FALSE, sizeof (ChnRun));
  composer->paragraphs = g_array_new (FALSE, FALSE, sizeof (ChnParagraph));
  composer->entries = g_array_new (FALSE, FALSE, sizeof (ChnEntry));
  composer->names = g_array_new (FALSE, FALSE, sizeof (char *));
  composer->groups = g_array_new (FALSE, FALSE, sizeof (ChnGroup));
  composer->scratch = g_string_new (NULL);
  return composer;
}

void
chn_composer_free (ChnComposer *composer)
{
  if (!composer)
    return;
  g_clear_pointer (&composer->arena, chn_arena_free);
  g_array_free (composer->runs, TRUE);
  g_array_free (composer->paragraphs, TRUE);
  g_array_free (composer->entries, TRUE);
  g_array_free (composer->names, TRUE);
  g_array_free (composer->groups, TRUE);
  g_string_free (composer->scratch, TRUE);
  g_free (composer);
}

const char *
chn_composer_copy (ChnComposer *composer, const char *text)
{
  return text ? chn_arena_strndup (composer->arena, text, -1) : NULL;
}

gconstpointer
chn_composer_copy_bytes (ChnComposer *composer, gconstpointer bytes, gsize size)
{
  return size > 0 ? chn_arena_memdup (composer->arena, bytes, size) : NULL;
}

void
chn_compose_link (ChnComposer *composer, ChnRunKind kind, const char *text, const char *target)
{
  if (!*text)
    return;
  ChnRun run = { kind, chn_composer_copy (composer, text), chn_composer_copy (composer, target) };
  g_array_append_val (composer->runs, run);
}

void
chn_compose (ChnComposer *composer, ChnRunKind kind, const char *text)
{
  chn_compose_link (composer, kind, text, NULL);
}

void
chn_composef (ChnComposer *composer, ChnRunKind kind, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_string_vprintf (composer->scratch, format, arguments);
  va_end (arguments);
  chn_compose (composer, kind, composer->scratch->str);
}

void
chn_compose_paragraph (ChnComposer *composer, ChnParagraphKind kind)
{
  ChnParagraph paragraph = { kind, { composer->first_run, composer->runs->len - composer->first_run } };
  if (paragraph.runs.n > 0)
    g_array_append_val (composer->paragraphs, paragraph);
  composer->first_run = composer->runs->len;
}

ChnStretch
chn_compose_take_paragraphs (ChnComposer *composer)
{
  ChnStretch taken = { composer->first_paragraph, composer->paragraphs->len - composer->first_paragraph };
  composer->first_paragraph = composer->paragraphs->len;
  return taken;
}

void
chn_compose_entry (ChnComposer *composer, const ChnEntry *entry)
{
  g_array_append_vals (composer->entries, entry, 1);
  g_array_index (composer->groups, ChnGroup, composer->groups->len - 1).entries.n++;
}

void
chn_compose_name (ChnComposer *composer, ChnStretch *names, const char *name)
{
  if (names->n == 0)
    names->first = composer->names->len;
  for (guint i = 0; i < names->n; i++)
    if (strcmp (g_array_index (composer->names, const char *, names->first + i), name) == 0)
      return;
  const char *copy = chn_composer_copy (composer, name);
  g_array_append_val (composer->names, copy);
  names->n++;
}

void
chn_compose_group (ChnComposer *composer, const char *title, guint level)
{
  ChnGroup group = { chn_composer_copy (composer, title), level, { composer->entries->len, 0 } };
  g_array_append_val (composer->groups, group);
}

/* An array's elements, for the document to keep. */
static gpointer
steal (GArray **array)
{
  return g_array_free (g_steal_pointer (array), FALSE);
}

ChnDocument *
chn_composer_finish (ChnComposer *composer, const ChnDocument *document)
{
  Owned *owned = g_new0 (Owned, 1);
  owned->document = *document;
  owned->document.n_groups = composer->groups->len;
  owned->document.n_entries = composer->entries->len;
  owned->document.n_paragraphs = composer->paragraphs->len;
  owned->document.run = steal (&composer->runs);
  owned->document.paragraph = steal (&composer->paragraphs);
  owned->document.entry = steal (&composer->entries);
  owned->document.name = steal (&composer->names);
  owned->document.group = steal (&composer->groups);
  owned->arena = g_steal_pointer (&composer->arena);
  g_string_free (composer->scratch, TRUE);
  g_free (composer);
  return &owned->document;
}

void
chn_document_free (ChnDocument *document)
{
  Owned *owned = (Owned *) document;
  if (!owned)
    return;
  g_free ((gpointer) document->run);
  g_free ((gpointer) document->paragraph);
  g_free ((gpointer) document->entry);
  g_free ((gpointer) document->name);
  g_free ((gpointer) document->group);
  chn_arena_free (owned->arena);
  g_free (owned);
}
