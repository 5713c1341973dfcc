"""The window as a screen reader has it: things are found by their accessible name, read, pressed and focused; keys go to what has the focus.

Whatever is asked for is waited for, up to a deadline, and nothing is waited for that is not asked for.
"""

import os
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib

DEADLINE = 20  # seconds, for a machine that is busy with other things; all that is waited for comes within a blink
PAUSE = 0.02
LISTS = {"list", "table", "tree", "tree table", "popup menu", "menu bar", "combo box"}  # what they hold is asked for, not walked
STATE = Atspi.StateType


class NotThere(AssertionError):
    """What a story waited for did not come."""


_focus = {}  # by process: role and name of what was last announced to have the focus


def _listen(event):
    try:
        if event.detail1 == 1:
            _focus[event.source.get_process_id()] = (event.source.get_role_name(), event.source.get_name())
    except GLib.Error:
        pass  # it went away while it was announced


_listener = Atspi.EventListener.new(_listen)
_listener.register("object:state-changed:focused")


def until(condition, what, seconds=DEADLINE):
    """What `condition` returns as soon as it is neither None nor false; NotThere when it stays so."""
    deadline = time.monotonic() + seconds
    while True:
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            value = condition()
        except (GLib.Error, IndexError, FileNotFoundError):  # not yet, or not any more
            value = None
        if value is not None and value is not False:
            return value
        if time.monotonic() > deadline:
            raise NotThere(f"{what}: not within {seconds} s")
        time.sleep(PAUSE)


class Thing:
    """A widget or an item, behind its accessible face."""

    def __init__(self, accessible):
        self._accessible = accessible

    @property
    def name(self):
        return self._accessible.get_name() or ""

    @property
    def description(self):
        return self._accessible.get_description() or ""

    @property
    def role(self):
        return self._accessible.get_role_name()

    @property
    def text(self):
        """What stands in a text field."""
        return Atspi.Text.get_text(self._accessible, 0, -1)

    def has(self, *states):
        held = self._accessible.get_state_set()
        return all(held.contains(state) for state in states)

    @property
    def showing(self):
        return self.has(STATE.SHOWING)

    @property
    def checked(self):
        return self.has(STATE.CHECKED)

    @property
    def enabled(self):
        return self.has(STATE.ENABLED)

    @property
    def can_focus(self):
        return self.has(STATE.FOCUSABLE)

    def children(self):
        for i in range(self._accessible.get_child_count()):
            child = self._accessible.get_child_at_index(i)
            if child is not None:
                yield Thing(child)

    def items(self):
        """The names of what a list holds, in order."""
        return [child.name for child in self.children() if child.role not in ("scroll bar", "filler")]

    def focus(self):
        """The way a screen reader moves the focus; Qt lets it do so to anything but a list."""
        Atspi.Component.grab_focus(self._accessible)
        until(lambda: self.has(STATE.FOCUSED), f"the focus on {self!r}")
        return self

    def press(self):
        until(lambda: self.enabled, f"{self!r} can be pressed")
        Atspi.Action.do_action(self._accessible, 0)
        return self

    def everything(self, into=()):
        """This and all that is in sight below it, but for what lists hold; `into` names the roles whose inside is wanted all the same."""
        open_ends = [self]
        while open_ends:
            thing = open_ends.pop(0)
            try:
                if not thing.showing:
                    continue
                yield thing
                role = thing.role
                if role not in LISTS or role in into:
                    open_ends += thing.children()
            except GLib.Error:
                continue

    def __repr__(self):
        try:
            return f"{self.role} '{self.name}'"
        except GLib.Error:
            return "something that is gone"


class Room:
    """One running window. `with Room("--db", path, "--as", "Dana") as room: …`"""

    def __init__(self, *arguments):
        self._known = {}
        self.program = subprocess.Popen([os.environ["QD_WINDOW"], *arguments])
        self._application = until(self._on_the_bus, "the window on the accessibility bus")
        until(lambda: any(frame.has(STATE.ACTIVE) for frame in self.windows()), "a window with the focus")

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if kind is not None:
            print(f"the focus was on {self.focused()}, and in sight was\n{self.picture()}", file=sys.stderr)
        self.kill()

    def _on_the_bus(self):
        if self.program.poll() is not None:
            raise NotThere(f"the program ended with {self.program.returncode}")
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(i)
            if application is not None and application.get_process_id() == self.program.pid and application.get_child_count() > 0:
                application.set_cache_mask(Atspi.Cache.NONE)  # what is asked is what is there now
                return Thing(application)
        return None

    # --- looking

    def windows(self):
        return list(self._application.children())

    def everything(self, into=()):
        for window in self.windows():
            yield from window.everything(into)

    def _search(self, fits, within=None):
        return next((thing for thing in (within or self).everything() if fits(thing)), None)

    def find(self, name, role=None, within=None):
        """What is called `name`, once it is in sight: anywhere, or below the thing `within`."""
        return self._find((name, role), lambda called: called == name, within)

    def value(self, name, role=None):
        """What is called `name` and, after it, the value that it shows: "Severity P0 Critical"."""
        return self._find((name + " ", role), lambda called: called.startswith(name + " "))

    def _find(self, key, right_name, within=None):
        name, role = key

        def fits(thing):
            return right_name(thing.name) and role in (None, thing.role)

        def look():
            known = self._known.get(key)
            if known is not None:
                try:
                    if known.showing and fits(known):
                        return known
                except GLib.Error:
                    pass
            self._known[key] = self._search(fits, within)
            return self._known[key]

        return until(look, f"'{name}'" + (f" ({role})" if role else ""))

    def gone(self, name, role=None):
        """Waits until what was found by that name is out of sight."""
        known = self._known.pop((name, role), None) or self._search(lambda thing: thing.name == name and role in (None, thing.role))

        def away():
            try:
                return not known.showing
            except GLib.Error:
                return True

        until(lambda: known is None or away(), f"'{name}' out of sight")

    def text(self, name):
        return self.find(name, "text").text

    def items(self, name):
        return self.find(name, "list").items()

    def item(self, listing, *parts, seconds=DEADLINE):
        """The name of the item of that list which holds all `parts`, once it is there."""
        def look():
            return next((item for item in self.items(listing) if all(part in item for part in parts)), None)
        return until(look, f"an item of '{listing}' with {parts}", seconds)

    def item_gone(self, listing, part):
        until(lambda: not any(part in item for item in self.items(listing)), f"no item of '{listing}' with '{part}'")

    def said(self, part):
        """The name of what says `part`, wherever it stands."""
        return until(lambda: self._search(lambda thing: part in thing.name), f"something that says '{part}'").name

    def gone_that_says(self, part):
        until(lambda: self._search(lambda thing: part in thing.name) is None, f"nothing in sight that says '{part}'")

    def hears(self, name, role=None):
        """Waits until the focus is announced to be on what is called `name`; the only way to know for a menu that pops up."""
        def look():
            heard = _focus.get(self.program.pid, ("", ""))
            return heard[1] == name and role in (None, heard[0])
        until(look, f"the focus on '{name}'" + (f" ({role})" if role else ""))
        return self

    def is_in(self, listing):
        """Waits until a list has the focus; what is announced is its current item, where it has one."""
        until(lambda: self.find(listing, "list").has(STATE.FOCUSED), f"the focus in '{listing}'")

    def hears_part(self, part):
        """Waits until the focus is announced to be on something whose name holds `part`, such as an item of a list."""
        until(lambda: part in _focus.get(self.program.pid, ("", ""))[1], f"the focus on something with '{part}'")

    def focused(self):
        """Role and name of what has the focus of the keyboard."""
        return _focus.get(self.program.pid, ("", ""))

    def picture(self):
        """The names in sight, for a story that failed."""
        def lines(thing, depth):
            marks = "".join(mark for mark, state in (("*", STATE.FOCUSED), ("✓", STATE.CHECKED)) if thing.has(state))
            text = f" says {thing.text!r}" if thing.role == "text" else ""
            yield f"{'  ' * depth}{thing!r}{marks}{text}"
            for child in thing.children():
                if child.showing or thing.role in ("list", "application"):
                    yield from lines(child, depth + 1)
        try:
            return "\n".join(lines(self._application, 0))
        except GLib.Error as error:
            return f"nothing: {error.message}"

    # --- doing

    def come_forward(self):
        """Keys go to this window from now on."""
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.program.pid)], capture_output=True, text=True)
        subprocess.run(["xdotool", "windowactivate", found.stdout.split()[-1]], check=True)
        until(lambda: any(frame.has(STATE.ACTIVE) for frame in self.windows()), "the window with the focus")

    def key(self, *keys):
        """Key presses by their X names: "ctrl+k", "Return". """
        subprocess.run(["xdotool", "key", "--clearmodifiers", "--delay", "1", *keys], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "1", "--", text], check=True)

    def write(self, name, text):
        """Types into the text field of that name, which has the focus or gets it, in place of what stands in it."""
        field = self.find(name, "text")
        if not field.has(STATE.FOCUSED):
            field.focus()
        if field.text:
            self.key("ctrl+a", "Delete")
        self.type(text)
        until(lambda: field.text == text, f"'{text}' in '{name}'")
        return field

    def press(self, name, role=None):
        return self.find(name, role).press()

    def log(self, line):
        """Writes a line of the scribe and enters it: the field is empty once it is taken."""
        field = self.write("Scribe entry", line)
        self.key("Return")
        until(lambda: field.text == "", f"'{line}' is taken")

    def choose(self, listing, part):
        """Goes down the list that has the focus to the item that holds `part`."""
        wanted = [i for i, item in enumerate(self.items(listing)) if part in item][0]
        self.key("Home", *["Down"] * wanted)
        self.hears_part(part)

    def saved(self):
        until(lambda: self.value("Save status").name == "Save status Saved", "all is saved")

    def palette(self, words, entry=None):
        """Runs what the command palette offers for `words`: `entry` where that is not the words themselves."""
        self.key("ctrl+k")
        self.hears("Command palette", "text").find("Command palette", "text")
        self.type(words)
        first = entry or words
        until(lambda: self.items("Matching commands")[0].startswith(first), f"'{first}' first in the palette")
        self.key("Return")
        self.gone("Command palette", "text")

    # --- ending

    def close(self):
        """The way a person does; the program's exit code."""
        self.key("ctrl+q")
        return self.program.wait(timeout=DEADLINE)

    def kill(self):
        """The way a power cut does."""
        self.program.kill()
        self.program.wait()
