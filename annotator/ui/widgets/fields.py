"""Fields that say what was entered once it is meant: a choice at once, written words when the field is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from annotator.core.direction import paragraph_direction
from annotator.messages import comma, isolate
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.quiet import Combo, QuietCombo, QuietMenu

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QIcon, QResizeEvent

    from annotator.ui.theme import Theme

Options = list[tuple[Any, str]]  # values with the words for them

_NOTHING = "—"
_MOST_LINES = 10


class Field(QWidget):
    """One value. `committed` tells a new one, None for none; it never changes the project by itself."""

    committed = Signal(object)

    def __init__(self, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(control)
        self.setFocusProxy(control)

    def show_value(self, value: Any) -> None:
        """Show what the project holds, saying nothing."""
        raise NotImplementedError

    def call(self, name: str) -> None:
        """Its name, for who cannot see the row."""
        self.control.setAccessibleName(name)
        self.control.setAccessibleDescription(name)  # a list that opens is called by what is chosen in it

    def flush(self) -> None:
        """Say what was written and not yet said."""


class ChoiceField(Field):
    """One of several, or none."""

    def __init__(
        self, theme: Theme, options: Options, *, icons: Sequence[QIcon] = (), empty: str | None = _NOTHING
    ) -> None:
        self.combo = self._made(theme)
        super().__init__(self.combo)
        if empty is not None:
            self.combo.addItem(empty, None)
        for number, (value, name) in enumerate(options):
            self.combo.addItem(isolate(name), value)
            if icons:
                self.combo.setItemIcon(self.combo.count() - 1, icons[number])
        self.combo.activated.connect(lambda row: self.committed.emit(self.combo.itemData(row)))

    def show_value(self, value: Any) -> None:
        """Show the choice."""
        self.combo.setCurrentIndex(max(0, self.combo.findData(value)))

    def _made(self, theme: Theme) -> QComboBox:
        return QuietCombo(theme)


class BoxedChoice(ChoiceField):
    """The same, as a field among fields."""

    def _made(self, theme: Theme) -> QComboBox:
        del theme
        return Combo()


class ChipsField(Field):
    """One of a few, all in sight; the chosen one pressed again means none."""

    def __init__(self, options: Options) -> None:
        holder = QWidget()
        super().__init__(holder)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.chips = [(value, button(name, "chip")) for value, name in options]
        for value, chip in self.chips:
            chip.setCheckable(True)
            chip.clicked.connect(lambda on, value=value: self._press(value, on=on))
            row.addWidget(chip)
        self.setFocusProxy(self.chips[0][1])
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_value(self, value: Any) -> None:
        """Show the choice."""
        for each, chip in self.chips:
            chip.setChecked(each == value and type(each) is type(value))

    def call(self, name: str) -> None:
        """Each chip says the row's name and its own."""
        for _, chip in self.chips:
            chip.setAccessibleName(f"{name}: {chip.text()}")

    def _press(self, value: Any, *, on: bool) -> None:
        self.show_value(value if on else None)
        self.committed.emit(value if on else None)


class SeveralField(Field):
    """Any number of choices, ticked in a menu; `none` is what no choice means."""

    def __init__(self, theme: Theme, options: Options, *, none: str = _NOTHING) -> None:
        self._none = none
        self.button = QuietMenu(theme)
        super().__init__(self.button)
        menu = QMenu(self.button)
        self.ticks = [(value, menu.addAction(isolate(name))) for value, name in options]
        for _, tick in self.ticks:
            tick.setCheckable(True)
            tick.triggered.connect(self._tick)
        self.button.setMenu(menu)

    def show_value(self, value: Any) -> None:
        """Show what is ticked."""
        chosen = value or []
        self.button.quiet = not chosen
        for each, tick in self.ticks:
            tick.setChecked(each in chosen)
        words = [tick.text() for _, tick in self.ticks if tick.isChecked()]
        self.button.setText(comma("ar" if self.isRightToLeft() else "en").join(words) or self._none)

    def _tick(self) -> None:
        chosen = [value for value, tick in self.ticks if tick.isChecked()]
        self.committed.emit(chosen or None)


class LineField(Field):
    """One line of words, or what `read` makes of them; it is said when the field is left or Enter is pressed.

    `read` raises ValueError for what cannot be: `refused` tells the words, and the old value comes back.
    """

    refused = Signal(str)

    def __init__(self, *, read: Callable[[str], Any] = str, write: Callable[[Any], str] = str) -> None:
        self.line = QLineEdit()
        super().__init__(self.line)
        self._read, self._write = read, write
        self._value: Any = None
        self.line.editingFinished.connect(self.flush)

    def show_value(self, value: Any) -> None:
        """Show the value, unless somebody is writing."""
        self._value = value
        if not (self.line.hasFocus() and self.line.isModified()):
            self.line.setText("" if value is None else self._write(value))
            self.line.setCursorPosition(0)

    def flush(self) -> None:
        """Say what was written, if it is another value."""
        if not self.line.isModified():
            return
        self.line.setModified(False)
        text = self.line.text().strip()
        try:
            value = self._read(text) if text else None
        except ValueError:
            self.refused.emit(text)
            self.show_value(self._value)
            return
        if value != self._value:
            self._value = value
            self.committed.emit(value)


class TextField(Field):
    """Lines of words that grow with what is written; they are said when the field is left."""

    def __init__(self, *, placeholder: str = "", least: int = 1) -> None:
        self.text = _Growing(least)
        super().__init__(self.text)
        self._value = ""
        self.text.setPlaceholderText(placeholder)
        self.text.left.connect(self.flush)

    def show_value(self, value: Any) -> None:
        """Show the words, unless somebody is writing."""
        self._value = value or ""
        if not (self.text.hasFocus() and self.text.document().isModified()):
            self.text.setPlainText(self._value)
            self.text.document().setModified(False)

    def flush(self) -> None:
        """Say what was written, if it is something else."""
        if not self.text.document().isModified():
            return
        self.text.document().setModified(False)
        written = self.text.toPlainText().strip()
        if written != self._value:
            self._value = written
            self.committed.emit(written)


class _Growing(QPlainTextEdit):
    """As high as its words, within reason; Tab goes on to the next field, Escape leaves it."""

    left = Signal()

    def __init__(self, least: int) -> None:
        super().__init__()
        self._least = least
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self.updateGeometry())
        self.textChanged.connect(self._turn)

    def sizeHint(self) -> QSize:
        """All lines, within reason."""
        lines, block = 0, self.document().begin()
        while block.isValid():
            lines += max(1, block.layout().lineCount())
            block = block.next()
        lines = min(max(self._least, lines), _MOST_LINES)
        return QSize(160, lines * QFontMetrics(self.font()).lineSpacing() + 20)

    def minimumSizeHint(self) -> QSize:
        """The same height, however narrow."""
        return QSize(80, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes other lines."""
        super().resizeEvent(event)
        self.updateGeometry()

    def _turn(self) -> None:
        """Words stand as they are read; without any, as the field does."""
        fallback = "rtl" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "ltr"
        rtl = paragraph_direction(self.toPlainText(), fallback) == "rtl"  # type: ignore[arg-type]
        option = self.document().defaultTextOption()
        side = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        if option.textDirection() != side:
            option.setTextDirection(side)
            option.setAlignment(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
            self.document().setDefaultTextOption(option)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was written is meant when the field is left, not when a menu pops up."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Ctrl+Enter is the field's, whatever it does in the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_meant(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter means it; Escape leaves the field."""
        if _is_meant(event):
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clearFocus()
        else:
            super().keyPressEvent(event)


def _is_meant(event: QKeyEvent) -> bool:
    enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return enter and held == Qt.KeyboardModifier.ControlModifier
