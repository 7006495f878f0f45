from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.review.excerpts import Excerpt
from annotator.review.feedback import Counts
from annotator.review.feedback_html import Case, Chapter, Page, Side, write
from tests.review.test_html import Read

HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(1)>\u202e\u2069\u2066 file:///etc/passwd "
    "<a href='file:///etc/passwd'>x</a><style>*{display:none}</style></bdi></body>{coder}{0}%s"
)
ALLOWED = {
    *("html", "head", "meta", "title", "style", "body", "header", "section", "article", "nav", "footer", "div", "p"),
    *("h1", "h2", "h3", "table", "caption", "thead", "tbody", "tr", "th", "td", "ol", "li", "a", "bdi", "span", "mark"),
}
QUOTE = Excerpt("قال ", "الوزير", " أمس", "rtl")
KEPT = Case("kept", Side("Actor", 212, QUOTE), None)
MOVED = Case(
    "edge",
    Side("Actor", 212, QUOTE),
    Side("Source", 30, replace(QUOTE, words="الوزير أمس", after=""), ("Role: victim",)),
    "slip",
    "See page 2.",
    "Layla",
    (("Source", ("Whoever speaks.", "Included: titles")),),
    (("Layla", "Do you agree?"), ("Omar", "Yes.")),
)
COUNTS = Counts(1, 3, {"edge": 1, "removed": 1, "variable": 1}, {"actor": 3}, {"slip": 1, "": 1, "our own": 1})


def page(*cases: Case, counts: Counts = COUNTS, language: str = "en", title: str = "Story", **more: object) -> Page:
    chapters = [Chapter(title, "SANA", cases)]
    made = Page("Omar", "Study", "main", "2026-11-24", counts, [("Actor", 3, 1)], chapters, language)
    return replace(made, **more)  # type: ignore[arg-type]


def test_a_case_shows_both_sides_the_reason_the_note_who_and_what_the_codebook_says():
    words = " ".join(Read(write(page(KEPT, MOVED))).words.split())
    for said in (
        "Feedback on the coding of Omar",
        "1 stayed as you coded it; 3 were changed",
        "Edge moved",
        "Your coding",
        "Settled",
        "Role: victim",
        "Reason: slip",
        "settled by Layla",
        "See page 2.",
        "Do you agree?",
        "Whoever speaks. Included: titles",
        "Stayed: Actor «الوزير»",
    ):
        assert said in words, said
    assert "our own" in words  # a reason that another program knows, in the table of reasons


def test_what_one_side_has_nothing_of_says_so():
    gone, came = Case("removed", MOVED.own, None), Case("added", None, MOVED.settled, "our own")
    words = " ".join(Read(write(page(gone, came, Case("variable", None, Side("Tone", values=("bad",)))))).words.split())
    assert "nothing" in words
    assert "not coded" in words
    assert "No reason was given" in words
    assert "Reason: our own" in words
    assert "Tone" in words


def test_arabic_reads_right_to_left_with_its_own_digits():
    made = write(page(KEPT, MOVED, language="ar"))
    assert '<html lang="ar" dir="rtl">' in made
    words = Read(made).words
    assert "بقي كما في ترميزك ١، وعُدّل ٣" in words
    assert "٢٠٢٦-١١-٢٤" in words
    assert 'class="quote" dir="rtl"' in made


def test_several_articles_are_listed_first_and_what_waits_is_counted():
    chapters = [Chapter("One", "", (KEPT,), 2), Chapter("Two", "SANA", (MOVED,), 1)]
    made = write(page(chapters=chapters))
    read = Read(made)
    assert "Not settled yet, and so not listed here: 3" in read.words
    assert [value for name, value in read.attributes if name == "href"] == ["#a1", "#a2"]
    assert {value for name, value in read.attributes if name == "id"} == {"a1", "a2"}
    assert "href" not in write(page(KEPT))


def test_where_nothing_was_changed_one_sentence_says_so():
    made = Read(write(page(KEPT, counts=Counts(1, 0, {}, {}, {}))))
    assert "All that was settled stayed as you coded it (1)." in made.words
    assert "table" not in made.tags


@pytest.mark.parametrize("language", ["ar", "en"])
def test_hostile_words_are_words_wherever_they_stand(language: str):
    side = Side(HOSTILE, 5, Excerpt(HOSTILE, HOSTILE, HOSTILE, "ltr"), (HOSTILE,))
    case = Case("edge", side, side, HOSTILE, HOSTILE, HOSTILE, ((HOSTILE, (HOSTILE,)),), ((HOSTILE, HOSTILE),))
    made = page(
        Case("kept", side, None),
        case,
        language=language,
        title=HOSTILE,
        coder=HOSTILE,
        project=HOSTILE,
        round=HOSTILE,
        date=HOSTILE,
        rows=[(HOSTILE, 1, 1)],
    )
    read = Read(write(replace(made, chapters=[*made.chapters, *made.chapters])))
    assert set(read.tags) <= ALLOWED
    assert read.tags.count("style") == 1
    names = {name for name, _ in read.attributes}
    assert names <= {"lang", "dir", "charset", "http-equiv", "content", "name", "class", "id", "href", "style", "scope"}
    assert all(str(value).startswith("#a") for name, value in read.attributes if name == "href")
    assert all(str(value).startswith("--h:") for name, value in read.attributes if name == "style")
    assert not set(read.words) & set(map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]))
