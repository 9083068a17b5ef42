/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the synthetic corpus is made of: names with their weights, and words from the commonest on. */
#pragma once

#include <glib.h>

typedef struct {
  const char *name;
  guint weight;
} Weighted;

static const Weighted kinds[] = {
  { "statement", 300 }, { "meeting", 200 },      { "resolution", 90 },  { "decision", 60 }, { "draft", 50 },
  { "vote", 80 },       { "report", 70 },        { "letter", 60 },      { "hearing", 10 },  { "review", 10 },
  { "visit", 20 },      { "treaty-action", 10 }, { "appointment", 10 }, { "release", 10 },  { "publication", 20 },
};

static const Weighted forums[] = {
  { "un.ga", 160 },         { "un.ga.c1", 60 }, { "un.ga.c3", 70 },  { "un.ga.c5", 20 },   { "un.sc", 200 },
  { "un.sc.1718", 15 },     { "un.hrc", 120 },  { "un.hrc.ss", 10 }, { "un.hrc.upr", 20 }, { "un.ecosoc", 50 },
  { "un.secretariat", 50 }, { "un.ohchr", 30 }, { "un.icj", 10 },    { "un.press", 60 },   { "bilateral", 60 },
  { "national", 50 },       { "press", 15 },
};

static const Weighted actors[] = {
  { "usa", 200 }, { "chn", 160 }, { "rus", 150 }, { "gbr", 120 }, { "fra", 120 }, { "jpn", 90 }, { "kor", 80 },
  { "prk", 70 },  { "deu", 70 },  { "ind", 60 },  { "bra", 45 },  { "zaf", 40 },  { "egy", 40 }, { "irn", 40 },
  { "isr", 40 },  { "syr", 35 },  { "cub", 30 },  { "mex", 30 },  { "can", 30 },  { "aus", 30 }, { "nor", 25 },
  { "swe", 25 },  { "che", 25 },  { "ita", 25 },  { "esp", 25 },  { "pol", 20 },  { "tur", 20 }, { "idn", 20 },
  { "pak", 20 },  { "nga", 18 },  { "ken", 15 },  { "chl", 12 },  { "arg", 12 },  { "vnm", 10 }, { "tha", 10 },
  { "bwa", 4 },   { "tuv", 1 },   { "nru", 1 },   { "and", 1 },   { "lie", 1 },
};

static const Weighted roles[] = {
  { "speaker", 40 }, { "sponsor", 30 }, { "subject", 20 }, { "author", 10 }, { "addressee", 5 }, { "chair", 3 },
};

static const Weighted tags[] = {
  { "sanctions", 10 }, { "human-rights", 14 }, { "disarmament", 8 }, { "budget", 5 },
  { "refugees", 6 },   { "peacekeeping", 9 },  { "development", 8 }, { "abductions", 2 },
};

static const char *const places[] = {
  "New York", "Geneva", "Vienna", "The Hague", "Nairobi", "Pyongyang", "Beijing"
};

/* The commonest first; behind them come made-up words, ever rarer. */
static const char *const common[] = {
  "the",
  "of",
  "and",
  "to",
  "in",
  "on",
  "a",
  "for",
  "rights",
  "that",
  "its",
  "human",
  "by",
  "with",
  "report",
  "council",
  "States",
  "as",
  "situation",
  "Member",
  "security",
  "committee",
  "was",
  "resolution",
  "from",
  "assembly",
  "general",
  "which",
  "calls",
  "upon",
  "representative",
  "government",
  "at",
  "be",
  "international",
  "draft",
  "secretary",
  "their",
  "all",
  "people",
  "measures",
  "has",
  "peace",
  "adopted",
  "commission",
  "development",
  "also",
  "statement",
  "recalling",
  "concern",
  "support",
  "countries",
  "noted",
  "against",
  "implementation",
  "nuclear",
  "delegation",
  "economic",
  "session",
  "cooperation",
  "programme",
  "community",
  "efforts",
  "special",
  "sanctions",
  "said",
  "system",
  "conference",
  "action",
  "expressed",
  "further",
  "dialogue",
  "violations",
  "welcomed",
  "treaty",
  "relevant",
  "reaffirming",
  "mandate",
  "humanitarian",
  "access",
  "decided",
  "text",
  "would",
  "should",
  "weapons",
  "missile",
  "inquiry",
  "accountability",
  "mission",
  "children",
  "women",
  "refugees",
  "abductions",
  "détente",
};

/* Sentences of other scripts, as quotations bring them. */
static const char *const foreign[] = {
  "조선민주주의인민공화국의 인권 상황",
  "朝鮮民主主義人民共和国の人権状況",
  "朝鲜民主主义人民共和国的人权状况",
  "положение в области прав человека",
  "حالة حقوق الإنسان في البلد",
  "situation des droits de l’homme à Genève",
  "situación de los derechos humanos",
  "人権理事会",
  "Совет Безопасности",
};

static const char *const syllables[] = { "ka",  "lo",  "mi",  "ren", "tos", "ver", "an",  "dul", "esh", "pri",
                                         "qua", "sto", "bel", "gor", "hin", "jau", "nex", "ul",  "wis", "zem" };
