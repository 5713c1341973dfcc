#!/usr/bin/python3
"""The morning after: a section is written from the record, follows what is corrected there, and is made final; then it stays as it was."""

import json
import os

from room import until
from story import Story, main

CAUSE = "Root Cause"


class MorningAfter(Story):
    def test_a_text_follows_the_record_until_it_is_final(self):
        self.what_happened()
        with self.window("Dana", self.record.incident()["ref"]) as room:
            room.item("Timeline", "Roll back 4.12")
            self.write_the_cause(room)
            self.pull_the_decision(room)
            self.correct_its_time(room)
            self.make_it_final(room)
            room.saved()
            self.assertEqual(room.close(), 0)
        self.correct_it_again()

    def what_happened(self):
        self.declare()
        for words in (["log", "last", "Roll back 4.12", "--kind", "decision", "--at", "2026-01-02T03:04:00Z"], ["status", "last", "resolved"]):
            self.record.run("--as", "Dana", *words)
        for section in self.sections():
            if section["required"] and section["title"] != CAUSE:
                self.record.run("--as", "Dana", "postmortem", "write", "last", section["id"], "--text", "As it was.")

    def sections(self):
        return self.record.ask("postmortem", "show", "last")["sections"]

    def cause(self):
        return next(section["markdown"] for section in self.sections() if section["title"] == CAUSE)

    def write_the_cause(self, room):
        room.key("ctrl+p")
        room.hears("Section text", "text")
        down = next(i for i, item in enumerate(room.items("Post-mortem outline")) if CAUSE in item)
        room.key(*["ctrl+Next"] * down)
        room.find(CAUSE, "label")
        room.type("The pool was too small.")
        room.key("Return")
        until(lambda: "too small" in self.cause(), "the text in the record")

    def pull_the_decision(self, room):
        room.palette("Pull in from the timeline")
        room.is_in("Timeline to pick from")
        room.key("Home", "Return")  # the earliest of all
        until(lambda: "03:04 UTC Roll back 4.12" in self.cause(), "the entry in the section")

    def correct_its_time(self, room):
        entry = next(item["id"] for item in self.record.incident()["timeline"] if item["text"] == "Roll back 4.12")
        self.record.run("--as", "Lee", "amend", "last", entry, "--at", "2026-01-02T03:01:00Z", "--reason", "as the tool logged it")
        until(lambda: "03:01 UTC Roll back 4.12" in room.text("Section text"), "the corrected time in what is being written")
        room.item("Timeline to pick from", "03:01", "Roll back 4.12")

    def make_it_final(self, room):
        room.palette("Send the post-mortem to review", "Send the post-mortem to review, or make it final")
        until(lambda: room.find("In review", "check box").checked, "it is in review")
        room.palette("Send the post-mortem to review", "Send the post-mortem to review, or make it final")
        until(lambda: room.find("Final", "check box").checked, "it is final")

    def correct_it_again(self):
        self.record.run("--as", "Lee", "amend", "last", "last", "--at", "2026-01-02T02:00:00Z")
        document = os.path.join(self.folder, "final.json")
        self.record.run("postmortem", "export", "last", document)
        with open(document, encoding="utf-8") as file:
            text = file.read()
        self.assertEqual(json.loads(text)["state"], "final")
        self.assertIn("03:01 UTC Roll back 4.12", text)
        self.assertNotIn("02:00 UTC Roll back 4.12", text)


if __name__ == "__main__":
    main()
