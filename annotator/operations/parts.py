"""The parts of an article: headline, lead, captions; what is none of them is body. A part is a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core import parts
from annotator.core.changes import change
from annotator.core.ids import keyed_id
from annotator.core.models import Part
from annotator.core.rows import added, removed
from annotator.operations.sealed import refuse_in_package
from annotator.store import articles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.core.changes import Change, Edit
    from annotator.core.models import Article, PartKind
    from annotator.core.text import Text
    from annotator.store.project import Project

_Range = tuple[int, int]


def set_part(project: Project, article: str, kind: PartKind, start: int, end: int) -> Change:
    """Say what the paragraphs are that a range (code points) touches; an empty range means the one it stands in.

    "body" clears. Raises `bad_span` for a range outside the text.
    """
    refuse_in_package(project)
    there = articles.get(project.db, article)
    text = articles.text(project.db, there.text)
    if start != end:
        text.quote(start, end)
    chosen = touched(text, start, end)
    wanted: dict[_Range, PartKind] = {place: kind for place in chosen if kind != "body"}
    facts = {"article": there.title, "status": kind}
    return change("set_part", _settled(project, there, text, chosen, wanted), **facts)


def found_parts(project: Project, article: str) -> Change:
    """Mark what looks like a headline, a lead or a caption; paragraphs that are marked already stay what they are."""
    refuse_in_package(project)
    there = articles.get(project.db, article)
    text = articles.text(project.db, there.text)
    held = [part for part in articles.parts(project.db, article) if part.text == there.text]
    new = [part for part in found_in(there, text) if not any(_meet(part, (old.start, old.end)) for old in held)]
    return change("found_parts", map(added, new), article=there.title, count=len(new))


def found_in(article: Article, text: Text) -> Iterator[Part]:
    """The parts that an article seems to have, as rows."""
    for kind, start, end in parts.found(text.body, article.title):
        yield _row(article, text, kind, (start, end))


def touched(text: Text, start: int, end: int) -> list[_Range]:
    """The paragraphs with words in them that a range touches; of an empty range the one that it stands in."""
    worded = [(a, b) for a, b in text.paragraphs if text.body[a:b].strip()]
    if start == end:
        return [(a, b) for a, b in worded if a <= start <= b]
    return [(a, b) for a, b in worded if a < end and start < b]


def _settled(
    project: Project, article: Article, text: Text, chosen: Sequence[_Range], wanted: dict[_Range, PartKind]
) -> Iterator[Edit]:
    """The rows that make the chosen paragraphs what is wanted; of a longer part the other paragraphs stay in it."""
    for old in articles.parts(project.db, article.id):
        place = (old.start, old.end)
        if old.text == text.hash and wanted.get(place) == old.kind:
            del wanted[place]
        elif any(_meet(old, paragraph) for paragraph in chosen):
            yield removed(old)
            for rest in touched(text, old.start, old.end):
                if rest not in chosen:
                    yield added(_row(article, text, old.kind, rest))
    for place, kind in wanted.items():
        yield added(_row(article, text, kind, place))


def _row(article: Article, text: Text, kind: PartKind, place: _Range) -> Part:
    """Its id follows from what it is, so that two copies in which the same is found still join."""
    return Part(keyed_id("part", article.id, text.hash, kind, str(place[0])), article.id, text.hash, kind, *place)


def _meet(part: Part, place: _Range) -> bool:
    return part.start < place[1] and place[0] < part.end
