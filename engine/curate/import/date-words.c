/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The words of dates in English, French, German, Spanish, Russian, Arabic, Chinese and Korean. */
#include "curate/import/date-words.h"

#include <string.h>

#include "base/fold.h"

typedef struct {
  ChnDateWord word;
  int value;
  const char *spellings; /* at least up to a "*": "sep*tember" is Sep and Sept, too */
} Row;

/* clang-format off */
static const Row rows[] = {
  { CHN_DATE_WORD_MONTH, 1,
    "jan*uary|jan*vier|jan*uar|ene*ro|jän*ner|янв*арь|янв*аря|يناير|كانونالثاني|一月|جانفي" },
  { CHN_DATE_WORD_MONTH, 2,
    "feb*ruary|feb*ruar|fév*rier|feb*rero|фев*раль|фев*раля|فبراير|شباط|二月" },
  { CHN_DATE_WORD_MONTH, 3,
    "mar*ch|mar*s|mär*z|mae*rz|mrz|mar*zo|мар*т|мар*та|مارس|آذار|三月" },
  { CHN_DATE_WORD_MONTH, 4,
    "apr*il|avr*il|abr*il|апр*ель|апр*еля|أبريل|إبريل|نيسان|四月" },
  { CHN_DATE_WORD_MONTH, 5,
    "may|mai|may*o|май|мая|مايو|أيار|五月" },
  { CHN_DATE_WORD_MONTH, 6,
    "jun*e|juin|jun*i|jun*io|июн*ь|июн*я|يونيو|يونيه|حزيران|六月" },
  { CHN_DATE_WORD_MONTH, 7,
    "jul*y|juil*let|jul*i|jul*io|июл*ь|июл*я|يوليو|يوليه|تموز|七月" },
  { CHN_DATE_WORD_MONTH, 8,
    "aug*ust|aoû*t|ago*sto|авг*уст|авг*уста|أغسطس|آب|八月" },
  { CHN_DATE_WORD_MONTH, 9,
    "sep*tember|sep*tembre|sep*tiembre|set*iembre|сен*тябрь|сен*тября|سبتمبر|أيلول|九月" },
  { CHN_DATE_WORD_MONTH, 10,
    "oct*ober|oct*obre|oct*ubre|okt*ober|окт*ябрь|окт*ября|أكتوبر|تشرينالأول|十月" },
  { CHN_DATE_WORD_MONTH, 11,
    "nov*ember|nov*embre|nov*iembre|ноя*брь|ноя*бря|نوفمبر|تشرينالثاني|十一月" },
  { CHN_DATE_WORD_MONTH, 12,
    "dec*ember|déc*embre|dez*ember|dic*iembre|дек*абрь|дек*абря|ديسمبر|كانونالأول|十二月" },
  { CHN_DATE_WORD_SEASON, 21, "spring|printemps|frühling|frühjahr|primavera|весна|весной|الربيع|ربيع|春季|春|봄" },
  { CHN_DATE_WORD_SEASON, 22, "summer|été|sommer|verano|лето|летом|الصيف|صيف|夏季|夏|여름" },
  { CHN_DATE_WORD_SEASON, 23, "autumn|fall|automne|herbst|otoño|осень|осенью|الخريف|خريف|秋季|秋|가을" },
  { CHN_DATE_WORD_SEASON, 24, "winter|hiver|invierno|зима|зимой|الشتاء|شتاء|冬季|冬|겨울" },
  { CHN_DATE_WORD_PERIOD, CHN_DATE_EARLY,
    "early|earlyin|beginning|start|début|anfang|beginn|principios|comienzos|inicios|начало|вначале|начале|أوائل|مطلع|"
    "初|年初|初期|초|연초" },
  { CHN_DATE_WORD_PERIOD, CHN_DATE_MIDDLE, "mid|middle|mitte|mediados|milieu|середина|середине|منتصف|中|年中|중반" },
  { CHN_DATE_WORD_PERIOD, CHN_DATE_LATE,
    "late|latein|end|fin|ende|finales|fines|конец|конце|أواخر|نهاية|末|年底|年末|底|말|연말" },
  { CHN_DATE_WORD_APPROXIMATE, 0,
    "c|ca|circa|about|around|approx|approximately|roughly|vers|environ|um|etwa|ungefähr|zirka|gegen|hacia|alrededor|"
    "aproximadamente|около|примерно|приблизительно|ок|حوالي|نحو|约|大约|左右|약|경|쯤" },
  { CHN_DATE_WORD_UNCERTAIN, 0,
    "possibly|maybe|perhaps|probably|likely|peutêtre|probablement|vermutlich|wohl|wahrscheinlich|vielleicht|quizás|"
    "probablemente|вероятно|возможно|ربما|可能|아마" },
  { CHN_DATE_WORD_TO, 0,
    "to|until|till|through|thru|bis|au|jusquau|jusquen|à|a|al|hasta|по|до|إلى|حتى|至|到|까지|부터" },
  { CHN_DATE_WORD_FROM, 0, "from|since|starting|seit|von|vom|ab|depuis|du|desde|с|начиная|منذ|من|自|从|以来" },
  { CHN_DATE_WORD_UNTIL, 0, "upto|jusquà" },
  { CHN_DATE_WORD_BETWEEN, 0, "between|entre|zwischen|между|بين|介于" },
  { CHN_DATE_WORD_AND, 0, "and|und|et|y|и|و|和|及|및|와|과" },
  { CHN_DATE_WORD_OR, 0, "or|oder|ou|o|или|أو|或|또는" },
  { CHN_DATE_WORD_OPEN, 0,
    "ongoing|present|now|today|current|onwards|onward|continuing|encours|présent|aujourdhui|maintenant|heute|"
    "laufend|andauernd|fortlaufend|gegenwart|encurso|presente|actualidad|hoy|настоящеевремя|сейчас|настоящее|"
    "продолжается|الآن|مستمر|الحاضر|至今|现在|今|持续|进行中|현재|진행중" },
  { CHN_DATE_WORD_AFTERNOON, 12, "pm" },
  { CHN_DATE_WORD_AFTERNOON, 0, "am" },
  { CHN_DATE_WORD_NOISE, 0,
    "the|of|in|on|at|de|del|der|die|das|den|dem|le|la|les|en|el|im|am|jahr|year|année|año|год|года|году|г|в|عام|سنة|"
    "في|年|月|日|号|일|월|년|day|month|week|uhr|h|hrs|hours|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    "mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|"
    "mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so|lunes|martes|miércoles|jueves|"
    "viernes|sábado|domingo|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|пн|вт|ср|чт|пт|сб|вс|الأحد|"
    "الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|星期一|星期二|星期三|星期四|星期五|星期六|星期日|월요일|화요일|수요일|"
    "목요일|금요일|토요일|일요일" },
};

/* What is one thing in several words, or in signs of its own. */
static const char *const plain[][2] = {
  { "كانون الثاني", "كانونالثاني" }, { "كانون الأول", "كانونالأول" },
  { "تشرين الثاني", "تشرينالثاني" }, { "تشرين الأول", "تشرينالأول" },
  { "in progress", "ongoing" },      { "to date", "- ongoing" },
  { "up to", "upto" },               { "en cours", "encours" },
  { "en curso", "encurso" },         { "jusqu'à", "jusquà " },
  { "jusqu’à", "jusquà " },          { "à ce jour", "- ongoing" },
  { "настоящее время", "настоящеевремя" },
  { "peut-être", "peutêtre" },       { "aujourd'hui", "aujourdhui" },
  { "aujourd’hui", "aujourdhui" },   { "н.в.", "ongoing" },
  { "bis heute", "- ongoing" },
  { "–", "-" }, { "—", "-" }, { "‒", "-" }, { "‑", "-" }, { "‐", "-" }, { "−", "-" }, { "―", "-" },
  { "～", "-" }, { "〜", "-" }, { "，", "," }, { "、", "," }, { "；", ";" }, { "：", ":" }, { "／", "/" }, { "．", "." },
  { "،", "," }, { "؛", ";" }, { "（", "(" }, { "）", ")" }, { "\u202F", " " }, { "\u2009", " " }, { "\u200B", "" },
  { "\u200E", "" }, { "\u200F", "" }, { "’", "'" }, { "‘", "'" }, { "½", "" },
};
/* clang-format on */

typedef struct {
  ChnDateWord word;
  int value;
  char *spelling; /* folded */
  gsize least;    /* bytes of it that must be there */
} Meaning;

typedef struct {
  GHashTable *whole; /* folded -> Meaning */
  GArray *shortened; /* Meaning */
} Index;

static void
add_spelling (Index *index, const Row *row, const char *spelling)
{
  const char *star = strchr (spelling, '*');
  g_autofree char *start = star ? chn_fold_name (spelling, star - spelling) : NULL;
  Meaning meaning = { row->word, row->value, chn_fold_name (spelling, -1), start ? strlen (start) : 0 };
  if (start)
    g_array_append_val (index->shortened, meaning);
  if (!g_hash_table_contains (index->whole, meaning.spelling))
    g_hash_table_insert (index->whole, meaning.spelling, g_memdup2 (&meaning, sizeof meaning));
  else if (!start)
    g_free (meaning.spelling);
}

/* Lives as long as the process. */
static gpointer
make_index (gpointer unused)
{
  (void) unused;
  Index *index = g_new (Index, 1);
  index->whole = g_hash_table_new (g_str_hash, g_str_equal);
  index->shortened = g_array_new (FALSE, FALSE, sizeof (Meaning));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (GStrv) spellings = g_strsplit (rows[i].spellings, "|", -1);
    for (char **spelling = spellings; *spelling; spelling++)
      add_spelling (index, &rows[i], *spelling);
  }
  return index;
}

static const Meaning *
find_shortened (const Index *index, const char *folded)
{
  gsize length = strlen (folded);
  for (guint i = 0; i < index->shortened->len; i++) {
    const Meaning *meaning = &g_array_index (index->shortened, Meaning, i);
    if (length >= meaning->least && g_str_has_prefix (meaning->spelling, folded))
      return meaning;
  }
  return NULL;
}

ChnDateWord
chn_date_word_find (const char *word, gsize length, int *value)
{
  static GOnce once = G_ONCE_INIT;
  const Index *index = g_once (&once, make_index, NULL);
  g_autofree char *folded = chn_fold_name (word, (gssize) length);
  const Meaning *meaning = g_hash_table_lookup (index->whole, folded);
  if (!meaning)
    meaning = find_shortened (index, folded);
  if (meaning)
    *value = meaning->value;
  return meaning ? meaning->word : CHN_DATE_WORD_NONE;
}

/* Digits of any script, and no superscript ones: these are marks of footnotes. */
static void
append_plain_digits (GString *out, const char *text)
{
  for (const char *at = text; *at; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    if (c >= 0x80 && g_unichar_isdigit (c))
      g_string_append_c (out, (char) ('0' + g_unichar_digit_value (c)));
    else if (c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x209C))
      continue;
    else
      g_string_append_unichar (out, c);
  }
}

static gboolean
is_ascii (const char *text)
{
  for (; *text; text++)
    if (*text & '\x80')
      return FALSE;
  return TRUE;
}

char *
chn_date_words_dup_plain (const char *text)
{
  GString *out = g_string_new (NULL);
  if (is_ascii (text))
    g_string_append (out, text);
  else
    append_plain_digits (out, text);
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (!is_ascii (plain[i][0]) ? !is_ascii (text) : strchr (text, ' ') != NULL || strchr (text, '\'') != NULL)
      g_string_replace (out, plain[i][0], plain[i][1], 0);
  return g_string_free (out, FALSE);
}
