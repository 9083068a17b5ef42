/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The table of lint rules: code, severity, a line and a paragraph each, and what applies it. */
#include "curate/rule.h"

static const ChnRuleRow table[] = {
  { { "symbol-date", CHN_SEVERITY_ERROR,
      "a document symbol that cannot bear the event's date: the session or year that it states was "
      "another",
      "A symbol tells its session or year, by itself or by its number: A/RES/69/188 is of the session "
      "from September 2014 on, S/RES/2270 of 2016. Either the date is wrong, or a digit of the symbol. "
      "Symbols of series that are not known, and of sessions whose dates are not, are passed over, and "
      "a date is only too early or too late where all of it is." },
    chn_rule_symbol_date,
    FALSE },
  { { "symbol-forum", CHN_SEVERITY_WARNING,
      "a document symbol of a body that is none of the event's forums, nor above or below one",
      "Who issued a document is told by its symbol. A letter may be circulated under the symbols of "
      "two bodies: one that fits is enough. Press releases, circulars and what is only sent round say "
      "nothing of where something took place; an event without a forum is passed over." },
    chn_rule_symbol_forum,
    FALSE },
  { { "vote-total", CHN_SEVERITY_ERROR, "more votes than the body had members at that date",
      "Yes, no, abstentions and those not voting are added up and held against the seats of the body, "
      "or against the members that the registry has for that date. Bodies whose members are not "
      "recorded for it are passed over." },
    chn_rule_vote_total,
    FALSE },
  { { "vote-quorum", CHN_SEVERITY_WARNING, "a vote in which fewer members are counted than have to be there for one",
      "The General Assembly, its Main Committees, the Human Rights Council and the Economic and Social "
      "Council decide only while a majority of their members is present. All counts must be known, and "
      "the body's members at that date; the Security Council has no such rule. Members that were "
      "present and did not vote count: state them as not-voting." },
    chn_rule_vote_quorum,
    FALSE },
  { { "vote-result", CHN_SEVERITY_ERROR, "a vote that cannot have had that result under the body's rules",
      "Which majority a body needs, and who has a veto there, is known for the principal organs of the "
      "United Nations. A result is doubted only where the counts and the roll, filled up in whatever "
      "way, leave no room for it." },
    chn_rule_vote_result,
    FALSE },
  { { "roll-count", CHN_SEVERITY_WARNING, "a roll call with more ballots than are stated, which no source counts so",
      "A roll may be known in part: ballots that lack are no contradiction, those too many are. Where "
      "a source counts just what the roll lists, the roll is that source's, and its claim under says: "
      "tells how it differs." },
    chn_rule_roll_count,
    FALSE },
  { { "roll-member", CHN_SEVERITY_ERROR, "a ballot of a State that was not a member of the body at that date",
      "The members of the body are those that the registry records for the date; outside of what it "
      "covers nothing is said. The holder of a seat counts: China's in 1960 was Taipei's." },
    chn_rule_roll_member,
    FALSE },
  { { "future", CHN_SEVERITY_ERROR, "an event that occurred although its date lies ahead",
      "Ahead of --today, which is the day on which the check is run, unless it is given. Write status: "
      "planned, or correct the date." },
    chn_rule_future,
    FALSE },
  { { "overdue", CHN_SEVERITY_WARNING, "a planned event whose day has passed: say what became of it",
      "Write status: occurred, cancelled or not-held, with the source that says so. As long as the "
      "date may lie ahead nothing is said: a plan for a month is overdue when the month is over." },
    chn_rule_overdue,
    FALSE },
  { { "relation-order", CHN_SEVERITY_ERROR,
      "a relation against the order of time: a reply that precedes what it answers",
      "Each type of relation says whether its target lies before, after or around the event. Only "
      "dates that contradict that in whole are found; types that say nothing of time are passed over." },
    chn_rule_relation_order,
    FALSE },
  { { "local-time", CHN_SEVERITY_WARNING,
      "a time of day without an offset that the clocks of its zone show twice, or never",
      "When summer time ends an hour comes twice, and when it begins one is left out. Write the time "
      "with its offset. Without a zone nothing is known." },
    chn_rule_local_time,
    FALSE },
  { { "repeat", CHN_SEVERITY_WARNING,
      "a recurrence that cannot be followed, so that queries find the event only when it first took "
      "place, or that does not give the event's own date",
      "The rule is read as RFC 5545 has it, with a budget. Where the event's own date is none of those "
      "that the rule gives, it counts all the same." },
    chn_rule_repeat,
    FALSE },
  { { "unsourced", CHN_SEVERITY_WARNING, "an event that cites no source",
      "Nobody can check what nothing is cited for. Name the publication under sources:, with a "
      "pinpoint where it is long." },
    chn_rule_unsourced,
    FALSE },
  { { "early-source", CHN_SEVERITY_WARNING, "a source that came out before what it is cited for",
      "What came out before an event can announce it, not report it. Say so with says: {status: "
      "planned}, or with the date that it foresaw; or correct the dates. Drafts that are cited for "
      "their own symbol, sources without a date, and dates that may overlap, are passed over; a symbol "
      "and the day of access tell a date, too." },
    chn_rule_early_source,
    FALSE },
  { { "disputed", CHN_SEVERITY_NOTE,
      "a field on which a source says something else than the record, or than another source",
      "Disputes are what a chronology is for: they are said, not mended. Where one source corrects or "
      "withdraws another, write corrects: or withdraws: with it, and the dispute has ended." },
    chn_rule_disputed,
    FALSE },
  { { "single-source", CHN_SEVERITY_NOTE,
      "an event that rests on one source, or on several of one author or publisher",
      "Two sources are independent when author and publisher differ. What was withdrawn does not "
      "count." },
    chn_rule_single_source,
    FALSE },
  { { "long-quote", CHN_SEVERITY_NOTE, "a quotation of more than 25 words: a citation points, it does not reprint",
      "Quote what is in dispute and cite the rest by its pinpoint (at:). Words are what blanks "
      "separate; text in scripts without blanks is passed over." },
    chn_rule_long_quote,
    FALSE },
  { { "long-label", CHN_SEVERITY_NOTE,
      "a label of more than 40 characters: pictures and narrow tables have no room for it",
      "Name the matter in a few words; the sentence is the title." },
    chn_rule_long_label,
    FALSE },
  { { "title-style", CHN_SEVERITY_NOTE,
      "a title that is no sentence in the past tense: in the present, several, or with a full stop at "
      "its end",
      "A title is one sentence that stands alone, in the past tense, without a full stop: \"The "
      "Security Council adopted resolution 2270\". Only verbs that can be nothing else are taken for "
      "the present; titles in other languages, without a verb, or of what is planned are passed over, "
      "and abbreviations end no sentence." },
    chn_rule_title_style,
    FALSE },
  { { "duplicate-event", CHN_SEVERITY_WARNING, "two events of a timeline that are probably one",
      "Each suspect is named with the reasons for it: symbols, dates, forums, votes, words, actors and "
      "sources weigh by how rare they are. Two votes of one day in one body are two, and what the "
      "record tells apart by symbol, vote, words or places in a source is passed over. chancery duplicates lists "
      "less "
      "likely ones, too." },
    chn_rule_duplicate_event,
    TRUE },
  { { "meeting-order", CHN_SEVERITY_ERROR,
      "a verbatim record whose number is out of order with its date, in the Security Council or in a "
      "session of the General Assembly",
      "Meetings are numbered in the order in which they are held. Of the records that a chronology "
      "has, the largest number that are in order are taken to be right, and the others are named. "
      "Resumptions, and dates that may overlap, are passed over." },
    chn_rule_meeting_order,
    TRUE },
  { { "resolution-order", CHN_SEVERITY_ERROR,
      "a resolution or presidential statement whose number is out of order with its date, in the "
      "Security Council or in a session of the General Assembly",
      "The Security Council numbers its resolutions in the order of their adoption, its President the "
      "statements of a year, and the General Assembly the resolutions of a session. Parts of a "
      "resolution (A, B), corrections, and dates that may overlap are passed over." },
    chn_rule_resolution_order,
    TRUE },
  { { "series-order", CHN_SEVERITY_WARNING,
      "ordinals of a series (nth) that are out of order with the dates, or that two events of it have",
      "What has no ordinal, and dates that may overlap, are passed over; what was planned or did not "
      "take place may share its ordinal with what came in its stead." },
    chn_rule_series_order,
    TRUE },
  { { "relation-cycle", CHN_SEVERITY_ERROR,
      "relations that lead in a circle: an event that comes before itself, or is a part of itself",
      "Each step of the circle is named. Take one of the relations away, or turn it round." },
    chn_rule_relation_cycle,
    TRUE },
  { { "correction-order", CHN_SEVERITY_ERROR, "a source that corrects or withdraws another which came out later",
      "Check the dates of both, or turn the correction round. Sources without a date are passed over, "
      "unless a symbol or the day of access tells one." },
    chn_rule_correction_order,
    TRUE },
  { { "correction-cycle", CHN_SEVERITY_ERROR, "sources that correct or withdraw each other in a circle",
      "One of them must have come last. Take one of the corrections away." },
    chn_rule_correction_cycle,
    TRUE },
  { { "same-source", CHN_SEVERITY_WARNING,
      "two sources that are one: of the same address, symbol, DOI, or title and author",
      "Two keys for one publication make one voice look like two. Keep one of them. Publications with "
      "different dates or languages, and those of which one corrects or withdraws the other, are two." },
    chn_rule_same_source,
    TRUE },
  { { "uncited-source", CHN_SEVERITY_NOTE, "a source that no event cites",
      "Nothing is fetched: it is only looked whether the file uses it. A source that corrects or "
      "withdraws another is used by that." },
    chn_rule_uncited_source,
    TRUE },
  { { "link-scheme", CHN_SEVERITY_WARNING, "an address of a source that is not http or https",
      "Briefings and pages make no link of anything else. Write the address as a browser shows it, "
      "from https:// on." },
    chn_rule_link_scheme,
    TRUE },
  { { "archive-link", CHN_SEVERITY_WARNING,
      "an archived copy that is of another page than the source's, or older than the source",
      "The address of a copy at web.archive.org, archive.org or an archive like them holds the address "
      "of its page and the day on which it was taken. Copies whose address tells neither are passed "
      "over. http and https, \"www.\" and a slash at the end make no difference." },
    chn_rule_archive_link,
    TRUE },
  { { "unknown-rule", CHN_SEVERITY_WARNING, "an ignore: of an event that names no rule",
      "chancery check --list has the rules." },
    chn_rule_unknown_rule,
    TRUE },
  { { "needless-ignore", CHN_SEVERITY_NOTE, "an ignore: of an event that passes over nothing",
      "What it stood for has been mended: take it out, so that it hides nothing later. Rules that were "
      "not applied are passed over." },
    chn_rule_needless_ignore,
    TRUE },
  { { "feed-query", CHN_SEVERITY_ERROR, "a feed whose query cannot be asked of what the feed may show",
      "chancery serve refuses such a timeline, and serves what it had before. A name that only hidden "
      "events bear is unknown to a feed that does not show them." },
    chn_rule_feed_query,
    TRUE },
};

const ChnRuleRow *
chn_rule_table_get (guint index)
{
  return index < G_N_ELEMENTS (table) ? &table[index] : NULL;
}
