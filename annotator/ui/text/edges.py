"""Moving an edge of the focused mark, by hand or by key: shown at once, asked for when the hand or the key lets go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer

from annotator.core import words

if TYPE_CHECKING:
    from annotator.core.models import Fragments
    from annotator.ui.text.marks import Mark
    from annotator.ui.text.steps import Edge
    from annotator.ui.text.surface import Surface

_LET_GO = 500  # ms without a further step count as letting go


class Edges(QObject):
    """The edge on its way; `surface.resized` is emitted once for a whole drag or run of key presses."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self._surface = surface
        self._timer = QTimer(self, singleShot=True, interval=_LET_GO)
        self._timer.timeout.connect(self.settle)
        self._piece: int | None = None  # of several, the one whose edge is on its way; None: the outer ones

    def _mark(self) -> Mark | None:
        surface = self._surface
        return surface.state.moved or surface.view.marks.by_id.get(surface.focused_mark())

    def move_to(self, edge: Edge, place: int, piece: int | None = None) -> None:
        """Show the edge of a piece (None: of the whole) at `place`, as near as its other edge and the pieces allow."""
        mark = self._mark()
        if mark:
            body = self._surface.text.body
            self._surface.show_moved(mark._replace(fragments=moved(body, mark.fragments, edge, place, piece)))

    def step(self, edge: Edge, step: int, *, by: Literal["word", "cluster"]) -> None:
        """One word or character on in the text, or (negative) back; of several pieces, of the one with the caret."""
        mark = self._mark()
        if mark is None:
            return
        if self._surface.state.moved is None:
            self._piece = _piece_at(mark.fragments, self._surface.caret())
        start, end = mark.fragments[_outer(mark.fragments, edge) if self._piece is None else self._piece]
        for _ in range(abs(step)):
            place = self._beside((start, end), edge, forward=step > 0, by=by)
            start, end = (place, end) if edge == "start" else (start, place)
        self.move_to(edge, start if edge == "start" else end, self._piece)
        self._timer.start()

    def _beside(self, span: tuple[int, int], edge: Edge, *, forward: bool, by: Literal["word", "cluster"]) -> int:
        body = self._surface.text.body
        if by == "word":
            return self._surface.next_edge(span, edge, forward=forward)
        position = span[edge == "end"]
        return words.next_cluster(body, position) if forward else words.previous_cluster(body, position)

    def settle(self) -> None:
        """The hand or the key has let go."""
        self._timer.stop()
        moved_mark = self._surface.state.moved
        if moved_mark is None:
            return
        known = self._surface.view.marks.by_id.get(moved_mark.id)
        if known and known.fragments != moved_mark.fragments:
            self._surface.resized.emit(moved_mark.id, moved_mark.fragments)
        self._surface.show_moved(None)


def moved(body: str, fragments: Fragments, edge: Edge, place: int, piece: int | None = None) -> Fragments:
    """The fragments with an edge of a piece at `place`; None: with their first start or last end there.

    At least one cluster of that piece stays, and it goes no farther than to the piece beside it.
    """
    at = _outer(fragments, edge) if piece is None else piece
    start, end = fragments[at]
    low = fragments[at - 1][1] if at else 0
    high = fragments[at + 1][0] if at + 1 < len(fragments) else len(body)
    if edge == "start":
        new = max(min(place, words.previous_cluster(body, end)), low), end
    else:
        new = start, min(max(place, words.next_cluster(body, start)), high)
    return *fragments[:at], new, *fragments[at + 1 :]


def _outer(fragments: Fragments, edge: Edge) -> int:
    return 0 if edge == "start" else len(fragments) - 1


def _piece_at(fragments: Fragments, place: int) -> int | None:
    return next((at for at, (start, end) in enumerate(fragments) if start < place < end), None)
