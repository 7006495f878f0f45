"""What a colleague may have done in a package: their own codings of what was handed over, actors, notes; no more."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError
from annotator.operations.codings import Where
from annotator.operations.packing import NAME
from annotator.store import handovers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.core.changes import Edit, Entry, Row
    from annotator.core.travel import Handover
    from annotator.store.project import Project

_OF_CODING = frozenset({"annotation", "value", "relation", "statement"})
_POINTERS = ("owner", "source", "target")


class Scope:
    """Sifts the entries of a returned package; `held` says afterwards what was left out and why.

    An action counts whole: one edit of it that is not the colleague's to make holds all of it, and its undo.
    """

    def __init__(self, project: Project, made: Handover, *, carry: bool) -> None:
        self._db = project.db
        self._made = made
        now = {article.id: article for article in handovers.articles(project.db, list(made.articles))}
        articles = (*now, *(made.articles.keys() - now.keys())) if made.kind == "work" else ()
        self.codings = {Where(article, made.coder, made.round).id: article for article in articles}
        self._here = now.keys()
        self.titles = {article: now[article].title if article in now else article for article in made.articles}
        self._stale = {
            article for article, text in made.articles.items() if article not in now or now[article].text != text
        }
        self.stale: Counter[str] = Counter()  # articles whose work was held, with how many actions
        self._carry = carry
        self._texts = set(made.articles.values())
        self._known: dict[str, str] = {}  # rows looked up here: the coding that each belongs to, if it is here
        self._homes: dict[str, str] = {}  # rows that came with the package: the coding that each belongs to
        self._notes: dict[str, tuple[str, str]] = {}  # notes that came with it: who wrote each, on what
        self._actors: set[str] = set()  # that the colleague added
        self._left: set[str] = set()  # ids of actions that were left out
        self._strange: Counter[str] = Counter()  # their names
        self._others: Counter[str] = Counter()  # who signed what the colleague did not

    def sift(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """The entries that are to be taken in, in their order."""
        for entry in entries:
            self._note_rows(entry)
            if entry.change.name == NAME:
                self._left.add(entry.change.id)
            elif self._is_theirs(entry):
                yield entry
            else:
                self._left.add(entry.change.id)

    def held(self, names: dict[str, str]) -> Iterator[AnnotatorError]:
        """Each thing that was held, as messages say it; `names` are the coders' by id."""
        for article, count in self.stale.items():
            key = "text_of_another_version" if article in self._here else "article_not_here"
            yield AnnotatorError(key, article=article, title=self.titles[article], count=count)
        for author, count in self._others.items():
            yield AnnotatorError("work_of_another", who=names.get(author, author), count=count)
        for name, count in self._strange.items():
            yield AnnotatorError("not_theirs_to_do", what=name, count=count)

    def home(self, edit: Edit) -> str:
        """The coding that the row of an edit belongs to."""
        if edit.before is None and edit.after is not None:
            return str(edit.after["coding"])
        return self._of(edit.row)

    def _is_theirs(self, entry: Entry) -> bool:
        made = entry.change
        if made.of is not None and made.of in self._left:
            return False
        if made.author != self._made.coder or entry.via:
            self._others[made.author] += 1
            return False
        if not all(self._allows(edit) for edit in entry.edits):
            self._strange[made.name] += 1
            return False
        stale = self._reached(entry) & self._stale if self._stale else set()
        if stale - (self._here if self._carry else set()):
            self.stale.update(stale)
            return False
        return True

    def _note_rows(self, entry: Entry) -> None:
        """Where rows that this copy may not have belong, as the package says."""
        for edit in entry.edits:
            if edit.before is None and edit.after is not None:
                if edit.table in _OF_CODING:
                    self._homes.setdefault(edit.row, str(edit.after["coding"]))
                elif edit.table == "note":
                    self._notes.setdefault(edit.row, (str(edit.after["coder"]), str(edit.after["owner"])))

    def _allows(self, edit: Edit) -> bool:
        if edit.table in _OF_CODING:
            return self._is_own(edit)
        if edit.table == "coding":
            return edit.row in self.codings and self._is_progress(edit)
        if edit.table == "actor":
            return self._is_new_actor(edit)
        return edit.table == "note" and self._is_own_note(edit)

    def _is_own(self, edit: Edit) -> bool:
        """A row of one of their codings, before and after, that points nowhere else."""
        if edit.before is None and edit.after is not None:
            return edit.after["coding"] in self.codings and self._points_inside(edit.after)
        sides = [side for side in (edit.before, edit.after) if side is not None]
        home = self.home(edit)
        homes = {str(side.get("coding", home)) for side in sides} | {home}
        return homes <= self.codings.keys() and all(self._points_inside(side) for side in sides)

    def _points_inside(self, row: Row) -> bool:
        for column in _POINTERS:
            if column in row and self._of(str(row[column])) not in self.codings:
                return False
        held = json.loads(str(row["value"])) if "value" in row else None
        if isinstance(held, dict) and "annotation" in held and self._of(str(held["annotation"])) not in self.codings:
            return False
        return "text" not in row or row["text"] in self._texts

    def _of(self, row: str) -> str:
        """The coding that something belongs to: this copy's own word, else the package's; a coding is its own."""
        if row not in self._known:
            self._known[row] = row if row in self.codings else handovers.home(self._db, row)
        return self._known[row] or self._homes.get(row, "")

    def _is_progress(self, edit: Edit) -> bool:
        return edit.before is not None and edit.after is not None and edit.after.keys() <= {"status", "codebook"}

    def _is_new_actor(self, edit: Edit) -> bool:
        if edit.before is None:
            self._actors.add(edit.row)
        return edit.row in self._actors

    def _is_own_note(self, edit: Edit) -> bool:
        writer = handovers.writer(self._db, edit.row) or self._notes.get(edit.row, ("", ""))[0]
        if edit.before is not None and edit.after is not None and edit.after.keys() == {"resolved"}:
            return True  # whoever sees a thread may close it or answer it
        return writer == self._made.coder

    def _reached(self, entry: Entry) -> set[str]:
        """The articles whose codings an action touches, or what notes on spans of theirs stand on."""
        codings = {self._place(edit) for edit in entry.edits}
        return {self.codings[coding] for coding in codings if coding in self.codings}

    def _place(self, edit: Edit) -> str:
        if edit.table == "note":
            return self._of(self._notes.get(edit.row, ("", ""))[1])
        if edit.table in _OF_CODING:
            return self.home(edit)
        return edit.row if edit.table == "coding" else ""
