/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/api.h>

G_BEGIN_DECLS

/**
 * ChnOrder:
 * @CHN_ORDER_NONE: the relation says nothing about time
 * @CHN_ORDER_TARGET_EARLIER: the target comes first (responds-to); such relations make no cycle
 * @CHN_ORDER_TARGET_LATER: the target comes after (leads-to); such relations make no cycle
 * @CHN_ORDER_TARGET_AROUND: the target lies around it (part-of); such relations make no cycle
 *
 * How an event and the target of its relation stand in time.
 */
typedef enum {
  CHN_ORDER_NONE,
  CHN_ORDER_TARGET_EARLIER,
  CHN_ORDER_TARGET_LATER,
  CHN_ORDER_TARGET_AROUND,
} ChnOrder;

/**
 * ChnTerm:
 * @name: the word as files and queries spell it ("verbatim-record")
 * @label: the word in prose ("Verbatim record")
 * @note: one line of explanation, for help, man pages and the JSON Schema
 * @inverse: (nullable): for a relation, how the target sees it ("answered by" for responds-to)
 * @order: for a relation, how the two stand in time
 *
 * One word of a vocabulary. The index in its vocabulary is the value that events store.
 */
typedef struct {
  const char *name;
  const char *label;
  const char *note;
  const char *inverse;
  ChnOrder order;
} ChnTerm;

/**
 * ChnVocabularyId:
 *
 * The closed vocabularies of the model.
 */
typedef enum {
  CHN_VOCABULARY_KIND,       /* what an event is: resolution, vote, meeting … */
  CHN_VOCABULARY_ROLE,       /* what an actor does in it: sponsor, subject, chair … */
  CHN_VOCABULARY_STATUS,     /* occurred, planned, cancelled, not-held */
  CHN_VOCABULARY_RELATION,   /* responds-to, implements … */
  CHN_VOCABULARY_METHOD,     /* how it was voted: recorded, procedural, consensus, none */
  CHN_VOCABULARY_RESULT,     /* adopted, rejected */
  CHN_VOCABULARY_BALLOT,     /* yes, no, abstain, not-voting */
  CHN_VOCABULARY_CONFIDENCE, /* verified, partly-verified, general-knowledge, reported */
  CHN_VOCABULARY_VISIBILITY, /* public, restricted, private */
  CHN_N_VOCABULARIES,
} ChnVocabularyId;

/* Values that code names. The tables in engine/model/vocabulary.c follow these orders. */
typedef enum { CHN_STATUS_OCCURRED, CHN_STATUS_PLANNED, CHN_STATUS_CANCELLED, CHN_STATUS_NOT_HELD } ChnStatus;
typedef enum { CHN_METHOD_NONE, CHN_METHOD_RECORDED, CHN_METHOD_PROCEDURAL, CHN_METHOD_CONSENSUS } ChnVoteMethod;
typedef enum { CHN_RESULT_NONE, CHN_RESULT_ADOPTED, CHN_RESULT_REJECTED } ChnVoteResult;
typedef enum { CHN_BALLOT_YES, CHN_BALLOT_NO, CHN_BALLOT_ABSTAIN, CHN_BALLOT_NOT_VOTING } ChnBallotKind;
typedef enum {
  CHN_CONFIDENCE_NONE, /* not stated */
  CHN_CONFIDENCE_VERIFIED,
  CHN_CONFIDENCE_PARTLY_VERIFIED,
  CHN_CONFIDENCE_GENERAL_KNOWLEDGE,
  CHN_CONFIDENCE_REPORTED,
} ChnConfidence;

typedef enum { CHN_VISIBILITY_PUBLIC, CHN_VISIBILITY_RESTRICTED, CHN_VISIBILITY_PRIVATE } ChnVisibility;
enum { CHN_N_VISIBILITIES = CHN_VISIBILITY_PRIVATE + 1 };

/**
 * chn_vocabulary_get_terms:
 * @vocabulary: which
 * @n_terms: (out): how many
 *
 * Returns: (transfer none) (array length=n_terms): the terms, by value
 */
CHN_API const ChnTerm *chn_vocabulary_get_terms (ChnVocabularyId vocabulary, guint *n_terms);

/** chn_vocabulary_get_name: "kind", "role", … the singular used in messages. */
CHN_API const char *chn_vocabulary_get_name (ChnVocabularyId vocabulary);

/**
 * chn_vocabulary_find:
 * @vocabulary: which
 * @name: a term's name, in any case
 * @length: its bytes, or -1
 * @error: return location
 *
 * Returns: the value, or -1 with %CHN_ERROR_UNKNOWN and the nearest name as hint
 */
CHN_API int chn_vocabulary_find (ChnVocabularyId vocabulary, const char *name, gssize length, GError **error);

/** chn_vocabulary_get_term_name: the name of a value. */
CHN_API const char *chn_vocabulary_get_term_name (ChnVocabularyId vocabulary, guint value);

/**
 * ChnVocabulary:
 *
 * The terms that a timeline may use: the known ones of all vocabularies, and behind them the kinds, roles and types
 * of relations that it, or a registry file, declares. Where one is asked for, %NULL is the known terms alone.
 */
typedef struct _ChnVocabulary ChnVocabulary;

CHN_API ChnVocabulary *chn_vocabulary_ref (const ChnVocabulary *vocabulary);
CHN_API void chn_vocabulary_unref (ChnVocabulary *vocabulary);

/** chn_vocabulary_count: how many terms there are; those below the number of known ones are the known ones. */
CHN_API guint chn_vocabulary_count (const ChnVocabulary *vocabulary, ChnVocabularyId id);

/**
 * chn_vocabulary_get_term:
 * @vocabulary: (nullable): which terms there are
 * @id: of which vocabulary
 * @value: of the term
 *
 * Returns: (transfer none) (nullable): the term, which lives as long as the vocabulary
 */
CHN_API const ChnTerm *chn_vocabulary_get_term (const ChnVocabulary *vocabulary, ChnVocabularyId id, guint value);

/** chn_vocabulary_get_nearest: the known term that a declared one is nearest to; a known one is its own. */
CHN_API guint chn_vocabulary_get_nearest (const ChnVocabulary *vocabulary, ChnVocabularyId id, guint value);

/**
 * chn_vocabulary_find_term:
 * @vocabulary: (nullable): which terms there are
 * @id: of which vocabulary
 * @name: a term's name, in any case
 * @length: its bytes, or -1
 * @error: return location
 *
 * As chn_vocabulary_find(), among declared terms too.
 *
 * Returns: the value, or -1 with %CHN_ERROR_UNKNOWN and the nearest name as hint
 */
CHN_API int chn_vocabulary_find_term (const ChnVocabulary *vocabulary, ChnVocabularyId id, const char *name,
                                      gssize length, GError **error);

/** chn_order_get_name: "none", "earlier", "later", "around": where the target of a relation stands in time. */
CHN_API const char *chn_order_get_name (ChnOrder order);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnVocabulary, chn_vocabulary_unref)

G_END_DECLS
