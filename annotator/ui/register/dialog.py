"""Ctrl+Shift+A: the register of actors beside the text; search, details, mentions, merge and split."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QListView, QSizePolicy, QVBoxLayout, QWidget

from annotator.operations import actors
from annotator.store import codings
from annotator.ui.dialogs.base import Dialog
from annotator.ui.models.actors import ActorsModel
from annotator.ui.register.details import ActorForm
from annotator.ui.register.mentions import MentionsList, MentionsModel
from annotator.ui.register.merging import MergePage
from annotator.ui.register.row import AROUND, COUNT, ActorRow
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.empty import Empty
from annotator.ui.widgets.form_area import FormArea
from annotator.ui.widgets.labels import label, on_side

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from annotator.core.changes import Change
    from annotator.ui.desk import Desk
    from annotator.ui.models.actors import ActorLine
    from annotator.ui.theme import Theme

_SIZE, _LIST, _DETAILS, _MENTIONS = QSize(1180, 660), 320, 380, 280  # pixels
_READ = ("actor", "value", "annotation", "relation", "article", "coding")


class ActorRegister(Dialog):
    """Stays open while one codes, and follows what is done; a mention that is clicked is shown in the text."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=1000)
        self.setProperty("of_project", True)  # closed with it
        self._desk, self._theme = desk, theme
        self._all_languages = False
        self.model = ActorsModel(desk, self)
        self.mentions = MentionsModel(desk, self)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.list = QListView()
        self.area = FormArea()
        self.spans = MentionsList(theme, self.mentions)
        self.new_name = QLineEdit()
        self.split = button("", pressed=self._split)
        self.setWindowTitle(self.tr("Actors"))
        self._lay_out()
        self._connect()
        self.resize(_SIZE)
        self._read_again()
        self._choose_row(0)

    def choose(self, actor: str) -> None:
        """Show this actor."""
        self.search.clear()
        self._choose_row(self.model.row_of(actor))

    # -- how it stands

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(18)
        columns.addLayout(self._start_side())
        self.area.setMinimumWidth(_DETAILS)
        columns.addWidget(self.area, 3)
        columns.addLayout(self._end_side(), 4)
        self.body.addLayout(columns, 1)
        self.add = self.add_button(self.tr("New actor…"), self._add)
        self.gone = self.add_button(self.tr("Delete"), self._remove)
        self.add_button(self.tr("Close"), self.close)
        for each in (self.add, self.gone):
            each.setEnabled(self._desk.bridge.project.writable)
        QWidget.setTabOrder(self.search, self.list)

    def _start_side(self) -> QVBoxLayout:
        self.search.setPlaceholderText(self.tr("A name or an alias"))
        self.search.setAccessibleName(self.tr("Search the register"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(ActorRow(self._theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Actors"))
        self.list.setFixedWidth(_LIST)
        self.search.setFixedWidth(_LIST)
        headings = QHBoxLayout()
        headings.setContentsMargins(AROUND, 0, AROUND, 0)
        headings.setSpacing(0)
        headings.addWidget(on_side(label(self.tr("Articles:"), "small")), 1)
        for words in (self.tr("quoted"), self.tr("talked about")):
            heading = on_side(label(words, "small"), end=True)
            heading.setFixedWidth(COUNT)
            headings.addWidget(heading)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addLayout(headings)
        column.addWidget(self.list, 1)
        hint = self.tr("Ctrl or Shift chooses several, to merge them.")
        column.addWidget(on_side(label(hint, "small", wrap=True)))
        return column

    def _end_side(self) -> QVBoxLayout:
        self.heading = label(self.tr("Where it appears"), "heading")
        self.spans.setAccessibleName(self.tr("Where it appears"))
        self.spans.setMinimumWidth(_MENTIONS)
        self.new_name.setPlaceholderText(self.tr("Name of the actor that these are"))
        self.new_name.setAccessibleName(self.new_name.placeholderText())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.new_name, 1)
        row.addWidget(self.split)
        column = QVBoxLayout()
        column.setSpacing(6)
        self.nowhere = on_side(label(self.tr("No span of mine points to this actor."), "muted", wrap=True))
        self.nowhere.setMinimumWidth(_MENTIONS)
        self.nowhere.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.nowhere.setAlignment(self.nowhere.alignment() & ~Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.heading)
        column.addWidget(self.nowhere, 1)
        column.addWidget(self.spans, 1)
        column.addLayout(row)
        return column

    def _connect(self) -> None:
        self.search.textChanged.connect(self._look_for)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._show())
        self.spans.wanted.connect(self._reveal)
        self.mentions.ticked_changed.connect(self._offer_split)
        self.new_name.textChanged.connect(lambda _text: self._offer_split())
        self.new_name.returnPressed.connect(self._split)
        self._desk.bridge.changed.connect(self._heard)

    # -- what is shown

    @property
    def chosen(self) -> list[ActorLine]:
        """The chosen actors, from the top."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        return [self.model.line(row) for row in rows]

    def _heard(self, change: Change) -> None:
        if change.touches(*_READ):
            self._read_again()

    def _read_again(self) -> None:
        chosen = [line.actor.id for line in self.chosen]
        self.model.read_again()
        self._select([self.model.row_of(actor) for actor in chosen])

    def _look_for(self, typed: str) -> None:
        self.model.look_for(typed)
        self._choose_row(0)

    def _choose_row(self, row: int) -> None:
        self._select([row])

    def _select(self, rows: list[int]) -> None:
        """Choose these rows; where none is left the first, so that something is always shown."""
        there = [row for row in rows if 0 <= row < self.model.rowCount()]
        picked = self.list.selectionModel()
        picked.clear()
        for row in there or ([0] if self.model.rowCount() else []):
            index = self.model.index(row)
            picked.select(index, QItemSelectionModel.SelectionFlag.Select)
            picked.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.list.scrollTo(index)
        self._show()

    def _show(self) -> None:
        """The details of the one chosen, or what merging several would do."""
        chosen = self.chosen
        alone = chosen[0] if len(chosen) == 1 else None
        self.area.flush()
        if alone is not None:
            form = ActorForm(
                self._desk, self._theme, alone, all_languages=self._all_languages, more=self._show_languages
            )
            form.setEnabled(self._desk.bridge.project.writable)
            self.area.show_page(form, form.fields)
        elif chosen:
            page = MergePage(chosen, writable=self._desk.bridge.project.writable)
            page.merge.connect(self._merge)
            self.area.show_page(page, {})
        else:
            self.area.show_page(Empty(self._nobody()), {})
        self.mentions.show_actor(alone.actor.id if alone else "")
        somewhere = self.mentions.rowCount() > 0
        for each in (self.spans, self.new_name, self.split):
            each.setVisible(alone is not None and somewhere)
        self.heading.setVisible(alone is not None)
        self.nowhere.setVisible(alone is not None and not somewhere)
        self.gone.setEnabled(alone is not None and self._desk.bridge.project.writable)

    def _nobody(self) -> str:
        if self.search.text().strip():
            return self.tr("Nobody is called so.")
        return self.tr("Nobody is in the register yet. Press F9 at a span to say who it is.")

    def _show_languages(self) -> None:
        self._all_languages = True
        self._show()

    def _offer_split(self) -> None:
        count = len(self.mentions.ticked)
        self.split.setText(
            self.tr("Split off the ticked (%Ln)", "", count) if count else self.tr("Split off the ticked")
        )
        self.split.setEnabled(bool(count and self.new_name.text().strip()) and self._desk.bridge.project.writable)
        self.new_name.setEnabled(bool(count))

    # -- what is done

    def _do(self, operation: Any, *args: Any) -> Change | None:
        return self._desk.bridge.do(operation, *args)

    def _add(self) -> None:
        """By the name that was searched for in vain, else by a name to be written over."""
        words = self.search.text().strip() or self._free_name()
        if (done := self._do(actors.add_actor, actors.names_for(words))) is not None:
            self.choose(str(done.facts["id"]))
            field = next((one for key, one in self.area.fields.items() if key.startswith("name")), None)
            if field is not None:
                field.setFocus()

    def _free_name(self) -> str:
        words, number = self.tr("New actor"), 1
        taken = {line.keys[0] for line in map(self.model.line, range(self.model.rowCount()))}
        while actors.key(f"{words} {number}" if number > 1 else words) in taken:
            number += 1
        return f"{words} {number}" if number > 1 else words

    def _remove(self) -> None:
        if len(self.chosen) == 1:
            self._do(actors.remove_actor, self.chosen[0].actor.id)

    def _merge(self, keep: str) -> None:
        if self._do(actors.merge_actors, keep, [line.actor.id for line in self.chosen]) is not None:
            self.choose(keep)

    def _split(self) -> None:
        name, ticked = self.new_name.text().strip(), self.mentions.ticked
        if name and ticked and len(self.chosen) == 1:
            done = self._do(actors.split_actor, self.chosen[0].actor.id, actors.names_for(name), ticked)
            if done is not None:
                self.new_name.clear()
                self.choose(str(done.facts["id"]))

    def _reveal(self, mention: actors.Mention) -> None:
        desk = self._desk
        span = codings.annotation(desk.bridge.project.db, mention.annotation)
        if span is not None:
            desk.set_mode("code")
            desk.open_article(mention.article)
            desk.focus_on(span.id)
            desk.reveal.emit(span.start, span.end)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was written in a field and not yet left."""
        self.area.flush()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """In another language it is another window: this one is closed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.close()
        super().changeEvent(event)
