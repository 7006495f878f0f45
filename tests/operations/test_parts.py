"""The parts of an article: found when it comes in, set by hand, a paragraph each."""

from __future__ import annotations

import pytest

from annotator.core.changes import change
from annotator.core.models import Part
from annotator.core.rows import added
from annotator.formats.records import PartRecord
from annotator.operations import articles as article_operations
from annotator.operations import history
from annotator.operations.parts import found_parts, set_part
from annotator.store import articles
from tests.operations.conftest import document
from tests.operations.desk import Desk

HEADLINE = "الوزير يزور حلب"
LEAD = "دمشق - سانا: قال الناطق إن الوزير زار مدينة حلب أمس في زيارة رسمية استمرت يوما واحدا."
REST = "وأضاف أن الزيارة انتهت أمس."
LAST = "ولم يذكر الناطق موعد الزيارة المقبلة."
BODY = f"{HEADLINE}\n\n{LEAD}\n{REST}\n{LAST}"


@pytest.fixture
def desk(project, take) -> Desk:
    take(document(body=BODY, title=HEADLINE))
    return Desk(project)


def parts(desk: Desk) -> list[tuple[str, str]]:
    return [(part.kind, BODY[part.start : part.end]) for part in articles.parts(desk.project.db, "art-1")]


def place(words: str) -> tuple[int, int]:
    return BODY.index(words), BODY.index(words) + len(words)


def test_parts_are_found_when_an_article_comes_in(desk) -> None:
    assert parts(desk) == [("headline", HEADLINE), ("lead", LEAD)]
    history.undo(desk.project)
    assert parts(desk) == []
    assert articles.count(desk.project.db) == 0


def test_what_the_file_says_of_parts_holds(project, take) -> None:
    take(document(body=BODY, parts=(PartRecord("caption", *place(REST)),)))
    assert parts(Desk(project)) == [("caption", REST)]
    take(document("art-2", f"{BODY} ", parts=()))
    assert articles.parts(project.db, "art-2") == []


def test_paragraphs_become_what_somebody_says_they_are(desk) -> None:
    start = place(REST)[0] + 3
    assert desk.do(set_part, "art-1", "caption", start, start).facts == {"article": HEADLINE, "status": "caption"}
    assert parts(desk) == [("headline", HEADLINE), ("lead", LEAD), ("caption", REST)]
    assert articles.part_at(desk.project.db, "art-1", start) == "caption"
    assert articles.part_at(desk.project.db, "art-1", place(LAST)[0]) == "body"
    assert desk.do(set_part, "art-1", "caption", start, start).n == 0
    desk.do(set_part, "art-1", "lead", start, place(LAST)[0] + 1)
    assert parts(desk) == [("headline", HEADLINE), ("lead", LEAD), ("lead", REST), ("lead", LAST)]
    desk.do(set_part, "art-1", "body", 0, len(BODY))
    assert parts(desk) == []
    history.undo(desk.project)
    assert len(parts(desk)) == 4


def test_at_the_edges_of_paragraphs(desk) -> None:
    desk.do(set_part, "art-1", "body", 0, len(BODY))
    desk.do(set_part, "art-1", "headline", len(HEADLINE), len(HEADLINE))  # behind its last letter
    assert parts(desk) == [("headline", HEADLINE)]
    blank = len(HEADLINE) + 1
    assert desk.do(set_part, "art-1", "lead", blank, blank).n == 0  # an empty paragraph is nothing
    desk.do(set_part, "art-1", "caption", len(BODY), len(BODY))
    assert parts(desk) == [("headline", HEADLINE), ("caption", LAST)]
    desk.do(set_part, "art-1", "lead", place(REST)[1], len(BODY))  # from a line's end on
    assert parts(desk)[1:] == [("lead", LAST)]
    desk.refused("bad_span", set_part, "art-1", "lead", 0, len(BODY) + 1)
    desk.refused("bad_span", set_part, "art-1", "lead", 9, 4)
    desk.refused("no_such_article", set_part, "gone", "lead", 0, 1)


def test_of_a_longer_part_the_other_paragraphs_stay_in_it(desk) -> None:
    desk.do(set_part, "art-1", "body", 0, len(BODY))
    text = articles.get(desk.project.db, "art-1").text
    long = Part("p", "art-1", text, "lead", place(LEAD)[0], len(BODY))
    desk.project.journal.commit(change("import", [added(long)]))
    desk.do(set_part, "art-1", "body", *place(REST))
    assert parts(desk) == [("lead", LEAD), ("lead", LAST)]


def test_finding_again_leaves_alone_what_is_marked(desk) -> None:
    assert desk.do(found_parts, "art-1").n == 0
    desk.do(set_part, "art-1", "caption", *place(HEADLINE))
    desk.do(set_part, "art-1", "body", *place(LEAD))
    assert desk.do(found_parts, "art-1").facts == {"article": HEADLINE, "count": 1}
    assert parts(desk) == [("caption", HEADLINE), ("lead", LEAD)]


def test_an_article_goes_with_its_parts(desk) -> None:
    desk.do(article_operations.remove_articles, ["art-1"])
    assert parts(desk) == []
    history.undo(desk.project)
    assert len(parts(desk)) == 2
