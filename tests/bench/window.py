"""How long a key takes in the whole window, to the end of the paint, the commit apart; run as a script it prints a table."""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).parent)]

from PySide6.QtCore import QEvent, Qt  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402
from surface import article as words_of  # noqa: E402
from surface import settle  # noqa: E402

from annotator.core.changes import change  # noqa: E402
from annotator.core.models import Annotation, Article, Coding  # noqa: E402
from annotator.core.rows import added  # noqa: E402
from annotator.operations import starter  # noqa: E402
from annotator.operations.codings import Where  # noqa: E402
from annotator.store.project import Project  # noqa: E402
from annotator.ui import opening  # noqa: E402
from annotator.ui.app import application  # noqa: E402
from annotator.ui.home import furnish  # noqa: E402
from annotator.ui.window import Window  # noqa: E402

Timings = list[float]
WORDS = FULL = 10_000  # words of the article, and spans that make it as thick as it gets
LABELS = ("actor", "quotation", "source", "cue", "loaded-term", "problem", "cause", "moral-judgement", "remedy")


@dataclass(slots=True)
class Taken:
    """Milliseconds of each action: to the end of its last paint, and from there until nothing waits; no commit in it."""

    painted: Timings
    quiet: Timings


def spans(length: int) -> list[tuple[int, int]]:
    """Where `FULL` overlapping spans stand, evenly over a text."""
    rnd = random.Random(11)
    starts = (at * length // FULL for at in range(FULL))
    return [(start, min(length, start + rnd.randint(5, 60))) for start in starts]


def build(path: Path, count: int, *, paragraph: int) -> None:
    """A project with one article; fewer spans than `FULL` all stand in its middle, as thick as there would be of `FULL`."""
    text = words_of(WORDS, paragraph=paragraph)
    starter.begin(path, coder="A")
    with Project.open(path) as project:
        where = Where("article", project.coder)
        coding = Coding(where.id, "article", project.coder, "main")
        low, _high = zone(text.body)
        chosen = [span for span in spans(len(text.body)) if count == FULL or span[0] >= low][:count]
        made = (
            Annotation(f"{at:020x}", coding.id, LABELS[at % 9], text.hash, (span,), text.quotes((span,)))
            for at, span in enumerate(chosen)
        )
        first = Article("article", "مقال", text.hash, position="V")
        project.journal.commit(change("import", [text, added(first), added(coding), *map(added, made)]))


def zone(body: str) -> tuple[int, int]:
    """Where the hand acts: from the paragraph in the middle on, over as many characters as hold ten spans of `FULL`."""
    low = body.index("\n", len(body) // 2) + 1
    return low, low + len(body) * 10 // FULL


@contextmanager
def stood(count: int, *, paragraph: int) -> Iterator[Window]:
    """The whole window on such a project, on the screen."""
    with tempfile.TemporaryDirectory() as folder, mock.patch.dict(os.environ, {"ANNOTATOR_HOME": folder}):
        path = Path(folder) / "bench.annot"
        build(path, count, paragraph=paragraph)
        home = furnish(application(), language="ar", theme="light")
        home.state.hint = False
        window = Window(home)
        opening.open_project(window, path)
        window.show()
        window.activateWindow()
        settle()
        yield window
        window.close()
        window.deleteLater()
        settle()


class Watch:
    """Notes when the page was painted, and how long the project was committing (those who listen to it not counted)."""

    def __init__(self, window: Window) -> None:
        assert window.code is not None
        assert window.desk is not None
        self.surface = window.code.coding.surface
        self.window = window
        self.painted = self.committing = 0.0
        self._painted = self.surface.painted
        self.surface.painted = self._note  # type: ignore[method-assign]
        journal = window.desk.bridge.project.journal
        journal.commit = self._around(journal.commit, 1)  # type: ignore[method-assign]
        journal.tell = self._around(journal.tell, -1)  # type: ignore[method-assign]

    def _note(self) -> None:
        self.painted = time.perf_counter()
        self._painted()

    def _around(self, do: Callable, sign: int) -> Callable:
        def timed(*args: object) -> object:
            start = time.perf_counter()
            try:
                return do(*args)
            finally:
                self.committing += sign * (time.perf_counter() - start)

        return timed

    def press(self, key: Qt.Key, taken: Taken) -> None:
        """Press a key on the page, and add what it took."""
        self.committing = 0.0
        start = time.perf_counter()
        QTest.keyPress(self.surface, key)
        for widget in (self.surface.viewport(), self.surface, self.window):
            QApplication.sendPostedEvents(widget, QEvent.Type.UpdateRequest.value)
        painted = self.painted
        assert painted > start
        for _ in range(10):
            QApplication.processEvents()
        end = time.perf_counter()
        QTest.keyRelease(self.surface, key)
        taken.painted.append((painted - start - self.committing) * 1000)
        taken.quiet.append((end - painted) * 1000)


def actions(count: int, rounds: int = 60, *, paragraph: int = 10) -> dict[str, Taken]:
    """Label, relabel and remove a span in the middle of an article with so many of them."""
    rnd = random.Random(3)
    found = {name: Taken([], []) for name in ("label", "relabel", "remove")}
    with stood(count, paragraph=paragraph) as window:
        watch = Watch(window)
        surface = watch.surface
        low, high = zone(surface.text.body)
        surface.reveal(low, high)
        surface.setFocus()
        settle()
        for at in range(rounds):
            start = rnd.randrange(low, high - 30)
            surface.select(start, start + rnd.randint(5, 30))
            settle()
            watch.press(Qt.Key(Qt.Key.Key_1 + at % 9), found["label"])
            watch.press(Qt.Key(Qt.Key.Key_1 + (at + 4) % 9), found["relabel"])
            watch.press(Qt.Key.Key_Delete, found["remove"])
    return found


def timings(count: int, *, paragraph: int = 10) -> Timings:
    """Of all three kinds together, to the paint."""
    return [one for taken in actions(count, paragraph=paragraph).values() for one in taken.painted]


def acting(count: int, *, paragraph: int = 10) -> float:
    """The p95 of these, in milliseconds."""
    return p95(timings(count, paragraph=paragraph))


def p95(times: Timings) -> float:
    """The 95th percentile."""
    return sorted(times)[min(len(times) - 1, round(len(times) * 0.95))]


median = statistics.median


def main() -> None:
    """Print median and p95 of everything."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for count, paragraph in ((10, 10), (FULL, 10), (FULL, 60)):
        for name, taken in actions(count, paragraph=paragraph).items():
            title = f"{name}; {count:,} spans, paragraphs of {paragraph} words"
            for what, times in (("to the paint", taken.painted), ("then until quiet", taken.quiet)):
                print(f"{title:50} {what:17} median {median(times):7.2f} ms   p95 {p95(times):7.2f} ms")


if __name__ == "__main__":
    main()
