"""Every measure of a comparison, per label and over all, with its interval: the figures that a report prints."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from annotator.review import spans
from annotator.review.measures.alpha import krippendorff_alpha
from annotator.review.measures.bootstrap import TIMES, interval, redrawn
from annotator.review.measures.gwet import gwet_ac1
from annotator.review.measures.kappa import cohen_kappa, fleiss_kappa
from annotator.review.measures.percent import holsti, percent_agreement
from annotator.review.measures.ratings import compared, regrouped
from annotator.review.units import CODED_TOKEN, ranges, rated

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from annotator.review.measures.ratings import Row, Rows
    from annotator.review.units import Unit, Work

    Counts = Counter[Any]
    Measure = Callable[[Counter[Any]], float | None]
    Named = Mapping[str, Measure]
    Tell = Callable[[float], None]  # how far it is, 0 to 1

Scale = Literal["nominal", "ordinal", "interval"]
About = Literal["label", "variable"]
_STEP = 20  # drawings between two words on how far it is


class Group(NamedTuple):
    """What some figures are of: units of a kind, and a label, an article variable, or (None) all labels at once."""

    unit: str
    label: str | None
    about: About = "label"
    scale: Scale = "nominal"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure: `low` to `high` holds it in 95 of 100 drawings of articles; `n` units (or spans) were compared.

    `value` is None where the measure is not defined; `low` and `high` also where there are too few articles.
    """

    name: str
    unit: str
    label: str | None
    about: About
    value: float | None
    low: float | None
    high: float | None
    n: int


@dataclass(frozen=True, slots=True)
class Answers:
    """An article variable: its values by coder, article by article, None where a coder gave none."""

    variable: str
    scale: Scale
    rows: Sequence[Row]


def figures(
    works: Sequence[Work],
    answers: Sequence[Answers] = (),
    *,
    unit: Unit = "token",
    labels: Sequence[str] = (),
    times: int = TIMES,
    tell: Tell = lambda _done: None,
) -> list[Figure]:
    """All figures of these articles: of the spans, of the units chosen, of the article variables, in this order.

    Tokens are told twice: all of them, and those that at least one coder put a label on. `labels` is an order for the
    labels; only those that were used have figures.
    """
    used = {label for work in works for side in work.spans for label, _ in side or ()}
    known = [*(label for label in labels if label in used), *sorted(used.difference(labels))]
    articles = [_counted(work, unit, known) for work in works]
    for variable in answers:
        group = Group("article", variable.variable, "variable", variable.scale)
        for article, row in zip(articles, variable.rows, strict=True):
            article[group] = Counter({row: 1})
    measured = {group: _measures(group, len(works[0].spans)) for group in articles[0]}
    flat = [{(group, key): n for group, counts in one.items() for key, n in counts.items()} for one in articles]
    whole: Counter[tuple[Group, Hashable]] = Counter()
    for one in flat:
        whole.update(one)
    counts = _by_group(whole)
    drawn = _drawn(flat, measured, times if len(works) > 1 else 0, tell)
    return [
        _figure(group, name, measure(counts[group]), drawn[group, name], _size(group, counts[group]))
        for group, named in measured.items()
        for name, measure in named.items()
    ]


def _counted(work: Work, unit: Unit, labels: Sequence[str]) -> dict[Group, Counts]:
    """One article: whatever is counted of it, by what it is of."""
    found = {Group("span", label): counts for label, counts in spans.counted(work, labels).items()}
    if unit == "span":
        return found
    rows = rated(work.spans, ranges(work.body, unit))
    found |= _with_labels(unit, rows, labels)
    if unit == "token":
        coded = {row: count for row, count in rows.items() if any(row)}
        found |= _with_labels(CODED_TOKEN, coded, labels)
    return found


def _with_labels(unit: str, rows: Rows, labels: Sequence[str]) -> dict[Group, Counts]:
    """The sets of labels on the units, and of each label whether it is there."""
    found = {Group(unit, label): regrouped(rows, partial(_holds, label)) for label in labels}
    return {Group(unit, None): Counter(rows), **found}


def _holds(label: str, labels: Any) -> bool:
    return label in labels


def _measures(group: Group, coders: int) -> dict[str, Measure]:
    if group.unit == "span":
        return spans.measures(coders, over_all=group.label is None)
    empty = (() if group.label is None else False) if group.unit == CODED_TOKEN else None
    found: dict[str, Measure] = {"percent agreement": percent_agreement, "holsti": partial(holsti, empty=empty)}
    if group.scale != "interval":
        found |= {"cohen kappa": cohen_kappa, "fleiss kappa": fleiss_kappa, "krippendorff alpha": krippendorff_alpha}
    if group.scale != "nominal":
        found[f"krippendorff alpha {group.scale}"] = partial(krippendorff_alpha, metric=group.scale)
    if group.scale != "interval":
        found["gwet ac1"] = gwet_ac1
    return found


def _by_group(counts: Mapping[tuple[Group, Hashable], int]) -> defaultdict[Group, Counts]:
    found: defaultdict[Group, Counts] = defaultdict(Counter)
    for (group, key), count in counts.items():
        if count:
            found[group][key] = count
    return found


def _drawn(
    flat: Sequence[Mapping[tuple[Group, Hashable], int]], measured: Mapping[Group, Named], times: int, tell: Tell
) -> dict[tuple[Group, str], list[float | None]]:
    """What each measure comes to when articles are drawn again, so many times."""
    found: dict[tuple[Group, str], list[float | None]] = {
        (group, name): [] for group, named in measured.items() for name in named
    }
    for number, drawing in enumerate(redrawn(flat, times=times)):
        counts = _by_group(drawing)
        for group, named in measured.items():
            for name, measure in named.items():
                found[group, name].append(measure(counts[group]))
        if number % _STEP == 0:
            tell(number / times)
    return found


def _figure(group: Group, name: str, value: float | None, drawn: Sequence[float | None], size: int) -> Figure:
    low, high = (None if value is None else interval(drawn)) or (None, None)
    return Figure(name, group.unit, group.label, group.about, value, low, high, size)


def _size(group: Group, counts: Counter[Any]) -> int:
    return counts[spans.ALL] if group.unit == "span" else compared(counts)
