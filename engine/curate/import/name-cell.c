/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The names of a cell:
 *
 *   cell  = part *( ( ";" / LF / "|" ) part )
 *   part  = name [ "(" role ")" ] / list
 *   list  = name *( ( "," / "/" / "&" / "and" ) name )
 *
 * A name may have what parts a list in it (Bosnia and Herzegovina; Korea, Republic of): the longest stretch that is
 * one is taken.
 */
#include "curate/import/name-cell.h"

#include <chancery/error.h>
#include <string.h>

#include <chancery/vocabulary.h>

/* Pieces of a list that one name may have. */
enum { LONGEST_NAME = 4, MOST_PIECES = 512 };

typedef enum { TAKES_ACTORS, TAKES_FORUMS, TAKES_WHERE } Taking;

typedef struct {
  const ChnNameLookup *lookup;
  Taking taking;
  guint role;
  ChnEvent *event;
  GString *rest;
} Cell;

/* Two columns may name one by different codes. */
static gboolean
has_actor (const ChnEvent *event, const char *id, guint role)
{
  guint n = 0;
  const ChnParticipation *actors = chn_event_get_actors (event, &n);
  for (guint i = 0; i < n; i++)
    if (actors[i].role == role && strcmp (actors[i].actor, id) == 0)
      return TRUE;
  return FALSE;
}

/* Adds what a name means; FALSE with an error where it means nothing. */
static gboolean
add_name (const Cell *cell, const char *name, gsize length, guint role, GError **error)
{
  const ChnNameLookup *lookup = cell->lookup;
  if (cell->taking == TAKES_ACTORS) {
    const ChnActor *actor = chn_registry_find_actor (lookup->registry, name, (gssize) length, lookup->at, error);
    if (actor && !has_actor (cell->event, chn_actor_get_id (actor), role))
      chn_event_add_actor (cell->event, chn_actor_get_id (actor), -1, role);
    return actor != NULL;
  }
  const ChnForum *forum = chn_registry_find_forum (lookup->registry, name, (gssize) length, lookup->at, error);
  if (forum)
    chn_event_add_item (cell->event, CHN_FIELD_FORUMS, chn_forum_get_id (forum), -1);
  return forum != NULL;
}

static void
append_rest (const Cell *cell, const char *name)
{
  g_string_append_printf (cell->rest, "%s%s", cell->rest->len > 0 ? "; " : "", name);
}

/* A name that nothing bears is declared, or stays as it is beside the fields. */
static void
add_unknown (const Cell *cell, const char *text, gsize length, guint role, const GError *error)
{
  g_autofree char *name = g_strstrip (g_strndup (text, length));
  ChnUnknownNames *unknown = cell->lookup->unknown;
  gboolean is_ambiguous = error && error->code == CHN_ERROR_AMBIGUOUS;
  if (!*name)
    return;
  if (cell->taking == TAKES_WHERE) {
    append_rest (cell, name);
    return;
  }
  g_autofree char *hint = is_ambiguous ? g_strdup (error->message) : g_strdup (chn_error_get_hint (error));
  ChnUnknownKind kind = cell->taking == TAKES_ACTORS ? CHN_UNKNOWN_ACTOR : CHN_UNKNOWN_FORUM;
  const ChnUnknownName *known = chn_unknown_names_add (unknown, kind, name, hint, cell->lookup->registry);
  if (!unknown->is_declaring)
    append_rest (cell, name);
  else if (cell->taking == TAKES_ACTORS)
    chn_event_add_actor (cell->event, known->id, -1, role);
  else
    chn_event_add_item (cell->event, CHN_FIELD_FORUMS, known->id, -1);
}

/* Bytes of what parts a list at this place; 0 where nothing does. */
static gsize
measure_joint (const char *text, const char *at)
{
  static const char *const signs[] = { ",", "/", "&", "+", "、", "،", "，" };
  static const char *const words[] = { " and ", " und ", " et ", " y ", " и ", " و ", "과 ", "와 " };
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (at, signs[i]))
      return strlen (signs[i]);
  for (guint i = 0; at > text && i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strncasecmp (at, words[i], strlen (words[i])) == 0)
      return strlen (words[i]);
  return 0;
}

typedef struct {
  const char *text;
  gsize length;
} Piece;

static GArray *
split (const char *text)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  const char *begin = text;
  for (const char *at = text; *at && pieces->len < MOST_PIECES;) {
    gsize joint = measure_joint (text, at);
    if (joint > 0) {
      Piece piece = { begin, (gsize) (at - begin) };
      g_array_append_val (pieces, piece);
      begin = at + joint;
      at = begin;
      continue;
    }
    at++;
  }
  Piece last = { begin, strlen (begin) };
  g_array_append_val (pieces, last);
  return pieces;
}

/* The role that stands in parentheses at the end, and the bytes before it. */
static gsize
pass_role (const Cell *cell, const char *text, gsize length, guint *role)
{
  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  const char *open = length > 2 && text[length - 1] == ')' ? g_strrstr_len (text, (gssize) length, "(") : NULL;
  if (!open || open == text)
    return length;
  int found = chn_vocabulary_find_term (chn_registry_get_vocabulary (cell->lookup->registry), CHN_VOCABULARY_ROLE,
                                        open + 1, (gssize) length - (open + 1 - text) - 1, NULL);
  if (found < 0)
    return length;
  *role = (guint) found;
  return (gsize) (open - text);
}

/* Adds the longest name that begins with a piece; how many pieces it took. */
static guint
take_longest (const Cell *cell, const GArray *pieces, guint from)
{
  const Piece *first = &g_array_index (pieces, Piece, from);
  for (guint n = MIN (LONGEST_NAME, pieces->len - from); n > 0; n--) {
    const Piece *last = first + n - 1;
    guint role = cell->role;
    gsize length = pass_role (cell, first->text, (gsize) (last->text + last->length - first->text), &role);
    g_autoptr (GError) error = NULL;
    if (length == 0 || add_name (cell, first->text, length, role, n == 1 ? &error : NULL))
      return n;
    if (n == 1)
      add_unknown (cell, first->text, length, role, error);
  }
  return 1;
}

static void
take_part (const Cell *cell, char *part)
{
  guint role = cell->role;
  gsize length = pass_role (cell, part, strlen (part), &role);
  g_autoptr (GError) error = NULL;
  if (length == 0 || add_name (cell, part, length, role, &error))
    return;
  g_autoptr (GArray) pieces = split (part);
  if (pieces->len == 1) {
    add_unknown (cell, part, length, role, error);
    return;
  }
  for (guint i = 0; i < pieces->len;)
    i += take_longest (cell, pieces, i);
}

static void
take (const Cell *cell, const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ";\n|", -1);
  for (char **part = parts; *part; part++)
    if (*g_strstrip (*part))
      take_part (cell, *part);
}

void
chn_name_cell_take_actors (const ChnNameLookup *lookup, const char *text, guint role, ChnEvent *event, GString *rest)
{
  Cell cell = { lookup, TAKES_ACTORS, role, event, rest };
  take (&cell, text);
}

void
chn_name_cell_take_forums (const ChnNameLookup *lookup, const char *text, ChnEvent *event, GString *rest)
{
  Cell cell = { lookup, TAKES_FORUMS, 0, event, rest };
  take (&cell, text);
}

void
chn_name_cell_take_where (const ChnNameLookup *lookup, const char *text, ChnEvent *event, GString *rest)
{
  Cell cell = { lookup, TAKES_WHERE, 0, event, rest };
  take (&cell, text);
}
