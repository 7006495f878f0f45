"""Every occurrence: all places of some words in context, by form, ticked; one button codes them as one action."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QProgressBar, QStackedLayout, QWidget

from annotator.core.errors import AnnotatorError
from annotator.messages import isolate
from annotator.operations import occurrences
from annotator.store import articles, codebook, codings
from annotator.ui import keys, placing
from annotator.ui.dialogs.base import Dialog
from annotator.ui.dialogs.every_query import EveryQuery, meant
from annotator.ui.dialogs.label_chooser import LabelChooser
from annotator.ui.hits.every import EveryModel
from annotator.ui.hits.hit_list import HitList
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.drawing import chip_icon
from annotator.ui.widgets.empty import Empty
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from annotator.operations.occurrences import Occurrence
    from annotator.ui.coding import Coding
    from annotator.ui.desk import Desk
    from annotator.ui.language import Language
    from annotator.ui.theme import Theme

_EVERY = 0.03  # seconds between two looks at the screen while it searches
_PATIENCE = 0.2  # seconds of searching before the bar shows
_STEPS = 1000
_SIZE = QSize(1020, 520)
_MARGIN = 24  # pixels to the window's edges
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class EveryDialog(Dialog):
    """Ctrl+Enter codes what is ticked; in the list a label's key chooses it, Space ticks, Enter shows the place."""

    def __init__(self, desk: Desk, coding: Coding, theme: Theme, language: Language, parent: QWidget) -> None:
        super().__init__("", parent, width=640)
        self.setWindowTitle(self.tr("Every occurrence"))
        self._desk, self._coding, self._theme, self._language = desk, coding, theme, language
        self._window = parent.window()
        self._rule = codebook.project(desk.bridge.project.db).boundary
        self.label = _label_in_focus(desk)
        self._search = 0  # the number of the newest search; an older one that still runs ends
        self.query = EveryQuery(self._rule, self)
        self.model = EveryModel(self)
        self.list = HitList(self.model, theme, self)
        self.empty = Empty("", parent=self)
        self.progress = QProgressBar(textVisible=False)
        self.count = label(role="muted")
        self.which = button("", pressed=self.choose_label)
        self._lay_out()
        self._connect()
        self._name_label()

    def begin(self) -> None:
        """Show it with the words that are pointed at."""
        self.query.field.setText(meant(self._coding.surface))
        self._stand()
        self.open()
        self.query.field.setFocus()
        self.query.field.selectAll()
        self.query.ask()

    # -- searching

    def search(self) -> None:
        """Find everything anew; another search that still runs gives way to this one."""
        self._search += 1
        mine, begun = self._search, time.monotonic()
        last = begun

        def progress(done: float, _name: str) -> None:
            nonlocal last
            if mine != self._search:
                raise AnnotatorError("cancelled")
            if (now := time.monotonic()) - last >= _EVERY:
                last = now
                self._show_progress(done if now - begun > _PATIENCE else None)
                QCoreApplication.processEvents()

        try:
            found = self._found(progress)
        except AnnotatorError as error:
            if error.key != "cancelled":
                self.say(self._language.say(error))
            return
        if mine == self._search:
            self.progress.hide()
            self._fill(found)

    def _found(self, progress: occurrences.Progress) -> list[Occurrence]:
        query, desk = self.query, self._desk
        return occurrences.every(
            desk.bridge.project,
            query.words(),
            article=desk.article if query.here.isChecked() else "",
            coder=desk.where.coder,
            round_id=desk.round,
            suffixes=query.suffixes.isChecked(),
            rule=replace(self._rule, clitics=not query.bare.isChecked()),
            progress=progress,
        )

    def _fill(self, found: list[Occurrence]) -> None:
        titles = {}
        if self.query.everywhere.isChecked():
            lines = articles.lines(self._desk.bridge.project.db, sorted({one.article for one in found}))
            titles = {article: line.title for article, line in lines.items()}
        self.model.put(found, titles)
        self.list.setCurrentIndex(self.model.index(0))
        words = self.query.words()
        self.empty.say(self.tr("Nothing found.") if words else self.tr("Write the words to find."))
        self._pages.setCurrentWidget(self.list if found else self.empty)

    def _show_progress(self, done: float | None) -> None:
        if done is not None:
            self.progress.show()
            self.progress.setRange(0, 0 if done < 0 else _STEPS)
            self.progress.setValue(round(max(done, 0.0) * _STEPS))

    def reject(self) -> None:
        """Escape ends a search that runs, else closes."""
        self._search += 1
        super().reject()

    # -- coding

    def code(self) -> None:
        """Give the ticked ones the label, as one action, and say how many."""
        if not self.label:
            self.choose_label()
            return
        desk, chosen = self._desk, self.model.chosen()
        if not chosen or self.progress.isVisible():
            return
        where = (desk.where.coder, desk.where.round)
        done = desk.bridge.do(occurrences.label_all, where, self.label, chosen)
        if done is not None:
            self.accept()
            self._coding.say(done)

    def choose_label(self) -> None:
        """Open the list of labels."""
        labels = list(self._coding.marking.labels.values())
        chooser = LabelChooser(self._theme, self.which, self._desk, labels)
        chooser.chosen.connect(self.take_label)
        chooser.open()

    def take_label(self, name: str) -> None:
        """Code with this label."""
        self.label = name
        self._name_label()
        self.query.ask()

    def _name_label(self) -> None:
        found = self._coding.marking.labels.get(self.label)
        if found is None:
            self.which.setText(self.tr("Choose a label…"))
        else:
            self.which.setText(f" {isolate(self._coding.marking.name(found.id))}")
            self.which.setIcon(chip_icon(self._theme, found.hue, found.pattern))
        self._say_count()

    def _say_count(self) -> None:
        chosen, number = len(self.model.chosen()), self._language.number
        found, coded = self.model.counts()
        name = isolate(self._coding.marking.name(self.label)) if self.label else ""
        words = self.tr("Label %1 as %2").replace("%2", name) if name else self.tr("Label %1…")
        self.do_it.setText(words.replace("%1", number(chosen)))
        self.do_it.setEnabled(bool(chosen))
        parts = [self.tr("%Ln place(s)", "", found)]
        parts += [self.tr("%Ln coded already", "", coded)] if coded else []
        self.count.setText(" · ".join(parts) if found else "")

    # -- showing a place

    def show_place(self, row: int) -> None:
        """Let the text show an occurrence, and get out of its way; the keyboard stays here."""
        one = self.model.row(row).occurrence
        if one is None:
            return
        surface = self._coding.surface
        self._desk.open_article(one.article)
        surface.select(one.start, one.end)
        surface.reveal(one.start, one.end)
        self._stand(placing.box_of(surface, ((one.start, one.end),)))
        self.activateWindow()

    def _stand(self, words: QRect | None = None) -> None:
        """At the foot of the window, at its head where it would cover these words (on the screen); lower if need be."""
        window = self._window
        area = window.rect().translated(window.mapToGlobal(window.rect().topLeft()))
        area.adjust(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        size = _SIZE.boundedTo(QSize(area.width(), max(area.height() * 3 // 5, self.minimumSizeHint().height())))
        below, above = (area.bottom() - words.bottom(), words.top() - area.top()) if words else (area.height(), 0)
        at_foot = below - placing.GAP >= size.height() or below >= above
        size.setHeight(min(size.height(), max(below, above) - placing.GAP))
        place = QRect(area.topLeft(), size)
        place.moveLeft(area.center().x() - size.width() // 2)
        if at_foot:
            place.moveBottom(area.bottom())
        self.setGeometry(place)

    # -- the widget

    def _lay_out(self) -> None:
        self.progress.hide()
        self.progress.setFixedHeight(4)
        self.list.setAccessibleName(self.tr("What was found"))
        self.body.addWidget(self.query)
        self.body.addWidget(self.progress)
        self._pages = QStackedLayout()
        self.body.addLayout(self._pages, 1)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        every = button(self.tr("All"), "link", pressed=lambda: self.model.tick_all(on=True))
        none = button(self.tr("None"), "link", pressed=lambda: self.model.tick_all(on=False))
        for at, widget in enumerate((self.which, every, none, self.count)):
            self._row.insertWidget(at, widget)
        self.which.setIconSize(QSize(14, 14))
        self.add_button(self.tr("Cancel"), self.reject)
        self.do_it = self.add_button("", self.code, default=True)
        self.do_it.setToolTip("\u2066Ctrl+Enter\u2069")

    def _connect(self) -> None:
        self.query.changed.connect(self.search)
        self.query.only_new.toggled.connect(self.model.show_only_new)
        self.model.ticked_changed.connect(self._say_count)
        self.list.ticked.connect(lambda row: self.model.tick(self.model.row(row)))
        self.list.wanted.connect(self.show_place)
        self.list.folded.connect(self._fold)
        self.query.field.installEventFilter(self)
        self.list.installEventFilter(self)
        self._desk.bridge.failed.connect(self._refused)

    def _fold(self, row: int, shut: bool) -> None:
        at = self.model.fold(self.model.row(row), shut=shut)
        self.list.setCurrentIndex(self.model.index(at))

    def _refused(self, error: BaseException) -> None:
        self.say(self._language.say(error))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter codes."""
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.code()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the field searches and goes to the list, as Down does; a label's key in the list chooses it."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if watched is self.query.field:
            return self._from_field(event)
        name = self._coding.marking.label_of_key(keys.physical(event)) if keys.is_plain(event) else ""
        if name:
            self.take_label(name)
        return bool(name)

    def _from_field(self, event: QKeyEvent) -> bool:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier or event.key() not in {*_ENTER, Qt.Key.Key_Down}:
            return False
        if event.key() in _ENTER:
            self.query.ask()
        self.list.setFocus()
        return True


def _label_in_focus(desk: Desk) -> str:
    found = codings.annotation(desk.bridge.project.db, desk.focus) if desk.focus else None
    return found.label if found else ""
