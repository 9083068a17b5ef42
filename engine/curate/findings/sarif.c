/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Findings as SARIF 2.1.0 (OASIS): one run, the rules that there are, and a result for each finding. */
#include <chancery/check.h>
#include <chancery/findings.h>

#include <string.h>

#include "base/guard.h"
#include "base/json-write.h"

typedef struct {
  ChnWriter *out;
  GPtrArray *codes; /* of all rules, those of the readers that occur behind those of the table */
} Sarif;

static const char *const levels[] = { "note", "warning", "error" };

static void
put_member (ChnWriter *out, const char *before, const char *key, const char *text)
{
  chn_writer_printf (out, "%s\"%s\":", before, key);
  chn_json_put_text (out, text);
}

/* {"text": "…"} */
static void
put_message (ChnWriter *out, const char *before, const char *key, const char *text)
{
  chn_writer_printf (out, "%s\"%s\":{", before, key);
  put_member (out, "", "text", text);
  chn_writer_putc (out, '}');
}

static guint
find_code (const Sarif *sarif, const char *code)
{
  guint index = 0;
  while (index < sarif->codes->len && g_strcmp0 (sarif->codes->pdata[index], code) != 0)
    index++;
  return index;
}

static void
list_codes (Sarif *sarif, const ChnToldFinding *findings, guint n)
{
  const ChnRule *rule = NULL;
  for (guint i = 0; (rule = chn_check_get_rule (i)); i++)
    g_ptr_array_add (sarif->codes, (gpointer) (guintptr) rule->code);
  for (guint i = 0; i < n; i++)
    if (find_code (sarif, findings[i].finding->code) == sarif->codes->len)
      g_ptr_array_add (sarif->codes, (gpointer) (guintptr) findings[i].finding->code);
}

static void
put_rule (const Sarif *sarif, guint index)
{
  const char *code = sarif->codes->pdata[index];
  const ChnRule *rule = chn_check_find_rule (code);
  put_member (sarif->out, index > 0 ? ",\n{" : "\n{", "id", code);
  if (rule) {
    put_message (sarif->out, ",", "shortDescription", rule->note);
    put_message (sarif->out, ",", "fullDescription", rule->explanation);
    put_message (sarif->out, ",", "help", rule->explanation);
    chn_writer_printf (sarif->out, ",\"defaultConfiguration\":{\"level\":\"%s\"}", levels[rule->severity]);
  }
  chn_writer_putc (sarif->out, '}');
}

/* A relative path stays one: who reads it knows from where. */
static char *
dup_uri (const char *file)
{
  g_autofree char *path = g_uri_escape_bytes ((const guint8 *) file, strlen (file), "/");
  return g_path_is_absolute (file) ? g_strconcat ("file://", path, NULL) : g_steal_pointer (&path);
}

static void
put_place (const Sarif *sarif, const ChnFinding *finding)
{
  g_autofree char *uri = finding->file ? dup_uri (finding->file) : NULL;
  if (!uri && !finding->event)
    return;
  chn_writer_puts (sarif->out, ",\"locations\":[{");
  if (uri) {
    put_member (sarif->out, "\"physicalLocation\":{\"artifactLocation\":{", "uri", uri);
    chn_writer_putc (sarif->out, '}');
    if (finding->line > 0)
      chn_writer_printf (sarif->out, ",\"region\":{\"startLine\":%u,\"startColumn\":%u}", finding->line,
                         MAX (finding->column, 1));
    chn_writer_putc (sarif->out, '}');
  }
  if (finding->event) {
    put_member (sarif->out, uri ? ",\"logicalLocations\":[{" : "\"logicalLocations\":[{", "name", finding->event);
    chn_writer_puts (sarif->out, ",\"kind\":\"object\"}]");
  }
  chn_writer_puts (sarif->out, "}]");
}

/* By what it is known again when lines move. */
static void
put_fingerprint (const Sarif *sarif, const ChnFinding *finding)
{
  g_autofree char *text =
      g_strdup_printf ("%s %s: %s", finding->code, finding->event ? finding->event : "-", finding->message);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  put_member (sarif->out, ",\"partialFingerprints\":{", "finding/v1", digest);
  chn_writer_putc (sarif->out, '}');
}

static void
put_suppression (const Sarif *sarif, const ChnToldFinding *told)
{
  if (told->finding->ignored) {
    put_member (sarif->out, ",\"suppressions\":[{\"kind\":\"inSource\",\"status\":\"accepted\",", "justification",
                told->finding->ignored);
    chn_writer_puts (sarif->out, "}]");
  } else if (told->is_known) {
    chn_writer_puts (sarif->out, ",\"suppressions\":[{\"kind\":\"external\",\"status\":\"accepted\"}]");
  }
}

static void
put_result (const Sarif *sarif, const ChnToldFinding *told)
{
  const ChnFinding *finding = told->finding;
  g_autofree char *raw =
      finding->hint ? g_strdup_printf ("%s; %s", finding->message, finding->hint) : g_strdup (finding->message);
  g_autofree char *message = chn_guard_dup_visible (raw, -1, FALSE);
  put_member (sarif->out, "{", "ruleId", finding->code);
  chn_writer_printf (sarif->out, ",\"ruleIndex\":%u,\"level\":\"%s\"", find_code (sarif, finding->code),
                     levels[finding->severity]);
  put_message (sarif->out, ",", "message", message);
  put_place (sarif, finding);
  put_fingerprint (sarif, finding);
  put_suppression (sarif, told);
  chn_writer_putc (sarif->out, '}');
}

char *
chn_findings_dup_sarif (const ChnToldFinding *findings, guint n, const char *version)
{
  GString *text = g_string_new (NULL);
  g_autoptr (ChnWriter) out = chn_writer_new_for_string (text);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  Sarif sarif = { out, codes };
  list_codes (&sarif, findings, n);
  chn_writer_puts (out,
                   "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":["
                   "{\"tool\":{\"driver\":{\"name\":\"chancery\"");
  put_member (out, ",", "version", version);
  chn_writer_puts (out, ",\"rules\":[");
  for (guint i = 0; i < codes->len; i++)
    put_rule (&sarif, i);
  chn_writer_puts (out, "\n]}},\"columnKind\":\"unicodeCodePoints\",\"results\":[");
  for (guint i = 0; i < n; i++) {
    chn_writer_puts (out, i > 0 ? ",\n" : "\n");
    put_result (&sarif, &findings[i]);
  }
  chn_writer_puts (out, "\n]}]}\n");
  chn_writer_finish (out, NULL);
  return g_string_free (text, FALSE);
}
