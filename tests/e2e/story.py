"""What every story begins and ends with: a database of its own, windows on it, and the record behind them."""

import os
import pathlib
import tempfile
import unittest

from record import Record
from room import Room, until


class Story(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.database = os.path.join(self.folder, "incidents.db")
        self.record = Record(self.database)

    def window(self, author="Dana", *arguments):
        """A window of that author; it is killed where the story does not close it."""
        return Room("--db", self.database, "--as", author, *arguments)

    def drafts_hold(self, text):
        """Waits until the half-written line is on the disk; it takes no more than a breath."""
        folder = os.path.join(os.environ["XDG_DATA_HOME"], "quarterdeck", "drafts")
        until(lambda: any(text == pathlib.Path(folder, name).read_text() for name in os.listdir(folder)), f"a draft that says '{text}'", 5)

    def declare(self, title="Checkout returns 503", severity="P1"):
        """An incident that is there before the window is opened."""
        self.record.run("--as", "Dana", "incident", "declare", "--title", title, "--severity", severity, "--detected", "-5m")


def main():
    unittest.main(verbosity=2)
