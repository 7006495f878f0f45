"""One question of the coding form: its words, and what it is answered with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGridLayout, QWidget

from annotator.messages import isolate
from annotator.ui.form.answers import MOST, chosen, keyed, options
from annotator.ui.form.finder import Finder
from annotator.ui.panels.variable_field import field_for
from annotator.ui.widgets.fields import LineField, TextField
from annotator.ui.widgets.flow import Flow
from annotator.ui.widgets.key_chip import KeyChip
from annotator.ui.widgets.labels import label, on_side
from annotator.ui.widgets.quiet import QuietMenu

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from annotator.core.models import Variable
    from annotator.ui.desk import Desk
    from annotator.ui.form.answers import Option
    from annotator.ui.theme import Theme
    from annotator.ui.widgets.fields import Field

_BAR, _NUMBER, _DOT = 3, 24, 6  # pixels


class ItemRow(QWidget):
    """A question with its options as chips, or with a field to write in (`editor`).

    `meant` tells a value, and whether the question is done with it; `wanted` that somebody clicked on it; `refused`
    that what was written cannot be read.
    """

    meant = Signal(object, bool)
    wanted = Signal()
    refused = Signal()

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        variable: Variable,
        *,
        editable: bool = True,
        candidates: Sequence[tuple[Any, str]] = (),
    ) -> None:
        """`candidates` are values with their words that can be chosen beside what the variable itself allows."""
        super().__init__()
        self._theme = theme
        self._held: Any = None
        self._current = False
        self.variable = variable
        self._own = options(desk, variable)
        more = keyed(candidates, self._own, digits=not self._own and variable.type not in {"number", "scale"})
        self.options = (*self._own, *more)
        self.name = desk.words(variable.names, variable.id)
        self.editor = self._made_editor(desk, editable=editable)
        self.chips = [self._chip(option, editable=editable) for option in self.options]
        self._number, self._mark = label("", "small"), QWidget()
        self._question = on_side(label(self.name, wrap=True))
        self._lay_out()
        self.setAccessibleName(isolate(self.name))

    @property
    def held(self) -> Any:
        """The value that is shown."""
        return self._held

    def show_value(self, held: Any) -> None:
        """Show what the project holds."""
        self._held = held
        for option, chip in zip(self.options, self.chips, strict=True):
            several = held if isinstance(held, list) else [held]
            chip.setChecked(any(one == option.value and type(one) is type(option.value) for one in several))
        self._show_candidates()
        if self.editor is not None:
            self.editor.show_value(_plain(held))
        self.update()

    def set_number(self, number: int) -> None:
        """Which one it is, of those that are asked."""
        self._number.setText(QLocale().toString(number))

    def set_current(self, current: bool) -> None:
        """Whether the keys are about this one."""
        if current != self._current:
            self._current = current
            self._show_candidates()
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """It is wanted."""
        self.wanted.emit()
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The one that the keys are about stands on a card, with a bar at its start; hairlines between the others."""
        del event
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._current:
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.setBrush(theme.colour("card"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -1.5), 8, 8)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            x = self.width() - _BAR - 4 if self.isRightToLeft() else 4
            painter.drawRoundedRect(QRectF(x, 8, _BAR, self.height() - 17), 1.5, 1.5)
        else:
            painter.fillRect(12, self.height() - 1, self.width() - 24, 1, theme.colour("line"))
        if self.variable.required:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("danger" if self._held in (None, "", []) else "line_strong"))
            painter.drawEllipse(QRectF(self._mark.geometry().center(), QSizeF(_DOT, _DOT)).translated(-3, -2))

    def _chip(self, option: Option, *, editable: bool) -> KeyChip:
        own = option.cap == str(option.value)  # a step's number is its key
        chip = KeyChip(self._theme, option.words, "" if own else option.cap)
        chip.setEnabled(editable)
        chip.setAccessibleName(f"{isolate(self.name)}: {isolate(option.words)}")
        chip.clicked.connect(lambda _checked=False: self._press(option))
        return chip

    def _press(self, option: Option) -> None:
        """By the mouse, what is chosen already is taken back."""
        self.wanted.emit()
        said = chosen(self.variable, self.options, self._held, option)
        same = said.on and self._held == said.value and type(self._held) is type(said.value)
        self.meant.emit(None if same else said.value, said.on and not same)

    def _made_editor(self, desk: Desk, *, editable: bool) -> Field | None:
        if (self._own and len(self._own) <= MOST) or self.variable.type == "span":
            return None
        field = self._made_finder() if self._own else field_for(desk, self._theme, self.variable)
        field.call(self.name)
        field.setEnabled(editable)
        field.control.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab walks the questions
        if isinstance(field.control, QuietMenu):
            field.control.from_start = True
        if self.options and isinstance(field, TextField):
            field.text.setPlaceholderText(self.tr("or write…"))
        picked = self.variable.type == "actor" or bool(self._own)  # not written: it is done when it is chosen
        field.committed.connect(lambda value: self.meant.emit(self._pointed(value), picked and value is not None))
        if isinstance(field, LineField):
            field.refused.connect(lambda _words: self.refused.emit())
        return field

    def _made_finder(self) -> Field:
        finder = Finder(self._own)
        finder.narrowed.connect(self._narrow)
        return finder

    def _pointed(self, value: Any) -> Any:
        """A slot points to an actor; an attribute names one."""
        slot = self.variable.scope == "statement" and self.variable.type == "actor"
        return {"actor": value} if slot and value is not None else value

    def _show_candidates(self) -> None:
        """What else could stand here is offered while the keys are about it; else only what does stand here."""
        for chip in self.chips[len(self._own) :]:
            chip.setVisible(self._current or chip.isChecked())

    def _narrow(self, left: list[Option]) -> None:
        for option, chip in zip(self.options, self.chips, strict=True):
            chip.setVisible(option in left)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 8, 12, 9) if not self.isRightToLeft() else grid.setContentsMargins(12, 8, 14, 9)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(6)
        self._number.setFixedWidth(_NUMBER)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._number, 0, 0, top)
        grid.addWidget(self._question, 0, 1)
        grid.addWidget(self._mark, 0, 2, top)
        self._mark.setFixedSize(14, 22)
        self._mark.setVisible(self.variable.required)
        self._mark.setToolTip(self.tr("Required"))
        grid.setColumnStretch(1, 1)
        own, others = self.chips[: len(self._own)], self.chips[len(self._own) :]
        if self.variable.type == "yesno":
            answers = _flow(own)
            answers.setFixedSize(answers.sizeHint())
            grid.addWidget(answers, 0, 3, top)
            own = []
        for line, widget in enumerate((self.editor, _flow(own) if own else None, _flow(others) if others else None)):
            if widget is not None:
                grid.addWidget(widget, line + 1, 1, 1, 3)

    @property
    def takes_keys(self) -> bool:
        """Whether its keys are digits and letters, though one can write in it as well."""
        return bool(self.options) and not isinstance(self.editor, Finder)

    def sizeHint(self) -> QSize:
        """As wide as the form."""
        return QSize(320, super().sizeHint().height())


def _plain(held: Any) -> Any:
    """What a field shows of a slot's value: the actor, or what was written; not a span, which is among the options."""
    return held.get("actor") if isinstance(held, dict) else held


def _flow(chips: Sequence[KeyChip]) -> Flow:
    made = Flow()
    for chip in chips:
        made.put(chip)
    return made
