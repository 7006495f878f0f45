"""Training: a coder's work held against the expert's, in an article or over the round, with what was otherwise."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from annotator.core.errors import AnnotatorError
from annotator.operations import people, review
from annotator.operations import rounds as operations
from annotator.operations.codings import Where
from annotator.review.compare import compare
from annotator.review.measures import f1
from annotator.review.measures.f1 import Agreed, Met
from annotator.store import handed, rounds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.review.compare import Difference
    from annotator.review.measures.f1 import Span
    from annotator.store.project import Project

SlipKind = Literal["missed", "extra", "boundary", "label", "attribute", "relation", "variable"]
_DONE = ("done", "review", "settled")


@dataclass(frozen=True, slots=True)
class Slip:
    """Where a coder's work is otherwise than the expert's; side a of the difference is the coder's.

    `missed` is a span that only the expert has, `extra` one that only the coder has.
    """

    article: str
    kind: SlipKind
    difference: Difference


@dataclass(frozen=True, slots=True)
class LabelScore:
    """How far a coder's spans of one label (None: of all) are the expert's: the same, and met at all."""

    label: str | None
    exact: Agreed
    relaxed: Met


@dataclass(frozen=True, slots=True)
class Score:
    """A coder against the expert (ids) over these articles, which both are done with; `labels` begins with all."""

    coder: str
    expert: str
    articles: tuple[str, ...]
    labels: tuple[LabelScore, ...]
    slips: tuple[Slip, ...]

    @property
    def over_all(self) -> LabelScore:
        """The score over all labels."""
        return self.labels[0]


def score(project: Project, name: str, coder: str, article: str = "") -> Score:
    """How a coder (id or name) did in a round, or in one article of it.

    Raises `no_such_round`, `no_such_coder`, `no_expert` where the round names none, and `not_scored_yet` while there is
    no article that both are done with.
    """
    round_, who = operations.existing(project, name), people.known(project, coder)
    if not round_.expert or round_.expert == who.id:
        raise AnnotatorError("no_expert", round=round_.id)
    mine = rounds.statuses(project.db, round_.id, who.id)
    theirs = rounds.statuses(project.db, round_.id, round_.expert)
    both = [each for each in mine if mine[each] in _DONE and theirs.get(each) in _DONE]
    both = [each for each in both if each == article] if article else both
    if not both:
        raise AnnotatorError("not_scored_yet", coder=who.name, round=round_.id)
    pairs = [tuple(Where(each, person, round_.id) for person in (who.id, round_.expert)) for each in both]
    slips = [slip for pair in pairs for slip in _slips(project, pair)]
    return Score(who.id, round_.expert, tuple(both), _labels(project, pairs), tuple(slips))


def _slips(project: Project, pair: Sequence[Where]) -> Iterator[Slip]:
    for found in compare([review.coded(project, where) for where in pair]).differences:
        alone: SlipKind = "missed" if found.a is None else "extra"
        kind: SlipKind = alone if found.kind == "missing" else found.kind
        yield Slip(pair[0].article, kind, found)


def _labels(project: Project, pairs: Sequence[Sequence[Where]]) -> tuple[LabelScore, ...]:
    """Over all labels, then each that one of the two set, the most frequent of the expert's first."""
    spans = handed.spans(project.db, [where.id for pair in pairs for where in pair])
    sides: list[tuple[Sequence[Span], Sequence[Span]]] = [
        (spans.get(mine.id, []), spans.get(theirs.id, [])) for mine, theirs in pairs
    ]
    exact, met = f1.exact(sides), Counter[str]()
    relaxed: dict[str | None, Met] = {None: Met()}
    for mine, theirs in sides:
        met.update(label for label, _ in theirs)
        for label, found in f1.relaxed(mine, theirs).items():
            relaxed[label] = relaxed.get(label, Met()) + found
            relaxed[None] += found
    ordered = sorted((label for label in exact if label is not None), key=lambda label: (-met[label], label))
    return tuple(LabelScore(label, exact[label], relaxed[label]) for label in (None, *ordered))
