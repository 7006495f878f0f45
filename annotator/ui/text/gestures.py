"""What the pointer does on the page: choose words, take hold of an edge, point at a mark, open a "+n"."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, QTimer
from PySide6.QtWidgets import QApplication

from annotator.core import words

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from annotator.ui.text.steps import Edge
    from annotator.ui.text.surface import Surface

_STEADY = 4  # pixels that a hand may move without dragging
_GRIP = 7  # pixels beside an edge that still hold it
_EDGE = 28  # pixels from the opening's edge where dragging scrolls
_TICK = 30  # ms


class _Drag(Enum):
    NONE = auto()
    WORDS = auto()
    PARAGRAPHS = auto()
    START = auto()
    END = auto()


class Gestures(QObject):
    """Turns mouse events on a surface into what they mean."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self._surface = surface
        self._drag = _Drag.NONE
        self._from: tuple[int, int] = (0, 0)  # the first word or paragraph taken
        self._pressed = QPointF()
        self._point = QPointF()
        self._moved = False
        self._free = False  # Alt: characters, not words
        self._adds = False  # Ctrl: another piece
        self._piece: int | None = None  # the one whose inner edge is held
        self._third = QTimer(self, singleShot=True)
        self._scroll = QTimer(self, interval=_TICK)
        self._scroll.timeout.connect(self._scroll_on)

    def press(self, event: QMouseEvent) -> None:
        """A button goes down."""
        point = event.position()
        third = self._third.isActive() and (point - self._pressed).manhattanLength() < 2 * _STEADY
        self._pressed = self._point = point
        self._moved = False
        self._free = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        self._adds = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        surface = self._surface
        if event.button() == Qt.MouseButton.RightButton:
            self._point_at(point)
            return
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        if edge := self._edge_at(point):
            name, _, piece = edge.partition(" ")
            self._drag = _Drag.START if name == "start" else _Drag.END
            self._piece = int(piece) if piece else None
        elif (chip := surface.view.chip_at(point)) >= 0:
            surface.chip_chosen.emit(chip)
        elif crowd := surface.view.crowd_at(point):
            surface.crowds.open(crowd)
        elif third:
            self._take_paragraph(point)
        else:
            self._take_place(point, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def _point_at(self, point: QPointF) -> None:
        """Before a menu opens: it is about the mark under the pointer, unless it is about the selection."""
        surface = self._surface
        unit, selection = surface.view.unit_at(point), surface.selection()
        if selection and selection[0] <= unit < selection[1]:
            return
        if marks := surface.view.marks_at(point):
            surface.focus_mark(marks[0].id)

    def _take_place(self, point: QPointF, *, extend: bool) -> None:
        surface = self._surface
        self._drag = _Drag.WORDS
        if self._adds:
            surface.keep_piece()
        if extend:
            anchor = surface.state.anchor
            self._from = (anchor, anchor)
            self._moved = True
            self._stretch(point)
        elif self._free:
            border = surface.view.border_at(point)
            self._from = words.whole_clusters(surface.text.body, border, border)
        else:
            unit = surface.view.unit_at(point)
            self._from = (unit, min(unit + 1, len(surface.text.body)))

    def _take_paragraph(self, point: QPointF) -> None:
        self._third.stop()
        self._drag = _Drag.PARAGRAPHS
        self._moved = True
        self._from = self._surface.view.page.paragraph(self._surface.view.unit_at(point))
        self._surface.choose(*self._from, keep=self._adds)

    def double(self, event: QMouseEvent) -> None:
        """The second press of two: the word, or a mark's details when its name was meant."""
        surface, point = self._surface, event.position()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = point
        focus = surface.focused_mark()
        if surface.view.name_at(point) == focus != "":
            surface.activated.emit(focus)
            return
        unit = surface.view.unit_at(point)
        if word := words.word_at(surface.text.body, unit):
            if self._adds:
                surface.keep_piece()
            self._from = surface.fit(*word)
            self._drag = _Drag.WORDS
            self._moved = True
            surface.choose(*self._from, keep=self._adds)
        self._third.start(QApplication.doubleClickInterval())

    def move(self, event: QMouseEvent) -> None:
        """The pointer moves, with or without a button."""
        self._point = event.position()
        if self._drag is _Drag.NONE:
            self._look(self._point)
            return
        self._free = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        way = self._point - self._pressed
        if not self._moved and abs(way.x()) + abs(way.y()) < _STEADY:
            return
        self._moved = True
        self._third.stop()
        self._follow()
        self._near_edge()

    def _follow(self) -> None:
        if self._drag in (_Drag.START, _Drag.END):
            self._pull(self._point)
        else:
            self._stretch(self._point)

    def _stretch(self, point: QPointF) -> None:
        """Select from what was taken first to the pointer."""
        surface = self._surface
        body, view = surface.text.body, surface.view
        first, last = self._from
        if self._drag is _Drag.PARAGRAPHS:
            start, end = view.page.paragraph(view.unit_at(point))
        elif self._free:
            start = end = words.whole_clusters(body, *[view.border_at(point)] * 2)[0]
        else:
            start = view.unit_at(point)
            end = min(start + 1, len(body))
        backwards = start < first
        low, high = min(start, first), max(end, last)
        if self._drag is _Drag.WORDS and not self._free and low < high:
            low, high = surface.fit(low, high)
        if backwards:
            low, high = high, low
        surface.choose(low, high, settled=False, keep=self._adds)

    def _pull(self, point: QPointF) -> None:
        """Move the edge that is held to the pointer."""
        surface = self._surface
        body = surface.text.body
        edge: Edge = "start" if self._drag is _Drag.START else "end"
        if self._free:
            place = words.whole_clusters(body, *[surface.view.border_at(point)] * 2)[0]
        else:
            unit = surface.view.unit_at(point)
            place = surface.fit(unit, min(unit + 1, len(body)))[edge == "end"]
        surface.edges.move_to(edge, place, self._piece)

    def release(self, event: QMouseEvent) -> None:
        """A button comes up."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        drag, self._drag = self._drag, _Drag.NONE
        self._scroll.stop()
        if drag in (_Drag.START, _Drag.END):
            self._surface.edges.settle()
        elif drag is not _Drag.NONE and self._moved:
            self._surface.settle_selection()
            if self._surface.state.onto:
                self._surface.keep_piece()
        elif drag is _Drag.WORDS and self._adds:
            self._click_piece(event.position())
        elif drag is _Drag.WORDS:
            self._click(event.position())

    def _click(self, point: QPointF) -> None:
        """Focus the innermost mark; clicking again goes outwards, and round."""
        surface = self._surface
        marks = surface.view.marks_at(point)
        ids, border = [mark.id for mark in marks], surface.view.border_at(point)
        if not ids:
            surface.choose(border, border)
            return
        focus = surface.focused_mark()
        at = (ids.index(focus) + 1) % len(ids) if focus in ids else 0
        if not self._free:
            border = surface.nearest_edge(border, marks[at])
        surface.focus_mark(ids[at], at=border)

    def _click_piece(self, point: QPointF) -> None:
        """Ctrl: choose a piece no longer, or take it from the mark in focus; elsewhere only the caret goes there."""
        surface = self._surface
        unit = surface.view.unit_at(point)
        if surface.state.onto:
            surface.state.onto = ""
            surface.take_piece(unit)
        elif not surface.drop_piece(unit):
            surface.walk_to(surface.view.border_at(point))

    def leave(self) -> None:
        """The pointer has gone."""
        self._surface.hover_mark("")

    def _look(self, point: QPointF) -> None:
        surface = self._surface
        crowd = surface.view.crowd_at(point)
        marks = surface.view.marks_at(point)
        surface.hover_mark(marks[0].id if marks and not crowd else "")
        if crowd:
            surface.crowds.open(crowd, by_pointer=True)
        shape = Qt.CursorShape.IBeamCursor
        if self._edge_at(point):
            shape = Qt.CursorShape.SizeHorCursor
        elif crowd or surface.view.name_at(point) or surface.view.chip_at(point) >= 0:
            shape = Qt.CursorShape.PointingHandCursor
        elif not surface.view.in_column(point):
            shape = Qt.CursorShape.ArrowCursor
        if surface.viewport().cursor().shape() != shape:
            surface.viewport().setCursor(shape)

    def _edge_at(self, point: QPointF) -> str:
        for edge, line in self._surface.focus_handles().items():
            if abs(point.x() - line.x1()) <= _GRIP and line.y1() <= point.y() <= line.y2() + _GRIP:
                return edge
        return ""

    def _near_edge(self) -> None:
        height = self._surface.viewport().height()
        if _EDGE <= self._point.y() <= height - _EDGE:
            self._scroll.stop()
        elif not self._scroll.isActive():
            self._scroll.start()

    def _scroll_on(self) -> None:
        height = self._surface.viewport().height()
        beyond = min(self._point.y() - _EDGE, 0) + max(self._point.y() - height + _EDGE, 0)
        bar = self._surface.verticalScrollBar()
        bar.setValue(bar.value() + round(beyond / 2))
        self._follow()
