"""Two pages that scroll together: line for line where they hold the same text, else by the share that is behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from annotator.ui.text.surface import Surface


_TRIES = 12  # what comes into sight is laid out, and then the page may be longer than was thought


class InStep(QObject):
    """What one page is scrolled to, the other follows; `on` says whether it does."""

    def __init__(self, one: Surface, other: Surface, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.on = True
        self._moving = False
        for lead, follower in ((one, other), (other, one)):
            lead.verticalScrollBar().valueChanged.connect(lambda _value, a=lead, b=follower: self._follow(a, b))

    def _follow(self, lead: Surface, follower: Surface) -> None:
        if not self.on or self._moving:
            return
        self._moving = True
        bar, there = lead.verticalScrollBar(), follower.verticalScrollBar()
        same = lead.text.hash == follower.text.hash and bar.maximum() == there.maximum()
        share = bar.value() / max(bar.maximum(), 1)
        for _ in range(_TRIES):
            length = there.maximum()
            there.setValue(bar.value() if same else round(share * length))
            if there.maximum() == length:
                break
        self._moving = False
