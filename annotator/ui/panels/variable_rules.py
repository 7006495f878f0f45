"""The rules of a variable in the codebook's editor: its type and bounds, who carries it, when it is asked at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from annotator.core.codebook import in_order
from annotator.operations import variables as operations
from annotator.store import codebook
from annotator.ui.form.answers import options
from annotator.ui.models.named import no, yes
from annotator.ui.panels.variable_field import number, plain, written
from annotator.ui.widgets.fields import BoxedChoice, ChipsField, LineField, SeveralField

translate = QCoreApplication.translate

if TYPE_CHECKING:
    from annotator.core.models import Scope, Variable
    from annotator.ui.panels.form import Form
    from annotator.ui.widgets.rows import Rows


def show_rules(form: Form, rows: Rows, variable: Variable, *, used: int) -> None:
    """Type, required, bounds and carriers; the type stays while there are values."""
    kind = BoxedChoice(form.theme, types(variable.scope), empty=None)
    form.keep(rows, "type", translate("VariableForm", "Type"), kind).show_value(variable.type)
    kind.setEnabled(not used)
    if used:
        kind.setToolTip(translate("VariableForm", "The type stays while there are values"))
    first = ({form.desk.language: translate("VariableForm", "First choice")},)
    kind.committed.connect(lambda new: form.do(operations.set_type, variable.id, new, choices=first))
    required = ChipsField([(True, yes()), (False, no())])
    form.keep(rows, "required", translate("VariableForm", "Required"), required).show_value(variable.required)
    required.committed.connect(lambda new: form.do(operations.edit_variable, variable.id, required=bool(new)))
    if variable.type in {"number", "scale"} and not variable.choices:
        _bound(form, rows, variable, "low", translate("VariableForm", "From"))
        _bound(form, rows, variable, "high", translate("VariableForm", "To"))
    if variable.scope != "article":
        _labels(form, rows, variable)


def show_condition(form: Form, variable: Variable) -> None:
    """When it is asked: always, or only where another variable has one of some values."""
    others = _others(form, variable)
    if not others:
        return
    rows = form.more(filled=bool(variable.only_if))
    names = [(one.id, form.desk.words(one.names, one.id)) for one in others]
    which = BoxedChoice(form.theme, names, empty=translate("VariableForm", "always"))
    held = variable.only_if.get("variable")
    form.keep(rows, "only_if", translate("VariableForm", "Asked only if"), which).show_value(held)
    which.committed.connect(lambda new: _ask_only_if(form, variable, next((o for o in others if o.id == new), None)))
    if (other := next((one for one in others if one.id == held), None)) is not None:
        _values(form, rows, variable, other)


def types(scope: Scope) -> list[tuple[Any, str]]:
    """The types of variables of this scope, in words."""
    plain_types = [
        ("choice", translate("VariableForm", "One of several")),
        ("choices", translate("VariableForm", "Several choices")),
        ("yesno", translate("VariableForm", "Yes or no")),
        ("number", translate("VariableForm", "Number")),
        ("scale", translate("VariableForm", "Scale (whole numbers)")),
        ("text", translate("VariableForm", "Text")),
        ("actor", translate("VariableForm", "Actor")),
    ]
    return [*plain_types, ("span", translate("VariableForm", "Coded segment"))] if scope == "statement" else plain_types


def _bound(form: Form, rows: Rows, variable: Variable, end: str, name: str) -> None:
    field = LineField(read=number, write=written)
    held = getattr(variable, end)
    form.keep(rows, end, name, field).show_value(None if held is None else plain(held))
    fields: Any = operations.edit_variable
    field.committed.connect(lambda new: form.do(fields, variable.id, **{end: new}))
    field.refused.connect(lambda _words: field.show_value(None if held is None else plain(held)))


def _labels(form: Form, rows: Rows, variable: Variable) -> None:
    """The labels that carry an attribute; of a slot, those whose segments can stand in it."""
    none, name = translate("VariableForm", "all labels"), translate("VariableForm", "Carried by")
    if variable.scope == "statement":
        any_segment = variable.type == "span"
        none = translate("VariableForm", "any segment") if any_segment else translate("VariableForm", "no segment")
        name = translate("VariableForm", "Takes segments of")
    field = SeveralField(form.theme, label_options(form.desk), none=none)
    form.keep(rows, "labels", name, field).show_value(list(variable.labels))
    field.committed.connect(lambda new: form.do(operations.edit_variable, variable.id, labels=tuple(new or ())))


def label_options(desk: Any) -> list[tuple[Any, str]]:
    """The labels in use, by name."""
    labels = in_order(codebook.read(desk.bridge.project.db).labels)
    return [(label.id, desk.words(label.names, label.id)) for label in labels if not label.retired]


def _others(form: Form, variable: Variable) -> list[Variable]:
    """Variables that a condition can be about: those with values to choose from, on the same owner."""
    book = codebook.read(form.desk.bridge.project.db)
    return [
        one
        for one in in_order(book.variables)
        if one.scope == variable.scope and one.id != variable.id and options(form.desk, one)
    ]


def _values(form: Form, rows: Rows, variable: Variable, other: Variable) -> None:
    known = [(option.value, option.words) for option in options(form.desk, other)]
    field = SeveralField(form.theme, known, none="—")
    form.keep(rows, "only_if values", translate("VariableForm", "is"), field)
    field.show_value(list(variable.only_if.get("values", [])))
    field.committed.connect(
        lambda new: form.do(
            operations.edit_variable, variable.id, only_if={"variable": other.id, "values": new} if new else {}
        )
    )


def _ask_only_if(form: Form, variable: Variable, other: Variable | None) -> None:
    """At first with the first value of the other; there is no condition without one."""
    first = options(form.desk, other)[:1] if other is not None else ()
    condition = {"variable": other.id, "values": [first[0].value]} if other is not None and first else {}
    form.do(operations.edit_variable, variable.id, only_if=condition)
