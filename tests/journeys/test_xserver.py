"""The real program on a real X server, by true mouse and key events alone, under three keyboard layouts.

Where words stand is found from a second window off the screen: same project, same size, same fonts.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotator.settings import Preferences
from annotator.store import articles
from annotator.store.project import Project
from tests.journeys import keyboard

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from tests.journeys.person import Person

pytestmark = [
    pytest.mark.xvfb,
    pytest.mark.timeout(120),
    pytest.mark.skipif(
        not all(map(shutil.which, ("Xvfb", "xdotool", "setxkbmap"))), reason="needs Xvfb, xdotool and setxkbmap"
    ),
]
ROOT = Path(__file__).parents[2]
FREE, MORE = "تحتويه من مقاطع", "تحتويه من مقاطع فيديو وصور"
CONTROL, SHIFT, ALT = "37", "50", "64"  # X11's numbers of keys: where they lie, whatever a layout writes on them
KEYS = {
    "1": "10",
    "2": "11",
    "3": "12",
    "4": "13",
    "5": "14",
    "8": "17",
    "d": "40",
    "s": "39",
    "j": "44",
    "q": "24",
    "y": "29",
    "b": "56",
    "k": "45",
    "n": "57",
    "z": "52",
    "f": "41",
}
HELD = {"Ctrl": CONTROL, "Shift": SHIFT}


class Screen:
    """An X server without a window manager, and one program on it."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.display = f":{self._server.stdout.readline().strip()}"
        self.program: subprocess.Popen[str] | None = None
        self._layout = "us"

    @property
    def _env(self) -> dict[str, str]:
        return os.environ | {
            "DISPLAY": self.display,
            "QT_QPA_PLATFORM": "xcb",
            "ANNOTATOR_HOME": str(self._home),
            "PYTHONPATH": str(ROOT),
        }

    def layout(self, name: str) -> None:
        """Put another layout on the keyboard."""
        self._layout = name
        subprocess.run(["setxkbmap", "-display", self.display, name], check=True, capture_output=True)

    def start(self, path: Path, *, first: bool = False) -> None:
        """Start the program as a person does, and wait until its window stands there; at the first start give a name."""
        self.program = subprocess.Popen(
            [sys.executable, "-m", "annotator", "demo", str(path), "--language", "ar"],
            cwd=path.parent,
            env=self._env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        wait_for(lambda: len(self.windows()) == 1 + first)
        if first:
            self.do("windowfocus", "--sync", self.windows()[-1])
            for key in ("n", "q", "b", "Return"):
                self.press(key)
            wait_for(lambda: len(self.windows()) == 1)
        time.sleep(1.5)  # painted, panels and all
        window = self.windows()[0]
        self.do("windowmove", "--sync", window, 0, 0)
        self.do("windowfocus", "--sync", window)

    def ended(self) -> int:
        """Wait for the program's end; how it ended."""
        assert self.program is not None
        _, trouble = self.program.communicate(timeout=20)
        assert "Traceback" not in trouble, trouble
        return self.program.returncode

    def close(self) -> None:
        """Away with everything."""
        if self.program is not None and self.program.poll() is None:
            self.program.send_signal(signal.SIGTERM)
            self.program.communicate(timeout=20)
        self._server.terminate()
        self._server.communicate(timeout=10)

    def do(self, *words: object) -> str:
        """One command to mouse and keyboard."""
        done = subprocess.run(
            ["xdotool", *map(str, words)], env=self._env, capture_output=True, text=True, timeout=20, check=False
        )
        return done.stdout

    def windows(self) -> list[str]:
        """The windows that show."""
        return self.do("search", "--onlyvisible", "--class", "annotator").split()

    def press(self, key: str, *held: str) -> None:
        """Press the key that has this sign on a US keyboard."""
        down = [word for name in held for word in ("keydown", name)]
        up = [word for name in held for word in ("keyup", name)]
        self.do(*down, "key", KEYS.get(key, key), *up)
        self.rest()

    def write(self, words: str) -> None:
        """Type words; a letter that the layout lacks is put on a key for a moment, in which it has to be heard."""
        known = not any(letter.isalpha() and (letter.isascii() == (self._layout != "us")) for letter in words)
        self.do("type", "--delay", 40 if known else 160, words)
        self.rest()

    def rest(self) -> None:
        """Wait until the program has nothing left to do: on a busy machine that takes its time."""
        assert self.program is not None
        last, end = "", time.monotonic() + 5
        while (now := _work_of(self.program.pid)) != last and time.monotonic() < end:
            last = now
            time.sleep(0.1)

    def drag(self, start: QPoint, end: QPoint, *held: str) -> None:
        """Hold the button, and keys, from one place to another."""
        steps = [word for at in range(1, 9) for word in _move(start + (end - start) * at / 8)]
        down = [word for name in held for word in ("keydown", name)]
        up = [word for name in held for word in ("keyup", name)]
        self.do(*down, *_move(start), "mousedown", 1, *steps, "mouseup", 1, *up)
        time.sleep(0.15)

    def double_click(self, point: QPoint) -> None:
        """Two clicks at one place."""
        self.do(*_move(point), "click", "--repeat", 2, "--delay", 60, 1)
        time.sleep(0.15)


def _work_of(program: int) -> str:
    """What tells whether a process worked since somebody looked: its ticks, and that it sleeps."""
    try:
        fields = Path(f"/proc/{program}/stat").read_text("ascii").rpartition(")")[2].split()
    except OSError:
        return "gone"
    return " ".join(fields[11:13]) if fields[0] == "S" else f"awake {time.monotonic()}"


def _move(point: QPoint) -> tuple[object, ...]:
    return "mousemove", point.x(), point.y(), "sleep", 0.02


def wait_for(there: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not there():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.1)


def command(*words: object) -> dict:
    done = subprocess.run(
        [sys.executable, "-m", "annotator", *map(str, words), "--json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def coded(path: Path) -> set[tuple[str, str]]:
    """Label and words of every span of who acts, as the command line tells them while the window has the project."""
    return {(s["label"], s["text"]) for s in command("segments", path)["segments"] if not s["who"].endswith("ب")}


def settled(path: Path) -> int:
    return command("info", path)["settled"]


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    screen = Screen(tmp_path / "home")
    yield screen
    screen.close()


@pytest.fixture
def shadow(come: Callable[..., Person], built: Path, tmp_path: Path) -> Person:
    """The same window off the screen, to look up where things are."""
    Preferences(name="هناء", language="ar").save()
    copy = tmp_path / "shadow.annot"
    shutil.copyfile(built, copy)
    person = come(copy)
    assert person.window.notice.isVisible()
    return person


@pytest.mark.parametrize("layout", ["us", "ara", "ir"])
def test_the_main_job_by_true_events(screen: Screen, shadow: Person, tmp_path: Path, layout: str) -> None:
    path = tmp_path / "real.annot"
    screen.layout(layout)
    screen.start(path, first=True)
    start, end = shadow.place(FREE)
    new = {("actor", FREE)}
    before = coded(path)

    # Draw over words, press a key; take it back, do it again.
    screen.drag(shadow.point(start), shadow.point(end - 1))
    screen.press("1")
    wait_for(lambda: coded(path) == before | new)
    screen.press("z", CONTROL)
    wait_for(lambda: coded(path) == before)
    screen.press("z", CONTROL, SHIFT)
    wait_for(lambda: coded(path) == before | new)

    # The edge by hand: the handles stand where the shadow has them after the same steps.
    shadow.code(FREE, "1")
    handle = shadow.surface.focus_handles()["end"].center().toPoint()
    screen.press("z", CONTROL)
    screen.press("y", CONTROL)
    screen.do(*_move(shadow.point(start + 2)), "click", 1)
    screen.drag(shadow.surface.viewport().mapTo(shadow.window, handle), shadow.point(shadow.place(MORE)[1] - 1))
    wait_for(lambda: coded(path) == before | {("actor", MORE)})

    # A double click takes the word alone, without the quotation marks round it.
    word = shadow.place("متطرفين")[0]
    screen.press("Escape")
    screen.double_click(shadow.point(word + 2))
    screen.press("8")
    wait_for(lambda: coded(path) == before | {("actor", MORE), ("moral-judgement", "متطرفين")})

    # Everything that can be done, by Ctrl+K.
    screen.press("k", CONTROL)
    wait_for(lambda: len(screen.windows()) == 2)
    screen.press("Escape")
    wait_for(lambda: len(screen.windows()) == 1)
    screen.do("windowfocus", "--sync", screen.windows()[0])

    # Review: the second coder's side, for the second reason; taken back; done again.
    screen.press("3", CONTROL)
    time.sleep(0.5)
    screen.press("b")
    screen.press("2")
    wait_for(lambda: settled(path) == 1)
    screen.press("z", CONTROL)
    wait_for(lambda: settled(path) == 0)
    screen.press("z", CONTROL, SHIFT)
    wait_for(lambda: settled(path) == 1)
    screen.press("q", CONTROL)
    assert screen.ended() == 0

    # The next day: what was done is there, and is still mine to take back.
    screen.start(path)
    screen.press("z", CONTROL)
    screen.press("z", CONTROL)
    wait_for(lambda: coded(path) == before | {("actor", MORE)} and settled(path) == 0)
    screen.press("y", CONTROL)
    screen.press("y", CONTROL)
    wait_for(lambda: settled(path) == 1)
    screen.press("q", CONTROL)
    assert screen.ended() == 0
    out = tmp_path / "settled.jsonl"
    command("export", path, out, "--format", "jsonl", "--whose", "settled")
    for article in map(json.loads, out.read_text("utf-8").splitlines()):
        assert len(article["annotations"]) == 1
        for span in article["annotations"]:
            assert article["text"][span["start"] : span["end"]] == span["text"]
    assert command("check", path)["ok"]


def in_pieces(path: Path) -> set[tuple[str, str]]:
    """As `coded`, without the words between the pieces of a span."""
    return {
        (
            one["label"],
            " … ".join(one["text"][start - one["start"] : end - one["start"]] for start, end in one["fragments"]),
        )
        for one in command("segments", path)["segments"]
        if not one["who"].endswith("ب")
    }


def _quotes(text: str, span: dict) -> list[str]:
    return [text[start:end] for start, end in span["fragments"]]


def linked(path: Path, out: Path) -> set[tuple[str, str, str]]:
    """Every link: what it is called, and the words at its two ends."""
    command("export", path, out, "--format", "jsonl")
    found = set()
    for article in map(json.loads, out.read_text("utf-8").splitlines()):
        words = {span["id"]: " … ".join(_quotes(article["text"], span)) for span in article["annotations"]}
        found |= {(one["label"], words[one["from"]], words[one["to"]]) for one in article["relations"]}
    out.unlink()
    return found


@pytest.mark.parametrize("layout", ["us", "ara"])
def test_pieces_parts_of_words_and_links_by_true_events(
    screen: Screen, shadow: Person, tmp_path: Path, layout: str
) -> None:
    path = tmp_path / "real.annot"
    screen.layout(layout)
    screen.start(path, first=True)
    words = shadow.place("الجرائم المروعة")
    screen.drag(shadow.point(words[0]), shadow.point(words[1] - 1))
    screen.press("3")
    wait_for(lambda: ("source", "الجرائم المروعة") in in_pieces(path))
    before = in_pieces(path)

    # Two pieces with Ctrl held, one span; a third is added to the span in focus, and taken away again.
    one, two, third = shadow.place("تحتويه من"), shadow.place("فيديو وصور"), shadow.place("التي يرتكبها")
    screen.drag(shadow.point(one[0]), shadow.point(one[1] - 1))
    screen.drag(shadow.point(two[0]), shadow.point(two[1] - 1), CONTROL)
    screen.press("2")
    quotation = "تحتويه من … فيديو وصور"
    wait_for(lambda: in_pieces(path) == before | {("quotation", quotation)})
    screen.drag(shadow.point(third[0]), shadow.point(third[1] - 1), CONTROL)
    wait_for(lambda: in_pieces(path) == before | {("quotation", f"{quotation} … التي يرتكبها")})
    screen.press("BackSpace", CONTROL)
    wait_for(lambda: in_pieces(path) == before | {("quotation", quotation)})

    # F4 and a digit: the nearest source is on 1, under any layout; with Shift it takes the link away.
    out = tmp_path / "links.jsonl"
    links, new = linked(path, out), ("says", quotation, "الجرائم المروعة")
    screen.press("F4")
    screen.press("1")
    wait_for(lambda: linked(path, out) == links | {new})
    screen.press("F4")
    screen.press("1", SHIFT)
    wait_for(lambda: linked(path, out) == links)

    # By keyboard: the word before is left out by a cut at the caret, and joined again.
    screen.press("Escape")
    screen.press("Escape")
    screen.drag(shadow.point(third[0]), shadow.point(third[1] - 1))
    screen.press("8")
    wait_for(lambda: ("moral-judgement", "التي يرتكبها") in in_pieces(path))
    screen.press("Left", CONTROL)
    screen.press("s", CONTROL, SHIFT)
    wait_for(lambda: {("moral-judgement", "التي"), ("moral-judgement", "يرتكبها")} <= in_pieces(path))
    screen.press("Up", ALT)
    screen.press("j", CONTROL)
    wait_for(lambda: ("moral-judgement", "التي يرتكبها") in in_pieces(path))

    # Letters with Alt held.
    screen.press("Escape")
    start = shadow.place("والعراق")[0]
    screen.drag(shadow.point(start + 1, share=0.2), shadow.point(start + 6, share=0.8), ALT)
    screen.press("1")
    wait_for(lambda: ("actor", "العراق") in in_pieces(path))
    screen.press("q", CONTROL)
    assert screen.ended() == 0
    assert command("check", path)["ok"]


class Fingers:
    """The keyboard of a screen, under names that menus use. What is written is put on the keys as it is needed."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    def press(self, *keys: str) -> None:
        for key in keys:
            *held, last = key.split("+")
            self._screen.press(last.lower() if len(last) == 1 else last, *(HELD[name] for name in held))

    def write(self, words: str) -> None:
        self._screen.write(words)

    def rest(self) -> None:
        """A popup has closed, and no window manager is there to hand the keyboard on."""
        wait_for(lambda: len(self._screen.windows()) == 1)
        self._screen.do("windowfocus", "--sync", self._screen.windows()[0])


@pytest.mark.timeout(300)
def test_the_seed_by_an_arabic_keyboard_alone(screen: Screen, tmp_path: Path) -> None:
    path = keyboard.uncoded(tmp_path / "study.annot")
    screen.layout("ara")
    screen.start(path, first=True)
    fingers = Fingers(screen)
    with Project.read(path) as project:
        body = articles.text(project.db, articles.get(project.db, articles.order(project.db)[0]).text).body
    keyboard.code(fingers, body, fingers.rest)
    before = coded(path)
    keyboard.every(fingers, fingers.rest)
    wait_for(lambda: command("info", path)["annotations"] == len(before) + keyboard.TIMES)
    screen.press("z", CONTROL)
    wait_for(lambda: coded(path) == before)
    keyboard.finish(fingers)
    screen.press("q", CONTROL)
    assert screen.ended() == 0
    with Project.open(path) as project:
        keyboard.look(project)
