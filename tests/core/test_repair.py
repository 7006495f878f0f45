"""Imported text in visual order or presentation forms: seen for what it is, and repaired with care (A23, A24)."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.core.repair import Look, looks_visual, repair
from annotator.core.visual import reordered, visual

SEED = (Path(__file__).parents[2] / "seeds" / "sana-daesh-twitter.txt").read_text(encoding="utf-8")
PLAIN = SEED.replace("ـ", "")
FORMS_FORWARD = "\ufed7\ufe8e\ufedd \ufe8d\ufedf\ufeae\ufe8b\ufef4\ufeb2"  # قال الرئيس, in its order


def test_a_good_text_looks_good_and_stays() -> None:
    for text in (SEED, "BBC قالت (2015)", "", "قال", "لا إلا كلا", "English only", "ﷺ ﷲ ﷽ ﴿قال﴾"):
        assert looks_visual(text) == Look(0, False)
        assert repair(text) == text


def test_forms_in_reading_order_become_letters_and_are_not_turned() -> None:
    assert looks_visual(FORMS_FORWARD) == Look(9, False)
    assert repair(FORMS_FORWARD) == "قال الرئيس"
    assert repair("\ufefb") == "لا"


def test_the_article_as_an_old_pdf_gives_it_comes_back_to_the_letter() -> None:
    seen = visual(PLAIN, "terminal")
    look = looks_visual(seen)
    assert look.is_reversed
    assert look.forms > 2_000
    assert repair(seen) == PLAIN


def test_letters_in_visual_order_without_forms_come_back() -> None:
    seen = "\n".join(reordered(line) for line in SEED.split("\n"))
    assert looks_visual(seen) == Look(0, True)
    assert repair(seen) == SEED


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("\ufc60", "\u064e\u0651"),  # NFKC alone would put a space before it
        ("\ufe7c", "\u0651"),
        ("\ufdfa", "\ufdfa"),
        ("\ufdfd", "\ufdfd"),
        ("\u00a0\u2026", "\u00a0\u2026"),
        ("\ufd3e\ufe8d\ufd3f", "\ufd3eا\ufd3f"),
        ("\uff21", "\uff21"),
    ],
)
def test_only_letters_are_normalised(text: str, repaired: str) -> None:
    assert repair(text) == repaired


def test_tashkeel_comes_back_whether_it_stood_before_or_after_its_letter() -> None:
    text = "قَالَ الرَّئيسُ إِنَّ الأُمَّةَ بَاقِيَةٌ والقُوَّةَ"
    after = reordered(text)
    before = text[::-1]
    assert repair(visual(text, "terminal")) == text
    for seen in (after, before):
        assert looks_visual(seen).is_reversed
        assert repair(seen) == text


def test_a_few_words_are_not_enough_to_say_that_a_text_is_turned() -> None:
    assert not looks_visual("ةمأ كلا").is_reversed
