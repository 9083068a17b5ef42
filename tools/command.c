/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The command table. */
#include "command.h"

#include <string.h>

#include "usage.h"

/* Of all commands that write events. */
static const Option event_options[] = {
  { 0, "expand", VALUE_NONE, NULL, "write what recurs one by one, each time that is asked for" },
  { 0, "sort", VALUE_SORT, "KEY", "order by this instead of by date" },
  { 0, "reverse", VALUE_NONE, NULL, "turn the order round" },
  { 0, "limit", VALUE_NUMBER, "N", "write the first N events only, those dated within what is asked first" },
  { 0, "context", VALUE_NUMBER, "N", "add N neighbours in time before and after each event" },
  { 0, "min-importance", VALUE_NUMBER, "N", "only events of this importance and more" },
  { 0, "since", VALUE_TEXT, "@EVENT|DATE",
    "say how many days after that each event took place (text, md, html, csv)" },
  { 0, "changed-since", VALUE_DATE, "DATE",
    "only events whose entry was changed on that day or later, or since the date of @EVENT; of a store, since "
    "revision rN" },
  { 0 },
};

static const Option list_options[] = {
  { 0, "format", VALUE_FORMAT, "FORMAT", "how to write the events (text, or by the extension of --output)" },
  { 'o', "output", VALUE_FILE, "FILE",
    "write to this file, which is replaced atomically; - is standard output; as often as wanted" },
  { 0, "overwrite", VALUE_NONE, NULL, "replace a YAML file though it has comments, which are lost" },
  { 0, "no-pager", VALUE_NONE, NULL, "write what is longer than the screen there, and not through a pager" },
  { 0 },
};

static const Option show_options[] = {
  { 0, "roll-by", VALUE_TEXT, "GROUP[,…]",
    "list a roll call by groups: regional, EU, P5 and any other of the registry" },
  { 0, "no-pager", VALUE_NONE, NULL, "write what is longer than the screen there, and not through a pager" },
  { 0 },
};

static const Option export_options[] = {
  { 'o', "output", VALUE_FILE, "FILE",
    "the file to write, which is replaced atomically; - is standard output, with --format; as often as wanted" },
  { 0, "format", VALUE_FORMAT, "FORMAT", "the format, where the extension of the file does not tell" },
  { 0, "overwrite", VALUE_NONE, NULL, "replace a YAML file though it has comments, which are lost" },
  { 0, "no-pager", VALUE_NONE, NULL, "write what is longer than the screen there, and not through a pager" },
  { 0 },
};

static const Option picture_options[] = {
  { 'o', "output", VALUE_FILE, "FILE",
    "the file to write, x.svg or x.png, which is replaced atomically; as often as wanted" },
  { 0, "format", VALUE_CHOICE, "svg|png", "the format, where the extension of the file does not tell" },
  { 0, "no-pager", VALUE_NONE, NULL, "write what is longer than the screen there, and not through a pager" },
  { 0 },
};

static const Option check_options[] = {
  { 0, "notes", VALUE_NONE, NULL, "also print what is worth knowing: disputed points, what rests on one source" },
  { 0, "fix", VALUE_NONE, NULL,
    "mend what can be meant in one way only, in the file: symbols, names and dates in another spelling" },
  { 0, "list", VALUE_NONE, NULL, "list the rules, a line each: code, severity and what it finds" },
  { 0, "explain", VALUE_TEXT, "CODE", "say why a rule is there, when it says nothing, and what to write" },
  { 0, "ignore", VALUE_TEXT, "CODE[,…]", "do not apply these rules; as often as wanted" },
  { 0, "baseline", VALUE_FILE, "FILE", "do not tell what this file knows: what is wrong with an old chronology" },
  { 0, "write-baseline", VALUE_FILE, "FILE", "write what is found to such a file; the exit status is 0 then" },
  { 0, "format", VALUE_CHOICE, "plain|sarif|junit",
    "a line a finding, SARIF 2.1.0 (what is ignored or known, too, as suppressed), or JUnit's XML (plain)" },
  { 'o', "output", VALUE_FILE, "FILE", "write to this file, which is replaced atomically; - is standard output" },
  { 0 },
};

static const Option diff_options[] = {
  { 0, "format", VALUE_CHOICE, "text|json|md|html",
    "lines, a JSON object with all of it, or a briefing in words (text, or by the extension of --output)" },
  { 'o', "output", VALUE_FILE, "FILE", "write to this file, which is replaced atomically; - is standard output" },
  { 0, "old-as-of", VALUE_DATE, "DATE", "take of the old chronology what was known on that day" },
  { 0, "new-as-of", VALUE_DATE, "DATE", "take of the new chronology what was known on that day" },
  { 0, "git", VALUE_NONE, NULL, "take the arguments that git hands to an external diff, and leave with status 0" },
  { 0, "no-pager", VALUE_NONE, NULL, "write what is longer than the screen there, and not through a pager" },
  { 0 },
};

static const Option import_options[] = {
  { 'o', "output", VALUE_FILE, "FILE",
    "the timeline (YAML) to write, or to bring up to date, or a store; - is standard output" },
  { 0, "map", VALUE_FILE, "FILE|NAME",
    "a mapping (YAML): which column is what, what stands for what; or the name of one that comes along (--maps)" },
  { 0, "maps", VALUE_NONE, NULL, "list the mappings that come along, and the data sets that they are for" },
  { 0, "actor", VALUE_TEXT, "NAME",
    "take only rows that name this State, or a member of this group; as often as wanted" },
  { 0, "guess", VALUE_NONE, NULL, "write the mapping that would be used to standard output, and import nothing" },
  { 0, "columns", VALUE_NONE, NULL, "list the fields and the words that name their columns" },
  { 0, "sheet", VALUE_TEXT, "NAME", "the sheet of a spreadsheet, by its name or number, where it has several" },
  { 0, "date-order", VALUE_CHOICE, "dmy|mdy|ymd",
    "how dates in numbers are meant where their column proves nothing" },
  { 0, "serials", VALUE_CHOICE, "1900|1904",
    "from when the numbers of days count that a text has in place of dates" },
  { 0, "rejects", VALUE_FILE, "FILE", "write the rows that were not taken to this table (CSV), with the reasons" },
  { 0, "declare", VALUE_FILE, "FILE", "declare names that nothing bears in this file of names, for review" },
  { 0, "sources", VALUE_FILE, "FILE",
    "take the sources of this file, which the tables may cite; as often as wanted" },
  { 0 },
};

static const Option store_options[] = {
  { 'o', "output", VALUE_FILE, "FILE",
    "pull: the timeline file (YAML) to write, which is replaced atomically; dump: the file, or the empty store" },
  { 0, "overwrite", VALUE_NONE, NULL, "pull: replace a YAML file though it has comments, which are lost" },
  { 0, "base", VALUE_NUMBER, "N", "push: bring home what was changed since revision N was pulled, and nothing else" },
  { 0, "replace", VALUE_NONE, NULL, "push: have the store hold just this timeline, whatever it holds" },
  { 0, "shards", VALUE_FILE, "FILE",
    "init, shards: spread it over the PostgreSQL servers of this file (YAML), by date; shards adds new ones" },
  { 0 },
};

static const Option add_options[] = {
  { 0, "symbol", VALUE_TEXT, "SYMBOL",
    "a document symbol; as often as wanted, like all that an event may have several of" },
  { 0, "source", VALUE_TEXT, "KEY|URL|TITLE", "what it rests on: a source of the file, or a new one" },
  { 0, "at", VALUE_TEXT, "PLACE", "where in the source that was named last: \"para 12\"" },
  { 0, "quote", VALUE_TEXT, "WORDS", "a few words of that source" },
  { 0, "note", VALUE_TEXT, "TEXT", "a note on that source" },
  { 0, "actor", VALUE_TEXT, "NAME[ (ROLE)]", "who took part" },
  { 0, "forum", VALUE_TEXT, "NAME", "where it happened" },
  { 0, "kind", VALUE_TEXT, "KIND", "what kind of event it is" },
  { 0, "vote", VALUE_TEXT, "COUNTS", "yes-no-abstain, or consensus" },
  { 0, "place", VALUE_TEXT, "PLACE", "city or building" },
  { 0, "tag", VALUE_TEXT, "TAG", "a word to find it by" },
  { 0, "relation", VALUE_TEXT, "TYPE: ID", "how it is related to another event" },
  { 0, "summary", VALUE_TEXT, "TEXT", "what there is to say" },
  { 0, "status", VALUE_TEXT, "STATUS", "planned, cancelled or not-held" },
  { 0, "importance", VALUE_NUMBER, "N", "1 (detail) to 5 (turning point)" },
  { 0, "confidence", VALUE_TEXT, "CONFIDENCE", "how well it is established" },
  { 0, "series", VALUE_TEXT, "SERIES", "the series that it belongs to" },
  { 0, "nth", VALUE_NUMBER, "N", "its place in the series" },
  { 0, "repeat", VALUE_TEXT, "RRULE", "how it recurs" },
  { 0, "zone", VALUE_TEXT, "ZONE", "the time zone of its time, if not the timeline's" },
  { 0, "date", VALUE_DATE, "DATE", "when it happened, where no line says so" },
  { 0, "title", VALUE_TEXT, "TITLE", "one line that stands alone, where no line says so" },
  { 0, "id", VALUE_TEXT, "ID", "its id, instead of one of forum, year and title" },
  { 0, "dry-run", VALUE_NONE, NULL, "show what would change, and write nothing" },
  { 0 },
};

static const Option watch_options[] = {
  { 0, "changes", VALUE_NUMBER, "N", "end after so many" },
  { 0 },
};

static const Option apply_options[] = {
  { 0, "write", VALUE_NONE, NULL, "write what differs; without it, it is only listed" },
  { 0, "delete", VALUE_NONE, NULL, "take out, too, what the edited file lacks" },
  { 0 },
};

static const Option merge_options[] = {
  { 'o', "output", VALUE_FILE, "FILE", "the chronology to write, which may be the first one; - is standard output" },
  { 0, "auto", VALUE_TEXT, "SCORE", "join events that are one with this score and more, from 0 to 1 (0.9)" },
  { 0, "ask", VALUE_NONE, NULL, "ask on the terminal about those that score less" },
  { 0, "report", VALUE_NONE, NULL, "list which events may be one, with scores and reasons; without -o, only that" },
  { 0, "base", VALUE_FILE, "FILE",
    "merge what two people made of this file, for git, too: exit status 1 on conflicts" },
  { 0, "overwrite", VALUE_NONE, NULL, "replace a YAML file that is none of those that are merged" },
  { 0, "into", VALUE_TEXT, "ID", "join events of the file named with -f into this one: the words are their ids" },
  { 0 },
};

static const Option duplicates_options[] = {
  { 0, "least", VALUE_TEXT, "SCORE", "list pairs with this score and more, from 0 to 1 (0.9)" },
  { 0 },
};

static const Option actors_options[] = {
  { 0, "at", VALUE_DATE, "DATE", "names and members as they were at this date (EDTF)" },
  { 0 },
};

static const Option count_options[] = {
  { 0, "by", VALUE_COUNT, "KEY[,KEY]", "what to count by, one key or two; a second --by adds a key (year)" },
  { 0, "depth", VALUE_NUMBER, "N", "tell forums apart down to this level of their tree" },
  { 0, "sum", VALUE_BALLOT, "BALLOT[,…]", "add up votes: yes, no, abstain, not-voting" },
  { 0, "average", VALUE_BALLOT, "BALLOT[,…]", "take the average of votes" },
  { 0, "sort", VALUE_COUNT_SORT, "KEY", "order by events, by a key, or by a sum or average that is asked for" },
  { 0, "reverse", VALUE_NONE, NULL, "turn the order round" },
  { 0, "top", VALUE_NUMBER, "N", "tell the N most frequent names apart and count the rest as others" },
  { 0, "expand", VALUE_NONE, NULL, "count what recurs one by one, each time that is asked for" },
  { 0, "share", VALUE_NONE, NULL, "say which share of all events each is, in percent" },
  { 0, "long", VALUE_NONE, NULL, "with two keys a line for each pair, where a terminal and md have a cross table" },
  { 0, "plain", VALUE_NONE, NULL, "for screen readers: a line a count, in which each number has its name" },
  { 0, "format", VALUE_CHOICE, "text|csv|json|md|svg|png",
    "a table, CSV, a JSON object a line, Markdown, or a picture (text)" },
  { 'o', "output", VALUE_FILE, "FILE", "write to this file, which is replaced atomically; - is standard output" },
  { 0, "no-pager", VALUE_NONE, NULL, "write what is longer than the screen there, and not through a pager" },
  { 0, "title", VALUE_TEXT, "TEXT", "svg png: title of the picture, instead of what is counted" },
  { 0, "size", VALUE_TEXT, "SIZE",
    "svg png: a4, letter and others, a4-landscape, or pixels such as 1600x900; by itself as high as it has to be" },
  { 0, "theme", VALUE_CHOICE, "light|dark|print", "svg png: colours of the picture (light)" },
  { 0, "font", VALUE_TEXT, "FAMILY", "svg png: its font; several, separated by commas, are tried in turn" },
  { 0 },
};

static const Option trail_options[] = {
  { 0, "up", VALUE_NONE, NULL, "only what led to the event" },
  { 0, "down", VALUE_NONE, NULL, "only what followed from it" },
  { 0, "depth", VALUE_NUMBER, "N", "follow at most N steps" },
  { 0, "full", VALUE_NONE, NULL, "show every event; else long series are folded, and long trails are a page" },
  { 0, "plain", VALUE_NONE, NULL, "for screen readers: a line an event, with nothing drawn" },
  { 0, "format", VALUE_CHOICE, "text|dot|json|svg|png",
    "lines in the order of time, a graph for Graphviz, a JSON object, or a picture (text)" },
  { 'o', "output", VALUE_FILE, "FILE", "write to this file, which is replaced atomically; - is standard output" },
  { 0, "no-pager", VALUE_NONE, NULL, "write what is longer than the screen there, and not through a pager" },
  { 0, "title", VALUE_TEXT, "TEXT", "svg png: title of the picture, instead of the event's" },
  { 0, "size", VALUE_TEXT, "SIZE",
    "svg png: a4, letter and others, a4-landscape, or pixels such as 1600x900; by itself as high as it has to be" },
  { 0, "theme", VALUE_CHOICE, "light|dark|print", "svg png: colours of the picture (light)" },
  { 0, "font", VALUE_TEXT, "FAMILY", "svg png: its font; several, separated by commas, are tried in turn" },
  { 0 },
};

static const Option serve_options[] = {
  { 0, "listen", VALUE_TEXT, "ADDRESS",
    "where to listen: 127.0.0.1:8080 (usually), [::1]:8080, unix:PATH; as often as wanted, port 0 for any" },
  { 0, "metrics-listen", VALUE_TEXT, "ADDRESS",
    "serve /metrics there, as Prometheus reads it; on this machine only" },
  { 0, "feeds", VALUE_FILE, "FILE", "a file (YAML) that declares feeds, beside those of the timeline" },
  { 0, "tokens", VALUE_FILE, "FILE", "the file of tokens" },
  { 0, "label", VALUE_TEXT, "TEXT", "token add: whom the token is for" },
  { 0, "base-url", VALUE_TEXT, "URL", "the address of the site as others see it, for links" },
  { 0, "trusted-proxy", VALUE_TEXT, "ADDRESS",
    "believe X-Forwarded-For of this address or network (10.0.0.0/8; unix); as often as wanted" },
  { 0, "log-requests", VALUE_NONE, NULL, "a line on standard error for each request, without its address" },
  { 0, "connections", VALUE_NUMBER, "N", "connections that may be open at once (1024); further ones wait" },
  { 0, "connections-per-address", VALUE_NUMBER, "N",
    "of these, from one address (128) unless it is this machine's or a trusted proxy's" },
  { 0, "answers-per-address", VALUE_NUMBER, "N", "answers that one address may wait for at once (8)" },
  { 0, "header-bytes", VALUE_NUMBER, "N", "bytes of a request's header (16384)" },
  { 0, "answer-bytes", VALUE_NUMBER, "N", "bytes of an answer (16777216); more is refused" },
  { 0, "kept-bytes", VALUE_NUMBER, "N", "bytes of answers that are kept (33554432)" },
  { 0, "request-seconds", VALUE_NUMBER, "N", "seconds within which a request must have come (5)" },
  { 0, "answer-seconds", VALUE_NUMBER, "N", "seconds within which an answer must be made (5)" },
  { 0, "threads", VALUE_NUMBER, "N", "answers that are made at once (2)" },
  { 0 },
};

static const Command commands[] = {
  { "list", "[OPTIONS] [QUERY…]", "list events, a line each or in any format",
    "Lists the events that the query asks for, all without one, oldest first. On a terminal the text fits its "
    "width.\n"
    "Several arguments of the query are joined by AND; chancery-query(7) has the language.",
    WORDS_QUERY, TRUE, list_options, run_list },
  { "show", "[OPTIONS] ID…", "show everything about an event",
    "Shows whatever is recorded about the events of these ids: date, forums, actors by role, vote with its roll "
    "call, "
    "documents with their addresses, relations in both directions, and every source.\n"
    "Claims stand side by side, field by field: what the record has, whether its sources confirm, dispute or "
    "only in part bear it out, and each source that says otherwise with its pinpoint and quotation.",
    WORDS_IDS, FALSE, show_options, run_show },
  { "count", "[OPTIONS] [QUERY…]", "count events by year, forum, actor …",
    "Counts the events that the query asks for, all without one, by one key or two, with bars on a terminal.\n"
    "An event with several forums, actors, tags or sources counts in the row of each; one whose date possibly falls "
    "in several years counts in each of them and is marked there as possible. The last line has every event once.",
    WORDS_QUERY, FALSE, count_options, run_count },
  { "trail", "[OPTIONS] ID", "show what led to an event and what followed from it",
    "Shows the paper trail of the event in the order of time: what led to it, step by step, the event itself, which "
    "is marked, and what followed; each once, with its day, its relations to what stands above it, named by their "
    "days, and its id. What is related to the event without being before or after it, such as a whole of which it is "
    "a part, stands among them.\n"
    "Four or more events that succeed each other are folded into one line, where no relation but a "
    "citation binds them to anything else of the trail that is not folded. Where more than 40 lines remain, what few "
    "steps lead to and what matters most is shown on a page, and each run of other events between is folded. --full "
    "shows everything. The query field trail asks for the same events.",
    WORDS_IDS, FALSE, trail_options, run_trail },
  { "export", "-o FILE|--format FORMAT [OPTIONS] [QUERY…]", "write events to a file in any format",
    "Writes the events that the query asks for, all without one. The extension of the file names the format, or "
    "else --format; with that alone it goes to standard output.\n"
    "The file is replaced in one step: after a failure the old one stands. What a format cannot hold is reported.",
    WORDS_QUERY, TRUE, export_options, run_export },
  { "picture", "-o FILE [OPTIONS] [QUERY…]", "draw events on an axis of time",
    "Draws the events that the query asks for, all without one, as SVG or PNG: in lanes, by forum, kind, actor or "
    "series, as many named as there is room for, the others as ticks below their lane, which is said on top. What is "
    "more important is larger and named first.\n"
    "A bar has caps at ends that are known, and fades where they are not; a mark is hollow where the event is "
    "planned, "
    "crossed where it did not take place, which is drawn only where the query names status, and has a dot where "
    "sources "
    "differ. In SVG each event leads to its document, and its date and title show where the pointer rests.",
    WORDS_QUERY, WRITES_PICTURES, picture_options, run_picture },
  { "check", "[OPTIONS] [QUERY…]", "find what is wrong or doubtful",
    "Reads the timelines and prints every finding with file, line and column, each with the name of its rule.\n"
    "With a query, only findings about its events and about whole files. Notes are counted, and printed with "
    "--notes. The exit status is 1 when there are "
    "errors.\n"
    "An event can have a rule passed over, with the reason: ignore: {long-quote: the wording is in dispute}.",
    WORDS_QUERY, FALSE, check_options, run_check },
  { "diff", "[OPTIONS] OLD NEW", "show how one chronology became another",
    "Compares two chronologies, in whatever format, event by event and field by field, and what they say beside "
    "their "
    "events. Events are known again by their ids, and where these are others, by their content.\n"
    "With one chronology and --old-as-of, --new-as-of or both it shows what became known meanwhile.\n"
    "As md and html it is a briefing in words: what was added, what was taken out, and what was corrected from what "
    "to "
    "what. The exit status is 1 where anything differs.",
    WORDS_FILES, FALSE, diff_options, run_diff },
  { "import", "-o FILE [OPTIONS] FILE…", "make a timeline of tables that you keep, or bring one up to date",
    "Reads tables and makes an event of each row. Columns are found by their headings, in any order and in many "
    "languages (--columns lists the words); dates are read as people write them; ids and sources are made.\n"
    "What a row says and no field takes stays with its event. A row that cannot be taken is counted and named, and "
    "--rejects keeps it with the reason; the exit status is 1 then.\n"
    "Where day and month can be confused, the column must prove their order, or --date-order say it.\n"
    "Of a calendar, and of a timeline in JSON or YAML, every event is taken, with the names that are declared there.",
    WORDS_FILES, FALSE, import_options, run_import },
  { "new", "NAME", "make a timeline to start from",
    "Writes NAME.yaml: a commented timeline with two example events, and a registry.yaml beside it for names of "
    "one's "
    "own, where there is none.",
    WORDS_NONE, FALSE, NULL, run_new },
  { "store", "ACTION [OPTIONS] PLACE", "share a timeline in an SQLite file or on a PostgreSQL server",
    "A store is named sqlite:FILE or postgresql://USER@HOST/DATABASE, and asked like any file: -f sqlite:team.db.\n"
    "init makes an empty one; push has it hold the timeline of -f; pull writes what it holds as a timeline file; "
    "dump copies all of it, its past too, into a file that is a store itself, or into an empty store of the other "
    "kind; "
    "status says what is in it, verify whether all of it can be read, log which revisions there are; upgrade brings "
    "the tables of an older program up to date; shards lists the servers of a store that lies on several, and with "
    "--shards moves events to those that are new.\n"
    "push never takes away what somebody else has written: where the store holds events already, it adds to them, "
    "and what would change or go is counted, and done with --base or --replace alone.",
    WORDS_NONE, FALSE, store_options, run_store },
  { "history", "ID", "show what became of an event of a store",
    "Shows each revision that wrote the event, who wrote it and when, and what changed, field by field. A file has "
    "no "
    "history: name a store with -f.",
    WORDS_IDS, FALSE, NULL, run_history },
  { "watch", "[OPTIONS] [QUERY…]", "print what others change in a store",
    "Prints a line for each change of an event that the query asks for, as it comes, until it is ended.", WORDS_QUERY,
    FALSE, watch_options, run_watch },
  { "add", "[OPTIONS] [\"DATE [FORUM] [KIND]: TITLE\"]", "add an event to a timeline file",
    "Adds one event to the YAML file of -f or CHANCERY_FILE, at its place by date, and shows what changed. Nothing "
    "else "
    "in the file does: comments, order and spelling stay. What cannot be read is not written.\n"
    "Without a line and values it asks for them on a terminal. The id is made of forum, year and title.",
    WORDS_LINE, FALSE, add_options, run_add },
  { "edit", "ID", "change an event in an editor",
    "Opens the lines of an event in VISUAL or EDITOR and puts what was saved in their place, when it can be read; "
    "else "
    "the faults are shown and the editor is opened again. What was typed is never lost.",
    WORDS_IDS, FALSE, NULL, run_edit },
  { "apply", "[OPTIONS] FILE…", "take over what was edited elsewhere",
    "Compares a file that was exported and edited elsewhere, in a calendar app or a spreadsheet, with the timeline "
    "file, "
    "and lists what differs, field by field. With --write the timeline file is changed, in the lines that differ.\n"
    "Events and fields that the file lacks are named, and taken out with --delete alone. What was left out of it on "
    "export, since it is not public or did not take place, is not lacking.",
    WORDS_FILES, FALSE, apply_options, run_apply },
  { "merge", "[OPTIONS] FILE FILE… -o FILE | --into ID ID…", "make one chronology of several",
    "Puts what the further files say into the first, whose lines, order and comments stay. Events that are one are "
    "told by id within one timeline, by UID, document symbol, or by date, forum, vote and words, and joined where "
    "their score is 0.9 or more; which those are and why is listed with --report.\n"
    "Where both say something else of a field, the better attested value stands, then the more precise one, then "
    "that "
    "of the first file; the other becomes a claim. Each event says under extra where it came from. Doing it again "
    "changes nothing.",
    WORDS_FILES, FALSE, merge_options, run_merge },
  { "duplicates", "[OPTIONS]", "list events that may be one",
    "Lists pairs of events of the timelines that may be one, the likeliest first, with a score and the reasons. "
    "\"chancery -f FILE merge --into ID OTHER\" joins two: the id and UID of the other are kept, so that links to it "
    "hold.",
    WORDS_NONE, FALSE, duplicates_options, run_duplicates },
  { "actors", "[OPTIONS] [WORDS…]", "look up states, organisations, offices, persons and groups",
    "Shows the actor of this name, code or alias with its codes, other names and members; without a name, all "
    "actors. "
    "Where no actor bears the name, those whose names contain it are listed.",
    WORDS_ACTORS, FALSE, actors_options, run_actors },
  { "forums", "[OPTIONS] [WORDS…]", "look up forums and the tree that they form",
    "Shows the forum of this id, name or alias and what lies below it; without a name, the whole tree.", WORDS_FORUMS,
    FALSE, NULL, run_forums },
  { "explain", "[OPTIONS] [QUERY…]", "show how a query is understood and run",
    "Prints the tree of the query, what its names were resolved to (which States a group means at the dates found, "
    "whose a saved query is), the plan with the rows that it expects, and the rows that were asked and found.",
    WORDS_QUERY, FALSE, NULL, run_explain },
  { "serve", "[OPTIONS] [token add FEED|token list|token revoke ID…]", "serve feeds that others subscribe to",
    "Serves the feeds that are declared, and nothing else, by HTTP on this machine, until it is told to end "
    "(SIGTERM, "
    "Ctrl-C). Files and stores that change are read again, at once on SIGHUP; what cannot be read is said, and what "
    "was read before is served on.\n"
    "token add makes a secret address of a feed that is not public and prints it this once, token list says whom "
    "there are addresses for, token revoke closes one; a server notices within a second.\n"
    "Answers are kept, so that each is made once. Others reach it through a web server that speaks HTTPS in front of "
    "it.",
    WORDS_NONE, FALSE, serve_options, run_serve },
  { "help", "[COMMAND|TOPIC]", "explain a command or a topic",
    "Explains a command as its --help does, or a topic such as query, dates, fields, formats or files; a query field "
    "or a "
    "format by its name, too.\n"
    "Without a word it lists all commands and topics.",
    WORDS_TOPICS, FALSE, NULL, run_help },
  { "version", "", "show the version", "Prints name and version of the program, as --version does.", WORDS_NONE,
    FALSE, NULL, run_version },
};

/* What only completions call, and no list has. */
static const Command complete = { "complete", "FIELD",     "list what a query field takes", "", WORDS_NONE, FALSE,
                                  NULL,       run_complete };

const Command *
command_get_all (guint *n)
{
  *n = G_N_ELEMENTS (commands);
  return commands;
}

const Command *
command_find (const char *name, GError **error)
{
  const char *names[G_N_ELEMENTS (commands) + 1] = { NULL };
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];
    names[i] = commands[i].name;
  }
  if (strcmp (name, complete.name) == 0)
    return &complete;
  usage_set_unknown (error, "command", name, names);
  return NULL;
}

void
command_add_own_options (const Command *command, OptionTable *table)
{
  option_table_add (table, command->options);
  if (command->writes)
    option_table_add (table, event_options);
}

OptionTable *
command_dup_options (const Command *command)
{
  OptionTable *table = option_table_new ();
  if (command)
    command_add_own_options (command, table);
  if (command && command->writes)
    option_table_add_writing (table, command->writes == WRITES_PICTURES ? "svg" : NULL);
  option_table_add_general (table);
  return table;
}

gboolean
command_is_query_word (const char *argument)
{
  guint n = 0;
  const ChnQueryField *fields = chn_query_get_fields (&n);
  const char *name = argument + 1;
  gsize length = strcspn (name, ":=<>");
  for (guint i = 0; name[length] && i < n; i++)
    if (strlen (fields[i].name) == length && g_ascii_strncasecmp (fields[i].name, name, length) == 0)
      return TRUE;
  return name[0] == '(' || name[0] == '"';
}
