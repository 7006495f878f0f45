from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from annotator.review.html import document, element, inert, isolated


class Read(HTMLParser):
    """Elements and words of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.words += data


@given(st.text())
def test_whatever_the_words_are_they_are_words(words: str):
    read = Read(f"<p>{isolated(words)}</p>")
    assert read.tags == ["p", "bdi"]
    assert read.attributes == []


def test_signs_that_steer_the_order_of_words_are_left_out_and_marks_of_direction_stay():
    assert inert("\u202eabc\u202c\u2066x\u2069\u2069") == "abcx"
    assert inert("a\u200eb\u200fc\u061c") == "a\u200eb\u200fc\u061c"
    assert inert("\x00\x1b[31m\x7f\ud800") == "␀␛[31m\ufffd\ufffd"
    assert inert("one\ntwo\t") == "one\ntwo\t"


def test_an_attribute_cannot_be_left():
    read = Read(element("p", "x", kind='a" onclick="b', href="javascript:alert(1)"))
    assert read.tags == ["p"]
    assert dict(read.attributes) == {"class": 'a" onclick="b', "href": "javascript:alert(1)"}
    assert element("p", kind="") == "<p></p>"


def test_a_page_loads_and_runs_nothing():
    for language, side in (("ar", "rtl"), ("en", "ltr")):
        page = document("<b>", "<p>x</p>", language=language, style="p { color: red }")
        assert f'<html lang="{language}" dir="{side}">' in page
        assert "default-src 'none'" in page
        assert "<title>&lt;b&gt;</title>" in page
