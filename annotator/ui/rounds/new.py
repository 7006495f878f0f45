"""A new round, or the draw of one that is there: who codes what for what, and before it is done what would be drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QRandomGenerator, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.core.errors import AnnotatorError
from annotator.messages import comma, isolate
from annotator.operations import people
from annotator.operations import rounds as operations
from annotator.operations.rounds import Terms
from annotator.store import codebook, rounds
from annotator.ui.dialogs.base import Dialog
from annotator.ui.rounds import said
from annotator.ui.rounds.drawing import DrawFields
from annotator.ui.rounds.strata import StrataTable
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.flow import Flow
from annotator.ui.widgets.labels import label, on_side

if TYPE_CHECKING:
    from annotator.core.models import Round, RoundKind
    from annotator.ui.desk import Desk
    from annotator.ui.home import Home

_PAUSE = 120  # milliseconds after the last touch till it is drawn in the mind
_SEEDS = 10_000


class NewRound(Dialog):
    """`opened` tells the name of a round that was opened. Nothing is done before the button is pressed."""

    opened = Signal(str)

    def __init__(self, desk: Desk, home: Home, parent: QWidget, round_: Round | None = None) -> None:
        super().__init__("", parent, width=860)
        self._desk, self._home, self._round = desk, home, round_
        self.setProperty("of_project", True)
        self.setWindowTitle(self.tr("New round") if round_ is None else self.tr("Draw articles"))
        self.name, self.kind, self.expert = QLineEdit(), QComboBox(), QComboBox()
        self.blind = QCheckBox(self.tr("Blind: nobody sees another’s work on an article before all are done"))
        self.coders: dict[str, QCheckBox] = {}
        self.newcomer = QLineEdit()
        self._form = QFormLayout()
        self.table = StrataTable()
        self.sentence = on_side(label(wrap=True))
        self._soon = QTimer(self, interval=_PAUSE, singleShot=True)
        self._soon.timeout.connect(self.look)
        self._fill()
        self._lay_out()
        self._connect()
        self.add_button(self.tr("Cancel"), self.reject)
        words = self.tr("Open the round") if round_ is None else self.tr("Draw the articles")
        self.go = self.add_button(words, self.do, default=True)
        self.look()
        (self.name if round_ is None else self.drawing.share).setFocus()

    # -- what is asked

    @property
    def terms(self) -> Terms:
        """What was chosen of the round itself."""
        kind = cast("RoundKind", self.kind.currentData())
        expert = str(self.expert.currentData() or "") if kind == "training" else ""
        coders = tuple(coder for coder, box in self.coders.items() if box.isChecked() and coder != expert)
        return Terms(kind, coders, self.blind.isChecked(), expert)

    def look(self) -> None:
        """Say what would be drawn, or what does not go."""
        self._soon.stop()
        name = self.name.text().strip()
        self.say("")
        self.table.show_strata((), ())
        how = self.drawing.draw
        if trouble := self._trouble(name, drawn=how is not None):
            self.sentence.setText("")
            self.say(trouble)
            self.go.setEnabled(False)
            return
        self.go.setEnabled(bool(name))
        if how is None:
            self.sentence.setText(self.tr("No articles yet: they can be drawn or given later."))
            return
        try:
            found = operations.preview(self._desk.bridge.project, name or "…", how, self.terms)
        except AnnotatorError as error:
            self.sentence.setText("")
            if name or error.key != "empty_name":
                self.say(self._home.language.say(error))
            self.go.setEnabled(False)
            return
        drawn, pool = len(found.sample.articles), found.sample.pool
        self.sentence.setText(self._told(drawn, pool, found))
        self.table.show_strata(how.stratify, found.sample.strata if how.stratify else (), self._desk.language)

    def _trouble(self, name: str, *, drawn: bool) -> str:
        """What does not go, whatever is drawn."""
        if self._round is None and rounds.get(self._desk.bridge.project.db, " ".join(name.split())) is not None:
            return self._home.language.say(AnnotatorError("round_exists", round=name))
        return self.tr("Choose who is to code.") if drawn and not self.terms.coders else ""

    def do(self) -> None:
        """Open it, or draw."""
        name, how = self.name.text().strip(), self.drawing.draw
        if how is None:
            done = self._desk.bridge.do(operations.open_round, name, self.terms)
        else:
            done = self._desk.bridge.do(operations.draw, name, how, self.terms)
        if done is not None:
            self.opened.emit(str(done.facts["round"]))
            self.accept()

    def _told(self, drawn: int, pool: int, found: operations.Drawing) -> str:
        number = self._home.language.number
        words = self.tr("%1 of %Ln article(s)", "", pool).replace("%1", number(drawn))
        each = self.tr("for each of %Ln coder(s)", "", len(found.coders))
        back = sum(map(len, found.again.values()))
        more = ""
        if self.drawing.again.value():
            more = " " + self.tr("To be coded again: %1.").replace("%1", number(back))
        return f"{words}{comma(self._desk.language)}{each}.{more}"

    # -- how it stands

    def _fill(self) -> None:
        for kind in said.KINDS:
            self.kind.addItem(said.kind(kind), kind)
        self.kind.setCurrentIndex(self.kind.findData(self._round.kind if self._round else "reliability"))
        self.blind.setChecked(self._round.blind if self._round else True)
        self.expert.addItem("—", "")
        there = codebook.coders(self._desk.bridge.project.db)
        for coder in there:
            self.expert.addItem(isolate(coder.name), coder.id)
        if self._round is not None:
            self.name.setText(self._round.id)
            self.expert.setCurrentIndex(max(0, self.expert.findData(self._round.expert)))
        for each in (self.name, self.kind, self.blind, self.expert):
            each.setEnabled(self._round is None)
        chosen = set(self._round.coders) if self._round and self._round.coders else {coder.id for coder in there}
        self._people = Flow(gap=12)
        for coder in there:
            self._add_box(coder.id, coder.name, on=coder.id in chosen)

    def _add_box(self, coder: str, name: str, *, on: bool) -> None:
        box = QCheckBox(isolate(name))
        box.setChecked(on)
        box.setEnabled(not (self._round and coder in self._round.coders))
        box.toggled.connect(lambda _on: self._soon.start())
        self.coders[coder] = box
        self._people.put(box)

    def _add_person(self) -> None:
        if (name := self.newcomer.text().strip()) and (
            done := self._desk.bridge.do(people.add_coder, name)
        ) is not None:
            self.newcomer.clear()
            self._add_box(str(done.facts["coder"]), name, on=True)
            self.expert.addItem(isolate(name), str(done.facts["coder"]))
            self._soon.start()

    def _lay_out(self) -> None:
        form, start, end, both = self._form, QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        both.setSpacing(22)
        both.addLayout(start, 3)
        both.addLayout(end, 2)
        self.body.addLayout(both, 1)  # before it is filled: a row that is shown in no window would be one itself
        start.setSpacing(12)
        start.addLayout(form)
        start.addStretch(1)
        end.setSpacing(8)
        form.setSpacing(10)
        who = QVBoxLayout()
        who.setSpacing(8)
        who.addWidget(self._people)
        row = QHBoxLayout()
        row.addWidget(self.newcomer, 1)
        row.addWidget(button(self.tr("Add"), pressed=self._add_person))
        who.addLayout(row)
        self.newcomer.setPlaceholderText(self.tr("Somebody new: a name"))
        self.newcomer.setAccessibleName(self.newcomer.placeholderText())
        rows: list[tuple[str, Any]] = [
            (self.tr("Name"), self.name),
            (self.tr("Kind"), self.kind),
            (self.tr("Coders"), who),
            (self.tr("Expert"), self.expert),
            ("", self.blind),
        ]
        for words, field in rows:
            form.addRow(words, field)
            if isinstance(field, QWidget) and words:
                field.setAccessibleName(words)
        seed = QRandomGenerator.global_().bounded(1, _SEEDS)
        self.drawing = DrawFields(self._desk, form, drawn=self._round is not None, seed=seed)
        end.addWidget(label(self.tr("What would be drawn"), "heading"))
        end.addWidget(self.sentence)
        end.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.name.textChanged.connect(lambda _text: self._soon.start())
        self.kind.currentIndexChanged.connect(lambda _row: self._show_expert())
        self.expert.currentIndexChanged.connect(lambda _row: self._soon.start())
        self.newcomer.returnPressed.connect(self._add_person)
        self.drawing.changed.connect(self._soon.start)
        self._desk.bridge.failed.connect(self._refused)  # a lambda would be called when this is gone
        self._show_expert()

    def _refused(self, error: BaseException) -> None:
        self.say(self._home.language.say(error))

    def _show_expert(self) -> None:
        self._form.setRowVisible(self.expert, self.kind.currentData() == "training")
        self._soon.start()
