from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.text import Text
from annotator.ui import theme
from annotator.ui.text.marks import Mark
from annotator.ui.text.surface import Surface

SEED = (Path(__file__).resolve().parents[3] / "seeds" / "sana-daesh-twitter.txt").read_text(encoding="utf-8")


@pytest.fixture
def seed() -> str:
    return SEED


@pytest.fixture
def make(qtbot) -> Iterator[Callable[..., Surface]]:
    """A shown surface with an article."""
    for family in theme.TEXT_FONTS:
        theme.load_font(family)
    made = []

    def made_of(body: str, direction: str = "", *, size: tuple[int, int] = (900, 700), place: int = 0) -> Surface:
        surface = Surface()
        qtbot.addWidget(surface)
        surface.resize(*size)
        surface.show()
        surface.show_article(Text(body), direction, place=place)
        settle()
        made.append(surface)
        return surface

    yield made_of
    for surface in made:
        surface.close()


def settle() -> None:
    for _ in range(20):
        QApplication.processEvents()


def mark(body: str, quote: str, mark_id: str = "", *, nth: int = 0, **more) -> Mark:
    """A mark on the nth occurrence of a quote."""
    start = -1
    for _ in range(nth + 1):
        start = body.index(quote, start + 1)
    return Mark(
        mark_id or quote, ((start, start + len(quote)),), more.pop("name", "فاعل"), more.pop("hue", 215), **more
    )


def point_of(surface: Surface, position: int, *, share: float = 0.5) -> QPoint:
    """A point inside the cell of a character, from its leading edge."""
    line = surface.view.page.block_at(position).line_at(position)
    unit = line.block.to_units(position)
    (x0, x1), *_ = line.shape.edges(unit, unit + 1)
    x = x1 - (x1 - x0) * share if line.shape.lead_x(unit) >= x1 - 0.01 else x0 + (x1 - x0) * share
    return QPointF(surface.view.measures.column_x + x, surface.view.y(line) + surface.view.measures.rise - 4).toPoint()


def click(
    surface: Surface,
    point: QPoint,
    modifiers=Qt.KeyboardModifier.NoModifier,
    button=Qt.MouseButton.LeftButton,
    *,
    widget=None,
) -> None:
    QTest.mouseClick(widget or surface.viewport(), button, modifiers, point)
    settle()


def drag(surface: Surface, start: QPoint, end: QPoint, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(surface.viewport(), left, modifiers, start)
    steps = 6
    for step in range(1, steps + 1):
        move(surface, start + (end - start) * step / steps, modifiers, left)
    QTest.mouseRelease(surface.viewport(), left, modifiers, end)
    settle()


def move(
    surface: Surface, point: QPoint, modifiers=Qt.KeyboardModifier.NoModifier, held=Qt.MouseButton.NoButton
) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    there = QPointF(point)
    QApplication.sendEvent(
        surface.viewport(),
        QMouseEvent(
            QEvent.Type.MouseMove,
            there,
            surface.viewport().mapToGlobal(there),
            Qt.MouseButton.NoButton,
            held,
            modifiers,
        ),
    )
    settle()
