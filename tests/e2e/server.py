"""A PostgreSQL of a story's own, on this machine: begun anew, killed as a power cut does, brought back with what it had."""

import os
import signal
import socket
import subprocess
import time
from pathlib import Path

BINARIES = Path("/usr/lib/postgresql/15/bin")
PATIENCE = 30  # seconds, on a machine that does much else
TIDY = 'trap "" TERM; cat >/dev/null; rm -rf "$0" 2>/dev/null || { sleep 1; rm -rf "$0"; }'  # once the story has ended, whatever ended it
CONFIGURATION = "listen_addresses = '127.0.0.1'\nshared_buffers = 32MB\nfsync = off\nlog_min_messages = panic\nlog_min_error_statement = fatal\n"


def _as_postgres(*command):  # it refuses root
    root = ["--reuid=postgres", "--regid=postgres", "--init-groups"] if os.geteuid() == 0 else []
    return ["setpriv", "--pdeathsig", "INT", *root, *(str(word) for word in command)]


def _run(*command, **more):
    return subprocess.run(_as_postgres(*command), check=True, capture_output=True, text=True, cwd="/", **more).stdout.strip()


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    def __init__(self):
        self._folder = Path(_run("mktemp", "-d", "/tmp/qdpg-XXXXXXXX"))  # a short path: a Unix socket's name holds 107 characters
        self._janitor = subprocess.Popen(["setsid", "sh", "-c", TIDY, self._folder], stdin=subprocess.PIPE, cwd="/")
        self._port = _free_port()
        self._server = None
        _run(BINARIES / "initdb", "--pgdata", self._data, "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8",
             "--no-sync")
        _run("tee", "-a", self._data / "postgresql.conf", input=CONFIGURATION)
        self.start()

    @property
    def _data(self):
        return self._folder / "data"

    def start(self):
        self._server = subprocess.Popen(
            _as_postgres(BINARIES / "postgres", "-D", self._data, "-k", self._folder, "-p", str(self._port)), cwd="/")
        pidfile = self._data / "postmaster.pid"
        deadline = time.monotonic() + PATIENCE
        while True:
            lines = pidfile.read_text().splitlines() if pidfile.exists() else []
            if len(lines) > 7 and lines[0] == str(self._server.pid) and lines[7].strip() == "ready":
                return
            if time.monotonic() > deadline or self._server.poll() is not None:
                raise AssertionError("PostgreSQL does not start")
            time.sleep(0.02)

    def kill(self):
        """With all its connections, as a power cut does."""
        if self._server.poll() is not None:
            return
        children = Path(f"/proc/{self._server.pid}/task/{self._server.pid}/children").read_text().split()
        for pid in [str(self._server.pid), *children]:
            try:
                os.kill(int(pid), signal.SIGKILL)
            except ProcessLookupError:
                pass
        self._server.wait()
        for pid in children:
            while Path("/proc", pid).exists() and Path("/proc", pid, "stat").read_text().split()[2] != "Z":
                time.sleep(0.01)

    def end(self):
        self.kill()
        self._janitor.stdin.close()
        self._janitor.wait()

    def sql(self, statement):
        return _run("psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", self._folder, "-p", str(self._port), "-U", "postgres",
                    input=statement)

    def url(self, login, database):
        return f"postgresql://{login}@127.0.0.1:{self._port}/{database}"
