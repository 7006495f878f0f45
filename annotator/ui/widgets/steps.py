"""A scale as a row of steps, from the lowest to the highest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy

from annotator.ui.widgets.fields import Field
from annotator.ui.widgets.flow import Flow
from annotator.ui.widgets.key_chip import KeyChip

if TYPE_CHECKING:
    from annotator.ui.theme import Theme
    from annotator.ui.widgets.fields import Options

_GAP, _NARROW = 3, 30  # pixels


class StepsField(Field):
    """All steps in sight; the chosen one pressed again means none."""

    def __init__(self, theme: Theme, options: Options) -> None:
        flow = Flow(gap=_GAP)
        super().__init__(flow)
        self.steps = [(value, _Step(theme, name)) for value, name in options]
        for value, step in self.steps:
            step.clicked.connect(lambda _=False, value=value: self._press(value))
            flow.put(step)
        self._value: Any = None
        self.setFocusProxy(self.steps[0][1])
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_value(self, value: Any) -> None:
        """Show the step."""
        self._value = value
        for each, step in self.steps:
            step.setChecked(each == value)

    def call(self, name: str) -> None:
        """Each step says the row's name and its own."""
        for _, step in self.steps:
            step.setAccessibleName(f"{name}: {step.text()}")

    def _press(self, value: Any) -> None:
        new = None if value == self._value else value
        self.show_value(new)
        self.committed.emit(new)


class _Step(KeyChip):
    """A narrow chip that the keyboard comes to."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """As narrow as its number."""
        return QSize(max(_NARROW, super().sizeHint().width() - 12), super().sizeHint().height())
