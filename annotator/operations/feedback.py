"""Feedback to a colleague: their own work of a round beside what was settled, and why."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError
from annotator.operations import people, review
from annotator.operations.codings import Where
from annotator.operations.review import Case
from annotator.review.feedback import corrections, counts
from annotator.store import articles, blind, codebook, codings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from annotator.core.models import Article, Coder, Coding, Decision, Note
    from annotator.core.text import Text
    from annotator.review.compare import Difference
    from annotator.review.feedback import Compared, Correction, Counts
    from annotator.store.project import Project


@dataclass(frozen=True, slots=True)
class Corrected:
    """An article with what was settled of a coder's work on it; `notes` are the threads on decisions, by decision."""

    article: Article
    text: Text
    compared: Compared
    notes: Mapping[str, tuple[Note, ...]]

    def threads(self, found: Correction) -> tuple[Note, ...]:
        """The notes on the decision of a correction, oldest first."""
        return self.notes.get(found.decision.id, ()) if found.decision else ()


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a coder is told of a round, in the project's order of articles."""

    coder: Coder
    round: str
    articles: tuple[Corrected, ...]

    @property
    def counts(self) -> Counts:
        """Over all articles."""
        return counts(chain.from_iterable(one.compared.corrections for one in self.articles))


def feedback(
    project: Project, coder: str, *, round_id: str = "main", tell: Callable[[float], None] = lambda _done: None
) -> Feedback:
    """What was settled of a coder's work (an id or a name) in a round; nothing of what is kept from them still.

    Raises `empty_name`, `no_such_coder`, `ambiguous_coder`, `no_such_round`; with nothing to tell `nothing_settled`,
    `feedback_withheld` because the coder is not done with what was settled, or `still_blind` because who acts is not.
    """
    person = people.known(project, coder)
    if all(one.id != round_id for one in codebook.rounds(project.db)):
        raise AnnotatorError("no_such_round", round=round_id)
    settled = {one.article: one for one in codings.settled_in(project.db, round_id)}
    there = [article for article in articles.order(project.db) if article in settled]
    order = [article for article in there if not blind.withheld(project.db, article, round_id, project.coder)]
    if there and not order:
        raise AnnotatorError("still_blind", round=round_id)
    kept = [article for article in order if blind.withheld(project.db, article, round_id, person.id)]
    found: list[Corrected] = []
    for done, article in enumerate(order):
        tell(done / len(order))
        if (told := _corrected(project, person.id, settled[article])) is not None:
            found.append(told)
    if not found:
        key = "feedback_withheld" if kept else "nothing_settled"
        raise AnnotatorError(key, coder=person.name, round=round_id)
    return Feedback(person, round_id, tuple(found))


def of_article(project: Project, coder: str, article: str, *, round_id: str = "main") -> Corrected | None:
    """What was settled of a coder's work (by id) on one article, if anything was."""
    settled = review.settled_coding(project, article, round_id)
    return _corrected(project, coder, settled) if settled else None


def _corrected(project: Project, coder: str, settled: Coding) -> Corrected | None:
    where = Where(settled.article, coder, settled.round)
    hidden = blind.withheld(project.db, where.article, where.round, coder)
    if hidden or codings.coding(project.db, where.id) is None:
        return None
    decided = codings.decisions(project.db, [settled.id])
    own, now = review.coded(project, where), review.coded(project, Where(*_key(settled), "settled"))
    compared = corrections(own, now, decided, _differences(project, settled, decided))
    if not compared.corrections:
        return None
    article = articles.get(project.db, settled.article)
    notes: dict[str, tuple[Note, ...]] = {}
    for note in codings.notes(project.db, [one.id for one in decided]):
        notes[note.owner] = (*notes.get(note.owner, ()), note)
    return Corrected(article, articles.text(project.db, article.text), compared, notes)


def _key(coding: Coding) -> tuple[str, str, str]:
    return coding.article, coding.coder, coding.round


def _differences(project: Project, settled: Coding, decided: Sequence[Decision]) -> Iterator[Difference]:
    """What coders of the article differ in, if a decision may need it: those on links and variables name no segment."""
    there = set(review.coders_of(project, settled.article, round_id=settled.round))
    for between in dict.fromkeys(each.coders for each in decided if not each.sources):
        if len(between) > 1 and there.issuperset(between):
            yield from review.comparison(project, Case(settled.article, between, settled.round)).differences
