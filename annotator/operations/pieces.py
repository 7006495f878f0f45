"""One span becomes several, several become one, and a span has an inner head."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.core.ids import keyed_id, new_id
from annotator.core.models import Doubt, Relation
from annotator.core.rows import added, altered, removed
from annotator.core.words import whole_clusters
from annotator.operations import spans
from annotator.store import articles, codings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from annotator.core.changes import Change, Edit
    from annotator.core.models import Annotation, Assigned, Fragments
    from annotator.store.project import Project


# --- one becomes several


def split(project: Project, annotation: str, at: Sequence[int]) -> Change:
    """Cut a span at these places (code points of its text, moved back to a cluster's border).

    Every piece keeps label and attributes; links, slots, notes and doubts stay with the first, an inner head with the
    piece that holds it. White space at a cut falls away. Raises `nothing_to_split` where a piece would be empty.
    """
    old = spans.existing(project, annotation)
    text = articles.text(project.db, old.text)
    first, *others = [
        replace(old, fragments=fragments, quotes=text.quotes(fragments), head=_head_in(old.head, fragments))
        for fragments in _cut(text.body, old.fragments, at)
    ]
    others = [replace(piece, id=new_id()) for piece in others]
    for piece in (first, *others):
        spans.refuse_twice(project, piece, but=[old.id])
    values = codings.values_of(project.db, old.id).values()
    copies = [_on(piece, value) for piece in others for value in values]
    shrunk = altered(old, fragments=first.fragments, quotes=first.quotes, head=first.head)
    facts = spans.told(old) | {"count": len(others) + 1}
    return change("split", [shrunk, *map(added, others), *map(added, copies)], **facts)


def _on(piece: Annotation, value: Assigned) -> Assigned:
    return replace(value, id=keyed_id("value", piece.id, value.variable), owner=piece.id)


def _cut(body: str, fragments: Fragments, at: Sequence[int]) -> list[Fragments]:
    """The fragments of each piece, in text order."""
    low, high = fragments[0][0], fragments[-1][1]
    if not at or any(not low < place < high for place in at):
        raise AnnotatorError("nothing_to_split")
    edges = sorted({low, high, *(_place(body, fragments, place) for place in at)})
    if len(edges) == 2:  # noqa: PLR2004
        raise AnnotatorError("nothing_to_split")
    inner = {place for place in edges if any(a < place < b for a, b in fragments)}
    pieces = []
    for start, end in pairwise(edges):
        inside = [(max(a, start), min(b, end)) for a, b in fragments if a < end and start < b]
        pieces.append(_trimmed(body, inside, start=start in inner, end=end in inner))
    return pieces


def _place(body: str, fragments: Fragments, place: int) -> int:
    """Where a cut is made: at a cluster's border, and between two fragments where the second begins."""
    start = next(start for start, end in fragments if place < end)
    return max(start, whole_clusters(body, place, place)[0])


def _trimmed(body: str, fragments: list[tuple[int, int]], *, start: bool, end: bool) -> Fragments:
    """Without the white space at those of its edges that cut a fragment; raises `nothing_to_split` if nothing stays."""
    kept = list(fragments)
    if start:
        low, high = kept[0]
        kept[0] = (high - len(body[low:high].lstrip()), high)
    if end:
        low, high = kept[-1]
        kept[-1] = (low, low + len(body[low:high].rstrip()))
    kept = [(low, high) for low, high in kept if low < high]
    if not kept:
        raise AnnotatorError("nothing_to_split")
    return tuple(kept)


def _head_in(head: Fragments, fragments: Fragments) -> Fragments:
    """The head, if one of the fragments holds it whole."""
    return head if head and spans.clipped(head, fragments) == head else ()


# --- several become one


@dataclass(frozen=True, slots=True)
class Group:
    """Spans that become one: the first of them in the text, the others, and what holds them all."""

    kept: Annotation
    others: tuple[Annotation, ...]
    fragments: Fragments
    quotes: tuple[str, ...]


def join(project: Project, annotations: Sequence[str]) -> Change:
    """Make one span of several of one coding and label; the first in the text stays.

    Their fragments are united, and a gap of mere white space is bridged. The attributes of the first win and are
    filled in from the others, whose links, slots and notes it takes over. Raises `cannot_join`, and what the
    label's rules say.
    """
    found = sorted(spans.all_existing(project, annotations), key=lambda span: (span.start, -span.end, span.id))
    if len(found) < 2 or len({(span.coding, span.label) for span in found}) > 1:  # noqa: PLR2004
        raise AnnotatorError("cannot_join")
    text = articles.text(project.db, found[0].text)
    fragments = united(text.body, [span.fragments for span in found])
    joined = replace(found[0], fragments=fragments, quotes=text.quotes(fragments))
    ids = [span.id for span in found]
    spans.refuse_twice(project, joined, but=ids)
    spans.refuse_forbidden_here(project, joined, but=ids)
    group = Group(found[0], tuple(found[1:]), joined.fragments, joined.quotes)
    return change("join", merging(project, [group]), **(spans.told(joined) | {"count": len(found)}))


def united(body: str, all_fragments: Sequence[Fragments]) -> Fragments:
    """What several spans hold together; where nothing but white space parts two of them, that too."""
    whole = spans.in_order(tuple(chain.from_iterable(all_fragments)))
    bridges = [
        (end, start)
        for (_, end), (start, _) in pairwise(whole)
        if not body[end:start].strip() and not any(_has_gap(one, end, start) for one in all_fragments)
    ]
    return spans.in_order((*whole, *bridges))


def _has_gap(fragments: Fragments, start: int, end: int) -> bool:
    """Whether one of the spans was in pieces there itself: then it stays so."""
    return any(a[1] == start and b[0] == end for a, b in pairwise(fragments))


def merging(project: Project, groups: Sequence[Group]) -> Iterator[Edit]:
    """The edits that make each group one span; what hangs on all of them is read at once."""
    merge = _Merge(project, groups)
    yield from merge.values()
    yield from merge.links()
    yield from merge.slots()
    yield from merge.notes()
    yield from merge.doubts()
    for group in groups:
        heads = (spans.clipped(one.head, group.fragments) for one in (group.kept, *group.others))
        head = next(filter(None, heads), ())
        yield altered(group.kept, fragments=group.fragments, quotes=group.quotes, head=head)
        yield from map(removed, group.others)


class _Merge:
    """What hangs on the spans that go is hung on the one that stays."""

    def __init__(self, project: Project, groups: Sequence[Group]) -> None:
        self._db = project.db
        self._now: Mapping[str, str] = {other.id: group.kept.id for group in groups for other in group.others}
        self._spans = [span for group in groups for span in (group.kept, *group.others)]
        self._ids = [span.id for span in self._spans]
        self._place = {name: place for place, name in enumerate(self._ids)}

    def values(self) -> Iterator[Edit]:
        """The first value of each attribute stays."""
        held: dict[tuple[str, str], Assigned] = {}
        for value in self._by_place(codings.values_on(self._db, self._ids)):
            owner = self._now.get(value.owner, value.owner)
            first = held.setdefault((owner, value.variable), value)
            if owner != value.owner:
                yield removed(value)
                if first is value:
                    yield added(replace(value, id=keyed_id("value", owner, value.variable), owner=owner))

    def links(self) -> Iterator[Edit]:
        """Links lead to the one that stays; a second of the same and one to itself go."""
        links = codings.relations_at(self._db, self._ids)
        seen = {_ends(link) for link in links if self._moved(link) == _ends(link)}
        for link in links:
            label, source, target = ends = self._moved(link)
            if ends == _ends(link):
                continue
            yield removed(link)
            if source != target and ends not in seen:
                seen.add(ends)
                yield added(Relation(keyed_id("relation", *ends), link.coding, label, source, target))

    def slots(self) -> Iterator[Edit]:
        """Slots of statements hold the one that stays."""
        for slot in codings.slots_holding(self._db, self._spans):
            held = slot.value["annotation"]
            yield altered(slot, value={"annotation": self._now.get(held, held)})

    def notes(self) -> Iterator[Edit]:
        """Notes are on the one that stays."""
        for note in codings.notes(self._db, self._ids):
            yield altered(note, owner=self._now.get(note.owner, note.owner))

    def doubts(self) -> Iterator[Edit]:
        """What was in doubt for one is in doubt for the whole."""
        held: set[str] = set()
        found = codings.doubts(self._db, self._ids)
        for doubt in sorted(found, key=lambda doubt: self._place[doubt.annotation]):
            owner = self._now.get(doubt.annotation, doubt.annotation)
            if owner != doubt.annotation:
                yield removed(doubt)
                if owner not in held:
                    yield added(Doubt(keyed_id("doubt", owner), owner, doubt.was, doubt.at))
            held.add(owner)

    def _moved(self, link: Relation) -> tuple[str, str, str]:
        return link.label, self._now.get(link.source, link.source), self._now.get(link.target, link.target)

    def _by_place(self, values: Iterable[Assigned]) -> list[Assigned]:
        return sorted(values, key=lambda value: self._place[value.owner])


def _ends(link: Relation) -> tuple[str, str, str]:
    return link.label, link.source, link.target


# --- the inner head


def set_head(project: Project, annotation: str, head: Fragments) -> Change:
    """Say which part of a span (code points) is its inner head, () for none; raises `bad_head`."""
    old = spans.existing(project, annotation)
    body = articles.text(project.db, old.text).body
    head = checked_head(body, old.fragments, head) if head else ()
    words = body[head[0][0] : head[0][1]] if head else ""
    return change("set_head", [altered(old, head=head)], **(spans.told(old) | {"head": words}))


def checked_head(body: str, fragments: Fragments, head: Fragments) -> Fragments:
    """The head, if it is one range inside one fragment and cuts no cluster; raises `bad_head`."""
    if len(head) != 1 or head[0][0] >= head[0][1] or spans.clipped(head, fragments) != head:
        raise AnnotatorError("bad_head")
    if whole_clusters(body, *head[0]) != head[0]:
        raise AnnotatorError("bad_head")
    return head
