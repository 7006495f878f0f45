"""What agreement is computed from: whose work in which rounds, article by article; values alone, so any thread may."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.core.models import Names, RoundKind
    from annotator.review.units import Unit, Work

Scale = Literal["nominal", "ordinal", "interval"]


class Rater(NamedTuple):
    """Whose work, in which round (ids): one coder in two rounds is two raters."""

    coder: str
    round: str


@dataclass(frozen=True, slots=True)
class Under:
    """A round as it stood when its work was read; `frozen` (UTC, ISO) and `seal` are empty while it is open."""

    id: str
    kind: RoundKind
    state: Literal["open", "frozen"]
    frozen: str = ""
    seal: str = ""
    codebook: str = ""


@dataclass(frozen=True, slots=True)
class Called:
    """What coders, labels, variables and their values are called, by language."""

    coders: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, Names] = field(default_factory=dict)
    variables: Mapping[str, Names] = field(default_factory=dict)
    values: Mapping[str, Mapping[Any, Names]] = field(
        default_factory=dict
    )  # of a variable: value, as compared, to names

    def label(self, label: str, language: str) -> str:
        """A label's name, else its id."""
        return _in(self.labels.get(label, {}), language) or label

    def variable(self, variable: str, language: str) -> str:
        """A variable's name, else its id."""
        return _in(self.variables.get(variable, {}), language) or variable

    def value(self, variable: str, value: Any, language: str) -> str:
        """What a value of a variable is called; of several choices all of them."""
        if isinstance(value, tuple):
            return " + ".join(self.value(variable, one, language) for one in value)
        return _in(self.values.get(variable, {}).get(value, {}), language) or str(value)


def _in(names: Names, language: str) -> str:
    return names.get(language) or next(iter(names.values()), "")


@dataclass(frozen=True, slots=True)
class Gathered:
    """The work of `raters` on every article that two of them or more have; `works` stand in the project's order.

    `labels` are in the codebook's order; `scales` has the article variables and attributes in it, and how each is
    compared. With `trim`, spans were shorn of white space and punctuation at their edges. `withheld` articles were left
    out, since they are kept from whoever looks.
    """

    raters: tuple[Rater, ...]
    rounds: tuple[Under, ...]
    works: Sequence[Work]
    unit: Unit = "token"
    labels: tuple[str, ...] = ()
    scales: Mapping[str, Scale] = field(default_factory=dict)
    called: Called = field(default_factory=Called)
    trim: bool = False
    withheld: int = 0

    @property
    def provisional(self) -> bool:
        """Whether a later edit can still move the figures: one of the rounds is open."""
        return any(one.state != "frozen" for one in self.rounds)

    def used(self) -> list[str]:
        """The labels that somebody used, in the codebook's order."""
        used = {label for work in self.works for side in work.spans for label, _ in side or ()}
        return [*(label for label in self.labels if label in used), *sorted(used.difference(self.labels))]

    def between(self, *places: int) -> Gathered:
        """The same for some of the raters (by place): the articles that two or more of these have."""
        works = [work.between(*places) for work in self.works]
        raters = tuple(self.raters[place] for place in places)
        return replace(
            self,
            raters=raters,
            rounds=tuple(one for one in self.rounds if any(one.id == rater.round for rater in raters)),
            works=[work for work in works if sum(side is not None for side in work.spans) > 1],
        )
