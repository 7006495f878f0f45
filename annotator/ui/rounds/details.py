"""One round: its codebook version, plan and seal, and each coder's progress with what can be given to them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QMenu, QProgressBar, QToolButton, QVBoxLayout, QWidget

from annotator.messages import isolate
from annotator.operations import rounds as operations
from annotator.store import codebook, rounds
from annotator.ui.rounds import said
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.labels import label, on_side
from annotator.ui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.models import Round
    from annotator.store.rounds import Progress
    from annotator.ui.desk import Desk
    from annotator.ui.home import Home


_SEAL = 24  # digits of a seal that are shown; the rest is told when somebody points at it


class Details(QWidget):
    """Made anew whenever the round or somebody's progress has changed."""

    def __init__(self, desk: Desk, home: Home, round_: Round) -> None:
        super().__init__()
        self._desk, self._home, self._round = desk, home, round_
        self._db = desk.bridge.project.db
        self._names = {coder.id: coder.name for coder in codebook.coders(self._db)}
        self._may = desk.bridge.project.writable and round_.state == "open"
        self.progress = rounds.progress(self._db, round_.id)
        self.bars: dict[str, QProgressBar] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(10)
        column.addWidget(on_side(label(isolate(round_.id), "title", wrap=True)))
        column.addWidget(self._facts())
        column.addLayout(self._heading())
        if self.progress:
            column.addWidget(self._coders())
        else:
            column.addWidget(label(self.tr("Nobody codes in it yet."), "muted", wrap=True))
        column.addStretch(1)

    def _facts(self) -> QFrame:
        one = self._round
        version = next((each.name for each in codebook.versions(self._db) if each.id == one.codebook), "")
        facts = [
            (self.tr("Kind"), f"{said.kind(one.kind)} · {said.state(one)}"),
            (self.tr("Codebook version"), isolate(version) if version else self.tr("set when it is frozen")),
            (self.tr("Articles"), said.plan(one, self._desk.language)),
            (self.tr("Who sees whom"), said.blindness(one)),
        ]
        if one.expert:
            facts.append((self.tr("Expert"), isolate(self._names.get(one.expert, one.expert))))
        if one.state == "frozen":
            facts.append((self.tr("Frozen"), self._home.language.when(one.frozen)))
            facts += [(self.tr("Seal"), isolate(f"{one.seal[:_SEAL]}…"))] if one.seal else []
        card = QFrame()
        card.setProperty("role", "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(14, 10, 14, 10)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (name, words) in enumerate(facts):
            grid.addWidget(on_side(label(name, "muted")), row, 0, Qt.AlignmentFlag.AlignTop)
            shown = on_side(label(words, wrap=True))
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            shown.setToolTip(one.seal if name == self.tr("Seal") else "")
            grid.addWidget(shown, row, 1)
        return card

    def _heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Coders"), "heading"), 1)
        self.add = button(self.tr("Give to another coder"))
        menu = QMenu(self.add)
        there = {one.coder for one in self.progress}
        for coder, name in self._names.items():
            if coder not in there:
                menu.addAction(isolate(name), partial(self._give_all, coder))
        self.add.setMenu(menu)
        if not (self._may and not menu.isEmpty() and self._articles()):
            self.add.hide()  # not setVisible: it has no parent yet, and would be a window for a moment
        row.addWidget(self.add)
        return row

    def _articles(self) -> list[str]:
        """What the round holds, whoever codes it; what came back to one coder alone is theirs."""
        held = [set(rounds.statuses(self._db, self._round.id, one.coder)) for one in self.progress if one.assigned]
        return sorted(set.intersection(*held)) if held else []

    def _coders(self) -> Rows:
        card = Rows(self._home.theme)
        for one in self.progress:
            card.put(self._coder(one))
        return card

    def _coder(self, one: Progress) -> QWidget:
        name = self._names.get(one.coder, one.coder)
        told = said.progress(one)
        bar = QProgressBar(textVisible=False)
        bar.setRange(0, max(one.assigned, 1))
        bar.setValue(one.done)
        bar.setAccessibleName(f"{isolate(name)}: {told}")
        self.bars[one.coder] = bar
        shown = isolate(name) + (" · " + self.tr("expert") if one.coder == self._round.expert else "")
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(on_side(label(shown, "strong")), 1)
        first.addWidget(on_side(label(told, "small"), end=True))
        first.addWidget(self._more(one))
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(4)
        column.addLayout(first)
        column.addWidget(bar)
        return holder

    def _more(self, one: Progress) -> QToolButton:
        """What can be given to this coder, or taken back."""
        made = QToolButton()
        made.setProperty("role", "quiet")
        made.setIcon(self._home.theme.icon("ellipsis", colour="muted"))
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setAccessibleName(self.tr("Give or take back articles"))
        made.setToolTip(made.accessibleName())
        menu = QMenu(made)
        if self._desk.article and self._desk.article not in rounds.statuses(self._db, self._round.id, one.coder):
            menu.addAction(self.tr("Give the open article"), partial(self._assign, one.coder, [self._desk.article]))
        free = len(rounds.untouched(self._db, self._round.id, one.coder))
        if free:
            words = self.tr("Take back what was not begun (%1)").replace("%1", QLocale().toString(free))
            menu.addAction(words, partial(self._unassign, one.coder))
        made.clicked.connect(lambda _: menu.popup(made.mapToGlobal(QPoint(0, made.height()))))
        if not self._may or menu.isEmpty():
            made.hide()
        return made

    def _give_all(self, coder: str) -> None:
        self._assign(coder, self._articles())

    def _assign(self, coder: str, chosen: Sequence[str]) -> None:
        self._desk.bridge.do(operations.assign, self._round.id, coder, chosen)

    def _unassign(self, coder: str) -> None:
        self._desk.bridge.do(operations.unassign, self._round.id, coder)
