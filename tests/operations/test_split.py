"""Parts of a data set: every article once, sizes as asked, the same again for the same seed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import AnnotatorError
from annotator.operations.split import parsed, shared_out


def test_words_become_shares() -> None:
    assert parsed("train=80, dev=10,test=10") == {"train": 80, "dev": 10, "test": 10}


@pytest.mark.parametrize(
    "words", ["", "train", "train=", "train=x", "train=0", "a=1,a=2", "=3", "../x=1", "a=-1", "a=1,"]
)
def test_what_is_no_split_is_refused(words: str) -> None:
    with pytest.raises(AnnotatorError, match="bad_split"):
        parsed(words)


@given(
    st.lists(st.text(max_size=6), unique=True),
    st.dictionaries(st.sampled_from("abcde"), st.integers(1, 90), min_size=1),
    st.integers(),
)
def test_every_article_once_and_shares_to_within_one(ids: list[str], shares: dict[str, int], seed: int) -> None:
    parts = shared_out(ids, shares, seed)
    assert sorted(one for part in parts.values() for one in part) == sorted(ids)
    for name, share in shares.items():
        assert abs(len(parts[name]) - len(ids) * share / sum(shares.values())) <= 1
        assert parts[name] == [one for one in ids if one in set(parts[name])]
    assert shared_out([*reversed(ids)], shares, seed) == {name: part[::-1] for name, part in parts.items()}


def test_another_seed_shares_out_otherwise() -> None:
    ids = [*map(str, range(100))]
    assert shared_out(ids, {"a": 1, "b": 1}, 1) != shared_out(ids, {"a": 1, "b": 1}, 2)
