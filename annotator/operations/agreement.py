"""Agreement between coders: every measure over the articles that they have in common, as they were handed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotator.core.errors import AnnotatorError
from annotator.operations import people
from annotator.review.figures import Answers, figures
from annotator.review.units import Work
from annotator.store import articles, codebook, codings, handed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from annotator.core.models import Coder, Round, Variable
    from annotator.review.figures import Figure, Scale
    from annotator.review.units import Unit
    from annotator.store.project import Project

    Held = Mapping[str, Mapping[str, str]]  # article to coder to coding

_AT_ONCE = 500  # articles
_HALF = 0.5  # of the whole: what reading takes, and what counting takes
_SCALES: dict[str, Scale] = {"scale": "ordinal", "number": "interval"}


@dataclass(frozen=True, slots=True)
class Agreement:
    """Between `coders` (ids) in a round, over so many `articles` that two of them or more began.

    It is provisional while the round is open: a later edit can still move the figures.
    """

    coders: tuple[str, ...]
    round: str
    provisional: bool
    articles: int
    measures: tuple[Figure, ...]


def agreement(
    project: Project,
    coders: Sequence[str],
    *,
    round_id: str = "",
    unit: Unit = "token",
    tell: Callable[[float], None] = lambda _done: None,
) -> Agreement:
    """Every measure between two coders or more (ids or names): of spans, in the unit chosen, of article variables.

    Without a round it is "main". Raises `no_such_coder`, `ambiguous_coder`, `one_coder`, `no_such_round` or
    `nothing_in_common`.
    """
    named = _named(project, coders)
    found = _round(project, round_id or "main")
    ids = [coder.id for coder in named]
    held = {article: theirs for article, theirs in handed.begun(project.db, ids, found.id).items() if len(theirs) > 1}
    if not held:
        names = [coder.name for coder in named]
        a = names[0] if len(names) == 2 else tuple(names[:-1])  # noqa: PLR2004
        raise AnnotatorError("nothing_in_common", a=a, b=names[-1], round=found.id)
    works = list(_works(project, ids, held, lambda done: tell(done * _HALF)))
    book = codebook.read(project.db)
    measured = figures(
        works,
        list(_answers(project, book.variables, ids, held)),
        unit=unit,
        labels=[label.id for label in book.labels],
        tell=lambda done: tell(_HALF + done * _HALF),
    )
    return Agreement(tuple(ids), found.id, found.state != "frozen", len(held), tuple(measured))


def _named(project: Project, coders: Sequence[str]) -> list[Coder]:
    found = [people.known(project, coder) for coder in coders]
    for number, coder in enumerate(found):
        if len(found) == 1 or coder in found[:number]:
            raise AnnotatorError("one_coder", coder=coder.name)
    return found


def _round(project: Project, round_id: str) -> Round:
    for found in codebook.rounds(project.db):
        if found.id == round_id:
            return found
    raise AnnotatorError("no_such_round", round=round_id)


def _works(project: Project, coders: Sequence[str], held: Held, tell: Callable[[float], None]) -> Iterator[Work]:
    ids = list(held)
    for first in range(0, len(ids), _AT_ONCE):
        some = ids[first : first + _AT_ONCE]
        hashes = articles.texts_of(project.db, some)
        spans = handed.spans(project.db, [coding for article in some for coding in held[article].values()])
        for article in some:
            theirs = held[article]
            sides = tuple(spans.get(theirs[coder], []) if coder in theirs else None for coder in coders)
            yield Work(articles.text(project.db, hashes[article]).body, sides)
        tell(first / len(ids))


def _answers(project: Project, variables: Sequence[Variable], coders: Sequence[str], held: Held) -> Iterator[Answers]:
    """The article variables that somebody answered; what was left blank is missing, whoever else answered."""
    owners = [coding for theirs in held.values() for coding in theirs.values()]
    values: dict[tuple[str, str], Any] = {
        (one.variable, one.owner): one.value for one in codings.values_on(project.db, owners)
    }
    for variable in variables:
        if variable.scope == "article":
            given = [
                tuple(_plain(variable, values.get((variable.id, theirs.get(coder, "")))) for coder in coders)
                for theirs in held.values()
            ]
            if any(value is not None for row in given for value in row):
                yield Answers(variable.id, _SCALES.get(variable.type, "nominal"), given)


def _plain(variable: Variable, value: Any) -> Any:
    """A value as it is compared: several choices in any order, a step of a scale by its place; None for none."""
    if isinstance(value, list):
        return tuple(sorted(map(str, value)))
    if variable.type == "scale" and variable.choices:
        steps = [choice.id for choice in variable.choices]
        return steps.index(str(value)) if str(value) in steps else None
    if variable.type in {"scale", "number"}:
        return value if isinstance(value, int | float) else None
    return value
