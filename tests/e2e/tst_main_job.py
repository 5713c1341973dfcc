#!/usr/bin/python3
"""A whole incident through the window: declared, logged, handed over, told to the outside, resolved, exported. The database then holds just that."""

import html
import os

from room import until
from story import Story, main

# What the scribe types, and the kind and text that the record must hold; those with a time of their own come first on the timeline.
BACKDATED = [
    ("-25m = health check of checkout answers 503", "observation", "health check of checkout answers 503"),
    ("-20m pager woke @lee", "note", "pager woke @lee"),
]
TYPED = [
    ("= error rate of POST /orders is 34 %", "observation", "error rate of POST /orders is 34 %"),
    ("carts are kept, reads are fine #checkout", "note", "carts are kept, reads are fine #checkout"),
    ("? the orders database has fallen behind", "hypothesis", "the orders database has fallen behind"),
    ("replica lag is 40 ms at most", "note", "replica lag is 40 ms at most"),
    ("? client 4.12 never gives a connection back", "hypothesis", "client 4.12 never gives a connection back"),
    ("* took shard 3 out of the balancer @lee", "action", "took shard 3 out of the balancer @lee"),
    ("= clean for 90 seconds, then full again", "observation", "clean for 90 seconds, then full again"),
    ("! roll 4.12 back on all shards #rollback", "decision", "roll 4.12 back on all shards #rollback"),
    ("* rollback started on shards 1 and 2", "action", "rollback started on shards 1 and 2"),
    ("> told support what to answer", "communication", "told support what to answer"),
    ("the vendor's page says \"all systems normal\"", "note", "the vendor's page says \"all systems normal\""),
    ("* shards 1 and 2 run 4.11", "action", "shards 1 and 2 run 4.11"),
    ("= pool of shard 1: 12 % used (was 100 %)", "observation", "pool of shard 1: 12 % used (was 100 %)"),
    ("! go on with shards 3 to 8, two at a time", "decision", "go on with shards 3 to 8, two at a time"),
    ("* shards 3 to 8 run 4.11", "action", "shards 3 to 8 run 4.11"),
    ("= no 503 for five minutes; <b>not</b> one & counting", "observation", "no 503 for five minutes; <b>not</b> one & counting"),
    ("> status page says: fix in place", "communication", "status page says: fix in place"),
    ("! watch for half an hour before we call it resolved", "decision", "watch for half an hour before we call it resolved"),
]
WORDS = "Orders fail in part since 25 minutes. A release is being taken back. Next word in 30 minutes."


class MainJob(Story):
    def test_an_incident_from_declaration_to_export(self):
        with self.window() as room:
            self.declare_it(room)
            self.log_twenty_entries(room)
            self.hand_over(room)
            self.send_an_update(room)
            self.resolve(room)
            document = self.export(room)
            room.saved()
            self.assertEqual(room.close(), 0)
        self.read_the_record()
        self.read_the_document(document)

    def declare_it(self, room):
        room.press("Declare an incident", "push button")
        room.hears("Title", "text")
        room.write("Title", "Checkout returns 503")
        room.value("Severity", "combo box").focus()
        room.type("P1")
        room.find("Severity P1 High", "combo box")
        room.write("Services", "checkout, payments")
        room.write("Detected at", "-30m")
        room.press("Declare", "push button")
        room.hears("Scribe entry", "text")

    def log_twenty_entries(self, room):
        lines = BACKDATED + TYPED
        self.assertEqual(len(lines), 20)
        for line, _, text in lines:
            room.log(line)
            room.item("Timeline", text)

    def hand_over(self, room):
        room.log("/ic Dana")
        room.item("Roles", "Incident Commander", "Dana")
        room.key("ctrl+h")
        room.hears("Name", "text")
        room.write("Name", "Lee")
        room.press("Offer", "push button")
        room.item("Roles", "Incident Commander", "Dana", "offered to Lee")
        with self.window("Lee") as lee:
            lee.hears("Scribe entry", "text")
            lee.item("Roles", "offered to you")
            lee.palette("Show Roles")
            lee.is_in("Roles")
            lee.key("Home", "Return")
            lee.item("Roles", "Incident Commander: Lee")
            lee.saved()
            lee.close()
        room.item("Roles", "Incident Commander: Lee")
        room.come_forward()

    def send_an_update(self, room):
        room.key("ctrl+u")
        room.is_in("Updates")
        room.choose("Updates", "Executives")
        room.write("Update text", WORDS)
        room.press("Send update", "push button")
        room.item("Updates", "Executives", WORDS[:20])
        room.item("Timeline", "Update", WORDS)

    def resolve(self, room):
        room.press("Resolved", "check box")
        until(lambda: room.find("Resolved", "check box").checked, "the status is resolved")
        room.item("Timeline", "Resolved")

    def export(self, room):
        document = os.path.join(self.folder, "checkout.md")
        room.key("ctrl+p")
        room.press("Export", "push button")
        room.hears("Markdown…", "menu item")
        room.key("Return")
        room.hears("File name:", "text")
        room.write("File name:", document)
        room.key("Return")
        until(lambda: os.path.exists(document), "the document on the disk")
        room.said("Written to")
        return document

    def read_the_record(self):
        incident = self.record.incident()
        self.assertEqual(self.record.entries(), [(kind, text, "Dana") for _, kind, text in BACKDATED + TYPED])
        told = [entry for entry in incident["timeline"] if entry["text"] in [text for _, _, text in BACKDATED]]
        self.assertEqual([entry["late"] for entry in told], [True, True])
        self.assertEqual(incident["title"], "Checkout returns 503")
        self.assertEqual(incident["severity"], "P1")
        self.assertEqual(incident["services"], ["checkout", "payments"])
        self.assertEqual(incident["status"], "resolved")
        self.assertIsNotNone(incident["resolved_at"])
        self.assertEqual(incident["roles"], {"ic": "Lee"})
        spans = [(span["role"], span["holder"], span["handed_over"]) for span in incident["role_spans"]]
        self.assertEqual(spans, [("ic", "Dana", False), ("ic", "Lee", True)])
        self.assertIn("Checkout returns 503", incident["role_spans"][1]["brief"])
        self.assertEqual([(update["audience"], update["text"], update["by"]) for update in incident["updates"]],
                         [("executives", WORDS, "Dana")])
        self.assertEqual(incident["conflicts"], [])
        self.record.run("verify")

    def read_the_document(self, path):
        with open(path, encoding="utf-8") as file:
            document = html.unescape(file.read()).replace("\\", "")
        self.assertIn("Checkout returns 503", document)
        missing = [text for _, _, text in BACKDATED + TYPED if text not in document]
        self.assertEqual(missing, [])


if __name__ == "__main__":
    main()
