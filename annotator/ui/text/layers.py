"""What lies on the page beside marks: hits, lit words, signs, parts. A layer costs nothing until it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QEvent, QPointF

from annotator.ui.text.scroll import PageArea

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHelpEvent, QPainter
    from PySide6.QtWidgets import QWidget

    from annotator.core.models import Direction
    from annotator.core.text import Text
    from annotator.ui.text.painter import Shown
    from annotator.ui.text.scroll import HeadWords
    from annotator.ui.text.ticks import Ticks
    from annotator.ui.text.view import View


class Layer(Protocol):
    """Something painted under the letters and over tints and lanes; it moves no letter."""

    def paint(self, painter: QPainter, lines: Sequence[Shown], view: View) -> None:
        """Paint what it has on these lines."""

    def hint(self, point: QPointF, view: View) -> str:
        """What a pointer that rests at a point of the opening is told, "" for nothing."""


class LayeredArea(PageArea):
    """A page with layers; all ranges are half-open, in code points of the article. Another article has none of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layers: dict[str, Layer] = {}
        self._ticks: Ticks | None = None

    def open_page(self, text: Text, direction: Direction, head: HeadWords, place: int) -> None:
        """Take another article; only what is shown of every article stays."""
        for name in [name for name in self.layers if name != "signs"]:
            del self.layers[name]
        self._tick((), -1)
        super().open_page(text, direction, head, place)

    def set_hits(self, ranges: Sequence[tuple[int, int]], current: int = -1) -> None:
        """Show where something was found (in text order), the `current` one of them outlined; -1 for none."""
        from annotator.ui.text.hits import Hits  # noqa: PLC0415  (nobody searches before the first paint)

        self._lay_over("hits", Hits(ranges, current) if ranges else None)
        self._tick(ranges, current)

    def set_lights(self, lights: Sequence[tuple[int, int, int]], names: Sequence[str] = ()) -> None:
        """Light up words, each `(start, end, hue)`; `names` says for each what a pointer on it is told."""
        from annotator.ui.text.lights import Lights  # noqa: PLC0415

        self._lay_over("lights", Lights(lights, names) if lights else None)

    def set_parts(self, parts: Sequence[tuple[str, int, int]]) -> None:
        """Say in the margin where a part of the article begins, each `(words, start, end)`."""
        from annotator.ui.text.parts import Parts  # noqa: PLC0415

        self._lay_over("parts", Parts(parts) if parts else None)

    def show_signs(self, shown: bool) -> None:
        """Show the characters without ink by their names (LRM, ZWNJ …), or no longer."""
        from annotator.ui.text.signs import Signs  # noqa: PLC0415

        self._lay_over("signs", Signs() if shown else None)

    def hide_marks_of_vowels(self, hidden: bool) -> None:
        """Show the words without their vowel marks, or with them; the text and all its places stay as they are."""
        if hidden != self.bare:
            self.bare = hidden
            self.reform()

    def _lay_over(self, name: str, layer: Layer | None) -> None:
        if layer is not None:
            self.layers[name] = layer
        elif name not in self.layers:
            return
        else:
            del self.layers[name]
        self.viewport().update()

    def _tick(self, ranges: Sequence[tuple[int, int]], current: int) -> None:
        if self._ticks is None and not ranges:
            return
        if self._ticks is None:
            from annotator.ui.text.ticks import Ticks  # noqa: PLC0415

            self._ticks = Ticks(self)
        self._ticks.show_places([start for start, _ in ranges], current)

    def hint(self, point: QPointF) -> str:
        """What there is to say of a point of the opening, "" for nothing."""
        return next(filter(None, (layer.hint(point, self.view) for layer in self.layers.values())), "")

    def viewportEvent(self, event: QEvent) -> bool:
        """A pointer rests: say what it rests on."""
        if event.type() == QEvent.Type.ToolTip and self.layers:
            return self._say_hint(event)
        return super().viewportEvent(event)

    def _say_hint(self, event: Any) -> bool:
        from PySide6.QtWidgets import QToolTip  # noqa: PLC0415

        asked: QHelpEvent = event
        QToolTip.showText(asked.globalPos(), self.hint(QPointF(asked.pos())), self.viewport())
        return True
