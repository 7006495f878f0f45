"""The field that fits a variable's type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont, QFontMetrics

from annotator.core.errors import AnnotatorError
from annotator.ui.models.named import no, yes
from annotator.ui.widgets.fields import ChipsField, ChoiceField, Field, LineField, SeveralField, TextField

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
        "number": lambda: LineField(read=number, write=written),
        "scale": lambda: LineField(read=whole, write=written),
        "text": TextField,
        "actor": LineField,
    }
    return kinds[variable.type]()


def number(words: str) -> int | float:
    """A number in the interface's digits or in plain ones; raises ValueError."""
    value, good = QLocale().toDouble(words)
    if not good:
        value = float(words)
    return int(value) if value.is_integer() else value


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
