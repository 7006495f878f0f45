"""The focused span in the inspector: its words in context, where it stands, its label, attributes and links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QRect, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from annotator.messages import comma, isolate
from annotator.operations import annotations as spans
from annotator.store import codebook
from annotator.ui.models.codebook import tree
from annotator.ui.models.named import short as cut
from annotator.ui.panels.asked import AskedRows
from annotator.ui.panels.field_keys import Watched
from annotator.ui.widgets.buttons import Words
from annotator.ui.widgets.drawing import CHIP, chip
from annotator.ui.widgets.fields import ChoiceField, Field
from annotator.ui.widgets.quote import Quote
from annotator.ui.widgets.rows import value

if TYPE_CHECKING:
    from annotator.core.models import Annotation, Label
    from annotator.ui.desk import Desk
    from annotator.ui.models.inspected import Inspected, Linked, Open
    from annotator.ui.models.statements import Read
    from annotator.ui.theme import Theme

_SHORT = 34  # characters of another span's quote


class SpanCard(AskedRows):
    """Rows about one span. `fields` are by a key that stays the same when the card is made anew."""

    def __init__(self, desk: Desk, theme: Theme, span: Inspected) -> None:
        super().__init__(desk, theme)
        self._desk = desk
        self._span = span
        self._add_quote()
        self._add_label()
        self.add(self.tr("Place"), value(places(span.annotation)))
        held = {variable.id: value for variable, value in span.attributes if value is not None}
        self.ask_all([variable for variable, _ in span.attributes], held, self._set, editable=span.mine)
        for link in span.links:
            self._add_link(link)
        if span.mine:
            for missing in span.open:
                self._add_open(missing)
        for read in span.statements:
            self._add_statement(read)

    def _add_quote(self) -> None:
        excerpt = self._span.excerpt
        quote = Quote(self._theme)
        quote.show_quote(excerpt.before, excerpt.quote, excerpt.after, rtl=excerpt.direction == "rtl")
        self.put(quote)

    def _add_label(self) -> None:
        span = self._span
        labels = [label for label, _ in tree(codebook.read(self._desk.bridge.project.db).labels)]
        labels = [label for label in labels if not label.retired or label.id == span.label.id]
        options = [(label.id, self._desk.words(label.names, label.id)) for label in labels]
        field = ChoiceField(self._theme, options, icons=[chip_icon(self._theme, label) for label in labels], empty=None)
        self._keep("label", field, self.tr("Label"), span.label.id)
        field.committed.connect(lambda label: self._desk.bridge.do(spans.relabel, span.annotation.id, label))

    def _set(self, variable: str, new: Any) -> None:
        self._desk.bridge.do(spans.set_attribute, self._span.annotation.id, variable, new)

    def _keep(self, key: str, field: Field, name: str, held: Any) -> None:
        self.keep(key, field, name, held, editable=self._span.mine)
        self.keys.watch(Watched(key, field))

    def _add_link(self, link: Linked) -> None:
        desk, other = self._desk, link.other
        name = desk.words(link.kind.names, link.kind.id) if link.outgoing else self._label_name(other)
        quote = _Link(self._theme, short(other), lambda: self._go_to(other))
        quote.setToolTip(desk.words(link.kind.names, link.kind.id))
        quote.go.setAccessibleName(f"{name}: {short(other)}")
        if self._span.mine:
            quote.allow_removing(self.tr("Remove the link"), lambda: desk.bridge.do(spans.unlink, link.relation))
        self.add(name, quote)

    def _add_open(self, missing: Open) -> None:
        """A link that could be made: the nearest spans that fit."""
        kind = missing.kind
        options = [(other.id, short(other)) for other in missing.candidates]
        field = ChoiceField(self._theme, options, empty=self.tr("Choose…"))
        self._keep(f"link {kind.id}", field, self._desk.words(kind.names, kind.id), None)
        owner = self._span.annotation.id
        field.committed.connect(lambda other: other and self._desk.bridge.do(spans.link, kind.id, owner, other))

    def _add_statement(self, read: Read) -> None:
        """A statement that it stands in, as it reads; a click opens it."""
        words = Words(read.sentence)
        words.setToolTip(read.sentence)
        words.clicked.connect(lambda _: self._desk.statement_wanted.emit(read.id, ""))
        words.setEnabled(self._span.mine)
        self.add(self.tr("Statement"), words)

    def _go_to(self, other: Annotation) -> None:
        self._desk.focus_on(other.id)
        self._desk.reveal.emit(other.start, other.end)

    def _label_name(self, other: Annotation) -> str:
        found = codebook.label(self._desk.bridge.project.db, other.label)
        return self._desk.words(found.names, found.id) if found else other.label


class _Link(QWidget):
    """The other span's words, which lead there, and a cross that takes the link away."""

    def __init__(self, theme: Theme, quote: str, go: Any) -> None:
        super().__init__()
        self._theme = theme
        self.go = Words(isolate(quote))
        self.go.clicked.connect(lambda _: go())
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.go)
        self.setFocusProxy(self.go)

    def allow_removing(self, words: str, remove: Any) -> None:
        """Put the cross there."""
        cross = QToolButton()
        cross.setProperty("role", "quiet")
        cross.setIcon(self._theme.icon("x", colour="muted"))
        cross.setToolTip(words)
        cross.setAccessibleName(words)
        cross.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        cross.clicked.connect(lambda _: remove())
        layout = self.layout()
        assert layout is not None  # noqa: S101  (made above)
        layout.addWidget(cross)


def places(annotation: Annotation) -> str:
    """Where the fragments begin and end, in code points, as the interface writes numbers."""
    number = QLocale().toString
    between = comma("ar" if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft else "en")
    return between.join(isolate(f"{number(start)}–{number(end)}") for start, end in annotation.fragments)


def short(annotation: Annotation) -> str:
    """The first words of a span."""
    return cut(" … ".join(annotation.quotes), _SHORT)


def chip_icon(theme: Theme, label: Label) -> QIcon:
    """A label's chip where Qt wants an icon."""
    ratio = 2
    pixmap = QPixmap((CHIP + 2) * ratio, (CHIP + 2) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    chip(painter, QRect(0, 0, CHIP + 2, CHIP + 2), theme.label_colours(label.hue), label.pattern)
    painter.end()
    return QIcon(pixmap)
