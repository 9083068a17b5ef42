/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The known terms of the model: one table each for kinds, roles, relations and the rest. */
#include <chancery/vocabulary.h>

static const ChnTerm kinds[] = {
  { "other", "Event", "none of the others", NULL, CHN_ORDER_NONE },
  { "resolution", "Resolution", "an organ adopts a resolution", NULL, CHN_ORDER_NONE },
  { "decision", "Decision", "an organ takes a decision that is not a resolution", NULL, CHN_ORDER_NONE },
  { "draft", "Draft", "a draft or an amendment is tabled or revised", NULL, CHN_ORDER_NONE },
  { "vote", "Vote", "a vote on a draft or an amendment, short of a resolution's adoption", NULL, CHN_ORDER_NONE },
  { "meeting", "Meeting", "a formal or informal meeting", NULL, CHN_ORDER_NONE },
  { "hearing", "Hearing", "testimony is taken", NULL, CHN_ORDER_NONE },
  { "report", "Report", "a report is completed or presented", NULL, CHN_ORDER_NONE },
  { "statement", "Statement", "a government, organ or person states something", NULL, CHN_ORDER_NONE },
  { "letter", "Letter", "a letter is sent or transmitted", NULL, CHN_ORDER_NONE },
  { "review", "Review", "a State is reviewed, as in the Universal Periodic Review", NULL, CHN_ORDER_NONE },
  { "visit", "Visit", "somebody travels to a country officially", NULL, CHN_ORDER_NONE },
  { "appointment", "Appointment", "somebody takes or is given an office", NULL, CHN_ORDER_NONE },
  { "treaty-action", "Treaty action", "signature, ratification, accession, denunciation", NULL, CHN_ORDER_NONE },
  { "sanction", "Sanction", "sanctions are imposed, changed or lifted by a State or group", NULL, CHN_ORDER_NONE },
  { "test", "Test", "a nuclear or missile test", NULL, CHN_ORDER_NONE },
  { "release", "Release", "somebody is freed", NULL, CHN_ORDER_NONE },
  { "publication", "Publication", "an article, post or book appears", NULL, CHN_ORDER_NONE },
  { "dialogue", "Dialogue", "talks between parties over some time", NULL, CHN_ORDER_NONE },
};

static const ChnTerm roles[] = {
  { "participant", "Participant", "takes part, nothing more being said", NULL, CHN_ORDER_NONE },
  { "subject", "Subject", "whom the event is about", NULL, CHN_ORDER_NONE },
  { "sponsor", "Sponsor", "tables or co-sponsors a draft, or asks for a meeting", NULL, CHN_ORDER_NONE },
  { "author", "Author", "writes or issues a document", NULL, CHN_ORDER_NONE },
  { "addressee", "Addressee", "to whom it is addressed", NULL, CHN_ORDER_NONE },
  { "speaker", "Speaker", "makes a statement", NULL, CHN_ORDER_NONE },
  { "chair", "Chair", "presides", NULL, CHN_ORDER_NONE },
  { "host", "Host", "where, or by whose invitation, it takes place", NULL, CHN_ORDER_NONE },
  { "appointee", "Appointee", "is given an office", NULL, CHN_ORDER_NONE },
  { "opponent", "Opponent", "opposes it, or asks that it not take place", NULL, CHN_ORDER_NONE },
  { "absentee", "Absentee", "stays away", NULL, CHN_ORDER_NONE },
};

static const ChnTerm statuses[] = {
  { "occurred", "Occurred", "it took place", NULL, CHN_ORDER_NONE },
  { "planned", "Planned", "it is announced and has not taken place", NULL, CHN_ORDER_NONE },
  { "cancelled", "Cancelled", "it was announced and called off", NULL, CHN_ORDER_NONE },
  { "not-held", "Not held", "it was sought and did not come about", NULL, CHN_ORDER_NONE },
};

static const ChnTerm relations[] = {
  { "related-to", "Related to", "some connection that no other type names", "related to", CHN_ORDER_NONE },
  { "responds-to", "Responds to", "a reply or reaction to an earlier event", "answered by",
    CHN_ORDER_TARGET_EARLIER },
  { "implements", "Implements", "carries out what an earlier event decided", "implemented by",
    CHN_ORDER_TARGET_EARLIER },
  { "cites", "Cites", "refers to an earlier event or its document", "cited by", CHN_ORDER_TARGET_EARLIER },
  { "leads-to", "Leads to", "brings about a later event", "follows from", CHN_ORDER_TARGET_LATER },
  { "extends", "Extends", "adds to an earlier measure", "extended by", CHN_ORDER_TARGET_EARLIER },
  { "amends", "Amends", "proposes or makes changes to an earlier text", "amended by", CHN_ORDER_TARGET_EARLIER },
  { "revises", "Revises", "replaces an earlier version of a text", "revised by", CHN_ORDER_TARGET_EARLIER },
  { "adopts", "Adopts", "adopts an earlier draft or recommendation", "adopted by", CHN_ORDER_TARGET_EARLIER },
  { "requested-by", "Requested by", "takes place because an earlier event asked for it", "requested",
    CHN_ORDER_TARGET_EARLIER },
  { "presents", "Presents", "presents, transmits or publishes an earlier document", "presented by",
    CHN_ORDER_TARGET_EARLIER },
  { "announces", "Announces", "says that a later event will take place", "announced by", CHN_ORDER_TARGET_LATER },
  { "succeeds", "Succeeds", "takes the place of an earlier one: the next of a series, the next holder",
    "succeeded by", CHN_ORDER_TARGET_EARLIER },
  { "part-of", "Part of", "belongs to a longer event", "comprises", CHN_ORDER_TARGET_AROUND },
};

static const ChnTerm methods[] = {
  { "none", "No vote", "nothing was voted on", NULL, CHN_ORDER_NONE },
  { "recorded", "Recorded vote", "each member's vote is recorded", NULL, CHN_ORDER_NONE },
  { "procedural", "Procedural vote", "a vote on procedure, where no veto applies", NULL, CHN_ORDER_NONE },
  { "consensus", "Consensus", "adopted without a vote", NULL, CHN_ORDER_NONE },
};

static const ChnTerm results[] = {
  { "none", "No result", "no result is stated", NULL, CHN_ORDER_NONE },
  { "adopted", "Adopted", "the text or proposal was adopted", NULL, CHN_ORDER_NONE },
  { "rejected", "Rejected", "the text or proposal was rejected", NULL, CHN_ORDER_NONE },
};

static const ChnTerm ballots[] = {
  { "yes", "Yes", "in favour", NULL, CHN_ORDER_NONE },
  { "no", "No", "against", NULL, CHN_ORDER_NONE },
  { "abstain", "Abstention", "abstained", NULL, CHN_ORDER_NONE },
  { "not-voting", "Not voting", "did not vote, present or absent", NULL, CHN_ORDER_NONE },
};

static const ChnTerm confidences[] = {
  { "none", "Not stated", "no confidence is stated", NULL, CHN_ORDER_NONE },
  { "verified", "Verified", "checked against the record", NULL, CHN_ORDER_NONE },
  { "partly-verified", "Partly verified", "checked in part; the note of a source says in which", NULL,
    CHN_ORDER_NONE },
  { "general-knowledge", "General knowledge", "widely known, not checked against a document", NULL, CHN_ORDER_NONE },
  { "reported", "Reported", "rests on press or commentary alone", NULL, CHN_ORDER_NONE },
};

static const ChnTerm visibilities[] = {
  { "public", "Public", "for everybody", NULL, CHN_ORDER_NONE },
  { "restricted", "Restricted", "for those who work with it; shown where --visibility restricted asks for it", NULL,
    CHN_ORDER_NONE },
  { "private", "Private", "for its author; shown where --visibility private asks for it", NULL, CHN_ORDER_NONE },
};

typedef struct {
  const char *name;
  const ChnTerm *terms;
  guint n_terms;
} Vocabulary;

#define VOCABULARY(name, terms)                                                                                      \
  {                                                                                                                  \
    (name), (terms), G_N_ELEMENTS (terms)                                                                            \
  }

static const Vocabulary vocabularies[CHN_N_VOCABULARIES] = {
  [CHN_VOCABULARY_KIND] = VOCABULARY ("kind", kinds),
  [CHN_VOCABULARY_ROLE] = VOCABULARY ("role", roles),
  [CHN_VOCABULARY_STATUS] = VOCABULARY ("status", statuses),
  [CHN_VOCABULARY_RELATION] = VOCABULARY ("relation", relations),
  [CHN_VOCABULARY_METHOD] = VOCABULARY ("voting method", methods),
  [CHN_VOCABULARY_RESULT] = VOCABULARY ("result", results),
  [CHN_VOCABULARY_BALLOT] = VOCABULARY ("ballot", ballots),
  [CHN_VOCABULARY_CONFIDENCE] = VOCABULARY ("confidence", confidences),
  [CHN_VOCABULARY_VISIBILITY] = VOCABULARY ("visibility", visibilities),
};

const ChnTerm *
chn_vocabulary_get_terms (ChnVocabularyId vocabulary, guint *n_terms)
{
  g_return_val_if_fail (vocabulary < CHN_N_VOCABULARIES, NULL);
  *n_terms = vocabularies[vocabulary].n_terms;
  return vocabularies[vocabulary].terms;
}

const char *
chn_vocabulary_get_name (ChnVocabularyId vocabulary)
{
  g_return_val_if_fail (vocabulary < CHN_N_VOCABULARIES, NULL);
  return vocabularies[vocabulary].name;
}

const char *
chn_vocabulary_get_term_name (ChnVocabularyId vocabulary, guint value)
{
  g_return_val_if_fail (vocabulary < CHN_N_VOCABULARIES, NULL);
  g_return_val_if_fail (value < vocabularies[vocabulary].n_terms, NULL);
  return vocabularies[vocabulary].terms[value].name;
}
