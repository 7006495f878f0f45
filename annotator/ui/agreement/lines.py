"""Figures as a table: which columns there are, which of them are shown at first, and a line for each label or pair."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from annotator.review import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.review.figures import Figure
    from annotator.review.report import Agreement

TENTATIVE = 0.667  # below it, by convention, no conclusion is drawn
_ALPHA = "krippendorff alpha"
ANSWERS = "answers"  # the unit of variables: articles of some, spans of others
_TWO = 2


class Column(NamedTuple):
    """A measure on units of a kind."""

    name: str
    unit: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what it is of, and its figures; `hue` and `pattern` are a label's, hue -1 where there is no chip."""

    name: str
    figures: Mapping[Column, Figure] = field(default_factory=dict)
    hue: int = -1
    pattern: int = 0
    places: tuple[int, ...] = ()  # of a pair's raters
    detail: str = ""

    @property
    def weak(self) -> Figure | None:
        """The alpha that says that one should not rely on it, if one does: of units, else of spans."""
        order = [one for one in self.figures if one.name.startswith(_ALPHA)]
        order += [one for one in self.figures if one.name == "unitizing alpha"]
        found = self.figures[order[0]] if order else None
        return found if found is not None and found.value is not None and found.value < TENTATIVE else None


def by_column(figures: Iterable[Figure]) -> dict[Column, Figure]:
    """The figures of one line."""
    return {Column(one.name, one.unit): one for one in figures}


def columns(figures: Iterable[Figure]) -> tuple[Column, ...]:
    """All columns that these figures fill, in their order; those of units before those of spans."""
    found = dict.fromkeys(Column(one.name, one.unit) for one in figures)
    return tuple(sorted(found, key=lambda one: one.unit == "span"))


def at_first(every: Sequence[Column], raters: int) -> tuple[Column, ...]:
    """The columns of a paper's table: percent agreement, F1, unitizing alpha, alpha, kappa, AC1."""
    units = [one.unit for one in every if one.unit != "span"]
    main = units[0] if units else "span"
    kappa = "cohen kappa" if raters == _TWO else "fleiss kappa"
    wanted = [
        Column("percent agreement", main),
        *(Column(name, "span") for name in ("exact f1", "relaxed f1", "unitizing alpha")),
        *(Column(name, main) for name in (_ALPHA, f"{_ALPHA} ordinal", f"{_ALPHA} interval", kappa, "gwet ac1")),
    ]
    return tuple(one for one in wanted if one in every)


def of_labels(found: Agreement, looks: Mapping[str, tuple[int, int]], language: str) -> list[Line]:
    """All labels, then each; `looks` are hue and pattern by label."""
    figures = [one for one in found.measures if one.about == "label"]
    made = []
    for label in dict.fromkeys(one.label for one in figures):
        name = wording.of(found.called, "label", label, language)
        hue, pattern = looks.get(label or "", (-1, 0))
        made.append(Line(name, by_column(one for one in figures if one.label == label), hue, pattern))
    return made


def of_variables(found: Agreement, language: str, kinds: tuple[str, str]) -> list[Line]:
    """Each article variable, then each attribute; `kinds` is what these two are called."""
    figures = [one for one in found.measures if one.about != "label"]
    return [
        Line(
            wording.of(found.called, about, label, language),
            {Column(one.name, ANSWERS): one for one in figures if (one.about, one.label) == (about, label)},
            detail=kinds[about == "attribute"],
        )
        for about, label in dict.fromkeys((one.about, one.label) for one in figures)
    ]


def of_answers(made: Iterable[Line], raters: int) -> tuple[Column, ...]:
    """The columns of variables: percent agreement, alpha by its scale, kappa, AC1, Holsti."""
    there = {column for line in made for column in line.figures}
    kappa = "cohen kappa" if raters == _TWO else "fleiss kappa"
    order = ["percent agreement", _ALPHA, f"{_ALPHA} ordinal", f"{_ALPHA} interval", kappa, "gwet ac1", "holsti"]
    return tuple(column for name in order if (column := Column(name, ANSWERS)) in there)


def of_pairs(found: Agreement, names: Mapping[int, str], label: str | None, everybody: str) -> list[Line]:
    """All coders together (`everybody`), then every two; of a label, or over all (None). `names` are by place."""
    together = Line(everybody, by_column(_of(found.measures, label)), places=tuple(range(len(found.raters))))
    made = [together]
    for two in found.pairs:
        a, b = (found.raters.index(one) for one in two.raters)
        made.append(Line(f"{names[a]} · {names[b]}", by_column(_of(two.measures, label)), places=(a, b)))
    return made


def _of(figures: Iterable[Figure], label: str | None) -> Iterable[Figure]:
    return [one for one in figures if one.about == "label" and one.label == label]
