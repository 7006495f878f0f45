"""The inspector: everything about the focused span, or about the article while no span is focused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from annotator.messages import isolate, tell
from annotator.operations import annotations as spans
from annotator.store import codings, rounds
from annotator.ui.models.history import when
from annotator.ui.models.inspected import inspected
from annotator.ui.models.named import Named
from annotator.ui.panels.article_form import ArticleFacts, ArticleForm
from annotator.ui.panels.notes_card import NotesCard
from annotator.ui.panels.span_card import SpanCard
from annotator.ui.widgets.form_area import FormArea
from annotator.ui.widgets.labels import label, on_side

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from annotator.core.changes import Change
    from annotator.ui.desk import Desk
    from annotator.ui.models.inspected import Deed, Inspected
    from annotator.ui.panels.asked import AskedRows
    from annotator.ui.panels.field_keys import FieldKeys
    from annotator.ui.theme import Theme
    from annotator.ui.widgets.fields import Field

_PAUSE = 20  # milliseconds, in which the text is painted first
_AROUND, _BELOW, _NARROWEST = 12, 8, 284  # pixels
_READ = ("value", "relation", "note", "label", "variable", "relation_type", "coding", "article", "coder", "statement")


class InspectorPanel(QWidget):
    """Reads again a moment after something changed, so that the text is painted first; `left` for the text again."""

    left = Signal()

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._named = Named(desk)
        self._stale = True
        self._may_link = False
        self._notes: NotesCard | None = None
        self._asking: FieldKeys | None = None
        self._asked: list[str] = []  # the variables of now, in their order
        self._soon = QTimer(self, interval=_PAUSE, singleShot=True)
        self._soon.timeout.connect(self._show_now)
        self.title = label("", "heading")
        self._bin = QToolButton()
        self._bin.setProperty("role", "quiet")
        self._bin.clicked.connect(self._remove)
        self._area = FormArea()
        self._area.verticalScrollBar().rangeChanged.connect(self._make_room)
        self._lay_out()
        desk.bridge.changed.connect(self._heard)
        desk.bridge.failed.connect(self._later)  # what was refused is not shown
        for signal in (desk.focus_changed, desk.article_changed, desk.round_changed, desk.language_changed):
            signal.connect(self._leave)
        theme.changed.connect(self._leave)
        self._leave()

    @property
    def fields(self) -> dict[str, Field]:
        """The fields of now by key: "label", "status", "new note", or the id of a variable."""
        return self._area.fields

    def flush(self) -> None:
        """Keep what was written and not yet left: before another span is shown, and before the window closes."""
        self._area.flush()

    def focus_first(self) -> None:
        """Put the keyboard into the first attribute, or into what comes behind the label."""
        if self._stale:
            self._show_now()
        if self._asked:
            self.fields[self._asked[0]].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._area.focus(1)

    def focus_field(self, key: str) -> None:
        """Put the keyboard into the field of a variable."""
        if self._stale:
            self._show_now()
        if key in self.fields:
            self.fields[key].setFocus(Qt.FocusReason.TabFocusReason)

    def write_note(self) -> None:
        """Put the keyboard into the empty note."""
        if self._stale:
            self._show_now()
        if self._notes is not None:
            self._notes.begin()
            QTimer.singleShot(0, self, self._see_keyboard)  # a page just made is not laid out yet

    def _see_keyboard(self) -> None:
        if (control := self._area.focusWidget()) is not None:
            self._area.ensureWidgetVisible(control)

    def sizeHint(self) -> QSize:
        """The width of the end side."""
        return QSize(300, 360)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the direction."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.LayoutDirectionChange:
            self._make_room()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._leave()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was not read while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self._show_now()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was written, and read nothing more: the project may be closed next."""
        self.flush()
        self._stale = self._stale or self._soon.isActive()
        self._soon.stop()
        super().hideEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self._bin)
        head.addSpacing(_AROUND)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(4)
        self.setMinimumWidth(_NARROWEST)
        self._column.addLayout(head)
        self._column.addWidget(self._area, 1)
        self._make_room()

    def _heard(self, change: Change) -> None:
        if change.touches("label", "variable", "relation_type", "actor"):
            self._named.forget()
        if self._concerns(change):
            self._later()

    def _concerns(self, change: Change) -> bool:
        """Whether what is shown may have changed: of other spans, only those that a link could lead to matter."""
        if change.touches(*_READ) or self._may_link:
            return True
        touched = change.rows.get("annotation", frozenset())
        return touched is None or self._desk.focus in touched

    def _leave(self, *_: object) -> None:
        """Another thing is looked at."""
        self.flush()
        self._later()

    def _later(self, *_: object) -> None:
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def _go_on(self, key: str, by: int) -> None:
        """From an attribute to the next one that applies now; behind the last one, to the text."""
        before = self._asked[: self._asked.index(key)] if key in self._asked else []
        self._show_now()
        place = self._asked.index(key) if key in self._asked else len([one for one in before if one in self._asked]) - 1
        if place + by >= len(self._asked):
            self.left.emit()
        else:
            name = self._asked[place + by] if place + by >= 0 else next(iter(self.fields))
            self.fields[name].setFocus(Qt.FocusReason.TabFocusReason)

    def _holds_keyboard(self, key: str) -> bool:
        holder = self.window().focusWidget()
        return key in self.fields and holder is not None and self.fields[key].isAncestorOf(holder)

    def _take(self, card: AskedRows) -> None:
        self._asked, self._asking = card.asked, card.keys
        card.keys.went_on.connect(self._go_on)
        card.keys.left.connect(self.left)
        card.keys.came.connect(self._reveal_later)

    def _reveal_later(self, key: str) -> None:
        """Once everything has its place."""
        QTimer.singleShot(0, self, lambda: self._reveal(key))

    def _reveal(self, key: str) -> None:
        if self._asking is not None and self._holds_keyboard(key):
            strip = self._asking.strip_of(key)
            if strip is not None and strip.isVisible():
                self._area.ensureWidgetVisible(strip, 0, _BELOW)
            self._area.ensureWidgetVisible(self.fields[key], 0, _BELOW)

    def _show_now(self) -> None:
        self._soon.stop()
        self.flush()
        self._stale = False
        span = inspected(self._desk, self._desk.focus) if self._desk.focus else None
        self._may_link = span is not None and bool(span.open)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(10)
        told = self._asking.told if self._asking is not None else ""
        self._asked, self._asking, self._notes = [], None, None
        fields = self._fill_span(column, span) if span else self._fill_article(column)
        column.addStretch(1)
        self._area.show_page(page, fields)
        if self._asking is not None and self._holds_keyboard(told):
            self._asking.tell(told)
        self._make_room()
        self._say(span)

    def _make_room(self, *_: int) -> None:
        """The cards end where the lists above them end, also beside a scroll bar."""
        page, bar = self._area.page, self._area.verticalScrollBar()
        rtl, gutter = self.isRightToLeft(), 1 if bar.maximum() else _AROUND
        self._column.setContentsMargins(0 if rtl else _AROUND, 6, _AROUND if rtl else 0, 4)
        if (layout := page.layout()) is not None:
            layout.setContentsMargins(gutter if rtl else 0, 0, 0 if rtl else gutter, 8)

    def _fill_span(self, column: QVBoxLayout, span: Inspected) -> dict[str, Field]:
        card = SpanCard(self._desk, self._theme, span)
        self._take(card)
        notes = self._notes = NotesCard(self._desk, self._theme, "annotation", span.annotation.id, span.notes)
        column.addWidget(card)
        column.addWidget(notes)
        for deed in dict.fromkeys((span.made.at, span.last.at)):
            column.addWidget(self._told(span.made if deed == span.made.at else span.last))
        return {**card.fields, **notes.fields}

    def _fill_article(self, column: QVBoxLayout) -> dict[str, Field]:
        desk = self._desk
        if not desk.article:
            column.addWidget(label(self.tr("Open an article to code it."), "muted", wrap=True))
            return {}
        form = ArticleForm(desk, self._theme)
        self._take(form)
        notes = codings.notes(desk.bridge.project.db, [desk.article])
        card = self._notes = NotesCard(desk, self._theme, "article", desk.article, notes)
        column.addWidget(form)
        facts = ArticleFacts(desk, self._theme)
        if not facts.is_empty():
            column.addWidget(facts)
        column.addWidget(card)
        column.addWidget(label(self._hint(), "small", wrap=True))
        return {**form.fields, **card.fields}

    def _hint(self) -> str:
        project = self._desk.bridge.project
        found = rounds.get(project.db, self._desk.round)
        if not project.writable or (found is not None and found.state == "frozen"):
            return self.tr("Click a coded segment to see it here.")
        return self.tr("Select words and press a label’s key. Click a coded segment to see it here.")

    def _told(self, deed: Deed) -> QWidget:
        what = tell(deed.name, self._named.facts(deed.facts), self._desk.language)
        signed = " · ".join(filter(None, (what, isolate(deed.who) if deed.who else "", when(deed.at))))
        return on_side(label(signed, "small", wrap=True))

    def _say(self, span: Inspected | None) -> None:
        self.title.setText(self.tr("Coded segment") if span else self.tr("Article"))
        self._bin.setVisible(span is not None and span.mine)
        self._bin.setIcon(self._theme.icon("trash-2", colour="muted"))
        self._bin.setToolTip(self.tr("Delete this segment"))
        self._bin.setAccessibleName(self.tr("Delete this segment"))

    def _remove(self) -> None:
        if self._desk.focus and self._desk.bridge.do(spans.remove, [self._desk.focus]) is not None:
            self._desk.focus_on("")
