#!/usr/bin/python3
"""oneroom.py PICTURE: two desks on one hub, a moment after they were apart; in a private session, as tests/e2e/run.py makes one."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "e2e"))
from record import Record  # noqa: E402
from room import Room, until  # noqa: E402
from server import Server  # noqa: E402


def stands(room, words):
    status = room.value("Hub status")
    until(lambda: words in status.name, f"the hub's status with '{words}'")


def photograph(room, picture):
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(room.program.pid)], capture_output=True, text=True)
    window = found.stdout.split()[-1]
    subprocess.run(["xdotool", "windowmove", window, "0", "0", "windowsize", "--sync", window, "1600", "960"], check=True)
    room.come_forward()
    room.hears("Scribe entry", "text")
    stands(room, "in step, 2 in the room")
    subprocess.run(["sleep", "1"], check=True)  # everything is painted
    subprocess.run(["import", "-window", window, picture], check=True)


def play(hub, folder, picture):
    hub.sql("CREATE DATABASE warroom; CREATE ROLE dana LOGIN SUPERUSER; CREATE ROLE lee LOGIN;")
    danas, lees = Record(os.path.join(folder, "dana.db")), Record(os.path.join(folder, "lee.db"))
    reference = danas.run("sample", "checkout-outage", "--under-way", "26m").split()[0]
    danas.run("hub", "init", hub.url("dana", "warroom"), "--name", "Dana")
    danas.run("hub", "join", hub.url("dana", "warroom"))
    danas.run("hub", "grant", "lee", "responder", "--name", "Lee")
    danas.run("hub", "sync")
    lees.run("hub", "join", hub.url("lee", "warroom"))
    lees.run("hub", "sync")
    with Room("--db", lees.database, "--as", "Lee", reference) as lee, Room("--db", danas.database, "--as", "Dana", reference) as dana:
        for room in (dana, lee):
            stands(room, "in step, 2 in the room")
        hub.kill()
        for room, line in ((lee, "/ic Lee"), (dana, "/ic Ana")):
            stands(room, "offline since ")
            room.come_forward()
            room.log(line)
            room.saved()
        hub.start()
        for room in (lee, dana):
            room.come_forward()
            room.palette("Try the shared database now")
            stands(room, "in step, 2 in the room")
        dana.said("Conflict: ")
        lee.come_forward()
        lee.log("= error rate is back to normal on shard 3")
        dana.item("Timeline", "error rate is back to normal on shard 3 by Lee")
        photograph(dana, picture)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        hub = Server()
        try:
            play(hub, folder, sys.argv[1])
        finally:
            hub.end()


if __name__ == "__main__":
    main()
