/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Dates among the words of a query that a person has typed: they become terms, and it is said what they were read as.
 */
#include "query/typed.h"

#include <string.h>

#include "base/error.h"
#include "query/date-phrase.h"
#include "query/field.h"
#include "query/idiom.h"
#include "query/parse.h"
#include "query/wording.h"

/* Words of the longest date that is looked for, and of the longest query in which one is. */
enum { LONGEST_PHRASE = 9, MOST_WORDS = 200 };

typedef struct {
  const char *text;
  const ChnColumns *columns;
  ChnTypedYears years;
  GString *out;
  gsize copied; /* bytes of the text that are in `out` already */
  GString *notes;
  GError **error;
} Typing;

static void
replace (Typing *typing, gsize from, gsize to, const char *term, const char *otherwise)
{
  g_autofree char *typed = g_strndup (typing->text + from, to - from);
  g_string_append_len (typing->out, typing->text + typing->copied, (gssize) (from - typing->copied));
  g_string_append (typing->out, term);
  typing->copied = to;
  g_string_append_printf (typing->notes, "%s\"%s\" is read as %s%s", typing->notes->len > 0 ? "\n" : "", typed, term,
                          otherwise);
}

static gboolean
is_word (const ChnNode *node)
{
  return node->kind == CHN_NODE_TERM && node->rule == chn_query_rule_get_bare () &&
         node->values[0].low.kind == CHN_OPERAND_WORD;
}

/* A term of dates with one plain value, which may go on in the words behind it. */
static gboolean
is_begun_date (const ChnNode *node)
{
  return node->kind == CHN_NODE_TERM && chn_query_rule_takes (node->rule, CHN_TAKES_DATES) && node->n_values == 1 &&
         !node->values[0].is_range && node->values[0].low.kind == CHN_OPERAND_WORD && node->op <= CHN_OP_STRICT;
}

static gboolean
are_neighbours (const char *text, const ChnNode *first, const ChnNode *second)
{
  gsize at = first->place.offset + first->place.length;
  for (gsize blank; at < second->place.offset; at += blank)
    if ((blank = chn_lexer_measure_blank (text + at)) == 0)
      return FALSE;
  return at == second->place.offset;
}

static void
note_month (Typing *typing, const ChnTypedWords *words)
{
  g_autofree char *word = chn_typed_dup_phrase (words);
  if (!chn_date_phrase_is_month (word) || typing->years.first > typing->years.last)
    return;
  g_autofree char *full = g_strdup_printf ("%s %" G_GINT64_FORMAT, word, typing->years.last);
  g_autofree char *date = chn_date_phrase_dup_date (full);
  g_string_append_printf (typing->notes,
                          "%s\"%s\" is searched for as a word; a month is asked for with its year, as in date:%s",
                          typing->notes->len > 0 ? "\n" : "", word, date ? date : "2014-11");
}

/* The longest date that begins with the first of the words; how many it takes, or -1 for an error. */
static int
read_longest (Typing *typing, const ChnTypedWords *run)
{
  for (guint n = MIN (run->n, LONGEST_PHRASE); n > 0; n--) {
    ChnTypedWords words = { run->text, run->words, n, run->before };
    g_autofree char *term = NULL;
    ChnTyped found = chn_typed_read_words (&words, typing->columns, &typing->years, &term, typing->error);
    if (found == CHN_TYPED_ERROR)
      return -1;
    if (found == CHN_TYPED_LEFT)
      continue;
    const ChnPlace *last = &run->words[n - 1];
    replace (typing, run->words[0].offset, last->offset + last->length, term, "; in quotes it is text");
    return (int) n;
  }
  note_month (typing, &(ChnTypedWords){ run->text, run->words, 1, run->before });
  return 0;
}

static gboolean
read_run (Typing *typing, const ChnPlace *words, guint n)
{
  g_autofree char *before = NULL;
  for (guint i = 0; i < n;) {
    ChnTypedWords rest = { typing->text, words + i, n - i, before };
    int taken = read_longest (typing, &rest);
    if (taken < 0)
      return FALSE;
    g_free (before);
    before = taken == 0 ? g_strndup (typing->text + words[i].offset, words[i].length) : NULL;
    i += (guint) MAX (taken, 1);
  }
  return TRUE;
}

/* The date with the field and operator that stand before it; NULL where it is a term of its own. */
static char *
dup_term (const ChnNode *term, const char *said)
{
  if (!g_str_has_prefix (said, "date:"))
    return NULL;
  return g_strconcat (term->rule->field->name, chn_op_get_text (term->op), said + strlen ("date:"), NULL);
}

/* How many words behind a date that has begun belong to it, or -1 for an error. */
static int
finish_date (Typing *typing, const ChnNode *term, const GArray *behind)
{
  const ChnOperand *value = &term->values[0].low;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (ChnPlace));
  g_autofree char *whole = chn_wording_dup_date (value->text);
  g_array_append_val (places, value->place);
  g_array_append_vals (places, behind->data, behind->len);
  for (guint n = whole ? 0 : MIN (behind->len, LONGEST_PHRASE); n > 0; n--) {
    const ChnPlace *all = (const ChnPlace *) (gconstpointer) places->data;
    ChnTypedWords words = { typing->text, all, n + 1, NULL };
    g_autofree char *said = NULL;
    ChnTyped found = chn_typed_read_words (&words, typing->columns, &typing->years, &said, typing->error);
    if (found == CHN_TYPED_ERROR)
      return -1;
    g_autofree char *finished = found == CHN_TYPED_READ ? dup_term (term, said) : NULL;
    if (!finished)
      continue;
    replace (typing, term->place.offset, all[n].offset + all[n].length, finished, "");
    return (int) n;
  }
  return 0;
}

static gboolean read_node (Typing *typing, const ChnNode *node);

/* Terms that stand side by side. */
static gboolean
read_terms (Typing *typing, ChnNode *const *nodes, guint n)
{
  g_autoptr (GArray) words = g_array_sized_new (FALSE, FALSE, sizeof (ChnPlace), 8);
  for (guint i = 0; i < n;) {
    const ChnNode *first = nodes[i++];
    gboolean begun = is_begun_date (first);
    if (!begun && !is_word (first)) {
      if (!read_node (typing, first))
        return FALSE;
      continue;
    }
    g_array_set_size (words, 0);
    if (!begun)
      g_array_append_val (words, first->place);
    for (; i < n && is_word (nodes[i]) && are_neighbours (typing->text, nodes[i - 1], nodes[i]); i++)
      g_array_append_val (words, nodes[i]->place);
    const ChnPlace *places = (const ChnPlace *) (gconstpointer) words->data;
    int taken = begun ? finish_date (typing, first, words) : 0;
    if (taken < 0 || !read_run (typing, places + taken, words->len - (guint) taken))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_node (Typing *typing, const ChnNode *node)
{
  ChnNode *alone = (ChnNode *) (guintptr) node;
  if (node->kind == CHN_NODE_TERM)
    return is_word (node) ? read_terms (typing, &alone, 1) : TRUE;
  if (node->kind == CHN_NODE_AND)
    return read_terms (typing, node->children, node->n_children);
  for (guint i = 0; i < node->n_children; i++)
    if (!read_node (typing, node->children[i]))
      return FALSE;
  return TRUE;
}

static guint
count_terms (const ChnNode *node)
{
  guint n = node->kind == CHN_NODE_TERM;
  for (guint i = 0; i < node->n_children; i++)
    n += count_terms (node->children[i]);
  return n;
}

/* "between … and …" before the "and" is taken for the keyword. */
static char *
join_between (const char *text, GString *notes)
{
  static const ChnQueryIdiom between = { "between WHEN and WHEN2", "date:WHEN..WHEN2", NULL, NULL };
  g_auto (ChnWordingText) where = { 0 };
  g_auto (ChnWordingFound) found = { 0 };
  chn_wording_text_init (&where, text, NULL);
  if (!chn_wording_find (&between, &where, &found))
    return g_strdup (text);
  g_string_append_printf (notes, "\"%.*s\" is read as %s; in quotes it is text", (int) found.length,
                          text + found.offset, found.replacement);
  return g_strdup_printf ("%.*s%s%s", (int) found.offset, text, found.replacement,
                          text + found.offset + found.length);
}

/* What other programs say is refused where the query is parsed for good, which shows it as it was typed. */
static gboolean
is_foreign (const char *text, const ChnVocabulary *vocabulary)
{
  g_auto (ChnIdiomFound) foreign = { 0 };
  return chn_idiom_translate (text, vocabulary, &foreign);
}

static char *
read_tree (Typing *typing, const ChnNode *root)
{
  if (!read_node (typing, root))
    return NULL;
  g_string_append (typing->out, typing->text + typing->copied);
  return g_strdup (typing->out->str);
}

/* As chn_query_read_dates, of a text that nothing is known of yet. */
static char *
read_dates (const char *text, const ChnTimeline *timeline, GString *notes, GError **error)
{
  g_autoptr (ChnArena) arena = chn_arena_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *joined = join_between (text, notes);
  /* What is wrong with a query is said where it is parsed for good. */
  const ChnNode *root =
      chn_parse_query (joined, chn_limits_get_default (), chn_timeline_get_vocabulary (timeline), arena, NULL);
  if (!root || count_terms (root) > MOST_WORDS) {
    g_string_truncate (notes, 0);
    return g_strdup (text);
  }
  Typing typing = {
    .text = joined, .columns = chn_timeline_get_columns (timeline), .out = out, .notes = notes, .error = error
  };
  typing.years = chn_typed_find_years (typing.columns);
  return read_tree (&typing, root);
}

char *
chn_query_read_dates (const char *text, const ChnTimeline *timeline, char **notes, GError **error)
{
  g_autoptr (GString) said = g_string_new (NULL);
  g_autoptr (GError) cause = NULL;
  *notes = NULL;
  if (!g_utf8_validate (text, -1, NULL))
    return g_strdup (text);
  g_autofree char *read = read_dates (text, timeline, said, &cause);
  if (read && said->len == 0)
    return g_steal_pointer (&read);
  if (is_foreign (text, chn_timeline_get_vocabulary (timeline)))
    return g_strdup (text);
  if (read)
    *notes = g_strdup (said->str);
  else
    g_propagate_error (error, g_steal_pointer (&cause));
  return g_steal_pointer (&read);
}
