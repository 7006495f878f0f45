"""The project's word lists, which light up while reading. Every change is an action of its own, kept when meant."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QMenu, QStackedLayout, QVBoxLayout, QWidget

from annotator.core.models import WordList
from annotator.messages import isolate
from annotator.operations import lists as operations
from annotator.store import lists
from annotator.ui.dialogs.base import Dialog
from annotator.ui.dialogs.word_list_form import LANGUAGES, WordListForm, language_name
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.drawing import chip_icon
from annotator.ui.widgets.empty import Empty

if TYPE_CHECKING:
    from annotator.core.changes import Change
    from annotator.ui.desk import Desk
    from annotator.ui.language import Language
    from annotator.ui.theme import Theme

_SIZE = QSize(780, 520)
_DRAFT = ""  # the id of a list that has no words yet, and so is none of the project's
_HUE = 48


class WordListsDialog(Dialog):
    """The lists at the start side, the chosen one at the end side."""

    def __init__(self, desk: Desk, theme: Theme, language: Language, parent: QWidget) -> None:
        super().__init__("", parent, width=640)
        self.setProperty("of_project", True)
        self.setWindowTitle(self.tr("Word lists"))
        self._desk, self._theme, self._language = desk, theme, language
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Word lists"))
        self.form = WordListForm(theme, desk, self)
        words = self.tr("No word list is in this project yet. Add one that comes with the program, or your own.")
        self.empty = Empty(words, parent=self)
        self.add = button(self.tr("Add a list"))
        self.remove = button(self.tr("Delete the list"), pressed=self._remove)
        self._menu = QMenu(self.add)
        self._menu.aboutToShow.connect(self._offer)
        self.add.setMenu(self._menu)
        self._lay_out()
        self.list.currentItemChanged.connect(lambda item, _old: self._show(item))
        self.form.edited.connect(self._edit)
        desk.bridge.changed.connect(self._heard)
        desk.bridge.failed.connect(self._refused)
        self.add_button(self.tr("Close"), self.accept)
        self.resize(_SIZE)
        self.read_again()

    def read_again(self, choose: str | None = None) -> None:
        """Show what the project has, and stay at the chosen list."""
        wanted = self.chosen() if choose is None else choose
        self.say("")
        self.list.blockSignals(True)
        self.list.clear()
        for one in lists.every(self._desk.bridge.project.db):
            self._put(one)
        if wanted == _DRAFT and self.form.shown is not None and self.form.shown.id == _DRAFT:
            self._put(self.form.shown)
        rows = [self.list.item(row).data(Qt.ItemDataRole.UserRole).id for row in range(self.list.count())]
        self.list.setCurrentRow(rows.index(wanted) if wanted in rows else 0)
        self.list.blockSignals(False)
        self._show(self.list.currentItem())

    def chosen(self) -> str | None:
        """The id of the chosen list, "" for one without words yet, None for none."""
        item = self.list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole).id if item else None

    def accept(self) -> None:
        """Keep what was written in a field and not yet left."""
        self.form.flush()
        if not self.trouble.isVisible():
            super().accept()

    def reject(self) -> None:
        """Escape keeps it as well: nothing here has to be saved."""
        self.form.flush()
        super().reject()

    # -- the lists

    def _put(self, one: WordList) -> None:
        count = self.tr("%Ln word(s)", "", len(one.words))
        name = self._desk.words(one.names, one.id)
        item = QListWidgetItem(f"{isolate(name)}\n{language_name(one.language)} · {count}")
        item.setIcon(chip_icon(self._theme, one.hue, 0))
        item.setData(Qt.ItemDataRole.UserRole, one)
        self.list.addItem(item)

    def _show(self, item: QListWidgetItem | None) -> None:
        self.remove.setEnabled(item is not None)
        self._pages.setCurrentWidget(self.form if item is not None else self.empty)
        if item is not None:
            self.form.show_list(item.data(Qt.ItemDataRole.UserRole))

    def _offer(self) -> None:
        """The program's lists that are not here yet, then one of one's own."""
        self._menu.clear()
        there = {one.id for one in lists.every(self._desk.bridge.project.db)}
        for starter in operations.starters():
            if starter.key not in there:
                words = isolate(self._desk.words(starter.names, starter.key))
                self._menu.addAction(words, partial(self._add_starter, starter.key))
        self._menu.addSeparator()
        self._menu.addAction(self.tr("A list of my own"), self.begin_own)

    def _add_starter(self, key: str) -> None:
        if self._desk.bridge.do(operations.add_starter, key) is not None:
            self.read_again(key)

    def begin_own(self) -> None:
        """A list that becomes one of the project's with its first word."""
        language = self._desk.language if self._desk.language in LANGUAGES else "ar"
        draft = WordList(_DRAFT, {self._desk.language: self.tr("New list")}, language, _HUE, (), inflected=False)
        self._put(draft)
        self.list.setCurrentRow(self.list.count() - 1)
        self.form.name.line.setFocus()
        self.form.name.line.selectAll()

    def _remove(self) -> None:
        chosen = self.chosen()
        if chosen:
            self._desk.bridge.do(operations.remove_list, chosen)
        elif chosen == _DRAFT:
            self.form.forget()
            self.read_again()

    def _heard(self, change: Change) -> None:
        if change.touches("word_list"):
            self.read_again()

    def _refused(self, error: BaseException) -> None:
        self.say(self._language.say(error))

    def _edit(self, fields: dict[str, Any]) -> None:
        shown = self.form.shown
        if shown is None:
            return
        if shown.id != _DRAFT:
            done = self._desk.bridge.do(operations.edit_list, shown.id, **fields)
            if done is None:
                self.form.show_list(shown, anew=True)
            return
        kept = {
            name: fields.get(name, getattr(shown, name)) for name in ("names", "language", "words", "hue", "inflected")
        }
        if not kept["words"]:
            self.form.show_list(WordList(_DRAFT, position="", **kept))
            return
        names, language, words = kept.pop("names"), kept.pop("language"), kept.pop("words")
        done = self._desk.bridge.do(operations.add_list, names, language, words, **kept)
        if done is not None:
            self.read_again(str(done.facts["list"]))

    def _lay_out(self) -> None:
        self.list.setIconSize(QSize(14, 14))
        self.list.setFixedWidth(260)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addWidget(self.remove)
        row.addStretch(1)
        start = QVBoxLayout()
        start.addWidget(self.list, 1)
        start.addLayout(row)
        self._pages = QStackedLayout()
        both = QHBoxLayout()
        both.setSpacing(18)
        both.addLayout(start)
        both.addLayout(self._pages, 1)
        self.body.addLayout(both, 1)
        self._pages.addWidget(self.form)
        self._pages.addWidget(self.empty)
