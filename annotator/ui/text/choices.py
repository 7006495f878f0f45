"""The key-caps of a choice between marks: each over the words of its mark, in the leading, never over a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen

from annotator.ui.text.ink import free
from annotator.ui.text.tags import tag

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPainter

    from annotator.ui.text.marks import Mark
    from annotator.ui.text.painter import Shown
    from annotator.ui.text.style import PageStyle
    from annotator.ui.text.view import View

_GAP = 3
_ROOM = 12  # caps side by side in the margin


class Cap(NamedTuple):
    """A cap's box in the opening, and the key on it."""

    box: QRectF
    key: str


def caps(lines: Sequence[Shown], choices: Mapping[str, str], view: View, taken: Sequence[QRectF]) -> list[Cap]:
    """The caps of these marks' keys, as far as their first words show, clear of each other and of `taken`."""
    made: list[Cap] = []
    for mark_id, key in choices.items():
        mark = view.marks.by_id.get(mark_id)
        if mark and (box := _box(lines, mark, key, view, (*taken, *(cap.box for cap in made)))):
            made.append(Cap(box, key))
    return made


def _box(lines: Sequence[Shown], mark: Mark, key: str, view: View, taken: Sequence[QRectF]) -> QRectF | None:
    found = tag(lines, mark, key, view, taken)
    if found is None:  # no room in the leading: in the margin, beside what stands there already
        found = tag(lines, mark, key, view, ())
        step = 0.0 if found is None else (found.box.width() + _GAP) * (-1 if view.measures.rtl else 1)
        for _ in range(_ROOM):
            if found is not None and not free(taken, found.box):
                found = found._replace(box=found.box.translated(step, 0))
    return found.box if found else None


def paint(painter: QPainter, found: Sequence[Cap], style: PageStyle) -> None:
    """Paint caps in the style's own accent: a key is no label."""
    for box, key in found:
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        painter.setPen(QPen(style.accent, 1))
        painter.setBrush(style.accent)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setRenderHint(painter.RenderHint.Antialiasing, on=False)
        painter.setPen(style.paper)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), key)
