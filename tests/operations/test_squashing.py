"""Many actions of another copy as one net edit of each row; what was only tried there does not come."""

from __future__ import annotations

import pytest

from annotator.core.changes import Change, Edit, Entry
from annotator.operations.squashing import Net, squash, unknown

CELL = "title"


def entry(number: int, before, after, *, via: str = "", table: str = "article", of: str = "", kind="do", name="x"):
    edits = () if of else (Edit(table, "r", before, after),)
    change = Change(name, (), {}, "c1", "there", kind, of or None, id=f"e{number}", at=f"2026-01-0{number}")
    return Entry(change, "taken" if via else "applied", via, "", edits)


def cell(number: int, before: str, after: str, **more):
    return entry(number, {CELL: before}, {CELL: after}, **more)


def net(*entries, seeds=()):
    return [(one.before, one.after, one.also) for one in squash(entries, lambda _: None, seeds).nets]


def test_a_row_of_edits_is_one_and_what_came_back_is_none() -> None:
    assert net(cell(1, "0", "1"), cell(2, "1", "2")) == [({CELL: "0"}, {CELL: "2"}, {})]
    assert net(cell(1, "0", "1"), cell(2, "1", "0")) == []
    assert net(cell(1, "0", "1"), entry(2, None, None, of="e1", kind="undo")) == []
    undone = (cell(1, "0", "1"), entry(2, None, None, of="e1", kind="undo"), entry(3, None, None, of="e1", kind="redo"))
    assert net(*undone) == [({CELL: "0"}, {CELL: "1"}, {})]


def test_added_and_removed() -> None:
    row, other = {"id": "r", CELL: "0", "meta": "{}"}, {"id": "r", CELL: "1", "meta": "{}"}
    assert net(entry(1, None, row), cell(2, "0", "1")) == [(None, other, {})]
    assert net(entry(1, None, row), entry(2, row, None)) == []
    assert net(cell(1, "0", "1"), entry(2, other, None)) == [({**other, CELL: "0"}, None, {})]
    assert net(entry(1, row, None), entry(2, None, other)) == [({CELL: "0"}, {CELL: "1"}, {})]
    assert net(entry(1, row, None), entry(2, None, row)) == []
    assert net(entry(1, {CELL: "0"}, {CELL: "1"}), entry(2, {"meta": "{}"}, {"meta": "1"})) == [
        ({CELL: "0", "meta": "{}"}, {CELL: "1", "meta": "1"}, {})
    ]


def test_what_they_had_from_elsewhere_and_held_stands_by_itself() -> None:
    held = (cell(1, "0", "b"), cell(2, "0", "c", via="m"))
    assert net(*held) == [({CELL: "0"}, {CELL: "b"}, {}), ({CELL: "0"}, {CELL: "c"}, {})]
    taken = (*held, cell(3, "b", "c"))
    assert net(*taken)[0] == ({CELL: "0"}, {CELL: "c"}, {})
    assert net(cell(1, "0", "b"), cell(2, "0", "b", via="m")) == [({CELL: "0"}, {CELL: "b"}, {})]
    assert net(cell(1, "0", "c", via="m"), cell(2, "c", "d")) == [({CELL: "0"}, {CELL: "d"}, {})]
    row = {"id": "r", CELL: "0"}
    assert len(net(entry(1, None, row), entry(2, None, {**row, CELL: "1"}, via="m"))) == 2
    assert net(entry(1, row, None), entry(2, row, None, via="m")) == [(row, None, {})]
    assert len(net(cell(1, "0", "b"), entry(2, {**row, CELL: "0"}, None, via="m"))) == 2
    assert len(net(entry(1, row, None), cell(2, "0", "c", via="m"))) == 2


def test_their_own_next_step_follows_wherever_the_join_there_had_led() -> None:
    (found,) = net(cell(1, "0", "b"), cell(2, "x", "c"))
    assert found == ({CELL: "0"}, {CELL: "c"}, {CELL: {"x"}})


def test_an_open_clash_goes_on() -> None:
    seed = Net("article", "r", {CELL: "0"}, {CELL: "c"}, [], "c1", "", {}, "k1")
    assert net(cell(1, "c", "d"), seeds=[seed]) == [({CELL: "0"}, {CELL: "d"}, {})]
    seed = Net("article", "r", {CELL: "0"}, {CELL: "c"}, [], "c1", "", {}, "k1")
    assert len(net(cell(1, "b", "d"), seeds=[seed])) == 2


def test_clashes_and_the_mark_of_a_package_stay() -> None:
    found = squash(
        [
            entry(1, {"state": "open"}, {"state": "ours"}, table="clash"),
            entry(2, {"state": "open"}, None, table="clash"),
            entry(3, {"package": "", "title": "a"}, {"package": "p", "title": "b"}, table="project"),
            entry(4, {"why": "x"}, {"why": "y"}, table="clash"),
        ],
        lambda _: None,
    )
    assert found.settled == {"r": "ours"}
    assert [one.after for one in found.nets] == [{"title": "b"}]


def test_merges_and_what_was_only_tried_there_do_not_travel() -> None:
    given = [
        cell(1, "0", "1", via="m1"),
        entry(2, None, None, name="merge"),
        cell(3, "0", "2"),
        cell(4, "2", "3"),
    ]
    given[1] = Entry(Change("merge", id="m1"), "applied", "", "", ())
    gone = Entry(Change("merge", kind="undo", of="m1", id="u1"), "applied", "", "", ())
    assert [one.change.id for one in unknown(given, {"e3"})[0]] == ["e1", "e4"]
    assert unknown([*given, gone], {"e3"})[1] == 1
    assert [one.change.id for one in unknown([*given, gone], {"e3"})[0]] == ["e4"]


@pytest.mark.parametrize("kind", ["undo", "redo"])
def test_what_undoes_an_action_of_ours_is_known_by_it(kind: str) -> None:
    deed = (Edit("article", "r", {CELL: "0"}, {CELL: "1"}),)
    found = squash([entry(1, None, None, of="e9", kind=kind)], {"e9": deed}.get).nets
    assert [one.after for one in found] == [{CELL: "0" if kind == "undo" else "1"}]
