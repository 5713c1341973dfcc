"""A private desktop session: an X server, a window manager, a session bus and the accessibility bus, and nothing of the machine's own.

Everything lives in one temporary folder and below one process; both are gone when the session is left, however it is left. Needs no display,
no session bus, no XDG_RUNTIME_DIR and no rights.
"""

import ctypes
import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
SCREEN = "1600x1000x24"
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
LONGEST_FOLDER = 50  # a socket's whole path must stay under 108 bytes

_libc = ctypes.CDLL(None, use_errno=True)


class SessionError(Exception):
    """The session cannot be had; the sentence says what is missing."""


def wait_for(condition, seconds, what):
    """What `condition` returns as soon as that is true-ish; SessionError when `seconds` have passed."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise SessionError(f"{what} did not come within {seconds} s")
        time.sleep(0.01)


def _die_with_parent():
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)  # so that a service can end what it started


def _children_of(pid):
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except (FileNotFoundError, ProcessLookupError):
        return []


def _descendants():
    found, open_ends = [], [os.getpid()]
    while open_ends:
        children = _children_of(open_ends.pop())
        found += children
        open_ends += children
    return found


def _reap():
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


class PrivateSession:
    """`with PrivateSession() as session: session.run([...])`"""

    def __init__(self):
        self._folder = None
        self.environment = {}

    def __enter__(self):
        # What a service leaves behind becomes a child of this process, and so is found when all are ended.
        _libc.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        try:
            self._make_folders()
            self._start_display()
            self._start_window_manager()
            self._start_buses()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        self._end_all()
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)

    def run(self, command, seconds):
        """The exit code of `command`, run inside; SessionError when it takes longer than `seconds`."""
        child = self._start(command, output=None)
        try:
            return child.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            raise SessionError(f"{' '.join(command)} was not done after {seconds} s") from None

    def _make_folders(self):
        base = tempfile.gettempdir()
        self._folder = Path(tempfile.mkdtemp(prefix="qd-e2e-", dir=base if len(base) < LONGEST_FOLDER else "/tmp"))
        kept = {key: os.environ[key] for key in ("PATH", "QD_CLI", "QD_WINDOW") if key in os.environ}
        self.environment = kept | {
            "LC_ALL": "C.UTF-8", "TZ": "UTC", "GSETTINGS_BACKEND": "memory", "PYTHONDONTWRITEBYTECODE": "1",
            "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_LOGGING_RULES": "qt.qpa.*=false",
        }
        for variable, name in {"HOME": "home", "TMPDIR": "tmp", "XDG_RUNTIME_DIR": "run", "XDG_DATA_HOME": "data",
                               "XDG_CONFIG_HOME": "config", "XDG_CACHE_HOME": "cache", "XDG_STATE_HOME": "state"}.items():
            folder = self._folder / name
            folder.mkdir(mode=0o700)
            self.environment[variable] = str(folder)

    def _start(self, command, output, **more):
        try:
            return subprocess.Popen(command, env=self.environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                                    preexec_fn=_die_with_parent, **more)
        except FileNotFoundError:
            raise SessionError(f"{command[0]} is not installed: packaging/debian-packages.txt names what the tests need") from None

    def _start_service(self, command, **more):
        with open(self._folder / (Path(command[0]).name + ".log"), "wb") as log:
            return self._start(command, log, **more)

    def _first_line(self, reader, service, what):
        """What a service writes once it is ready."""
        os.set_blocking(reader, False)
        line = b""

        def whole():
            nonlocal line
            if service.poll() is not None:
                log = self._folder / (Path(service.args[0]).name + ".log")
                raise SessionError(f"{what} ended at once: {log.read_text(errors='replace').strip()}")
            try:
                line += os.read(reader, 4096)
            except BlockingIOError:
                pass
            return line.endswith(b"\n")

        wait_for(whole, 20, what)
        os.close(reader)
        return line.decode().strip()

    def _start_display(self):
        reader, writer = os.pipe()
        server = self._start_service(["Xvfb", "-displayfd", str(writer), "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"],
                                     pass_fds=[writer])
        os.close(writer)
        self.environment["DISPLAY"] = ":" + self._first_line(reader, server, "Xvfb")

    def _start_window_manager(self):
        ready = self._folder / "openbox.ready"
        self._start_service(["openbox", "--sm-disable", "--config-file", str(HERE / "openbox.xml"), "--startup", f"touch {ready}"])
        wait_for(ready.exists, 20, "openbox")

    def _start_buses(self):
        reader, writer = os.pipe()
        bus = self._start_service(["dbus-daemon", "--nofork", "--nopidfile", "--config-file", str(HERE / "sessionbus.xml"),
                                   "--address", f"unix:path={self._folder}/run/bus", "--print-address", str(writer)], pass_fds=[writer])
        os.close(writer)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._first_line(reader, bus, "dbus-daemon")
        launcher = next((path for path in LAUNCHERS if os.path.exists(path)), LAUNCHERS[0])
        self._start_service([launcher, "--launch-immediately"])

    def _end_all(self):
        for sign in (signal.SIGTERM, signal.SIGKILL):
            deadline = time.monotonic() + 2
            while _descendants() and time.monotonic() < deadline:
                for pid in _descendants():
                    try:
                        os.kill(pid, sign)
                    except ProcessLookupError:
                        pass
                time.sleep(0.01)
                _reap()
