"""What is joined to the front of a word (B.4, B16): sure, possible, or only looking like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.clitics import joints, pieces, stem, sure

WORDS = st.text(st.sampled_from("وفبكلسالأئيهةحم\u0640\u064e\u0651\u0654\u200cوהשבכלמ\ufefb9aک"), max_size=12)

WHOLE = """
وليد وزير وزارة وزارتها وكالة وقت فيصل بشار كامل لبنان سوريا بغداد باريس كوريا ليبيا لندن واشنطن فلسطين فلسطينيين
بوتين لافروف والدته التي الله ألمانيا المانيا ألهمت أحمد أضاف سيارة سياسية كذلك بعدها كانت لهم به
שלום לבנון וושינגטון הסכם می‌خواهم بازار وزیر کتاب‌ها لکڑی Twitter 12 و ال
"""


def cut(word: str, whole: tuple[str, ...] = ()) -> str:
    return " ".join(word[start:end] for start, end in pieces(word, whole))


@pytest.mark.parametrize(
    "parts",
    [
        "و ب ال رئيس",
        "ف ب ال قوة",
        "ك ال عادة",
        "و ال دولة",
        "ال رئيس",
        "ل ل حكومة",
        "و ل ل حكومة",
        "ل لبنانيين",
        "ل لجنة",
        "ل له",
        "ب الله",
        "و الله",
        "س يقول",
        "و س يقول",
        "س أذهب",
        "أ ليس",
        "و قال",
        "ف قال",
        "و في",
        "ل أن",
        "و هو",
        "ب سوريا",
        "و ب لبنان",
        "ب ألمانيا",
        "ب ألبوم",
        "و وليد",
        "و لكن",
        "و لدينا",
        "و لديه",
        "وَ بِ ال رَّئِيسِ",
        "بـ متطرفين",
        "ו ה ממשלה",
        "ל ממשלה",
        "כש ה גיע",
        "ב בית",
    ],
)
def test_b4_particles_in_their_order(parts: str) -> None:
    assert cut(parts.replace(" ", "")) == parts


@pytest.mark.parametrize(
    "word",
    WHOLE.split(),
)
def test_b16_words_that_only_look_like_it_are_whole(word: str) -> None:
    assert pieces(word) == ((0, len(word)),)
    assert stem(word) == (0, len(word))
    assert sure(word) == 0


def test_names_that_the_caller_gives_are_whole() -> None:
    assert cut("بلطيم") == "ب لطيم"
    assert cut("بلطيم", ("بلطيم",)) == "بلطيم"
    assert cut("وبلطيم", ("بلطيم",)) == "و بلطيم"
    assert joints("بلطيم", ("بلطيم",)) == []


@pytest.mark.parametrize(
    ("word", "rest"),
    [
        ("وبالرئيس", "رئيس"),
        ("للحكومة", "حكومة"),
        ("بسوريا", "سوريا"),
        ("وقال", "قال"),
        ("بحماس", "حماس"),
        ("وبمتطرفين", "بمتطرفين"),
        ("بلينكر", "بلينكر"),
        ("ويلكنسون", "ويلكنسون"),
        ("فقال", "فقال"),
        ("سيقول", "سيقول"),
        ("והממשלה", "ממשלה"),
        ("וארגון", "ארגון"),
        ("", ""),
    ],
)
def test_only_what_is_sure_is_cut_without_asking(word: str, rest: str) -> None:
    assert word[sure(word) :] == rest


def test_no_word_has_no_piece() -> None:
    assert pieces("") == ()
    assert stem("") == (0, 0)
    assert joints("") == []


def test_joints_are_where_somebody_may_put_an_edge() -> None:
    assert joints("وبالرئيس") == [1, 2, 4]
    assert joints("بقم") == [1]
    assert joints("ألمانيا") == []
    assert joints("\ufefbعب") == []


@given(WORDS)
def test_pieces_are_the_word_and_no_mark_stands_alone(word: str) -> None:
    found = pieces(word)
    assert "".join(word[start:end] for start, end in found) == word
    assert all(start < end for start, end in found)
    assert all(word[start] not in "\u0640\u064e\u0651\u0654\u200c" for start, _ in found[1:])
    assert sure(word) in {0, *(start for start, _ in found)}
    assert {start for start, _ in found[1:]} <= set(joints(word))
    assert all(0 < joint < len(word) for joint in joints(word))
