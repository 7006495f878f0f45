"""What every occurrence is sought of: words, in this article or all, with or without what may be joined to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from annotator.core.occurrences import asked
from annotator.core.words import word_at
from annotator.ui.widgets.segments import segment, segments

if TYPE_CHECKING:
    from annotator.core.models import Boundary
    from annotator.ui.text.surface import Surface

_PAUSE = 250  # milliseconds after the last letter
_MOST = 100  # code points of words that are sought


class EveryQuery(QWidget):
    """`changed` when something else is to be sought; `only_new` filters what was found."""

    changed = Signal()

    def __init__(self, rule: Boundary, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Words to find"))
        self.field.setPlaceholderText(self.tr("Words to find"))
        self.here, self.everywhere = segment(self.tr("This article")), segment(self.tr("The whole project"))
        self.here.setChecked(True)
        self.suffixes = QCheckBox(self.tr("Also with a pronoun at the end"))
        self.suffixes.setToolTip(self.tr("الرئيس also as رئيسه, رئيسها, رئيسنا …"))
        self.bare = QCheckBox(self.tr("Leave joined particles out of the span"))
        self.bare.setChecked(not rule.clitics)
        self.bare.setToolTip(
            self.tr("و ف ب ك ل س before the word; the project’s rule for edges says how it is at first")
        )
        self.only_new = QCheckBox(self.tr("Only what is not coded yet"))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.changed)
        self.field.textChanged.connect(lambda _words: self._pause.start())
        self.everywhere.toggled.connect(lambda _on: self.ask())
        for switch in (self.suffixes, self.bare):
            switch.toggled.connect(lambda _on: self.ask())
        self._lay_out()

    def words(self) -> str:
        """What is sought."""
        return " ".join(self.field.text().split())

    def ask(self) -> None:
        """Seek now."""
        self._pause.stop()
        self.changed.emit()

    def _lay_out(self) -> None:
        switches = QHBoxLayout()
        switches.setSpacing(16)
        for widget in (self.suffixes, self.bare, self.only_new):
            switches.addWidget(widget)
        switches.addStretch(1)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(16)
        layout.addWidget(self.field, 0, 0)
        layout.addWidget(segments(self.here, self.everywhere), 0, 1)
        layout.addLayout(switches, 1, 0, 1, 2)
        layout.setColumnStretch(0, 1)


def meant(surface: Surface) -> str:
    """The words that somebody points at: the selection, the head or the words of the span in focus, else a word."""
    mark = surface.view.marks.by_id.get(surface.focused_mark())
    ranges = surface.fragments() or (mark and (mark.head or mark.fragments)) or ()
    body = surface.text.body
    if len(ranges) != 1 or ranges[0][1] - ranges[0][0] > _MOST:
        word = word_at(body, surface.caret()) if body else None
        ranges = (word,) if word else ()
    return asked(" ".join(body[slice(*ranges[0])].split())) if ranges else ""
