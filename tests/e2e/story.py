"""What every story begins and ends with: a database of its own, windows on it, and the record behind them."""

import os
import tempfile
import unittest

from record import Record
from room import Room


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

    def declare(self, title="Checkout returns 503", severity="P1"):
        """An incident that is there before the window is opened."""
        self.record.run("--as", "Dana", "incident", "declare", "--title", title, "--severity", severity, "--detected", "-5m")


def main():
    unittest.main(failfast=True, verbosity=2)
