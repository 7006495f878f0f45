from __future__ import annotations

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.order import after as after_all
from annotator.core.order import between, spread


@given(st.lists(st.integers(0, 400), max_size=200), st.data())
def test_a_key_goes_wherever_it_is_put(places: list[int], data: st.DataObject) -> None:
    keys = spread(data.draw(st.integers(0, 70)))
    for place in places:
        at = place % (len(keys) + 1)
        before, after = ([keys[at - 1]] if at else [""]) + ([keys[at]] if at < len(keys) else [""])
        new = between(before, after)
        assert new
        assert before < new
        assert not after or new < after
        keys.insert(at, new)
    assert keys == sorted(set(keys))


@given(st.integers(0, 5000))
def test_spread_keys_are_in_order_and_leave_room(count: int) -> None:
    keys = spread(count)
    assert len(keys) == count
    assert keys == sorted(set(keys))
    for before, after in zip(["", *keys], [*keys, ""], strict=True):
        assert before < between(before, after)


@pytest.mark.parametrize("end", ["before", "after"])
def test_keys_stay_short_when_many_are_put_at_one_end(end: str) -> None:
    key = between("", "")
    for _ in range(1000):
        key = between(key, "") if end == "after" else between("", key)
    assert len(key) <= 20


def test_a_codebook_of_nine_needs_one_character_a_key() -> None:
    assert max(map(len, spread(9))) == 1


@pytest.mark.parametrize(
    ("before", "after"), [("V", "V"), ("W", "V"), ("V", "Va0"), ("a0", ""), ("", "0"), ("", "-"), ("é", "")]
)
def test_no_room_and_no_key_are_refused(before: str, after: str) -> None:
    with pytest.raises(ValueError, match="key"):
        between(before, after)


@given(st.lists(st.integers(1, 300), min_size=1, max_size=6))
def test_keys_without_end_stay_short_and_follow_all_that_came_before(batches: list[int]) -> None:
    keys: list[str] = []
    for count in batches:
        keys += islice(after_all(keys[-1] if keys else ""), count)
    assert keys == sorted(set(keys))
    assert max(map(len, keys)) <= 8
    assert between(keys[-1], "") > keys[-1]
