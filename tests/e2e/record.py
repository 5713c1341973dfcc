"""What the database holds, read with quarterdeck-cli and nothing else."""

import json
import os
import subprocess


class Record:
    def __init__(self, database):
        self.database = database

    def ask(self, *words):
        """The answer of the command line, as JSON."""
        return json.loads(self.run("--json", *words))

    def run(self, *words):
        done = subprocess.run([os.environ["QD_CLI"], "--db", self.database, *words], capture_output=True, text=True)
        assert done.returncode == 0, f"quarterdeck-cli {' '.join(words)} ended with {done.returncode}: {done.stderr}"
        return done.stdout

    def incident(self):
        return self.ask("incident", "show", "last")

    def entries(self, *kinds):
        """Kind, text and author of what people wrote, in the timeline's order; of those kinds, or of every kind that is an entry."""
        wanted = kinds or ("note", "observation", "hypothesis", "decision", "action", "communication")
        return [(entry["kind"], entry["text"], entry["author"]) for entry in self.incident()["timeline"] if entry["kind"] in wanted]
