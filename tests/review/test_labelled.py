from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.review.labelled import counted, labelled
from annotator.review.measures.ratings import tally
from annotator.review.sheet import measures
from annotator.review.units import CODED_TOKEN, Work, bits, laid, ranges

BODY = "كلمة " * 12
LABELS = ["x", "y", "z"]

span = st.tuples(
    st.sampled_from("xyz"), st.integers(0, 10).flatmap(lambda a: st.integers(1, 9).map(lambda n: ((5 * a, 5 * a + n),)))
)
works = st.integers(1, 3).flatmap(
    lambda raters: st.lists(
        st.tuples(*[st.one_of(st.none(), st.lists(span, max_size=6))] * raters)
        .filter(lambda sides: any(side is not None for side in sides))
        .map(lambda sides: Work(BODY, sides)),
        min_size=1,
        max_size=4,
    )
)


def by_unit(work: Work, unit: str) -> list[tuple]:
    """Of each unit the set of labels of each rater, looked at one by one."""
    places = ranges(work.body, "token" if unit == CODED_TOKEN else unit)
    sides = [None if side is None else laid(side, places, bits(LABELS)) for side in work.spans]
    rows = [tuple(None if side is None else side[at] for side in sides) for at in range(len(places))]
    return [row for row in rows if unit != CODED_TOKEN or any(row)]


@pytest.mark.parametrize("unit", ["token", "sentence"])
@given(works=works)
def test_it_is_what_looking_at_each_unit_gives(unit: str, works: list[Work]) -> None:
    sheet = labelled(works, unit, LABELS)
    for one in sheet.measured(sheet.whole()):
        rows = Counter(row for work in works for row in by_unit(work, one.group.unit))
        empty: object = 0
        if one.group.label is not None:
            bit, empty = bits(LABELS)[one.group.label], False
            changed: Counter[tuple] = Counter()
            for row, count in rows.items():
                changed[tuple(None if labels is None else bool(labels & bit) for labels in row)] += count
            rows = changed
        found = tally(rows, empty=empty if one.group.unit == CODED_TOKEN else None)
        assert one.n == found.compared
        assert one.values == [measure(found) for measure in measures().values()], one.group


@given(works)
def test_the_whole_is_its_articles_added_up(works: list[Work]) -> None:
    sheet = labelled(works, "token", LABELS)
    rows = [sheet.row(article) for article in range(len(works))]
    assert {len(row) for row in rows} == {sheet.size}
    assert sheet.whole() == [sum(column) for column in zip(*rows, strict=True)]


def test_missing_is_not_empty() -> None:
    x = [("x", ((0, 4),))]
    for sides, n in ((([], x, None), 12), ((None, x, None), 0), ((x, x, []), 12)):
        sheet = labelled([Work(BODY, sides)], "token", LABELS)
        assert next(sheet.measured(sheet.whole())).n == n


def test_several_labels_on_a_unit_are_one_value() -> None:
    found = counted([[(1, 0, 2), (2, 1, 3)], [(2, 0, 3)]], 4, [1, 2])
    assert found.sets == [{1: 1, 3: 1, 2: 1}, {2: 3}]
    assert found.plain == [4, 1, 2, 1, 2, 2, 0, 3, 0, 2]
