"""The field that fits a variable's type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont, QFontMetrics

from annotator.core.errors import AnnotatorError
from annotator.ui.form.answers import STEPS
from annotator.ui.models.named import Named, no, yes
from annotator.ui.widgets.fields import ChipsField, ChoiceField, Field, LineField, SeveralField, TextField
from annotator.ui.widgets.steps import StepsField

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.core.models import Variable
    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme

_FEW = 3
_CHIPS_WIDTH = 222  # pixels that chips may take together in a panel
_CHIP_AROUND = 28


def field_for(desk: Desk, theme: Theme, variable: Variable) -> Field:
    """A field for one variable, named, with its choices in the interface's language."""
    field = _made(desk, theme, variable)
    field.call(desk.words(variable.names, variable.id))
    if isinstance(field, LineField):
        field.refused.connect(lambda words: _refuse(desk, variable, words))
    return field


def _made(desk: Desk, theme: Theme, variable: Variable) -> Field:
    options = [(choice.id, desk.words(choice.names, choice.id)) for choice in variable.choices]
    kinds: dict[str, Callable[[], Field]] = {
        "choice": lambda: ChipsField(options) if _fit(theme.font(-2), options) else ChoiceField(theme, options),
        "choices": lambda: SeveralField(theme, options),
        "yesno": lambda: ChipsField([(True, yes()), (False, no())]),
        "number": lambda: _bounded(LineField(read=number, write=written), variable),
        "scale": lambda: _scale(theme, variable, options),
        "text": TextField,
        "actor": lambda: _actor(desk, theme),
    }
    return kinds[variable.type]()


def _scale(theme: Theme, variable: Variable, options: list[tuple[str, str]]) -> Field:
    """A row of steps from low to high where there are few; a long or an open scale is written."""
    if options:
        return ChipsField(options) if _fit(theme.font(-2), options) else ChoiceField(theme, options)
    low, high = variable.low, variable.high
    if low is not None and high is not None and high - low < STEPS:
        return StepsField(theme, [(step, written(step)) for step in range(int(low), int(high) + 1)])
    return _bounded(LineField(read=whole, write=written), variable)


def _bounded(field: LineField, variable: Variable) -> LineField:
    """Its bounds are told while it is empty."""
    low, high = ("…" if bound is None else written(plain(bound)) for bound in (variable.low, variable.high))
    if variable.low is not None or variable.high is not None:
        field.line.setPlaceholderText(f"\u2066{low} – {high}\u2069")
    return field


def _actor(desk: Desk, theme: Theme) -> Field:
    from annotator.ui.widgets.actor_field import ActorField  # noqa: PLC0415  (few codebooks ask for one)

    field = ActorField(theme, Named(desk).actor)
    field.asked.connect(lambda typed: desk.actor_wanted.emit(typed, field))
    return field


def number(words: str) -> int | float:
    """A number in the interface's digits or in plain ones; raises ValueError."""
    value, good = QLocale().toDouble(words)
    if not good:
        value = float(words)
    return int(value) if value.is_integer() else value


def plain(bound: float) -> int | float:
    """A bound without a needless fraction."""
    return int(bound) if float(bound).is_integer() else bound


def whole(words: str) -> int:
    """A whole number; raises ValueError."""
    value = number(words)
    if isinstance(value, float):
        raise ValueError(words)  # noqa: TRY004  (it is the words that are wrong)
    return value


def written(value: Any) -> str:
    """A number as the interface writes it."""
    return QLocale().toString(value) if isinstance(value, int) else QLocale().toString(float(value), "g", 15)


def _fit(font: QFont, options: list[tuple[str, str]]) -> bool:
    metrics = QFontMetrics(font)
    width = sum(metrics.horizontalAdvance(name) + _CHIP_AROUND for _, name in options)
    return len(options) <= _FEW and width <= _CHIPS_WIDTH


def _refuse(desk: Desk, variable: Variable, words: str) -> None:
    name = desk.words(variable.names, variable.id)
    desk.bridge.failed.emit(AnnotatorError("bad_value", variable=name, value=words))
