#!/usr/bin/python3
"""run.py STORY.py [ARGUMENTS]: runs a story in a private session (session.py) and ends with its exit code.

QD_WINDOW and QD_CLI name the two programs; without them, those that ./dev build makes. Where a story fails, the names that were in sight are told.
"""

import os
import signal
import sys
from pathlib import Path

from session import PrivateSession, SessionError

PROGRAMS = Path(__file__).resolve().parents[2] / "build" / "bin"
LONGEST_STORY = 200  # seconds; a story takes a few, on a busy machine some more


def leave(sign, _frame):
    sys.exit(128 + sign)


def main():
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    os.environ.setdefault("QD_WINDOW", str(PROGRAMS / "quarterdeck"))
    os.environ.setdefault("QD_CLI", str(PROGRAMS / "quarterdeck-cli"))
    for sign in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(sign, leave)
    try:
        with PrivateSession() as session:
            return session.run([sys.executable, *sys.argv[1:]], LONGEST_STORY)
    except SessionError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
