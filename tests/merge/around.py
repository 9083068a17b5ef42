#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Merging as others start it: by git, as a merge driver, with the lines that the manual gives; and asking on a terminal.

  around.py PROGRAM DATA_FOLDER MANUAL
"""

import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "structure"))
from checks import Checks  # noqa: E402
from tap import report  # noqa: E402

BASE = """\
timeline: desk
events:
  # first
  - id: one
    date: 2014-11-18
    title: One
    tags: [x]

  - id: two
    date: 2014-11-19
    title: Two
"""


def environment(data_folder, folder):
    return {**os.environ, "CHANCERY_DATA_DIR": os.path.abspath(data_folder), "LC_ALL": "C.UTF-8", "HOME": folder, "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org"}


class Repository:
    def __init__(self, folder, program, data_folder, manual):
        self.path = pathlib.Path(folder) / "work"
        self.path.mkdir()
        self.environment = environment(data_folder, folder)
        self.git("init", "-q")
        driver, attributes = re.search(r"^git config merge\.chancery\.driver '(.*)'\necho '(.*)' >> \.gitattributes$", manual, re.MULTILINE).groups()
        self.git("config", "merge.chancery.driver", driver.replace("chancery", os.path.abspath(program), 1))
        (self.path / ".gitattributes").write_text(attributes + "\n")

    def git(self, *arguments, status=0):
        done = subprocess.run(["git", *arguments], cwd=self.path, env=self.environment, capture_output=True, text=True, timeout=60)
        if done.returncode != status:
            raise AssertionError(f"git {' '.join(arguments)}: {done.stdout}{done.stderr}")
        return done.stdout + done.stderr

    def commit(self, text):
        (self.path / "desk.yaml").write_text(text)
        self.git("add", ".")
        self.git("commit", "-qm", "change")

    def merge(self, ours, theirs, status):
        """What two people make of the base, merged by git."""
        self.git("checkout", "-q", "--orphan", f"base-{abs(hash((ours, theirs)))}")
        self.commit(BASE)
        start = self.git("rev-parse", "HEAD").strip()
        self.commit(theirs)
        other = self.git("rev-parse", "HEAD").strip()
        self.git("checkout", "-q", start)
        self.commit(ours)
        said = self.git("merge", "-q", "-m", "both", other, status=status)
        text = (self.path / "desk.yaml").read_text()
        self.git("reset", "-q", "--hard")
        return text, said


def check_git(checks, program, data_folder, manual):
    if not shutil.which("git"):
        checks.skip("git merges by the driver", "git is not installed")
        return
    with tempfile.TemporaryDirectory() as folder:
        repository = Repository(folder, program, data_folder, manual)
        ours, theirs = BASE.replace("[x]", "[x, y]").replace("title: Two", "title: Two of ours"), BASE.replace("[x]", "[x, z]").replace("2014-11-19", "2014-11-20")
        text, said = repository.merge(ours, theirs, 0)
        checks.point(text == ours.replace("[x, y]", "[x, y, z]").replace("2014-11-19", "2014-11-20"), "git merges what does not conflict", text, said)
        text, said = repository.merge(ours, BASE.replace("title: Two", "title: Two of theirs"), 1)
        checks.point(text == ours and "theirs Two of theirs" in said, "a conflict is named, ours stands, and git knows of it", text, said)


def ask(program, data_folder, folder, answer):
    """What is merged when questions are answered so."""
    made = pathlib.Path(folder) / "made.yaml"
    master, slave = pty.openpty()
    child = subprocess.Popen([os.path.abspath(program), "merge", "one.yaml", "two.yaml", "--ask", "--overwrite", "-o", "made.yaml"], cwd=folder,
                             env=environment(data_folder, folder), stdin=slave, stdout=slave, stderr=slave, start_new_session=True)
    os.close(slave)
    said = b""
    while select.select([master], [], [], 30)[0]:
        try:
            read = os.read(master, 4096)
        except OSError:
            break
        said += read
        if said.endswith(b"[Y/n]: "):
            os.write(master, answer)
    child.wait(timeout=30)
    os.close(master)
    return made.read_text(), said.decode()


def check_ask(checks, program, data_folder):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder)
        (path / "one.yaml").write_text("timeline: one\nevents:\n  - {id: a, date: 2014-11-18, title: Envoys met in Geneva}\n")
        (path / "two.yaml").write_text("timeline: two\nevents:\n  - {id: b, date: 2014-11-18, title: Talks opened by envoys at the lake}\n")
        joined, said = ask(program, data_folder, folder, b"y\n")
        apart, _ = ask(program, data_folder, folder, b"n\n")
        checks.point("One event?" in said and joined.count("id: ") == 1 and apart.count("id: ") == 2, "who is asked decides", said, joined, apart)


def check_output(checks, program, data_folder):
    """A chronology that is none of the merged is not lost."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder)
        texts = {name: f"timeline: {name}\nevents:\n  - {{id: {name}, date: 2014-11-18, title: What {name} says}}\n" for name in ("one", "two", "third")}
        for name, text in texts.items():
            (path / f"{name}.yaml").write_text(text)
        (path / "first.yaml").symlink_to("one.yaml")

        def merge(*arguments):
            done = subprocess.run([os.path.abspath(program), "merge", *arguments], cwd=folder, env=environment(data_folder, folder), capture_output=True, text=True,
                                  timeout=60)
            return done.returncode, done.stderr

        for words in (["one.yaml", "two.yaml"], ["--base", "one.yaml", "one.yaml", "two.yaml"]):
            status, said = merge(*words, "-o", "third.yaml")
            checks.point(status == 2 and "--overwrite" in said and (path / "third.yaml").read_text() == texts["third"], f"{words[0]}: another file stays", status, said)
        status, said = merge("one.yaml", "two.yaml", "--overwrite", "-o", "third.yaml")
        checks.point(status == 0 and "What two says" in (path / "third.yaml").read_text(), "it is replaced when asked to", status, said)
        for file in ("two.yaml", "first.yaml"):
            status, said = merge("one.yaml", "two.yaml", "-o", file)
            checks.point(status == 0 and "What two says" in (path / file).read_text(), f"{file} is one of the merged", status, said)


def check_registry(checks, program, data_folder):
    """What a registry beside a file declares comes along where the file goes elsewhere, and is not taken twice where it does not."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder)
        for name in ("one", "two"):
            (path / name).mkdir()
            (path / name / "registry.yaml").write_text(f"registry: {name}\nactors:\n  office-{name}: {{kind: office, name: Office {name}}}\n"
                                                       f"  spare-{name}: {{kind: office, name: Spare {name}}}\n")
            (path / name / "desk.yaml").write_text(f"timeline: {name}\nevents:\n  - {{id: {name}, date: {dict(one=2012, two=2016)[name]}, title: What {name} said, actors: [office-{name}]}}\n")
        (path / "out").mkdir()

        def run(*arguments):
            done = subprocess.run([os.path.abspath(program), *arguments], cwd=folder, env=environment(data_folder, folder), capture_output=True, text=True, timeout=60)
            return done.returncode, done.stdout, done.stderr

        for out, kept in (("out/both.yaml", ["office-one", "office-two"]), ("one/both.yaml", ["office-two"])):
            status, _, said = run("merge", "one/desk.yaml", "two/desk.yaml", "-o", out)
            text = (path / out).read_text() if status == 0 else ""
            declared = [f"office-{name}" for name in ("one", "two") if f"  office-{name}: {{kind" in text]
            checks.point(status == 0 and declared == kept and "spare" not in text and "beside two/desk.yaml" in said, f"{out} declares what it needs", status, said, text)
            status, listed, said = run("-f", out, "list", "actor:office-two")
            checks.point(status == 0 and "What two said" in listed and not said, f"{out} reads by itself", status, listed, said)


def main():
    checks = Checks()
    check_git(checks, sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]).read_text())
    check_ask(checks, sys.argv[1], sys.argv[2])
    check_output(checks, sys.argv[1], sys.argv[2])
    check_registry(checks, sys.argv[1], sys.argv[2])
    report(checks)


main()
