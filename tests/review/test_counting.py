from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.models import Annotation
from annotator.core.rows import dumps
from annotator.review.compare import Coded, compare
from annotator.review.counting import kinds

if TYPE_CHECKING:
    from annotator.core.models import Fragments

spans = st.sets(st.tuples(st.integers(0, 12), st.integers(1, 6), st.sampled_from(["x", "y", "z"])), max_size=10)


def read(stored: str) -> Fragments:
    return tuple((start, end) for start, end in json.loads(stored))


def coded(side: str, places: set[tuple[int, int, str]]) -> Coded:
    there = enumerate(sorted(places))
    return Coded(side, [Annotation(f"{side}{n}", side, x, "t", ((at, at + long),), ()) for n, (at, long, x) in there])


@given(spans, spans)
def test_the_counts_are_those_of_the_comparison(a: set[tuple[int, int, str]], b: set[tuple[int, int, str]]) -> None:
    left = [[(dumps(((at, at + long),)), label) for at, long, label in one - other] for one, other in ((a, b), (b, a))]
    compared = compare([coded("a", a), coded("b", b)])
    assert kinds(*left, read) == Counter(found.kind for found in compared.differences)
