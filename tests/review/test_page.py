from __future__ import annotations

from html.parser import HTMLParser

import pytest

from annotator.review import report
from annotator.review.gathered import Called, Under
from annotator.review.matrix import matrix
from annotator.review.page import html
from annotator.review.units import Work
from tests.review.gathered import answered, gathered

EVIL = "<script>alert(1)</script>\u202e"
X = [("x", ((4, 10),))]
CALLED = Called({"a": EVIL, "b": "سمير"}, {"x": {"ar": EVIL}}, {"tone": {"ar": EVIL}}, {"tone": {1: {"ar": EVIL}}})
WORKS = answered([Work("قال الوزير", (X, X, X)), Work("قال الوزير", (X, [], X))], tone=[(1, 2, 1), (1, 1, 2)])


class Outline(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict]] = []
        self.words = ""
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def page(language: str, *, coders: int = 2, frozen: bool = False, **more) -> str:
    under = Under("main", "main", "frozen" if frozen else "open", *(["2026-01-01T0", "5ea1", "v1"] if frozen else []))
    works = [work.between(*range(coders)) for work in WORKS]
    asked = gathered(works, called=CALLED, scales={"tone": "ordinal"}, **{"rounds": (under,)} | more)
    found = report.figures(asked, times=10)
    matrices = [matrix(asked), matrix(asked, unit="span"), matrix(asked, variable="tone")] if coders == 2 else []
    return html(found, language, matrices)


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("coders", [2, 3])
def test_it_is_one_page_that_loads_and_runs_nothing(language: str, coders: int) -> None:
    outline = Outline(page(language, coders=coders))
    assert outline.open == []
    root = dict(outline.tags)["html"]
    assert (root["lang"], root["dir"]) == (language, "rtl" if language == "ar" else "ltr")
    assert {tag for tag, _ in outline.tags} & {"script", "img", "link", "iframe", "object"} == set()
    assert all("src" not in has and "href" not in has and "style" not in has for _, has in outline.tags)
    assert "\u202e" not in outline.words
    assert "{" not in outline.words.split("@media print")[-1].split("}\n}")[-1]


def test_every_figure_has_its_row_and_every_pair_its_tables() -> None:
    two, three = Outline(page("en")), Outline(page("en", coders=3))
    assert "Every two coders" not in two.words
    assert "Every two coders" in three.words
    assert two.words.count("Confusion matrix") == 2
    assert "Confusion" not in three.words
    assert "<script>" in two.words


def test_a_page_of_an_open_round_says_so_and_one_of_a_frozen_round_names_its_seal() -> None:
    assert "Provisional" in page("en")
    assert "مؤقت" in page("ar")
    sealed = Outline(page("en", frozen=True)).words
    assert "Provisional" not in sealed
    assert "5ea1" in sealed
    rounds = (Under("drift", "drift", "open"), Under("main", "main", "open"))
    assert "Agreement of a coder with themselves" in page("en", rounds=rounds)
