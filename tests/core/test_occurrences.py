"""Every occurrence (B14-B17), against statements of its own and against a slow scan, token by token."""

from __future__ import annotations

from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.core.boundary import fit
from annotator.core.clitics import has_article
from annotator.core.folding import fold, folded
from annotator.core.models import Boundary
from annotator.core.occurrences import Found, asked, find, pattern, spans
from annotator.core.whole_words import is_whole
from annotator.core.words import words

SEED = (Path(__file__).parents[2] / "seeds" / "sana-daesh-twitter.txt").read_text(encoding="utf-8")


def forms(query: str, text: str, **how) -> list[str]:
    """What is found: the particles, a bar, what was sought."""
    found = find(pattern(query, **how), fold(text))
    return [text[one.start : one.head_start] + "|" + text[one.head_start : one.end] for one in found]


def test_b14_exact_and_after_particles_but_no_nisba_and_no_part_of_a_word() -> None:
    text = "حماس وحماس وبحماس فحماس لحماس كحماس حماسي حماسية محماس الحماسة"
    assert forms("حماس", text) == ["|حماس", "و|حماس", "وب|حماس", "ف|حماس", "ل|حماس", "ك|حماس"]
    assert forms("اللبناني", "اللبنانية واللبناني") == ["و|اللبناني"]


def test_b15_the_article_before_a_query_that_has_none_is_a_particle() -> None:
    assert forms("رئيس", "رئيس الرئيس بالرئيس للرئيس") == ["|رئيس", "ال|رئيس", "بال|رئيس", "لل|رئيس"]
    assert forms("الرئيس", "رئيس الرئيس بالرئيس للرئيس") == ["|الرئيس", "ب|الرئيس", "ل|لرئيس"]
    assert [one.clitic for one in find(pattern("رئيس"), fold("وبِالرَّئيس"))] == ["وبال"]


def test_b15_a_pronoun_only_when_it_is_asked_for() -> None:
    assert forms("حكومة", "حكومته حكومة وحكومتهم") == ["|حكومة"]
    assert forms("حكومة", "حكومته حكومة وحكومتهم", suffixes=True) == ["|حكومته", "|حكومة", "و|حكومتهم"]
    assert forms("مجلس الأمن", "مجلس الأمنه", suffixes=True) == ["|مجلس الأمنه"]


def test_b15_the_boundary_policy_decides_on_the_particle() -> None:
    text = "أن بـ”متطرفين” وبمتطرفين"
    first, second = find(pattern("متطرفين"), fold(text))
    assert text[slice(*spans(first, text, Boundary()))] == "متطرفين"
    assert text[slice(*spans(first, text, Boundary(quotes=True)))] == "”متطرفين”"
    assert text[slice(*spans(second, text, Boundary()))] == "وبمتطرفين"
    assert text[slice(*spans(second, text, Boundary(clitics=False)))] == "متطرفين"


def test_b16_the_exact_form_goes_first() -> None:
    assert forms("وليد", "ووليد وليد لوليد") == ["|وليد", "و|وليد", "ل|وليد"]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("ليد", "وليد وليدة"),
        ("يصل", "فيصل"),
        ("شار", "بشار وبشار"),
        ("بنان", "لبنان"),
        ("مانيا", "ألمانيا المانيا"),
        ("حمد", "أحمد"),
        ("زير", "وزير ووزير"),
        ("ندن", "لندن"),
        ("قت", "وقت"),
        ("تي", "التي"),
        ("وريا", "سوريا"),
    ],
)
def test_b16_words_that_only_look_like_it_are_never_cut(query: str, text: str) -> None:
    assert forms(query, text) == []


def test_b16_names_that_the_caller_gives_are_never_cut() -> None:
    assert forms("لطيم", "بلطيم") == ["ب|لطيم"]
    assert forms("لطيم", "بلطيم وبلطيم", whole=["ياسر بلطيم"]) == []
    assert forms("بلطيم", "بلطيم وبلطيم", whole=["ياسر بلطيم"]) == ["|بلطيم", "و|بلطيم"]


def test_b4_lam_and_the_article_are_written_as_one() -> None:
    assert forms("الحكومة", "للحكومة وللحكومة لحكومة") == ["ل|لحكومة", "ول|لحكومة"]
    assert forms("الله", "لله ولله والله بالله له") == ["ل|له", "ول|له", "و|الله", "ب|الله"]
    assert forms("اللبنانيين", "للبنانيين") == ["ل|لبنانيين"]
    assert forms("لبنانيين", "للبنانيين") == ["ل|لبنانيين"]
    assert [one.form for one in find(pattern("الحكومة"), fold("للحكومة الحكومة"))] == ["الحكومة", "الحكومة"]


def test_b4_the_question_and_the_future() -> None:
    assert forms("ليس", "أليس") == ["أ|ليس"]
    assert forms("يقول", "سيقول وسيقول") == ["س|يقول", "وس|يقول"]
    assert forms("وريا", "سوريا") == []


def test_b4_tatweel_glues_particles() -> None:
    text = "بـحماس لـ«حماس» و بـ12 و١٢"
    assert forms("حماس", text) == ["|حماس", "بـ|حماس"]
    assert forms("12", text) == ["بـ|12", "و|١٢"]


@pytest.mark.parametrize("between", [" ", "\u00a0", "\n", " \u0640 ", "  ", " \u200f"])
def test_b17_names_of_several_words_over_any_white_space(between: str) -> None:
    text = f"زار ديفيد{between}كاميرون لندن"
    assert len(forms("ديفيد كاميرون", text)) == 1


def test_b17_and_between_surnames_is_not_crossed() -> None:
    assert forms("ديفيد كاميرون", "ديفيد وكاميرون، ديفيد، كاميرون ديفيد كاميرونية") == []
    assert forms("ديفيد كاميرون", "ولديفيد كاميرون") == ["ول|ديفيد كاميرون"]


def test_spelling_is_folded_and_offsets_are_of_the_text() -> None:
    text = "قال الرَّئيسُ و\u200bاردوغان"
    assert forms("الرئيس", text) == ["|الرَّئيسُ"]
    assert forms("أردوغان", text) == ["و\u200b|اردوغان"]
    assert [(one.start, one.end) for one in find(pattern("الرئيس"), fold(text))] == [(4, 13)]
    assert forms("حكومه", "الحكومة", loose=False) == []
    assert len(list(find(pattern("حكومه", loose=True), fold("الحكومة", loose=True)))) == 1


def test_persian_endings_after_zwnj_only_when_asked_for() -> None:
    text = "کتاب کتاب\u200cها کتاب\u200cهایشان کتابان"
    assert forms("کتاب", text) == ["|کتاب"]
    assert forms("کتاب", text, suffixes=True) == ["|کتاب", "|کتاب\u200cها", "|کتاب\u200cهایشان"]


def test_hebrew_particles() -> None:
    assert forms("לבנון", "לבנון בלבנון שבלבנון הלבנונים") == ["|לבנון", "ב|לבנון", "שב|לבנון"]


def test_uax_29_is_asked_where_the_key_leaves_a_doubt() -> None:
    assert forms("ب", "د.ب.أ ب") == ["|ب"]
    assert forms("12", "12.5 12. 12,5") == ["|12"]
    assert forms("5", "12.5 5") == ["|5"]
    assert forms("داعش", "قال.داعش: داعش.وقال 'داعش'") == ["|داعش", "|داعش", "|داعش"]
    assert forms("غزة", "#كلنا_غزة") == []
    assert forms("צה", 'צה"ל') == []
    assert forms("bbc", "BBC\u0301 BBC") == ["|BBC"]


def test_a_query_without_letters_is_sought_as_it_stands() -> None:
    assert forms("“", "قال “نعم” 😀") == ["|“", "|”"]
    assert forms("😀", "قال😀نعم") == ["|😀"]
    assert forms("", "قال") == forms(" ", "قال") == forms("\u064e", "قال") == []
    assert forms("قال:", "قال:نعم") == ["|قال:"]


@pytest.mark.parametrize(
    ("quote", "query"),
    [
        ("وبالرئيس", "الرئيس"),
        ("للحكومة", "الحكومة"),
        ("وقال الوزير", "قال الوزير"),
        ("الرئيس", "الرئيس"),
        ("بسوريا", "سوريا"),
        ("وليد جنبلاط", "وليد جنبلاط"),
        ("", ""),
    ],
)
def test_what_is_sought_when_somebody_points_at_words(quote: str, query: str) -> None:
    assert asked(quote) == query


# --- a slow scan, in another way: token by token, every particle tried before every token

AND, PREPOSITIONS = ("", "و", "ف"), ("", "ب", "ك", "ل")
GROUPS = {a + b + c for a, b, c in product(AND, PREPOSITIONS, ("", "ال")) if not (b == "ل" and c)}
GROUPS |= {a + "لل" for a in AND} | {a + "س" for a in AND}


def slow(query: str, text: str) -> set[tuple[int, int, str]]:
    """`(start, end, particles)` of each occurrence of a query of letters alone."""
    tokens = [(start, end) for start, end in words(text, 0, len(text)) if folded(text[start:end])]
    sought = folded(query).split()
    found = set()
    for first in range(len(tokens) - len(sought) + 1):
        run = tokens[first : first + len(sought)]
        gaps = [text[a[1] : b[0]] for a, b in pairwise(run)]
        if any(folded(gap).strip() or not folded(gap) for gap in gaps):
            continue
        keys = [folded(text[start:end]) for start, end in run]
        group = before(keys[0], sought[0], text[run[0][0] : run[0][1]])
        if group is not None and keys[1:] == sought[1:]:
            found.add((run[0][0], run[-1][1], group))
    return found


def before(token: str, word: str, raw: str) -> str | None:
    """The particles of a token before a word; None if it is not that word after particles."""
    if token == word:
        return ""
    ways = [(group, token[len(group) :]) for group in GROUPS if group and token == group + word]
    if word.startswith("ال") and len(word) > 3 and (word == "الله" or not is_whole(word)):
        ways += [(g + "ل", "ل" + word[2:]) for g in AND if token == f"{g}لل{word[2:]}"]
        ways += [(g + "ل", word[2:]) for g in AND if word[2] == "ل" and token == f"{g}ل{word[2:]}"]
    for group, rest in ways:
        known = [
            token[at:]
            for at in range(len(group))
            if token[:at] in GROUPS and token[at - 1 : at + 1] not in {"ال", "لل"}
        ]
        alef = "ال" not in group or has_article(fold(raw), group.index("ال"))
        verb = not group.endswith("س") or (len(rest) >= 4 and rest[0] in "يتنا")
        if len(rest) >= 2 and alef and verb and not any(map(is_whole, known)):
            return group
    return None


TOKENS = st.lists(
    st.sampled_from(
        [
            "حماس",
            "وحماس",
            "بحماس",
            "للحماس",
            "الحماس",
            "وبالحماس",
            "وليد",
            "ليد",
            "ووليد",
            "الحكومة",
            "للحكومة",
            "حكومة",
            "لبنان",
            "للبنان",
            "لله",
            "الله",
            "له",
            "سيقول",
            "يقول",
            "قم",
            "بقم",
            "رقم",
            "ألقم",
            "القم",
            "د.ب.أ",
            "حَمَاس",
            "حـماس",
            "ـ",
            "“",
            "”",
            ".",
            "،",
            "\n",
            "\xa0",
            "و",
            "ب",
            "ال",
            "ديفيد",
            "كاميرون",
            "وكاميرون",
            "أحمد",
            "حمد",
            "BBC",
        ]
    ),
    max_size=12,
)


@example(["د.ب.أ", " ", "ب"], "ب", " ")
@given(
    TOKENS,
    st.sampled_from(
        [
            "حماس",
            "وليد",
            "ليد",
            "الحكومة",
            "حكومة",
            "لبنان",
            "الله",
            "يقول",
            "قم",
            "القم",
            "ب",
            "ديفيد",
            "حمد",
            "bbc",
            "ديفيد كاميرون",
            "حماس حماس",
        ]
    ),
    st.sampled_from([" ", "", " \u200f"]),
)
def test_the_same_as_a_slow_scan(tokens: list[str], query: str, between: str) -> None:
    text = between.join(tokens)
    found = list(find(pattern(query), fold(text)))
    assert {(one.start, one.end, one.clitic) for one in not_overlapping(found)} == {
        one for one in slow(query, text) if not crossing(one, found)
    }
    assert all(fit(text, *at, Boundary()) == at for at in (spans(one, text, Boundary()) for one in found))


def not_overlapping(found: list[Found]) -> list[Found]:
    ordered = sorted(found, key=lambda one: one.start)
    assert all(a.end <= b.start for a, b in pairwise(ordered))
    return ordered


def crossing(one: tuple[int, int, str], found: list[Found]) -> bool:
    """Whether an occurrence of the slow scan begins inside one that was found: حماس حماس حماس holds one, not two."""
    return any(other.start < one[0] < other.end for other in found)


@pytest.mark.parametrize("query", ["داعش", "تويتر", "التنظيم", "موقع تويتر", "صحيفة", "الارهابي", "دي غراف"])
def test_the_same_as_a_slow_scan_over_the_article(query: str) -> None:
    found = {(one.start, one.end, one.clitic) for one in find(pattern(query), fold(SEED))}
    assert found
    assert found == slow(query, SEED)
