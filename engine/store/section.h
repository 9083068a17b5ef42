/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/sealed.h"

/*
 * What a snapshot consists of: one section an array of the columns. The list of sections is the
 * order in the file; writing goes by it, so does opening, and so does the proof of each block.
 */
typedef enum {
  CHN_SENSE_FREE,    /* any value will do */
  CHN_SENSE_HEADS,   /* of rows: precision, kind, status, confidence and importance are below below[i] */
  CHN_SENSE_CELLS,   /* numbers of 4 bytes, number i of a cell below below[i] */
  CHN_SENSE_STARTS,  /* 4 bytes each, never falling, at most below[0] */
  CHN_SENSE_OFFSETS, /* 8 bytes each, never falling, at most below[0] */
  CHN_SENSE_TEXT,    /* UTF-8 */
} ChnSense;

/* A number that may be anything. */
#define CHN_ANY G_MAXUINT64

enum { CHN_MOST_LIMITS = 5 };

typedef struct {
  gconstpointer *where; /* the array in the columns */
  guint32 size;         /* bytes of an element */
  gsize count;          /* elements */
  ChnSense sense;
  guint64 below[CHN_MOST_LIMITS];
} ChnSection;

/* What is true of a timeline as a whole. */
enum { CHN_TRAIT_OWN_NAMES = 1, CHN_TRAIT_RESTRICTED = 2 };

/* What the lengths of sections follow from. */
typedef struct {
  guint32 n_rows, n_origins, n_queries, n_header_extras, n_texts, n_id_slots, n_words;
  guint32 traits;               /* CHN_TRAIT_OWN_NAMES and CHN_TRAIT_RESTRICTED */
  guint32 n_roles, n_relations; /* that there are; the kinds are codes */
  guint32 n_codes[CHN_N_DICTIONARIES], n_postings[CHN_N_DICTIONARIES];
  guint32 n_counts[CHN_N_BALLOT_KINDS];
  guint64 n_units; /* of records */
  guint64 n_bytes; /* of all texts */
  guint64 n_registry;
  guint64 n_word_bytes, n_word_rows, n_word_positions;
  guint64 n_recurring, n_feeds, n_voters;
} ChnCounts;

/* Without padding, whose bytes nobody sets: the same timeline gives the same file. */
G_STATIC_ASSERT (sizeof (ChnCounts) ==
                 (10 + 2 * CHN_N_DICTIONARIES + CHN_N_BALLOT_KINDS) * sizeof (guint32) + 9 * sizeof (guint64));

/* Where the arrays of the text pool and the packed registry lie, which are no columns. */
typedef struct {
  const guint64 *offsets;
  const char *bytes;
  const char *registry;
} ChnAsides;

enum { CHN_MOST_SECTIONS = 128 };

typedef struct {
  guint n;
  ChnSection section[CHN_MOST_SECTIONS];
} ChnSections;

/* Lists the sections of columns with these counts. */
void chn_sections_list (ChnSections *sections, const ChnCounts *counts, ChnColumns *columns, ChnAsides *asides);

/* Whether the counts of a header can be true of each other. */
gboolean chn_counts_are_sane (const ChnCounts *counts);

/* Whether elements first to first + n - 1 of a section make sense. */
gboolean chn_section_makes_sense (const ChnSection *section, gconstpointer elements, gsize first, gsize n);

/* Differs between versions of the program that list different sections or mean other things by the same numbers. */
guint64 chn_sections_get_schema (void);
