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
from annotator.review.measures.ratings import compared
from annotator.review.units import CODED_TOKEN, bits, placed, ranges, rated, row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from annotator.review.gathered import Gathered, Scale
    from annotator.review.measures.ratings import Row
    from annotator.review.units import Unit, Work

    Counts = Counter[Any]
    Flat = Counter[tuple["Group", Any]]
    Measure = Callable[[Counter[Any]], float | None]
    Named = Mapping[str, Measure]
    Tell = Callable[[float], None]  # how far it is, 0 to 1

About = Literal["label", "variable", "attribute"]
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


def figures(gathered: Gathered, *, times: int = TIMES, tell: Tell = lambda _done: None) -> list[Figure]:
    """All figures of these articles: of the spans, of the units chosen, of the article variables, in this order.

    Tokens are told twice: all of them, and those that at least one coder put a label on. Only the labels and
    variables that were used have figures.
    """
    works, unit, labels = gathered.works, gathered.unit, gathered.labels
    used = {label for work in works for side in work.spans for label, _ in side or ()}
    known = [*(label for label in labels if label in used), *sorted(used.difference(labels))]
    variables = [
        Group("article", variable, "variable", scale)
        for variable, scale in gathered.scales.items()
        if any(given.get(variable) is not None for work in works for given in work.answers)
    ]
    measured = {group: _measures(group, len(gathered.raters)) for group in (*_groups(unit, known), *variables)}
    counting = _Counting(unit, known)
    articles = [counting.of(work) for work in works]
    for group in variables:
        for article, work in zip(articles, works, strict=True):
            article[group, tuple(given.get(group.label or "") for given in work.answers)] += 1
    whole: Flat = Counter()
    for article in articles:
        whole.update(article)
    counts = _by_group(whole)
    drawn = _drawn(articles, measured, times if len(works) > 1 else 0, tell)
    return [
        _figure(group, name, measure(counts[group]), drawn[group, name], _size(group, counts[group]))
        for group, named in measured.items()
        for name, measure in named.items()
    ]


def _groups(unit: Unit, labels: Sequence[str]) -> list[Group]:
    kinds = {"span": [], "token": ["token", CODED_TOKEN]}.get(unit, [unit])
    return [Group(kind, label) for kind in ("span", *kinds) for label in (None, *labels)]


class _Counting:
    """Counts one article after the other: whatever the measures need, by what it is of."""

    def __init__(self, unit: Unit, labels: Sequence[str]) -> None:
        self._unit = unit
        self._labels = labels
        self._bit = bits(labels)
        self._meant: dict[int, list[tuple[Group, Row]]] = {}

    def of(self, work: Work) -> Flat:
        """Counts by group and, within it, by row or by what `spans.measures` asks for."""
        found: Flat = Counter()
        for label, counts in spans.counted(work, self._labels).items():
            group = Group("span", label)
            found.update({(group, key): count for key, count in counts.items()})
        if self._unit == "span":
            return found
        units = ranges(work.body, self._unit)
        sides = [None if side is None else placed(side, units, self._bit) for side in work.spans]
        for met, count in rated(sides, len(units), len(self._bit)).items():
            if met not in self._meant:
                self._meant[met] = list(self._rows(row(met, len(sides), len(self._bit))))
            for key in self._meant[met]:
                found[key] += count
        return found

    def _rows(self, sets: Row) -> Iterator[tuple[Group, Row]]:
        """What a row of sets of labels says over all and of each label, among coded tokens as well if it is one."""
        for kind in (self._unit, CODED_TOKEN) if self._unit == "token" and any(sets) else (self._unit,):
            yield Group(kind, None), sets
            for label, bit in self._bit.items():
                yield Group(kind, label), tuple(None if labels is None else bool(labels & bit) for labels in sets)


def _measures(group: Group, coders: int) -> dict[str, Measure]:
    if group.unit == "span":
        return spans.measures(coders, over_all=group.label is None)
    empty = 0 if group.unit == CODED_TOKEN else None  # the empty set, and False
    found: dict[str, Measure] = {"percent agreement": percent_agreement, "holsti": partial(holsti, empty=empty)}
    if group.scale != "interval":
        found |= {"cohen kappa": cohen_kappa, "fleiss kappa": fleiss_kappa, "krippendorff alpha": krippendorff_alpha}
    if group.scale != "nominal":
        found[f"krippendorff alpha {group.scale}"] = partial(krippendorff_alpha, metric=group.scale)
    if group.scale != "interval":
        found["gwet ac1"] = gwet_ac1
    return found


def _by_group(counts: Mapping[tuple[Group, Any], int]) -> defaultdict[Group, Counts]:
    found: defaultdict[Group, Counts] = defaultdict(Counter)
    for (group, key), count in counts.items():
        if count:
            found[group][key] = count
    return found


def _drawn(
    articles: Sequence[Flat], measured: Mapping[Group, Named], times: int, tell: Tell
) -> dict[tuple[Group, str], list[float | None]]:
    """What each measure comes to when articles are drawn again, so many times."""
    found: dict[tuple[Group, str], list[float | None]] = {
        (group, name): [] for group, named in measured.items() for name in named
    }
    for number, drawing in enumerate(redrawn(articles, times=times)):
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
