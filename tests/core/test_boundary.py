"""The boundary policy: one rule for drags, the picker and every occurrence; and what breaks it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.boundary import fit, fitted
from annotator.core.models import Boundary
from annotator.core.words import whole_clusters, whole_words

SEED = (Path(__file__).parents[2] / "seeds" / "sana-daesh-twitter.txt").read_text(encoding="utf-8")
RULES = st.builds(Boundary, st.booleans(), st.booleans(), st.booleans(), st.booleans())
BODIES = st.text(
    st.sampled_from("وبالرئسملحكة \n“”\"«»().،؟:'\u0640\u064e\u200c\u200faB1\u0661שהמ😀"), min_size=1, max_size=24
)


def keeps(body: str, fragments: tuple[tuple[int, int], ...], rule: Boundary) -> bool:
    return fitted(body, fragments, rule) == fragments


@st.composite
def ranges(draw: st.DrawFn, body: str) -> tuple[int, int]:
    start = draw(st.integers(0, len(body)))
    return start, draw(st.integers(start, len(body)))


@st.composite
def pieces(draw: st.DrawFn, body: str) -> tuple[tuple[int, int], ...]:
    cuts = sorted(draw(st.sets(st.integers(0, len(body)), min_size=2, max_size=6)))
    return tuple(zip(cuts[::2], cuts[1::2], strict=False))


@given(st.data(), BODIES)
def test_the_default_rule_is_whole_words(data: st.DataObject, body: str) -> None:
    start, end = data.draw(ranges(body))
    assert fit(body, start, end, Boundary()) == whole_words(body, start, end)


@given(st.data(), BODIES)
def test_without_words_edges_stand_at_clusters(data: st.DataObject, body: str) -> None:
    start, end = data.draw(ranges(body))
    rule = Boundary(False, data.draw(st.booleans()), data.draw(st.booleans()), data.draw(st.booleans()))
    assert fit(body, start, end, rule) == whole_clusters(body, start, end)


@given(st.data(), BODIES, RULES)
def test_what_was_made_to_fit_fits(data: st.DataObject, body: str, rule: Boundary) -> None:
    start, end = data.draw(ranges(body))
    found = fit(body, start, end, rule)
    assert fit(body, *found, rule) == found
    if found[0] < found[1]:
        assert keeps(body, (found,), rule)


@given(st.data(), BODIES, RULES)
def test_fragments_made_to_fit_keep_the_rule(data: st.DataObject, body: str, rule: Boundary) -> None:
    found = fitted(body, data.draw(pieces(body)), rule)
    assert keeps(body, found, rule)
    assert all(a[1] < b[0] for a, b in pairwise(found))
    assert all(start < end for start, end in found)


@given(st.data(), RULES)
def test_every_drag_over_the_article_keeps_the_rule(data: st.DataObject, rule: Boundary) -> None:
    found = fit(SEED, *data.draw(ranges(SEED)), rule)
    assert fit(SEED, *found, rule) == found


@pytest.mark.parametrize(
    ("body", "wanted", "rule", "selected"),
    [
        ("زار وبالرئيس أمس", "ئي", {}, "وبالرئيس"),
        ("زار وبالرئيس أمس", "ئي", {"clitics": False}, "رئيس"),
        ("زار وبالرئيس أمس", "وبالرئيس", {"clitics": False}, "رئيس"),
        ("مع وحماس أمس", "حماس", {"clitics": False}, "حماس"),
        ("مع بحماس أمس", "حماس", {"clitics": False}, "حماس"),
        ("مع بقنديل أمس", "بقنديل", {"clitics": False}, "بقنديل"),
        ("مع بقنديل أمس", "قنديل", {"clitics": False}, "قنديل"),
        ("مع بسوريا أمس", "بسوريا", {"clitics": False}, "سوريا"),
        ("وليد جنبلاط", "وليد", {"clitics": False}, "وليد"),
        ("وزير الدفاع", "وزير الدفاع", {"clitics": False}, "وزير الدفاع"),
        ("في ألمانيا", "ألمانيا", {"clitics": False}, "ألمانيا"),
        ("للحكومة", "كو", {"clitics": False}, "حكومة"),
        ("أن بـ”متطرفين” نشروا", "تطر", {}, "متطرفين"),
        ("أن بـ”متطرفين” نشروا", "تطر", {"quotes": True}, "”متطرفين”"),
        ("قال «إنه «سعيد» اليوم».", "سعيد", {"quotes": True}, "«سعيد»"),
        ("قال «نعم.»، وذهب", "نعم", {"quotes": True}, "نعم"),
        ("قال «نعم.»، وذهب", "نعم", {"quotes": True, "punctuation": True}, "«نعم.»،"),
        ("قال «نعم.»، وذهب", "نعم", {"punctuation": True}, "نعم."),
        ("(حماس) وفتح)", "حماس", {"punctuation": True}, "(حماس)"),
        ("(حماس) وفتح)", "فتح", {"punctuation": True}, "وفتح"),
        ("قال “نعم نعم” وذهب", "نعم", {"quotes": True}, "نعم"),
        ("“\u200fنعم\u200f”", "نع", {"quotes": True}, "“\u200fنعم\u200f”"),
        ("“نعم.\u200f”", "نع", {"quotes": True, "punctuation": True}, "“نعم.\u200f”"),
        ("قال، نعم", "،", {"quotes": True, "punctuation": True}, "،"),
    ],
)
def test_the_rule(body: str, wanted: str, rule: dict[str, bool], selected: str) -> None:
    at = body.index(wanted)
    start, end = fit(body, at, at + len(wanted), Boundary(**rule))
    assert body[start:end] == selected


def test_a15_quotes_stay_outside_and_the_particle_before_them_apart() -> None:
    body = "\u0628\u0640\u201d\u0645\u062a\u0637\u0631\u0641\u064a\u0646\u201d"
    assert fit(body, 4, 5, Boundary()) == (3, 10)


@pytest.mark.parametrize("pair", ['""', "«»", "“”", "””", "”“", "““", "„”", "‘’", "''", "‹›", "″″"])
def test_c2_c3_any_double_quote_opens_or_closes(pair: str) -> None:
    body = f"قال {pair[0]}نعم{pair[1]} وذهب"
    assert fit(body, 5, 8, Boundary(quotes=True)) == (4, 9)
    assert fit(body, 5, 8, Boundary()) == (5, 8)


@pytest.mark.parametrize("body", ["نعم”", "“نعم", "“نعم»", "«نعم'", "نعم"])
def test_c3_a_mark_on_one_side_encloses_nothing(body: str) -> None:
    start = body.index("نعم")
    assert fit(body, start, start + 3, Boundary(quotes=True)) == (start, start + 3)


def test_an_imported_span_inside_a_word_breaks_a_rule_of_words() -> None:
    body = "قال الرئيس"
    assert not keeps(body, ((6, 10),), Boundary())
    assert keeps(body, ((6, 10),), Boundary(words=False))
    assert keeps(body, ((6, 10),), Boundary(clitics=False))
    assert fitted(body, ((6, 10),), Boundary()) == ((4, 10),)


def test_fragments_that_come_to_touch_are_one() -> None:
    body = "قال (حماس،فتح) أمس"
    assert fitted(body, ((5, 9), (10, 13)), Boundary()) == ((5, 9), (10, 13))
    assert fitted(body, ((5, 9), (10, 13)), Boundary(punctuation=True)) == ((4, 14),)
