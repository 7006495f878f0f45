from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.review.answered import Answered
from annotator.review.measures.ratings import tally
from annotator.review.sheet import Group, measures

GROUP = Group("article", "tone", "variable")

articles = st.integers(1, 3).flatmap(
    lambda raters: st.lists(
        st.lists(st.tuples(*[st.sampled_from([None, 1, 2, 2.5, 7])] * raters), max_size=3), min_size=1, max_size=6
    )
)


@pytest.mark.parametrize("scale", ["nominal", "ordinal", "interval"])
@given(articles=articles)
def test_it_is_what_its_rows_give_at_once(scale: str, articles) -> None:
    sheet = Answered(GROUP, scale, articles)
    (one,) = sheet.measured(sheet.whole())
    found = tally(Counter(row for rows in articles for row in rows))
    assert (one.group, one.n) == (GROUP, found.compared)
    assert one.values == [measure(found) for measure in measures(scale).values()]


@given(articles)
def test_some_of_its_articles_are_what_they_would_be_alone(articles) -> None:
    whole, some = Answered(GROUP, "ordinal", articles), Answered(GROUP, "ordinal", articles[1:] + articles[1:])
    rows = [whole.row(number) for number in range(1, len(articles))]
    sums = [2 * sum(column) for column in zip(*rows, strict=True)] if rows else [0] * whole.size
    (one,), (other,) = whole.measured(sums), some.measured(some.whole())
    assert one.n == other.n
    assert one.values == pytest.approx(other.values)


def test_several_choices_are_one_value() -> None:
    sheet = Answered(GROUP, "nominal", [[(("a", "b"), ("a", "b"))], [(("a",), ("a", "b"))]])
    assert next(sheet.measured(sheet.whole())).values[0] == 0.5
