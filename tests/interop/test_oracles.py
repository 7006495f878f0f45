"""Our measures beside other people's programs, on ratings made at random: krippendorff and scikit-learn."""

from __future__ import annotations

from math import nan
from random import Random

import pytest

from annotator.review.matrix import matrix
from annotator.review.measures.alpha import krippendorff_alpha
from annotator.review.measures.f1 import exact
from annotator.review.measures.kappa import cohen_kappa
from annotator.review.measures.percent import percent_agreement
from annotator.review.measures.ratings import tally
from annotator.review.units import Work
from tests.review.gathered import answered, gathered
from tests.review.vectors import table

pytestmark = pytest.mark.interop


def ratings(number: int, coders: int, *, missing: float = 0.0, units: int = 80) -> list[tuple[int | None, ...]]:
    """Coders who often follow what is true, and sometimes their own mind."""
    chosen = Random(number)
    rows = []
    for _ in range(units):
        true = chosen.choice([1, 2, 2, 3, 5])
        said = [true if chosen.random() < 0.6 else chosen.choice([1, 2, 3, 5]) for _ in range(coders)]
        rows.append(tuple(None if chosen.random() < missing else value for value in said))
    return rows


@pytest.mark.parametrize("number", range(12))
@pytest.mark.parametrize("metric", ["nominal", "ordinal", "interval", "ratio"])
def test_krippendorff(number: int, metric: str) -> None:
    krippendorff = pytest.importorskip("krippendorff")
    rows = ratings(number, 2 + number % 4, missing=0.15 * (number % 3))
    by_coder = [[nan if value is None else value for value in coder] for coder in zip(*rows, strict=True)]
    theirs = krippendorff.alpha(reliability_data=by_coder, level_of_measurement=metric)
    assert krippendorff_alpha(tally(table(rows)), metric) == pytest.approx(theirs, abs=1e-12)


@pytest.mark.parametrize("number", range(12))
def test_cohen_and_the_confusion_matrix(number: int) -> None:
    sklearn = pytest.importorskip("sklearn.metrics")
    rows = ratings(number, 2)
    a, b = zip(*rows, strict=True)
    assert cohen_kappa(tally(table(rows))) == pytest.approx(sklearn.cohen_kappa_score(a, b), abs=1e-12)
    assert percent_agreement(tally(table(rows))) == pytest.approx(sklearn.accuracy_score(a, b), abs=1e-12)
    works = answered([Work("", ([], []))] * len(rows), tone=rows)
    ours = matrix(gathered(works, scales={"tone": "nominal"}), variable="tone")
    assert ours.values == (1, 2, 3, 5)
    assert [list(row) for row in ours.rows] == sklearn.confusion_matrix(a, b, labels=[1, 2, 3, 5]).tolist()


@pytest.mark.parametrize("number", range(6))
def test_exact_f1(number: int) -> None:
    """Spans found or not, as two lists of yes and no: F1 of the yes."""
    sklearn = pytest.importorskip("sklearn.metrics")
    chosen = Random(number)
    places = [("x", ((start, start + 3),)) for start in range(0, 200, 4)]
    a, b = ([chosen.random() < 0.5 for _ in places] for _ in range(2))
    sides = tuple([place for place, there in zip(places, side, strict=True) if there] for side in (a, b))
    assert exact([sides])[None].f1 == pytest.approx(sklearn.f1_score(a, b), abs=1e-12)
