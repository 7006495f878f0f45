"""What the codebook, people and values of a project are called in a language, outside of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator import messages
from annotator.store import actors, codebook

if TYPE_CHECKING:
    from annotator.core.models import Label, Names
    from annotator.store.project import Project


class Wording:
    """Names read once; what has none in the language is called by another one, or by its id."""

    def __init__(self, project: Project, language: str) -> None:
        self._db, self._language = project.db, language
        self._known = messages.sentences("feedback")
        book = codebook.read(project.db)
        self.labels = {label.id: label for label in book.labels}
        self._variables = {variable.id: variable for variable in book.variables}
        self._relations = {kind.id: kind.names for kind in book.relation_types}
        self._people = {coder.id: coder.name for coder in codebook.coders(project.db)}

    def names(self, names: Names, otherwise: str) -> str:
        """Words of several languages in the one that is spoken."""
        return names.get(self._language) or next(filter(None, names.values()), otherwise)

    def label(self, label: str) -> str:
        """The name of a label."""
        found = self.labels.get(label)
        return self.names(found.names, label) if found else label

    def relation(self, kind: str) -> str:
        """The name of a kind of link."""
        return self.names(self._relations.get(kind, {}), kind)

    def variable(self, variable: str) -> str:
        """The name of an attribute or an article variable."""
        found = self._variables.get(variable)
        return self.names(found.names, variable) if found else variable

    def person(self, coder: str) -> str:
        """A coder's name."""
        return self._people.get(coder, "")

    def value(self, variable: str, value: Any) -> str:
        """A value as a person reads it: names of choices and actors, yes or no, else itself."""
        if isinstance(value, list):
            return messages.comma(self._language).join(self.value(variable, each) for each in value)
        if isinstance(value, bool):
            return self._known["yes" if value else "no"][self._language]
        kind = self._variables.get(variable)
        if kind is not None and kind.type == "actor":
            found = actors.actor(self._db, str(value))
            return self.names(found.names, str(value)) if found else self._known["nobody"][self._language]
        choice = next((one for one in kind.choices if one.id == value), None) if kind else None
        return self.names(choice.names, str(value)) if choice else str(value)

    def meaning(self, label: Label) -> tuple[str, ...]:
        """What a label is defined as, what it includes and what not; nothing where the codebook says nothing."""
        said = [self.names(label.definition, "")]
        for key, words in (("include", label.include), ("exclude", label.exclude)):
            if found := self.names(words, ""):
                said.append(self._known[key][self._language].format(words=found))
        return tuple(filter(None, said))
