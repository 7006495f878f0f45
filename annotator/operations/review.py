"""Reviewing: two coders' work compared, and each difference settled with a reason, as one action."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal

from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.core.ids import keyed_id
from annotator.core.models import Annotation, Assigned, Coding, Decision, Relation
from annotator.core.rows import added, altered, removed
from annotator.operations import annotations as spans
from annotator.operations.codings import Where, opened
from annotator.review.compare import Coded, Comparison, Difference, compare
from annotator.store import articles, codings
from annotator.store.reading import one

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.core.changes import Change, Edit
    from annotator.core.models import Fragments
    from annotator.store.project import Project

Take = Literal["a", "b", "both", "neither", "edit"]
REASONS = ("ambiguous-text", "guideline-gap", "slip", "other")


@dataclass(frozen=True, slots=True)
class Case:
    """What is reviewed: one article, the two coders (ids) between whom it is settled, and the round."""

    article: str
    between: tuple[str, str]
    round: str = "main"


@dataclass(frozen=True, slots=True)
class Ruling:
    """How a difference is settled, and why; `edit` is the label and fragments of take "edit"."""

    take: Take
    reason: str = ""
    note: str = ""
    edit: tuple[str, Fragments] | None = None


def coded(project: Project, where: Where) -> Coded:
    """One coder's work on an article; raises `no_such_coding` where there is none (missing is not empty)."""
    coding = codings.coding(project.db, where.id)
    if coding is None:
        raise AnnotatorError("no_such_coding", coding=where.coder)
    values: dict[str, dict[str, Any]] = {}
    for value in codings.values(project.db, [coding.id]):
        values.setdefault(value.owner, {})[value.variable] = value.value
    return Coded(where.coder, codings.annotations_of(project.db, [coding.id]), values, values.pop(coding.id, {}))


def comparison(project: Project, case: Case) -> Comparison:
    """What two coders agree on in an article, and every difference."""
    a, b = (coded(project, Where(case.article, coder, case.round)) for coder in case.between)
    return compare(a, b)


def decisions(project: Project, article: str, *, round_id: str = "main") -> dict[str, Decision]:
    """How differences of this article were settled, by the difference's id."""
    settled = settled_coding(project, article, round_id)
    return {d.difference: d for d in codings.decisions(project.db, [settled.id])} if settled else {}


def settled_coding(project: Project, article: str, round_id: str = "main") -> Coding | None:
    """The settled coding of an article in a round, whoever reviewed it."""
    found = (c for c in codings.of_article(project.db, article) if c.kind == "settled" and c.round == round_id)
    return next(found, None)


def settle(project: Project, case: Case, difference: str, ruling: Ruling) -> Change:
    """Settle one difference: take A's side, B's, both, neither, or an edit.

    What is taken is copied into the article's settled coding with its attributes and links; settling again replaces
    the earlier decision. Raises `no_such_difference`, `cannot_take_both` for an article variable.
    """
    found = next((d for d in comparison(project, case).differences if d.id == difference), None)
    if found is None:
        raise AnnotatorError("no_such_difference", difference=difference)
    desk = _Settling(project, case)
    steps = [*desk.opening, *desk.decide(found, ruling)]
    facts = {"kind": found.kind, "label": found.label, "take": ruling.take, "reason": ruling.reason}
    title = articles.get(project.db, case.article).title
    return change("settle", steps, **facts, quote=_quote(found), article=title)


def settle_agreed(project: Project, case: Case) -> Change:
    """Settle all that both agree on, as one action; raises `nothing_agreed` if all of it is settled already."""
    known = decisions(project, case.article, round_id=case.round)
    pairs = [(x, y) for x, y in comparison(project, case).agreed if agreed_id(x, y) not in known]
    if not pairs:
        raise AnnotatorError("nothing_agreed")
    desk = _Settling(project, case)
    steps = [*desk.opening, *(step for x, y in pairs for step in desk.agree(x, y))]
    return change("settle_agreed", steps, count=len(pairs), article=articles.get(project.db, case.article).title)


def agreed_id(a: Annotation, b: Annotation) -> str:
    """The key of a decision on a pair that agrees."""
    return keyed_id("difference", *sorted((a.id, b.id)))


class _Settling:
    """The edits that settle differences of one article, in the order they are asked for."""

    def __init__(self, project: Project, case: Case) -> None:
        self.project = project
        self.case = case
        there = settled_coding(project, case.article, case.round)
        reviewer = there.coder if there else project.coder
        self.coding, steps = opened(project, Where(case.article, reviewer, case.round, "settled"))
        self.opening = list(steps)
        self._copied: set[str] = set()
        self._linked: set[str] = set()

    def decide(self, found: Difference, ruling: Ruling) -> Iterator[Edit]:
        """Undo an earlier decision on the same difference, do this one, write down why."""
        earlier = one(self.project.db, Decision, self._decision_id(found.id))
        if earlier is not None:
            yield from self._withdraw(earlier)
        results: list[str] = []
        if found.kind == "variable":
            yield from self._variable(found, ruling.take)
        for source, new in () if found.kind == "variable" else self._taken(found, ruling):
            yield from self._copy(source, new)
            results.append(new.id)
        sources = tuple(side.id for side in (found.a, found.b) if side is not None)
        yield self._decision(found.id, ruling, sources, results)

    def agree(self, a: Annotation, b: Annotation) -> Iterator[Edit]:
        """Take over what both have."""
        new = self._as_settled(a)
        yield from self._copy(a, new)
        yield self._decision(agreed_id(a, b), Ruling("both", "agreed"), (a.id, b.id), [new.id])

    def _decision(self, difference: str, ruling: Ruling, sources: Sequence[str], results: Sequence[str]) -> Edit:
        return added(
            Decision(
                id=self._decision_id(difference),
                coding=self.coding.id,
                difference=difference,
                take=ruling.take,
                reason=ruling.reason,
                note=ruling.note,
                coder=self.project.coder,
                at=datetime.now(UTC).isoformat(timespec="milliseconds"),
                sources=tuple(sources),
                results=tuple(results),
            )
        )

    def _decision_id(self, difference: str) -> str:
        return keyed_id("decision", self.coding.id, difference)

    def _withdraw(self, earlier: Decision) -> Iterator[Edit]:
        for result in earlier.results:
            if (old := codings.annotation(self.project.db, result)) is not None:
                yield from spans.removal(self.project, old)
        yield removed(earlier)

    def _taken(self, found: Difference, ruling: Ruling) -> list[tuple[Annotation, Annotation]]:
        """Each source with what the settled coding gets of it."""
        if ruling.take == "edit":
            if ruling.edit is None:
                raise AnnotatorError("nothing_to_take")
            return [self._edited(found, *ruling.edit)]
        sides = {"a": [found.a], "b": [found.b], "both": [found.a, found.b], "neither": []}[ruling.take]
        return [(side, self._as_settled(side)) for side in sides if side is not None]

    def _edited(self, found: Difference, label: str, fragments: Fragments) -> tuple[Annotation, Annotation]:
        source = found.a or found.b
        if source is None:
            raise AnnotatorError("nothing_to_take")
        spans.usable(self.project, label)
        fragments = spans.in_order(fragments)
        quotes = articles.text(self.project.db, source.text).quotes(fragments)
        return source, replace(self._as_settled(source), label=label, fragments=fragments, quotes=quotes)

    def _as_settled(self, source: Annotation) -> Annotation:
        return replace(source, id=self._settled_id(source.id), coding=self.coding.id)

    def _settled_id(self, source: str) -> str:
        return keyed_id("settled", self.coding.id, source)

    def _copy(self, source: Annotation, new: Annotation) -> Iterator[Edit]:
        """The annotation with its attributes, and its links to what is settled already."""
        yield added(new)
        self._copied.add(new.id)
        for value in codings.values_of(self.project.db, source.id).values():
            key = keyed_id("value", new.id, value.variable)
            yield added(replace(value, id=key, coding=self.coding.id, owner=new.id))
        for link in codings.relations_of(self.project.db, source.id):
            yield from self._link(link)

    def _link(self, link: Relation) -> Iterator[Edit]:
        ends = self._settled_id(link.source), self._settled_id(link.target)
        key = keyed_id("relation", link.label, *ends)
        if key not in self._linked and all(self._stands(end) for end in ends):
            self._linked.add(key)
            yield added(Relation(key, self.coding.id, link.label, *ends))

    def _stands(self, annotation: str) -> bool:
        return annotation in self._copied or codings.annotation(self.project.db, annotation) is not None

    def _variable(self, found: Difference, take: Take) -> Iterator[Edit]:
        """An article variable: one side's value, or none."""
        if take in {"both", "edit"}:
            raise AnnotatorError("cannot_take_both")
        there = codings.values_of(self.project.db, self.coding.id).get(found.label)
        if take == "neither":
            if there is not None:
                yield removed(there)
            return
        side = self.case.between[0 if take == "a" else 1]
        value = coded(self.project, Where(self.case.article, side, self.case.round)).variables.get(found.label)
        if there is not None:
            yield altered(there, value=value)
        elif value is not None:
            key = keyed_id("value", self.coding.id, found.label)
            yield added(Assigned(key, self.coding.id, self.coding.id, found.label, value))


def _quote(found: Difference) -> str:
    side = found.a or found.b
    return " … ".join(side.quotes)[:80] if side is not None else ""
