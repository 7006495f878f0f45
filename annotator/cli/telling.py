"""What the log says, in the words of a language: names for the ids of labels, variables, choices, actors and people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator import messages
from annotator.store import actors, codebook

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.core.changes import Change
    from annotator.core.models import Label, Names, RelationType, StatementType, Variable
    from annotator.store.project import Project

_IDS = ("label", "before", "variable", "relation", "statement_type", "coder")  # facts that are ids
_SEVERAL = "، "  # between the values of one variable, and between variables, in a fact


class Teller:
    """Changes in words, by the names that the codebook and the register hold now."""

    def __init__(self, project: Project, language: str) -> None:
        book = codebook.read(project.db)
        rows: list[Label | Variable | RelationType | StatementType] = [*book.labels, *book.variables]
        rows += [*book.relation_types, *book.statement_types]
        self.language = language
        self.people = {coder.id: coder.name for coder in codebook.coders(project.db)}
        self.names = {row.id: self._word(row.names, row.id) for row in rows}
        self.values: dict[tuple[str, str], str] = {
            (variable.id, choice.id): self._word(choice.names, choice.id)
            for variable in book.variables
            for choice in variable.choices
        }
        holding = [variable.id for variable in book.variables if variable.type == "actor"]
        self.values |= {
            (variable, actor.id): self._word(actor.names, actor.id)
            for actor in (actors.every(project.db) if holding else ())
            for variable in holding
        }

    def __or__(self, other: Teller) -> Teller:
        """The names that either knows."""
        self.people |= other.people
        self.names |= other.names
        self.values |= other.values
        return self

    def told(self, change: Change) -> dict[str, Any]:
        """One change as `--json` gives it."""
        return {
            "id": change.id,
            "at": change.at,
            "who": self.people.get(change.author, ""),
            "who_id": change.author,
            "name": change.name,
            "kind": change.kind,
            "of": change.of,
            "sentence": messages.tell(change.name, self._named(change.facts), self.language),
        }

    def _named(self, facts: Mapping[str, object]) -> dict[str, object]:
        """The facts with names; what is gone from the codebook has the name that the action kept."""
        known = self.names | self.people
        kept = str(facts.get("name", ""))
        named = {
            fact: known.get(str(value)) or (fact != "before" and kept) or value if fact in _IDS else value
            for fact, value in facts.items()
        }
        if facts.get("dropped"):
            named["dropped"] = self._several(str(facts["dropped"]), known)
        if facts.get("value") not in (None, "") and "choice" not in facts:
            named["value"] = self._several(str(facts["value"]), self._values_of(str(facts.get("variable", ""))))
        return named

    def _values_of(self, variable: str) -> dict[str, str]:
        said = messages.sentences("statuses")
        names = {"True": said["yes"][self.language], "False": said["no"][self.language]}
        return names | {value: name for (owner, value), name in self.values.items() if owner == variable}

    def _several(self, ids: str, names: Mapping[str, str]) -> str:
        return _SEVERAL.join(names.get(one, one) for one in ids.split(_SEVERAL))

    def _word(self, names: Names, otherwise: str) -> str:
        return names.get(self.language) or next(filter(None, names.values()), otherwise)
