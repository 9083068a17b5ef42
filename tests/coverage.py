"""What tests have covered of the files that guard what comes in and goes out: each must be covered wholly, lines and branches.

  coverage.py BUILD_FOLDER FILE...

The build folder is one with -Db_coverage=true whose tests were run. Lines that assert what cannot be otherwise are no
branches. Prints a line a file and what is not covered, and ends with status 1 where there is something.
"""

import gzip
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ASSERTS = re.compile(r"\bg_(assert|return_if_fail|return_val_if_fail|assert_not_reached)\b|\bG_DEFINE_")


def find_notes(folder, file):
    """The notes of the compiler about a source file, by the name that Meson gives its object."""
    return sorted(folder.glob(f"**/*{file.removeprefix('engine/').removeprefix('tools/').replace('/', '_')}.gcno"))


def read_counts(notes, source):
    """Of each line: how often it ran, and how often each of its branches was taken; over all objects of the file."""
    lines = {}
    for note in notes:
        with tempfile.TemporaryDirectory() as work:
            subprocess.run(["gcov", "--json-format", "--branch-probabilities", str(note.resolve())], cwd=work, capture_output=True, check=False)
            for made in pathlib.Path(work).glob("*.gcov.json.gz"):
                for file in json.loads(gzip.decompress(made.read_bytes()))["files"]:
                    if file["file"].endswith(source):
                        add_lines(lines, file["lines"])
    return lines


def add_lines(lines, found):
    for line in found:
        count, branches = lines.setdefault(line["line_number"], [0, {}])
        lines[line["line_number"]][0] = count + line["count"]
        for i, branch in enumerate(line["branches"]):
            branches[i] = branches.get(i, 0) + branch["count"]


def examine(folder, file):
    """How many lines and branches there are, how many ran, and what did not."""
    text = pathlib.Path(file).read_text(encoding="utf-8").splitlines()
    lines = read_counts(find_notes(folder, file), file)
    totals, missing = [0, 0, 0, 0], []
    for number, (count, branches) in sorted(lines.items()):
        code = text[number - 1]
        taken = {} if ASSERTS.search(code) else branches
        if code.strip() == "}":  # of a function that the compiler has put in the place of its call
            continue
        totals[0] += 1
        totals[1] += count > 0
        totals[2] += len(taken)
        totals[3] += sum(n > 0 for n in taken.values())
        if count == 0:
            missing.append(f"{file}:{number}: never run: {code.strip()}")
        elif any(n == 0 for n in taken.values()):
            sides = ", ".join(str(i) for i, n in sorted(taken.items()) if n == 0)
            missing.append(f"{file}:{number}: branches {sides} of {len(taken)} never taken: {code.strip()}")
    return totals, missing


def main():
    folder, files = pathlib.Path(sys.argv[1]), sys.argv[2:]
    everything, all_missing = [0, 0, 0, 0], []
    print(f"{'':40} {'lines':>11} {'branches':>11}")
    for file in files:
        totals, missing = examine(folder, file)
        if totals[0] == 0:
            missing = [f"{file}: nothing is known of it"]
        print(f"{file:40} {totals[1]:5}/{totals[0]:<5} {totals[3]:5}/{totals[2]:<5}")
        everything = [a + b for a, b in zip(everything, totals)]
        all_missing += missing
    print(f"{'all':40} {everything[1]:5}/{everything[0]:<5} {everything[3]:5}/{everything[2]:<5}")
    print("\n".join(all_missing))
    sys.exit(1 if all_missing else 0)


if __name__ == "__main__":
    main()
