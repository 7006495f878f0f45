"""The names of marks in the margins: one for each that begins on a line, "+n" when crowded, never overlapping."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt

from annotator.ui.text.marks import SECOND, SETTLED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QLocale
    from PySide6.QtGui import QFontMetricsF

    from annotator.ui.text.marks import Mark
    from annotator.ui.text.measures import Measures

_INSET = 1.0  # of an em, between the column and the names
_APART = 0.55
_ROWS = 2  # where a line is high enough
_WHOSE = "\u2003"  # between a name and the letters of the coders who have it
_OUTER = 6  # pixels kept free at the window's edge


class Name(NamedTuple):
    """A name, or a "+n", in a margin; its box in pixels from the line's top and the viewport's left edge."""

    box: QRectF
    words: str
    ids: tuple[str, ...]
    mark: Mark | None  # whose colour it has; None for "+n"


class _Placed(NamedTuple):
    at: float  # from the margin's inner edge outwards
    width: float
    words: str
    ids: tuple[str, ...]
    mark: Mark | None


def isolated(words: str) -> str:
    """Words that cannot reorder what stands beside them (FSI … PDI)."""
    return f"\u2068{words}\u2069"


def plus(count: int, locale: QLocale) -> str:
    """How "that many more" is written."""
    return f"+{locale.toString(count)}"


class Names:
    """Places names in the margins of one form; remembers how wide each is."""

    def __init__(
        self, measures: Measures, metrics: QFontMetricsF, locale: QLocale, letters: Sequence[str] = ()
    ) -> None:
        self._letters = letters  # of three coders or more
        self._measures, self._metrics, self._locale = measures, metrics, locale
        self._most = max(1, min(_ROWS, int(measures.pitch // metrics.height())))
        self._apart = measures.em * _APART
        self._more = metrics.horizontalAdvance(plus(88, locale))
        self._known: dict[tuple[str, float], tuple[str, float]] = {}

    def of(self, marks: Sequence[Mark]) -> list[Name]:
        """Where the names of the marks that begin on one line stand."""
        if self._measures.bands:
            return self._margin(self._together(marks), start=False) if marks else []
        found: list[Name] = []
        for start in (False, True):
            here = [mark for mark in marks if (self._measures.comparing and mark.side == SECOND) == start]
            if here:
                found += self._margin(here, start=start)
        return found

    def _together(self, marks: Sequence[Mark]) -> list[Mark]:
        """Of several coders: one mark for all that are alike, named with their letters."""
        alike: dict[object, list[Mark]] = {}
        for mark in marks:
            alike.setdefault((mark.name, mark.fragments, mark.side == SETTLED), []).append(mark)
        return [
            first._replace(name=f"{first.name}{_WHOSE}{''.join(self._letters[mark.side] for mark in (first, *others))}")
            if first.side != SETTLED
            else first
            for first, *others in alike.values()
        ]

    def _margin(self, marks: Sequence[Mark], *, start: bool) -> list[Name]:
        rows = self._rows(marks, start=start)
        height = self._metrics.height()
        top = self._measures.rise - self._measures.em * 0.28 - height * len(rows) / 2
        top = max(min(int(top), int(self._measures.pitch - height * len(rows))), 0)  # no dot reaches into another line
        return [
            Name(self._box(name, top + row * height, start=start), name.words, name.ids, name.mark)
            for row, filled in enumerate(rows)
            for name in filled
        ]

    def _room(self, *, start: bool) -> float:
        margin = self._measures.start_margin if start else self._measures.end_margin
        return margin - self._measures.em * _INSET - _OUTER

    def _fitted(self, mark: Mark, room: float) -> tuple[str, float]:
        """A mark's name, elided to what room there is, and how wide that is."""
        whole = f"✓ {mark.name}" if mark.side == SETTLED else mark.name
        words, whose, letters = whole.partition(_WHOSE)
        if (known := self._known.get((whole, room))) is None:
            beside = self._metrics.horizontalAdvance(f" {letters}") if whose else 0.0
            fitted = self._metrics.elidedText(words, Qt.TextElideMode.ElideRight, room - beside)
            fitted = f"{fitted} {letters}" if whose else fitted
            known = self._known[whole, room] = fitted, self._metrics.horizontalAdvance(isolated(fitted))
        return known

    def _rows(self, marks: Sequence[Mark], *, start: bool) -> list[list[_Placed]]:
        room = self._room(start=start)
        rows: list[list[_Placed]] = [[]]
        at = 0.0
        for done, mark in enumerate(marks):
            if at and not self._fits(at, mark, room, left=len(marks) - done - 1, last=len(rows) == self._most):
                if len(rows) == self._most:
                    ids = tuple(left.id for left in marks[done:])
                    rows[-1].append(_Placed(at, self._more, plus(len(ids), self._locale), ids, None))
                    return rows
                rows.append([])
                at = 0.0
            last = len(rows) == self._most and done + 1 < len(marks)
            words, width = self._fitted(mark, room - at - (self._apart + self._more) * last)
            rows[-1].append(_Placed(at, width, words, (mark.id,), mark))
            at += width + self._apart
        return rows

    def _fits(self, at: float, mark: Mark, room: float, *, left: int, last: bool) -> bool:
        """Whether a name can follow in a row; in the last one a "+n" has to find room too, if any are `left`."""
        reserved = self._apart + self._more if last and left else 0.0
        return at + self._fitted(mark, room)[1] + reserved <= room

    def _box(self, name: _Placed, top: float, *, start: bool) -> QRectF:
        inner = self._measures.em * _INSET + name.at
        x0 = self._measures.outward(inner, start=start)
        x1 = self._measures.outward(inner + name.width, start=start)
        return QRectF(min(x0, x1), top, name.width, self._metrics.height())
