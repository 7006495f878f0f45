"""A card that asks for variables: a row for each that applies now, with its field and its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMargins

from annotator.core.values import applies
from annotator.messages import isolate
from annotator.ui.form.answers import MOST, chosen, options
from annotator.ui.panels.field_keys import FieldKeys, Watched
from annotator.ui.panels.variable_field import field_for
from annotator.ui.widgets.fields import ChipsField
from annotator.ui.widgets.flow import Flow
from annotator.ui.widgets.key_chip import KeyChip
from annotator.ui.widgets.labels import label, on_side
from annotator.ui.widgets.rows import Rows
from annotator.ui.widgets.steps import StepsField

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from PySide6.QtWidgets import QWidget

    from annotator.core.models import Variable
    from annotator.ui.desk import Desk
    from annotator.ui.form.answers import Option
    from annotator.ui.theme import Theme
    from annotator.ui.widgets.fields import Field

_NOTHING: tuple[Any, ...] = (None, "", [])


class AskedRows(Rows):
    """`fields` are by a key that stays the same when the card is made anew, `asked` the variables among them."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(theme)
        self.desk, self.theme = desk, theme
        self.fields: dict[str, Field] = {}
        self.asked: list[str] = []
        self.keys = FieldKeys(desk.bridge, self)

    def ask_all(
        self,
        variables: Iterable[Variable],
        held: Mapping[str, Any],
        save: Callable[[str, Any], object],
        *,
        editable: bool,
    ) -> None:
        """A row for each variable that applies to these values; `save` gets the variable's id and the new value."""
        variables = list(variables)
        for variable in variables:
            if applies(variable, held, variables):
                self._ask(variable, held.get(variable.id), save, editable=editable)

    def keep(self, key: str, field: Field, name: str, held: Any, *, mark: str = "", editable: bool = True) -> None:
        """A row with a field that is no variable's."""
        field.call(name)
        field.show_value(held)
        field.setEnabled(editable)
        self.fields[key] = field
        self.add(name, field, mark=mark)

    def _ask(self, variable: Variable, held: Any, save: Callable[[str, Any], object], *, editable: bool) -> None:
        field = field_for(self.desk, self.theme, variable)
        missing = variable.required and held in _NOTHING
        name = self.desk.words(variable.names, variable.id)
        self.keep(variable.id, field, name, held, mark="•" if missing else "", editable=editable)
        if missing:
            field.setToolTip(self.tr("Required"))
        field.committed.connect(lambda new: save(variable.id, None if new == "" else new))
        self.asked.append(variable.id)
        self._give_keys(variable, field, held)

    def _give_keys(self, variable: Variable, field: Field, held: Any) -> None:
        known = options(self.desk, variable)
        known = known if len(known) <= MOST else ()
        watched = Watched(variable.id, field, variable, known, held)
        watched.strip = self._strip(watched)
        if watched.strip is not None:
            self.put(watched.strip)
            watched.strip.hide()
        self.keys.watch(watched)

    def _strip(self, watched: Watched) -> QWidget | None:
        """The keys of the options: in words where the options are in sight already, none where they are the keys."""
        if all(option.cap == str(option.value) for option in watched.options):
            return None
        if isinstance(watched.field, ChipsField | StepsField):
            caps = " · ".join(isolate(f"{option.cap} {option.words}") for option in watched.options)
            mark = "\u200f" if self.isRightToLeft() else "\u200e"  # isolates alone have no direction
            hint = on_side(label(mark + caps, "small", wrap=True), end=True)
            hint.setContentsMargins(0, 0, 0, 6)
            return hint
        strip = Flow(around=QMargins(0, 2, 0, 8))
        several = watched.held if isinstance(watched.held, list) else [watched.held]
        for option in watched.options:
            strip.put(self._chip(watched, option, on=option.value in several))
        return strip

    def _chip(self, watched: Watched, option: Option, *, on: bool) -> KeyChip:
        chip = KeyChip(self.theme, option.words, option.cap)
        chip.setChecked(on)
        chip.setAccessibleName(f"{option.cap}: {isolate(option.words)}")
        variable = watched.variable
        if variable is not None:
            chip.clicked.connect(
                lambda _=False: self.keys.say(watched, chosen(variable, watched.options, watched.held, option))
            )
        return chip
