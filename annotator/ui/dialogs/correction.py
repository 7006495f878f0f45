"""A typo in the source: the paragraph in a field, and live below it what would become of the spans on the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from annotator.core.carry import carrier
from annotator.core.direction import article_direction, paragraph_direction
from annotator.core.errors import AnnotatorError
from annotator.messages import isolate
from annotator.operations import correction
from annotator.store import articles, codebook, codings
from annotator.ui.dialogs.base import Dialog
from annotator.ui.models.draft import Draft
from annotator.ui.models.span_lines import SpanLines
from annotator.ui.offsets import Offsets, shown
from annotator.ui.widgets.labels import label
from annotator.ui.widgets.span_list import SpanList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.models import Annotation
    from annotator.operations.correction import Edition, Preview
    from annotator.ui.desk import Desk
    from annotator.ui.home import Home
    from annotator.ui.widgets.span_list import SpanLine

_PIXELS = 19
_WAIT = 150  # milliseconds after a key before it is worked out what would become of the spans
_VERSIONS = 84  # pixels of height
Changed = tuple["Annotation", "Sequence[str]"]  # a span with its words after the correction, () for none


class CorrectionDialog(Dialog):
    """Nothing is done before the button is pressed. `left_doubts` after a correction that leaves spans to look at."""

    left_doubts = Signal()

    def __init__(self, desk: Desk, home: Home, place: int, parent: QWidget | None = None) -> None:
        """`place` (code points) is in the paragraph that is corrected."""
        super().__init__("", parent, width=640)
        self._desk, self._home = desk, home
        db = desk.bridge.project.db
        self._article = articles.get(db, desk.article)
        self._text = articles.text(db, self._article.text)
        self._number = next(at for at, range_ in enumerate(self._text.paragraphs) if place <= range_[1])
        self._start, self._end = self._text.paragraphs[self._number]
        self._draft = Draft(self._text.body[self._start : self._end])
        self._reading = False  # whether an old version is shown
        self.setWindowTitle(self.tr("Correct the text"))
        self.field = QPlainTextEdit()
        self.summary = label(role="strong", wrap=True)
        self.list = SpanList(home.theme, gone=self.tr("deleted"))
        self.versions = QListWidget()
        self._lay_out()
        self.add_button(self.tr("Cancel"), self.reject)
        self.go = self.add_button("", self.correct, default=True)
        self._timer = QTimer(self, interval=_WAIT, singleShot=True)
        self._timer.timeout.connect(self.look)
        self.field.textChanged.connect(self._typed)
        self._show_draft()
        self._point_at(place - self._start)
        self.look()
        self.field.setFocus()
        self.resize(680, 520)

    def _lay_out(self) -> None:
        self.body.addWidget(label(self._place(), "small", wrap=True))
        self.body.addWidget(self.field, 1)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.list, 1)
        self.list.setAccessibleName(self.tr("Spans whose words change"))
        self.list.hide()
        self._add_versions()
        self._dress_field()

    # -- what is done

    def correct(self) -> None:
        """Make the new version; the spans are carried over in the same action."""
        self.look()
        if not self.go.isEnabled():
            return
        done = self._desk.bridge.do(correction.correct, self._article.id, self._new_body())
        if done is None:
            return
        self.accept()
        project = self._desk.bridge.project
        if correction.in_doubt(project, coder=project.coder):
            self.left_doubts.emit()

    def look(self) -> None:
        """Say what would become of the spans."""
        self._timer.stop()
        self.say("")
        found: Preview | None = None
        try:
            found = correction.preview(self._desk.bridge.project, self._article.id, self._new_body())
        except AnnotatorError as error:
            if error.key != "same_text":
                self.say(self._home.language.say(error))
            self.field.setReadOnly(error.key == "frozen_text")
        seen = self._seen()
        changed = [(span, words) for span, words in _changed(found) if span.coding in seen]
        mine = self._mine([span for span, _ in changed])
        self._tell(found, seen, sum(span.coding in mine for span, words in changed if words))
        self._fill(changed, mine)

    def _seen(self) -> set[str]:
        """The codings that may be told of: one's own, and others' once one's own is done."""
        desk, db = self._desk, self._desk.bridge.project.db
        visible = codings.visible_codings(db, self._article.id, desk.round, desk.where.coder)
        own = (each for each in codings.of_article(db, self._article.id) if each.coder == desk.where.coder)
        return {each.id for each in (*visible, *own)}

    def _new_body(self) -> str:
        body = self._text.body
        return body[: self._start] + self._draft.body + body[self._end :]

    def _tell(self, found: Preview | None, seen: set[str], to_look_at: int) -> None:
        """The counts are of what may be seen; but that spans would go is told of all."""
        self.go.setEnabled(found is not None and not self._reading and self._desk.bridge.project.writable)
        if found is None:
            self.summary.setText(self.tr("Change the words above; the spans on them are carried along."))
            self.go.setText(self.tr("Correct the text"))
            return
        doubt, lost = sum(moved.before.coding in seen for moved in found.doubt), len(found.lost)
        held = codings.annotations_of(self._desk.bridge.project.db, sorted(seen))
        same = len(held) - doubt - sum(span.coding in seen for span in found.lost)
        said = [self.tr("%Ln span(s) keep their words", "", same)]
        said += [self.tr("%Ln to look at", "", doubt)] if doubt else []
        said += [self.tr("%Ln would lose all their words", "", lost)] if lost else []
        self.summary.setText(" · ".join(said))
        self.go.setText(self._deed(to_look_at, lost))

    def _deed(self, doubt: int, lost: int) -> str:
        """What the button does."""
        if lost:
            return self.tr("Correct, and delete %Ln span(s)", "", lost)
        if doubt:
            return self.tr("Correct, then look at %Ln span(s)", "", doubt)
        return self.tr("Correct the text")

    def _fill(self, changed: list[Changed], mine: set[str]) -> None:
        lines = SpanLines(self._desk)
        rows: list[SpanLine] = []
        for span, words in sorted(changed, key=lambda one: one[0].coding not in mine):
            told = lines.line if span.coding in mine else lines.others
            rows.append(told(span, self._article.id, span.quotes, words))
        self.list.put(rows)
        self.list.setVisible(bool(rows))

    def _mine(self, spans: Sequence[Annotation]) -> set[str]:
        project = self._desk.bridge.project
        homes = codings.codings_among(project.db, sorted({span.coding for span in spans}))
        return {home.id for home in homes.values() if home.coder == project.coder}

    # -- the field

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter corrects; Enter alone is a line's end of the text."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.correct()
                return True
        return super().eventFilter(watched, event)

    def _dress_field(self) -> None:
        self.field.setAccessibleName(self.tr("The paragraph"))
        self.field.setTabChangesFocus(True)
        self.field.setFont(self._home.theme.text_font(_PIXELS))
        self.field.installEventFilter(self)

    def _turn(self, words: str) -> None:
        """Let the field read as the text does."""
        whole = article_direction(self._text.body)
        rtl = paragraph_direction(words, whole, self._article.direction) == "rtl"
        option = QTextOption(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.field.document().setDefaultTextOption(option)

    def _show_draft(self) -> None:
        self._reading = False
        self.field.setReadOnly(not self._desk.bridge.project.writable)
        self._turn(self._draft.body)
        self._put(self._draft.shown)

    def _point_at(self, place: int) -> None:
        """The caret stands where one was in the text (code points of the paragraph)."""
        cursor = self.field.textCursor()
        cursor.setPosition(Offsets(self._draft.body).to_utf16(max(place, 0)))
        self.field.setTextCursor(cursor)

    def _put(self, words: str) -> None:
        self.field.blockSignals(True)
        self.field.setPlainText(words)
        self.field.blockSignals(False)

    def _typed(self) -> None:
        self._draft.take(self.field.document().toRawText())
        self._timer.start()

    def _place(self) -> str:
        count = sum(1 for start, end in self._text.paragraphs if start < end)
        number = sum(1 for start, end in self._text.paragraphs[: self._number + 1] if start < end)
        number_of = self._home.language.number
        said = self.tr("Paragraph %1 of %2").replace("%1", number_of(max(number, 1))).replace("%2", number_of(count))
        return f"{isolate(self._article.title)} · {said}"

    # -- old versions

    def _add_versions(self) -> None:
        """The newest first; there is nothing to choose from before the first correction."""
        found = correction.versions(self._desk.bridge.project, self._article.id)[::-1]
        if len(found) < 2:  # noqa: PLR2004
            return
        names = {coder.id: coder.name for coder in codebook.coders(self._desk.bridge.project.db)}
        for at, edition in enumerate(found):
            self.versions.addItem(self._version(edition, names.get(edition.who, ""), newest=at == 0))
        self.versions.setAccessibleName(self.tr("Versions of the text"))
        self.versions.setFixedHeight(_VERSIONS)
        self.versions.setCurrentRow(0)
        self.versions.currentItemChanged.connect(lambda item, _: self._show_version(item))
        self.body.addWidget(label(self.tr("Versions of the text"), "heading"))
        self.body.addWidget(self.versions)

    def _version(self, edition: Edition, name: str, *, newest: bool) -> QListWidgetItem:
        when = self._home.language.when(edition.at)
        said = [self.tr("now"), when] if newest else [when]
        item = QListWidgetItem(" · ".join(isolate(part) for part in (*said, name) if part))
        item.setData(Qt.ItemDataRole.UserRole, "" if newest else edition.text)
        return item

    def _show_version(self, item: QListWidgetItem | None) -> None:
        text_hash = item.data(Qt.ItemDataRole.UserRole) if item is not None else ""
        if not text_hash:
            self._show_draft()
            self.look()
            return
        self._reading = True
        old = articles.text(self._desk.bridge.project.db, text_hash).body
        self.field.setReadOnly(True)
        self._turn(old)
        self._put("\n".join(map(shown, old.split("\n"))))
        cursor = self.field.textCursor()
        there = carrier(self._text.body, old).range(self._start, self._end).start
        cursor.setPosition(Offsets(old).to_utf16(there), QTextCursor.MoveMode.MoveAnchor)
        self.field.setTextCursor(cursor)
        self.field.centerCursor()
        self.list.hide()
        self.go.setEnabled(False)
        self.summary.setText(self.tr("An older version, to read. Choose the newest to go on correcting."))


def _changed(found: Preview | None) -> list[Changed]:
    """The spans whose words would be others, those first of which nothing would be left."""
    if found is None:
        return []
    lost: list[Changed] = [(span, ()) for span in found.lost]
    return lost + [(moved.before, moved.after.quotes) for moved in found.doubt]
