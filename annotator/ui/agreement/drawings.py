"""What the window shows as figures for a paper: a measure by label, how it went, a confusion matrix; with notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from annotator.messages import isolate
from annotator.review import wording
from annotator.review.matrix import NOTHING
from annotator.ui.agreement import lines, said
from annotator.ui.agreement.lines import Column
from annotator.ui.agreement.plots.forest import Bar, Forest
from annotator.ui.agreement.plots.heat import Heat
from annotator.ui.agreement.plots.over import Over, Stretch
from annotator.ui.rounds.said import articles

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.review.course import Step
    from annotator.review.figures import Figure
    from annotator.review.gathered import Under
    from annotator.review.matrix import Matrix
    from annotator.ui.agreement.shown import Shown

translate = QCoreApplication.translate
RELIABLE = 0.8
_MONTH = 7  # characters of a month's key
_DAY, _SEAL = 10, 16


def marks(measure: str) -> tuple[float, ...]:
    """The conventional bounds of a measure; only alpha has some."""
    return (lines.TENTATIVE, RELIABLE) if "alpha" in measure else ()


def first_column(shown: Shown) -> Column:
    """The measure that is drawn unless another is chosen: alpha of the units, else of the spans."""
    there = lines.columns(one for one in shown.found.measures if one.about == "label")
    alphas = [one for one in there if one.name.startswith("krippendorff alpha")]
    return next(iter(alphas), Column("unitizing alpha", "span"))


def forest(shown: Shown, column: Column) -> Forest:
    """A measure for all labels and for each, with percent agreement of the same units beside it."""
    beside = Column(said.PERCENT, column.unit)
    made = lines.of_labels(shown.found, shown.looks, shown.language)
    bars = [
        Bar(isolate(one.name), one.hue, one.figures[column], one.figures.get(beside) if beside != column else None)
        for one in made
        if column in one.figures
    ]
    measure = said.measure(column.name, shown.language)
    title = translate("Drawings", "%1 by label (%2)").replace("%1", measure).replace("%2", said.unit(column.unit))
    percent = said.measure(said.PERCENT, shown.language) if beside != column else ""
    return Forest(
        title, measure, percent, bars, marks(column.name), note(shown, times=shown.found.times), shown.language
    )


def over(shown: Shown, steps: Sequence[Step], of: tuple[Column, str | None], *, times: int) -> Over:
    """How a measure went, over all labels (None) or of one, with intervals of so many drawings."""
    column, label = of
    beside = Column(said.PERCENT, column.unit)
    stretches = [
        Stretch(
            step_name(one.key),
            articles(one.articles),
            figure(one.measures, column, label),
            figure(one.measures, beside, label) if beside != column else None,
        )
        for one in steps
    ]
    measure = f"{said.measure(column.name, shown.language)} ({said.unit(column.unit)})"
    name = wording.of(shown.found.called, "label", label, shown.language)
    percent = said.measure(said.PERCENT, shown.language) if beside != column else ""
    note_ = note(shown, times=times, rounds=False)
    title = f"{measure} · {isolate(name)}"
    return Over(title, measure, percent, stretches, marks(column.name), note_, shown.language)


def heat(shown: Shown, matrix: Matrix) -> Heat:
    """Which value met which."""
    language, called = shown.language, shown.found.called
    names = [isolate(wording.value(called, matrix.variable, value, language)) for value in matrix.values]
    a, b = (said.coder(shown.gathered, one) for one in matrix.between)
    of = called.variable(matrix.variable, language) if matrix.variable else said.unit(matrix.unit)
    title = translate("Drawings", "Confusion matrix (%1)").replace("%1", isolate(of))
    whose = (translate("Drawings", "Rows: %1").replace("%1", a), translate("Drawings", "Columns: %1").replace("%1", b))
    bare = matrix.values.index(NOTHING) if not matrix.variable and NOTHING in matrix.values else -1
    return Heat(title, names, matrix.rows, bare, whose, matrix_note(matrix, language))


def matrix_note(matrix: Matrix, language: str) -> str:
    """How what is counted was laid beside each other."""
    if matrix.variable:
        return ""
    return wording.phrase("matched" if matrix.unit == "span" else "matched.unit", language)


def figure(measures: Iterable[Figure], column: Column, label: str | None) -> Figure | None:
    """The figure of a column, of a label or over all."""
    found = (one for one in measures if one.about == "label" and one.label == label)
    return next((one for one in found if (one.name, one.unit) == column), None)


def step_name(key: str) -> str:
    """A round's name, a month or a week, as a person reads it."""
    if not key:
        return translate("Drawings", "no date")
    head, _, tail = key.partition("-")
    if len(key) == _MONTH and head.isdigit() and tail.isdigit():
        locale = QLocale()
        month = locale.standaloneMonthName(int(tail), QLocale.FormatType.ShortFormat)
        return f"{month} {said.year(int(head))}"
    return isolate(key)


def note(shown: Shown, *, times: int, rounds: bool = True) -> str:
    """Whose work in which round it is, how intervals were drawn, and whether it can still change."""
    found, gathered = shown.found, shown.gathered
    parts = [said.coders(gathered, found.raters, shown.language), articles(found.articles)]
    parts += [_under(one) for one in found.rounds if rounds]
    words = " · ".join(parts)
    if times and any(one.low is not None for one in found.measures):
        drawn = translate("Drawings", "95 % intervals of %1 bootstrap samples of the articles").replace(
            "%1", said.count(times)
        )
        words += f". {drawn}"
    if rounds and found.provisional:
        words += ". " + translate("Drawings", "Provisional: a round is still open")
    return words + "."


def _under(one: Under) -> str:
    """A round, and if it is frozen since when and under which seal."""
    words = translate("Drawings", "round %1").replace("%1", isolate(one.id))
    if one.state != "frozen":
        return words
    frozen = translate("Drawings", "frozen %1").replace("%1", isolate(one.frozen[:_DAY]))
    seal = translate("Drawings", "seal %1").replace("%1", isolate(one.seal[:_SEAL])) if one.seal else ""
    return " · ".join(filter(None, (words, frozen, seal)))
