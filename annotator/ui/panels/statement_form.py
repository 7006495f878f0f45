"""A kind of statement in the codebook's editor: its names, its slots in their order, the sentence it is read as."""

from __future__ import annotations

import re
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QMargins, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from annotator.messages import isolate
from annotator.operations import statements as reading
from annotator.operations import variables as operations
from annotator.store import codebook, codings
from annotator.ui.panels.form import Form, at_start, in_language, is_rtl, language_name, languages, with_word
from annotator.ui.widgets.buttons import Words, button, tool
from annotator.ui.widgets.fields import BoxedChoice, LineField
from annotator.ui.widgets.flow import Flow
from annotator.ui.widgets.labels import label, on_side

if TYPE_CHECKING:
    from annotator.core.changes import Change
    from annotator.core.models import Names, StatementType, Variable
    from annotator.store.project import Project
    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme
    from annotator.ui.widgets.rows import Rows

_LTR, _RTL, _POP = "\u2066", "\u2067", "\u2069"
_LOOKED_AT = 200  # statements, for one of mine
_BRACED = re.compile(r"\{([^{}]+)\}")


class StatementTypeForm(Form):
    """`wants_slot` asks for a new slot's names, `chosen` for the form of one that is there."""

    wants_slot = Signal()
    chosen = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, kind: StatementType) -> None:
        super().__init__(desk, theme, desk.words(kind.names, kind.id))
        self._kind = kind
        known = {one.id: one for one in codebook.read(desk.bridge.project.db).variables if one.scope == "statement"}
        self._slots = [known[slot] for slot in kind.slots if slot in known]
        self._free = [one for one in known.values() if one.id not in kind.slots]
        said = self.tr("Id in exports: %1 · statements: %2")
        used = codings.count_statements(desk.bridge.project.db, kind.id)
        self.sub.setText(said.replace("%1", isolate(kind.id)).replace("%2", QLocale().toString(used)))
        self.names(self.card(self.tr("Name")), kind.names, lambda lang, new: self._save("names", lang, new))
        self._show_slots(self.card(self.tr("Slots")))
        self._show_sentence(self.card(self.tr("Read as")))
        self.foot(button(self.tr("Delete"), pressed=lambda: self.do(operations.remove_statement_type, kind.id)))

    def _show_slots(self, rows: Rows) -> None:
        for place, slot in enumerate(self._slots):
            rows.put(self._slot(slot, place))
        more = button(self.tr("Add a slot"), "link", pressed=self.wants_slot.emit)
        more.setProperty("adds", True)
        rows.put(at_start(more))
        if self._free:
            names = [(one.id, self._named(one)) for one in self._free]
            there = BoxedChoice(self.theme, names, empty=self.tr("Choose…"))
            self.keep(rows, "slot", self.tr("One that is there"), there)
            there.committed.connect(self._take_in)

    def _slot(self, slot: Variable, place: int) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(6)
        name = Words(isolate(self._named(slot)))
        name.setProperty("harmless", True)
        name.clicked.connect(lambda _: self.chosen.emit(slot.id))
        row.addWidget(name)
        row.addWidget(label(f"\u2066{slot.id}\u2069", "small"))
        row.addStretch(1)
        last = len(self._slots) - 1
        for icon, words, on, act in (
            ("chevron-up", self.tr("Move up"), place > 0, partial(self._move, place, place - 1)),
            ("chevron-down", self.tr("Move down"), place < last, partial(self._move, place, place + 1)),
            ("x", self.tr("Take out"), True, partial(self._take_out, slot.id)),
        ):
            row.addWidget(tool(self.theme, icon, f"{words}: {self._named(slot)}", act, enabled=on))
        return holder

    def _show_sentence(self, rows: Rows) -> None:
        """A line in each language, in which the slots are called by their names; an example below it as one writes."""
        rows.put(on_side(label(self.tr("The slots stand in braces; a click puts one in."), "small", wrap=True)))
        for language in languages(self._kind.sentence):
            field = LineField()
            in_language(field, language)
            self.keep(rows, f"sentence {language}", language_name(language), field)
            field.show_value(self._with_names(self._kind.sentence.get(language, ""), language) or None)
            example = on_side(label("", "muted", wrap=True))
            field.line.textChanged.connect(partial(self._show_example, example, language))
            self._show_example(example, language, field.line.text())
            rows.put(self._inserts(field, language))
            rows.put(example)
            field.committed.connect(
                lambda new, language=language: self._save("sentence", language, self._with_ids(new or "", language))
            )

    def _inserts(self, field: LineField, language: str) -> QWidget:
        flow = Flow(around=QMargins(0, 2, 0, 4))
        for slot in self._slots:
            name = self._named(slot, language)
            chip = button(name, "chip")
            chip.setAccessibleName(self.tr("Put in %1").replace("%1", isolate(name)))
            chip.clicked.connect(lambda _, name=name: self._insert(field, name))
            flow.put(chip)
        return flow

    def _insert(self, field: LineField, name: str) -> None:
        field.line.setFocus()
        field.line.insert(f"{{{name}}}")
        field.line.setModified(True)

    def _show_example(self, example: QLabel, language: str, words: str) -> None:
        """As a statement of mine reads, else with the slots' names."""
        said = self._said(language)
        read = _BRACED.sub(lambda found: said.get(found[1], "…"), self._with_ids(words, language))
        begin = _RTL if is_rtl(language) else _LTR
        example.setText(f"{begin}{read}{_POP}" if read else "")

    def _said(self, language: str) -> dict[str, str]:
        names = {slot.id: isolate(f"‹{self._named(slot, language)}›") for slot in self._slots}
        mine = self._mine()
        return names | (reading.in_words(self.desk.bridge.project, mine, self._slots, language) if mine else {})

    def _mine(self) -> str:
        """One of my own statements of this kind; nobody else's, so that blind coding stays blind."""
        project = self.desk.bridge.project
        for row in islice(codings.statements_of(project.db, self._kind.id), _LOOKED_AT):
            coding = codings.coding(project.db, row.coding)
            if coding is not None and coding.coder == project.coder:
                return row.id
        return ""

    def _named(self, slot: Variable, language: str = "") -> str:
        return slot.names.get(language) or self.desk.words(slot.names, slot.id)

    def _with_names(self, template: str, language: str) -> str:
        names = {slot.id: self._named(slot, language) for slot in self._slots}
        return _BRACED.sub(lambda found: f"{{{names.get(found[1], found[1])}}}", template)

    def _with_ids(self, words: str, language: str) -> str:
        ids = {self._named(slot, language): slot.id for slot in reversed(self._slots)}
        return _BRACED.sub(lambda found: f"{{{ids.get(found[1].strip(), found[1].strip())}}}", words)

    def _move(self, place: int, to: int) -> None:
        order = list(self._kind.slots)
        order.insert(to, order.pop(place))
        self._set_slots(tuple(order))

    def _take_in(self, slot: str | None) -> None:
        if slot:
            self._set_slots((*self._kind.slots, slot))

    def _take_out(self, slot: str) -> None:
        self._set_slots(tuple(one for one in self._kind.slots if one != slot))

    def _set_slots(self, slots: tuple[str, ...]) -> None:
        self.do(operations.edit_statement_type, self._kind.id, slots=slots)

    def _save(self, part: str, language: str, new: str) -> None:
        def saved(project: Project) -> Change:
            kind = operations.statement_type(project, self._kind.id)
            words: Names = with_word(getattr(kind, part), language, new)
            if part == "names":
                return operations.edit_statement_type(project, kind.id, names=words)
            return operations.edit_statement_type(project, kind.id, sentence=words)

        self.do(saved)
