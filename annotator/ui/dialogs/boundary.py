"""The project's rule for the edges of spans: four switches, what a drag takes, and one's spans that break the rule."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QTimer
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from annotator.operations import boundary
from annotator.store import codebook
from annotator.ui.dialogs.base import Dialog
from annotator.ui.language import marked
from annotator.ui.models.span_lines import SpanLines, reveal
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.edge_example import EdgeExample
from annotator.ui.widgets.empty import Empty
from annotator.ui.widgets.labels import label
from annotator.ui.widgets.span_list import SpanList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.changes import Change
    from annotator.operations.boundary import Breaking
    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme

SWITCHES = {
    "words": marked("BoundaryDialog", "Whole words"),
    "clitics": marked("BoundaryDialog", "Joined particles are inside (و ف ب ك ل س ال)"),
    "quotes": marked("BoundaryDialog", "Quotation marks round the words are inside"),
    "punctuation": marked("BoundaryDialog", "Brackets and other punctuation at the edges are inside"),
}
_TABLES = ("project", "annotation", "article", "round", "label")
_SLICE = 0.012  # seconds of looking between two looks at the keyboard
_ASIDE, _DOWN = 16, 84  # pixels from the window's edge and top


class BoundaryDialog(Dialog):
    """Stands beside the text, which shows the span of the row that one comes to. Every switch holds at once."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget) -> None:
        super().__init__("", parent, width=520)
        self.setProperty("of_project", True)  # closed with it
        self._window = parent.window()
        self._desk = desk
        self._looked: Iterator[Breaking] = iter(())
        self._unticked: set[str] = set()
        self._lines = SpanLines(desk)
        self.example = EdgeExample(theme)
        self.legend = label(role="small", wrap=True)
        self.switches = {name: QCheckBox() for name in SWITCHES}
        for name, box in self.switches.items():
            box.clicked.connect(lambda on, name=name: self._switch(name, on))
        self.heading = label(role="heading")
        self.list = SpanList(theme, ticks=True)
        self.list.chosen.connect(lambda line: reveal(desk, line))
        self.list.ticked_changed.connect(self._count)
        self.nothing = Empty("")
        self.nothing.sentence.setWordWrap(False)
        QVBoxLayout(self.list.viewport()).addWidget(self.nothing)
        self.all_of_them = button("", "link", pressed=lambda: self.list.tick_all(on=not self.list.ticked()))
        self._lay_out()
        self.close_button = self.add_button("", self.accept)
        self.go = self.add_button("", self.mend, default=True)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look_on)
        desk.bridge.changed.connect(self._heard)
        self.retranslate()
        self._look()
        self.resize(560, 640)

    def _lay_out(self) -> None:
        for widget in (*self.switches.values(), self.example, self.legend):
            self.body.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.heading, 1)
        row.addWidget(self.all_of_them)
        self.body.addSpacing(6)
        self.body.addLayout(row)
        self.body.addWidget(self.list, 1)

    def show_beside(self, *, rtl: bool) -> None:
        """At the side of the window where the lines of the text end; `rtl` is how the text reads."""
        x = _ASIDE if rtl else max(_ASIDE, self._window.width() - self.width() - _ASIDE)
        self.move(self._window.mapToGlobal(QPoint(x, _DOWN)))
        self.show()
        self.switches["words"].setFocus()

    def is_looking(self) -> bool:
        """Whether there may be more spans than the list shows."""
        return self._timer.isActive()

    def mend(self) -> None:
        """Move the edges of the ticked spans, as one action."""
        if ticked := self.list.ticked():
            self._desk.bridge.do(boundary.mend, [line.annotation for line in ticked])

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setWindowTitle(self.tr("Edges of spans"))
        for name, box in self.switches.items():
            box.setText(self.tr(SWITCHES[name]))
        self.example.setAccessibleName(self.tr("What a drag takes"))
        self.legend.setText(self.tr("Underlined: what the mouse is drawn over. Tinted: what is taken."))
        self.heading.setText(self.tr("My spans that break the rule"))
        self.list.setAccessibleName(self.tr("My spans that break the rule"))
        self.all_of_them.setText(self.tr("All or none"))
        self.close_button.setText(self.tr("Close"))
        self._lines = SpanLines(self._desk)
        self._count()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange and self.isVisible():  # a closed one's project may be gone
            self.retranslate()
            self._look()
        super().changeEvent(event)

    # -- the rule

    def _switch(self, name: str, on: bool) -> None:
        rule = codebook.project(self._desk.bridge.project.db).boundary
        if self._desk.bridge.do(boundary.set_boundary, replace(rule, **{name: on})) is None:
            self._show_rule()

    def _show_rule(self) -> None:
        project = self._desk.bridge.project
        rule = codebook.project(project.db).boundary
        for name, box in self.switches.items():
            box.setChecked(getattr(rule, name))
            box.setEnabled(project.writable and (name == "words" or rule.words))
        self.example.show_rule(rule)

    # -- the spans

    def _heard(self, change: Change) -> None:
        if change.touches(*_TABLES):
            self._look()

    def _look(self) -> None:
        """Begin to look for spans that break the rule; what was unticked stays so."""
        self._show_rule()
        self._unticked = {line.annotation for line in self.list.lines()} - {
            line.annotation for line in self.list.ticked()
        }
        self._lines = SpanLines(self._desk)
        self.list.put([])
        project = self._desk.bridge.project
        self._looked = boundary.each_breaking(project, coder=project.coder)
        self._timer.start(0)
        self._count()

    def _look_on(self) -> None:
        found, until = [], perf_counter() + _SLICE
        while perf_counter() < until:
            one = next(self._looked, None)
            if one is None:
                self._timer.stop()
                break
            found.append(self._lines.line(one.annotation, one.article, one.annotation.quotes, one.quotes))
        self.list.add(found, unticked=self._unticked)

    def _count(self) -> None:
        count, rows = len(self.list.ticked()), self.list.count()
        self.go.setText(self.tr("Mend the ticked ones (%Ln)", "", count) if count else self.tr("Mend the ticked ones"))
        self.go.setEnabled(bool(count) and self._desk.bridge.project.writable)
        self.all_of_them.setVisible(rows > 1)
        self.nothing.say(self.tr("Looking…") if self.is_looking() else self.tr("All my spans keep the rule."))
        self.nothing.setVisible(not rows)
