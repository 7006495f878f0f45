"""Words of word lists in a text (C7), and the lists that come with the program."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.folding import fold, folded
from annotator.core.lights import Light, lights
from annotator.core.models import WordList

ROOT = Path(__file__).parents[2]
SEED = (ROOT / "seeds" / "sana-daesh-twitter.txt").read_text(encoding="utf-8")
FILES = sorted((ROOT / "resources" / "words").glob("*.toml"))


def shipped(key: str) -> WordList:
    found = tomllib.loads((ROOT / "resources" / "words" / f"{key}.toml").read_text(encoding="utf-8"))
    return WordList(
        found["id"], found["names"], found["language"], found["hue"], tuple(found["words"]), found["inflected"]
    )


def lit(text: str, *words: str, language: str = "ar", inflected: bool = True) -> list[str]:
    one = WordList("x", {}, language, 0, words, inflected)
    return [text[light.start : light.end] for light in lights(fold(text), [one])]


def test_c7_the_past_with_its_endings_and_what_may_come_before() -> None:
    text = "قال وقالت فقالوا قالا قالتا قلن قالنا أقال مقال بقال"
    assert lit(text, "قال") == ["قال", "وقالت", "فقالوا", "قالا", "قالتا", "قالنا"]
    assert lit("أكد صَرَّحَ اكدت", "أكد", "صرح") == ["أكد", "صَرَّحَ", "اكدت"]


def test_c7_the_present_and_the_future() -> None:
    text = "يقول تقول أقول نقول وسيقولون ستقول ويقولان قول مقول"
    assert lit(text, "يقول") == text.split()[:7]


def test_c7_between_and_across_are_no_cues_but_before_that_and_of() -> None:
    cues = shipped("ar-cues")
    text = "بين البلدين عبر الحدود، وعبر عن أمله وبين أن الوزير وعبّرت عن قلقها"
    found = [text[light.start : light.end] for light in lights(fold(text), [cues])]
    assert found == ["وعبر عن", "وبين أن", "وعبّرت عن"]


def test_c7_nominal_cues() -> None:
    text = "مهددة بالقول إنها، مضيفا على حد تعبيرها، ووفقا لمصادر، مشيراً إلى ذلك"
    found = [text[light.start : light.end] for light in lights(fold(text), [shipped("ar-cues")])]
    assert found == ["بالقول", "مضيفا", "على حد تعبيرها", "ووفقا", "مشيراً إلى"]


def test_a_word_with_the_article_stands_for_its_particles() -> None:
    text = "العدوان وبالعدوان للعدوان كالعدوان عدوان اللاجئين للاجئين"
    assert lit(text, "العدوان") == text.split()[:4]
    assert lit(text, "اللاجئين") == ["اللاجئين", "للاجئين"]


def test_a_list_that_is_not_inflected_is_taken_as_it_stands() -> None:
    assert lit("قال وقال قالت", "قال", inflected=False) == ["قال"]
    assert lit("قال وقال قالت", "قال", language="ur") == ["قال"]


def test_persian_hebrew_and_white_space() -> None:
    assert lit("گفت گفتند می\u200cگوید می گوید میگوید", "گفت", "می\u200cگوید", language="fa") == [
        "گفت",
        "گفتند",
        "می\u200cگوید",
        "می گوید",
        "میگوید",
    ]
    assert lit("אמר ואמר שאמר כשאמר האמר מאמר", "אמר", language="he") == ["אמר", "ואמר", "שאמר", "כשאמר", "האמר"]
    assert lit("جدار\n الفصل", "جدار الفصل") == ["جدار\n الفصل"]


def test_the_longest_of_words_that_begin_alike() -> None:
    assert lit("إبادة جماعية، إبادة", "إبادة", "إبادة جماعية") == ["إبادة جماعية", "إبادة"]


def test_lists_are_told_apart_and_may_overlap() -> None:
    one, other = WordList("a", {}, "ar", 0, ("جدار الفصل",)), WordList("b", {}, "ar", 0, ("الفصل", "x.y"))
    assert lights(fold("جدار الفصل x.y xzy"), [one, other]) == [
        Light(0, 10, "a"),
        Light(5, 10, "b"),
        Light(11, 14, "b"),
    ]
    assert lights(fold("جدار"), [WordList("c", {}, "ar", 0, ("", " ", "\u064e"))]) == []
    assert lights(fold("جدار"), []) == []


@given(
    st.lists(st.sampled_from(["قال", "قا", "قالت", "قول", "الق", "ق", "قال."]), min_size=1, max_size=5),
    st.text("قالتو. ", max_size=20),
)
def test_as_they_stand_they_are_the_words_of_the_list(words: list[str], text: str) -> None:
    found = {text[light.start : light.end] for light in lights(fold(text), [WordList("x", {}, "", 0, tuple(words))])}
    assert found <= set(words)
    assert found >= {word for word in words if f" {word} " in f" {text} " and "." not in text and "." not in word}


def test_the_shipped_cues_over_the_article() -> None:
    found = {SEED[light.start : light.end] for light in lights(fold(SEED), [shipped("ar-cues")])}
    assert found >= {"كشفت", "وأوضحت", "ولفتت", "وقالت", "بالقول", "وكشفت", "وأكد", "يشار إلى أن"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_shipped_lists_are_whole(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    found = tomllib.loads(text)
    assert set(found) == {"id", "names", "language", "hue", "inflected", "words"}
    assert found["id"] == file.stem
    assert set(found["names"]) == {"ar", "en"}
    assert found["language"] == file.stem[:2]
    assert len(set(map(folded, found["words"]))) >= len(found["words"]) - 8  # spellings that fold to one
    assert all(word == word.strip() and folded(word).strip() for word in found["words"])
    assert text.startswith("# ")
    assert "by hand" in text
    words = " . ".join(found["words"])
    one = shipped(file.stem)
    covered = lights(fold(words), [one])
    assert all(
        any(light.start <= at < light.end for light in covered) for at, letter in enumerate(words) if letter.isalpha()
    )


def test_all_four_languages_have_cues_and_loaded_terms() -> None:
    assert {file.stem for file in FILES} == {f"{a}-{b}" for a in ("ar", "fa", "ur", "he") for b in ("cues", "loaded")}


def test_an_article_is_lit_in_a_few_milliseconds() -> None:
    text, lists = fold(SEED * 3), [shipped(file.stem) for file in FILES]
    lights(text, lists)
    began = time.process_time()
    lights(text, lists)
    assert time.process_time() - began < 0.1
