"""A typo in the source is mended: a new version of the text, and every span on the old one is carried over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from annotator.core.carry import carrier
from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.core.ids import keyed_id
from annotator.core.models import Doubt
from annotator.core.rows import added, altered, removed
from annotator.core.text import stored_form
from annotator.operations import spans
from annotator.operations.carrying import Stand, carried, carried_part
from annotator.operations.sealed import refuse_in_package
from annotator.store import articles, codebook, codings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.core.carry import Carrier
    from annotator.core.changes import Change, Edit, Step
    from annotator.core.models import Annotation
    from annotator.store.project import Project

_SHOWN = 40  # characters of what was corrected that the history's facts keep


@dataclass(frozen=True, slots=True)
class Moved:
    """A span before and after."""

    before: Annotation
    after: Annotation


@dataclass(frozen=True, slots=True)
class Preview:
    """What a correction would do to the spans of an article: how many keep their words, the others one by one."""

    same: int
    doubt: tuple[Moved, ...]
    lost: tuple[Annotation, ...]


class Edition(NamedTuple):
    """A version of a text: its hash, since when it holds, by whom (a coder's id)."""

    text: str
    at: str
    who: str


class InDoubt(NamedTuple):
    """A span to look at after a correction."""

    doubt: Doubt
    annotation: Annotation
    article: str


def preview(project: Project, article: str, new_body: str) -> Preview:
    """What `correct` would do; raises `frozen_text`, `same_text`, `empty_text` or `bad_character` as it does."""
    return _Correction(project, article, new_body).preview()


def correct(project: Project, article: str, new_body: str) -> Change:
    """Give an article a corrected text; the old one stays under its hash.

    Spans of every coding are carried over. Whose words are others now gets a `Doubt`; of whose words nothing is left
    is removed with what hangs on it. Raises `frozen_text` where a frozen round coded it, `same_text`, `empty_text`.
    """
    new = _Correction(project, article, new_body)
    found = new.preview()
    counts = {"count": len(found.doubt), "lost": len(found.lost)}
    return change("correct", new.steps(), article=new.article.title, **counts, **new.told())


def looked_at(project: Project, annotations: Sequence[str]) -> Change:
    """Say of spans in doubt that they are right as they are now."""
    found = codings.doubts(project.db, annotations)
    return change("looked_at", map(removed, found), count=len(found))


def in_doubt(project: Project, *, coder: str) -> list[InDoubt]:
    """The spans of a coder that nobody has looked at since their text was corrected."""
    doubts = codings.doubts_of(project.db, coder)
    held = codings.annotations_among(project.db, [doubt.annotation for doubt in doubts])
    homes = codings.codings_among(project.db, sorted({span.coding for span in held.values()}))
    found = [(doubt, held[doubt.annotation]) for doubt in doubts]
    return [InDoubt(doubt, span, homes[span.coding].article) for doubt, span in found]


def versions(project: Project, article: str) -> list[Edition]:
    """The texts that an article has had, the oldest first, as the log tells it; the last is that of now."""
    undone = project.journal.undone()
    return [
        Edition(str(edit.after["text"]), entry.at, entry.author)
        for entry, edit in project.journal.row_history("article", article)
        if edit.after is not None and "text" in edit.after and entry.id not in undone
    ]


class _Correction:
    """One correction of one article, worked out when it is made."""

    def __init__(self, project: Project, article: str, new_body: str) -> None:
        refuse_in_package(project)
        self._project, self._db = project, project.db
        self.article = articles.get(project.db, article)
        self._homes = codings.of_article(project.db, article)
        self._refuse_frozen()
        self._new = stored_form(new_body).text
        if not self._new.body.strip():
            raise AnnotatorError("empty_text")
        self._old = articles.text(project.db, self.article.text)
        if self._new.hash == self._old.hash:
            raise AnnotatorError("same_text")
        self._carriers = {self._old.hash: carrier(self._old.body, self._new.body)}
        self._now = datetime.now(UTC).isoformat(timespec="milliseconds")
        self._same: list[Moved] = []
        self._doubt: list[Moved] = []
        self._lost: list[Annotation] = []
        for span in codings.annotations_of(project.db, [coding.id for coding in self._homes]):
            self._sort(span)

    def preview(self) -> Preview:
        return Preview(len(self._same), tuple(self._doubt), tuple(self._lost))

    def steps(self) -> Iterator[Step]:
        yield self._new
        yield altered(self.article, text=self._new.hash)
        for moved in (*self._same, *self._doubt):
            after = moved.after
            yield altered(
                moved.before, text=after.text, fragments=after.fragments, quotes=after.quotes, head=after.head
            )
        yield from self._doubts()
        yield from spans.removal(self._project, self._lost)
        yield from self._parts()

    def told(self) -> dict[str, str]:
        """The first and last words that differ, for the history."""
        old, new = self._old.body, self._new.body
        start = _common(old, new)
        behind = min(_common(old[::-1], new[::-1]), len(old) - start, len(new) - start)
        start = max(old.rfind(" ", 0, start), old.rfind("\n", 0, start)) + 1
        while behind and not old[len(old) - behind].isspace():
            behind -= 1
        return {"old": _shown(old[start : len(old) - behind]), "new": _shown(new[start : len(new) - behind])}

    def _refuse_frozen(self) -> None:
        frozen = {found.id for found in codebook.rounds(self._db) if found.state == "frozen"}
        for coding in self._homes:
            if coding.kind == "own" and coding.round in frozen:
                raise AnnotatorError("frozen_text", round=coding.round)

    def _carrier(self, text: str) -> Carrier:
        """From the text that a span stands on: the article's own, or another version that an import brought."""
        if text not in self._carriers:
            self._carriers[text] = carrier(articles.text(self._db, text).body, self._new.body)
        return self._carriers[text]

    def _sort(self, span: Annotation) -> None:
        stand = carried(self._carrier(span.text), self._new, Stand(span.fragments, span.quotes, span.head))
        if stand is None:
            self._lost.append(span)
            return
        after = replace(span, text=self._new.hash, fragments=stand.fragments, quotes=stand.quotes, head=stand.head)
        (self._same if stand.same else self._doubt).append(Moved(span, after))

    def _doubts(self) -> Iterator[Edit]:
        """A span that was in doubt before keeps the words that it had first."""
        before = codings.doubts(self._db, [moved.before.id for moved in self._doubt])
        known = {doubt.annotation for doubt in before}
        for moved in self._doubt:
            span = moved.before
            if span.id not in known:
                yield added(Doubt(keyed_id("doubt", span.id), span.id, span.quotes, self._now))

    def _parts(self) -> Iterator[Edit]:
        """Parts go along as whole paragraphs; of two that came into one paragraph the first stays."""
        reached = -1
        for part in articles.parts(self._db, self.article.id):
            place = carried_part(self._carrier(part.text), self._new, part.start, part.end)
            if place is not None and place[0] > reached:
                reached = place[1]
                yield altered(part, text=self._new.hash, start=place[0], end=reached)
            else:
                yield removed(part)


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    most = min(len(one), len(other))
    return next((at for at in range(most) if one[at] != other[at]), most)


def _shown(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
