"""Asks questions about all roll calls of the General Assembly, and holds the answers against those that are computed here
from the public data set itself.

CHANCERY_ROLL_CALLS names a folder with un-roll-calls.csv and un-votes.csv.gz (Erik Voeten et al., CC0); without it the
test is skipped. The rolls are told to the program three times: with their tallies, so that whoever is not named did not
vote; without, so that nobody knows; and as the data set itself, which the program reads.
"""

import collections
import csv
import gzip
import io
import itertools
import json
import os
import pathlib
import subprocess
import sys
import tempfile

P5 = ["CN", "FR", "GB", "RU", "US"]
# Accessions to the Communities and the Union (treaties of accession).
UNION = [("1958-01-01", "BE DE FR IT LU NL"), ("1973-01-01", "DK GB IE"), ("1981-01-01", "GR"), ("1986-01-01", "ES PT"),
         ("1995-01-01", "AT FI SE"), ("2004-05-01", "CY CZ EE HU LV LT MT PL SK SI"), ("2007-01-01", "BG RO"),
         ("2013-07-01", "HR")]
ADMITTED = {"KP": "1991-09-17", "IL": "1949-05-11", "DE": "1973-09-18"}
REPUBLIC_OF_CHINA_TO = "1971-10"
SOVIET_UNION_TO = "1991-12"
TAIWAN = "TW"


class Roll:
    def __init__(self, row, ballots):
        self.number = row["rcid"]
        # The data set has no attested days before 2002.
        self.date = row["date"] if row["date"] >= "2002" else row["date"][:7]
        self.year = row["date"][:4]
        self.title = "".join(c if c >= " " else " " for c in row["short"] or row["descr"] or "A roll call")[:200]
        self.ballots = ballots
        self.stated = {kind: int(row[kind]) for kind in ("yes", "no", "abstain")}
        self.yes, self.no, self.abstain = (sum(vote == kind for vote in ballots.values()) for kind in
                                           ("yes", "no", "abstain"))

    def has(self, kind, code):
        return self.ballots.get(code) == kind


def load_rolls(folder, codes):
    ballots = collections.defaultdict(dict)
    with gzip.open(folder / "un-votes.csv.gz", "rt", newline="", encoding="utf-8") as file:
        for number, code, vote in itertools.islice(csv.reader(file), 1, None):
            if code in codes:
                ballots[number][code] = vote
    with open(folder / "un-roll-calls.csv", newline="", encoding="utf-8", errors="replace") as file:
        return [Roll(row, ballots[row["rcid"]]) for row in csv.DictReader(file)]


def load_codes(folder):
    """ISO alpha-2 to the registry's id, read from the registry's own files."""
    import yaml

    codes = {}
    for name in ("territories", "dissolved", "states"):
        actors = yaml.load((folder / "registry" / f"{name}.yaml").read_text(), Loader=yaml.BaseLoader)["actors"]
        codes.update({actor["iso2"]: key for key, actor in actors.items() if "iso2" in actor})
    return codes


def find_id(roll, code, codes):
    """A code is read at its date: the data set writes RU for the Soviet Union, and YU for Serbia."""
    if code == "RU" and roll.date[:7] <= SOVIET_UNION_TO and roll.date < "1991-12-24":
        return "sun"
    return "srb" if code == "YU" and roll.date > "2000" else codes[code]


def write(rolls, codes, path, has_tallies, has_rolls=True):
    with open(path, "w", encoding="utf-8") as file:
        for roll in rolls:
            vote = {"method": "recorded"}
            if has_tallies:
                vote.update(yes=roll.yes, no=roll.no, abstain=roll.abstain)
            if has_rolls:
                vote["roll"] = {kind: [find_id(roll, code, codes) for code, cast in roll.ballots.items() if cast == kind]
                                for kind in ("yes", "no", "abstain")}
            file.write(json.dumps({"id": f"rc-{roll.number}", "date": roll.date, "title": roll.title, "kind": "vote",
                                   "forums": ["un.ga"], "vote": vote}) + "\n")


def by_year(rolls):
    return dict(collections.Counter(roll.year for roll in rolls))


def list_union(roll):
    """Those of its members that have a vote."""
    return [code for since, members in UNION if since[:len(roll.date)] <= roll.date for code in members.split()
            if code != "DE" or roll.date >= ADMITTED["DE"][:len(roll.date)]]


def get_china(roll, code):
    """The seat of China was the Republic's."""
    return TAIWAN if code == "CN" and roll.date[:7] <= REPUBLIC_OF_CHINA_TO and code not in roll.ballots else code


def get_cast(roll, codes):
    return [roll.ballots.get(get_china(roll, code)) for code in codes]


def agree(roll, codes):
    cast = get_cast(roll, codes)
    return None not in cast and len(set(cast)) == 1


def split(roll, codes):
    cast = get_cast(roll, codes)
    return None not in cast and len(set(cast)) > 1


def was_member(roll, code):
    return roll.date > ADMITTED[code][:len(roll.date)]


# Query, which file is asked, and whether a roll answers it.
QUESTIONS = [
    ("no:PRK", "partial", lambda roll: roll.has("no", "KP")),
    ("no=PRK", "whole", lambda roll: roll.has("no", "KP")),
    ("yes:USA", "partial", lambda roll: roll.has("yes", "US")),
    ("abstain:China", "whole", lambda roll: "abstain" in get_cast(roll, ["CN"])),
    ("yes:Russia", "partial", lambda roll: roll.has("yes", "RU")),
    ("no:USA no:Israel", "partial", lambda roll: roll.has("no", "US") and roll.has("no", "IL")),
    ("no:USA NOT no:Israel", "partial",
     lambda roll: roll.has("no", "US") and (roll.ballots.get("IL", "no") != "no" if "IL" in roll.ballots
                                            else roll.date < ADMITTED["IL"][:7])),
    ("no:USA NOT no:Israel", "whole", lambda roll: roll.has("no", "US") and not roll.has("no", "IL")),
    ("agree:(CHN,USA)", "whole", lambda roll: agree(roll, ["CN", "US"])),
    ("agree=(FRA,GBR)", "partial", lambda roll: agree(roll, ["FR", "GB"])),
    ("split:(RUS,USA)", "partial", lambda roll: split(roll, ["RU", "US"])),
    ("agree:(CHN,RUS,USA)", "whole", lambda roll: agree(roll, ["CN", "RU", "US"])),
    ("agree:P5", "partial", lambda roll: agree(roll, P5)),
    ("split:P5", "whole", lambda roll: len(set(get_cast(roll, P5)) - {None}) > 1),
    ("abstain:P5", "partial", lambda roll: "abstain" in get_cast(roll, P5)),
    ("yes=EU", "partial", lambda roll: any(roll.has("yes", code) for code in list_union(roll))),
    ("no:EU", "whole", lambda roll: any(roll.has("no", code) for code in list_union(roll))),
    ("yes:all(EU)", "partial",
     lambda roll: list_union(roll) != [] and all(roll.has("yes", code) for code in list_union(roll))),
    ("no:all(P5)", "whole", lambda roll: all(cast == "no" for cast in get_cast(roll, P5))),
    ("absent:PRK", "whole", lambda roll: was_member(roll, "KP") and "KP" not in roll.ballots),
    ("absent:PRK", "partial", lambda roll: False),
    ("margin:..10", "whole", lambda roll: abs(roll.yes - roll.no) <= 10),
    ("margin:100..", "whole", lambda roll: abs(roll.yes - roll.no) >= 100),
    ("share:..0.5", "whole", lambda roll: roll.yes + roll.no > 0 and 2 * roll.yes <= roll.yes + roll.no),
    ("share:95%..", "whole", lambda roll: roll.yes + roll.no > 0 and 100 * roll.yes >= 95 * (roll.yes + roll.no)),
    ("margin:..10", "read", lambda roll: abs(roll.stated["yes"] - roll.stated["no"]) <= 10),
    ("share:..0.5", "read", lambda roll: 0 < roll.stated["yes"] + roll.stated["no"] >= 2 * roll.stated["yes"]),
    ("yes:100..150", "whole", lambda roll: 100 <= roll.yes <= 150),
    ("agree:(CHN,PRK) split:(KOR,PRK)", "whole", lambda roll: agree(roll, ["CN", "KP"]) and split(roll, ["KR", "KP"])),
]


class Program:
    def __init__(self, program, folder, files):
        self.program, self.files = program, files
        self.environment = {**os.environ, "CHANCERY_DATA_DIR": str(folder)}

    def run(self, *arguments):
        done = subprocess.run([self.program, *arguments], env=self.environment, capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"{' '.join(arguments)}: {done.stderr}")
        return done.stdout

    def count(self, file, by, query=None):
        text = self.run("-f", str(self.files[file]), "count", "--by", by, "--format", "csv", *([query] if query else []))
        return list(csv.DictReader(io.StringIO(text)))


def ask(program, rolls, query, file, holds):
    found = {row["year"]: int(row["events"]) for row in program.count(file, "year", query) if int(row["events"]) > 0}
    expected = by_year([roll for roll in rolls if holds(roll)])
    return [f"{year}: found {found.get(year, 0)}, expected {expected.get(year, 0)}"
            for year in sorted(found.keys() | expected.keys()) if found.get(year, 0) != expected.get(year, 0)]


def count_pairs(rolls, actors):
    """Of each two actors, by id: votes in which both cast a ballot, and in which the same one. A bit a vote."""
    cast = collections.defaultdict(lambda: {"yes": 0, "no": 0, "abstain": 0})
    for number, roll in enumerate(rolls):
        for code, vote in roll.ballots.items():
            if code in actors:
                cast[actors[code]][vote] |= 1 << number
    pairs = {}
    for one, other in itertools.permutations(cast, 2):
        both = sum(cast[one].values()) & sum(cast[other].values())
        same = sum(cast[one][vote] & cast[other][vote] for vote in cast[one])
        if both:
            pairs[one, other] = [bin(both).count("1"), bin(same).count("1")]
    return pairs


def compare_pairs(found, expected):
    complaints = [f"{pair}: found {found.get(pair)}, expected {expected.get(pair)}"
                  for pair in sorted(found.keys() | expected.keys()) if found.get(pair) != expected.get(pair)]
    return complaints[:10]


def check_matrix(program, rolls, codes):
    actors = {code: codes[code] for roll in rolls for code in roll.ballots}
    actors.update(TW="chn", YU="yug")
    found = {(row["actor"], row["with"]): [int(row["votes"]), int(row["same"])]
             for row in program.count("whole", "agreement")}
    ours = {pair: n for pair, n in found.items() if "yug" not in pair and "srb" not in pair}
    expected = {pair: n for pair, n in count_pairs(rolls, actors).items() if "yug" not in pair and "srb" not in pair}
    return compare_pairs(ours, expected) + ([] if len(ours) > 30000 else [f"{len(ours)} pairs only"])


def check_pairs_by_year(program, rolls):
    found = {(row["year"], row["actor"], row["with"]): [int(row["votes"]), int(row["same"])]
             for row in program.count("whole", "agreement:USA+ISR+PRK,year")}
    expected = {}
    for year in {roll.year for roll in rolls}:
        pairs = count_pairs([roll for roll in rolls if roll.year == year], {"US": "usa", "IL": "isr", "KP": "prk"})
        expected.update({(year, *pair): n for pair, n in pairs.items()
                         if pair in (("usa", "isr"), ("usa", "prk"), ("isr", "prk"))})
    return compare_pairs(found, expected)


def check_votes_of(program, rolls):
    found = {(row["year"], row["vote-of:prk"]): int(row["events"]) for row in program.count("whole", "vote-of:PRK,year")
             if int(row["events"]) > 0 and row["vote-of:prk"] in ("yes", "no", "abstain")}
    expected = collections.Counter((roll.year, roll.ballots["KP"]) for roll in rolls if "KP" in roll.ballots)
    return compare_pairs(found, dict(expected))


def check_size(program, rolls, codes, folder):
    """What the rolls add to a snapshot."""
    bare, n = folder / "bare.json", sum(len(roll.ballots) for roll in rolls)
    write(rolls, codes, bare, has_tallies=True, has_rolls=False)
    program.run("-f", str(bare), "export", "-o", str(folder / "bare.chn"))
    added = os.path.getsize(program.files["whole"]) - os.path.getsize(folder / "bare.chn")
    print(f"# {added / n:.2f} bytes a ballot, of {n}")
    return [] if added <= n else [f"{added} bytes for {n} ballots"]


def check_all(program, rolls, codes, folder):
    checks = [(f"{query}, {file}", ask(program, rolls, query, file, holds)) for query, file, holds in QUESTIONS
              if file != "read"]
    checks += [(f"{query}, as read", ask(program, rolls, query, "read", holds)) for query, file, holds in QUESTIONS
               if file in ("partial", "read")]
    checks.append(("agreement of all who voted", check_matrix(program, rolls, codes)))
    checks.append(("agreement of three by year", check_pairs_by_year(program, rolls)))
    checks.append(("votes of one by year", check_votes_of(program, rolls)))
    checks.append(("a byte a ballot", check_size(program, rolls, codes, folder)))
    return checks


def main():
    place = os.environ.get("CHANCERY_ROLL_CALLS")
    if not place:
        print("1..0 # SKIP CHANCERY_ROLL_CALLS names no folder with un-roll-calls.csv and un-votes.csv.gz")
        return 0
    timelines = pathlib.Path(sys.argv[2])
    codes = load_codes(timelines)
    rolls = load_rolls(pathlib.Path(place), codes)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        files = {kind: folder / f"{kind}.chn" for kind in ("whole", "partial")}
        program = Program(sys.argv[1], timelines, files)
        for kind, path in files.items():
            write(rolls, codes, folder / f"{kind}.json", kind == "whole")
            program.run("-f", str(folder / f"{kind}.json"), "export", "-o", str(path))
        files["read"] = folder / "read.chn"
        program.run("-f", f"{place}/un-roll-calls.csv", "-f", f"{place}/un-votes.csv.gz", "export", "-o", str(files["read"]))
        checks = check_all(program, rolls, codes, folder)
    print(f"1..{len(checks)}")
    for number, (what, complaints) in enumerate(checks, 1):
        print(f"{'not ok' if complaints else 'ok'} {number} {what}")
        for complaint in complaints[:10]:
            print(f"# {complaint}")
    return 1 if any(complaints for _, complaints in checks) else 0


if __name__ == "__main__":
    sys.exit(main())
