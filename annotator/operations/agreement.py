"""Agreement between coders: every measure over the articles that they have in common, as they were handed in.

`gather` reads what there is as plain values; what is computed from them (`review.report`, `matrix`, `cases`, `course`)
needs no project and may be done in another thread.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from annotator.core.errors import AnnotatorError
from annotator.operations import people
from annotator.operations.answers import called, plain, scales
from annotator.review import report
from annotator.review.gathered import Gathered, Rater, Under
from annotator.review.measures.bootstrap import TIMES
from annotator.review.trim import trimmed
from annotator.review.units import Work
from annotator.store import actors, articles, blind, codebook, codings, handed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from annotator.core.models import Codebook, Round
    from annotator.review.measures.f1 import Span
    from annotator.review.report import Agreement
    from annotator.review.units import Unit
    from annotator.store.project import Project

    Held = Mapping[str, Mapping[tuple[str, str], str]]  # article to rater to coding

_AT_ONCE = 500  # articles
_HALF = 0.5  # of the whole: what reading takes, and what counting takes


def agreement(  # noqa: PLR0913  (what is asked, each by its name)
    project: Project,
    coders: Sequence[str],
    *,
    round_id: str = "",
    against: str = "",
    unit: Unit = "token",
    trim: bool = False,
    tell: Callable[[float], None] = lambda _done: None,
    times: int = TIMES,
) -> Agreement:
    """Every measure between two coders or more, or of one with themselves; what it takes and raises is `gather`'s."""
    found = gather(
        project,
        coders,
        round_id=round_id,
        against=against,
        unit=unit,
        trim=trim,
        tell=lambda done: tell(done * _HALF),
    )
    return report.figures(found, lambda done: tell(_HALF + done * _HALF), times=times)


def gather(  # noqa: PLR0913  (what is asked, each by its name)
    project: Project,
    coders: Sequence[str],
    *,
    round_id: str = "",
    against: str = "",
    unit: Unit = "token",
    trim: bool = False,
    tell: Callable[[float], None] = lambda _done: None,
) -> Gathered:
    """What two coders or more (ids or names) did in a round ("main" unless named), as values for any thread.

    With `against` it is one coder's work in the round beside their own in that other one. Raises `no_such_coder`,
    `ambiguous_coder`, `one_coder`, `one_against`, `no_such_round` or `nothing_in_common`.
    """
    raters, rounds = _raters(project, coders, [round_id or "main", *([against] if against else [])])
    held = {article: theirs for article, theirs in handed.begun(project.db, raters).items() if len(theirs) > 1}
    if not held:
        raise _nothing(project, raters)
    book = codebook.read(project.db)
    return Gathered(
        tuple(raters),
        tuple(_under(found) for found in rounds),
        tuple(_works(project, book, raters, held, trim=trim, tell=tell)),
        unit,
        tuple(label.id for label in book.labels),
        scales(book),
        called(book, codebook.coders(project.db), actors.every(project.db)),
        trim,
    )


def gather_rounds(
    project: Project, coders: Sequence[str], *, unit: Unit = "token", trim: bool = False, assigned: bool = False
) -> list[Gathered]:
    """Every round in which these coders can be compared, in order, as far as whoever acts may see it (as `seen`)."""
    found = []
    for one in codebook.rounds(project.db):
        try:
            gathered = gather(project, coders, round_id=one.id, unit=unit, trim=trim)
            found.append(seen(project, gathered, assigned=assigned))
        except AnnotatorError as error:
            if error.key not in {"nothing_in_common", "still_blind"}:
                raise
    return found


def seen(project: Project, found: Gathered, *, assigned: bool = False) -> Gathered:
    """The same without the articles that are kept from whoever acts; raises `still_blind` where none is left.

    With `assigned`, nothing is kept but in blind rounds that name their coders: what was only brought in from files is
    nobody's secret.
    """
    blind_ = [one.id for one in codebook.rounds(project.db) if not assigned or (one.blind and one.coders)]
    open_ = [one.id for one in found.rounds if one.state != "frozen" and one.id in blind_]
    works = tuple(
        work
        for work in found.works
        if not any(blind.withheld(project.db, work.article, round_id, project.coder) for round_id in open_)
    )
    if not works:
        raise AnnotatorError("still_blind", round=open_[0])
    return replace(found, works=works, withheld=len(found.works) - len(works))


def _raters(project: Project, coders: Sequence[str], rounds: Sequence[str]) -> tuple[list[Rater], list[Round]]:
    found = [people.known(project, coder) for coder in coders]
    both = [_round(project, round_id) for round_id in rounds]
    if len(both) > 1:
        if len(found) != 1 or both[0] == both[1]:
            raise AnnotatorError("one_against", round=both[0].id, against=both[1].id)
        return [Rater(found[0].id, one.id) for one in both], both
    for number, coder in enumerate(found):
        if len(found) == 1 or coder in found[:number]:
            raise AnnotatorError("one_coder", coder=coder.name)
    return [Rater(coder.id, both[0].id) for coder in found], both


def _round(project: Project, round_id: str) -> Round:
    for found in codebook.rounds(project.db):
        if found.id == round_id:
            return found
    raise AnnotatorError("no_such_round", round=round_id)


def _under(found: Round) -> Under:
    return Under(found.id, found.kind, found.state, found.frozen, found.seal, found.codebook)


def _nothing(project: Project, raters: Sequence[Rater]) -> AnnotatorError:
    if raters[0].round != raters[1].round:
        coder = people.known(project, raters[0].coder).name
        return AnnotatorError("nothing_twice", coder=coder, round=raters[0].round, against=raters[1].round)
    names = [people.known(project, rater.coder).name for rater in raters]
    a = names[0] if len(names) == 2 else tuple(names[:-1])  # noqa: PLR2004
    return AnnotatorError("nothing_in_common", a=a, b=names[-1], round=raters[0].round)


def _works(
    project: Project,
    book: Codebook,
    raters: Sequence[Rater],
    held: Held,
    *,
    trim: bool,
    tell: Callable[[float], None],
) -> Iterator[Work]:
    ids = list(held)
    reading = _Reading(project, book, raters, held, trim=trim)
    for first in range(0, len(ids), _AT_ONCE):
        yield from reading.of(ids[first : first + _AT_ONCE])
        tell(first / len(ids))


class _Reading:
    """Reads some articles at a time, whatever belongs to them in one go."""

    def __init__(self, project: Project, book: Codebook, raters: Sequence[Rater], held: Held, *, trim: bool) -> None:
        self._project, self._raters, self._held, self._trim = project, raters, held, trim
        self._variables = {one.id: one for one in book.variables}
        self._labels = {label.id: label.id for label in book.labels}  # one string for all spans of a label

    def of(self, ids: Sequence[str]) -> Iterator[Work]:
        """These articles, in their order."""
        db = self._project.db
        owners = [coding for article in ids for coding in self._held[article].values()]
        titles, hashes = articles.lines(db, ids), articles.texts_of(db, ids)
        spans, marks, at = handed.spans(db, owners), handed.marks(db, owners), handed.moments(db, owners)
        answers: dict[str, dict[str, Any]] = {}
        for one in codings.values_on(db, owners):
            answers.setdefault(one.owner, {})[one.variable] = one.value
        for article in ids:
            body = articles.text(db, hashes[article]).body
            theirs = [self._held[article].get(rater) for rater in self._raters]
            yield Work(
                body,
                tuple(
                    None if one is None else [self._span(body, span) for span in spans.get(one, ())] for one in theirs
                ),
                article,
                titles[article].title,
                tuple(self._marks(body, marks.get(one or "", {})) for one in theirs),
                tuple(self._plain(answers.get(one or "", {})) for one in theirs),
                tuple(at.get(one or "", "") for one in theirs),
            )

    def _span(self, body: str, span: Span) -> Span:
        label, fragments = span
        return self._labels.get(label, label), trimmed(body, fragments) if self._trim else fragments

    def _marks(self, body: str, marks: Mapping[Span, Mapping[str, Any]]) -> dict[Span, dict[str, Any]]:
        return {self._span(body, span): self._plain(values) for span, values in marks.items()}

    def _plain(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The values that the codebook still allows."""
        found = {name: plain(self._variables[name], value) for name, value in values.items() if name in self._variables}
        return {name: value for name, value in found.items() if value is not None}
