from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.tokens import tokens
from annotator.core.words import words
from tests.core.test_words import HOSTILE

SEED = (Path(__file__).parents[2] / "seeds" / "sana-daesh-twitter.txt").read_text(encoding="utf-8")
NEWS = st.text(
    st.sampled_from("قالو  \n.:د\u064e\u0640\u200c\u200f\u0600\u06dd\u0d4e\U000111c2\U0001f1f8\U0001f600a1'\t\u00a0"),
    max_size=30,
)


def test_the_seeds_words() -> None:
    assert tokens(SEED) == list(words(SEED, 0, len(SEED)))
    assert len(tokens(SEED)) == 499


@pytest.mark.parametrize("body", ["", " ", "قال \u064eنعم", "قال\u0600 ١٢", "\u200fقال", "ക\u0d4e ക", "a\U000111c2 b"])
def test_what_joins_across_a_space(body: str) -> None:
    assert tokens(body) == list(words(body, 0, len(body)))


@settings(max_examples=400)
@given(st.one_of(HOSTILE, NEWS))
def test_they_are_the_words(body: str) -> None:
    assert tokens(body) == list(words(body, 0, len(body)))
