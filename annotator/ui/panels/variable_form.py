"""A variable in the codebook's editor: its names, type, choices, and what it depends on; and a kind of link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.core.codebook import in_order
from annotator.messages import isolate
from annotator.operations import variables as operations
from annotator.store import codebook, codings
from annotator.ui.panels.form import Form, at_start, in_language, language_name, languages, with_word
from annotator.ui.panels.variable_rules import label_options, show_condition, show_rules
from annotator.ui.widgets.buttons import button, tool
from annotator.ui.widgets.fields import LineField, SeveralField

if TYPE_CHECKING:
    from annotator.core.changes import Change
    from annotator.core.models import Choice, Variable
    from annotator.store.project import Project
    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme
    from annotator.ui.widgets.rows import Rows


class VariableForm(Form):
    """Everything about one attribute, article variable or slot."""

    def __init__(self, desk: Desk, theme: Theme, variable: Variable) -> None:
        super().__init__(desk, theme, desk.words(variable.names, variable.id))
        self._variable = variable
        self._used = sum(1 for _ in codings.values_in(desk.bridge.project.db, variable.id))
        said = self.tr("Id in exports: %1 · values: %2")
        self.sub.setText(said.replace("%1", isolate(variable.id)).replace("%2", QLocale().toString(self._used)))
        self.names(self.card(self.tr("Name")), variable.names, self._rename)
        show_rules(self, self.card(self.tr("Rules")), variable, used=self._used)
        if variable.choices:
            self._choices(self.card(self.tr("Choices")))
        show_condition(self, variable)
        self._buttons()

    def _choices(self, rows: Rows) -> None:
        for place, choice in enumerate(self._variable.choices):
            rows.put(self._choice(choice, place))
        more = button(self.tr("Add a choice"), "link", pressed=self._add_choice)
        more.setProperty("adds", True)
        rows.put(at_start(more))

    def _choice(self, choice: Choice, place: int) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(6)
        for language in languages({}):
            field = LineField()
            in_language(field, language)
            field.line.setPlaceholderText(language_name(language))
            field.call(f"{choice.id}, {language_name(language)}")
            field.show_value(choice.names.get(language))
            field.committed.connect(lambda new, language=language: self._rename_choice(choice.id, language, new or ""))
            self.fields[f"choice {choice.id} {language}"] = field
            row.addWidget(field, 1)
        variable, last = self._variable, len(self._variable.choices) - 1
        name = self.desk.words(choice.names, choice.id)
        for icon, words, enabled, act in (
            ("chevron-up", self.tr("Move up"), place > 0, lambda: self._move_choice(choice.id, place - 1)),
            ("chevron-down", self.tr("Move down"), place < last, lambda: self._move_choice(choice.id, place + 1)),
            ("x", self.tr("Delete"), True, lambda: self.do(operations.remove_choice, variable.id, choice.id)),
        ):
            row.addWidget(tool(self.theme, icon, f"{words}: {name}", act, enabled=enabled))
        return holder

    def _add_choice(self) -> None:
        number = QLocale().toString(len(self._variable.choices) + 1)
        name = self.tr("Choice %1").replace("%1", number)
        self.do(operations.add_choice, self._variable.id, {self.desk.language: name})

    def _move_choice(self, choice: str, place: int) -> None:
        self.do(operations.move_choice, self._variable.id, choice, place=place)

    def _buttons(self) -> None:
        variable = self._variable
        order = self._order()
        up = button(self.tr("Move up"), pressed=lambda: self._move(-1))
        down = button(self.tr("Move down"), pressed=lambda: self._move(1))
        up.setEnabled(order[0] != variable.id)
        down.setEnabled(order[-1] != variable.id)
        gone = button(self.tr("Delete"), pressed=lambda: self.do(operations.remove_variable, variable.id))
        self.foot(*([] if variable.scope == "statement" else [up, down]), gone)  # a slot's place is its statement's

    def _order(self) -> list[str]:
        book = codebook.read(self.desk.bridge.project.db)
        return [each.id for each in in_order(book.variables) if each.scope == self._variable.scope]

    def _move(self, by: int) -> None:
        order = self._order()
        place = order.index(self._variable.id) + by
        rest = [each for each in order if each != self._variable.id]
        self.do(operations.move_variable, self._variable.id, after=rest[place - 1] if place else None)

    def _rename(self, language: str, new: str) -> None:
        def renamed(project: Project) -> Change:
            names = operations.existing(project, self._variable.id).names
            return operations.edit_variable(project, self._variable.id, names=with_word(names, language, new))

        self.do(renamed)

    def _rename_choice(self, choice: str, language: str, new: str) -> None:
        def renamed(project: Project) -> Change:
            there = operations.existing(project, self._variable.id).choices
            names = next((each.names for each in there if each.id == choice), {})
            return operations.edit_choice(project, self._variable.id, choice, with_word(names, language, new))

        self.do(renamed)


class RelationForm(Form):
    """A kind of link: its names, and the labels that it may go from and to."""

    def __init__(self, desk: Desk, theme: Theme, relation: str) -> None:
        kind = operations.relation_type(desk.bridge.project, relation)
        super().__init__(desk, theme, desk.words(kind.names, kind.id))
        self._id = relation
        used = codings.count_relations(desk.bridge.project.db, relation)
        said = self.tr("Id in exports: %1 · links: %2")
        self.sub.setText(said.replace("%1", isolate(relation)).replace("%2", QLocale().toString(used)))
        self.names(self.card(self.tr("Name")), kind.names, self._rename)
        rows = self.card(self.tr("Rules"))
        ends: tuple[tuple[Any, str, tuple[str, ...]], ...] = (
            ("sources", self.tr("From"), kind.sources),
            ("targets", self.tr("To"), kind.targets),
        )
        for end, name, labels in ends:
            field = SeveralField(theme, label_options(desk), none=self.tr("all labels"))
            self.keep(rows, end, name, field).show_value(list(labels))
            field.committed.connect(
                lambda new, end=end: self.do(operations.edit_relation_type, relation, **{end: tuple(new or ())})
            )
        self.foot(button(self.tr("Delete"), pressed=lambda: self.do(operations.remove_relation_type, relation)))

    def _rename(self, language: str, new: str) -> None:
        def renamed(project: Project) -> Change:
            names = operations.relation_type(project, self._id).names
            return operations.edit_relation_type(project, self._id, names=with_word(names, language, new))

        self.do(renamed)
