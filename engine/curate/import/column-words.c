/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The words that head the columns of people's tables: in English, French, German, Spanish, Russian, Arabic, Chinese
 * and Korean. */
#include "curate/import/column-words.h"

#include <string.h>

#include <chancery/vocabulary.h>

#include "base/ascii.h"
#include "base/fold.h"
#include "base/suggest.h"

/* clang-format off */
static const ChnColumnWords rows[CHN_N_IMPORT_FIELDS] = {
  [CHN_IMPORT_DATE] = { "date",
    "date|dates|day|days|when|period|time frame|timeframe|date range|date of event|event date|datum|date(s)|jour|quand|datum/zeitraum|zeitraum|période|período|период|期间|기간|الفترة|zeitpunkt|wann|tag|fecha|"
    "fechas|día|cuándo|дата|даты|когда|день|число|التاريخ|تاريخ|اليوم|متى|日期|时间|時間|何时|날짜|일자|일시|언제",
    "when it took place" },
  [CHN_IMPORT_START] = { "start",
    "start|start date|begin|begins|beginning|from|date from|since|started|début|date de début|depuis|du|beginn|anfang|"
    "von|startdatum|seit|inicio|fecha de inicio|desde|comienzo|начало|дата начала|с|البداية|تاريخ البدء|من|"
    "开始|开始日期|起始|시작|시작일",
    "when it began" },
  [CHN_IMPORT_END] = { "end",
    "end|end date|ends|until|till|to|date to|finish|ended|fin|date de fin|jusqu'au|jusqu’à|au|ende|bis|enddatum|"
    "fecha de fin|fecha final|hasta|конец|дата окончания|окончание|по|до|النهاية|تاريخ الانتهاء|إلى|结束|结束日期|"
    "截止|종료|종료일|끝",
    "when it ended; \"ongoing\" for what lasts" },
  [CHN_IMPORT_YEAR] = { "year",
    "year|yr|années|année|an|annee|jahr|año|ano|год|السنة|سنة|عام|年|年份|연도|년", "the year of the date" },
  [CHN_IMPORT_MONTH] = { "month", "month|mon|mois|monat|mes|месяц|الشهر|شهر|月|月份|월", "its month" },
  [CHN_IMPORT_DAY] = { "day", "day of month|dom|dd|jour du mois|日|일|المؤرخ", "its day, beside a year and month" },
  [CHN_IMPORT_TIME] = { "time", "time|hour|clock|heure|uhrzeit|zeit|hora|время|час|الوقت|الساعة|时刻|시간|시각",
    "the time of day" },
  [CHN_IMPORT_TITLE] = { "title",
    "title|event|events|headline|what|what happened|happening|incident|development|developments|milestone|"
    "activity|occurrence|fact|facts|"
    "subject|name|event title|event name|heading|titre|événement|évènement|"
    "quoi|intitulé|objet|titel|ereignis|was|betreff|bezeichnung|título|evento|acontecimiento|suceso|qué|asunto|hecho|"
    "событие|события|заголовок|название|что|العنوان|الحدث|حدث|ماذا|标题|事件|题目|名称|제목|사건|행사|무엇",
    "what happened, in a line" },
  [CHN_IMPORT_SUMMARY] = { "summary",
    "summary|description|notes|note|details|detail|comment|comments|remarks|text|abstract|background|résumé|"
    "remarques|commentaire|commentaires|détails|zusammenfassung|beschreibung|anmerkung|anmerkungen|bemerkung|"
    "bemerkungen|notiz|notizen|einzelheiten|resumen|descripción|notas|observaciones|comentarios|detalles|описание|"
    "примечание|примечания|подробности|резюме|комментарий|الوصف|ملخص|ملاحظات|تفاصيل|摘要|说明|描述|备注|내용|요약|설명|"
    "비고|메모",
    "more about it" },
  [CHN_IMPORT_KIND] = { "kind",
    "kind|type|category|type of event|event type|class|catégorie|genre|art|typ|kategorie|tipo|categoría|clase|тип|"
    "категория|вид|النوع|الفئة|类型|种类|类别|유형|종류|분류",
    "resolution, meeting …" },
  [CHN_IMPORT_FORUM] = { "forum",
    "forum|body|organ|forums|bodies|organization|organisation|institution|un body|committee|venue|enceinte|organe|"
    "instance|gremium|organ|foro|órgano|organismo|institución|орган|форум|организация|المنتدى|الهيئة|الجهاز|机构|机关|"
    "论坛|场合|기구|기관|포럼",
    "the body in which it took place" },
  [CHN_IMPORT_WHERE] = { "where", "where|location/body|où|wo|dónde|donde|где|أين|何处|어디", "a body, or else a place" },
  [CHN_IMPORT_PLACE] = { "place",
    "place|location|city|venue city|country of venue|lieu|ville|ort|stadt|lugar|ciudad|место|город|المكان|الموقع|"
    "المدينة|地点|地方|城市|장소|도시",
    "the city or building" },
  [CHN_IMPORT_SYMBOL] = { "symbol",
    "symbol|symbols|document|documents|document symbol|doc|docs|doc.|reference|ref|ref.|doc no|un document|"
    "document no|document number|resolution|resolution no|cote|cotes|référence|dokument|dokumente|symbole|aktenzeichen|signatur|"
    "símbolo|documento|documentos|signatura|referencia|документ|документы|символ|обозначение|الرمز|الوثيقة|وثيقة|文号|文件|"
    "文件号|文书|문서|문서번호|기호",
    "symbols of documents" },
  [CHN_IMPORT_ACTORS] = { "actors",
    "actor|actors|who|country|countries|state|states|participants|participant|parties|party|delegation|delegations|"
    "person|persons|people|acteur|acteurs|qui|pays|états|akteur|akteure|wer|land|länder|staat|staaten|beteiligte|"
    "quién|quien|país|países|actores|estado|estados|participantes|участник|участники|кто|страна|страны|"
    "государство|государства|الجهات|الفاعل|من هو|البلد|الدولة|الدول|参与者|行为者|国家|谁|行为体|행위자|국가|참가자|누가|나라",
    "States, organisations and persons" },
  [CHN_IMPORT_VOTE] = { "vote",
    "vote|votes|voting|vote count|result of vote|yes-no-abstain|y-n-a|scrutin|abstimmung|stimmen|"
    "votación|votos|голосование|голоса|التصويت|الأصوات|表决|投票|表决结果|표결|투표",
    "111-19-55, \"consensus\"" },
  [CHN_IMPORT_YES] = { "yes",
    "yes|in favour|in favor|for|yeas|yea|ayes|favour|pour|ja|dafür|dafuer|sí|si|a favor|за|نعم|مؤيد|المؤيدون|赞成|찬성",
    "votes in favour" },
  [CHN_IMPORT_NO] = { "no", "no|against|nays|noes|nay|contre|nein|dagegen|en contra|против|لا|معارض|المعارضون|反对|반대",
    "votes against" },
  [CHN_IMPORT_ABSTAIN] = { "abstain",
    "abstain|abstentions|abstention|abst|abst.|abstained|abstaining|abstain.|enthaltung|enthaltungen|abstenciones|"
    "abstención|воздержались|воздержавшиеся|امتناع|الممتنعون|弃权|기권",
    "abstentions" },
  [CHN_IMPORT_NOT_VOTING] = { "not-voting",
    "not voting|non-voting|absent|did not vote|non votants|absents|nicht abgestimmt|abwesend|no votantes|ausentes|"
    "не голосовали|отсутствовали|غائب|未投票|缺席|불참",
    "members that did not vote" },
  [CHN_IMPORT_RESULT] = { "result",
    "result|outcome|vote result|résultat|issue|ergebnis|resultado|результат|итог|النتيجة|结果|결과", "adopted, rejected" },
  [CHN_IMPORT_SOURCE] = { "source",
    "source|sources|publisher|media|outlet|newspaper|citation|reference source|published by|fuente|fuentes|"
    "éditeur|quelle|quellen|beleg|belege|verlag|herausgeber|editor|источник|источники|издатель|المصدر|المصادر|الناشر|"
    "来源|出处|资料来源|出版者|출처|자료|발행처",
    "who says so" },
  [CHN_IMPORT_URL] = { "url",
    "url|urls|link|links|web|website|address|source url|source link|hyperlink|lien|liens|adresse|internet|webadresse|enlace|enlaces|"
    "vínculo|ссылка|ссылки|адрес|сайт|الرابط|رابط|链接|网址|링크|주소",
    "its address" },
  [CHN_IMPORT_TAGS] = { "tags",
    "tag|tags|keyword|keywords|topic|topics|theme|themes|label|labels|mots-clés|mot-clé|thème|thèmes|schlagwort|schlagworte|"
    "schlagwörter|stichwort|stichworte|thema|themen|etiquetas|palabras clave|tema|temas|метки|ключевые слова|тема|темы|"
    "الوسوم|الكلمات المفتاحية|标签|关键词|主题|태그|키워드|주제",
    "words to find it by" },
  [CHN_IMPORT_STATUS] = { "status", "status|statut|stand|estatus|статус|الحالة|状态|상태", "occurred, planned …" },
  [CHN_IMPORT_IMPORTANCE] = { "importance",
    "importance|weight|priority|wichtigkeit|bedeutung|importancia|важность|الأهمية|重要性|중요도", "a number, 1 the most" },
  [CHN_IMPORT_CONFIDENCE] = { "confidence",
    "confidence|certainty|reliability|fiabilité|confiance|verlässlichkeit|confianza|достоверность|الثقة|可信度|신뢰도",
    "verified, reported …" },
  [CHN_IMPORT_SERIES] = { "series", "series|série|reihe|serie|серия|السلسلة|系列|연속", "what it belongs to" },
  [CHN_IMPORT_ID] = { "id", "id|key|identifier|event id|identifiant|kennung|schlüssel|identificador|clave|идентификатор|المعرف|标识|"
    "编码|식별자", "a name that stays with the row: rows are found again by it" },
  [CHN_IMPORT_PRECISION] = { "precision", "precision|date precision|time_precision|time precision|genauigkeit|précision|precisión",
    "how much of the date is known: day, week, month, year, decade, century" },
  [CHN_IMPORT_COUNTER] = { "counter",
    "no.|nr|nr.|#|№|row|why not taken|row no|serial|serial no|s.no|s/n|n°|nº|num|number|numéro|lfd. nr.|lfd nr|nummer|número|номер|№ п/п|"
    "رقم|الرقم|序号|编号|번호|순번",
    "the number of the row, which changes with the table: not taken" },
};
/* clang-format on */

static const char *const others[] = { "extra", "ignore" };

const ChnColumnWords *
chn_column_words_get (ChnImportField field)
{
  return &rows[field];
}

static int
find_role (const char *heading, gsize length)
{
  guint n = 0;
  const ChnTerm *terms = chn_vocabulary_get_terms (CHN_VOCABULARY_ROLE, &n);
  for (guint i = 0; i < n; i++) {
    gsize own = strlen (terms[i].name);
    gboolean is_plural = length == own + 1 && (heading[own] == 's' || heading[own] == 'S');
    if ((length == own || is_plural) && g_ascii_strncasecmp (terms[i].name, heading, own) == 0)
      return CHN_IMPORT_ROLE + (int) i;
  }
  return -1;
}

int
chn_column_words_find_name (const char *name)
{
  for (int i = 0; i < CHN_N_IMPORT_FIELDS; i++)
    if (strcmp (rows[i].name, name) == 0)
      return i;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (strcmp (others[i], name) == 0)
      return CHN_IMPORT_EXTRA + (int) i;
  return find_role (name, strlen (name));
}

const char *
chn_column_words_get_name (int field)
{
  if (field < CHN_N_IMPORT_FIELDS)
    return rows[field].name;
  if (field >= CHN_IMPORT_ROLE)
    return chn_vocabulary_get_term_name (CHN_VOCABULARY_ROLE, (guint) (field - CHN_IMPORT_ROLE));
  return others[field == CHN_IMPORT_EXTRA ? 0 : 1];
}

/* Bytes of a heading, and of a word that is also kept as it is written. */
enum { LONGEST_HEADING = 80, LONGEST_KEPT = 4 };

static void
add_word (GHashTable *index, const char *word, guint field)
{
  g_autofree char *folded = chn_fold_name (word, -1);
  const char *key = *folded ? folded : word;
  /* "№" is folded as "no", which stands above votes; as it is written it can be nothing but a number. */
  if (g_hash_table_contains (index, key) && !g_str_is_ascii (word) && strlen (word) <= LONGEST_KEPT)
    key = word;
  if (!g_hash_table_contains (index, key))
    g_hash_table_insert (index, g_strdup (key), GUINT_TO_POINTER (field + 1));
}

/* Folded headings -> field + 1; made once, since it is asked for each cell of each row that may be a header. */
static gpointer
make_index (gpointer unused)
{
  (void) unused;
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < CHN_N_IMPORT_FIELDS; i++) {
    g_auto (GStrv) words = g_strsplit (rows[i].words, "|", -1);
    for (char **word = words; *word; word++)
      add_word (index, *word, i);
  }
  return index;
}

/* As chn_fold_name() does for ASCII, without a place in memory of its own. */
static void
fold_ascii (const char *heading, gsize length, char folded[LONGEST_HEADING + 1])
{
  gsize n = 0;
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isalnum (heading[i]))
      folded[n++] = g_ascii_tolower (heading[i]);
  folded[n] = '\0';
}

static gpointer
look_up_other (GHashTable *index, const char *heading)
{
  g_autofree char *cased = strlen (heading) <= LONGEST_KEPT ? g_utf8_casefold (heading, -1) : NULL;
  gpointer found = cased ? g_hash_table_lookup (index, cased) : NULL;
  if (found)
    return found;
  g_autofree char *folded = chn_fold_name (heading, -1);
  return g_hash_table_lookup (index, *folded ? folded : heading);
}

/* The field of a heading of at most LONGEST_HEADING bytes, or -1. */
static int
find_folded (const char *heading, gsize length)
{
  static GOnce once = G_ONCE_INIT;
  GHashTable *index = g_once (&once, make_index, NULL);
  char folded[LONGEST_HEADING + 1];
  const gboolean is_ascii = chn_ascii_is_all (heading, length);
  if (is_ascii)
    fold_ascii (heading, length, folded);
  if (is_ascii && folded[0])
    return GPOINTER_TO_INT (g_hash_table_lookup (index, folded)) - 1;
  g_autofree char *own = g_strndup (heading, length);
  return GPOINTER_TO_INT (look_up_other (index, own)) - 1;
}

/* How much of a heading is left without digits and signs behind it. */
static gsize
measure_words (const char *heading, gsize length)
{
  while (length > 0 && (g_ascii_isspace (heading[length - 1]) || g_ascii_isdigit (heading[length - 1]) ||
                        strchr ("*:#.", heading[length - 1])))
    length--;
  return length;
}

/* "Source 2" is one more of "Source", and "Votes (Y-N-A)" are votes: how many bytes say so. */
static gsize
measure_bare (const char *heading)
{
  static const char *const marks[] = { "¹", "²", "³", "⁴", "⁵", "†", "‡", "§" };
  gsize length = strlen (heading);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= strlen (marks[i]) &&
        memcmp (heading + length - strlen (marks[i]), marks[i], strlen (marks[i])) == 0)
      length -= strlen (marks[i]);
  const gsize note = strcspn (heading, "([{");
  if (note > 0 && note < length)
    length = note;
  return measure_words (heading, length);
}

int
chn_column_words_find (const char *heading)
{
  const gsize length = strlen (heading);
  if (length > LONGEST_HEADING)
    return -1;
  int field = find_folded (heading, length);
  if (field >= 0)
    return field;
  const gsize bare = measure_bare (heading);
  if (bare > 0 && bare < length)
    field = find_folded (heading, bare);
  return field >= 0 ? field : find_role (heading, bare);
}

/* Words behind which a heading says more about what it has named. */
static const char *const joints[] = { "of",  "in",  "for", "on",  "by",  "to", "at", "de", "du", "des", "del", "d",
                                      "der", "von", "zum", "und", "and", "&",  "/",  "et", "y",  "или", "и",   NULL };

/* Up to so many words are a heading, and no sentence. */
enum { MOST_WORDS = 5 };

int
chn_column_words_guess (const char *heading)
{
  if (strlen (heading) > LONGEST_HEADING)
    return -1;
  g_autofree char *bare = g_strndup (heading, measure_bare (heading));
  g_auto (GStrv) words = g_strsplit_set (bare, " \t\n-_'", -1);
  const char *last = NULL;
  guint n = 0;
  for (char **word = words; *word; word++) {
    g_autofree char *folded = g_utf8_casefold (*word, -1);
    if (last && n > 0 && g_strv_contains (joints, folded))
      break;
    last = **word ? *word : last;
    n += **word != '\0';
  }
  return last && n > 0 && n <= MOST_WORDS && strlen (heading) <= 60 ? find_folded (last, strlen (last)) : -1;
}

const char *
chn_column_words_suggest (const char *heading)
{
  g_auto (ChnSuggestion) suggestion = { 0 };
  chn_suggestion_init (&suggestion, heading, -1);
  for (guint i = 0; i < CHN_N_IMPORT_FIELDS; i++)
    chn_suggestion_offer (&suggestion, rows[i].name);
  const char *name = chn_suggestion_get (&suggestion);
  return name;
}
