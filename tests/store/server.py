# SPDX-License-Identifier: LGPL-2.1-or-later
"""A PostgreSQL server of the tests' own: on loopback, in a folder of its own, never as root."""

import contextlib
import glob
import os
import pathlib
import pwd
import shutil
import socket
import subprocess
import tempfile


def find_programs():
    """The folder of initdb and postgres, or None."""
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"))
    path = shutil.which("initdb")
    return os.path.dirname(found[-1] if found else path) if found or path else None


def find_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    def __init__(self, programs, folder):
        self.programs, self.folder, self.port = programs, folder, find_port()
        self.data = os.path.join(folder, "data")
        self.user = pwd.getpwnam("nobody" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name)

    def call(self, program, *arguments):
        """Runs a program of the server, as another user where we are root; both refuse to run as root."""
        as_other = ["setpriv", f"--reuid={self.user.pw_uid}", f"--regid={self.user.pw_gid}", "--clear-groups"]
        subprocess.run([*(as_other if os.geteuid() == 0 else []), os.path.join(self.programs, program), *arguments],
                       cwd=self.folder, check=True, stdout=subprocess.DEVNULL, env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"})

    def start(self):
        self.call("pg_ctl", "-D", self.data, "-w", "-s", "-l", os.path.join(self.folder, "log"), "-o",
                  f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''", "start")

    def stop(self, mode="fast"):
        self.call("pg_ctl", "-D", self.data, "-w", "-s", "-m", mode, "stop")

    def place(self, database="postgres", user="owner", password=None, host="127.0.0.1"):
        secret = f":{password}" if password else ""
        return f"postgresql://{user}{secret}@{host}:{self.port}/{database}"

    def sql(self, text, place=None):
        return subprocess.run(["psql", "-qtAX", "-v", "ON_ERROR_STOP=1", place or self.place(), "-c", text],
                              check=True, capture_output=True, text=True).stdout


@contextlib.contextmanager
def server():
    programs = find_programs()
    if not programs:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="chancery-postgresql-") as folder:
        made = Server(programs, folder)
        pathlib.Path(folder).chmod(0o755)
        os.mkdir(made.data)
        if os.geteuid() == 0:
            os.chown(folder, made.user.pw_uid, made.user.pw_gid)
            os.chown(made.data, made.user.pw_uid, made.user.pw_gid)
        made.call("initdb", "-D", made.data, "-A", "trust", "-U", "owner", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8")
        made.start()
        try:
            yield made
        finally:
            made.stop("immediate")
