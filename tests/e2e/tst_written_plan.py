#!/usr/bin/python3
"""A team's own page becomes the plan of its next incident: imported in the window, one contradiction decided, one value put right, used at once."""

import os

from story import Story, main

PAGE = """# Payments incident plan

## Severities

### SEV1 - Outage
- Response time: 10 minutes
- Resolution time: 2 hours

### SEV2 - Degraded
- Response time: 1 hour

| Severity | Response time |
|---|---|
| SEV1 | 20 minutes |

## Roles

### Incident Commander
- Runs the call
"""


class WrittenPlan(Story):
    def test_from_a_page_to_an_incident_under_it(self):
        page = os.path.join(self.folder, "payments.md")
        with open(page, "w", encoding="utf-8") as file:
            file.write(PAGE)
        with self.window() as room:
            room.press("Import a written plan", "push button")
            room.hears_part("File name")
            room.type(page)
            room.key("Return")
            room.hears("To decide", "list")
            room.item("To decide", "SEV1 Outage: Respond within")
            room.key("Down", "Down", "space")
            room.gone("To decide", "list")
            room.item("Plan", "Respond within: 20 min")
            room.press("Use this plan", "push button")
            room.press("Declare an incident", "push button")
            room.hears("Title", "text")
            self.assertEqual(room.value("Response plan", "combo box").name, "Response plan Payments incident plan")
            room.write("Title", "Cards are refused")
            room.value("Severity", "combo box").focus()
            room.type("SEV1")
            room.find("Severity SEV1 Outage", "combo box")
            room.press("Declare", "push button")
            room.hears("Scribe entry", "text")
            room.item("Clocks", "Acknowledge")
            room.saved()
            self.assertEqual(room.close(), 0)
        incident = self.record.incident()
        self.assertEqual(incident["severity"], "SEV1")


if __name__ == "__main__":
    main()
