from __future__ import annotations

from annotator.core.ids import keyed_id, new_id


def test_random_ids_are_20_digits_and_differ():
    ids = {new_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert all(len(i) == 20 and int(i, 16) >= 0 for i in ids)


def test_keyed_ids_follow_from_their_parts_alone():
    assert keyed_id("coding", "a", "b") == keyed_id("coding", "a", "b")
    assert keyed_id("coding", "ab", "") != keyed_id("coding", "a", "b")
    assert keyed_id("a,b") != keyed_id("a", "b")
