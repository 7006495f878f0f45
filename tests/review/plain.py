"""The measures by their definitions, unit after unit and in fractions: slow, and what ours must equal to the last digit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from itertools import combinations, permutations
from math import fsum

Rows = Mapping[tuple, int]


def pairs(rows: Rows) -> Iterator[list[tuple]]:
    coders = len(next(iter(rows), ()))
    for one, other in combinations(range(coders), 2):
        found = [(row[one], row[other]) for row, count in rows.items() for _ in range(count)]
        if met := [pair for pair in found if None not in pair]:
            yield met


def mean(values: list[Fraction | None]) -> float | None:
    known = [float(value) for value in values if value is not None]
    return fsum(known) / len(known) if known else None


def units(rows: Rows) -> list[list]:
    return [[value for value in row if value is not None] for row, count in rows.items() for _ in range(count)]


def percent_agreement(rows: Rows) -> Fraction | None:
    judged = [said for said in units(rows) if len(said) > 1]
    same = sum(Fraction(said.count(value) - 1, len(said) - 1) for said in judged for value in said)
    return same / sum(map(len, judged)) if judged else None


def holsti(rows: Rows, empty: object = None) -> float | None:
    def of(met: list[tuple]) -> Fraction | None:
        taken = sum(value != empty for pair in met for value in pair)
        return Fraction(2 * sum(a == b != empty for a, b in met), taken) if taken else None

    return mean([of(met) for met in pairs(rows)])


def cohen_kappa(rows: Rows) -> float | None:
    def of(met: list[tuple]) -> Fraction | None:
        one, other = (Counter(pair[side] for pair in met) for side in (0, 1))
        chance = Fraction(sum(one[value] * other[value] for value in one), len(met) ** 2)
        return (Fraction(sum(a == b for a, b in met), len(met)) - chance) / (1 - chance) if chance != 1 else None

    return mean([of(met) for met in pairs(rows)])


def _judged(rows: Rows) -> tuple[Fraction, dict] | None:
    said = [one for one in units(rows) if one]
    judged = [one for one in said if len(one) > 1]
    if not judged:
        return None
    alike = [Fraction(sum(a == b for a, b in permutations(one, 2)), len(one) * (len(one) - 1)) for one in judged]
    used = {v: sum(Fraction(one.count(v), len(one)) for one in said) / len(said) for one in said for v in one}
    return sum(alike) / len(judged), used


def fleiss_kappa(rows: Rows) -> Fraction | None:
    found = _judged(rows)
    if found is None or len(found[1]) == 1:
        return None
    chance = sum(share * share for share in found[1].values())
    return (found[0] - chance) / (1 - chance)


def gwet_ac1(rows: Rows) -> Fraction | None:
    found = _judged(rows)
    if found is None or len(found[1]) == 1:
        return None
    chance = sum(share * (1 - share) for share in found[1].values()) / (len(found[1]) - 1)
    return (found[0] - chance) / (1 - chance)


def krippendorff_alpha(rows: Rows, metric: str = "nominal") -> Fraction | None:
    judged = [said for said in units(rows) if len(said) > 1]
    given = Counter(value for said in judged for value in said)
    total = given.total()

    def rank(value: float) -> Fraction:
        return sum(n for other, n in given.items() if other < value) + Fraction(given[value], 2)

    apart: dict[str, Callable] = {
        "nominal": lambda a, b: Fraction(a != b),
        "ordinal": lambda a, b: (rank(a) - rank(b)) ** 2,
        "interval": lambda a, b: (Fraction(a) - Fraction(b)) ** 2,
    }
    distance = apart[metric]
    observed = sum(distance(a, b) / (len(said) - 1) for said in judged for a, b in permutations(said, 2))
    expected = sum(n * k * distance(a, b) for a, n in given.items() for b, k in given.items())
    return 1 - (total - 1) * observed / expected if expected else None
