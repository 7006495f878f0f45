"""The line at the foot of the window: who codes, how far, where in the text, its direction, its size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QStatusBar, QWidget

from annotator import messages
from annotator.core.direction import article_direction
from annotator.store import articles, codebook, codings, rounds, tallies
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from annotator.ui.coding import Coding
    from annotator.ui.desk import Desk
    from annotator.ui.language import Language

_TOLD = 6000  # milliseconds that a sentence about an action stays

_COUNTED = ("article", "coder", "coding", "handover", "project", "round")  # what is told comes from these


class Status(QStatusBar):
    """Counts are read when something changed, places when the text moved."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._desk: Desk | None = None
        self._coding: Coding | None = None
        self.setSizeGripEnabled(False)
        self.coder, self.round, self.done, self.place, self.told = label(), label(), label(), label(), label()
        self.direction, self.zoom = label(), label()
        for made in (self.coder, self.round, self.done, self.place):
            self.addWidget(made)
        self.addWidget(self.told, 1)
        for made in (self.direction, self.zoom):
            self.addPermanentWidget(made)
        self._quiet = QTimer(self, singleShot=True, interval=_TOLD)
        self._quiet.timeout.connect(lambda: self.told.setText(""))

    def watch(self, desk: Desk, coding: Coding) -> None:
        """Tell of this project from now on."""
        self._desk, self._coding = desk, coding
        desk.bridge.changed.connect(lambda change: self.count() if change.touches(*_COUNTED) else self.move_on())
        desk.round_changed.connect(lambda _round: self.count())
        desk.mode_changed.connect(lambda _mode: self.move_on())
        coding.shown.connect(self.count)
        coding.moved.connect(self.move_on)
        coding.said.connect(self.tell)
        self.count()

    def forget(self) -> None:
        """No project is open."""
        self._desk = self._coding = None
        for made in (self.coder, self.round, self.done, self.place, self.direction, self.zoom, self.told):
            made.setText("")

    def tell(self, sentence: str) -> None:
        """Say for a while what was done."""
        self.told.setText(self._language.digits(sentence))
        self._quiet.start()

    def count(self) -> None:
        """Read what there is to count."""
        if self._desk is None:
            return
        project, number = self._desk.bridge.project, self._language.number
        coder = codebook.coder(project.db, project.coder)
        self.coder.setText(messages.isolate(coder.name) if coder else self.tr("Nobody codes yet"))
        self.round.setText(self._round())
        self.round.setVisible(bool(self.round.text()))
        done = codings.count_done(project.db, project.coder, self._desk.round)
        words = self.tr("%1 of %Ln article(s) done", "", self._to_code())
        self.done.setText(words.replace("%1", number(done)))
        self.move_on()

    def _round(self) -> str:
        """The round's name and whether it is frozen; nothing while every project's first round is the only one."""
        if self._desk is None:
            return ""
        there = codebook.rounds(self._desk.bridge.project.db)
        found = next((one for one in there if one.id == self._desk.round), None)
        if found is None or (len(there) == 1 and found.state == "open"):
            return ""
        words = self.tr("Round %1, frozen") if found.state == "frozen" else self.tr("Round %1")
        return words.replace("%1", messages.isolate(found.id))

    def _to_code(self) -> int:
        """How many articles are mine to code in this round: those given to me, else all."""
        if self._desk is None:
            return 0
        project = self._desk.bridge.project
        round_ = rounds.get(project.db, self._desk.round)
        if round_ is None or project.coder not in {*round_.coders, round_.expert}:
            return articles.count(project.db)
        return rounds.count_given(project.db, round_.id, project.coder)

    def move_on(self) -> None:
        """Say where in the text one stands."""
        if self._coding is None or self._desk is None or self._coding.text is None or self._desk.mode != "code":
            for made in (self.place, self.direction, self.zoom):
                made.setText("")
            return
        number, surface = self._language.number, self._coding.surface
        spans = sum(tallies.by_label(self._desk.bridge.project.db, coding=self._desk.where.id).values())
        words = self.tr("Paragraph %1").replace("%1", number(surface.paragraph_number()))
        counted = self.tr("%Ln span(s)", "", spans)
        self.place.setText(f"{words} · {counted}")
        self.direction.setText(self._direction(self._coding))
        self.zoom.setText(self._language.percent(round(surface.zoom() * 100)))

    def _direction(self, coding: Coding) -> str:
        chosen = coding.article.direction if coding.article else ""
        side = chosen or article_direction(coding.text.body if coding.text else "")
        words = self.tr("right to left") if side == "rtl" else self.tr("left to right")
        return words if chosen else self.tr("automatic: %1").replace("%1", words)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.told.setText("")
            self.count()
        super().changeEvent(event)
