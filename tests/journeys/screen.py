"""A real X server with the real program on it, and somebody's mouse and keyboard: no event comes from inside."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint

NEEDED = ("Xvfb", "xdotool", "setxkbmap", "xkbcomp")
ON_A_SCREEN = [
    pytest.mark.xvfb,
    pytest.mark.timeout(900),
    pytest.mark.skipif(not all(map(shutil.which, NEEDED)), reason=f"needs {', '.join(NEEDED)}"),
]
ROOT = Path(__file__).parents[2]
CONTROL, SHIFT, ALT = "37", "50", "64"  # X11's numbers of keys: where they lie, whatever a layout writes on them
HELD = {"Ctrl": CONTROL, "Shift": SHIFT}
ROWS = ((10, "1234567890"), (24, "qwertyuiop"), (38, "asdfghjkl"), (52, "zxcvbnm"))
KEYS = {sign: str(first + at) for first, row in ROWS for at, sign in enumerate(row)}
LAYOUTS = {"us": "English (US)", "ara": "Arabic", "ir": "Persian"}
# What can be written under every layout. Each sign has one of the keys that keyboards do not have, for good: a sign that
# is put on a key at the moment of writing is gone from it when a busy program comes to look.
SIGNS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةىـ“”abcdefghijklmnopqrstuvwxyz"
SPARE = range(138, 203)
QUIET = 0.1  # seconds in which nothing stirred
PATIENCE = 60  # seconds until something has surely gone wrong, on a busy machine too


class Screen:
    """An X server without a window manager, and one program on it."""

    def __init__(self, home: Path) -> None:
        self._home = home
        # It keeps the layout when nobody is connected, and a key that a busy machine lets go late does not repeat.
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset", "-r"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._server.stdout is not None
        self.display = f":{self._server.stdout.readline().strip()}"
        self.program: subprocess.Popen[str] | None = None
        self._keyboard = ""

    @property
    def _env(self) -> dict[str, str]:
        return os.environ | {
            "DISPLAY": self.display,
            "QT_QPA_PLATFORM": "xcb",
            "ANNOTATOR_HOME": str(self._home),
            "PYTHONPATH": str(ROOT),
        }

    def _run(self, *words: object, said: str | None = None, check: bool = True) -> str:
        command = [str(word) for word in words]
        done = subprocess.run(
            command, env=self._env, input=said, capture_output=True, text=True, timeout=PATIENCE, check=check
        )
        return done.stdout

    def layout(self, name: str) -> None:
        """Put another layout on the keyboard; `SIGNS` go where it leaves room."""
        described = self._run("setxkbmap", "-print", "-layout", name).replace("+inet(evdev)", "")
        spare = list(zip(SPARE, SIGNS, strict=True))
        for section, lines in (
            ("xkb_keycodes", [f"<S{key}> = {key};" for key, _ in spare]),
            ("xkb_symbols", [f"key <S{key}> {{ [ U{ord(sign):04X} ] }};" for key, sign in spare]),
        ):
            described = re.sub(
                rf"({section}.*?)}}", lambda has, lines=lines: has[1] + "\n".join(lines) + "}", described
            )
        self._run("xkbcomp", "-w", 0, "-", self.display, said=described)
        self._keyboard = self._map()
        assert f'name[group1]="{LAYOUTS[name]}"' in self._keyboard  # nobody is connected, and it stays

    def _map(self) -> str:
        return self._run("xkbcomp", "-w", 0, self.display, "-")

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
        self.rest()
        if first:
            self.do("windowfocus", "--sync", self.windows()[-1])
            for key in ("n", "q", "b", "Return"):
                self.press(key)
            wait_for(lambda: len(self.windows()) == 1)
        self.rest()  # painted, panels and all
        window = self.windows()[0]
        self.do("windowmove", "--sync", window, 0, 0)
        self.do("windowfocus", "--sync", window)
        self.rest()

    def ended(self) -> int:
        """Wait for the program's end; how it ended."""
        assert self.program is not None
        _, trouble = self.program.communicate(timeout=PATIENCE)
        assert "Traceback" not in trouble, trouble
        return self.program.returncode

    def close(self) -> None:
        """Away with everything; the keyboard must have been the same all the time."""
        if self.program is not None and self.program.poll() is None:
            self.program.send_signal(signal.SIGTERM)
            self.program.communicate(timeout=PATIENCE)
        keyboard = self._map()
        self._server.terminate()
        self._server.communicate(timeout=PATIENCE)
        assert keyboard == self._keyboard

    def do(self, *words: object) -> str:
        """One command to mouse and keyboard."""
        return self._run("xdotool", *words, check=False)

    def windows(self) -> list[str]:
        """The windows that show."""
        return self.do("search", "--onlyvisible", "--class", "annotator").split()

    def press(self, key: str, *held: str) -> None:
        """Press the key that has this sign on a US keyboard, or this name."""
        down = [word for name in held for word in ("keydown", name)]
        up = [word for name in held for word in ("keyup", name)]
        self.do(*down, "key", KEYS[key] if len(key) == 1 else key, *up)
        self.rest()

    def write(self, words: str) -> None:
        """Type words, each sign on the key that the layout has it on or on its spare one."""
        assert set(words) <= set(SIGNS + " ")
        self.do("type", "--delay", 12, words)
        self.rest()

    def rest(self) -> None:
        """Wait until program and server have nothing left to do: on a busy machine that takes its time."""
        assert self.program is not None
        before, end = None, time.monotonic() + PATIENCE
        # The server may wake up for nothing; while it sleeps, the program waits for no answer of it.
        while (now := _work_of(self.program.pid)) != before or "awake" in [*now, *_work_of(self._server.pid)]:
            assert time.monotonic() < end, now
            before = now
            time.sleep(QUIET)

    def click(self, point: QPoint) -> None:
        """One click."""
        self.do(*_move(point), "click", 1)
        self.rest()

    def double_click(self, point: QPoint) -> None:
        """Two clicks at one place, however slow the machine is."""
        self.do(*_move(point), "click", 1, "click", 1)
        self.rest()

    def drag(self, start: QPoint, end: QPoint, *held: str) -> None:
        """Hold the button, and keys, from one place to another."""
        steps = [word for at in range(1, 9) for word in _move(start + (end - start) * at / 8)]
        down = [word for name in held for word in ("keydown", name)]
        up = [word for name in held for word in ("keyup", name)]
        self.do(*down, *_move(start), "mousedown", 1, *steps, "mouseup", 1, *up)
        self.rest()


class Fingers:
    """The keyboard of a screen, under names that menus use."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    def press(self, *keys: str) -> None:
        """Press keys as the menus name them."""
        for key in keys:
            *held, last = key.split("+")
            self._screen.press(last.lower() if len(last) == 1 else last, *(HELD[name] for name in held))

    def write(self, words: str) -> None:
        """Type words into the field that has the keyboard."""
        self._screen.write(words)

    def rest(self) -> None:
        """A popup has closed, and no window manager is there to hand the keyboard on."""
        wait_for(lambda: len(self._screen.windows()) == 1)
        self._screen.do("windowfocus", "--sync", self._screen.windows()[0])
        self._screen.rest()


def _work_of(process: int) -> list[str]:
    """Of each thread of a process how often it was at work, so that one sees whether it was since; or that it is."""
    found = []
    try:
        for thread in sorted(Path(f"/proc/{process}/task").iterdir()):
            state = (thread / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
            turns = re.findall(r"ctxt_switches:\t(\d+)", (thread / "status").read_text("utf-8", "replace"))
            found.append(" ".join((thread.name, *state[11:13], *turns)) if state[0] in "SZ" else "awake")
    except OSError:
        found.append("gone")
    return found


def _move(point: QPoint) -> tuple[object, ...]:
    return "mousemove", point.x(), point.y(), "sleep", 0.02


def wait_for(there: Callable[[], bool]) -> None:
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE
    while not there():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.1)
