/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What people say of time, in the words of a query: a row for each way of saying it. */
#include "query/date-phrase.h"

#include <chancery/date.h>
#include <string.h>

#include "date/english.h"
#include "query/wording.h"

typedef struct {
  ChnQueryIdiom wording;
  gboolean is_guess;
} Row;

#define SAYS(typed, written)                                                                                         \
  {                                                                                                                  \
    { typed, written, NULL, NULL }, FALSE                                                                            \
  }
#define MAY_MEAN(typed, written)                                                                                     \
  {                                                                                                                  \
    { typed, written, NULL, NULL }, TRUE                                                                             \
  }

/* clang-format off */
static const Row rows[] = {
  SAYS ("today", "date:today"),
  SAYS ("now", "date:today"),
  SAYS ("yesterday", "date:today-1d"),
  SAYS ("tomorrow", "date:today+1d"),
  SAYS ("this-month", "date:this-month"),
  SAYS ("this month", "date:this-month"),
  SAYS ("thismonth", "date:this-month"),
  SAYS ("this-year", "date:this-year"),
  SAYS ("this year", "date:this-year"),
  SAYS ("thisyear", "date:this-year"),
  SAYS ("last month", "date:this-month-1m"),
  SAYS ("last-month", "date:this-month-1m"),
  SAYS ("lastmonth", "date:this-month-1m"),
  SAYS ("last year", "date:this-year-1y"),
  SAYS ("last-year", "date:this-year-1y"),
  SAYS ("lastyear", "date:this-year-1y"),
  SAYS ("next month", "date:this-month+1m"),
  SAYS ("nextmonth", "date:this-month+1m"),
  SAYS ("next year", "date:this-year+1y"),
  SAYS ("nextyear", "date:this-year+1y"),
  SAYS ("N days ago", "date:today-Nd"),
  SAYS ("N day ago", "date:today-Nd"),
  SAYS ("N.days.ago", "date:today-Nd"),
  MAY_MEAN ("N weeks ago", "date:today-Nw"),
  MAY_MEAN ("N week ago", "date:today-Nw"),
  MAY_MEAN ("N.weeks.ago", "date:today-Nw"),
  MAY_MEAN ("N months ago", "date:this-month-Nm"),
  MAY_MEAN ("N month ago", "date:this-month-Nm"),
  MAY_MEAN ("N years ago", "date:this-year-Ny"),
  MAY_MEAN ("N year ago", "date:this-year-Ny"),
  SAYS ("last N days", "date:today-Nd..today"),
  SAYS ("past N days", "date:today-Nd..today"),
  SAYS ("last N weeks", "date:today-Nw..today"),
  SAYS ("past N weeks", "date:today-Nw..today"),
  SAYS ("last N months", "date:today-Nm..today"),
  SAYS ("past N months", "date:today-Nm..today"),
  SAYS ("last N years", "date:today-Ny..today"),
  SAYS ("past N years", "date:today-Ny..today"),
  SAYS ("next N days", "date:today..today+Nd"),
  SAYS ("next N months", "date:today..today+Nm"),
  MAY_MEAN ("N.day", "date:today-Nd..today"),
  MAY_MEAN ("N.week", "date:today-Nw..today"),
  MAY_MEAN ("N.month", "date:today-Nm..today"),
  MAY_MEAN ("N.year", "date:today-Ny..today"),
  MAY_MEAN ("N day", "date:today-Nd..today"),
  MAY_MEAN ("N week", "date:today-Nw..today"),
  MAY_MEAN ("N month", "date:today-Nm..today"),
  MAY_MEAN ("N year", "date:today-Ny..today"),
  MAY_MEAN ("N.months.ago", "date:this-month-Nm"),
  MAY_MEAN ("N.years.ago", "date:this-year-Ny"),
  MAY_MEAN ("N.days", "date:today-Nd..today"),
  MAY_MEAN ("N.weeks", "date:today-Nw..today"),
  MAY_MEAN ("N.months", "date:today-Nm..today"),
  MAY_MEAN ("N.years", "date:today-Ny..today"),
  MAY_MEAN ("N days", "date:today-Nd..today"),
  MAY_MEAN ("N weeks", "date:today-Nw..today"),
  MAY_MEAN ("N months", "date:today-Nm..today"),
  MAY_MEAN ("N years", "date:today-Ny..today"),
  MAY_MEAN ("Ndays", "date:today-Nd..today"),
  MAY_MEAN ("Nweeks", "date:today-Nw..today"),
  MAY_MEAN ("Nmonths", "date:today-Nm..today"),
  MAY_MEAN ("Nyears", "date:today-Ny..today"),
  MAY_MEAN ("last week", "date:today-7d..today"),
  MAY_MEAN ("lastweek", "date:today-7d..today"),
  MAY_MEAN ("past week", "date:today-7d..today"),
  MAY_MEAN ("past month", "date:today-1m..today"),
  MAY_MEAN ("past year", "date:today-1y..today"),
  MAY_MEAN ("this week", "date:today-7d..today+7d"),
  MAY_MEAN ("thisweek", "date:today-7d..today+7d"),
  MAY_MEAN ("this-week", "date:today-7d..today+7d"),
  MAY_MEAN ("next week", "date:today..today+7d"),
  MAY_MEAN ("nextweek", "date:today..today+7d"),
  MAY_MEAN ("recent", "date:today-1y..today"),

  SAYS ("qQ YEAR", "date:YEAR-QQ"),
  SAYS ("qQ/YEAR", "date:YEAR-QQ"),
  SAYS ("qQ-YEAR", "date:YEAR-QQ"),
  SAYS ("Qq YEAR", "date:YEAR-QQ"),
  SAYS ("QqYEAR", "date:YEAR-QQ"),
  SAYS ("YEAR qQ", "date:YEAR-QQ"),
  SAYS ("YEARqQ", "date:YEAR-QQ"),
  SAYS ("YEAR-qQ", "date:YEAR-QQ"),
  SAYS ("YEAR/qQ", "date:YEAR-QQ"),
  SAYS ("h1 YEAR", "date:YEAR-01..YEAR-06"),
  SAYS ("h2 YEAR", "date:YEAR-07..YEAR-12"),
  SAYS ("year YEAR", "date:YEAR"),
  SAYS ("the year YEAR", "date:YEAR"),
  MAY_MEAN ("early YEAR", "date:YEAR-01..YEAR-04"),
  MAY_MEAN ("early in YEAR", "date:YEAR-01..YEAR-04"),
  MAY_MEAN ("beginning of YEAR", "date:YEAR-01..YEAR-03"),
  MAY_MEAN ("start of YEAR", "date:YEAR-01..YEAR-03"),
  MAY_MEAN ("mid YEAR", "date:YEAR-05..YEAR-08"),
  MAY_MEAN ("mid-YEAR", "date:YEAR-05..YEAR-08"),
  MAY_MEAN ("middle of YEAR", "date:YEAR-05..YEAR-08"),
  MAY_MEAN ("late YEAR", "date:YEAR-09..YEAR-12"),
  MAY_MEAN ("late in YEAR", "date:YEAR-09..YEAR-12"),
  MAY_MEAN ("end of YEAR", "date:YEAR-10..YEAR-12"),
  MAY_MEAN ("fyYEAR", "date:YEAR"),
  MAY_MEAN ("fy YEAR", "date:YEAR"),
  MAY_MEAN ("early MONTHLY", "date:MONTHLY-01..MONTHLY-10"),
  MAY_MEAN ("beginning of MONTHLY", "date:MONTHLY-01..MONTHLY-10"),
  MAY_MEAN ("mid MONTHLY", "date:MONTHLY-11..MONTHLY-20"),
  MAY_MEAN ("mid-MONTHLY", "date:MONTHLY-11..MONTHLY-20"),
  MAY_MEAN ("late MONTHLY", "date:MONTHLY-21..MONTHLY"),
  MAY_MEAN ("end of MONTHLY", "date:MONTHLY-21..MONTHLY"),
  MAY_MEAN ("YEAR年MM月DD日", "date:YEAR-MM-DD"),
  MAY_MEAN ("YEAR年MM月DD号", "date:YEAR-MM-DD"),
  MAY_MEAN ("YEAR年MM月", "date:YEAR-MM"),
  MAY_MEAN ("YEAR年", "date:YEAR"),
  MAY_MEAN ("YEAR년 MM월 DD일", "date:YEAR-MM-DD"),
  MAY_MEAN ("YEAR년MM월DD일", "date:YEAR-MM-DD"),
  MAY_MEAN ("YEAR년 MM월", "date:YEAR-MM"),

  SAYS ("between WHEN and WHEN2", "date:WHEN..WHEN2"),
  SAYS ("from WHEN to WHEN2", "date:WHEN..WHEN2"),
  SAYS ("from WHEN until WHEN2", "date:WHEN..WHEN2"),
  SAYS ("from WHEN till WHEN2", "date:WHEN..WHEN2"),
  SAYS ("from WHEN through WHEN2", "date:WHEN..WHEN2"),
  SAYS ("from WHEN on", "date:WHEN.."),
  SAYS ("from WHEN onwards", "date:WHEN.."),
  SAYS ("WHEN to WHEN2", "date:WHEN..WHEN2"),
  SAYS ("WHEN until WHEN2", "date:WHEN..WHEN2"),
  SAYS ("WHEN till WHEN2", "date:WHEN..WHEN2"),
  SAYS ("WHEN through WHEN2", "date:WHEN..WHEN2"),
  SAYS ("since WHEN", "date:WHEN.."),
  SAYS ("from WHEN", "date:WHEN.."),
  SAYS ("starting WHEN", "date:WHEN.."),
  SAYS ("WHEN onwards", "date:WHEN.."),
  SAYS ("until WHEN", "date:..WHEN"),
  SAYS ("till WHEN", "date:..WHEN"),
  SAYS ("up to WHEN", "date:..WHEN"),
  SAYS ("through WHEN", "date:..WHEN"),
  SAYS ("before WHEN", "before:WHEN"),
  SAYS ("prior to WHEN", "before:WHEN"),
  SAYS ("after WHEN", "after:WHEN"),
  SAYS ("in WHEN", "date:WHEN"),
  SAYS ("on WHEN", "date:WHEN"),
  SAYS ("of WHEN", "date:WHEN"),
  SAYS ("during WHEN", "date:WHEN"),
  SAYS ("YEAR-YEAR2", "date:YEAR..YEAR2"),
  SAYS ("YEAR - YEAR2", "date:YEAR..YEAR2"),
  SAYS ("YEAR–YEAR2", "date:YEAR..YEAR2"),
  MAY_MEAN ("WHEN Nd", "within:+Nd@WHEN"),
  MAY_MEAN ("WHEN Nw", "within:+Nw@WHEN"),
  MAY_MEAN ("WHEN Nm", "within:+Nm@WHEN"),
  MAY_MEAN ("WHEN Ny", "within:+Ny@WHEN"),
  MAY_MEAN ("WHEN WHEN2", "date:WHEN..WHEN2"),
};
/* clang-format on */

/* Days and months of other languages are names; the order of their words is that of English. */
static const struct {
  const char *word;
  int month;
} months[] = {
  { "janvier", 1 },    { "février", 2 },    { "fevrier", 2 },   { "mars", 3 },       { "avril", 4 },
  { "mai", 5 },        { "juin", 6 },       { "juillet", 7 },   { "août", 8 },       { "aout", 8 },
  { "septembre", 9 },  { "octobre", 10 },   { "novembre", 11 }, { "décembre", 12 },  { "decembre", 12 },
  { "enero", 1 },      { "febrero", 2 },    { "marzo", 3 },     { "abril", 4 },      { "mayo", 5 },
  { "junio", 6 },      { "julio", 7 },      { "agosto", 8 },    { "septiembre", 9 }, { "octubre", 10 },
  { "noviembre", 11 }, { "diciembre", 12 }, { "januar", 1 },    { "februar", 2 },    { "märz", 3 },
  { "maerz", 3 },      { "juni", 6 },       { "juli", 7 },      { "oktober", 10 },   { "dezember", 12 },
  { "января", 1 },     { "февраля", 2 },    { "марта", 3 },     { "апреля", 4 },     { "мая", 5 },
  { "июня", 6 },       { "июля", 7 },       { "августа", 8 },   { "сентября", 9 },   { "октября", 10 },
  { "ноября", 11 },    { "декабря", 12 },
};

static const char *
find_english (const char *word)
{
  static const char *const noise[] = { "de", "del", "le", "den", "der", "la", NULL };
  g_autofree char *folded = g_utf8_strdown (word, -1);
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (strcmp (months[i].word, folded) == 0)
      return chn_english_get_month (months[i].month);
  return g_strv_contains (noise, folded) ? "of" : NULL;
}

/* "18. novembre 2014" as "18 November 2014"; NULL where no word is of another language. */
static char *
dup_translated (const char *phrase)
{
  gboolean any = FALSE;
  g_auto (GStrv) words = g_strsplit (phrase, " ", -1);
  for (guint i = 0; words[i]; i++) {
    const char *english = find_english (words[i]);
    gsize digits = strspn (words[i], "0123456789");
    if (digits > 0 && digits <= 2 && strcmp (words[i] + digits, ".") == 0)
      words[i][digits] = '\0';
    any = any || english;
    if (!english)
      continue;
    g_free (words[i]);
    words[i] = g_strdup (english);
  }
  return any ? g_strjoinv (" ", words) : NULL;
}

char *
chn_date_phrase_dup_date (const char *phrase)
{
  g_autoptr (ChnDate) date = chn_date_new_humanized (phrase, NULL);
  return date ? chn_date_dup_canonical (date) : chn_wording_dup_date (phrase);
}

/* A date in the words of another language is one that nobody has promised to understand. */
static ChnDatePhrase
read_translated (const char *phrase, char **term)
{
  g_autofree char *english = dup_translated (phrase);
  g_autofree char *date = english ? chn_date_phrase_dup_date (english) : NULL;
  if (!date)
    return CHN_DATE_PHRASE_NONE;
  *term = g_strconcat ("date:", date, NULL);
  return CHN_DATE_PHRASE_GUESS;
}

/* Whether a phrase can be one of time at all, which most words are not. */
static gboolean
has_time_in_it (const char *phrase)
{
  static const char *const words[] = { "today", "yesterday", "tomorrow", "now", "week", "month", "year", "recent" };
  g_autofree char *lower = g_ascii_strdown (phrase, -1);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (lower, words[i]))
      return TRUE;
  return strpbrk (phrase, "0123456789") != NULL;
}

static ChnDatePhrase
read_row (const char *phrase, char **term)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    char *found = chn_wording_dup_whole (&rows[i].wording, phrase);
    if (!found)
      continue;
    *term = found;
    return rows[i].is_guess ? CHN_DATE_PHRASE_GUESS : CHN_DATE_PHRASE_DATE;
  }
  return CHN_DATE_PHRASE_NONE;
}

/* "since last month": a word before what another row says. */
static ChnDatePhrase
read_side (const char *phrase, char **term)
{
  static const struct {
    const char *word, *before, *behind;
  } sides[] = {
    { "since ", "date:", ".." },  { "from ", "date:", ".." }, { "until ", "date:..", "" },
    { "before ", "before:", "" }, { "after ", "after:", "" }, { "in the ", "date:", "" },
    { "in ", "date:", "" },       { "the ", "date:", "" },    { "during ", "date:", "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++) {
    gsize length = strlen (sides[i].word);
    g_autofree char *inner = NULL;
    if (g_ascii_strncasecmp (phrase, sides[i].word, length) != 0)
      continue;
    ChnDatePhrase what = read_row (phrase + length, &inner);
    const char *date = inner && g_str_has_prefix (inner, "date:") ? inner + strlen ("date:") : NULL;
    gboolean is_plain = strcmp (sides[i].before, "date:") == 0 && *sides[i].behind == '\0';
    if (!date || (!is_plain && strstr (date, "..")))
      continue;
    *term = g_strconcat (sides[i].before, date, sides[i].behind, NULL);
    return what;
  }
  return CHN_DATE_PHRASE_NONE;
}

ChnDatePhrase
chn_date_phrase_read (const char *phrase, char **term)
{
  *term = NULL;
  if (!has_time_in_it (phrase))
    return CHN_DATE_PHRASE_NONE;
  ChnDatePhrase what = read_row (phrase, term);
  if (what == CHN_DATE_PHRASE_NONE)
    what = read_side (phrase, term);
  return what == CHN_DATE_PHRASE_NONE ? read_translated (phrase, term) : what;
}

gboolean
chn_date_phrase_is_month (const char *word)
{
  static const char *const doubtful[] = { "may", "mar", "march", NULL };
  g_autofree char *folded = g_ascii_strdown (word, -1);
  return chn_english_find_month (word) != 0 && !g_strv_contains (doubtful, folded);
}

gboolean
chn_date_phrase_lacks_year (const char *phrase)
{
  g_auto (GStrv) words = g_strsplit_set (phrase, " ,-", -1);
  gboolean has_month = FALSE;
  for (guint i = 0; words[i]; i++)
    has_month = has_month || chn_english_find_month (words[i]) != 0;
  if (!has_month)
    return FALSE;
  g_autofree char *complete = g_strconcat (phrase, " 2000", NULL);
  g_autoptr (ChnDate) date = chn_date_new_humanized (phrase, NULL),
                      with_year = chn_date_new_humanized (complete, NULL);
  return !date && with_year;
}
