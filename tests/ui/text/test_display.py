from __future__ import annotations

import random
from itertools import pairwise

from annotator.ui.text.marks import SECOND, Mark
from tests.ui.text.conftest import mark


def lists(surface, block: int = 0):
    laid = surface.view.page.laid(block)
    return surface.view.display.lines(laid)


def test_an_inner_mark_lies_nearer_to_the_words(make, seed: str) -> None:
    surface = make(seed)
    outer, inner = mark(seed, "عشرات الحسابات الالكترونية المتصلة بتنظيم “داعش” الإرهابي"), mark(seed, "داعش", "inner")
    surface.set_marks([outer, inner])
    parts = {part.mark.id: part for line in lists(surface, 1) for part in line.parts}
    assert parts["inner"].lane == 0
    assert parts[outer.id].lane == 1


def test_the_fourth_overlap_has_no_lane_and_is_said(make, seed: str) -> None:
    surface = make(seed)
    start = seed.index("عشرات")
    marks = [Mark(f"m{at}", ((start, start + 30 - at),), "فاعل", 10) for at in range(5)]
    surface.set_marks(marks)
    line = next(line for line in lists(surface, 1) if line.parts)
    assert sorted(part.lane for part in line.parts) == [-1, -1, 0, 1, 2]
    assert [len(more.ids) for more in line.more] == [2]


def test_tints_never_overlap_and_belong_to_the_innermost(make, seed: str) -> None:
    surface = make(seed)
    rnd = random.Random(1)
    marks = []
    for at in range(200):
        start = rnd.randrange(len(seed) - 60)
        marks.append(Mark(f"m{at}", ((start, start + rnd.randint(1, 60)),), "x", 10))
    surface.set_marks(marks)
    for block in range(len(surface.view.page.blocks)):
        for line, shown in zip(surface.view.page.laid(block).lines, lists(surface, block), strict=True):
            edges = sorted(edge for tint in shown.tints for edge in tint.edges)
            assert all(a[1] <= b[0] + 0.05 for a, b in pairwise(edges))
            for position in range(line.start, line.end):
                over = [m for m in marks if m.start <= position < m.end]
                cell = line.edges(position, position + 1)
                if not over or len(cell) != 1 or cell[0][1] - cell[0][0] < 2:
                    continue
                middle = sum(cell[0]) / 2
                holders = [t.mark for t in shown.tints if any(a <= middle < b for a, b in t.edges)]
                assert len(holders) == 1
                shortest = min(m.end - m.start for m in over)
                assert holders[0].end - holders[0].start == shortest


def test_a_lane_is_open_where_the_mark_goes_on(make, seed: str) -> None:
    surface = make(seed)
    quote = mark(seed, "على كل موظف لدى تويتر في سان فرانسيسكو أن يكون حذرا فقد يكون هناك قاتل بانتظاره على عتبة داره")
    surface.set_marks([quote])
    segments = [s for line in lists(surface, 5) for s in line.segments]
    assert len(segments) >= 2
    assert [s.open_start for s in segments] == [False] + [True] * (len(segments) - 1)
    assert [s.open_end for s in segments] == [True] * (len(segments) - 1) + [False]


def test_a_mark_over_three_lines_has_a_bar_and_shorter_ones_none(make, seed: str) -> None:
    surface = make(seed)
    start, end = surface.view.page.paragraph(seed.index("وفي مقال"))
    surface.set_marks([Mark("long", ((start, end),), "x", 10), mark(seed, "صحيفة ديلي تلغراف", "short")])
    bars = {part.mark.id: part.bar for line in lists(surface, 2) for part in line.parts}
    assert bars == {"long": 0, "short": -1}


def test_only_lines_that_look_different_are_made_again(make, seed: str) -> None:
    surface = make(seed)
    start, end = surface.view.page.paragraph(seed.index("وفي مقال"))
    surface.set_marks([Mark(f"m{at}", ((at, at + 8),), "x", 10) for at in range(start, end - 8, 20)])
    before = list(lists(surface, 2))
    surface.put_mark(mark(seed, "كشفت", "new"))
    after = lists(surface, 2)
    assert sum(a is not b for a, b in zip(before, after, strict=True)) == 1
    surface.drop_mark("new")
    assert lists(surface, 2) == before


def test_the_second_coder_has_lanes_of_their_own(make, seed: str) -> None:
    surface = make(seed)
    one, other = mark(seed, "الجرائم المروعة", "a"), mark(seed, "الجرائم المروعة", "b", side=SECOND)
    surface.set_comparison(("أ", "ب"))
    surface.set_marks([one, other])
    assert {part.mark.id: part.lane for line in lists(surface, 1) for part in line.parts} == {"a": 0, "b": 0}


def test_a_mark_of_two_fragments_is_drawn_on_both_and_named_once(make, seed: str) -> None:
    surface = make(seed)
    a = seed.index("كشفت")
    b = seed.index("إغلاق", a)
    surface.set_marks([Mark("m", ((a, a + 4), (b, b + 5)), "x", 10)])
    assert sum(len(line.segments) for line in lists(surface, 2)) == 2
    assert sum(len(line.named) for line in lists(surface, 2)) == 1
