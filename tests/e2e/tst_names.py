#!/usr/bin/python3
"""The contract of accessible names: what a screen reader and a script look for is there, is called so, and says what it shows."""

import re

from room import LISTS, until
from story import Story, main

FIELDS = [("Title", "text"), ("Type", "text"), ("Services", "text"), ("Impact", "text"), ("Detected at", "text"), ("Declare", "push button")]
CHOICES = ["Severity", "Response plan"]
# By the dock that holds it: what the contract names, and as what.
DOCKS = {
    "Board": [("Incident board", "list")],
    "Clocks": [("Clocks", "list")],
    "Roles": [("Roles", "list")],
    "Checklist": [("Checklist", "list")],
    "Asks": [("Asks", "list")],
    "Escalation": [("Escalation", "list")],
    "Scenario": [("Scenario", "list")],
    "Hypotheses": [("Hypotheses", "list"), ("New hypothesis", "text")],
    "Updates": [("Updates", "list"), ("Update text", "text"), ("Send update", "push button")],
    "Action items": [("Action items", "table")],
    "Post-mortem": [("Post-mortem outline", "list"), ("Section text", "text"), ("Export", "push button")],
    "Scribe": [("Scribe entry", "text")],
}
ALWAYS = [("Timeline", "list"), ("Timeline search", "text"), ("Status", None)]
VALUES = {"Severity": r"P0 Critical", "Elapsed": r"00:\d\d:\d\d", "Next due": r"(missed by )?\d+:\d\d", "Hub status": r"\w+"}
TIME_LEFT = r"(missed by )?(\d+:)?\d+:\d\d|\d+ d|waived|paused|snoozed|met"
KINDS = "Observation|Declared|Escalation|Acknowledged|Role|Check|Scenario|Update|Hypothesis|Ask|Action|Action item|Status|Decision"


class Names(Story):
    def test_the_dialog_that_declares(self):
        with self.window() as room:
            self.assertEqual(room.windows()[0].name, "Quarterdeck")
            room.key("ctrl+n")
            room.find("Declare incident", "dialog")
            for name, role in FIELDS:
                room.find(name, role)
            for name in CHOICES:
                room.value(name, "combo box")
            self.every_stop_has_a_name(room.windows())
            room.key("Escape")
            room.gone("Declare incident", "dialog")

    def test_an_incident_under_way(self):
        self.record.run("sample", "checkout-outage", "--under-way", "26m")
        self.record.run("--as", "Dana", "action", "last", "Alert on a pool that is used up", "--owner", "Lee")
        with self.window("Dana", "--perspective", "command") as room:
            for part in (self.what_shows_a_value_says_it, self.items_say_what_stands_in_them, self.the_preferences, self.the_big_board,
                         self.a_question_and_an_entry_opened_have_names_too, self.every_dock_and_what_it_holds):
                room.key("ctrl+l")
                room.hears("Scribe entry", "text")
                part(room)

    def every_dock_and_what_it_holds(self, room):
        for name, role in ALWAYS:
            room.find(name, role)
        docks = self.docks(room)
        self.assertGreaterEqual(set(docks), set(DOCKS))
        for dock in docks:
            room.palette(f"show {dock.lower()}", f"Show {dock}")
            frame = room.find(dock, "frame")
            for name, role in DOCKS.get(dock, []):
                room.find(name, role, within=frame)
            self.every_stop_has_a_name([frame])
        self.every_stop_has_a_name(room.windows())
        self.the_focus_goes_round(room)

    def what_shows_a_value_says_it(self, room):
        for name, value in VALUES.items():
            self.assertRegex(room.value(name).name, rf"^{name} {value}")
        steps = [(step.name, step.checked) for step in room.find("Status").children() if step.showing]
        self.assertEqual([name for name, checked in steps if checked], ["Mitigating"])
        room.key("ctrl+k")
        room.find("Command palette", "text")
        room.key("Escape")
        room.gone("Command palette", "text")

    def items_say_what_stands_in_them(self, room):
        room.item("Timeline", "Decision: Roll 4.12 back to 4.11 on all shards")
        entries = [item for item in room.items("Timeline") if not re.search(r"silence$|20\d\d$", item)]
        self.assertGreater(len(entries), 20)
        for item in entries:
            self.assertRegex(item, rf"^\d\d:\d\d ({KINDS}): \w")
        for item in room.items("Clocks"):
            self.assertRegex(item, rf"^\w.*, ({TIME_LEFT})")
        room.item("Clocks", "Resolve")
        room.item("Roles", "Incident Commander", "Dana")
        room.item("Roles", "Deputy Commander", "Nobody")
        room.item("Incident board", "P0", "Checkout answers 503 for one order in three")

    def a_question_and_an_entry_opened_have_names_too(self, room):
        room.key("ctrl+h")
        room.find("Handover brief", "text")
        room.find("Offer", "push button")
        self.every_stop_has_a_name(room.windows())
        room.key("Escape")
        room.gone("Offer", "push button")
        room.key("ctrl+t", "Return")
        room.said("happened 20")
        self.every_stop_has_a_name(room.windows())

    def the_preferences(self, room):
        room.key("ctrl+comma")
        preferences = room.find("Preferences", "dialog")
        self.every_stop_has_a_name([preferences])
        room.key("Escape")
        room.gone("Preferences", "dialog")
        room.hears("Scribe entry", "text")

    def the_big_board(self, room):
        room.key("F11")
        said = room.find("Big board").description
        for words in ("P0 Critical", "Checkout answers 503", "Mitigating", "Dana"):
            self.assertIn(words, said)
        room.key("Escape")
        room.gone("Big board")
        room.hears("Scribe entry", "text")

    def docks(self, room):
        """All that the palette can show, so that a new dock is held to the contract too."""
        room.key("ctrl+k")
        room.hears("Command palette", "text")
        room.type("show")
        until(lambda: room.items("Matching commands")[0].startswith("Show "), "the docks in the palette")
        docks = [re.sub(r"^Show (.*), pane$", r"\1", item) for item in room.items("Matching commands") if re.search(r"^Show .*, pane$", item)]
        room.key("Escape")
        room.hears("Scribe entry", "text")
        return docks

    def every_stop_has_a_name(self, things):
        """Whatever can have the focus says what it is."""
        nameless, open_ends = [], [(thing, "") for thing in things]
        while open_ends:
            thing, path = open_ends.pop()
            if not thing.showing:
                continue
            if thing.can_focus and not thing.name.strip():
                nameless.append(f"{path} > {thing!r}")
            if thing.role not in LISTS:
                open_ends += [(child, f"{path} > {thing!r}") for child in thing.children()]
        self.assertEqual(nameless, [])

    def the_focus_goes_round(self, room):
        """Tab comes to something new with each press, and comes round."""
        room.key("ctrl+l")
        room.hears("Scribe entry", "text")
        stops = [room.focused()]
        while len(stops) < 80:
            room.key("Tab")
            before = stops[-1]
            stops.append(until(lambda: room.focused() if room.focused() != before else None, f"a stop after {before}"))
            if stops[-1] == stops[0]:
                break
        self.assertEqual(stops[-1], stops[0], f"Tab never came round: {stops}")
        self.assertNotIn("", [name for _, name in stops])
        seen = [f"{role} {name}" for role, name in stops[1:]]
        order = ["push button Severity P0 Critical", "check box Mitigating", "list Incident board", "list Timeline", "list Clocks",
                 "text Section text", "text Scribe entry"]
        self.assertEqual([stop for stop in seen if stop in order], order, "Tab goes as the eye does")


if __name__ == "__main__":
    main()
