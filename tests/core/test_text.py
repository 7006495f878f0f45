from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import AnnotatorError
from annotator.core.text import Text, stored_form

HOSTILE = st.text(
    st.sampled_from("قالَ\u0651\u200c\u200e\u202e\u2028\u2029\x85\x0b\x0c\t aB1٢\u00a0\ufeff\U0001f600\U0001f1f8\n\r"),
    max_size=40,
)


def test_a_quote_is_counted_in_code_points():
    text = Text("\U0001f600 قال \U0001f1f8\U0001f1fe الرئيس")
    assert text.quote(9, 15) == "الرئيس"  # A1
    assert text.quote(2, 5) == "قال"


def test_the_hash_names_the_text():
    assert Text("abc").hash == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert Text("e\u0301").hash != Text("\u00e9").hash  # never normalised
    assert Text("abc\n").hash != Text("abc").hash


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 2), (0, 4)])
def test_a_range_that_is_none_is_refused(start: int, end: int):
    with pytest.raises(AnnotatorError) as refused:
        Text("abc").quote(start, end)
    assert refused.value.key == "bad_span"


def test_paragraphs_end_at_lf_alone():
    text = Text("a\u2028b\n\nc\x85d")
    assert [text.body[s:e] for s, e in text.paragraphs] == ["a\u2028b", "", "c\x85d"]


@pytest.mark.parametrize(
    ("source", "body", "had_bom", "line_ends"),
    [
        ("\ufeffab", "ab", True, "lf"),  # A13
        ("a\r\nb", "a\nb", False, "crlf"),
        ("a\rb", "a\nb", False, "cr"),
        ("a\r\nb\nc", "a\nb\nc", False, "mixed"),
        ("a\ufeffb", "a\ufeffb", False, "lf"),
        ("", "", False, "lf"),
    ],
)
def test_line_ends_and_a_leading_bom_are_recorded(source: str, body: str, had_bom: bool, line_ends: str):
    decoded = stored_form(source)
    assert (decoded.text.body, decoded.had_bom, decoded.line_ends) == (body, had_bom, line_ends)


@pytest.mark.parametrize("bad", ["\x00", "\ud800", "\ufdd0", "\ufffe", "\U0001ffff", "\U0010fffe"])
def test_what_no_text_may_hold_is_refused_with_its_place(bad: str):
    with pytest.raises(AnnotatorError) as refused:
        stored_form(f"one\r\ntw{bad}o")
    assert refused.value.key == "bad_character"
    assert (refused.value.facts["line"], refused.value.facts["column"]) == (2, 3)


@given(HOSTILE)
def test_all_else_stays_as_it_came(source: str):
    body = stored_form(source).text.body
    assert body == source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    again = stored_form(body)
    assert again.text.body == body or body.startswith("\ufeff")


@pytest.mark.parametrize("source", ["cafe\u0301", "ا\u0654", "ﷺ ﻻ", "\u0915\u093c", " \u00a0"])
def test_nothing_is_normalised(source: str):
    assert stored_form(source).text.body == source


@given(HOSTILE)
def test_paragraphs_cover_the_text(source: str):
    text = stored_form(source).text
    assert "\n".join(text.body[s:e] for s, e in text.paragraphs) == text.body
