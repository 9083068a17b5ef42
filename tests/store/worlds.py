# SPDX-License-Identifier: LGPL-2.1-or-later
"""Timelines by chance, and questions about them, of all that the query language has."""

import json

EVENTS = [f"event-{number}" for number in [*range(43), *range(100)]]
YEARS = [2005, 2006, 2013, 2014, 2014, 2015]
STATES = ["usa", "gbr", "fra", "rus", "chn", "prk", "kor", "jpn", "deu", "zaf", "sun", "irn", "syr"]
GROUPS = ["eu", "p5", "asean", "g7"]
FORUMS = ["un.sc", "un.ga", "un.ga.c3", "un.hrc", "un", "iaea"]
KINDS = ["vote", "meeting", "report", "resolution", "letter", "statement", "visit", "other"]
ROLES = ["sponsor", "subject", "participant", "author"]
RELATIONS = ["responds-to", "adopts", "cites", "supersedes", "related-to", "part-of", "rebuts"]
WORDS = ["nuclear", "talks", "Geneva", "draft", "envoys", "café", "tests", "human", "rights", "L.28", "vote", "Korea's", "日本語", "re-entry"]
TAGS = ["icc", "Human Rights", "tests", "a-b"]
SERIES = ["yearly", "Talks", "rounds"]
SOURCES = [f"source-{number}" for number in range(7)]
SYMBOLS = ["A/RES/69/188", "S/RES/1718 (2006)", "A/C.3/69/L.28", "A/C.3/69/L.28/Rev.1", "S/2014/276", "GC(55)/RES/13", "S/RES/2270"]
FIELDS = ["date", "vote", "forum", "symbol", "actor", "kind", "status", "place", "nth", "title", "summary"]
VISIBILITIES = ["restricted", "private"]
BALLOTS = ["yes", "no", "abstain"]
# Names that some worlds declare, for few events.
OWN_ACTORS = {"envoy": {"name": "The Envoy", "kind": "person"}, "circle": {"name": "Inner Circle", "kind": "group", "members": ["envoy", "kor"]}}
OWN_FORUMS = {"caucus": {"name": "The Caucus"}}


def speak_of(events):
    """Has questions ask for what these events have, as they are in JSON, instead of what worlds by chance have."""
    def put(names, found):
        found = sorted({*found} - {None})
        names[:] = found[::max(1, len(found) // 200)] or names

    put(EVENTS, (event["id"] for event in events))
    put(YEARS, (int(event["earliest"][:4]) for event in events if (event["earliest"] or "")[:4].isdigit()))
    put(STATES, STATES + [actor["id"] for event in events for actor in event["actors"]])
    put(FORUMS, (forum for event in events for forum in event["forums"]))
    put(SYMBOLS, (symbol for event in events for symbol in event["symbols"]))
    put(SERIES, (event["series"] for event in events))
    put(TAGS, (tag for event in events for tag in event["tags"]))
    put(SOURCES, (source["key"] for event in events for source in event["sources"]))
    put(WORDS, (word.strip('"\\*') for event in events for word in event["title"].split()))


def make_day(random):
    return f"{random.choice(YEARS):04}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"


def make_date(random):
    """An EDTF date: mostly days, and whatever else there is."""
    day, other = sorted([make_day(random), make_day(random)])
    clock = f"T{random.randint(0, 23):02}:{random.choice(['00:00', '30:00', '59:59'])}"
    return random.choice([day] * 6 + [
        day[:7], day[:4], day + "?", day + "~", day[:4] + "~", day[:7] + "%", f"{day}/{other}", f"{day[:7]}/{other[:4]}", f"{day}/..",
        f"../{day}", f"/{day}", f"{day}/", day[:3] + "X", day[:2] + "XX", day[:4] + "-XX-05", f"[{day},{other}]", f"[{day}..{other}]",
        f"{{{day},{other}}}", day[:4] + "-2" + random.choice("1234"), "-0044-03-15", "-0500", "Y-17000", day + clock, day + clock + "Z",
        day + clock + random.choice(["+09:00", "-05:00", "+14:00"]), f"{day}{clock}Z/{other}"])


def make_words(random, most=4):
    return " ".join(random.choice(WORDS) for _ in range(random.randint(1, most)))


def make_vote(random):
    if random.random() < 0.15:
        return random.choice(["consensus", "10-2", "10-2-3"])
    vote = {}
    voters = random.sample(STATES, random.randint(0, 9))
    if voters:
        vote["roll"] = {}
        cast = [(random.choice([*BALLOTS, "yes", "not-voting"]), voter) for voter in voters]
        for ballot in (*BALLOTS, "not-voting"):  # in the order in which JSON has them
            vote["roll"] |= {ballot: [v for b, v in cast if b == ballot]} if ballot in dict(cast) else {}
    for ballot in BALLOTS:
        if random.random() < 0.6:
            vote[ballot] = len(vote.get("roll", {}).get(ballot, [])) + random.choice([0, 0, 0, 1, 4])
    if random.random() < 0.2:
        vote["not-voting"] = len(vote.get("roll", {}).get("not-voting", [])) + random.choice([0, 0, 2])
    if random.random() < 0.2:
        vote["tally"] = "summed"
    if random.random() < 0.3:
        vote["method"] = random.choice(["recorded", "procedural"])
    if random.random() < 0.3:
        vote["result"] = random.choice(["adopted", "rejected"])
    return vote or "consensus"


def make_claims(random):
    claims = {}
    for field in random.sample(["date", "vote", "forum", "place", "title", "status"], random.randint(0, 2)):
        claims[field] = {"date": make_date, "vote": lambda r: f"{r.randint(1, 12)}-{r.randint(0, 3)}", "forum": lambda r: r.choice(FORUMS),
                         "place": make_words, "title": make_words, "status": lambda r: r.choice(["planned", "cancelled"])}[field](random)
    return claims


def make_citation(random, sources, hides):
    citation = {"source": random.choice(sources)}
    for part in ("quote", "note"):
        if random.random() < 0.3:
            citation[part] = make_words(random)
            if hides and random.random() < 0.5:
                citation["visibility" if part == "quote" else "note-visibility"] = random.choice(VISIBILITIES)
    claims = make_claims(random)
    return citation | ({"says": claims} if claims else {})


def make_source(random, keys, hides):
    source = {"title": make_words(random), "date": make_day(random)}
    for field in ("author", "publisher"):
        if random.random() < 0.6:
            source[field] = random.choice(["A. Writer", "A newspaper", "The ministry"])
    if random.random() < 0.3:
        source["symbol"] = random.choice(SYMBOLS)
    if keys and random.random() < 0.2:
        source[random.choice(["corrects", "withdraws"])] = random.choice(keys)
    if random.random() < 0.2:
        source["note"] = make_words(random)
    if hides and random.random() < 0.2:
        source["visibility"] = random.choice(VISIBILITIES)
    if hides and "note" in source and random.random() < 0.5:
        source["note-visibility"] = random.choice(VISIBILITIES)
    return source


def make_event(random, number, earlier, sources, hides):
    event = {"id": f"event-{number}", "date": make_date(random), "title": make_words(random), "kind": random.choice(KINDS)}

    def maybe(chance, field, make):
        if random.random() < chance:
            event[field] = make()
    maybe(0.2, "label", lambda: make_words(random, 2))
    maybe(0.3, "summary", lambda: make_words(random, 6))
    maybe(0.2, "place", lambda: make_words(random, 1))
    maybe(0.7, "forum", lambda: random.choice(FORUMS))
    maybe(0.7, "actors", lambda: [{a: random.choice(ROLES)} for a in random.sample(STATES + GROUPS, random.randint(1, 3))])
    maybe(0.3, "symbols", lambda: random.sample(SYMBOLS, random.randint(1, 2)))
    maybe(0.6 if event["kind"] in ("vote", "resolution") else 0.1, "vote", lambda: make_vote(random))
    maybe(0.4, "importance", lambda: random.randint(1, 5))
    maybe(0.3, "tags", lambda: random.sample(TAGS, random.randint(1, 2)))
    maybe(0.2, "confidence", lambda: random.choice(["verified", "reported", "general-knowledge"]))
    maybe(0.2, "status", lambda: random.choice(["planned", "cancelled", "not-held"]))
    maybe(0.4, "revised", lambda: random.choice([make_day, make_date])(random))
    maybe(0.1, "repeat", lambda: random.choice(["FREQ=YEARLY;COUNT=4", "FREQ=MONTHLY;UNTIL=20151231", "FREQ=WEEKLY;COUNT=10"]))
    maybe(0.1, "zone", lambda: random.choice(["America/New_York", "Asia/Seoul"]))
    maybe(0.15 if hides else 0, "visibility", lambda: random.choice(VISIBILITIES))
    maybe(0.2, "series", lambda: random.choice(SERIES))
    if "series" in event:
        maybe(0.7, "nth", lambda: random.randint(1, 4))
    if earlier:
        maybe(0.5, "relations", lambda: {random.choice(RELATIONS): random.sample(earlier, min(len(earlier), random.randint(1, 2)))})
    if sources:
        maybe(0.7, "sources", lambda: [make_citation(random, sources, hides) for _ in range(random.randint(1, 3))])
    return event


def add_own_names(random, world):
    """What the timeline declares for itself, which few events have, and saved queries with their words."""
    world |= {"actors": OWN_ACTORS, "forums": OWN_FORUMS}
    world["queries"] |= {"own": "actor:envoy", "caucuses": f"forum:caucus OR {make_words(random, 1)}"}
    for event in random.sample(world["events"], min(len(world["events"]), random.randint(0, 4))):
        event.setdefault("actors", []).append({random.choice(list(OWN_ACTORS)): random.choice(ROLES)})
        if random.random() < 0.5:
            event["forum"] = "caucus"


def make_world(random, n_events=None):
    """A timeline as YAML; some of what it says may contradict itself."""
    hides = random.random() < 0.5
    sources = {}
    for number in range(random.randint(0, 6)):
        sources[f"source-{number}"] = make_source(random, list(sources), hides)
    events = []
    for number in range(n_events or random.choice([random.randint(1, 40), 100])):
        events.append(make_event(random, number, [e["id"] for e in events], list(sources), hides))
    random.shuffle(events)
    world = {"timeline": "world", "title": "A world by chance",
             "relations": {"rebuts": {"label": "Rebuts", "nearest": "responds-to", "inverse": "rebutted by", "direction": "earlier"}},
             "queries": {"late": "date:2014..", "of-one": "trail:@event-0 OR kind:vote"}, "events": events}
    if random.random() < 0.3:
        world["zone"] = random.choice(["Europe/Paris", "Asia/Tokyo"])
    if sources:
        world["sources"] = sources
    if random.random() < 0.5:
        add_own_names(random, world)
    return json.dumps(world, ensure_ascii=False)


def say_event(random, shift=""):
    """By its id; now and then by a symbol, or by what may be a title."""
    chance = random.random()
    if chance < 0.1:
        return f"@{random.choice(SYMBOLS).split(' (')[0]}{shift}"
    if chance < 0.15:
        return f'@"{make_words(random, 1)}{shift}"'
    return f"@{random.choice(EVENTS)}{shift}"


def say_moment(random):
    date = make_date(random)
    return random.choice([date if "," not in date and " " not in date else date[1:11], make_day(random)[:7], make_day(random)[:4], "today-4000d",
                          say_event(random), say_event(random, random.choice(["+90d", "-1y", "+2w"]))])


def say_range(random, make):
    one, other = make(random), make(random)
    return random.choice([one, f"{one}..{other}", f"..{one}", f"{one}.."])


def say_count(random):
    low = random.randint(0, 12)
    return random.choice([str(low), f"{low}..{low + random.randint(0, 5)}", f"..{low}", f"{low}.."])


def say_actor(random):
    return random.choice(STATES + GROUPS + list(OWN_ACTORS))


def say_actors(random):
    return "(" + ",".join(random.sample(STATES + GROUPS, random.randint(2, 3))) + ")"


def say_words(random):
    words = make_words(random, 2)
    return f'"{words}{random.choice(["", "", "*"])}"'


def say_share(random):
    return say_range(random, lambda r: random.choice(["0", "0.5", "1", "60%", "0.667", "33.3%"]))


# Each field, what may stand behind it, and whether "=" may ask of it.
TERMS = [
    *[(field, lambda r: say_range(r, say_moment)) for field in ("date", "during", "overlaps", "begins", "ends", "revised")],
    ("year", lambda r: say_range(r, lambda q: make_day(q)[:4])),
    *[(field, say_moment) for field in ("before", "after")],
    ("within", lambda r: r.choice(["", "+", "-"]) + r.choice(["90d", "1y", "6m"]) + r.choice([say_event(r), "@" + make_day(r)])),
    ("forum", lambda r: r.choice(FORUMS + list(OWN_FORUMS))),
    *[(field, say_actor) for field in ("actor", *ROLES, "veto")],
    ("member", lambda r: r.choice(GROUPS)),
    ("kind", lambda r: r.choice(KINDS)),
    ("symbol", lambda r: f'"{r.choice([*SYMBOLS, "A/C.3/69", "A/RES", "S", "S/RES/2270 (1999)", "A/RES/69/188-S/2014/276", "s_res_1718"])}"'),
    ("vote", lambda r: r.choice(["adopted", "rejected", "failed", "veto", "unanimous", "recorded", "procedural", "consensus", "none"])),
    *[(field, lambda r: r.choice([say_count(r), say_actor(r), f"all({r.choice(GROUPS)})", f"({say_actor(r)},{say_actor(r)})"]))
      for field in ("yes", "no", "abstain", "absent")],
    *[(field, lambda r: r.choice([say_actors(r), r.choice(GROUPS)])) for field in ("agree", "split")],
    ("margin", say_count), ("share", say_share),
    ("status", lambda r: r.choice(["occurred", "planned", "cancelled", "not-held", "(planned,cancelled)"])),
    ("visibility", lambda r: r.choice(["public", "restricted", "private", "(public,private)"])),
    ("tag", lambda r: f'"{r.choice(TAGS)}"'),
    *[(field, lambda r: r.choice([r.choice(SOURCES), say_words(r), '"A. Writer"'])) for field in ("source", "says")],
    *[(field, lambda r: r.choice(FIELDS)) for field in ("disputed", "confirmed", "partial", "single")],
    ("importance", lambda r: say_range(r, lambda q: str(q.randint(1, 5)))),
    ("precision", lambda r: r.choice(["day", "month", "year", "second..day", "decade.."])),
    ("confidence", lambda r: r.choice(["verified", "reported", "none"])),
    *[(field, say_words) for field in ("place", "title", "text", "", "")],
    ("series", lambda r: r.choice(SERIES)), ("nth", say_count), ("id", lambda r: say_event(r)[1:]),
    ("trail", say_event), *[(field, say_event) for relation in RELATIONS for field in (relation, relation + "+")],
    *[(field, say_event) for field in ("cited-by", "rebutted-by", "adopted-by+")],
    ("is", lambda r: r.choice(["approximate", "uncertain", "timed", "planned", "overdue", "disputed", "superseded", "confirmed", "single",
                               "unsourced"])),
]


def say_term(random):
    if random.random() < 0.03:
        return random.choice(["@@late", "@@of-one"])
    field, say = random.choice(TERMS)
    operator = "=" if random.random() < 0.2 else ":"
    return f"{field}{operator}{say(random)}" if field else say(random)


def say_query(random, levels=2):
    kind = random.random()
    if levels == 0 or kind < 0.4:
        return say_term(random)
    one = say_query(random, levels - 1)
    if kind < 0.55:
        return f"NOT ({one})"
    if kind < 0.6:
        return f"maybe:({one})"
    other = say_query(random, levels - 1)
    return f"({one}) {'AND' if kind < 0.75 else 'OR'} ({other})"


def mistype(random, query):
    """A slip of the finger: a letter too few, too many, or another."""
    at = random.randrange(len(query))
    return query[:at] + random.choice(["", query[at] * 2, random.choice("aekx1:.@")]) + query[at + 1:]


def say_name(random):
    """What an event is called: mostly its id, at times mistyped, else a symbol, however it is spelled, or a title."""
    symbol = random.choice(SYMBOLS)
    return random.choice([*[say_event(random)[1:]] * 6, mistype(random, say_event(random)[1:]), symbol, symbol.lower(), symbol.split(" (")[0],
                          make_words(random, 2)])


COUNTED = ["year", "month", "quarter", "decade", "forum", "actor", "kind", "vote", "series", "tag", "source", "status", "year,forum", "actor,kind",
           "forum,year", "importance"]
# How what is written looks: options, each with what it may be, and in which formats they mean something.
STYLES = {"style": ["brief", "press", "scr", "table"], "group": ["none", "year", "month", "forum", "actor"],
          "length": ["short", "full", "long"], "notes": ["end", "inline", "short", "none"], "disputes": ["main", "all", "none"]}
WRITTEN = {"json": [], "text": ["--ids", "--plain", STYLES], "csv": ["--spreadsheet"], "md": ["--quotes", STYLES], "yaml": ["--header"],
           "ics": ["--no-payload", "--anniversaries", "--imprecise=span", "--imprecise=skip", "--local-times"],
           "html": ["--no-picture", "--quotes", STYLES], "atom": [], "timelinejs": [], "csl": [], "bib": [], "ris": [],
           "svg": ["--lanes=kind", "--lanes=actor", "--lanes=series", "--axis=even"]}


def say_style(random, name):
    chosen = [option for option in WRITTEN[name] if random.random() < 0.3]
    return [f"--{key}={random.choice(values)}" for option in chosen if option is STYLES for key, values in STYLES.items() if random.random() < 0.4] + [
        option for option in chosen if option is not STYLES]


def say_count_command(random, options, query):
    name = random.choice(["csv", "csv", "text", "json", "md", "svg"])
    for chance, option in ((0.2, ["--sum", "yes,no"]), (0.1, ["--average", "abstain"]), (0.2, ["--top", str(random.randint(1, 4))]),
                           (0.1, ["--share"]), (0.1, ["--depth", "1"]), (0.1, ["--long"]), (0.1, ["--expand"]), (0.1, ["--reverse"])):
        if random.random() < chance:
            options = options + option
    return ["count", "--format", name, "--by", random.choice(COUNTED), *options, *query]


def say_other_command(random, options):
    """What asks no query."""
    at = random.choice([[], ["--at", make_date(random)]])
    return random.choice([["actors", *at, say_actor(random)], ["actors", *at], ["forums", *at, random.choice([*FORUMS, *OWN_FORUMS])],
                          ["duplicates", "--least", "0.6"], ["check", "--notes"], ["check"]]) + options


def say_command(random):
    """What is asked, and how."""
    options = []
    if random.random() < 0.3:
        options += ["--visibility", random.choice(["public", "restricted", "private"])]
    if random.random() < 0.1:
        options += ["--as-of", make_day(random)]
    if random.random() < 0.1:
        options.append("--strict")
    query = [say_query(random)] if random.random() < 0.95 else []
    if query and random.random() < 0.15:
        query = [mistype(random, query[0])]
    kind = random.random()
    if kind < 0.2:
        return say_count_command(random, options, query)
    if kind < 0.22:
        return say_other_command(random, options)
    if kind < 0.26:
        return ["show", say_name(random), *options]
    if kind < 0.3:
        return ["trail", say_name(random), *random.choice([[], ["--up"], ["--down"], ["--depth", "1"]]), *options]
    if random.random() < 0.3:
        options += ["--sort", random.choice(["date", "importance", "forum", "kind", "title", "id"])]
    for chance, option in ((0.2, ["--reverse"]), (0.2, ["--limit", str(random.randint(1, 5))]), (0.1, ["--context", str(random.randint(1, 3))]),
                           (0.1, ["--changed-since", make_day(random)]), (0.1, ["--since", say_event(random)]),
                           (0.1, ["--min-importance", str(random.randint(1, 5))]), (0.05, ["--expand"])):
        if random.random() < chance:
            options += option
    if random.random() < 0.1:
        files = random.sample([*WRITTEN], 2)
        return [random.choice(["list", "export"]), *[word for name in files for word in ("-o", f"OUT.{name}")], *options, *query]
    name = random.choice([*WRITTEN, "json", "text", "csv", "yaml"])
    return [random.choice(["list", "list", "export"]), "--format", name, *say_style(random, name), *options, *query]
