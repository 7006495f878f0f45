"""Spans carried from one version of a text to the next."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core import carry
from annotator.core.carry import Carried, carrier

SEED = (Path(__file__).parents[2] / "seeds" / "sana-daesh-twitter.txt").read_text(encoding="utf-8")
BODIES = st.lists(
    st.sampled_from(
        ["قال", "الوزير", "الوزير", "إن", "أن", "ال،", ".", "\n", "حَمَاس", "ـ", "A", "😀", "وزير", "\n", " ", " "]
    ),
    max_size=14,
).map("".join)


def moved(old: str, new: str, quote: str, nth: int = 0) -> tuple[str, str]:
    """The words that a span over the nth `quote` has in the new text, and its state."""
    at = -1
    for _ in range(nth + 1):
        at = old.index(quote, at + 1)
    found = carrier(old, new).range(at, at + len(quote))
    return new[found.start : found.end], found.state


@pytest.mark.parametrize(
    ("old", "new", "quote", "nth", "words", "state"),
    [
        ("قال الرئس أمس", "قال الرئيس أمس", "الرئس", 0, "الرئيس", "doubt"),
        ("قال الرئس أمس", "قال الرئيس أمس", "أمس", 0, "أمس", "same"),
        ("قال لرئيس أمس", "قال الرئيس أمس", "لرئيس", 0, "الرئيس", "doubt"),
        ("قال الرئيسس أمس", "قال الرئيس أمس", "الرئيسس", 0, "الرئيس", "doubt"),
        ("قال الرئيس أمس", "قال وزير أمس", "الرئيس", 0, "وزير", "doubt"),
        ("قال الرئيس أمس", "قال أمس", "الرئيس", 0, "", "lost"),
        ("قال الرئيس أمس", "قال الرئيس", "أمس", 0, "", "lost"),
        ("قال الرئيس أمس", "", "الرئيس", 0, "", "lost"),
        ("قال الرئيس أمس", "قال الرئيس الجديد أمس", "الرئيس", 0, "الرئيس", "same"),
        ("قال الرئيس أمس", "قال السيد الرئيس أمس", "الرئيس", 0, "الرئيس", "same"),
        ("قال الرئيس أمس", "قال السيد الرئيس أمس", "قال الرئيس", 0, "قال السيد الرئيس", "doubt"),
        ("لا لا نعم", "لا لا لا نعم", "لا", 0, "لا", "same"),
        ("لا لا نعم", "لا لا لا نعم", "لا", 1, "لا", "same"),
        ("لا لا نعم", "لا نعم", "لا", 0, "لا", "same"),
        ("الوزير قال الوزير", "الوزير الأول قال الوزير", "الوزير", 1, "الوزير", "same"),
        ("الوزير قال الوزير", "الوزير قال ثم قال الوزير", "الوزير", 1, "الوزير", "same"),
        ("أ\nب ج\nد", "أ\nجديد\nب ج\nد", "ب ج", 0, "ب ج", "same"),
        ("قال 😀 نعم", "قال 😀😀 نعم", "نعم", 0, "نعم", "same"),
        ("الخبر الأول. الخبر الثاني.", "الخبر الأول. شيء آخر كله.", "الثاني", 0, "آخر كله", "doubt"),
        ("قال الوزير أمس", "قال الوزيرين أمس", "الوزير", 0, "الوزيرين", "doubt"),
        ("قال الوزير", "قال الوزيرين", "الوزير", 0, "الوزيرين", "doubt"),
        ("لوزير قال", "الوزير قال", "لوزير", 0, "الوزير", "doubt"),
        ("قال الوزير", "قال الوزير.", "الوزير", 0, "الوزير", "same"),
        ("حرب على المدينة", "عملية في", "المدينة", 0, "", "lost"),
    ],
)
def test_where_a_person_looks_for_it(old: str, new: str, quote: str, nth: int, words: str, state: str) -> None:
    assert moved(old, new, quote, nth) == (words, state)


def test_repeated_words_stay_with_their_neighbours() -> None:
    old = "زار الوفد حلب. زار الوفد حمص. زار الوفد دمشق."
    at = old.index("زار الوفد حمص")
    for new, place in (
        ("زار الوفد حماة. " + old, at + 16),
        (old.replace("زار الوفد حمص.", "زار الوفد حمص. زار الوفد حماة."), at),
        (old.replace("زار الوفد حلب. ", ""), 0),
        (old.replace("الوفد حلب", "وفد كبير حلب"), at + 3),
        (old.replace("زار الوفد حمص. ", "زار الوفد حمص. زار الوفد حمص. "), at),
    ):
        assert carrier(old, new).range(at, at + 13) == Carried(place, place + 13, "same")


def test_part_of_a_word_stays_part_of_it() -> None:
    assert moved("زار وحماس امس", "زار وحماس أمس", "حماس") == ("حماس", "same")
    assert moved("زار وحماس امس", "زار فحماس امس", "حماس") == ("حماس", "same")


def test_stretches_too_long_to_compare_are_taken_for_different(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(carry, "_MOST", 3)
    assert moved("أ ب ج د", "أ ج ب د", "ب") == ("", "lost")
    assert moved("أ ب ج د", "أ ج ب د", "د") == ("د", "same")


@st.composite
def versions(draw: st.DrawFn) -> tuple[str, str]:
    """A text, and the same with some stretches replaced."""
    old = draw(BODIES)
    new = old
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(new)))
        end = draw(st.integers(start, min(len(new), start + 6)))
        new = new[:start] + draw(BODIES)[:8] + new[end:]
    return old, new


@given(versions())
def test_what_is_common_is_the_same_in_both_and_in_order(pair: tuple[str, str]) -> None:
    found = carrier(*pair)
    old_reached = new_reached = 0
    for old_start, old_end, new_start in found.common:
        assert old_reached <= old_start < old_end
        assert new_reached <= new_start
        old_reached, new_reached = old_end, new_start + old_end - old_start
        assert pair[0][old_start:old_end] == pair[1][new_start:new_reached]
    assert old_reached <= len(pair[0])
    assert new_reached <= len(pair[1])


@given(versions(), st.data())
def test_a_span_outside_every_edit_quotes_the_same_words(pair: tuple[str, str], data: st.DataObject) -> None:
    old, new = pair
    found = carrier(old, new)
    if not old:
        return
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    carried = found.range(start, end)
    inside = any(
        (a < start or a == start == n == 0) and (end < b or (b == end == len(old) and n + b - a == len(new)))
        for a, b, n in found.common
    )
    if inside and old[start:end].strip():
        assert carried.state == "same"
    if carried.state == "same":
        assert old[start:end] == new[carried.start : carried.end]
    assert (carried.state == "lost") == (carried.start == carried.end)
    assert 0 <= carried.start <= carried.end <= len(new)


@given(BODIES, st.data())
def test_carrying_a_text_to_itself_changes_nothing(body: str, data: st.DataObject) -> None:
    if not body.strip():
        return
    start = data.draw(st.integers(0, len(body) - 1))
    end = data.draw(st.integers(start + 1, len(body)))
    if body[start:end].strip():
        assert carrier(body, body).range(start, end) == Carried(start, end, "same")


@given(versions(), st.data())
def test_order_is_kept(pair: tuple[str, str], data: st.DataObject) -> None:
    """Of two spans that stand apart the first still begins first."""
    old, new = pair
    cuts = data.draw(st.sets(st.integers(0, len(old)), min_size=4, max_size=4)) if len(old) >= 4 else None
    if cuts is None:
        return
    a, b, c, d = sorted(cuts)
    found = carrier(old, new)
    first, second = found.range(a, b), found.range(c, d)
    assert first.start <= second.end


def test_a_long_article_with_many_corrections_is_carried_at_once() -> None:
    old = SEED * 20
    new = old.replace("الارهابي", "الإرهابي").replace("تويتر", "تويترر", 30)
    began = time.process_time()
    found = carrier(old, new)
    assert time.process_time() - began < 2
    at = old.rindex("كاميرون")
    carried = found.range(at, at + 7)
    assert (new[carried.start : carried.end], carried.state) == ("كاميرون", "same")
