"""Names in the interface's language for the ids that actions and values speak of."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from annotator.messages import comma
from annotator.store import codebook

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.core.models import Codebook, Names, Variable
    from annotator.ui.desk import Desk


_TABLES = {
    "label": "label",
    "variable": "variable",
    "relation": "relation_type",
    "statement_type": "statement_type",
    "actor": "actor",
}
_FACTS = (
    ("label", "label"),
    ("before", "label"),
    ("variable", "variable"),
    ("relation", "relation"),
    ("statement_type", "statement_type"),
)


class Named:
    """The codebook's names, read once and kept until `forget`. What is gone from the codebook keeps its last name."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._book: Codebook | None = None
        self._names: dict[str, dict[str, Names]] = {}

    @property
    def book(self) -> Codebook:
        """The codebook as it stands."""
        if self._book is None:
            self._book = codebook.read(self._desk.bridge.project.db)
            self._names = {
                "label": {label.id: label.names for label in self._book.labels},
                "variable": {variable.id: variable.names for variable in self._book.variables},
                "relation": {kind.id: kind.names for kind in self._book.relation_types},
                "statement_type": {kind.id: kind.names for kind in self._book.statement_types},
                "actor": {},  # read one by one, since there may be thousands, and kept as well
            }
        return self._book

    def forget(self) -> None:
        """Read the codebook again when it is next asked for."""
        self._book = None

    def fit(self, body: str, start: int, end: int) -> tuple[int, int]:
        """A range of a body (code points) as the project's boundary policy has it."""
        from annotator.core import boundary  # noqa: PLC0415  (nothing is chosen before the first paint)

        return boundary.fit(body, start, end, self.book.boundary)

    def label(self, label: str, otherwise: str = "") -> str:
        """The name of a label."""
        return self._name("label", label, otherwise)

    def relation(self, relation: str) -> str:
        """The name of a kind of relation."""
        return self._name("relation", relation)

    def actor(self, actor: str) -> str:
        """The name of an actor of the register; a word for one that is gone."""
        _ = self.book
        if actor not in self._names["actor"]:
            from annotator.store import actors  # noqa: PLC0415  (not before the first text is shown)

            if found := actors.actor(self._desk.bridge.project.db, actor):
                self._names["actor"][actor] = found.names
        return self._name("actor", actor, "…")

    def variable(self, variable: str) -> Variable | None:
        """A variable by its id."""
        return next((each for each in self.book.variables if each.id == variable), None)

    def variable_name(self, variable: str) -> str:
        """What a variable is called."""
        found = self.variable(variable)
        return self._desk.words(found.names, variable) if found else variable

    def value(self, variable: str, value: Any) -> str:
        """A value as a person reads it: the names of choices, yes or no, else itself."""
        if isinstance(value, list):
            return comma(self._desk.language).join(self.value(variable, each) for each in value)
        if str(value) in {"True", "False"}:
            return yes() if str(value) == "True" else no()
        kind = self.variable(variable)
        if kind and kind.type == "actor" and kind.scope != "statement" and value:
            return self.actor(str(value))
        names = {choice.id: choice.names for choice in kind.choices} if kind else {}
        parts = (self._desk.words(names.get(part, {}), part) for part in str(value).split("، "))
        return comma(self._desk.language).join(parts) if value is not None else ""

    def facts(self, facts: Mapping[str, object], *, most: int = 200) -> dict[str, object]:
        """The facts of an action with names for ids, and quotes of at most so many characters."""
        shown = {fact: short(value, most) if isinstance(value, str) else value for fact, value in facts.items()}
        kept = str(facts.get("name", ""))
        for fact, kind in _FACTS:
            if fact in facts:
                shown[fact] = self._name(kind, str(facts[fact]), "" if fact == "before" else kept)
        if "dropped" in facts:
            dropped = (self._name("variable", one) for one in str(facts["dropped"]).split("، "))
            shown["dropped"] = comma(self._desk.language).join(dropped)
        if "value" in facts and "choice" not in facts:
            shown["value"] = self.value(str(facts.get("variable", "")), facts["value"])
        return shown

    def _name(self, kind: str, row: str, otherwise: str = "") -> str:
        _ = self.book
        if row not in self._names[kind]:
            self._names[kind][row] = self._last_names(_TABLES[kind], row)
        return self._desk.words(self._names[kind][row], otherwise or row)

    def _last_names(self, table: str, row: str) -> Names:
        """What the log says that it was called before it went."""
        for _, edit in reversed(self._desk.bridge.project.journal.row_history(table, row)):
            for columns in (edit.before, edit.after):
                if columns and "names" in columns:
                    names: Names = json.loads(str(columns["names"]))
                    return names
        return {}


def short(words: str, most: int) -> str:
    """The first so many characters, on one line."""
    words = words.replace("\n", " ")
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def yes() -> str:
    """The word for true."""
    return QCoreApplication.translate("Named", "Yes")


def no() -> str:
    """The word for false."""
    return QCoreApplication.translate("Named", "No")
