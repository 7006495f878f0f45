"""What happens to a project, as plain values: edits of rows, bundled into a named, signed change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

from annotator.core.ids import new_id
from annotator.core.text import Text

Value = str | int | float | None
Row = Mapping[str, Value]
Kind = Literal["do", "undo", "redo"]


@dataclass(frozen=True, slots=True)
class Edit:
    """One row, before and after: added when there is no before, removed when no after.

    An alteration holds only the columns that differ, so that edits of different columns never clash.
    """

    table: str
    row: str
    before: Row | None
    after: Row | None

    @property
    def kind(self) -> Literal["added", "removed", "changed"]:
        """What becomes of the row."""
        return "added" if self.before is None else "removed" if self.after is None else "changed"

    def inverse(self) -> Edit:
        """The edit that takes this one back."""
        return Edit(self.table, self.row, self.after, self.before)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


@dataclass(frozen=True, slots=True)
class Change:
    """One action of one person, which stands or falls whole.

    An operation fills `name`, `facts` (what the history panel says of it: a label, a quote) and `steps`, which may be
    a generator that is read once, while it is committed. `Journal.commit` returns it signed, without its steps and
    with `rows`: the ids touched in each table, or None for a table with too many to name (read all of it again).
    """

    name: str
    steps: Iterable[Step] = ()
    facts: Mapping[str, Value] = field(default_factory=dict)
    author: str = ""
    copy: str = ""
    kind: Kind = "do"
    of: str | None = None
    id: str = field(default_factory=new_id)
    at: str = field(default_factory=_now)
    rows: Mapping[str, frozenset[str] | None] = field(default_factory=dict)
    n: int = 0

    def touches(self, *tables: str) -> bool:
        """Whether a view over these tables has to read again."""
        return any(table in self.rows for table in tables)


@dataclass(frozen=True, slots=True)
class Entry:
    """A change of another copy's log, without its steps, and the edits logged under it.

    `via` names the merge that brought it into that copy (empty: it was done there), and `state` is then "taken" or
    "held". As a step of a change of ours it is logged whole and not applied.
    """

    change: Change
    state: str
    via: str
    digest: str
    edits: tuple[Edit, ...]


Step = Edit | Text | Entry


def change(name: str, steps: Iterable[Step], /, **facts: Value) -> Change:
    """Bundle steps under a name, leaving out edits that change nothing."""
    return Change(name, (step for step in steps if not isinstance(step, Edit) or step.before != step.after), facts)
