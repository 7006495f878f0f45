"""The window on rounds: which there are, how each was drawn, how far everybody is, what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem

from annotator.messages import isolate
from annotator.store import codebook, rounds
from annotator.ui.dialogs.base import Dialog
from annotator.ui.rounds import said
from annotator.ui.rounds.details import Details
from annotator.ui.widgets.form_area import FormArea

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from annotator.core.changes import Change
    from annotator.core.models import Round
    from annotator.ui.desk import Desk
    from annotator.ui.home import Home

_SIZE, _LIST = QSize(920, 600), 300  # pixels
_PAUSE = 60  # milliseconds in which several changes are one
_READ = ("round", "coding", "coder", "article", "codebook")


class RoundsDialog(Dialog):
    """Stays open beside the text and follows what is done. The round that one works in is chosen here too."""

    def __init__(self, desk: Desk, home: Home, parent: QWidget) -> None:
        super().__init__("", parent, width=760)
        self.setProperty("of_project", True)  # closed with it
        self.setWindowTitle(self.tr("Rounds"))
        self._desk, self._home = desk, home
        self.list = QListWidget()
        self.area = FormArea()
        self._lay_out()
        self.new = self.add_start(self.tr("New round…"), self._open_new)
        self.draw = self.add_button(self.tr("Draw its articles…"), self._draw)
        self.freeze = self.add_button(self.tr("Freeze…"), self._freeze)
        self.work = self.add_button(self.tr("Work in this round"), self._work)
        self.add_button(self.tr("Close"), self.close)
        self._soon = QTimer(self, interval=_PAUSE, singleShot=True)
        self._soon.timeout.connect(self.read_again)
        self.list.currentItemChanged.connect(lambda *_: self._show())
        self.list.itemActivated.connect(lambda _item: self._work())
        desk.bridge.changed.connect(self._heard)
        desk.bridge.failed.connect(self._refused)
        desk.round_changed.connect(self._moved)
        self.resize(_SIZE)
        self.read_again(desk.round)
        self.list.setFocus()

    @property
    def chosen(self) -> Round | None:
        """The chosen round."""
        item = self.list.currentItem()
        return cast("Round", item.data(Qt.ItemDataRole.UserRole)) if item is not None else None

    def choose(self, name: str) -> None:
        """Show this round."""
        self.read_again(name)

    def read_again(self, choose: str = "") -> None:
        """Show what the project has, and stay at the chosen round."""
        self._soon.stop()
        wanted = choose or (self.chosen.id if self.chosen else "")
        db = self._desk.bridge.project.db
        there, counts = codebook.rounds(db), rounds.count_articles(db)
        self.list.blockSignals(True)
        self.list.clear()
        for one in there:
            self._put(one, counts.get(one.id, 0))
        names = [one.id for one in there]
        self.list.setCurrentRow(names.index(wanted) if wanted in names else 0)
        self.list.blockSignals(False)
        self._show()

    def _put(self, one: Round, count: int) -> None:
        name = isolate(one.id)
        if one.id == self._desk.round:
            name += " · " + self.tr("you work here")
        detail = " · ".join((said.kind(one.kind), said.state(one), said.articles(count)))
        item = QListWidgetItem(f"{name}\n{detail}")
        item.setIcon(self._home.theme.icon("lock" if one.state == "frozen" else "pencil", colour="muted"))
        item.setData(Qt.ItemDataRole.UserRole, one)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{one.id}, {detail}")
        self.list.addItem(item)

    def _show(self) -> None:
        one, writable = self.chosen, self._desk.bridge.project.writable
        open_ = one is not None and one.state == "open"
        self.new.setEnabled(writable)
        self.draw.setEnabled(writable and open_ and one is not None and not one.plan)
        self.freeze.setEnabled(writable and open_)
        self.work.setEnabled(one is not None and one.id != self._desk.round)
        if one is not None:
            page = Details(self._desk, self._home, one)
            self.area.show_page(page, {})

    def _work(self) -> None:
        if self.chosen is not None:
            self._desk.choose_round(self.chosen.id)

    def _open_new(self) -> None:
        from annotator.ui.rounds.new import NewRound  # noqa: PLC0415  (seldom)

        dialog = NewRound(self._desk, self._home, self)
        dialog.opened.connect(self.choose)
        dialog.open()

    def _draw(self) -> None:
        from annotator.ui.rounds.new import NewRound  # noqa: PLC0415

        self._catch_up()
        if self.chosen is not None and self.draw.isEnabled():
            NewRound(self._desk, self._home, self, self.chosen).open()

    def _freeze(self) -> None:
        from annotator.ui.rounds.freezing import FreezeDialog  # noqa: PLC0415

        self._catch_up()
        if self.chosen is not None and self.freeze.isEnabled():
            FreezeDialog(self._desk, self._home, self.chosen.id, self).open()

    def _catch_up(self) -> None:
        """What was done a moment ago counts too."""
        if self._soon.isActive():
            self.read_again()

    def _heard(self, change: Change) -> None:
        self.say("")
        if change.touches(*_READ):
            self._soon.start()

    def _moved(self, _round: str) -> None:
        self.read_again()

    def _refused(self, error: BaseException) -> None:
        self.say(self._home.language.say(error))

    def _lay_out(self) -> None:
        self.list.setAccessibleName(self.tr("Rounds"))
        self.list.setIconSize(QSize(16, 16))
        self.list.setFixedWidth(_LIST)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        both = QHBoxLayout()
        both.setSpacing(18)
        both.addWidget(self.list)
        both.addWidget(self.area, 1)
        self.body.addLayout(both, 1)

    def changeEvent(self, event: QEvent) -> None:
        """In another language it is another window: this one is closed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.close()
        super().changeEvent(event)
