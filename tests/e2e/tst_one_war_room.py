#!/usr/bin/python3
"""Two windows, a database each, and a hub between them: in step, then apart, then in step again with one key to settle what both changed."""

import os

from record import Record
from room import Room, until
from server import Server
from story import Story, main

SOON = 10  # seconds, from Enter at one desk to a line at the other: a person waits one


class OneWarRoom(Story):
    def setUp(self):
        super().setUp()
        self.hub = Server()
        self.addCleanup(self.hub.end)
        self.hub.sql("CREATE DATABASE warroom; CREATE ROLE dana LOGIN SUPERUSER; CREATE ROLE lee LOGIN;")
        self.record.run("hub", "init", self.hub.url("dana", "warroom"), "--name", "Dana")
        self.record.run("hub", "join", self.hub.url("dana", "warroom"))
        self.record.run("hub", "grant", "lee", "responder", "--name", "Lee")
        self.lees = Record(os.path.join(self.folder, "lee.db"))
        self.lees.run("hub", "join", self.hub.url("lee", "warroom"))
        self.declare()
        self.record.run("hub", "sync")
        self.lees.run("hub", "sync")
        self.reference = self.record.incident()["ref"]

    def test_apart_and_together_again(self):
        with self.desk(self.record) as dana, self.desk(self.lees) as lee:
            for room in (dana, lee):
                self.stands(room, "in step, 2 in the room")
            self.what_one_writes_the_other_reads(dana, lee)
            self.the_hub_is_gone_and_work_goes_on(dana, lee)
            self.the_hub_is_back_and_both_are_in_step(dana, lee)
            self.one_key_settles_who_commands(dana, lee)
        self.record.run("verify")
        self.lees.run("verify")
        self.assertEqual(self.record.entries(), self.lees.entries())
        self.assertEqual(len(self.record.entries()), 4)

    def what_one_writes_the_other_reads(self, dana, lee):
        dana.come_forward()
        dana.log("! roll back on all shards")
        lee.item("Timeline", "Decision: roll back on all shards by Dana", seconds=SOON)
        lee.come_forward()
        lee.log("= errors fall on shard 3")
        dana.item("Timeline", "Observation: errors fall on shard 3 by Lee", seconds=SOON)
        for room in (dana, lee):
            self.stands(room, "in step, 2 in the room")

    def the_hub_is_gone_and_work_goes_on(self, dana, lee):
        self.hub.kill()
        for room in (dana, lee):
            self.stands(room, "offline since ")
        dana.come_forward()
        dana.log("* shard 4 is drained")
        dana.log("/ic Dana")
        dana.item("Roles", "Incident Commander: Dana")
        lee.come_forward()
        lee.log("> told support")
        lee.log("/ic Lee")
        lee.item("Roles", "Incident Commander: Lee")
        for room in (dana, lee):
            self.stands(room, "offline since ", ", 2 waiting")
            room.saved()

    def the_hub_is_back_and_both_are_in_step(self, dana, lee):
        self.hub.start()
        for room in (dana, lee):
            room.come_forward()
            room.palette("Try the shared database now")
        for room in (dana, lee):
            self.stands(room, "in step, 2 in the room")
            room.item("Timeline", "Action: shard 4 is drained by Dana", seconds=SOON)
            room.item("Timeline", "Communication: told support by Lee", seconds=SOON)
        until(lambda: dana.items("Timeline") == lee.items("Timeline"), "the same timeline at both desks")

    def one_key_settles_who_commands(self, dana, lee):
        for room in (dana, lee):
            room.said("Conflict: Dana and Lee were both made Incident Commander")
        lee.key("F7")
        for room in (dana, lee):
            room.gone_that_says("Conflict: Dana and Lee")
            room.item("Roles", "Incident Commander: Dana", seconds=SOON)
            self.stands(room, "in step, 2 in the room")

    def desk(self, record):
        return Room("--db", record.database, self.reference)

    @staticmethod
    def stands(room, *parts):
        """Waits until the status line says so of the hub."""
        status = room.value("Hub status")
        until(lambda: all(part in status.name for part in parts), f"the hub's status with {parts}")


if __name__ == "__main__":
    main()
