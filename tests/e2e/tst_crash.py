#!/usr/bin/python3
"""Kill -9 at the worst moment: what was shown as saved is there, and so is the line that was being written."""

from story import Story, main

HALF = "= pool of shard 3 fills up ag"


class Crash(Story):
    def test_a_half_written_line_survives(self):
        self.declare()
        with self.window() as room:
            room.hears("Scribe entry", "text")
            room.write("Scribe entry", HALF)
            self.drafts_hold(HALF)
            room.kill()
        with self.window() as room:
            room.hears("Scribe entry", "text")
            self.assertEqual(room.text("Scribe entry"), HALF)
            room.type("ain")
            room.key("Return")
            room.item("Timeline", "Observation: pool of shard 3 fills up again")
            room.saved()
        self.assertEqual(self.record.entries(), [("observation", "pool of shard 3 fills up again", "Dana")])

    def test_what_was_shown_as_saved_is_there(self):
        self.declare()
        shown = []
        for crash in range(3):
            with self.window() as room:
                room.hears("Scribe entry", "text")
                for count in range(5):
                    text = f"entry {count} before crash {crash}"
                    room.log(text)
                    room.item("Timeline", text)
                    shown.append(("note", text, "Dana"))
                room.saved()
                room.kill()
            self.assertEqual(self.record.entries(), shown)
        self.record.run("verify")
        with self.window() as room:
            for _, text, _ in shown:
                room.item("Timeline", text)


if __name__ == "__main__":
    main()
