"""No change alters own work in a round that is frozen before it and after it, by whatever door it comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from annotator.core.changes import Edit

_FROZEN = 'select "id" from "round" where "state" = \'frozen\''
# Of every table that own work is made of: the coding that a row belongs to.
_HOME = {
    "annotation": 'select "coding" from "annotation" where "id" = ?',
    "value": 'select "coding" from "value" where "id" = ?',
    "relation": 'select "coding" from "relation" where "id" = ?',
    "statement": 'select "coding" from "statement" where "id" = ?',
}
_CODING = 'select "round", "kind" from "coding" where "id" = ?'
_OF_ARTICLE = 'select distinct "round" from "coding" where "article" = ? and "kind" = \'own\''


class Frozen:
    """Watches one change: `met` looks at each edit once it is applied, `close` at the end refuses or says nothing.

    A change may freeze a round or thaw it and bring the work in it: a merge does, and its undo.
    """

    def __init__(self, cursor: sqlite3.Cursor) -> None:
        self._cursor = cursor
        self._before = self._now()
        self._met: set[str] = set()
        self._rounds: dict[str, str] = {}  # of codings: the round of own work, "" of settled

    def met(self, edit: Edit) -> None:
        """Note the frozen round that an edit reaches into; where nothing is frozen it costs nothing."""
        if self._before:
            self._met.update(self._before.intersection(self._reached(edit)))

    def close(self) -> None:
        """Raise `frozen_round` if own work was altered that is still frozen."""
        if self._met and (still := sorted(self._met & self._now())):
            raise AnnotatorError("frozen_round", round=still[0])

    def _now(self) -> set[str]:
        return {row[0] for row in self._cursor.execute(_FROZEN).fetchall()}

    def _reached(self, edit: Edit) -> Iterator[str]:
        if edit.table == "coding":
            yield from self._of_coding_row(edit)
        elif edit.table == "article":
            if edit.before is not None and "text" in edit.before:  # corrected or removed: what was coded was another
                yield from (row[0] for row in self._cursor.execute(_OF_ARTICLE, (edit.row,)).fetchall())
        elif edit.table in _HOME:
            yield from map(self._round_of, self._homes(edit))

    def _of_coding_row(self, edit: Edit) -> Iterator[str]:
        self._rounds.pop(edit.row, None)
        stored = self._cursor.execute(_CODING, (edit.row,)).fetchone()
        there = dict(zip(("round", "kind"), stored or (), strict=False))
        for side in (edit.before, edit.after):
            if side is not None and {**there, **side}.get("kind") == "own":
                yield str({**there, **side}["round"])

    def _homes(self, edit: Edit) -> Iterator[str]:
        sides = [side["coding"] for side in (edit.before, edit.after) if side is not None and "coding" in side]
        if not sides:
            sides = [row[0] for row in self._cursor.execute(_HOME[edit.table], (edit.row,)).fetchall()]
        yield from map(str, sides)

    def _round_of(self, coding: str) -> str:
        if coding not in self._rounds:
            found = self._cursor.execute(_CODING, (coding,)).fetchone()
            self._rounds[coding] = found[0] if found and found[1] == "own" else ""
        return self._rounds[coding]
