"""What is chosen before anything is computed: the round, the coders, beside whom, the unit, whether edges count."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.messages import isolate
from annotator.review.units import UNITS
from annotator.store import codebook
from annotator.ui.agreement.asked import Asked, coders_of, offered_rounds
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.flow import Flow
from annotator.ui.widgets.labels import label, on_side

if TYPE_CHECKING:
    from annotator.review.units import Unit
    from annotator.ui.desk import Desk
    from annotator.ui.home import Home

_LETTERS = 16  # that a field has room for


class Choices(QWidget):
    """`changed` when something else is to be compared."""

    changed = Signal()

    def __init__(self, desk: Desk, home: Home) -> None:
        super().__init__()
        self._desk, self._home = desk, home
        self.round, self.beside, self.unit = (_field() for _ in range(3))
        self.trim = QCheckBox(self.tr("Ignore spaces and punctuation at the edges"))
        self.coders: dict[str, QPushButton] = {}
        self.chips = Flow()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        fields = QHBoxLayout()
        fields.setSpacing(14)
        for words, field, stretch in self._fields():
            fields.addLayout(_under(words, field), stretch)
        column.addLayout(fields)
        below = QHBoxLayout()
        below.setSpacing(14)
        below.addWidget(self.chips, 1)
        below.addWidget(self.trim)
        column.addLayout(below)
        self._fill()
        self.round.activated.connect(lambda _row: self._other_round())
        self.beside.activated.connect(lambda _row: self._other_company())
        self.unit.activated.connect(lambda _row: self.changed.emit())
        self.trim.clicked.connect(lambda _on: self.changed.emit())

    def _fields(self) -> list[tuple[str, QComboBox, int]]:
        return [
            (self.tr("Round"), self.round, 3),
            (self.tr("Compared with"), self.beside, 3),
            (self.tr("Unit"), self.unit, 2),
        ]

    def _fill(self) -> None:
        units = {
            "token": self.tr("Words"),
            "span": self.tr("Spans alone"),
            "sentence": self.tr("Sentences"),
            "paragraph": self.tr("Paragraphs"),
            "article": self.tr("Whole articles"),
        }
        for unit in UNITS:
            self.unit.addItem(units[unit], unit)
        self.read_again()

    def read_again(self) -> None:
        """Offer what the project has, and stay at what was chosen; at first the desk's round, if it was coded."""
        project = self._desk.bridge.project
        there = offered_rounds(project)
        wanted = self.round.currentData() or self._desk.round
        self.round.clear()
        for one in there:
            self.round.addItem(f"{isolate(one.id)} · {self._state(one.state, one.frozen)}", one.id)
        names = [one.id for one in there]
        if self.beside.count() == 0 and len(coders_of(project, wanted)) < 2:  # noqa: PLR2004
            wanted = next((name for name in names if len(coders_of(project, name)) > 1), wanted)
        self.round.setCurrentIndex(max(0, names.index(wanted) if wanted in names else 0))
        self._fill_company(names)
        self._fill_coders()

    def _state(self, state: str, frozen: str) -> str:
        if state == "frozen":
            return self.tr("frozen %1").replace("%1", isolate(self._home.language.when(frozen)))
        return self.tr("open, provisional")

    def _fill_company(self, names: list[str]) -> None:
        chosen = self.beside.currentData()
        self.beside.clear()
        self.beside.addItem(self.tr("each other"), "")
        for name in names:
            if name != self.round.currentData():
                own = self.tr("their own work in %1").replace("%1", isolate(name))
                self.beside.addItem(own, name)
        self.beside.setCurrentIndex(max(0, self.beside.findData(chosen)))

    def _fill_coders(self) -> None:
        """A chip for each who began something there; all are chosen, or of one's own work the first."""
        db, alone = self._desk.bridge.project.db, bool(self.beside.currentData())
        before = [coder for coder, chip in self.coders.items() if chip.isChecked()]
        for gone in self.coders.values():
            gone.hide()
            gone.deleteLater()
        there = coders_of(self._desk.bridge.project, str(self.round.currentData() or ""))
        kept = [coder for coder in there if coder in before]
        chosen = (kept or there)[:1] if alone else kept if len(kept) > 1 else there
        self.coders = {}
        self.chips.clear()
        for one in codebook.coders(db):
            if one.id in there:
                chip = button(isolate(one.name), "chip")
                chip.setCheckable(True)
                chip.setAccessibleName(self.tr("Coder %1").replace("%1", isolate(one.name)))
                chip.setChecked(one.id in chosen)
                chip.clicked.connect(lambda _on, coder=one.id: self._press(coder))
                self.coders[one.id] = chip
                self.chips.put(chip)
                chip.show()

    def _press(self, coder: str) -> None:
        """One more or one less; of one's own work one alone."""
        if self.beside.currentData():
            for each, chip in self.coders.items():
                chip.setChecked(each == coder)
        self.changed.emit()

    def _other_round(self) -> None:
        self._fill_company([one.id for one in offered_rounds(self._desk.bridge.project)])
        self._other_company()

    def _other_company(self) -> None:
        self._fill_coders()
        self.changed.emit()

    @property
    def asked(self) -> Asked:
        """What is chosen."""
        return Asked(
            str(self.round.currentData() or ""),
            tuple(coder for coder, chip in self.coders.items() if chip.isChecked()),
            cast("Unit", self.unit.currentData()),
            self.trim.isChecked(),
            str(self.beside.currentData() or ""),
        )

    def choose(self, **what: str) -> None:
        """Choose a `round`, a `unit`, or a round to compare one coder with themselves (`beside`), as a person would."""
        for name, value in what.items():
            field: QComboBox = getattr(self, name)
            field.setCurrentIndex(field.findData(value))
            field.activated.emit(field.currentIndex())


def _field() -> QComboBox:
    made = QComboBox()
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(_LETTERS)
    return made


def _under(words: str, field: QComboBox) -> QVBoxLayout:
    """A field with its name over it."""
    column = QVBoxLayout()
    column.setSpacing(3)
    name = on_side(label(words, "small"))
    name.setBuddy(field)
    field.setAccessibleName(words)
    column.addWidget(name)
    column.addWidget(field)
    return column
