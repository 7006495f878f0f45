"""A coder's own work beside what was settled: what stayed, what became what, and which decision made it so."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, get_args

from annotator.core.ids import keyed_id
from annotator.review.matching import overlap
from annotator.review.queue import AGREED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from annotator.core.models import Annotation, Decision, Relation
    from annotator.review.compare import Coded, Difference

CorrectionKind = Literal["kept", "edge", "label", "attribute", "removed", "added", "link", "variable"]
KINDS: tuple[CorrectionKind, ...] = get_args(CorrectionKind)
# What a decision that names no segment is about: a link (its kind, the settled segments that it leads from and to), or
# an article variable.
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """One of a coder's segments, links or article variables beside what was settled of it.

    `own` or `settled` is None where one of the two has nothing. `label` is the coder's, of an added segment the settled
    one; of a link its kind, of an article variable its id. `said` and `ruled` are the values on either side by
    variable, `variables` those of them that differ. Of a link, `own` or `settled` is the segment it starts from and
    `target` the one it leads to. Kept is what stayed as it was, of any sort.
    """

    kind: CorrectionKind
    label: str
    own: Annotation | None = None
    settled: Annotation | None = None
    said: Mapping[str, Any] = field(default_factory=dict)
    ruled: Mapping[str, Any] = field(default_factory=dict)
    variables: tuple[str, ...] = ()
    target: Annotation | None = None
    decision: Decision | None = None
    key: Key = ()  # of a link or a variable

    @property
    def span(self) -> Annotation | None:
        """The coder's segment if there is one, else the settled one; of an article variable none."""
        return self.own or self.settled

    @property
    def about(self) -> Literal["segment", "link", "variable"]:
        """What sort of thing it is."""
        return "variable" if self.span is None else "link" if self.target is not None else "segment"

    @property
    def reason(self) -> str:
        """Why, by the key of the reason; nothing where it was not said, or nothing was to be decided."""
        return self.decision.reason if self.decision and self.decision.reason != AGREED else ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much stayed and how much was changed; by kind, and by label and by reason what was changed."""

    kept: int
    changed: int
    kinds: Mapping[str, int]
    labels: Mapping[str, int]
    reasons: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Compared:
    """All corrections of an article in text order, variables last; `waiting` segments were not decided on yet."""

    corrections: tuple[Correction, ...]
    waiting: int = 0


def corrections(
    own: Coded, settled: Coded, decisions: Sequence[Decision], differences: Iterable[Difference] = ()
) -> Compared:
    """Lay a coder's work beside the settled coding, by what decisions say came of which segment.

    Where there are no decisions (the settled coding came from a file), places and labels alone say it. `differences`
    are those of the article between any coders: they tell which link or variable a decision was about.
    """
    paired, differences = _Pairing(own, settled, decisions), tuple(differences)
    ruled = _Ruled(paired, settled, decisions, differences)
    found = [*paired.segments(), *_links(own, settled, paired, ruled)]
    found.sort(key=_place)
    return Compared((*found, *_variables(own, settled, ruled)), paired.waiting)


def known_by(settled: str, key: Key) -> str:
    """What stands for a decision's difference where nobody else's coding is there to say what it was about."""
    return keyed_id("feedback", settled, *key)


def counts(of: Iterable[Correction]) -> Counts:
    """Count corrections, of any number of articles."""
    all_ = list(of)
    changed = [one for one in all_ if one.kind != "kept"]
    return Counts(
        kept=len(all_) - len(changed),
        changed=len(changed),
        kinds=_counted(one.kind for one in changed),
        labels=_counted(one.label for one in changed),
        reasons=_counted(one.reason for one in changed),
    )


def _counted(words: Iterable[str]) -> dict[str, int]:
    """The most frequent first."""
    return dict(sorted(Counter(words).items(), key=lambda each: (-each[1], each[0])))


def _place(found: Correction) -> tuple[int, int, bool, str]:
    span = found.span
    return (0, 0, False, "") if span is None else (span.start, -span.end, found.target is not None, span.id)


class _Pairing:
    """Which settled segment came of which of the coder's own."""

    def __init__(self, own: Coded, settled: Coded, decisions: Sequence[Decision]) -> None:
        self._own, self._settled = own, settled
        self.stands = {span.id: span for span in settled.annotations}
        self._places = {(span.label, span.fragments): span for span in settled.annotations}
        self._decisions, self.by_file = decisions, not decisions
        self._rulings: dict[str, list[Decision]] = {}  # by the segments they were made between, the newest last
        for each in decisions:
            for source in each.sources:
                self._rulings.setdefault(source, []).append(each)
        self.partner: dict[str, Annotation] = {}
        self._undecided: list[Annotation] = []
        for span in own.annotations:
            self._pair(span)

    @property
    def waiting(self) -> int:
        """How many of the coder's segments nobody decided on."""
        return 0 if self.by_file else len(self._undecided)

    def _pair(self, span: Annotation) -> None:
        if (decisions := self._rulings.get(span.id)) is not None:
            settled = self._came_of(span, decisions)
        else:
            settled = self._places.get((span.label, span.fragments)) or (self._nearest(span) if self.by_file else None)
            if settled is None:
                self._undecided.append(span)
        if settled is not None:
            self.partner[span.id] = settled

    def _came_of(self, span: Annotation, decisions: Sequence[Decision]) -> Annotation | None:
        """Its like among what was decided between it and any other segment, else what the newest decision made of it.

        That is the result at its own place among them, or the one with most words in common.
        """
        there = [[self.stands[r] for r in each.results if r in self.stands] for each in decisions]
        for results in there:
            for result in results:
                if (result.label, result.fragments) == (span.label, span.fragments):
                    return result
        for decision, results in zip(reversed(decisions), reversed(there), strict=True):
            if len(results) == len(decision.sources):
                return results[decision.sources.index(span.id)]
            if results:
                return max(results, key=lambda r: overlap(span.fragments, r.fragments))
        return None

    def _nearest(self, span: Annotation) -> Annotation | None:
        """The settled segment that shares most words with it, of its own label if any does."""
        taken = {partner.id for partner in self.partner.values()}
        shares = [
            (r.label == span.label, overlap(span.fragments, r.fragments), r.id, r)
            for r in self._settled.annotations
            if r.id not in taken and r.end > span.start and r.start < span.end
        ]
        best = max(shares, default=None, key=lambda share: share[:3])
        return best[3] if best and (best[0] or best[3].fragments == span.fragments) and best[1] > 0 else None

    def segments(self) -> Iterator[Correction]:
        """What became of each segment, and what was added."""
        undecided = set() if self.by_file else {span.id for span in self._undecided}
        for span in self._own.annotations:
            if span.id not in undecided:
                yield self._became(span)
        matched = {partner.id for partner in self.partner.values()}
        waiting = [span for span in self._own.annotations if span.id in undecided]
        for settled in self._settled.annotations:
            if settled.id not in matched and not any(overlap(settled.fragments, w.fragments) > 0 for w in waiting):
                yield self._added(settled)

    def _became(self, span: Annotation) -> Correction:
        settled, decisions = self.partner.get(span.id), self._rulings.get(span.id, [])
        said = self._own.values.get(span.id, {})
        if settled is None:
            return Correction("removed", span.label, span, None, said, decision=decisions[-1] if decisions else None)
        ruled = self._settled.values.get(settled.id, {})
        unlike = tuple(
            sorted(name for name in said.keys() | ruled.keys() if not _same(said.get(name), ruled.get(name)))
        )
        kind: CorrectionKind = (
            "label"
            if settled.label != span.label
            else "edge"
            if settled.fragments != span.fragments
            else "attribute"
            if unlike
            else "kept"
        )
        decision = self._on_edges(decisions) if kind == "edge" else decisions[-1] if decisions else None
        return Correction(kind, span.label, span, settled, said, ruled, unlike, decision=decision)

    @staticmethod
    def _on_edges(decisions: Sequence[Decision]) -> Decision | None:
        """In two-pass work the edges were settled first, and the label after them on the same segment."""
        return next((each for each in decisions if each.results == decisions[-1].results), None)

    def _added(self, settled: Annotation) -> Correction:
        decision = next((d for d in reversed(self._decisions) if settled.id in d.results), None)
        ruled = self._settled.values.get(settled.id, {})
        return Correction("added", settled.label, None, settled, ruled=ruled, decision=decision)


def _same(one: Any, other: Any) -> bool:
    """Several choices are the same in whatever order they were ticked."""
    if isinstance(one, list) and isinstance(other, list):
        return sorted(one, key=str) == sorted(other, key=str)
    return bool(one == other)


class _Ruled:
    """Decisions on links and article variables, which name no segment, by what they are about."""

    def __init__(
        self, paired: _Pairing, settled: Coded, decisions: Sequence[Decision], differences: Iterable[Difference]
    ) -> None:
        self._coding = settled.coding
        self._by_id = {decision.difference: decision for decision in decisions}
        self._now = {span: partner.id for span, partner in paired.partner.items()}
        for decision in decisions:
            if len(decision.results) == 1:
                self._now.update(dict.fromkeys(decision.sources, decision.results[0]))
        self._known: dict[Key, Decision] = {}
        for found in differences:
            if (ruling := self._by_id.get(found.id)) is not None:
                self._known.update(dict.fromkeys(self._keys(found), ruling))

    def _keys(self, found: Difference) -> Iterator[Key]:
        if found.kind == "variable":
            yield (found.label,)
        for link in found.links:
            if link is not None and link.source in self._now and link.target in self._now:
                yield link.label, self._now[link.source], self._now[link.target]

    def get(self, key: Key) -> Decision | None:
        return self._known.get(key) or self._by_id.get(known_by(self._coding, key))


def _links(own: Coded, settled: Coded, paired: _Pairing, ruled: _Ruled) -> Iterator[Correction]:
    """Links both of whose ends stand on both sides; a link goes with its end, which is told of already."""
    spans = {span.id: span for span in own.annotations}
    mine: dict[Key, Relation] = {}
    for link in own.links:
        source, target = paired.partner.get(link.source), paired.partner.get(link.target)
        if source and target:
            mine[link.label, source.id, target.id] = link
    theirs = {(link.label, link.source, link.target) for link in settled.links}
    for key, link in mine.items():
        start, end, decision = spans[link.source], spans[link.target], ruled.get(key)
        if key in theirs:
            stands = paired.stands[key[1]]
            yield Correction("kept", link.label, start, stands, target=end, decision=decision, key=key)
        elif decision or paired.by_file:
            yield Correction("link", link.label, start, None, target=end, decision=decision, key=key)
    reached = {partner.id for partner in paired.partner.values()}
    for key in sorted(theirs - mine.keys()):
        if set(key[1:]) <= reached:
            start, end = paired.stands[key[1]], paired.stands[key[2]]
            yield Correction("link", key[0], None, start, target=end, decision=ruled.get(key), key=key)


def _variables(own: Coded, settled: Coded, ruled: _Ruled) -> Iterator[Correction]:
    """What was settled of article variables; one that was decided to hold nothing counts too."""
    for name in sorted(settled.variables.keys() | own.variables.keys()):
        said, now, decision = own.variables.get(name), settled.variables.get(name), ruled.get((name,))
        if name not in settled.variables and decision is None:
            continue
        before, after = ({} if value is None else {name: value} for value in (said, now))
        same = _same(said, now)
        kind: CorrectionKind = "kept" if same else "variable"
        differing = () if same else (name,)
        yield Correction(kind, name, said=before, ruled=after, variables=differing, decision=decision, key=(name,))
