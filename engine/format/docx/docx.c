/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Renders a document for Word: WordprocessingML (ECMA-376, transitional) in a package. */
#include "base/civil.h"
#include "base/error.h"
#include "base/office.h"
#include "format/docx/body.h"
#include "format/docx/page.h"
#include "format/docx/picture.h"
#include "format/markup.h"
#include "format/renderer.h"

/* What a template may unpack to. */
enum { MOST_OF_HOUSE = 64 << 20 };

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define RELATIONSHIPS "http://schemas.openxmlformats.org/package/2006/relationships"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/"
#define WORD "application/vnd.openxmlformats-officedocument.wordprocessingml."

static const char types[] =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\n"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\n"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>\n"
    "<Override PartName=\"/word/document.xml\" ContentType=\"" WORD "document.main+xml\"/>\n"
    "<Override PartName=\"/word/footnotes.xml\" ContentType=\"" WORD "footnotes+xml\"/>\n"
    "<Override PartName=\"/word/styles.xml\" ContentType=\"" WORD "styles+xml\"/>\n"
    "<Override PartName=\"/word/settings.xml\" ContentType=\"" WORD "settings+xml\"/>\n"
    "<Override PartName=\"/word/footer1.xml\" ContentType=\"" WORD "footer+xml\"/>\n"
    "<Override PartName=\"/docProps/core.xml\" "
    "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\n"
    "<Override PartName=\"/docProps/app.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>\n"
    "";

static const char relations[] =
    "<Relationships xmlns=\"" RELATIONSHIPS "\">\n"
    "<Relationship Id=\"rId1\" Type=\"" OFFICE "relationships/officeDocument\" Target=\"word/document.xml\"/>\n"
    "<Relationship Id=\"rId2\" "
    "Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" "
    "Target=\"docProps/core.xml\"/>\n"
    "<Relationship Id=\"rId3\" Type=\"" OFFICE "relationships/extended-properties\" Target=\"docProps/app.xml\"/>\n"
    "</Relationships>\n";

static const char body_relations[] =
    "<Relationship Id=\"rIdStyles\" Type=\"" OFFICE "relationships/styles\" Target=\"styles.xml\"/>\n"
    "<Relationship Id=\"rIdSettings\" Type=\"" OFFICE "relationships/settings\" Target=\"settings.xml\"/>\n"
    "<Relationship Id=\"rIdFootnotes\" Type=\"" OFFICE "relationships/footnotes\" Target=\"footnotes.xml\"/>\n"
    "<Relationship Id=\"rIdFooter\" Type=\"" OFFICE "relationships/footer\" Target=\"footer1.xml\"/>\n";

static const char settings[] =
    "<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\n"
    "<w:defaultTabStop w:val=\"708\"/>%s<w:characterSpacingControl w:val=\"doNotCompress\"/>"
    "<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>"
    "<w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" "
    "w:val=\"15\"/></w:compat></w:settings>\n";

static const char app[] =
    "<Properties xmlns=\"" OFFICE "extended-properties\"><Application>Chancery</Application></Properties>\n";

/* The relations of a part: those that it always has, and the addresses that its links lead to. */
static void
put_relations (ChnWriter *out, const char *constant, const ChnDocxPart *part)
{
  chn_writer_puts (out, "<Relationships xmlns=\"" RELATIONSHIPS "\">\n");
  chn_writer_puts (out, constant);
  gboolean is_body = constant[0] != '\0';
  if (is_body && part->rendering->picture)
    chn_writer_puts (
        out, "<Relationship Id=\"rIdSvg\" Type=\"" OFFICE "relationships/image\" Target=\"media/picture.svg\"/>\n"
             "<Relationship Id=\"rIdPng\" Type=\"" OFFICE "relationships/image\" Target=\"media/picture.png\"/>\n");
  chn_writer_puts (out, is_body && part->house ? part->house->relations : "");
  for (guint i = 0; i < part->addresses->len; i++) {
    chn_writer_printf (out, "<Relationship Id=\"rIdLink%u\" Type=\"" OFFICE "relationships/hyperlink\" Target=\"",
                       i + 1);
    chn_markup_put_attribute (out, part->addresses->pdata[i]);
    chn_writer_puts (out, "\" TargetMode=\"External\"/>\n");
  }
  chn_writer_puts (out, "</Relationships>\n");
}

/* The title on the left, the page on the right. */
static void
put_footer (ChnDocxPart *part)
{
  chn_writer_puts (part->out, "<w:ftr " CHN_DOCX_NAMESPACES "><w:p><w:pPr>");
  chn_docx_put_style (part, "w:pStyle", CHN_DOCX_FOOTER);
  chn_writer_printf (part->out, "<w:tabs><w:tab w:val=\"right\" w:pos=\"%u\"/></w:tabs></w:pPr>",
                     chn_docx_get_width (part));
  chn_docx_put_text (part, CHN_DOCX_NORMAL, part->rendering->document->title);
  chn_writer_puts (part->out, "<w:r><w:tab/></w:r><w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r>"
                              "</w:fldSimple></w:p></w:ftr>\n");
}

/* Never "now": dates are those of the chronology, or none. */
static void
put_core (ChnWriter *out, const ChnDocument *document)
{
  ChnCivil at = chn_civil_from_seconds (document->revised);
  chn_writer_puts (out, "<cp:coreProperties "
                        "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
                        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
                        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n<dc:title>");
  chn_markup_put_text (out, document->title);
  chn_writer_puts (out, "</dc:title>\n<dc:language>");
  chn_markup_put_text (out, document->language);
  chn_writer_puts (out, "</dc:language>\n");
  for (guint i = 0; document->revised > 0 && i < 2; i++)
    chn_writer_printf (out, "<dcterms:%s xsi:type=\"dcterms:W3CDTF\">%04d-%02d-%02dT%02d:%02d:%02dZ</dcterms:%s>\n",
                       i == 0 ? "created" : "modified", (int) at.year, at.month, at.day, at.hour, at.minute,
                       at.second, i == 0 ? "created" : "modified");
  chn_writer_puts (out, "</cp:coreProperties>\n");
}

/* Runs stand in the order of their paragraphs. */
static guint
count_runs (const ChnDocument *document)
{
  ChnStretch last =
      document->n_paragraphs > 0 ? document->paragraph[document->n_paragraphs - 1].runs : (ChnStretch){ 0 };
  return last.first + last.n;
}

/* Which notes are referred to more than once, or by another note. */
static void
find_named (const ChnDocument *document, guint8 *is_named)
{
  g_autofree guint8 *is_seen = g_new0 (guint8, document->notes.n + 1);
  for (guint i = 0; i < count_runs (document); i++) {
    ChnRunKind kind = document->run[i].kind;
    if (kind != CHN_RUN_REFERENCE && kind != CHN_RUN_SEE_NOTE)
      continue;
    guint number = (guint) g_ascii_strtoull (document->run[i].text, NULL, 10);
    is_named[number] = is_named[number] || is_seen[number] || kind == CHN_RUN_SEE_NOTE;
    is_seen[number] = TRUE;
  }
}

static void
put_core_part (ChnDocxPart *part)
{
  put_core (part->out, part->rendering->document);
}

static void
put_styles_part (ChnDocxPart *part)
{
  chn_docx_put_styles (part->out, part->house, part->rendering->document->language);
}

static void
put_types (ChnDocxPart *part)
{
  if (part->rendering->picture)
    chn_writer_puts (part->out, "<Override PartName=\"/word/media/picture.svg\" ContentType=\"image/svg+xml\"/>\n"
                                "<Override PartName=\"/word/media/picture.png\" ContentType=\"image/png\"/>\n");
  chn_writer_printf (part->out, "%s</Types>\n", part->house ? part->house->types : "");
}

static void
put_settings (ChnDocxPart *part)
{
  chn_writer_printf (part->out, settings, part->house && part->house->has_even_pages ? "<w:evenAndOddHeaders/>" : "");
}

typedef enum {
  PART_XML,
  PART_RELATIONS, /* of the part before it */
  PART_PICTURE,   /* only where there is one */
} PartSort;

/* What makes each part. */
static const struct {
  const char *name;
  const char *constant; /* what it begins with */
  void (*put) (ChnDocxPart *part);
  PartSort sort;
} kinds[] = {
  { "[Content_Types].xml", types, put_types, PART_XML },
  { "_rels/.rels", relations, NULL, PART_XML },
  { "word/document.xml", "", chn_docx_put_body, PART_XML },
  { "word/_rels/document.xml.rels", body_relations, NULL, PART_RELATIONS },
  { "word/footnotes.xml", "", chn_docx_put_footnotes, PART_XML },
  { "word/_rels/footnotes.xml.rels", "", NULL, PART_RELATIONS },
  { "word/styles.xml", "", put_styles_part, PART_XML },
  { "word/settings.xml", "", put_settings, PART_XML },
  { "word/footer1.xml", "", put_footer, PART_XML },
  { "docProps/core.xml", "", put_core_part, PART_XML },
  { "docProps/app.xml", app, NULL, PART_XML },
  { "word/media/picture.svg", "", chn_docx_put_svg, PART_PICTURE },
  { "word/media/picture.png", "", chn_docx_put_png, PART_PICTURE },
};

enum { N_PARTS = G_N_ELEMENTS (kinds) };

static gboolean
has_part (const ChnRendering *rendering, guint index)
{
  return kinds[index].sort != PART_PICTURE || rendering->picture;
}

static void
make_part (ChnDocxPart *parts, guint index)
{
  ChnDocxPart *part = &parts[index];
  if (!has_part (part->rendering, index))
    return;
  chn_writer_puts (part->out, kinds[index].sort == PART_PICTURE ? "" : DECLARATION);
  if (kinds[index].sort == PART_RELATIONS)
    put_relations (part->out, kinds[index].constant, &parts[index - 1]);
  else
    chn_writer_puts (part->out, kinds[index].constant);
  if (kinds[index].put)
    kinds[index].put (part);
  chn_writer_finish (part->out, NULL);
}

/* The parts that are made here, and those of the house. */
static GBytes *
write_package (const ChnOfficePlugin *plugin, const ChnDocxPart *parts, const ChnHouseTemplate *house)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (ChnPackagePart));
  for (guint i = 0; i < N_PARTS; i++) {
    ChnPackagePart part = { kinds[i].name, parts[i].xml->str, parts[i].xml->len };
    if (has_part (parts[i].rendering, i))
      g_array_append_val (all, part);
  }
  for (guint i = 0; house && i < house->parts->len; i++)
    g_array_append_vals (all, house->parts->pdata[i], 1);
  return plugin->write_package ((const ChnPackagePart *) (gpointer) all->data, all->len);
}

static void
put_package (const ChnOfficePlugin *plugin, const ChnRendering *rendering, const ChnHouseTemplate *house)
{
  ChnDocxPart parts[N_PARTS];
  g_autofree guint8 *is_written = g_new0 (guint8, rendering->document->notes.n + 1);
  g_autofree guint8 *is_named = g_new0 (guint8, rendering->document->notes.n + 1);
  ChnDocxNotes notes = { is_written, is_named };
  find_named (rendering->document, is_named);
  for (guint i = 0; i < N_PARTS; i++)
    chn_docx_part_init (&parts[i], rendering, house, &notes);
  for (guint i = 0; i < N_PARTS; i++)
    make_part (parts, i);
  g_autoptr (GBytes) package = write_package (plugin, parts, house);
  if (package)
    chn_writer_put (rendering->out, g_bytes_get_data (package, NULL), g_bytes_get_size (package));
  else
    chn_writer_fail (rendering->out,
                     g_error_new (CHN_ERROR, CHN_ERROR_IO, "the parts of the document could not be packed"));
  for (guint i = 0; i < N_PARTS; i++)
    chn_docx_part_clear (&parts[i]);
}

/* What a template lost is said. */
static void
report_dropped (const ChnRendering *rendering, const ChnHouseTemplate *house)
{
  for (guint i = 0; i < house->dropped->len; i++) {
    g_autofree char *message =
        g_strdup_printf ("left out of the template: %s", (const char *) house->dropped->pdata[i]);
    chn_report_add (rendering->report,
                    &(ChnFinding){ .severity = CHN_SEVERITY_WARNING, .code = "template", .message = message });
  }
}

static ChnHouseTemplate *
read_house (const ChnOfficePlugin *plugin, const ChnRendering *rendering, GError **error)
{
  ChnOfficeFault fault = { 0 };
  ChnHouseTemplate *house = plugin->read_house (rendering->house, MOST_OF_HOUSE, chn_docx_style_get_names (), &fault);
  if (house)
    report_dropped (rendering, house);
  else
    chn_error_set (error, fault.code, "name a .docx file that Word opens", "the template cannot be used: %s",
                   fault.message);
  g_free (fault.message);
  return house;
}

void
chn_render_docx (const ChnRendering *rendering)
{
  GError *error = NULL;
  const ChnOfficePlugin *plugin = chn_office_open (&error);
  ChnHouseTemplate *house = plugin && rendering->house ? read_house (plugin, rendering, &error) : NULL;
  if (error)
    chn_writer_fail (rendering->out, error);
  else
    put_package (plugin, rendering, house);
  if (house)
    plugin->free_house (house);
}
