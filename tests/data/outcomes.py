# SPDX-License-Identifier: LGPL-2.1-or-later
"""Holds what the program makes of real votes against outcomes.csv (README.md says where that is from).

Each vote is asked about as it is recorded, with those named who voted against; without names; and with its result stated.

  outcomes.py PROGRAM DATA_FOLDER
"""

import csv
import json
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "structure"))
from checks import Checks  # noqa: E402
from tap import report  # noqa: E402

WORDS = {"adopted": {"adopted", "unanimous"}, "unanimous": {"unanimous"}, "veto": {"veto"}, "failed": {"failed"},
         "rejected": {"veto", "failed"}}


def load_votes():
    with open(pathlib.Path(__file__).with_name("outcomes.csv"), newline="", encoding="utf-8") as file:
        return {f"vote-{i}": row for i, row in enumerate(csv.DictReader(file))}


def write_timeline(votes, named, stated):
    lines = ["timeline: outcomes", "events:"]
    for key, vote in votes.items():
        parts = [f"{count}: {vote[count]}" for count in ("yes", "no", "abstain")] + [f"method: {vote['method']}"]
        if stated and vote["outcome"] != "unknown":
            parts.append(f"result: {'adopted' if vote['outcome'] in WORDS['adopted'] else 'rejected'}")
        if named and vote["against"]:
            parts.append(f"roll: {{no: [{', '.join(vote['against'].split())}]}}")
        symbols = f", symbols: [{vote['symbol']}]" if vote["symbol"] else ""
        lines.append(f"  - {{id: {key}, date: {vote['date']}, title: A vote, kind: vote, forum: {vote['forum']}{symbols}, "
                     f"vote: {{{', '.join(parts)}}}}}")
    return "\n".join(lines) + "\n"


class Program:
    def __init__(self, program, folder, votes, path):
        self.program, self.votes, self.path = program, votes, path
        self.environment = {**os.environ, "CHANCERY_DATA_DIR": folder, "HOME": os.path.dirname(path)}

    def run(self, *arguments):
        return subprocess.run([self.program, "-f", self.path, *arguments], env=self.environment, capture_output=True,
                              text=True, check=False).stdout

    def ask(self, *query):
        return {json.loads(line)["id"] for line in self.run("list", "--format", "json", *query).splitlines()}

    def write(self, named, stated):
        pathlib.Path(self.path).write_text(write_timeline(self.votes, named, stated), encoding="utf-8")


def check_set(checks, found, wanted, votes, name):
    wrong = [f"{key}: {votes[key]['date']} {votes[key]['symbol']}" for key in sorted(found ^ wanted)]
    checks.point(not wrong, name, wrong)


def check_named(checks, program, votes, label):
    """With names, every answer is known but where the table has none."""
    for word, outcomes in WORDS.items():
        wanted = {key for key, vote in votes.items() if vote["outcome"] in outcomes}
        rest = {key for key, vote in votes.items() if vote["outcome"] != "unknown"} - wanted
        if word in ("veto", "unanimous"):
            rest |= {key for key, vote in votes.items() if vote["outcome"] == "unknown"}
        check_set(checks, program.ask(f"vote:{word}"), wanted, votes, f"{label}: vote:{word}")
        check_set(checks, program.ask(f"NOT vote:{word}"), rest, votes, f"{label}: NOT vote:{word}")
    for state in ("chn", "fra", "gbr", "rus", "usa", "zaf"):
        wanted = {key for key, vote in votes.items() if state in vote["veto"].split()}
        check_set(checks, program.ask(f"veto:{state}"), wanted, votes, f"{label}: veto:{state}")
    wanted = {key for key, vote in votes.items() if vote["veto"]}
    check_set(checks, program.ask("veto:p5"), wanted, votes, f"{label}: veto:p5")


def check_nameless(checks, program, votes):
    """Without names, it is not known whether a majority was vetoed where somebody voted against on substance."""
    unknown = {key for key, vote in votes.items() if vote["forum"] == "un.sc" and vote["method"] == "recorded"
               and vote["outcome"] in ("adopted", "veto") and vote["no"] != "0"}
    known = {key for key, vote in votes.items() if key not in unknown}
    for word in ("adopted", "veto", "rejected"):
        wanted = {key for key in known if votes[key]["outcome"] in WORDS[word]}
        check_set(checks, program.ask(f"vote:{word}"), wanted, votes, f"nameless: vote:{word}")
        found = program.ask(f"vote:{word} OR NOT vote:{word}")
        open_ones = {key for key in known if votes[key]["outcome"] == "unknown" and word != "veto"}
        check_set(checks, found, known - open_ones, votes, f"nameless: vote:{word} is known of the others")


def main():
    checks, votes = Checks(), load_votes()
    checks.point(len(votes) >= 40, "forty real votes", len(votes))
    with tempfile.TemporaryDirectory() as folder:
        program = Program(sys.argv[1], sys.argv[2], votes, os.path.join(folder, "outcomes.yaml"))
        program.write(named=True, stated=False)
        check_named(checks, program, votes, "named")
        program.write(named=False, stated=False)
        check_nameless(checks, program, votes)
        program.write(named=True, stated=True)
        check_named(checks, program, votes, "stated")
        found = [line for line in program.run("check").splitlines() if "[vote-" in line or "[roll-" in line]
        checks.point(not found, "no true result is doubted", found)
    report(checks)


if __name__ == "__main__":
    main()
