#!/usr/bin/python3
"""Two windows on one database: each sees what the other writes, and neither is disturbed by it."""

import time

from story import Story, main

SOON = 3  # seconds, from Enter here to a line there: people wait one or two


class TwoWindows(Story):
    def test_each_sees_what_the_other_writes(self):
        self.declare()
        with self.window("Dana") as dana, self.window("Lee") as lee:
            dana.hears("Scribe entry", "text")
            lee.hears("Scribe entry", "text")
            lee.come_forward()
            lee.write("Scribe entry", "? half a thou")
            dana.come_forward()
            dana.log("! roll back on all shards")
            self.comes(lee, "Decision: roll back on all shards by Dana")
            dana.log("/ic Lee")
            lee.item("Roles", "Incident Commander: Lee", seconds=SOON)
            self.assertEqual(lee.text("Scribe entry"), "? half a thou")
            lee.come_forward()
            self.assertEqual(lee.focused(), ("text", "Scribe entry"))
            lee.type("ght")
            lee.key("Return")
            self.comes(dana, "Hypothesis: half a thought by Lee")
            self.record.run("--as", "Ana", "log", "last", "told support", "--kind", "communication")
            for room in (dana, lee):
                self.comes(room, "Communication: told support by Ana")
                room.saved()
        self.assertEqual(self.record.entries(), [("decision", "roll back on all shards", "Dana"), ("hypothesis", "half a thought", "Lee"),
                                                 ("communication", "told support", "Ana")])
        self.record.run("verify")

    def comes(self, room, words):
        began = time.monotonic()
        room.item("Timeline", words)
        self.assertLess(time.monotonic() - began, SOON, f"'{words}' came late")


if __name__ == "__main__":
    main()
