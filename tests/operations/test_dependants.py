"""Pieces of one plan that hang on one another, one by one; what copies make of them is in the tests of joining."""

from __future__ import annotations

from annotator.core.changes import Edit
from annotator.operations import notes
from annotator.operations.deciding import Piece
from annotator.operations.dependants import Dependants
from tests.operations.conftest import document, span
from tests.operations.desk import Desk


def piece(table: str, row: str, before: dict | None, after: dict | None, source: str = "c1") -> Piece:
    edit = Edit(table, row, before, after)
    return Piece(edit, edit, [source], "who", "2026-01-01")


def held(project, *pieces: Piece) -> list[str]:
    Dependants(project.db, pieces, ()).settle()
    return [one.why for one in pieces]


def test_of_several_pieces_of_one_row_what_stands_on_a_held_one_is_held_with_it(project) -> None:
    first = piece("article", "x", {"title": "a"}, {"title": "b"})
    over = piece("article", "x", {"title": "b"}, {"title": "c"}, "c2")
    beside = piece("article", "x", {"direction": "rtl"}, {"direction": "ltr"}, "c3")
    first.hold("illegal")
    assert held(project, first, over, beside) == ["illegal", "lacking", ""]
    assert over.within is first


def test_what_was_decided_first_holds_nothing_after_it(project) -> None:
    first = piece("article", "x", {"title": "a"}, {"title": "b"})
    over = piece("article", "x", {"title": "b"}, {"title": "c"}, "c2")
    first.hold("changed")
    assert held(project, first, over) == ["changed", ""]


def test_a_row_that_is_to_come_again_waits_with_its_removal(project) -> None:
    gone = piece("actor", "x", {"id": "x"}, None)
    again = piece("actor", "x", None, {"id": "x"}, "c2")
    gone.hold("illegal")
    assert held(project, gone, again) == ["illegal", "lacking"]


def test_what_went_with_a_row_stays_with_it_through_any_number_of_rows(project, take) -> None:
    take(document(annotations=(span("actor", 31, 37, id="a1"), span("quotation", 17, 25, id="a2"))))
    desk = Desk(project)
    coding = desk.where.id
    other = desk.label("cue", (13, 16))
    desk.do(notes.add_note, "annotation", "a1", "أصحيح؟")
    everything = [
        piece("article", "art-1", {"id": "art-1"}, None),
        piece("coding", coding, {"id": coding}, None),
        *(piece("annotation", one, {"id": one}, None) for one in ("a1", "a2")),
    ]
    assert set(held(project, *everything)) == {"still_used"}
    roots = {one.theirs.row for one in everything if one.within is None}
    assert roots == {"art-1"}
    assert desk.span(other) is not None
