"""Cyclic garbage is collected on the window's thread alone: on another, Qt's objects would be deleted there."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1_000  # milliseconds between two looks
_GENERATIONS = (2, 1, 0)


class Garbage(QObject):
    """Collects as often as Python would have, from a timer of the thread that made it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what a start made stays to the end: no look goes through it again
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation that is due."""
        counts, limits = gc.get_count(), gc.get_threshold()
        due = next((old for old in _GENERATIONS if counts[old] > limits[old]), None)
        if due is not None:
            gc.collect(due)

    def leave(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
