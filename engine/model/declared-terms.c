/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What may be declared as a term of one's own, and what a declaration leaves to be understood:
 *
 *   name       = lower-case letter *( lower-case letter / digit / "-" )
 *   label      = one line of text            not said: the name, with blanks
 *   inverse    = words of letters, digits and hyphens, "rebutted by": with hyphens it is a field of queries
 *   direction  = "none" / "earlier" / "later" / "around"
 */
#include "model/declared-terms.h"

#include <string.h>

#include "base/error.h"
#include "base/suggest.h"
#include "model/own-term.h"
#include "model/slug.h"

/* Fields of queries and keys of counting, but for those that roles and relations give, and words between terms. */
static const char *const reserved[] = {
  "date",       "year",       "before",    "after",      "during",     "overlaps", "begins",   "ends",      "within",
  "revised",    "forum",      "actor",     "member",     "kind",       "symbol",   "vote",     "yes",       "no",
  "abstain",    "veto",       "status",    "tag",        "source",     "says",     "disputed", "confirmed", "partial",
  "single",     "importance", "precision", "confidence", "place",      "series",   "id",       "nth",       "trail",
  "title",      "text",       "is",        "maybe",      "quarter",    "month",    "decade",   "method",    "result",
  "not-voting", "and",        "or",        "not",        "visibility", "absent",   "agree",    "split",     "margin",
  "share",      "agreement",  "vote-of",   NULL,
};

static const char *const order_names[] = {
  [CHN_ORDER_NONE] = "none",
  [CHN_ORDER_TARGET_EARLIER] = "earlier",
  [CHN_ORDER_TARGET_LATER] = "later",
  [CHN_ORDER_TARGET_AROUND] = "around",
};

const char *const *
chn_vocabulary_get_reserved (void)
{
  return reserved;
}

const char *
chn_order_get_name (ChnOrder order)
{
  g_return_val_if_fail ((guint) order < G_N_ELEMENTS (order_names), NULL);
  return order_names[order];
}

/* A declaration while it is made a term. */
typedef struct {
  ChnVocabulary *vocabulary;
  const ChnTermDeclaration *declaration;
  ChnArena *arena; /* of the texts of the term */
  ChnOwnTerm own;
} Making;

static const char *
get_noun (const Making *making)
{
  return chn_vocabulary_get_name (making->declaration->vocabulary);
}

static gboolean
is_word (const char *text, const char *further)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
  gsize n = strspn (text, letters);
  while (text[n] && strchr (further, text[n]))
    n += 1 + strspn (text + n + 1, letters);
  return g_ascii_islower (text[0]) && text[n] == '\0' && n <= CHN_SLUG_MAX && text[n - 1] != '-' &&
         text[n - 1] != ' ';
}

static gboolean
check_name (const Making *making, GError **error)
{
  const char *name = making->declaration->name;
  if (is_word (name, ""))
    return TRUE;
  g_autofree char *near = chn_slug_dup_near (name);
  if (near)
    g_strdelimit (near, ".", '-');
  g_autofree char *hint = near && is_word (near, "") ? g_strdup_printf ("write \"%s\"", near) : NULL;
  chn_error_set (error, CHN_ERROR_SYNTAX, hint ? hint : "write lower-case letters and digits, joined by hyphens",
                 "\"%s\" is no name of a %s", name, get_noun (making));
  return FALSE;
}

/* What a query would have as two fields. A kind is none. */
typedef struct {
  ChnVocabularyId id;
  const ChnTerm *term;
  gboolean is_inverse;
} Taken;

static gboolean
is_field (const char *text, const char *field)
{
  for (; *text && (*text == *field || (*text == ' ' && *field == '-')); text++)
    field++;
  return *text == *field;
}

static gboolean
find_taken (const ChnVocabulary *vocabulary, const char *field, Taken *taken)
{
  static const ChnVocabularyId ids[] = { CHN_VOCABULARY_ROLE, CHN_VOCABULARY_RELATION };
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    for (guint value = 0; value < chn_vocabulary_count (vocabulary, ids[i]); value++) {
      const ChnTerm *term = chn_vocabulary_get_term (vocabulary, ids[i], value);
      gboolean is_inverse = term->inverse && is_field (term->inverse, field);
      *taken = (Taken){ ids[i], term, is_inverse };
      if (is_inverse || strcmp (term->name, field) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_reserved (const Making *making, const char *field, GError **error)
{
  if (!g_strv_contains (reserved, field))
    return TRUE;
  chn_error_set (error, CHN_ERROR_CONFLICT, "choose another name", "\"%s\" is a word of queries, and no name of a %s",
                 field, get_noun (making));
  return FALSE;
}

/* A role or relation is a field of queries, and no field has two meanings. */
static gboolean
check_field (const Making *making, const char *text, GError **error)
{
  Taken taken;
  g_autofree char *field = g_strdelimit (g_strdup (text), " ", '-');
  if (!check_reserved (making, field, error))
    return FALSE;
  if (making->declaration->vocabulary == CHN_VOCABULARY_KIND || !find_taken (making->vocabulary, field, &taken))
    return TRUE;
  if (taken.is_inverse)
    chn_error_set (error, CHN_ERROR_CONFLICT, "choose another name", "\"%s\" is the inverse of \"%s\" already", text,
                   taken.term->name);
  else
    chn_error_set (error, CHN_ERROR_CONFLICT, "choose another name", "\"%s\" is a %s already", text,
                   chn_vocabulary_get_name (taken.id));
  return FALSE;
}

static gboolean
find_nearest (Making *making, GError **error)
{
  const ChnTermDeclaration *declaration = making->declaration;
  if (!declaration->nearest)
    return TRUE;
  g_autoptr (GError) inner = NULL;
  int nearest = chn_vocabulary_find (declaration->vocabulary, declaration->nearest, -1, &inner);
  if (nearest < 0)
    chn_error_reword (error, inner, "the nearest of \"%s\" is one of the known terms, not \"%s\"", declaration->name,
                      declaration->nearest);
  making->own.nearest = (guint) MAX (nearest, 0);
  return nearest >= 0;
}

static const char *
get_order_name (gconstpointer table, guint index)
{
  const char *const *names = table;
  return index < G_N_ELEMENTS (order_names) ? names[index] : NULL;
}

static gboolean
find_order (Making *making, GError **error)
{
  const char *direction = making->declaration->direction;
  const ChnTerm *nearest = chn_vocabulary_get_term (NULL, making->declaration->vocabulary, making->own.nearest);
  making->own.term.order = nearest->order;
  for (guint i = 0; direction && i < G_N_ELEMENTS (order_names); i++)
    if (strcmp (order_names[i], direction) == 0) {
      making->own.term.order = (ChnOrder) i;
      return TRUE;
    }
  if (!direction)
    return TRUE;
  chn_error_set (error, CHN_ERROR_UNKNOWN, NULL,
                 "the direction of \"%s\" says where in time its target stands, which cannot be \"%s\"",
                 making->declaration->name, direction);
  chn_error_suggest (error, &(ChnNameTable){ get_order_name, order_names, NULL }, direction, -1);
  return FALSE;
}

static gboolean
find_inverse (Making *making, GError **error)
{
  const ChnTermDeclaration *declaration = making->declaration;
  if (!declaration->inverse && making->own.term.order != CHN_ORDER_NONE) {
    chn_error_set (error, CHN_ERROR_SYNTAX, "add inverse: and how the target sees it, as \"answered by\"",
                   "\"%s\" has a direction, and needs an inverse", declaration->name);
    return FALSE;
  }
  g_autofree char *inverse = g_strdup (declaration->inverse ? declaration->inverse : declaration->name);
  if (!declaration->inverse)
    g_strdelimit (inverse, "-", ' ');
  if (!is_word (inverse, " ")) {
    chn_error_set (error, CHN_ERROR_SYNTAX, "write words in lower case, as \"answered by\"",
                   "\"%s\" is no inverse of a relation", inverse);
    return FALSE;
  }
  making->own.term.inverse = chn_arena_strndup (making->arena, inverse, -1);
  return TRUE;
}

/* What a relation says beside what every term says. */
static gboolean
take_relation (Making *making, GError **error)
{
  const ChnTermDeclaration *declaration = making->declaration;
  if (declaration->vocabulary == CHN_VOCABULARY_RELATION)
    return find_order (making, error) && find_inverse (making, error);
  if (!declaration->inverse && !declaration->direction)
    return TRUE;
  chn_error_set (error, CHN_ERROR_SYNTAX, "leave it out", "a %s has no %s", get_noun (making),
                 declaration->inverse ? "inverse" : "direction");
  return FALSE;
}

static gboolean
check_lines (const Making *making, GError **error)
{
  const char *texts[] = { making->declaration->label, making->declaration->note };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] && (texts[i][0] == '\0' || strpbrk (texts[i], "\n\r\t"))) {
      chn_error_set (error, CHN_ERROR_SYNTAX, "write one line", "the %s of \"%s\" is no line of text",
                     i == 0 ? "label" : "note", making->declaration->name);
      return FALSE;
    }
  return TRUE;
}

static void
take_texts (Making *making)
{
  const ChnTermDeclaration *declaration = making->declaration;
  ChnArena *arena = making->arena;
  char *label = chn_arena_strndup (arena, declaration->label ? declaration->label : declaration->name, -1);
  if (!declaration->label) {
    g_strdelimit (label, "-", ' ');
    label[0] = g_ascii_toupper (label[0]);
  }
  making->own.term.label = label;
  making->own.term.name = chn_arena_strndup (arena, declaration->name, -1);
  making->own.term.note = chn_arena_strndup (arena, declaration->note ? declaration->note : "", -1);
}

/* What differs, as "label "A" there, "B" here"; NULL where nothing does. */
static char *
dup_difference (ChnVocabularyId id, const ChnOwnTerm *there, const ChnOwnTerm *here)
{
  const struct {
    const char *what, *there, *here;
  } rows[] = {
    { "label", there->term.label, here->term.label },
    { "note", there->term.note, here->term.note },
    { "nearest", chn_vocabulary_get_term_name (id, there->nearest),
      chn_vocabulary_get_term_name (id, here->nearest) },
    { "inverse", there->term.inverse, here->term.inverse },
    { "direction", order_names[there->term.order], order_names[here->term.order] },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_strcmp0 (rows[i].there, rows[i].here) != 0)
      return g_strdup_printf ("%s \"%s\" there, \"%s\" here", rows[i].what, rows[i].there, rows[i].here);
  return NULL;
}

/* Known, declared alike, or declared otherwise, which is an error. */
static int
settle_taken (const Making *making, guint value, GError **error)
{
  const ChnTermDeclaration *declaration = making->declaration;
  const ChnOwnTerm *there = chn_vocabulary_get_own (making->vocabulary, declaration->vocabulary, value);
  g_autofree char *difference = there ? dup_difference (declaration->vocabulary, there, &making->own) : NULL;
  if (there && !difference)
    return (int) value;
  if (there)
    chn_error_set (error, CHN_ERROR_CONFLICT, "declare both alike, or choose another name", "%s", difference);
  else
    chn_error_set (error, CHN_ERROR_CONFLICT, "leave the declaration out, or choose another name",
                   "every timeline has the %s \"%s\"", get_noun (making), declaration->name);
  return -1;
}

static gboolean
check_fields (const Making *making, GError **error)
{
  const ChnTerm *term = &making->own.term;
  if (!check_field (making, term->name, error))
    return FALSE;
  return !term->inverse || is_field (term->inverse, term->name) || check_field (making, term->inverse, error);
}

int
chn_vocabulary_declare (ChnVocabulary *vocabulary, const ChnTermDeclaration *declaration, GError **error)
{
  g_return_val_if_fail (chn_vocabulary_is_open (declaration->vocabulary), -1);
  g_autoptr (ChnArena) arena = chn_arena_new ();
  Making making = { .vocabulary = vocabulary, .declaration = declaration, .arena = arena };
  if (!check_name (&making, error) || !check_lines (&making, error) || !find_nearest (&making, error) ||
      !take_relation (&making, error))
    return -1;
  take_texts (&making);
  int taken = chn_vocabulary_find_term (vocabulary, declaration->vocabulary, declaration->name, -1, NULL);
  if (taken >= 0)
    return settle_taken (&making, (guint) taken, error);
  if (!check_fields (&making, error))
    return -1;
  int value = chn_vocabulary_add_own (vocabulary, declaration->vocabulary, &making.own);
  if (value < 0)
    chn_error_set (error, CHN_ERROR_LIMIT, "declare fewer", "more than %u %s are declared",
                   chn_vocabulary_get_most_declared (declaration->vocabulary),
                   chn_vocabulary_get_plural (declaration->vocabulary));
  return value;
}

gboolean
chn_vocabulary_get_declaration (const ChnVocabulary *vocabulary, ChnVocabularyId id, guint value,
                                ChnTermDeclaration *declaration)
{
  const ChnOwnTerm *own = chn_vocabulary_get_own (vocabulary, id, value);
  if (!own)
    return FALSE;
  gboolean is_relation = id == CHN_VOCABULARY_RELATION;
  *declaration = (ChnTermDeclaration){ .vocabulary = id,
                                       .name = own->term.name,
                                       .label = own->term.label,
                                       .note = own->term.note[0] ? own->term.note : NULL,
                                       .nearest = chn_vocabulary_get_term_name (id, own->nearest),
                                       .inverse = is_relation ? own->term.inverse : NULL,
                                       .direction = is_relation ? order_names[own->term.order] : NULL };
  return TRUE;
}
