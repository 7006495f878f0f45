"""Ways beside each other in one frame, one of which is always chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton


def segment(words: str) -> QToolButton:
    """One of the ways; Space on it chooses it."""
    made = QToolButton()
    made.setText(words)
    made.setProperty("role", "segment")
    made.setCheckable(True)
    made.setAutoExclusive(True)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def segments(*ways: QToolButton) -> QFrame:
    """The frame round them."""
    frame = QFrame()
    frame.setProperty("role", "segments")
    layout = QHBoxLayout(frame)
    layout.setContentsMargins(2, 2, 2, 2)
    layout.setSpacing(1)
    for way in ways:
        layout.addWidget(way)
    return frame
