"""What some figures are computed from: each article as a row of whole numbers that add up, and what sums come to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from annotator.review.measures.alpha import krippendorff_alpha
from annotator.review.measures.gwet import gwet_ac1
from annotator.review.measures.kappa import cohen_kappa, fleiss_kappa
from annotator.review.measures.percent import holsti, percent_agreement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from annotator.review.gathered import Scale
    from annotator.review.measures.ratings import Tally

About = Literal["label", "variable", "attribute"]


class Group(NamedTuple):
    """What some figures are of: units of a kind, and a label, a variable, an attribute, or (None) all labels."""

    unit: str
    label: str | None
    about: About = "label"


class Measured(NamedTuple):
    """The measures of a group, in the order of their names; `n` units (or spans) were compared."""

    group: Group
    n: int
    values: Sequence[float | None]


class Sheet(Protocol):
    """Articles by number, each as whole numbers; sums of these as measures, group by group in the same order."""

    @property
    def names(self) -> Sequence[Sequence[str]]:
        """Of the measures, for each group."""

    @property
    def size(self) -> int:
        """How many numbers a row has."""

    def row(self, article: int) -> list[int]:
        """One article's numbers; of each article as many, each from 0 on."""

    def whole(self) -> list[int]:
        """The rows of all articles, added up place by place."""

    def measured(self, sums: Sequence[int]) -> Iterator[Measured]:
        """What the numbers of some articles, added up place by place, come to."""


def added(rows: Iterable[Sequence[int]]) -> list[int]:
    """Rows added up place by place."""
    return [sum(column) for column in zip(*rows, strict=True)]


def measures(scale: Scale = "nominal") -> dict[str, Callable[[Tally], float | None]]:
    """By its name each measure of values on such a scale."""
    found: dict[str, Callable[[Tally], float | None]] = {"percent agreement": percent_agreement, "holsti": holsti}
    if scale != "interval":
        found |= {"cohen kappa": cohen_kappa, "fleiss kappa": fleiss_kappa, "krippendorff alpha": krippendorff_alpha}
    if scale != "nominal":
        found[f"krippendorff alpha {scale}"] = partial(krippendorff_alpha, metric=scale)
    if scale != "interval":
        found["gwet ac1"] = gwet_ac1
    return found
