"""The words of the project's lists light up in the open article; a long text is gone through in idle slices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotator.store import lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.models import WordList
    from annotator.core.text import Text
    from annotator.ui.coding import Coding
    from annotator.ui.desk import Desk

_SLICE = 8_000  # code points at a time: a few milliseconds
_GROWN = 2  # what was found is shown again when there is that many times as much, and at the end

Lit = tuple[int, int, int, str]  # start, end, hue, the list's name


class Lighting(QObject):
    """Off until somebody turns it on."""

    def __init__(self, desk: Desk, coding: Coding, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._coding = desk, coding
        self.on = False
        self._found: list[Lit] = []
        self._shown = 0
        self._slices: Iterator[tuple[int, int]] = iter(())
        self._lists: list[WordList] = []
        self._idle = QTimer(self, singleShot=True, interval=0)
        self._idle.timeout.connect(self._next)

    def turn(self, *, on: bool) -> None:
        """Light the words up, or no longer."""
        self.on = on
        self.begin()

    def begin(self) -> None:
        """Begin anew: another article, or other lists."""
        self._idle.stop()
        self._found, self._shown = [], 0
        text = self._coding.text
        if not self.on or text is None:
            self._coding.surface.set_lights(())
            return
        self._lists = lists.every(self._desk.bridge.project.db)
        self._slices = slices(text, self._coding.surface.place())
        self._next()

    @property
    def busy(self) -> bool:
        """Whether a part of the text was not looked at yet."""
        return self._idle.isActive()

    def _next(self) -> None:
        """Look at one more slice."""
        from annotator.core import folding, lights  # noqa: PLC0415  (only where words light up)

        piece = next(self._slices, None)
        if piece is None:
            self._show()
            return
        start, end = piece
        body = self._coding.surface.text.body[start:end]
        named = {each.id: (each.hue, self._desk.words(each.names, each.id)) for each in self._lists}
        for light in lights.lights(folding.fold(body), self._lists):
            self._found.append((start + light.start, start + light.end, *named[light.list]))
        if len(self._found) > _GROWN * self._shown:
            self._show()
        self._idle.start()

    def _show(self) -> None:
        if len(self._found) != self._shown or not self._found:
            self._shown = len(self._found)
            lit = [(start, end, hue) for start, end, hue, _ in self._found]
            self._coding.surface.set_lights(lit, [name for *_, name in self._found])


def slices(text: Text, place: int) -> Iterator[tuple[int, int]]:
    """The text in stretches of whole paragraphs, from the one where somebody reads, round to there."""
    found: list[tuple[int, int]] = []
    start = 0
    for _, end in text.paragraphs:
        if end - start >= _SLICE:
            found.append((start, end))
            start = end
    found.append((start, len(text.body)))
    first = next((at for at, (_, end) in enumerate(found) if place < end), 0)
    return iter(found[first:] + found[:first])
