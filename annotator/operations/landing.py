"""Spans and parts of another copy brought to the version of the text that stands here, or ours to the one that comes.

A span is compared with ours only once both stand on one text: then what a correction moved is no change of anybody's.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING

from annotator.core.carry import carrier
from annotator.core.changes import Edit
from annotator.core.rows import dumps
from annotator.core.text import Text
from annotator.operations.carrying import Stand, carried, carried_part
from annotator.operations.deciding import Piece, decide
from annotator.store import articles, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from annotator.core.carry import Carrier
    from annotator.core.changes import Row, Value
    from annotator.operations.squashing import Net
    from annotator.store.project import Project

_SPAN = ("text", "fragments", "quotes", "head")
_PART = ("text", "start", "end")


class Texts:
    """Texts by hash: those of the project, and those that the other copy has."""

    def __init__(self, project: Project, theirs: Callable[[str], str | None]) -> None:
        self._project = project
        self._theirs = theirs
        self.brought: dict[str, Text] = {}

    def bring(self, hashes: set[str]) -> None:
        """Fetch those of these texts that the project lacks, as far as the other copy has them."""
        for name in sorted(joined.missing(self._project.db, "text", hashes - self.brought.keys())):
            if (body := self._theirs(name)) is not None:
                self.brought[name] = Text(body)

    def lacks(self, name: str) -> bool:
        """Whether neither copy has it."""
        return name not in self.brought and bool(joined.missing(self._project.db, "text", [name]))

    def get(self, name: str) -> Text:
        """One text."""
        return self.brought[name] if name in self.brought else articles.text(self._project.db, name)

    @lru_cache(maxsize=64)  # noqa: B019  # as long as one plan is made
    def carrier(self, old: str, new: str) -> Carrier:
        """The way from one version to another."""
        return carrier(self.get(old).body, self.get(new).body)


class Landing:
    """Decides on spans and parts. `moved` counts theirs that came to another text; `doubts` holds words before."""

    def __init__(self, project: Project, texts: Texts) -> None:
        self._project = project
        self._texts = texts
        self._undone = project.journal.undone()
        self.moved = 0
        self.doubts: dict[str, str] = {}  # annotation to quotes as stored

    def decide(self, nets: Sequence[Net], here: Row | None, target: str) -> list[Piece]:
        """The pieces that the net edits of one span or part become on the text `target`."""
        if all(self._plain(net, here, target) for net in nets) and (here is None or here["text"] == target):
            return decide(nets, here)
        pieces, fit = [], []
        for net in nets:
            if self._normal(net, here, target):
                fit.append(net)
            else:
                theirs = Edit(net.table, net.row, net.before, net.after)
                why = "changed" if "fragments" not in (net.after or {}) and net.table == "annotation" else "lost"
                pieces.append(Piece(theirs, theirs, net.sources or [net.clash], net.who, net.at, net.clash, why))
        if here is not None and here["text"] != target:
            there = self.local(nets[0].table, here, target)
            pieces = [*there, *pieces]
            here = {**here, **(there[0].edit.after or {})} if there else here
        return [*pieces, *decide(fit, here)]

    def local(self, table: str, here: Row, target: str) -> list[Piece]:
        """A row of ours brought to a text that comes; nothing for one that cannot be."""
        at = self._at(table, here, target)
        if at is None:
            return []
        after = {column: said for column, said in at.items() if here[column] != said}
        edit = Edit(table, str(here["id"]), {column: here[column] for column in after}, after)
        return [Piece(edit, edit, ["local"], "", "")]

    def stands(self, table: str, row: Row, target: str) -> Row | None:
        """Where a span or part stands on another text, as columns; None if nothing of it is left there."""
        return self._at(table, row, target)

    def version(self, table: str, here: Row, before: Row) -> Row | None:
        """Our row as it was when it stood where they went on from (`before`), or None if it never did."""
        wanted = {column: said for column, said in before.items() if column in (*_SPAN, *_PART)}
        for row in (here, *self._versions(table, str(here["id"]))):
            if all(row[column] == said for column, said in wanted.items()):
                return row
        return None

    def loses(self, here: Row, target: str) -> bool:
        """Whether nothing would be left of a span of ours on this text."""
        return self._moved(here, target) is None

    def _plain(self, net: Net, here: Row | None, target: str) -> bool:
        """Whether it stands on the target already, or says nothing of where it stands."""
        if net.after is None:
            return (net.before or {}).get("text", target) == target
        if net.before is None:
            return net.after.get("text", target) == target
        said = {column: was for column, was in net.before.items() if column in (*_SPAN, *_PART)}
        if not said:
            return True
        fits = here is not None and all(here[column] in (was, net.after[column]) for column, was in said.items())
        return fits and "text" not in said and not self._is_vague(net)

    def _is_vague(self, net: Net) -> bool:
        """Whether what it changed does not say on which text: a head alone, or another place with the same words."""
        said = (net.after or {}).keys()
        if "text" in said:
            return False
        if "fragments" in said:
            return "quotes" not in said and self._varied(net, "quotes")
        return "head" in said and self._varied(net, "fragments")

    def _varied(self, net: Net, column: str) -> bool:
        """Whether our row said something else in a column before."""
        return len({version[column] for version in self._versions(net.table, net.row)}) > 1

    # --- one net edit on the target

    def _normal(self, net: Net, here: Row | None, target: str) -> bool:
        """Bring a net edit to the target text; False if it has no place there."""
        if net.after is None:
            return self._normal_removal(net, here, target)
        if net.before is None:
            return self._normal_addition(net, target)
        columns = _SPAN if net.table == "annotation" else _PART
        if not any(column in net.after for column in columns):
            return True
        there = here if here is not None else next(self._versions(net.table, net.row), None)
        base = None if there is None else self.version(net.table, there, net.before)
        if base is None or self._is_vague(net):
            return False
        before = self._at(net.table, {**base, **net.before}, target, doubt=False)
        after = self._at(net.table, {**base, **net.before, **net.after}, target)
        rest = {column: said for column, said in net.after.items() if column not in columns}
        old = {column: said for column, said in net.before.items() if column not in columns}
        # What they did not say of where it stands only moved with their text.
        said = [column for column in columns if column in net.after] if "text" in net.after else columns
        differ = [column for column in said if before and after and before[column] != after[column]]
        if before is None or after is None or (here is None and differ):  # of one removed here a mere move is nothing
            return False
        self.moved += net.table == "annotation" and here is not None
        net.before = old | {column: before[column] for column in differ}
        net.after = rest | {column: after[column] for column in differ}
        return True

    def _normal_removal(self, net: Net, here: Row | None, target: str) -> bool:
        row = net.before or {}
        if here is not None and row.get("text", target) != target and all(column in row for column in here):
            there = self._at(net.table, row, target, doubt=False)
            net.before = {**row, **(there or {})}
        return True

    def _normal_addition(self, net: Net, target: str) -> bool:
        row = net.after or {}
        if row.get("text", target) == target:
            return True
        there = self._at(net.table, row, target) if "id" in row else None
        if there is not None:
            net.after = {**row, **there}
            self.moved += net.table == "annotation"
        return there is not None

    def _versions(self, table: str, row: str) -> Iterator[Row]:
        """What a row has been here, newest first."""
        versions: list[dict[str, Value]] = []
        for entry, edit in self._project.journal.row_history(table, row):
            if entry.id not in self._undone and edit.after is not None:
                versions.append({**(versions[-1] if versions and edit.before is not None else {}), **edit.after})
        yield from (version for version in reversed(versions) if "id" in version)

    # --- a row on another text

    def _at(self, table: str, row: Row, target: str, *, doubt: bool = True) -> Row | None:
        """The columns that say where a row stands, on the target."""
        return self._span(row, target, doubt=doubt) if table == "annotation" else self._part(row, target)

    def _span(self, row: Row, target: str, *, doubt: bool) -> Row | None:
        if row["text"] == target:
            return {column: row[column] for column in _SPAN}
        stand = self._moved(row, target)
        if stand is None:
            return None
        if doubt and not stand.same:
            self.doubts.setdefault(str(row["id"]), str(row["quotes"]))
        said = {"fragments": stand.fragments, "quotes": stand.quotes, "head": stand.head}
        return {"text": target} | {column: dumps(value) for column, value in said.items()}

    def _moved(self, row: Row, target: str) -> Stand | None:
        old = str(row["text"])
        if self._texts.lacks(old) or self._texts.lacks(target):
            return None
        stand = Stand(_ranges(row["fragments"]), tuple(json.loads(str(row["quotes"]))), _ranges(row["head"]))
        if self._texts.get(old).quotes(stand.fragments) != stand.quotes:
            return None
        return carried(self._texts.carrier(old, target), self._texts.get(target), stand)

    def _part(self, row: Row, target: str) -> Row | None:
        if row["text"] == target:
            return {column: row[column] for column in _PART}
        old = str(row["text"])
        if self._texts.lacks(old) or self._texts.lacks(target):
            return None
        text = self._texts.get(target)
        place = carried_part(self._texts.carrier(old, target), text, int(row["start"] or 0), int(row["end"] or 0))
        return None if place is None else {"text": target, "start": place[0], "end": place[1]}


def _ranges(stored: Value) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in json.loads(str(stored)))
