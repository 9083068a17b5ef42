/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The sources of a shown event: each citation, and where what it says differs from the record. */
#include <string.h>

#include "names.h"
#include "show.h"

static const struct {
  ChnField field;
  const char *name;
} singulars[] = {
  { CHN_FIELD_FORUMS, "forum" },
  { CHN_FIELD_SYMBOLS, "symbol" },
  { CHN_FIELD_ACTORS, "actor" },
};

static const char *
get_field_name (ChnField field)
{
  for (guint i = 0; i < G_N_ELEMENTS (singulars); i++)
    if (singulars[i].field == field)
      return singulars[i].name;
  return chn_field_get_info (field)->name;
}

/* A value with what it means to a person, where the value alone is a code. */
static char *
dup_explained (const Showing *showing, ChnField field, const char *value)
{
  const ChnForum *forum = field == CHN_FIELD_FORUMS ? chn_registry_get_forum (showing->registry, value) : NULL;
  const ChnActor *actor = field == CHN_FIELD_ACTORS ? chn_registry_get_actor (showing->registry, value) : NULL;
  if (forum)
    return g_strdup_printf ("%s (%s)", value, chn_forum_get_name (forum));
  return actor ? g_strdup_printf ("%s (%s)", value, chn_actor_get_short_name (actor)) : g_strdup (value);
}

/* How a claim that differs from the record is to be taken. */
static const char *
get_verdict (ChnField field, ChnStance stance)
{
  if (field == CHN_FIELD_FORUMS)
    return stance == CHN_STANCE_PARTIAL ? "a body above it" : "another body";
  return stance == CHN_STANCE_PARTIAL ? "less precise" : "disputed";
}

/* Title and summary are told again in the source's words: the record's need not stand beside them. */
static char *
dup_claim (const Showing *showing, const ChnClaim *claim)
{
  const char *name = get_field_name (claim->field);
  ChnStance stance = chn_claim_judge (showing->event, claim);
  g_autofree char *said = dup_explained (showing, claim->field, claim->value);
  if (stance == CHN_STANCE_CONFIRMS)
    return g_strdup_printf ("confirms %s %s", name, said);
  if (chn_field_get_info (claim->field)->shape == CHN_SHAPE_TEXT)
    return g_strdup_printf ("says of the %s: %s", name, said);
  g_autofree char *record = chn_event_dup_value (showing->event, claim->field);
  g_autofree char *has = record ? dup_explained (showing, claim->field, record) : g_strdup ("nothing");
  return g_strdup_printf ("says %s %s; the record has %s (%s)", name, said, has, get_verdict (claim->field, stance));
}

static void
show_claim (const Showing *showing, const ChnClaim *claim)
{
  g_autofree char *line = dup_claim (showing, claim);
  page_add_hanging (showing->page, 6, 8, line);
}

/* "Ben Willis, “Title”, The Conversation, 25 January 2017". */
static char *
dup_reference (const ChnSource *source)
{
  const char *title = source->text[CHN_SOURCE_TITLE], *text = source->text[CHN_SOURCE_DATE];
  g_autoptr (ChnDate) date = text ? chn_date_parse (text, -1, NULL) : NULL;
  g_autofree char *when = date ? chn_date_dup_humanized (date) : g_strdup (text);
  g_autofree char *quoted = title ? g_strdup_printf ("“%s”", title) : NULL;
  const char *parts[] = { source->text[CHN_SOURCE_AUTHOR], quoted, source->text[CHN_SOURCE_PUBLISHER],
                          source->text[CHN_SOURCE_SYMBOL], when };
  GString *reference = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i])
      g_string_append_printf (reference, "%s%s", reference->len > 0 ? ", " : "", parts[i]);
  if (reference->len == 0)
    g_string_append (reference, source->text[CHN_SOURCE_KEY]);
  return g_string_free (reference, FALSE);
}

static char *
dup_source_link (const ChnSource *source)
{
  const char *url = source->text[CHN_SOURCE_URL], *text = source->text[CHN_SOURCE_SYMBOL];
  g_autoptr (ChnSymbol) symbol = !url && text ? chn_symbol_parse (text, -1, NULL) : NULL;
  return symbol ? chn_symbol_dup_link (symbol) : g_strdup (url);
}

static void
show_citation (const Showing *showing, guint number, const ChnCitation *citation)
{
  Page *page = showing->page;
  const ChnSource *source = chn_timeline_find_source (showing->timeline, citation->source);
  g_autofree char *reference = source ? dup_reference (source) : g_strdup (citation->source);
  g_autofree char *link = source ? dup_source_link (source) : NULL;
  g_autofree char *at = citation->at ? g_strdup_printf (", %s", citation->at) : g_strdup ("");
  g_autofree char *line = g_strdup_printf ("%u. %s%s [%s]", number, reference, at, citation->source);
  page_add_hanging (page, 2, 6, line);
  if (link)
    page_add_text (page, 6, link);
  g_autofree char *quote = citation->quote ? g_strdup_printf ("“%s”", citation->quote) : NULL;
  const char *remarks[] = { quote, citation->note, source ? source->text[CHN_SOURCE_NOTE] : NULL };
  for (guint i = 0; i < G_N_ELEMENTS (remarks); i++)
    if (remarks[i])
      page_add_text (page, 6, remarks[i]);
  for (guint i = 0; i < citation->n_claims; i++)
    show_claim (showing, &citation->claims[i]);
}

void
show_sources (const Showing *showing)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (showing->event, &n);
  page_add_heading (showing->page, "Sources");
  if (n == 0)
    page_add_text (showing->page, 2, "none");
  for (guint i = 0; i < n; i++)
    show_citation (showing, i + 1, &citations[i]);
}
