"""Which clashes are about work that who looks may not see yet: they learn that something waits, not what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.store import blind, joined

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.core.changes import Row
    from annotator.core.travel import Clash
    from annotator.store.project import Project

_OF_CODING = frozenset({"annotation", "value", "relation", "statement", "decision"})
_FOR_ALL = frozenset({"article", "label"})  # what is noted on these
_WORK = _OF_CODING | {"coding", "doubt", "note"}


def kept(project: Project, clashes: Sequence[Clash], here: Mapping[tuple[str, str], Row]) -> set[str]:
    """The ids of those that are kept from who acts; `here` are the rows that they are about, as far as they are there.

    Of work that is nowhere any more nothing says whose it was: then it is kept while anything is.
    """
    found = _Homes(project, clashes, here)
    codings = {clash.id: home for clash in clashes if (home := found.home(clash)) is not None}
    hidden = blind.kept(project.db, sorted(set(codings.values())), project.coder)
    known = set(codings.values()) - joined.missing(project.db, "coding", set(codings.values()))
    unsaid = blind.keeps(project.db, project.coder)
    authors = {clash.id: clash.author for clash in clashes}
    return {
        clash
        for clash, coding in codings.items()
        if coding in hidden or (unsaid and coding not in known and authors[clash] != project.coder)
    }


class _Homes:
    def __init__(self, project: Project, clashes: Sequence[Clash], here: Mapping[tuple[str, str], Row]) -> None:
        self._db = project.db
        self._rows = {
            (clash.tbl, clash.row): {
                **(clash.before or {}),
                **(clash.after or {}),
                **here.get((clash.tbl, clash.row), {}),
            }
            for clash in clashes
        }

    def home(self, clash: Clash) -> str | None:
        """The coding that a clash is about: empty if nothing says which, None if it is about no work."""
        return self._coding(clash.tbl, clash.row) if clash.tbl in _WORK else None

    def _coding(self, table: str, row: str) -> str | None:
        if table == "coding":
            return row
        said = self._row(table, row)
        if table == "doubt" and "annotation" in said:
            return self._coding("annotation", str(said["annotation"]))
        if table == "note" and "owner" in said:
            kind = str(said["owner_kind"])
            return None if kind in _FOR_ALL else self._coding(kind, str(said["owner"]))
        return str(said.get("coding", ""))

    def _row(self, table: str, row: str) -> Mapping[str, object]:
        if (table, row) not in self._rows:
            self._rows[table, row] = dict(joined.rows(self._db, table, [row]).get(row, {}))
        return self._rows[table, row]
