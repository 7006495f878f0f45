from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.models import Annotation
from annotator.review.agreement import exact
from annotator.review.measures.f1 import Agreed


def spans(*triples: tuple[int, int, str]) -> list[Annotation]:
    return [
        Annotation(str(n), "c", label, "t", ((start, end),), ("x",)) for n, (start, end, label) in enumerate(triples)
    ]


# nervaluate's example; its ends are inclusive.
GOLD = spans((2, 5, "PER"), (7, 10, "LOC"), (12, 16, "ORG"))
FOUND = spans((2, 5, "PER"), (7, 10, "ORG"), (13, 16, "ORG"), (20, 22, "MISC"))

anything = st.lists(st.tuples(st.integers(0, 6), st.integers(7, 12), st.sampled_from("xyz")), max_size=8)


def test_the_published_vector() -> None:
    found = exact([(GOLD, FOUND)])
    assert found[None] == Agreed(3, 4, 1)
    assert found[None].f1 == pytest.approx(0.2857142857142857)
    assert found["PER"].f1 == 1
    assert found["LOC"].f1 == 0


def test_two_empty_codings_have_no_f1_and_an_empty_one_has_none_in_common() -> None:
    assert exact([])[None].f1 is None
    assert exact([([], [])]) == {None: Agreed()}
    assert exact([(GOLD, [])])[None].f1 == 0


def test_articles_are_pooled() -> None:
    found = exact([(GOLD, FOUND), (GOLD, GOLD)])
    assert found[None] == Agreed(6, 7, 4)


@given(anything, anything)
def test_it_is_the_same_from_either_side_and_all_is_the_sum_of_the_labels(one, other) -> None:
    a, b = spans(*one), spans(*other)
    there, back = exact([(a, b)]), exact([(b, a)])
    assert {label: agreed.f1 for label, agreed in there.items()} == {label: agreed.f1 for label, agreed in back.items()}
    assert there[None].both == sum((Counter(one) & Counter(other)).values())
    assert (there[None].a, there[None].b) == (len(one), len(other))
