"""Something new for the codebook: its names are asked for first, since its id in exports follows from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from annotator.messages import LANGUAGES, isolate
from annotator.operations import codebook as operations
from annotator.operations import variables as variable_operations
from annotator.ui.panels.form import Form, in_language, language_name
from annotator.ui.panels.variable_rules import types
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.fields import BoxedChoice, LineField

if TYPE_CHECKING:
    from annotator.core.changes import Change
    from annotator.core.models import Names, Scope, ValueType
    from annotator.store.project import Project
    from annotator.ui.desk import Desk
    from annotator.ui.models.outline import Kind
    from annotator.ui.theme import Theme


_SCOPES: dict[Kind, Scope] = {"annotation": "annotation", "article": "article", "slot": "statement"}


class NewForm(Form):
    """Names, and a type where there are types; Enter or the button adds it."""

    added = Signal(str, str)  # kind, id
    left = Signal()

    def __init__(self, desk: Desk, theme: Theme, kind: Kind, *, of: str = "") -> None:
        """A slot is one `of` a kind of statement."""
        super().__init__(desk, theme, title(kind))
        self._kind: Kind = kind
        self._of = of
        rows = self.card(self.tr("Name"))
        self._lines = {language: LineField() for language in LANGUAGES}
        for language, field in self._lines.items():
            in_language(field, language)
            self.keep(rows, f"name {language}", language_name(language), field)
            field.line.textChanged.connect(self._say_id)
            field.line.returnPressed.connect(self.add)
        if kind in _SCOPES:
            types_ = BoxedChoice(theme, types(_SCOPES[kind]), empty=None)
            self.keep(rows, "type", self.tr("Type"), types_).show_value("text" if kind == "slot" else "choice")
        add = button(self.tr("Add"), "primary", pressed=self.add)
        self.foot(add, button(self.tr("Cancel"), pressed=self.left.emit))
        self._say_id()

    def add(self) -> None:
        """Do it, and tell what came of it."""
        done = self._done()
        if done is not None:
            fact = self._kind if self._kind in {"label", "relation", "statement"} else "variable"
            self.added.emit(self._kind, str(done.facts[fact]))

    def _done(self) -> Change | None:
        bridge, names = self.desk.bridge, self._names()
        if self._kind == "label":
            return bridge.do(operations.add_label, names)
        if self._kind == "relation":
            return bridge.do(variable_operations.add_relation_type, names)
        if self._kind == "statement":
            return bridge.do(variable_operations.add_statement_type, names)
        return bridge.do(self._variable)

    def _variable(self, project: Project) -> Change:
        kind = self.fields["type"]
        names = self._names()
        value_type: ValueType = kind.combo.currentData() if isinstance(kind, BoxedChoice) else "text"
        choices = ({self.desk.language: self.tr("First choice")},) if value_type in {"choice", "choices"} else ()
        if self._kind == "slot":
            return variable_operations.add_slot(project, self._of, names, value_type=value_type, choices=choices)
        scope = _SCOPES[self._kind]
        return variable_operations.add_variable(project, names, scope=scope, value_type=value_type, choices=choices)

    def _names(self) -> Names:
        return {language: field.line.text() for language, field in self._lines.items()}

    def _say_id(self) -> None:
        names = self._names()
        if names["en"].strip():
            said = self.tr("Id in exports: %1, which stays when the name changes")
            self.sub.setText(said.replace("%1", isolate(operations.free_id(names, self._kind, set()))))
        else:
            self.sub.setText(self.tr("The id in exports is made from the English name, and stays."))


def title(kind: Kind) -> str:
    """What is being added, in words."""
    translate = QCoreApplication.translate
    return {
        "label": translate("NewForm", "New label"),
        "annotation": translate("NewForm", "New attribute"),
        "article": translate("NewForm", "New article variable"),
        "relation": translate("NewForm", "New relation"),
        "statement": translate("NewForm", "New kind of statement"),
        "slot": translate("NewForm", "New slot"),
    }[kind]
