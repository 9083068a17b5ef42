/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Values as lines of a YAML file, at the indentation of where they are put. */
#include "curate/edit/spell.h"

#include <string.h>

#include "base/guard.h"
#include "format/yaml/scalar.h"

/* What stood without quotes where it came from may do so elsewhere, as far as the grammar allows. */
static guint
get_flags (const ChnTree *text)
{
  return text->style == YAML_PLAIN_SCALAR_STYLE ? CHN_SCALAR_VALUE : CHN_SCALAR_TEXT;
}

static void
put_pair_in_flow (GString *out, const ChnTree *key)
{
  chn_scalar_append (out, key->text, get_flags (key) | CHN_SCALAR_FLOW);
  g_string_append (out, ": ");
  chn_spell_flow (out, key->next);
}

void
chn_spell_flow (GString *out, const ChnTree *value)
{
  if (value->kind == CHN_TREE_TEXT) {
    chn_scalar_append (out, value->text, get_flags (value) | CHN_SCALAR_FLOW);
    return;
  }
  gboolean mapping = value->kind == CHN_TREE_MAPPING;
  g_string_append_c (out, mapping ? '{' : '[');
  for (const ChnTree *child = value->first; child; child = mapping ? child->next->next : child->next) {
    g_string_append (out, child == value->first ? "" : ", ");
    if (mapping)
      put_pair_in_flow (out, child);
    else
      chn_spell_flow (out, child);
  }
  g_string_append_c (out, mapping ? '}' : ']');
}

static gboolean
is_block_text (const ChnTree *value)
{
  return value->style == YAML_LITERAL_SCALAR_STYLE || value->style == YAML_FOLDED_SCALAR_STYLE;
}

static void
put_text (GString *out, const ChnTree *value, guint indent)
{
  if (!is_block_text (value)) {
    g_string_append_c (out, ' ');
    chn_scalar_append (out, value->text, get_flags (value));
    return;
  }
  chn_scalar_append_prose (out, value->text, indent);
  g_string_truncate (out, out->len - 1);
}

static void
put_items (GString *out, const ChnTree *list, guint indent)
{
  for (const ChnTree *item = list->first; item; item = item->next) {
    g_string_append_printf (out, "\n%*s-", (int) indent, "");
    chn_spell_value (out, item, &(ChnSlot){ 0, indent, TRUE });
  }
}

void
chn_spell_pair (GString *out, const ChnTree *key, guint indent)
{
  chn_scalar_append_key (out, key->text, indent);
  chn_spell_value (out, key->next, &(ChnSlot){ 0, indent, FALSE });
}

void
chn_spell_pairs (GString *out, const ChnTree *mapping, guint indent)
{
  for (const ChnTree *key = mapping->first; key; key = key->next->next) {
    if (key != mapping->first)
      g_string_append_printf (out, "\n%*s", (int) indent, "");
    chn_spell_pair (out, key, indent);
  }
}

void
chn_spell_value (GString *out, const ChnTree *value, const ChnSlot *slot)
{
  guint inner = slot->indent + 2;
  if (value->kind == CHN_TREE_TEXT) {
    put_text (out, value, slot->indent);
  } else if (value->flow || value->n == 0 || (slot->is_item && value->kind == CHN_TREE_LIST)) {
    g_string_append_c (out, ' ');
    chn_spell_flow (out, value);
  } else if (value->kind == CHN_TREE_LIST) {
    put_items (out, value, inner);
  } else {
    if (slot->is_item)
      g_string_append_c (out, ' ');
    else
      g_string_append_printf (out, "\n%*s", (int) inner, "");
    chn_spell_pairs (out, value, inner);
  }
}

static gboolean
fits_single_quotes (const char *text)
{
  for (const char *at = text; *at; at = g_utf8_next_char (at))
    if (chn_guard_is_hazard (g_utf8_get_char (at)))
      return FALSE;
  return TRUE;
}

void
chn_spell_like (GString *out, const ChnTree *old, const ChnTree *text, gboolean flow)
{
  guint place = flow ? CHN_SCALAR_FLOW : 0;
  if (old->style == YAML_SINGLE_QUOTED_SCALAR_STYLE && !old->alias && fits_single_quotes (text->text)) {
    g_auto (GStrv) pieces = g_strsplit (text->text, "'", -1);
    g_autofree char *doubled = g_strjoinv ("''", pieces);
    g_string_append_printf (out, "'%s'", doubled);
  } else {
    guint quotes =
        old->style == YAML_DOUBLE_QUOTED_SCALAR_STYLE && !old->alias ? CHN_SCALAR_QUOTED : get_flags (text);
    chn_scalar_append (out, text->text, quotes | place);
  }
}
