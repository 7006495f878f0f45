"""How articles are drawn, as fields: all, a share, a number or none yet; from where, by which strata, which seed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QWidget

from annotator.messages import isolate
from annotator.operations.drawing import Draw
from annotator.store import articles, codebook, rounds
from annotator.ui.rounds import said
from annotator.ui.widgets.flow import Flow
from annotator.ui.widgets.named_rows import named_rows
from annotator.ui.widgets.number import Number
from annotator.ui.widgets.segments import segment, segments

if TYPE_CHECKING:
    from annotator.ui.desk import Desk

_MOST, _STRATA = 1_000_000, 6  # of a count or a seed; kinds of metadata that are offered
_FIFTH = 20  # percent


class DrawFields(QObject):
    """`draw` is what is asked for, None for no articles yet; `changed` when it is something else."""

    changed = Signal()

    def __init__(self, desk: Desk, form: QFormLayout, *, drawn: bool, seed: int) -> None:
        super().__init__(form)
        self._form = form
        db = desk.bridge.project.db
        self.share, self.count, self.again, self.seed = Number(), Number(), Number(), Number()
        self.source = QComboBox()
        self.ways = {
            "share": segment(self.tr("A share")),
            "count": segment(self.tr("A number")),
            "all": segment(self.tr("All")),
            "none": segment(self.tr("None yet")),
        }
        if drawn:
            self.ways["none"].hide()
        self.ways["share"].setChecked(True)
        self.strata = {name: QCheckBox(said.field(name)) for name in rounds.fields(db)[:_STRATA]}
        self._numbers(seed, articles.count(db))
        self.source.addItem(self.tr("all articles of the project"), "")
        for one in codebook.rounds(db):
            self.source.addItem(self.tr("what was coded in %1").replace("%1", isolate(one.id)), one.id)
        self._lay_out()
        for number in (self.share, self.count, self.again, self.seed):
            number.valueChanged.connect(lambda _value: self.changed.emit())
        for way in self.ways.values():
            way.toggled.connect(self._turn)
        for box in self.strata.values():
            box.toggled.connect(lambda _on: self.changed.emit())
        self.source.currentIndexChanged.connect(lambda _row: self.changed.emit())
        self._turn(on=True)

    @property
    def draw(self) -> Draw | None:
        """What is asked for."""
        way = next(name for name, button in self.ways.items() if button.isChecked())
        if way == "none":
            return None
        strata = tuple(name for name, box in self.strata.items() if box.isChecked() and way != "all")
        return Draw(
            share=self.share.value() / 100 if way == "share" else None,
            count=self.count.value() if way == "count" else None,
            seed=self.seed.value(),
            stratify=strata,
            source=str(self.source.currentData()),
            again=self.again.value() / 100,
        )

    def _numbers(self, seed: int, total: int) -> None:
        sign = QLocale().percent().replace("\u061c", "\u200f")
        for number, low, high, value in (
            (self.share, 1, 100, _FIFTH),
            (self.count, 1, _MOST, max(1, min(20, total))),
            (self.again, 0, 100, 0),
            (self.seed, 1, _MOST, seed),
        ):
            number.setRange(low, high)
            number.setValue(value)
            if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:  # digits alone would go to the left
                number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        for number in (self.share, self.again):
            number.setSuffix(sign)

    def _lay_out(self) -> None:
        how = QHBoxLayout()
        how.setSpacing(8)
        how.addWidget(segments(*self.ways.values()))
        how.addWidget(self.share)
        how.addWidget(self.count)
        how.addStretch(1)
        strata = Flow(gap=12)
        for box in self.strata.values():
            strata.put(box)
        form = self._form
        form.addRow(self.tr("Articles"), how)
        named_rows(
            (self.tr("From"), self.source),
            (self.tr("Strata"), strata),
            (self.tr("Seed"), self.seed),
            (self.tr("Coded again"), self.again),
            into=form,
        )
        self.share.setAccessibleName(self.tr("Share of the articles"))
        self.count.setAccessibleName(self.tr("Number of articles"))
        form.setRowVisible(strata, bool(self.strata))
        self.seed.setToolTip(
            self.tr("The same seed draws the same articles on every machine. It is kept with the round.")
        )
        self.again.setToolTip(
            self.tr("Each coder codes this share of their work in other rounds again, without being told.")
        )
        strata.setToolTip(self.tr("Each stratum has its share of the draw; of dates the month counts."))
        self._seeded = (strata, self.seed)

    def _turn(self, on: bool) -> None:
        """Show what goes with the way that is chosen."""
        if not on:
            return
        self.share.setVisible(self.ways["share"].isChecked())
        self.count.setVisible(self.ways["count"].isChecked())
        none, all_ = self.ways["none"].isChecked(), self.ways["all"].isChecked()
        self._form.setRowVisible(self.source, not none)
        self._form.setRowVisible(self.again, not none)
        for field in self._seeded:
            self._form.setRowVisible(field, not none and not (all_ and field is not self.seed) and self._offered(field))
        self.changed.emit()

    def _offered(self, field: QWidget) -> bool:
        return field is self.seed or bool(self.strata)
