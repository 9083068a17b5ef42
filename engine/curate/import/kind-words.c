/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What people call kinds of events, in the languages in which they keep tables. */
#include "curate/import/kind-words.h"

#include <string.h>

#include "base/fold.h"

/* clang-format off */
static const struct {
  const char *kind;
  const char *words; /* folded */
} rows[] = {
  { "resolution", "res|resolutions|resolution|resolucion|entschliessung|резолюция|القرار|قرار|决议|결의|결의안" },
  { "decision", "decisions|beschluss|entscheidung|decision|решение|مقرر|决定|결정" },
  { "draft", "drafts|draftresolution|projet|projetderesolution|entwurf|proyecto|проект|مشروع|草案|초안" },
  { "vote", "votes|voting|abstimmung|scrutin|votacion|голосование|تصويت|表决|投票|표결" },
  { "meeting", "mtg|meetings|session|sitting|seance|reunion|sitzung|treffen|sesion|заседание|встреча|اجتماع|جلسة|会议|会晤|회의|회담" },
  { "hearing", "hearings|audition|anhorung|audiencia|слушание|جلسةاستماع|听证会|청문회" },
  { "report", "reports|rapport|bericht|informe|доклад|отчет|تقرير|报告|보고서" },
  { "statement", "statements|speech|declaration|erklarung|rede|declaracion|discurso|заявление|речь|بيان|声明|讲话|성명|연설" },
  { "letter", "letters|lettre|brief|schreiben|carta|письмо|رسالة|信函|信件|서한" },
  { "review", "reviews|examen|uberprufung|обзор|استعراض|审议|검토" },
  { "visit", "visits|trip|visite|besuch|reise|visita|визит|زيارة|访问|방문" },
  { "appointment", "appointments|nomination|ernennung|nombramiento|назначение|تعيين|任命|임명" },
  { "treaty-action", "treaty|signature|ratification|traite|vertrag|tratado|договор|معاهدة|条约|조약" },
  { "sanction", "sanctions|sanktion|sanktionen|sancion|sanciones|санкции|جزاءات|制裁|제재" },
  { "test", "tests|nucleartest|missiletest|launch|essai|ensayo|испытание|تجربة|试验|실험|시험" },
  { "release", "liberation|freilassung|liberacion|освобождение|افراج|释放|석방" },
  { "publication", "article|publications|veroffentlichung|publicacion|статья|публикация|نشر|文章|발행" },
  { "dialogue", "talks|negotiations|negotiation|dialog|gesprache|verhandlungen|negociaciones|переговоры|диалог|حوار|محادثات|谈判|对话|대화|협상" },
};
/* clang-format on */

static gboolean
has_word (const char *words, const char *folded)
{
  g_auto (GStrv) list = g_strsplit (words, "|", -1);
  return g_strv_contains ((const char *const *) list, folded);
}

static const char *
find_label (const ChnVocabulary *vocabulary, const char *folded)
{
  guint n = 0;
  chn_vocabulary_get_terms (CHN_VOCABULARY_KIND, &n);
  if (vocabulary)
    n = chn_vocabulary_count (vocabulary, CHN_VOCABULARY_KIND);
  for (guint i = 0; i < n; i++) {
    const ChnTerm *term = chn_vocabulary_get_term (vocabulary, CHN_VOCABULARY_KIND, i);
    g_autofree char *name = chn_fold_name (term->name, -1), *label = chn_fold_name (term->label, -1);
    if (strcmp (name, folded) == 0 || strcmp (label, folded) == 0)
      return term->name;
  }
  return NULL;
}

const char *
chn_kind_words_find (const ChnVocabulary *vocabulary, const char *cell)
{
  g_autofree char *folded = chn_fold_name (cell, -1);
  const char *kind = *folded ? find_label (vocabulary, folded) : NULL;
  for (guint i = 0; !kind && i < G_N_ELEMENTS (rows); i++)
    if (has_word (rows[i].words, folded))
      kind = rows[i].kind;
  return kind;
}
