"""A clash as a person reads it: what it is about, why it waits, and what stands on either side, in one language."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotator.messages import comma, sentences
from annotator.store import actors, articles, codebook, joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from annotator.core.changes import Row, Value
    from annotator.core.models import Actor, Fragments, Label, RelationType, StatementType, Variable
    from annotator.operations.clashes import Open
    from annotator.store.project import Project

_HIDDEN = frozenset({"id", "coding", "seal", "codebook", "article", "owner", "owner_kind", "coder", "at", "sources"})
_PLACE = frozenset({"text", "quotes", "head"})
_BEFORE = 20  # code points before the place where two texts part
_LONGEST = 200  # code points of one side's words


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that differs, and how it is on either side."""

    column: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Told:
    """A clash in words. Of a span, where it stands on either side, for the text `article` shows."""

    id: str
    what: str
    name: str
    why: str
    who: str
    at: str
    said: tuple[Said, ...]
    below: int
    article: str = ""
    title: str = ""
    ours: Fragments = ()
    theirs: Fragments = ()


class Words:
    """Says clashes of one project in one language; reads the names once."""

    def __init__(self, project: Project, language: str, *, people: Mapping[str, str] | None = None) -> None:
        self._db, self.language = project.db, language
        self._catalogue = sentences("clashes")
        book = codebook.read(self._db)
        self._people = {**(people or {}), **{coder.id: coder.name for coder in codebook.coders(self._db)}}
        named: list[Label | Variable | RelationType | StatementType | Actor]
        named = [*book.labels, *book.variables, *book.relation_types, *book.statement_types, *actors.every(self._db)]
        self._names = {one.id: self._in(one.names) or one.id for one in named} | self._people
        self._choices = {choice.id: self._in(choice.names) for one in book.variables for choice in one.choices}

    def told(self, found: Open) -> Told:
        """One clash in words; of work that may not be seen yet only who did it when, and why it waits."""
        clash = found.clash
        if found.kept:
            unseen = (Said(self._word("table.coding"), *[self._word("side.kept")] * 2),)
            words = (self._word("table.coding"), "", self._word(f"why.{clash.why}"), self._people.get(clash.author, ""))
            return Told(clash.id, *words, clash.at, unseen, len(found.within))
        here: Row = found.here or {}
        after: Row = clash.after or {}
        row = {**(clash.before or {}), **after, **here}
        article = self._article(clash.tbl, row)
        return Told(
            id=clash.id,
            what=self._word(f"table.{clash.tbl}"),
            name=self._name(clash.tbl, row, clash.row),
            why=self._word(f"why.{clash.why}"),
            who=self._people.get(clash.author, ""),
            at=clash.at,
            said=tuple(self._said(found, row)),
            below=len(found.within),
            article=article,
            title=self._title(article),
            ours=_fragments(here),
            theirs=_fragments({**here, **after} if clash.after is not None else {})
            if clash.tbl == "annotation"
            else (),
        )

    def _said(self, found: Open, row: Row) -> Iterator[Said]:
        clash, here = found.clash, found.here
        if clash.after is None or here is None:
            ours = self._word("side.none") if here is None else self._word("side.as_it_is")
            theirs = self._word("side.removed") if clash.after is None else self._summary(clash.tbl, clash.after)
            ours = self._summary(clash.tbl, here) or ours if here is not None else ours
            yield Said(self._word(f"table.{clash.tbl}"), ours, theirs or self._name(clash.tbl, row, clash.row))
            return
        for column in clash.after:
            if column in _HIDDEN or (column in _PLACE and "fragments" in clash.after):
                continue
            if column == "text" and clash.tbl == "article":
                ours, theirs = self._texts(str(here[column]), str(clash.after[column]))
                sides = (ours, theirs)
            elif column == "fragments":
                sides = (self._words(here), self._words({**here, **clash.after}))
            else:
                sides = (self._value(column, here.get(column)), self._value(column, clash.after[column]))
            if sides[0] != sides[1]:
                yield Said(self._word(f"column.{column}"), *sides)

    def _summary(self, table: str, row: Mapping[str, Any]) -> str:
        """The few words that a whole row is known by."""
        if table == "annotation" and "quotes" in row:
            return f"{self._names.get(str(row.get('label')), '')}: {self._words(row)}".strip(": ")
        shown = [self._value(c, row[c]) for c in ("value", "body", "names", "title", "name", "take") if c in row]
        return shown[0] if shown else comma(self.language).join(self._columns(row))

    def _columns(self, row: Mapping[str, Any]) -> Iterator[str]:
        for column, said in row.items():
            if column not in _HIDDEN:
                yield f"{self._word(f'column.{column}')}: {self._value(column, said)}"

    def _name(self, table: str, row: Mapping[str, Any], row_id: str) -> str:
        """What the row is called: its words, its name, or those of what it belongs to."""
        if row_id in self._names:
            return self._names[row_id]
        if table == "annotation" and "quotes" in row:
            return self._words(row)
        if table == "value" and "variable" in row:
            return self._names.get(str(row["variable"]), str(row["variable"]))
        for column in ("title", "name", "body"):
            if row.get(column):
                return _short(str(row[column]))
        return self._value("names", row["names"]) if "names" in row else ""

    def _words(self, row: Mapping[str, Any]) -> str:
        return _short(" … ".join(json.loads(str(row.get("quotes", "[]")))))

    def _value(self, column: str, stored: Value) -> str:
        if column in {"retired", "required", "apart", "blind", "inflected", "resolved"}:
            return self._word("side.yes" if stored else "side.no")
        said = _plain(stored)
        if isinstance(said, dict):
            return self._of_dict(said)
        if isinstance(said, list):
            return _short(comma(self.language).join(map(self._one, said)))
        return self._one(said)

    def _of_dict(self, said: dict[str, Any]) -> str:
        if set(said) <= {"ar", "en", "fa", "he", "ur"}:
            return _short(self._in(said))
        return _short(comma(self.language).join(f"{name}: {self._one(value)}" for name, value in said.items()))

    def _one(self, said: Any) -> str:
        if isinstance(said, bool):
            return self._word("side.yes" if said else "side.no")
        if isinstance(said, dict) and "names" in said:
            return self._in(said["names"])
        words = str("" if said is None else said)
        status = sentences("statuses").get(words, self._catalogue.get(f"side.{words}", {})).get(self.language, "")
        return _short(self._choices.get(words) or self._names.get(words) or status or words)

    def _texts(self, *names: str) -> list[str]:
        """Two versions of a text from where they part; of one that is not here nothing."""
        lacking = joined.missing(self._db, "text", names)
        bodies = ["" if name in lacking else articles.text(self._db, name).body for name in names]
        pairs = enumerate(zip(*bodies, strict=False))
        start = max(next((at for at, letters in pairs if len(set(letters)) > 1), 0) - _BEFORE, 0)
        return [_short(("…" if start else "") + " ".join(body[start:].split())) for body in bodies]

    def _article(self, table: str, row: Mapping[str, Any]) -> str:
        if table == "article":
            return str(row.get("id", ""))
        if row.get("article"):
            return str(row["article"])
        return joined.homes(self._db, [str(row.get("coding", ""))]).get(str(row.get("coding", "")), "")

    def _title(self, article: str) -> str:
        return next((line.title for line in articles.lines(self._db, [article]).values()), "")

    def _in(self, names: Mapping[str, str]) -> str:
        return names.get(self.language) or next(filter(None, names.values()), "")

    def _word(self, key: str) -> str:
        return self._catalogue.get(key, {}).get(self.language, key.partition(".")[2])


def _plain(stored: Value) -> Any:
    if isinstance(stored, str) and stored[:1] in {"{", "[", '"'} | set("-0123456789tfn"):
        try:
            return json.loads(stored)
        except ValueError:
            return stored
    return stored


def _fragments(row: Mapping[str, Any]) -> Fragments:
    return tuple((start, end) for start, end in json.loads(str(row.get("fragments", "[]"))))


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
