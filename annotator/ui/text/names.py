"""The names of marks in the margins: one for each that begins on a line, "+n" when crowded, never overlapping."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt

from annotator.ui.text.marks import SECOND, SETTLED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFontMetricsF

    from annotator.ui.text.marks import Mark
    from annotator.ui.text.measures import Measures

_INSET = 1.0  # of an em, between the column and the names
_APART = 0.55
_ROWS = 2


class Name(NamedTuple):
    """A name, or a "+n", in a margin; its box in pixels from the line's top and the viewport's left edge."""

    box: QRectF
    words: str
    ids: tuple[str, ...]
    mark: Mark | None  # whose colour it has; None for "+n"


def isolated(words: str) -> str:
    """Words that cannot reorder what stands beside them (FSI … PDI)."""
    return f"\u2068{words}\u2069"


def _side(measures: Measures, mark: Mark) -> bool:
    """Whether the mark's name stands in the start margin."""
    return measures.comparing and mark.side == SECOND


def names(marks: Sequence[Mark], measures: Measures, metrics: QFontMetricsF, plus: str) -> list[Name]:
    """Where the names of the marks that begin on one line stand; `plus` is how to write "+n", with {}."""
    found: list[Name] = []
    for start in (False, True):
        here = [mark for mark in marks if _side(measures, mark) == start]
        if here:
            found += _Margin(measures, metrics, plus, start=start).names(here)
    return found


class _Margin:
    def __init__(self, measures: Measures, metrics: QFontMetricsF, plus: str, *, start: bool) -> None:
        self._measures, self._metrics, self._plus, self._start = measures, metrics, plus, start
        margin = measures.start_margin if start else measures.end_margin
        self._room = margin - measures.em * _INSET - 6
        self._apart = measures.em * _APART
        self._more = metrics.horizontalAdvance(plus.format(88))

    def names(self, marks: Sequence[Mark]) -> list[Name]:
        rows = self._rows(marks)
        height = self._metrics.height()
        middle = self._measures.rise - self._measures.em * 0.28
        top = middle - height * len(rows) / 2
        return [
            Name(self._box(at, width, top + row * height), words, ids, mark)
            for row, filled in enumerate(rows)
            for at, width, words, ids, mark in filled
        ]

    def _rows(self, marks: Sequence[Mark]) -> list[list[tuple[float, float, str, tuple[str, ...], Mark | None]]]:
        rows: list[list[tuple[float, float, str, tuple[str, ...], Mark | None]]] = [[]]
        at = 0.0
        for done, mark in enumerate(marks):
            words = ("✓ " if mark.side == SETTLED else "") + mark.name
            words = self._metrics.elidedText(words, Qt.TextElideMode.ElideRight, self._room)
            width = self._metrics.horizontalAdvance(isolated(words))
            left = len(marks) - done - 1
            last = len(rows) == _ROWS
            if at and at + width + (self._apart + self._more if last and left else 0) > self._room:
                if last:
                    ids = tuple(mark.id for mark in marks[done:])
                    rows[-1].append((at, self._more, self._plus.format(len(ids)), ids, None))
                    return rows
                rows.append([])
                at = 0.0
            rows[-1].append((at, width, words, (mark.id,), mark))
            at += width + self._apart
        return rows

    def _box(self, at: float, width: float, top: float) -> QRectF:
        inner = self._measures.em * _INSET + at
        ends = sorted(
            (self._measures.outward(inner, start=self._start), self._measures.outward(inner + width, start=self._start))
        )
        return QRectF(ends[0], top, width, self._metrics.height())
