from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.text import Text
from annotator.ui.text.index import MarkIndex
from annotator.ui.text.marks import Link, Mark
from annotator.ui.text.page import Page

BODY = "\n".join(["سلام قال داعش"] * 8)
SPANS = st.tuples(st.integers(0, len(BODY) - 2), st.integers(1, 30)).map(lambda p: (p[0], min(p[0] + p[1], len(BODY))))
ACTIONS = st.lists(st.tuples(st.sampled_from("abcdef"), st.none() | SPANS), max_size=30)


@given(ACTIONS)
def test_marks_are_found_by_block_and_in_order_after_any_actions(actions) -> None:
    page = Page(Text(BODY), "rtl")
    index, plain = MarkIndex(page), {}
    for mark_id, span in actions:
        if span is None:
            index.drop(mark_id)
            plain.pop(mark_id, None)
        else:
            plain[mark_id] = Mark(mark_id, (span,), "x", 0)
            index.put(plain[mark_id])
    assert index.by_id == plain
    assert index.order() == sorted((mark.start, -mark.end, mark.id) for mark in plain.values())
    for block in page.blocks:
        here = {mark.id for mark in plain.values() if mark.start <= block.end and mark.end > block.start}
        assert {mark.id for mark in index.in_block(block.index)} == here


@given(ACTIONS, ACTIONS)
def test_replacing_all_marks_equals_starting_with_them(first, second) -> None:
    page = Page(Text(BODY), "rtl")
    index = MarkIndex(page)
    for actions in (first, second):
        marks = {mark_id: Mark(mark_id, (span,), "x", 0) for mark_id, span in actions if span}
        index.replace(marks.values())
    fresh = MarkIndex(page)
    fresh.replace(marks.values())
    assert index.by_id == fresh.by_id
    assert index.order() == fresh.order()
    assert [{m.id for m in index.in_block(b)} for b in range(8)] == [
        {m.id for m in fresh.in_block(b)} for b in range(8)
    ]


def test_replacing_by_the_same_touches_nothing() -> None:
    index = MarkIndex(Page(Text(BODY), "rtl"))
    marks = [Mark(str(at), ((at, at + 5),), "x", 0) for at in range(200 % len(BODY))]
    assert index.replace(marks)
    assert index.replace([mark._replace() for mark in marks]) == set()


def test_links_need_both_ends() -> None:
    index = MarkIndex(Page(Text(BODY), "rtl"))
    index.put(Mark("a", ((0, 4),), "x", 0))
    index.set_links([Link("a", "b", "مصدر")])
    assert index.links("a") == []
    index.put(Mark("b", ((5, 8),), "x", 0))
    assert index.links("a") == index.links("b") == [Link("a", "b", "مصدر")]


def test_walking_from_mark_to_mark() -> None:
    index = MarkIndex(Page(Text(BODY), "rtl"))
    for mark_id, span in {"out": (0, 20), "in": (0, 4), "late": (30, 34)}.items():
        index.put(Mark(mark_id, (span,), "x", 0))
    assert index.beside((0, -20, "out"), 1) == "in"
    assert index.beside((0, -4, "in"), 1) == "late"
    assert index.beside((30, -34, "late"), 1) == ""
    assert index.beside((0, -20, "out"), -1) == ""
    assert index.beside((10, -999, ""), 1) == "late"
    assert index.beside((10, -999, ""), -1) == "in"
