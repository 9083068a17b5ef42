/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Bibliographies as formats: the sources of a timeline without its events, for programs that keep literature. */
#include <string.h>

#include "format/references/readers.h"

static gboolean
begins_bibtex (const char *text, gsize length)
{
  gsize n = 1;
  while (length > 0 && *text == '@' && n < length && g_ascii_isalpha (text[n]))
    n++;
  return n > 1 && n < length && (text[n] == '{' || text[n] == '(' || text[n] == ' ');
}

static gboolean
begins_ris (const char *text, gsize length)
{
  return length > 6 && memcmp (text, "TY  - ", 6) == 0;
}

static const char *const bibtex_extensions[] = { ".bib", NULL };
static const char *const ris_extensions[] = { ".ris", NULL };
static const char *const csl_extensions[] = { ".csl.json", NULL };

const ChnFormat chn_format_bibtex = {
  .name = "bib",
  .note = "BibTeX: the sources alone, read back as sources",
  .extensions = bibtex_extensions,
  .read = chn_bibtex_read,
  .begins = begins_bibtex,
  .write = chn_bibtex_write,
  .is_flat = TRUE,
};

const ChnFormat chn_format_ris = {
  .name = "ris",
  .note = "RIS, as reference managers exchange it: the sources alone, read back as sources",
  .extensions = ris_extensions,
  .read = chn_ris_read,
  .begins = begins_ris,
  .write = chn_ris_write,
  .is_flat = TRUE,
};

const ChnFormat chn_format_csl = {
  .name = "csl",
  .note = "CSL-JSON, as Zotero and pandoc have it: the sources alone, read back as sources",
  .extensions = csl_extensions,
  .read = chn_csl_read,
  .write = chn_csl_write,
  .is_flat = TRUE,
};
