"""How long the reading surface takes, in milliseconds, each to the end of its paint event; run as a script it prints a table."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from annotator.core.text import Text
from annotator.ui.text.marks import Mark
from annotator.ui.text.surface import Surface

Timings = list[float]

_WORDS = (
    "داعش تويتر الإرهابي التنظيم قال سورية والعراق الموظفين الحسابات الالكترونية صحيفة بريطانية تهديدات "
    "Twitter 15,000 في من على أن إلى الذي التي مواقع التواصل الاجتماعي الولايات المتحدة BBC 2015"
)


def article(words: int, *, paragraph: int = 60) -> Text:
    """An Arabic article of that many words, the same each time."""
    rnd = random.Random(7)
    chosen = rnd.choices(_WORDS.split(), k=words)
    return Text("\n".join(" ".join(chosen[at : at + paragraph]) for at in range(0, words, paragraph)))


def marks(text: Text, count: int) -> list[Mark]:
    """That many overlapping marks, evenly over the article."""
    rnd = random.Random(11)
    length = len(text.body)
    found = []
    for at in range(count):
        start = at * length // count
        end = min(length, start + rnd.randint(5, 60))
        found.append(Mark(f"m{at}", ((start, end),), "فاعل", rnd.randrange(0, 360, 40), rnd.randrange(4)))
    return found


def surface(text: Text, shown: list[Mark]) -> Surface:
    """A surface on the screen, 1000 x 800, in the middle of the article."""
    view = Surface()
    view.resize(1000, 800)
    view.show_article(text, "", title="تنظيم داعش", place=len(text.body) // 2)
    view.set_marks(shown)
    view.show()
    settle()
    return view


def settle() -> None:
    """Let everything that waits be done."""
    for _ in range(50):
        QApplication.processEvents()


def timed(action: Callable[[], None], view: Surface) -> float:
    """Milliseconds from an action to the end of the paint events that it causes."""
    start = time.perf_counter()
    action()
    QApplication.sendPostedEvents(view.viewport(), QEvent.Type.UpdateRequest)
    QApplication.sendPostedEvents(view, QEvent.Type.UpdateRequest)
    QApplication.processEvents()
    return (time.perf_counter() - start) * 1000


def change_marks(count: int, rounds: int = 200, *, paragraph: int = 60) -> Timings:
    """Add, relabel and remove a mark on the screen, with `count` marks in an article of 10,000 words.

    Of fewer than 10,000 marks all lie where the hand is, as thick as 10,000 would: what is compared is the rest.
    """
    text = article(10_000, paragraph=paragraph)
    view = surface(text, [])
    lines = view.view.on_screen()
    low, high = lines[0].line.start, lines[-1].line.end
    if count < 10_000:
        high = low + len(text.body) * count // 10_000
    view.set_marks([mark for mark in marks(text, 10_000) if count == 10_000 or low <= mark.fragments[0][0] < high])
    settle()
    rnd = random.Random(3)
    times = []
    for _ in range(rounds):
        start = rnd.randrange(low, high - 30)
        new = Mark("new", ((start, start + rnd.randint(5, 30)),), "اقتباس", 150)
        times.append(timed(lambda new=new: view.put_mark(new), view))
        times.append(timed(lambda new=new: view.put_mark(new._replace(hue=20, name="لفظ مشحون")), view))
        times.append(timed(lambda: view.drop_mark("new"), view))
    view.close()
    return times


def hover(count: int, rounds: int = 300) -> Timings:
    """Move the pointer over the words."""
    text = article(10_000)
    view = surface(text, marks(text, count))
    rnd = random.Random(4)
    times = []
    for _ in range(rounds):
        point = QPointF(rnd.randrange(150, 850), rnd.randrange(0, 800))
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            point,
            point,
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        )
        times.append(timed(lambda event=event: view.mouseMoveEvent(event), view))
    view.close()
    return times


def drag(count: int, rounds: int = 300) -> Timings:
    """Stretch a selection word by word."""
    text = article(10_000)
    view = surface(text, marks(text, count))
    rnd = random.Random(5)

    def mouse(kind: QEvent.Type, x: float, y: float, button: Qt.MouseButton, held: Qt.MouseButton) -> QMouseEvent:
        return QMouseEvent(kind, QPointF(x, y), QPointF(x, y), button, held, Qt.KeyboardModifier.NoModifier)

    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    view.mousePressEvent(mouse(QEvent.Type.MouseButtonPress, 700, 400, left, left))
    y, times = 400.0, []
    for _ in range(rounds):
        y = min(max(y + rnd.uniform(-30, 30), 60), 740)
        event = mouse(QEvent.Type.MouseMove, rnd.uniform(200, 800), y, none, left)
        times.append(timed(lambda event=event: view.mouseMoveEvent(event), view))
    view.close()
    return times


def scroll(count: int, step: int = 120, rounds: int = 150) -> Timings:
    """Scroll frames of `step` pixels, down and then up, with idle time between them as a hand leaves it."""
    text = article(10_000)
    view = surface(text, marks(text, count))
    bar = view.verticalScrollBar()
    times = []
    for at in range(rounds):
        way = step if at < rounds * 2 // 3 else -step
        times.append(timed(lambda way=way: bar.setValue(bar.value() + way), view))
        if at % 3 == 0:
            settle()
    view.close()
    return times


def opening(words: int, count: int, rounds: int = 10) -> Timings:
    """Open an article with its marks, to its first paint, on a surface that is already there."""
    text = article(words)
    shown = marks(text, count)
    view = surface(Text("سلام"), [])
    times = []

    def open_it() -> None:
        view.show_article(Text(text.body), "", title="تنظيم داعش")
        view.set_marks(shown)

    for _ in range(rounds):
        times.append(timed(open_it, view))
        view.show_article(Text(""), "")
        settle()
    view.close()
    return times


def opening_cpu(words: int = 500_000, count: int = 10_000) -> Timings:
    """The same in milliseconds of CPU time, once each in three rounds."""
    text = article(words)
    shown = marks(text, count)
    view = surface(Text("سلام"), [])
    times = []
    for _ in range(3):
        start = time.process_time()
        view.show_article(Text(text.body), "", title="تنظيم داعش")
        view.set_marks(shown)
        QApplication.processEvents()
        times.append((time.process_time() - start) * 1000)
        view.show_article(Text(""), "")
        settle()
    view.close()
    return times


def p95(times: Timings) -> float:
    """The 95th percentile."""
    return sorted(times)[min(len(times) - 1, round(len(times) * 0.95))]


def median(times: Timings) -> float:
    """The middle one."""
    return statistics.median(times)


def main() -> None:
    """Print median and p95 of everything."""
    app = QApplication.instance() or QApplication([])
    rows: list[tuple[str, Timings]] = [
        ("add, relabel, remove; 10 spans", change_marks(10)),
        ("add, relabel, remove; 10,000 spans", change_marks(10_000)),
        ("hover; 10,000 spans", hover(10_000)),
        ("drag step; 10,000 spans", drag(10_000)),
        ("scroll frame; 10,000 spans", scroll(10_000)),
        ("open 1,000 words, 100 spans", opening(1_000, 100)),
        ("open 10,000 words, 10,000 spans", opening(10_000, 10_000)),
        ("open 500,000 words, 10,000 spans (CPU)", opening_cpu()),
    ]
    for name, times in rows:
        print(f"{name:45} median {median(times):7.2f} ms   p95 {p95(times):7.2f} ms")
    del app


if __name__ == "__main__":
    main()
