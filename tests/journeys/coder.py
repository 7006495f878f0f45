"""A process of its own that codes by keys until it is killed, and says each span's id when it was told as saved."""

from __future__ import annotations

import os
import sys
from itertools import count
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from tests.journeys.person import Person


def say(word: str) -> None:
    """At once, whatever comes."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def main() -> None:
    person = Person(Path(sys.argv[1]))
    person.desk.bridge.saved.connect(lambda change: say(str(change.facts["annotation"])))
    say("up")
    person.press("Ctrl+Home")
    for number in count():
        person.press("Ctrl+Left", "Ctrl+Shift+Left", str(1 + number % 9))
        if person.surface.state.caret > len(person.body) - 20:
            person.press("Ctrl+Home")


if __name__ == "__main__":
    main()
