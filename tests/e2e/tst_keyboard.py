#!/usr/bin/python3
"""No mouse, and nothing pressed but keys: from the first start to an incident under way, and back and forth in it."""

from story import Story, main
from room import until


class Keyboard(Story):
    def test_from_the_first_start_to_a_live_incident(self):
        with self.window() as room:
            room.hears("Declare an incident", "push button")
            room.key("Return")
            room.hears("Title", "text")
            room.type("Checkout returns 503")
            room.key("Tab")
            room.hears_part("Severity")
            room.type("P0")
            room.find("Severity P0 Critical", "combo box")
            room.key("Return")
            room.hears("Scribe entry", "text")
            room.type("= first words")
            room.key("Return")
            room.item("Timeline", "Observation: first words")
            room.saved()
        incident = self.record.incident()
        self.assertEqual((incident["title"], incident["severity"], incident["status"]), ("Checkout returns 503", "P0", "investigating"))
        self.assertEqual(self.record.entries(), [("observation", "first words", "Dana")])

    def test_the_palette_finds_an_action_by_a_few_letters(self):
        self.declare()
        with self.window() as room:
            room.hears("Scribe entry", "text")
            room.palette("ackn", "Acknowledge")
            room.item("Timeline", "Acknowledged")
            room.palette("sh che", "Show Checklist")
            room.is_in("Checklist")
            room.key("ctrl+k")
            room.hears("Command palette", "text")
            room.key("Escape")
            room.gone("Command palette", "text")
            room.is_in("Checklist")

    def test_the_sheet_shows_every_shortcut(self):
        self.declare()
        with self.window() as room:
            room.hears("Scribe entry", "text")
            room.key("ctrl+t")
            room.is_in("Timeline")
            room.key("question")
            sheet = room.find("Shortcuts and the scribe's grammar", "dialog")
            for words in ("Command palette", "Ctrl+K", "Take back the last change", "Ctrl+Z", "/sev P1 reason", "decision, hypothesis"):
                until(lambda: any(words in thing.name for thing in sheet.everything()), f"'{words}' on the sheet")
            room.key("Escape")
            room.gone("Shortcuts and the scribe's grammar", "dialog")
            room.is_in("Timeline")

    def test_undo_takes_back_and_redo_brings_back(self):
        self.declare()
        with self.window() as room:
            room.hears("Scribe entry", "text")
            room.log("! roll back on all shards")
            room.item("Timeline", "roll back on all shards")
            room.key("ctrl+z")
            room.item("Timeline", "Decision: roll back on all shards", "undone")
            room.key("ctrl+shift+z")
            room.item_gone("Timeline", "undone")
            room.item("Timeline", "Decision: roll back on all shards")
            room.log("/status identified")
            until(lambda: room.find("Identified", "check box").checked, "the status is identified")
            room.key("ctrl+z")
            until(lambda: room.find("Investigating", "check box").checked, "the status is investigating again")
            room.saved()
        self.assertEqual(self.record.incident()["status"], "investigating")
        self.record.run("verify")

    def test_a_line_that_is_not_understood_says_why_and_is_not_lost(self):
        self.declare()
        with self.window() as room:
            room.hears("Scribe entry", "text")
            room.write("Scribe entry", "/sev P9 the vendor says so")
            room.said("say which severity")
            self.assertEqual(room.text("Scribe entry"), "/sev P9 the vendor says so")
            room.key("Return")
            room.item("Timeline", "Note: /sev P9 the vendor says so")
            self.assertEqual(room.focused(), ("text", "Scribe entry"))
            self.assertEqual([window.name for window in room.windows()], ["Quarterdeck"], "nothing came in between")
            room.saved()
        self.assertEqual(self.record.incident()["severity"], "P1")
        self.assertEqual(self.record.entries(), [("note", "/sev P9 the vendor says so", "Dana")])

    def test_an_ask_is_made_in_a_line_and_runs_on_a_clock(self):
        self.declare()
        with self.window() as room:
            room.hears("Scribe entry", "text")
            room.log("/ask @lee 10m check the replica lag")
            room.item("Timeline", "Ask", "check the replica lag")
            room.item("Clocks", "check the replica lag", "09:")
            room.palette("show asks", "Show Asks")
            room.is_in("Asks")
            room.item("Asks", "check the replica lag")
            room.saved()
        asks = [(ask["text"], ask["within"], ask["state"]) for ask in self.record.incident()["asks"]]
        self.assertEqual(asks, [("check the replica lag", 600, "open")])

    def test_the_status_is_set_with_arrows(self):
        self.declare()
        with self.window() as room:
            room.hears("Scribe entry", "text")
            room.key("ctrl+shift+t")
            room.hears("Investigating", "check box")
            room.key("Right", "Right")
            room.hears("Mitigating", "check box")
            room.key("Return")
            until(lambda: room.find("Mitigating", "check box").checked, "the status is mitigating")
            room.hears("Scribe entry", "text")


if __name__ == "__main__":
    main()
