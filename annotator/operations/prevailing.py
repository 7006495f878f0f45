"""The edits by which what another copy did prevails over what stands here, as far as it still fits."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from annotator.core.changes import Edit
from annotator.core.errors import AnnotatorError
from annotator.core.ids import keyed_id
from annotator.operations import legality
from annotator.operations.deciding import Piece
from annotator.operations.dependants import Dependants
from annotator.operations.landing import Landing, Texts
from annotator.store import articles, joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.changes import Row
    from annotator.core.travel import Clash
    from annotator.store.project import Project

Key = tuple[str, str]

_ORDER = ("round", "coder", "variable", "label", "relation_type", "statement_type", "article", "actor", "coding")
_LATER = ("annotation", "statement", "relation", "value", "doubt", "part", "decision", "note")
_HANGS = frozenset({"value", "relation", "note", "doubt", "statement", "annotation", "decision"})
_TAKES_ALONG = frozenset({"annotation", "statement", "note", "decision"})
_FREED = frozenset({"label", "variable", "article"})  # where there is a way to go on, which the error says


class Prevailing:
    """One action in the making: the rows as they stand here and as it has left them so far."""

    def __init__(self, project: Project, clashes: Sequence[Clash]) -> None:
        self._project, self._db = project, project.db
        self._clashes = sorted(clashes, key=lambda clash: (clash.after is None, _rank(clash.tbl)))
        self._landing = Landing(project, Texts(project, lambda _: None))
        self._now: dict[Key, Row | None] = {}
        self._edits: list[Edit] = []
        self._at = ""  # when the newest of what prevails was done

    def edits(self) -> list[Edit]:
        """What has to be done; raises what `clashes.settle` says."""
        for clash in self._clashes:
            if clash.why in {"lost", "unsealed"} and clash.before is not None:
                raise AnnotatorError("clash_stuck", why=clash.why)
            self._take(clash)
            self._at = max(self._at, clash.at)
        self._doubt()
        self._refuse_half()
        return self._edits

    def _take(self, clash: Clash) -> None:
        here = self._row(clash.tbl, clash.row)
        if clash.after is None:
            self._remove(clash.tbl, clash.row, along=clash.tbl in _TAKES_ALONG)
        elif here is not None:
            self._alter(clash.tbl, here, self._placed(clash, here))
        elif "id" in clash.after:
            row = self._placed(clash, None)
            self._make_room(clash, row)
            self._add(clash.tbl, row)
        else:
            self._bring_back(clash)

    # --- one row

    def _row(self, table: str, row: str) -> Row | None:
        key = (table, row)
        if key not in self._now:
            self._now[key] = joined.rows(self._db, table, [row]).get(row)
        return self._now[key]

    def _do(self, edit: Edit) -> None:
        self._edits.append(edit)
        before = self._now.get((edit.table, edit.row))
        self._now[edit.table, edit.row] = None if edit.after is None else {**(before or {}), **edit.after}

    def _add(self, table: str, row: Row) -> None:
        if self._row(table, str(row["id"])) is None:
            self._do(Edit(table, str(row["id"]), None, row))

    def _alter(self, table: str, here: Row, after: Row) -> None:
        differ = [column for column in after if column in here and here[column] != after[column]]
        if table == "label" and "key" in differ:
            self._free_key(str(here["id"]), str(after["key"]))
        if differ:
            before, now = ({column: side[column] for column in differ} for side in (here, after))
            self._do(Edit(table, str(here["id"]), before, now))
        if table == "article" and "text" in differ:
            self._bring_along(str(here["id"]), str(after["text"]))

    def _bring_along(self, article: str, text: str) -> None:
        """Our spans and parts go to the text that prevails; raises `clash_stuck` where a span would lose its words."""
        for span in joined.on_other_texts(self._db, article, text):
            moved = self._landing.local("annotation", self._row("annotation", span) or {}, text)
            if not moved:
                raise AnnotatorError("clash_stuck", why="lost")
            self._do(moved[0].edit)
        reached = -1
        for part in joined.parts_on_other_texts(self._db, article, text):  # as when a text is corrected here
            here = self._row("part", part) or {}
            place = self._landing.stands("part", here, text)
            if place is not None and int(place["start"] or 0) > reached:
                reached = int(place["end"] or 0)
                self._alter("part", here, place)
            else:
                self._do(Edit("part", part, here, None))

    def _doubt(self) -> None:
        """Somebody has to look at spans whose words are others on the text that prevails."""
        for span, quotes in self._landing.doubts.items():
            if self._row("annotation", span) is not None:
                row: Row = {"id": keyed_id("doubt", span), "annotation": span, "was": quotes, "at": self._at}
                self._add("doubt", row)

    def _remove(self, table: str, row: str, *, along: bool) -> None:
        """Take a row away; with what hangs on it if that is work on it alone."""
        here = self._row(table, row)
        if here is None:
            return
        for pointer, other, _, _ in joined.pointing(self._db, table, [row]):
            if along and pointer in _HANGS:
                self._remove(pointer, other, along=True)
        self._do(Edit(table, row, here, None))

    def _bring_back(self, clash: Clash) -> None:
        """What was removed here comes back with what they made of it, and with what went with it."""
        gone = self._gone(clash)
        if gone is None:
            raise AnnotatorError("clash_needs", table=clash.tbl)
        number, row = gone
        row = self._placed(clash, row)
        self._add(clash.tbl, row)
        for edit in self._project.journal.edits(number):
            hung = edit.after is None and edit.table in _HANGS and clash.row in (edit.before or {}).values()
            if hung and edit.before is not None and self._carries(row, edit):
                self._add(edit.table, edit.before)

    def _carries(self, owner: Row, edit: Edit) -> bool:
        """Whether what hung on a span still belongs on it under the label that it has now."""
        if edit.table != "value" or "label" not in owner:
            return True
        variable = self._row("variable", str((edit.before or {})["variable"]))
        labels = json.loads(str(variable["labels"])) if variable else [""]
        return not labels or owner["label"] in labels

    def _gone(self, clash: Clash) -> tuple[int, Row] | None:
        undone = self._project.journal.undone()
        history = self._project.journal.row_history(clash.tbl, clash.row)
        found = [(e.n, edit.before) for e, edit in history if edit.after is None and e.id not in undone]
        return (found[-1][0], found[-1][1]) if found and found[-1][1] else None

    # --- what stands in the way

    def _make_room(self, clash: Clash, row: Row) -> None:
        """Our twin of a span, what we took the paragraph for, or our settled coding of an article gives way."""
        if clash.tbl == "annotation":
            place = (str(row["coding"]), str(row["label"]), str(row["fragments"]))
            for twin in joined.twins(self._db, [place]).values():
                self._remove("annotation", twin, along=True)
        elif clash.tbl == "part":
            for part in articles.parts(self._db, str(row["article"])):
                if part.start < int(row["end"] or 0) and int(row["start"] or 0) < part.end:
                    self._remove("part", part.id, along=False)
        elif clash.why == "settled":
            for other in joined.settled(self._db, str(row["article"]), str(row["round"])):
                self._withdraw(other)

    def _withdraw(self, coding: str) -> None:
        """Take a settled coding away with all that is in it."""
        self._remove("coding", coding, along=False)
        for table in ("decision", "annotation", "value", "relation", "statement"):
            for pointer, row, _, _ in list(joined.pointing(self._db, "coding", [coding])):
                if pointer == table:
                    self._remove(table, row, along=True)

    def _free_key(self, label: str, key: str) -> None:
        for row in joined.every(self._db, "label"):
            other = self._row("label", str(row["id"])) or row
            if row["id"] != label and key and str(other["key"]).casefold() == key.casefold() and not other["retired"]:
                self._do(Edit("label", str(row["id"]), {"key": other["key"]}, {"key": ""}))

    def _placed(self, clash: Clash, here: Row | None) -> Row:
        """Their columns over ours, on the text that stands here; raises `clash_stuck` where it has no place there."""
        theirs = clash.after or {}
        after: Row = {**(here or {}), **theirs}
        target = self._target(clash.tbl, after) if clash.tbl in {"annotation", "part"} and "text" in after else ""
        if not target:
            return after
        base = {} if here is None else self._landing.version(clash.tbl, here, clash.before or {})
        there = None if base is None else self._landing.stands(clash.tbl, {**after, **base, **theirs}, target)
        if there is None:
            raise AnnotatorError("clash_stuck", why="lost")
        return {**after, **there}

    def _target(self, table: str, row: Row) -> str:
        article = str(row.get("article", ""))
        if table == "annotation":
            coding = self._row("coding", str(row["coding"]))
            article = str(coding["article"]) if coding else ""
        found = self._row("article", article)
        return "" if found is None else str(found["text"])

    # --- nothing half

    def _refuse_half(self) -> None:
        pieces = [Piece(edit, edit, ["theirs"], "", "") for edit in self._edits]
        here = {
            piece.key: joined.rows(self._db, piece.key[0], [piece.key[1]]).get(piece.key[1], {}) for piece in pieces
        }
        legality.refuse_frozen(self._db, pieces, here)
        Dependants(self._db, pieces, ()).settle()
        legality.hold_choices(self._db, pieces)
        if used := [piece for piece in pieces if piece.why == "still_used"]:
            table = used[0].theirs.table
            raise AnnotatorError(
                "clash_used", why=table if table in _FREED else "other", count=sum(map(self._users, used))
            )
        for piece in pieces:
            if piece.why:
                raise AnnotatorError("clash_needs", table=piece.theirs.table)
        legality.refuse_illegal(self._db, pieces)

    def _users(self, piece: Piece) -> int:
        """How many rows need what a piece would take away: all that stay and point to it, or hold its choices."""
        table, row = piece.key
        if piece.edit.after is not None:
            return legality.count_choosing(self._db, piece)
        found = {(pointer, other) for pointer, other, _, _ in joined.pointing(self._db, table, [row])}
        return sum(self._row(*key) is not None for key in found)


def _rank(table: str) -> int:
    tables = (*_ORDER, *_LATER)
    return tables.index(table) if table in tables else len(tables)
