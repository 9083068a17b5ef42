/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/date.h>

/*
 * A chronology as a structured document: what a briefing says, in the order in which it says it. It is made once, of
 * rows and a profile (build.h), and written by renderers, which put each run of text into their markup and decide
 * nothing: they neither sort nor count nor choose. All text is plain, in UTF-8, as sources have it: escaping, and
 * guarding against control characters, are the renderer's.
 */

/* What a run of text is; each renderer has one table of how each kind is shown. */
typedef enum {
  CHN_RUN_PLAIN,
  CHN_RUN_DAY,       /* the date of an entry */
  CHN_RUN_COLON,     /* between the day and the sentence, where these stand in one line */
  CHN_RUN_TITLE,     /* an event's own title, in whatever script */
  CHN_RUN_STATUS,    /* "Planned", "Not held" */
  CHN_RUN_SYMBOL,    /* a document symbol: never broken across lines, left to right; target: its document */
  CHN_RUN_FIGURES,   /* a vote or a range of numbers: the same, without a target */
  CHN_RUN_LABEL,     /* what announces a remark: "Sources differ:" */
  CHN_RUN_LINK,      /* target: an address */
  CHN_RUN_REFERENCE, /* to a note: text is its number */
  CHN_RUN_SEE_NOTE,  /* within a note: the number of the one that says more */
  CHN_RUN_MARK,      /* one that the legend explains */
  CHN_N_RUN_KINDS,
} ChnRunKind;

typedef struct {
  ChnRunKind kind;
  const char *text;
  const char *target; /* an address as the source has it, to be judged by the renderer; or NULL */
} ChnRun;

/* A stretch of one of the document's arrays. */
typedef struct {
  guint first, n;
} ChnStretch;

/* What a paragraph of an entry holds. */
typedef enum {
  CHN_PARAGRAPH_DAY,   /* of its own only in a table */
  CHN_PARAGRAPH_SINCE, /* how many days after another date it lies, where a table counts them */
  CHN_PARAGRAPH_FORUM,
  CHN_PARAGRAPH_ID,       /* where a table names it */
  CHN_PARAGRAPH_SENTENCE, /* in prose with the day before it and the note behind */
  CHN_PARAGRAPH_SUMMARY,
  CHN_PARAGRAPH_DISPUTE,
  CHN_PARAGRAPH_SYMBOLS, /* this and the next of their own only in columns */
  CHN_PARAGRAPH_VOTE,
  CHN_PARAGRAPH_SOURCES, /* where they stand with the entry and not in a note */
  CHN_N_PARAGRAPH_KINDS,
} ChnParagraphKind;

typedef struct {
  ChnParagraphKind kind;
  ChnStretch runs;
} ChnParagraph;

/* What entries can be chosen by. */
typedef enum { CHN_FACET_FORUM, CHN_FACET_ACTOR, CHN_FACET_KIND, CHN_FACET_STATUS, CHN_N_FACETS } ChnFacet;

/* One value of a facet; what is said of the Third Committee is said of the General Assembly, too. */
typedef struct {
  const char *key; /* as it is asked for: "un.ga.c3" */
  const char *label;
  guint level;    /* 0, and below each ancestor that can be chosen, too, one more */
  guint n_events; /* that have it */
} ChnChoice;

/* One event: what is said of it, and what it can be found and placed by. */
typedef struct {
  const char *id;
  const char *title;
  const char *label; /* the short title, or NULL */
  const char *date;  /* EDTF, as the record has it */
  const char *day;   /* in words, with its year */
  ChnDateBounds bounds;
  ChnStretch paragraphs;     /* in the order of ChnParagraphKind */
  const char *kind, *status; /* labels; status NULL where it took place */
  const char *known_kind;    /* the name of the kind that every timeline knows and its own is nearest to */
  ChnStretch forums, actors; /* names, each once */
  const char *series;        /* that it belongs to, or NULL */
  guint importance;          /* 1 to 5 */
  gboolean is_disputed;
  guint note;                     /* 0: none */
  guint same_as;                  /* its index, or that of an earlier entry of the same event */
  ChnStretch voices;              /* paragraphs: what each source says; only of interactive documents, as are */
  ChnStretch codes[CHN_N_FACETS]; /* indexes into the choices of the facet */
  const char *address;            /* of its canonical document, else of a source; or NULL */
  gint64 revised;                 /* seconds since 1970-01-01 UTC; 0: nobody says */
} ChnEntry;

/* Entries below one heading. A heading of level 1 without entries has the groups of level 2 that follow it. */
typedef struct {
  const char *title; /* NULL: no heading */
  guint level;       /* 1 or 2 */
  ChnStretch entries;
} ChnGroup;

/* How entries lie on the page. */
typedef enum {
  CHN_LAYOUT_PROSE,   /* a paragraph or more each */
  CHN_LAYOUT_LINES,   /* an item of a list each */
  CHN_LAYOUT_SLIDES,  /* below a headline of day and title, which their paragraphs do not say again */
  CHN_LAYOUT_TABLE,   /* a row of day, forum and sentence each */
  CHN_LAYOUT_COLUMNS, /* a row of the document's columns each */
} ChnLayout;

/* A column of a table: what its cells hold, and its heading. */
typedef struct {
  ChnParagraphKind kind;
  const char *title;
} ChnColumn;

typedef struct {
  const char *language; /* BCP 47: "en" */
  const char *id;       /* of the timeline, or NULL */
  const char *title;
  gint64 revised; /* when anything in it was last revised; 0: nobody says */
  ChnLayout layout;
  const ChnColumn *column; /* of CHN_LAYOUT_COLUMNS */
  guint n_columns;
  const ChnRun *run;
  const ChnParagraph *paragraph;
  guint n_paragraphs;
  const ChnEntry *entry;
  guint n_entries;
  const char *const *name; /* of forums and actors */
  const guint *code;
  const ChnChoice *choice;
  ChnStretch choices[CHN_N_FACETS]; /* in the order in which a person looks for them */
  guint n_events;                   /* entries, each event counted once */
  const char *voices_title;         /* over what sources say */
  const ChnGroup *group;
  guint n_groups;
  ChnStretch front;           /* paragraphs: what the document is of, how much, as of when */
  const char *contents_title; /* over a table of contents */
  const char *notes_title;    /* over the notes */
  gboolean notes_at_foot;     /* of pages, where there are pages */
  ChnStretch notes;           /* paragraphs; note n is the n-th */
  ChnStretch legend;          /* paragraphs: what marks mean */
} ChnDocument;

void chn_document_free (ChnDocument *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnDocument, chn_document_free)
