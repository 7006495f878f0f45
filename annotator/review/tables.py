"""Agreement as tables that other programs read: unrounded numbers, one figure a row, undefined as an empty cell."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from annotator.review import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from annotator.review.cases import CaseBehind
    from annotator.review.course import Step
    from annotator.review.figures import Figure
    from annotator.review.gathered import Called, Rater
    from annotator.review.matrix import Matrix
    from annotator.review.report import Agreement

_OF = ("about", "unit", "id", "name", "measure", "value", "low", "high", "n")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def figures_csv(agreement: Agreement, language: str) -> str:
    """The figures of all raters, then of every two of more: one a row, with what they rest on."""
    head = ("between", "articles", *_OF, "provisional", "round", "seal", "codebook", "trim")
    rests = (
        agreement.provisional,
        " / ".join(one.id for one in agreement.rounds),
        " / ".join(one.seal for one in agreement.rounds),
        " / ".join(one.codebook for one in agreement.rounds),
        agreement.trim,
    )
    groups = [(agreement.raters, agreement.articles, agreement.measures)]
    groups += [(two.raters, two.articles, two.measures) for two in agreement.pairs]
    return _csv(
        head,
        (
            (_names(agreement, raters), articles, *_cells(one, agreement.called, language), *rests)
            for raters, articles, measures in groups
            for one in measures
        ),
    )


def course_csv(steps: Iterable[Step], called: Called, language: str) -> str:
    """The figures of each stretch of time, or of each round."""
    return _csv(
        ("step", "articles", *_OF, "provisional"),
        (
            (step.key, step.articles, *_cells(one, called, language), step.provisional)
            for step in steps
            for one in step.measures
        ),
    )


def matrix_csv(matrix: Matrix, called: Called, language: str) -> str:
    """A confusion matrix: the first rater's values down, the second's across."""
    names = [wording.value(called, matrix.variable, value, language) for value in matrix.values]
    return _csv(("", *names), ((name, *row) for name, row in zip(names, matrix.rows, strict=True)))


def cases_csv(found: Iterable[tuple[Figure, CaseBehind]], agreement: Agreement, language: str) -> str:
    """Cases, one a row, with what each rater said; nothing for one who is missing."""
    names = [wording.rater(agreement, one) for one in agreement.raters]
    head = ("article", "title", "unit", "variable", "start", "end", "count", "text", *names)
    return _csv(head, (_case(one, case, agreement.called, language) for one, case in found))


def _case(one: Figure, case: CaseBehind, called: Called, language: str) -> Sequence[Any]:
    variable = one.label or "" if one.about != "label" else ""
    return (
        case.article,
        case.title,
        one.unit,
        variable,
        case.start,
        case.end,
        case.count,
        case.text,
        *(
            _said(called, variable, said, language) + _where(case, place) if said is not None else ""
            for place, said in enumerate(case.said)
        ),
    )


def _where(case: CaseBehind, place: int) -> str:
    """Where a rater's own span stands, if not from the case's start to its end."""
    there = case.where[place] if case.where else ()
    if there in {(), ((case.start, case.end),)}:
        return ""
    return f" ({', '.join(f'{start}-{end}' for start, end in there)})"


def _said(called: Called, variable: str, said: Any, language: str) -> str:
    if variable:
        return wording.value(called, variable, said, language)
    return " + ".join(wording.value(called, "", label, language) for label in said or ("",))


def _names(agreement: Agreement, raters: Sequence[Rater]) -> str:
    return " / ".join(wording.rater(agreement, one) for one in raters)


def _cells(one: Figure, called: Called, language: str) -> Iterator[Any]:
    name = wording.of(called, one.about, one.label, language)
    yield from (one.about, one.unit, one.label or "", name, one.name)
    yield from ("" if number is None else repr(number) for number in (one.value, one.low, one.high))
    yield one.n


def _csv(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow([_guarded(cell) for cell in head])
    table.writerows([_guarded(cell) for cell in row] for row in rows)
    return written.getvalue()


def _guarded(cell: Any) -> Any:
    """Words that a spreadsheet would compute get an apostrophe; numbers stay as they are."""
    if isinstance(cell, bool):
        return str(cell).lower()
    if not isinstance(cell, str) or not cell.startswith(_FORMULA):
        return cell
    try:
        float(cell)
    except ValueError:
        return f"'{cell}"
    return cell
