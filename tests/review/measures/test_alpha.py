from __future__ import annotations

import pytest

from annotator.review.measures.alpha import krippendorff_alpha
from annotator.review.measures.ratings import tally
from tests.review.vectors import HAYES_2007, K1980_133, K1980_139, K2004_227, K2011, by_coder, digitised, table, units


@pytest.mark.parametrize(
    ("name", "found", "metric", "printed"),
    [
        ("Krippendorff 1980 p. 133", K1980_133, "nominal", ".095"),
        ("Krippendorff 1980 p. 139", K1980_139, "nominal", ".642"),
        ("Krippendorff 1980 p. 139, interval", K1980_139, "interval", ".547"),
        ("Krippendorff 2004 p. 227", K2004_227, "nominal", ".734"),
        ("Krippendorff 2011, nominal", by_coder(K2011), "nominal", ".743"),
        ("Krippendorff 2011, ordinal", by_coder(K2011), "ordinal", ".815"),
        ("Krippendorff 2011, interval", by_coder(K2011), "interval", ".849"),
        ("Krippendorff 2011, ratio", by_coder(K2011), "ratio", ".797"),
        ("Krippendorff 1995 A, digitised", digitised("A"), "nominal", ".329"),
        ("Hayes & Krippendorff 2007", units(HAYES_2007), "ordinal", ".7598"),
    ],
)
def test_published_alpha(name: str, found, metric: str, printed: str) -> None:
    digits = len(printed) - 1
    assert f"{krippendorff_alpha(tally(table(found)), metric):.{digits}f}"[1:] == printed, name


def test_published_disagreements() -> None:
    """Do .400 and De .442 of the first vector."""
    block = tally(table(K1980_133)).blocks[0]
    total = 2 * block.units
    given = [a + b for a, b in zip(*block.used, strict=True)]
    assert 2 * (block.units - block.same[0]) / total == pytest.approx(0.400)
    assert 2 * given[0] * given[1] / (total * (total - 1)) == pytest.approx(0.442, abs=0.0005)


@pytest.mark.parametrize("metric", ["nominal", "ordinal", "interval", "ratio"])
def test_undefined_is_no_perfect_agreement(metric: str) -> None:
    for rows in ({}, {(3, 3): 9}, {(1, None): 2, (None, 2): 1}, {(1,): 4, (2,): 1}):
        assert krippendorff_alpha(tally(rows), metric) is None


def test_a_distant_value_costs_more_the_more_a_metric_knows() -> None:
    near, far = {(1, 1): 5, (1, 2): 1, (9, 9): 5}, {(1, 1): 5, (1, 9): 1, (9, 9): 5, (2, 2): 1}
    assert krippendorff_alpha(tally(near), "interval") > krippendorff_alpha(tally(far), "interval")
