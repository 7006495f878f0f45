"""The questions of the coding form, one below the other; the keys are about the current one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.values import applies
from annotator.ui import keys
from annotator.ui.form.answers import answer
from annotator.ui.form.row import ItemRow
from annotator.ui.text.accessible import announce

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from annotator.core.models import Variable
    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme

_AROUND = 90  # pixels of what comes next that stay in sight
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_NOTHING: tuple[Any, ...] = (None, "", [])


class Questions(QScrollArea):
    """`ended` when one goes on behind the last, `left` at Escape, `turned` when another is current or answered."""

    ended = Signal()
    left = Signal()
    turned = Signal()

    def __init__(self, desk: Desk, theme: Theme, save: Callable[[str, Any], bool]) -> None:
        super().__init__(widgetResizable=True)
        self._desk, self._theme, self._save = desk, theme, save
        self.rows: list[ItemRow] = []
        self._at = -1
        self._fine = True
        self._editable = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # -- what is asked

    def ask(
        self,
        variables: Sequence[Variable],
        held: Mapping[str, Any],
        *,
        editable: bool,
        candidates: Mapping[str, Sequence[tuple[Any, str]]] | None = None,
    ) -> None:
        """Ask these from now on; the current one is the first without an answer.

        `candidates` are, by variable, values with their words that can be chosen too.
        """
        self._at, self._editable = -1, editable
        more = candidates or {}
        self.rows = [self._row(variable, more.get(variable.id, ())) for variable in variables]
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in self.rows:
            column.addWidget(row)
        column.addStretch(1)
        old = self.takeWidget()
        self.setWidget(page)
        if old is not None:
            old.deleteLater()
        self.take(held)
        asked = self.asked
        self.go_to(next((row for row in asked if row.held in _NOTHING), asked[0] if asked else None))

    def take(self, held: Mapping[str, Any]) -> None:
        """These are the values now: questions that depend on them come and go."""
        variables = [row.variable for row in self.rows]
        number = 0
        for row in self.rows:
            row.show_value(held.get(row.variable.id))
            asked = applies(row.variable, held, variables)
            row.setVisible(asked)
            number += asked
            row.set_number(number)
        self.turned.emit()

    @property
    def asked(self) -> list[ItemRow]:
        """Those that are asked now."""
        return [row for row in self.rows if not row.isHidden()]

    @property
    def answered(self) -> int:
        """How many of them have a value."""
        return sum(row.held not in _NOTHING for row in self.asked)

    @property
    def current(self) -> ItemRow | None:
        """The one that the keys are about."""
        return self.rows[self._at] if 0 <= self._at < len(self.rows) else None

    def about(self, variable: str) -> ItemRow | None:
        """The question about a variable, if it is asked now."""
        return next((row for row in self.asked if row.variable.id == variable), None)

    def go_to(self, row: ItemRow | None) -> None:
        """Let the keys be about this one."""
        if (old := self.current) is not None and old is not row:
            old.set_current(False)
        if row is None:
            return
        self._at = self.rows.index(row)
        row.set_current(True)
        if self._has_keyboard():
            self._take_keyboard()
            announce(self, ", ".join([row.name, *(f"{option.cap}: {option.words}" for option in row.options)]))
        self.setAccessibleDescription(row.name)
        QTimer.singleShot(0, self, self._reveal)
        self.turned.emit()

    def step(self, by: int) -> bool:
        """The next one that is asked, or the one before; False if there is none."""
        asked = self.asked
        before = [row for row in asked if self.rows.index(row) < self._at]
        behind = [row for row in asked if self.rows.index(row) > self._at]
        row = (behind[0] if behind else None) if by > 0 else (before[-1] if before else None)
        if row is not None:
            self.go_to(row)
        return row is not None

    def flush(self) -> None:
        """Keep what was written and not yet said."""
        for row in self.rows:
            if row.editor is not None:
                row.editor.flush()

    # -- keys

    def focusInEvent(self, event: QFocusEvent) -> None:
        """On to the field of the current question, if it has one."""
        super().focusInEvent(event)
        self._take_keyboard()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks the questions too, and leaves them at either end."""
        return self.step(1 if forward else -1) or super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that means a value gives it and goes on; the others walk."""
        row = self.current
        said = None
        if row is not None and keys.is_plain(event) and self._editable:
            said = answer(row.variable, row.options, row.held, event)
        if row is not None and said is not None:
            self._mean(row, said.value, on=said.on)
        elif not self._walk(event) and not self._write(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What keys mean while one writes."""
        if event.type() == QEvent.Type.FocusIn:
            row = next((row for row in self.rows if row.editor is not None and row.editor.control is watched), None)
            if row is not None and row is not self.current:
                self.go_to(row)
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return _leaves_undo(watched, event)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._writes(watched, event)
        return False

    def _write(self, event: QKeyEvent) -> bool:
        """Other letters go into the field of a question that can be answered either way."""
        editor = self.current.editor if self.current is not None else None
        if editor is None or not event.text().strip() or not event.text().isprintable() or not self._editable:
            return False
        editor.control.setFocus()
        return QApplication.sendEvent(editor.control, event)

    def _walk(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in _ENTER and keys.is_plain(event):
            self._go_on()
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Backspace}:
            self.step(-1)
        elif key == Qt.Key.Key_Down:
            self.step(1)
        elif key == Qt.Key.Key_Delete and self.current is not None and self._editable:
            self._mean(self.current, None, on=False)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            return False
        return True

    def _writes(self, editor: QObject, event: QKeyEvent) -> bool:
        """Keys that the question takes from its field."""
        key = event.key()
        if key in _ENTER and not event.modifiers() & keys.COMMANDS:
            return self._enter(editor, again=not keys.is_plain(event))
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and keys.is_plain(event):
            up = key == Qt.Key.Key_Up
            return self._step_out(editor, up=up)
        if key == Qt.Key.Key_Backspace and not _text(editor):
            self.step(-1)
            return True
        if key == Qt.Key.Key_Escape:
            self.flush()
            self.left.emit()
            return True
        return False

    def _step_out(self, editor: QObject, *, up: bool) -> bool:
        if not _at_edge(editor, up=up):
            return False
        self.step(-1 if up else 1)
        return True

    def _enter(self, editor: QObject, *, again: bool) -> bool:
        """Enter ends what is written, with Shift (`again`) it is another line; where nobody is chosen yet, it asks."""
        if again:
            if isinstance(editor, QPlainTextEdit):
                editor.insertPlainText("\n")
            return isinstance(editor, QPlainTextEdit)
        if isinstance(editor, QToolButton) and self.current is not None and self.current.held in _NOTHING:
            return False
        self._fine = True
        self.flush()
        if self._fine:
            self._go_on()
        return True

    # -- what they do

    def _row(self, variable: Variable, candidates: Sequence[tuple[Any, str]]) -> ItemRow:
        row = ItemRow(self._desk, self._theme, variable, editable=self._editable, candidates=candidates)
        row.meant.connect(lambda value, on: self._mean(row, value, on=on))
        row.wanted.connect(lambda: self._point_to(row))
        row.refused.connect(self._not_fine)
        if row.editor is not None:
            row.editor.control.installEventFilter(self)
        return row

    def _point_to(self, row: ItemRow) -> None:
        self.go_to(row)
        self._take_keyboard()

    def _mean(self, row: ItemRow, value: Any, *, on: bool) -> None:
        if not self._save(row.variable.id, value):
            self._fine = False
            row.show_value(row.held)
        elif on:
            self.go_to(self.about(row.variable.id))  # asked anew where what is there to choose has changed
            self._go_on()

    def _go_on(self) -> None:
        if not self.step(1):
            self.ended.emit()

    def _not_fine(self) -> None:
        self._fine = False

    def _has_keyboard(self) -> bool:
        holder = self.window().focusWidget()
        return holder is not None and (holder is self or self.isAncestorOf(holder))

    def _take_keyboard(self) -> None:
        row = self.current
        editor = row.editor.control if row is not None and row.editor is not None else None
        if editor is not None and editor.isEnabled() and row is not None and not row.takes_keys:
            editor.setFocus()
            if isinstance(editor, QLineEdit):
                editor.selectAll()
        elif not self.hasFocus():
            self.setFocus()

    def _reveal(self) -> None:
        if self.current is not None:
            self.ensureWidgetVisible(self.current, 0, _AROUND)


def _leaves_undo(editor: QObject, event: QKeyEvent) -> bool:
    """While nothing was written in a field, undo is about what was done before."""
    if not (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)):
        return False
    if _modified(editor):
        return False
    event.ignore()
    return True


def _modified(editor: QObject) -> bool:
    if isinstance(editor, QLineEdit):
        return editor.isModified()
    return isinstance(editor, QPlainTextEdit) and editor.document().isModified()


def _text(editor: QObject) -> str:
    if isinstance(editor, QLineEdit):
        return editor.text()
    return editor.toPlainText() if isinstance(editor, QPlainTextEdit) else ""


def _at_edge(editor: QObject, *, up: bool) -> bool:
    """Whether there is no line above (or below) to go to in what is being written."""
    if not isinstance(editor, QPlainTextEdit):
        return True
    cursor = editor.textCursor()
    before = cursor.position()
    cursor.movePosition(cursor.MoveOperation.Up if up else cursor.MoveOperation.Down)
    return cursor.position() == before
