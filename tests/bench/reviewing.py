"""Settling by key in the whole window: from the key that settles until the next case is painted, commit and all.

Run as a script it prints a table.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).parent)]

from PySide6.QtCore import Qt  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from surface import article as words_of  # noqa: E402
from surface import settle  # noqa: E402
from window import LABELS, Taken, Watch, median, p95  # noqa: E402

from annotator.core.changes import Change, change  # noqa: E402
from annotator.core.models import Annotation, Article, Coder, Coding  # noqa: E402
from annotator.core.rows import added  # noqa: E402
from annotator.operations import starter  # noqa: E402
from annotator.store.project import Project  # noqa: E402
from annotator.ui import opening  # noqa: E402
from annotator.ui.app import application  # noqa: E402
from annotator.ui.home import furnish  # noqa: E402
from annotator.ui.window import Window  # noqa: E402

WORDS, SPANS = 2_000, 500  # of the article, and of each coder in it
CODERS = ("one", "two")


def spans(seed: str, coder: str, length: int) -> Iterator[tuple[int, int, int]]:
    """Start, end and label of one coder's spans: a third of them not as the other coder has them."""
    same, own = random.Random(seed), random.Random(f"{seed} {coder}")
    for at in range(SPANS):
        start = at * (length - 60) // SPANS
        end, label = start + same.randint(5, 50), same.randrange(len(LABELS))
        kind = own.random()
        yield start, end + 4 * (kind < 0.17), (label + (0.17 < kind < 0.22)) % len(LABELS)


def coded(articles: int) -> Change:
    """Articles that two coders have coded, the first of them dense and the others short."""
    text = words_of(WORDS, paragraph=60)

    def steps() -> Iterator[object]:
        yield text
        yield from (added(Coder(coder, coder, 210)) for coder in CODERS)
        for number in range(articles):
            one = Article(f"a{number}", f"مقال {number}", text.hash, position=f"V{number:06}")
            yield added(one)
            for coder in CODERS:
                coding = Coding(f"{one.id} {coder}", one.id, coder, "main", status="done")
                coding = Coding(_id(coding), one.id, coder, "main", status="done")
                yield added(coding)
                for at, (start, end, label) in enumerate(spans(one.id, coder, len(text.body))):
                    if number and at % 100:
                        continue
                    place = ((start, end),)
                    name = f"{number:06x}{CODERS.index(coder)}{at:013x}"
                    yield added(Annotation(name, coding.id, LABELS[label], text.hash, place, text.quotes(place)))

    return change("import", steps())


def _id(coding: Coding) -> str:
    from annotator.operations.codings import Where

    return Where(coding.article, coding.coder, coding.round).id


@contextmanager
def stood(articles: int) -> Iterator[Window]:
    """The whole window in Review on such a project."""
    with tempfile.TemporaryDirectory() as folder, mock.patch.dict(os.environ, {"ANNOTATOR_HOME": folder}):
        path = Path(folder) / "bench.annot"
        starter.begin(path, coder="Reviewer")
        with Project.open(path) as project:
            project.journal.commit(coded(articles))
        home = furnish(application(), language="ar", theme="light")
        home.state.hint = False
        window = Window(home)
        opening.open_project(window, path)
        window.show()
        window.furnish()
        window.activateWindow()
        assert window.desk is not None
        window.desk.open_article("a0")
        window.desk.set_mode("review")
        settle()
        yield window
        window.close()
        window.deleteLater()
        settle()


class Seen(Watch):
    """The same for the page of Review."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        assert window.review is not None
        self.surface = window.review.surface
        self._painted = self.surface.painted
        self.surface.painted = self._note  # type: ignore[method-assign]


def settling(articles: int = 20, decisions: int = 60) -> Taken:
    """Press a reason and a side again and again; milliseconds until the next case is painted, with the commit."""
    taken = Taken([], [])
    with stood(articles) as window:
        seen = Seen(window)
        seen.surface.setFocus()
        page = window.review
        assert page is not None
        for at in range(decisions):
            QTest.keyClick(seen.surface, Qt.Key.Key_3)
            settle()
            before = page.sitting.current
            seen.press(Qt.Key.Key_A if at % 2 else Qt.Key.Key_B, taken)
            taken.painted[-1] += seen.committing * 1000
            assert page.sitting.current is not None
            assert before is not None
            assert page.sitting.current.id != before.id
            settle()
    return taken


def stepping(articles: int = 20, steps: int = 60) -> Taken:
    """Press N again and again."""
    taken = Taken([], [])
    with stood(articles) as window:
        seen = Seen(window)
        seen.surface.setFocus()
        for _ in range(steps):
            seen.press(Qt.Key.Key_N, taken)
            settle()
    return taken


def main() -> None:
    """Print median and p95 of everything."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for name, taken in (("settle", settling()), ("settle, 1,000 articles", settling(1000)), ("next", stepping())):
        for what, times in (("to the paint", taken.painted), ("then until quiet", taken.quiet)):
            print(f"{name:30} {what:17} median {median(times):7.2f} ms   p95 {p95(times):7.2f} ms")


if __name__ == "__main__":
    main()
