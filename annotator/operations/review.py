"""Reviewing: coders' work compared, and each difference settled with a reason, as one action."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.operations.codings import Where
from annotator.operations.settling import Settling
from annotator.operations.takes import turned
from annotator.review.compare import Coded, Comparison, compare
from annotator.review.queue import Queue, queue
from annotator.store import articles, codebook, codings, handed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.core.changes import Change
    from annotator.core.models import Annotation, Coder, Coding, Decision, Fragments
    from annotator.review.compare import Difference
    from annotator.review.matching import Rule
    from annotator.store.project import Project

Take = str  # the letter of the coder whose side is taken ("a" for the first of a case's), or one of these words
WORDS = ("both", "neither", "edit")
REASONS = ("ambiguous-text", "guideline-gap", "slip", "other")
_SHOWN = 80  # characters of a quote that the history's facts keep


@dataclass(frozen=True, slots=True)
class Case:
    """What is reviewed: one article, the coders (ids, A first) between whom it is settled, the round, and the rule."""

    article: str
    between: tuple[str, ...]
    round: str = "main"
    rule: Rule = "label"


@dataclass(frozen=True, slots=True)
class Ruling:
    """How a difference is settled, and why; `edit` is the label and fragments of take "edit".

    `take` is a coder's letter, "both" (of more coders: every segment that differs), "neither" or "edit".
    """

    take: Take
    reason: str = ""
    note: str = ""
    edit: tuple[str, Fragments] | None = None


def coders_of(project: Project, article: str, *, round_id: str = "main") -> list[str]:
    """Who began to code this article in this round, in order of arrival; to whom it is only assigned is none."""
    begun = (c for c in codings.of_article(project.db, article) if c.status != "todo")
    found = {c.coder for c in begun if (c.kind, c.round) == ("own", round_id)}
    return [coder.id for coder in codebook.coders(project.db) if coder.id in found]


def cases(project: Project, *, round_id: str = "main", rule: Rule = "label") -> Iterator[Case]:
    """Every two coders of every article, article by article, the coder who came first as A."""
    arrival = [coder.id for coder in codebook.coders(project.db)]
    for article, company in _begun(project, arrival, round_id).items():
        for one, other in combinations(sorted(company, key=arrival.index), 2):
            yield Case(article, (one, other), round_id, rule)


def cases_between(
    project: Project, between: tuple[str, ...], *, round_id: str = "main", rule: Rule = "label"
) -> Iterator[Case]:
    """The articles that all of these coders began in this round."""
    for article, company in _begun(project, between, round_id).items():
        if set(between) <= company:
            yield Case(article, between, round_id, rule)


def _begun(project: Project, coders: Iterable[str], round_id: str) -> dict[str, set[str]]:
    """Who of these began an article, of every article in the project's order."""
    found = handed.begun(project.db, {(coder, round_id) for coder in coders})
    return {article: {coder for coder, _ in company} for article, company in found.items()}


def coded(project: Project, where: Where) -> Coded:
    """One coder's work on an article; raises `no_such_coding` where there is none (missing is not empty)."""
    coding = codings.coding(project.db, where.id)
    if coding is None or coding.status == "todo":
        coder = codebook.coder(project.db, where.coder)
        raise AnnotatorError("no_such_coding", coding=coder.name if coder else where.coder)
    values: dict[str, dict[str, Any]] = {}
    for value in codings.values(project.db, [coding.id]):
        values.setdefault(value.owner, {})[value.variable] = value.value
    variables = values.pop(coding.id, {})
    links = codings.relations(project.db, [coding.id])
    return Coded(coding.id, codings.annotations_of(project.db, [coding.id]), values, variables, links)


def sides(project: Project, case: Case) -> tuple[Coded, ...]:
    """The coders' work on the article, A's first."""
    return tuple(coded(project, Where(case.article, coder, case.round)) for coder in case.between)


def comparison(project: Project, case: Case) -> Comparison:
    """What the coders agree on in an article, and every difference."""
    return compare(sides(project, case), case.rule)


def work(project: Project, case: Case) -> Queue:
    """The queue of an article: what is open, what is settled, what all agree on."""
    return queue(comparison(project, case), decisions(project, case))


def decisions(project: Project, case: Case) -> dict[str, Decision]:
    """How differences of this article were settled, by the difference's id; the letters as this case names coders."""
    settled = settled_coding(project, case.article, case.round)
    found = codings.decisions(project.db, [settled.id]) if settled else []
    return {decision.difference: turned(decision, case.between) for decision in found}


def settled_coding(project: Project, article: str, round_id: str = "main") -> Coding | None:
    """The settled coding of an article in a round, whoever reviewed it."""
    found = (c for c in codings.of_article(project.db, article) if c.kind == "settled" and c.round == round_id)
    return next(found, None)


Laid = tuple[tuple[Coded, ...], Comparison]  # the coders' work as it is now, and how it compares


def settle(
    project: Project,
    case: Case,
    difference: str,
    ruling: Ruling,
    newcomer: Coder | None = None,
    *,
    laid: Laid | None = None,
) -> Change:
    """Settle one difference: take A's side, B's, both, neither, or an edit.

    What is taken is copied into the article's settled coding with its attributes, and links between settled segments
    follow; settling again replaces the earlier decision. `newcomer` is a reviewer whom this action adds; `laid` is the
    work on the article for who has read it already and follows the project.
    Raises `no_such_difference`, `no_such_reason`, `nothing_to_take`, `nothing_to_edit`, and `cannot_take_both` where A
    and B exclude each other (attributes, relations, article variables).
    """
    all_sides, compared = laid or _laid(project, case)
    found = compared.by_id.get(difference)
    if found is None:
        raise AnnotatorError("no_such_difference", difference=difference)
    if ruling.reason not in ("", *REASONS):
        raise AnnotatorError("no_such_reason", reason=ruling.reason)
    steps = list(Settling(project, case, all_sides, compared, newcomer).settle((found, ruling)))
    facts = {"kind": found.kind, "take": ruling.take, "reason": ruling.reason, "quote": quote(found)}
    named = {"missing": "label", "boundary": "label", "attribute": "label"}.get(found.kind, found.kind)
    title = articles.get(project.db, case.article).title
    return change("settle", steps, **facts, **{named: found.label}, article=title)


def _laid(project: Project, case: Case) -> Laid:
    all_sides = sides(project, case)
    return all_sides, compare(all_sides, case.rule)


def find(project: Project, difference: str, among: Iterable[Case]) -> Case:
    """The article and the coders that a difference lies between; raises `no_such_difference`."""
    for case in among:
        if difference in comparison(project, case).by_id:
            return case
    raise AnnotatorError("no_such_difference", difference=difference)


def quote(found: Difference) -> str:
    """The words that a difference is about, shortened; of an article variable, none."""
    return shown(found.there[0]) if found.there else ""


def shown(span: Annotation) -> str:
    """The words of a segment, shortened."""
    words = " … ".join(span.quotes)
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
