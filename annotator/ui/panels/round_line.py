"""The line over the articles that says in which round one works, and whether only one's own articles are listed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QCheckBox, QMenu, QVBoxLayout, QWidget

from annotator.messages import isolate
from annotator.store import codebook, codings, rounds
from annotator.ui.widgets.quiet import QuietMenu
from annotator.ui.widgets.speaking import Speaking

if TYPE_CHECKING:
    from annotator.core.changes import Change
    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme

_FIRST = "main"


class RoundLine(Speaking):
    """Hidden while there is but the one round that every project has, and nobody was given anything in it.

    `only_mine` tells whether the list is to hold one's own articles alone, `wants_rounds` that all rounds are wanted.
    """

    only_mine = Signal(bool)
    wants_rounds = Signal()

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.round = QuietMenu(theme)
        self.round.quiet, self.round.from_start = False, True
        self.mine = QCheckBox()
        self._menu = QMenu(self.round)
        self._menu.aboutToShow.connect(self._offer)
        self.round.setMenu(self._menu)
        self.mine.clicked.connect(lambda on: self.only_mine.emit(bool(on)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.round)
        column.addWidget(self.mine)
        desk.round_changed.connect(lambda _round: self.read_again())
        desk.bridge.changed.connect(self._heard)
        self.retranslate()

    def read_again(self) -> None:
        """Say which round it is and how far one is in it."""
        db, me = self._desk.bridge.project.db, self._desk.bridge.project.coder
        round_ = rounds.get(db, self._desk.round)
        given = round_ is not None and me in {*round_.coders, round_.expert}
        many = len(codebook.rounds(db)) > 1
        self.setVisible(many or given or self._desk.round != _FIRST)
        self.mine.setVisible(given)
        if given and round_ is not None:
            done, all_ = codings.count_done(db, me, round_.id), rounds.count_given(db, round_.id, me)
            words = self.tr("%1 · %2 of %3 done")
            counts = (QLocale().toString(count) for count in (done, all_))
            for place, value in zip(("%1", "%2", "%3"), (isolate(round_.id), *counts), strict=True):
                words = words.replace(place, value)
        else:
            words = self.tr("Round: %1").replace("%1", isolate(self._desk.round))
        self.round.setText(words)
        self.round.setAccessibleName(words)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.mine.setText(self.tr("Only those given to me"))
        self.round.setToolTip(self.tr("The round that you work in"))
        self.read_again()

    def _offer(self) -> None:
        self._menu.clear()
        for one in codebook.rounds(self._desk.bridge.project.db):
            words = isolate(one.id) + (" · " + self.tr("frozen") if one.state == "frozen" else "")
            action = self._menu.addAction(words, partial(self._desk.choose_round, one.id))
            action.setCheckable(True)
            action.setChecked(one.id == self._desk.round)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("All rounds…"), self.wants_rounds.emit)

    def _heard(self, change: Change) -> None:
        if change.touches("round", "coding"):
            self.read_again()
