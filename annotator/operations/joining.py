"""What another copy did, brought into this one: planned first, with what clashes, then joined as one action."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.core.changes import Change, Edit, Entry
from annotator.core.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from annotator.core.changes import Step, Value
    from annotator.core.text import Text
    from annotator.core.travel import Clash
    from annotator.store.project import Project


@dataclass(frozen=True, slots=True)
class Plan:
    """What a join would do; nothing is written yet. `id` is that of the change that will do it.

    `counts` says by "table.added", "table.removed", "table.changed" how many rows come; `moved` how many spans were
    brought to another version of their text, and of those how many are in doubt.
    """

    id: str = field(default_factory=new_id)
    known: int = 0  # actions given that are here already
    actions: tuple[Entry, ...] = ()  # the unknown ones, oldest first
    edits: tuple[Edit, ...] = ()
    clashes: tuple[Clash, ...] = ()
    texts: tuple[Text, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    moved: int = 0
    doubt: int = 0


def plan(
    project: Project,
    entries: Iterable[Entry],
    text: Callable[[str], str | None],
    *,
    only: Callable[[Edit], bool] | None = None,
    tell: Callable[[int], None] = lambda _: None,
) -> Plan:
    """What bringing these entries of another copy's log in would do.

    `text` gives a text by its hash; an edit that `only` denies is held; `tell` hears of each entry read.
    """
    raise NotImplementedError


def join(project: Project, planned: Plan, name: str = "merge", **facts: Value) -> Change:
    """The action that does it: what fits is written, what clashes is kept for a person, all foreign actions are logged."""
    raise NotImplementedError
