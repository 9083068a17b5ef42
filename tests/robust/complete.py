#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Whether the tables of commands.py have every command, every file that one writes and every format; prints TAP.

  complete.py PROGRAM DATA_FOLDER
"""

import re
import sys

from commands import ASKING, PUSHING, SAVING, Program
from checks import Checks
from tap import report

# What the tables lack, each with the reason.
COMMANDS = {"watch": "it runs until it is ended, and saves nothing: tests/store/together.py ends it"}
ACTIONS = {"shards": "it needs several servers, which keep what they hold themselves: tests/store/shards.py"}
# Options that take a file to be read alone.
READ = {"file", "template", "update", "baseline", "map", "sources", "base", "feeds", "shards"}
FORMATS = {"roll-calls": "it is read alone"}


def find_command(arguments, commands):
    """The first word that is none of the general options and their values."""
    return next((word for word in arguments if word in commands), None)


def find_commands(program):
    block = program.run(["help"]).stdout.decode().split("Commands:\n", 1)[1].split("\n\n", 1)[0]
    return re.findall(r"^  ([a-z]\S*)", block, re.MULTILINE)


def find_file_options(program, command):
    """The long names of the options of a command whose value is a file."""
    text = program.run([command, "--help-all"]).stdout.decode()
    return set(re.findall(r"^ .*?--([a-z-]+)=FILE\b", text, re.MULTILINE))


def has_option(arguments, name):
    return f"--{name}" in arguments or (name == "output" and "-o" in arguments)


CASES = [arguments for _, arguments in SAVING] + list(PUSHING.values()) + ASKING


def check_commands(checks, program):
    commands = find_commands(program)
    tested = {find_command(arguments, commands) for arguments in CASES}
    missing = [name for name in commands if name not in tested and name not in COMMANDS]
    checks.point(len(commands) > 20 and not missing, "every command is in the tables", *missing)
    checks.point(not tested & set(COMMANDS), "those that are left out are not", *tested & set(COMMANDS))
    for name in commands:
        wanted = find_file_options(program, name) - READ if name not in COMMANDS else set()
        saving = [arguments for arguments in CASES if find_command(arguments, commands) == name]
        left = [option for option in wanted if not any(has_option(arguments, option) for arguments in saving)]
        checks.point(not left, f"{name}: every file that it writes is in the tables", *left)


def check_actions(checks, program):
    """What is done with a store and with tokens, as the messages and the synopsis name it."""
    said = program.run(["store"]).stderr.decode()
    actions = re.findall(r"[a-z]+", re.search(r"it takes (.*)", said)[1])
    tested = {arguments[arguments.index("store") + 1] for arguments in CASES if "store" in arguments}
    missing = [name for name in actions if name not in tested and name not in ACTIONS]
    checks.point(len(actions) > 8 and not missing, "every action of a store is in the tables", *missing, said)
    synopsis = program.run(["serve", "--help"]).stdout.decode().split("\n\n", 1)[0]
    tokens = set(re.findall(r"token ([a-z]+)", synopsis))
    tested = {arguments[arguments.index("token") + 1] for arguments in CASES if "token" in arguments}
    checks.point(tokens and tokens <= tested, "every action of tokens is in the tables", tokens - tested)


def check_formats(checks, program):
    block = program.run(["help", "formats"]).stdout.decode().split("\n\n", 1)[1].split("\n\n", 1)[0]
    formats = re.findall(r"^  ([a-z]\S*)", block, re.MULTILINE)
    endings = {"text": "txt", "docx": "docx"}
    missing = []
    for name in formats:
        ending = endings.get(name, name)
        exported = any(saved.endswith("." + ending) or name in arguments for saved, arguments in SAVING if "export" in arguments)
        if not exported and name not in FORMATS:
            missing.append(name)
    checks.point(len(formats) > 15 and not missing, "every format that is written is in the tables", *missing)


def main():
    checks = Checks()
    program = Program(sys.argv[1], sys.argv[2])
    check_commands(checks, program)
    check_actions(checks, program)
    check_formats(checks, program)
    report(checks)


if __name__ == "__main__":
    main()
