"""What the pages show: figures and what they rest on; and, behind a number, the cases that it counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotator.review import cases, wording
from annotator.ui.agreement import said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from annotator.review.cases import CaseBehind
    from annotator.review.figures import Figure
    from annotator.review.gathered import Gathered
    from annotator.review.matrix import Matrix
    from annotator.review.report import Agreement


@dataclass(frozen=True, slots=True)
class Shown:
    """Figures, the work behind them, each label's hue and pattern, and the language of the window."""

    found: Agreement
    gathered: Gathered
    looks: Mapping[str, tuple[int, int]]
    language: str


@dataclass(frozen=True, slots=True)
class Behind:
    """The cases behind a number. `find` yields those that coders differ on, or (True) agree on; a cell has one kind."""

    title: str
    gathered: Gathered
    variable: str
    find: Callable[[bool], Iterator[CaseBehind]]
    both: bool = True


def of_figure(gathered: Gathered, figure: Figure, name: str, language: str) -> Behind:
    """What a figure of these raters counts; `name` says what it is of."""
    value = said.number(figure.value, language, name=figure.name)
    title = " · ".join(filter(None, (name, f"{said.measure(figure.name, language)} {value}", said.unit(figure.unit))))
    variable = figure.label or "" if figure.about != "label" else ""
    return Behind(title, gathered, variable, lambda agreed: cases.cases(gathered, figure, agreed=agreed))


def of_cell(gathered: Gathered, matrix: Matrix, cell: tuple[Any, Any], language: str) -> Behind:
    """What a cell of a confusion matrix counts."""
    two = gathered.between(*(gathered.raters.index(rater) for rater in matrix.between))
    parts = [
        f"{said.coder(gathered, rater)}: {wording.value(gathered.called, matrix.variable, value, language)}"
        for rater, value in zip(matrix.between, cell, strict=True)
    ]
    return Behind(
        " · ".join(parts), two, matrix.variable, lambda _agreed: cases.of_cell(gathered, matrix, cell), both=False
    )
