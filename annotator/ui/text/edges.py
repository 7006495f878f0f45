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

    def _mark(self) -> Mark | None:
        surface = self._surface
        return surface.state.moved or surface.view.marks.by_id.get(surface.focused_mark())

    def move_to(self, edge: Edge, place: int) -> None:
        """Show the edge at `place`, as near as the mark's other edge allows."""
        mark = self._mark()
        if mark:
            body = self._surface.text.body
            self._surface.show_moved(mark._replace(fragments=moved(body, mark.fragments, edge, place)))

    def step(self, edge: Edge, step: int, *, by: Literal["word", "cluster"]) -> None:
        """One word or character on in the text, or (negative) back."""
        mark = self._mark()
        if mark is None:
            return
        start, end = mark.fragments[0] if edge == "start" else mark.fragments[-1]
        for _ in range(abs(step)):
            place = self._beside((start, end), edge, forward=step > 0, by=by)
            start, end = (place, end) if edge == "start" else (start, place)
        self.move_to(edge, start if edge == "start" else end)
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


def moved(body: str, fragments: Fragments, edge: Edge, place: int) -> Fragments:
    """The fragments with their first start or last end at `place`; at least one cluster of that fragment stays."""
    start, end = fragments[0] if edge == "start" else fragments[-1]
    if edge == "start":
        return (min(place, words.previous_cluster(body, end)), end), *fragments[1:]
    return *fragments[:-1], (start, max(place, words.next_cluster(body, start)))
