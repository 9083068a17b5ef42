# SPDX-License-Identifier: LGPL-2.1-or-later
"""Starts chancery serve on free ports of the loopback, speaks to it as clients do and as they should not, and ends it by its process id."""

import contextlib
import http.client
import os
import pathlib
import re
import signal
import socket
import subprocess
import tempfile
import threading
import time

READY = re.compile(r"(feeds|metrics) at http://([0-9.]+):([0-9]+)/")


class Server:
    """A running server. What it says on standard error is in `log`."""

    def __init__(self, program, timelines, *arguments, environment=None):
        command = [str(program), *[word for path in timelines for word in ("-f", str(path))], "serve", "--listen", "127.0.0.1:0",
                   "--metrics-listen", "127.0.0.1:0", *map(str, arguments)]
        self.lines, self.ports = [], {}
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True,
                                        env={**os.environ, **(environment or {})})
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        self.wait_for(lambda: "feeds" in self.ports, "the server does not say where it listens", 60)

    def _read(self):
        for line in self.process.stderr:
            self.lines.append(line.rstrip("\n"))
            found = READY.search(line)
            if found:
                self.ports[found[1]] = int(found[3])

    @property
    def log(self):
        return "\n".join(self.lines)

    @property
    def port(self):
        return self.ports["feeds"]

    def wait_for(self, condition, complaint, seconds=20):
        latest = time.monotonic() + seconds
        while not condition():
            if self.process.poll() is not None:
                self.reader.join(5)
            if self.process.poll() is not None or time.monotonic() > latest:
                raise AssertionError(f"{complaint} (status {self.process.poll()}): {self.log[-2000:]}")
            time.sleep(0.02)

    def wait_for_line(self, text, seconds=20):
        self.wait_for(lambda: text in self.log, f"nothing is said of \"{text}\"", seconds)

    def connect(self, timeout=20):
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=timeout)
        return connection

    def request(self, target, method="GET", headers=None, body=None, timeout=60):
        """Status, header fields (their names in lower case) and body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        connection.putrequest(method, target, skip_accept_encoding=True)
        for name, value in (headers or {}).items():
            connection.putheader(name, value)
        if body is not None:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        response = connection.getresponse()
        answer = response.status, {name.lower(): value for name, value in response.getheaders()}, response.read()
        connection.close()
        return answer

    def raw(self, data, timeout=20):
        """What comes back for bytes as they are, until the other side closes or has answered."""
        with self.connect(timeout) as connection:
            answer = b""
            with contextlib.suppress(ConnectionError):
                connection.sendall(data)
            with contextlib.suppress(ConnectionError, TimeoutError):
                while b"\r\n\r\n" not in answer:
                    piece = connection.recv(65536)
                    if not piece:
                        break
                    answer += piece
            return answer

    def metrics(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.ports["metrics"], timeout=20)
        connection.request("GET", "/metrics")
        text = connection.getresponse().read().decode()
        connection.close()
        return {line.split(" ")[0]: float(line.split(" ")[1]) for line in text.splitlines() if not line.startswith("#")}

    def memory(self):
        """Bytes that are resident."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) * 1024

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def processor_seconds(self):
        return processor_seconds(self.process.pid)

    def tell(self, which):
        os.kill(self.process.pid, which)

    def stop(self, which=signal.SIGTERM):
        """Its exit status; None where it had to be killed."""
        if self.process.poll() is None:
            self.tell(which)
        try:
            status = self.process.wait(40)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            status = None
        self.reader.join(5)
        self.process.stderr.close()
        return status


def processor_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextlib.contextmanager
def serving(program, timelines, *arguments, environment=None):
    server = Server(program, timelines, *arguments, environment=environment)
    try:
        yield server
    finally:
        server.stop()


@contextlib.contextmanager
def folder():
    with tempfile.TemporaryDirectory(prefix="chancery-feed-") as name:
        yield pathlib.Path(name)
