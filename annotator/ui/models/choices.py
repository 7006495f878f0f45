"""The labels that a picker offers: in the codebook's order, those used last first, or as the typed words find them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from annotator.ui.models import matching
from annotator.ui.models.codebook import tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from annotator.core.models import Label, Names
    from annotator.store.project import Project

_LOOKED_AT = 200  # of the newest actions, for the labels used last
_RECENT = 5


@dataclass(frozen=True)
class Choice:
    """A label, its name in the window's language, and the names of those that it stands under, the outermost first."""

    label: Label
    name: str
    path: tuple[str, ...]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All it is called, folded when it is first asked for: nothing typed asks for nothing."""
        label = self.label
        return tuple(map(matching.key, (self.name, *label.names.values(), *label.synonyms, label.id)))

    def rank(self, parts: Sequence[str]) -> int | None:
        """How it fits what was typed; its key alone fits best."""
        if parts == [self.label.key.casefold()]:
            return -1
        return matching.rank(parts, self.names, tuple(map(matching.key, self.path)))


def choices(labels: Iterable[Label], words: Callable[[Names, str], str]) -> list[Choice]:
    """Every label in use, in the order of the tree; `words` gives a name in the window's language."""
    found: list[Choice] = []
    path: list[str] = []
    for label, depth in tree(label for label in labels if not label.retired):
        name = words(label.names, label.id)
        del path[depth:]
        found.append(Choice(label, name, tuple(path)))
        path.append(name)
    return found


def recent(project: Project) -> list[str]:
    """The labels that I used last, the newest first."""
    entries = project.journal.entries(limit=_LOOKED_AT)
    mine = (str(entry.facts["label"]) for entry in entries if entry.author == project.coder and _codes(entry.facts))
    return list(dict.fromkeys(mine))[:_RECENT]


def _codes(facts: object) -> bool:
    return isinstance(facts, dict) and "label" in facts and ("annotation" in facts or "count" in facts)


def arranged(offered: Sequence[Choice], parts: Sequence[str], used: Sequence[str]) -> list[Choice]:
    """Those that fit, the best first; of equals, and where nothing is typed, those used last (`used`) first."""
    order = {label: at for at, label in enumerate(used)}
    if not parts:
        return sorted(offered, key=lambda choice: order.get(choice.label.id, len(order)))
    fits = [
        (rank, order.get(choice.label.id, len(order)), at)
        for at, choice in enumerate(offered)
        if (rank := choice.rank(parts)) is not None
    ]
    return [offered[at] for *_, at in sorted(fits)]


def is_named(offered: Sequence[Choice], parts: Sequence[str]) -> bool:
    """Whether one of them is called exactly so."""
    return any(" ".join(parts) in choice.names for choice in offered)
