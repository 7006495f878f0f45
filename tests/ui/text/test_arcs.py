"""What binds spans runs where no letter is: links, the dots between pieces, key-caps, the stroke of a head."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF

from annotator.core import words
from annotator.ui.text import arcs, choices, leading, style
from annotator.ui.text.marks import Link, Mark
from annotator.ui.text.surface import Surface
from tests.ui.text.conftest import mark, settle
from tests.ui.text.test_painter import MIXED, column, ink_pixels

VOWELLED = "قَالَ الرَّئِيسُ: إِنَّ الحَرْبَ لَا بُدَّ أَنْ تَنْتَهِيَ، وَأَضَافَ الوَزِيرُ أَنَّ السَّلَامَ قَرِيبٌ جِدًّا. " * 6
ENGLISH = "The president said that the war (2015) was over, the minister added, and that peace was far. " * 8


def whole(body: str, count: int, seed: int = 3) -> list[Mark]:
    """Marks on whole words all over a text, one to twelve of them."""
    rnd, every = random.Random(seed), [*words.words(body, 0, len(body))]
    made = []
    for at in range(count):
        first = rnd.randrange(len(every) - 12)
        last = first + rnd.choice([0, 1, 2, 5, 11])
        made.append(Mark(f"m{at}", ((every[first][0], every[last][1]),), "فاعل", rnd.randrange(360), rnd.randrange(4)))
    return made


def letters(surface: Surface) -> list[QRectF]:
    left = surface.view.measures.column_x
    return [
        box.translated(left, shown.y - shown.line.top)
        for shown in surface.view.on_screen()
        for box in leading.letters(shown.line)
    ]


@pytest.mark.parametrize("body", ["seed", MIXED, VOWELLED, ENGLISH])
@pytest.mark.parametrize("make_style", [style.light, style.dark])
def test_nothing_that_binds_the_focused_span_covers_ink(make, seed: str, body: str, make_style) -> None:
    body = seed if body == "seed" else body
    surface = make(body, size=(820, 900))
    surface.set_style(make_style())
    surface.clearFocus()
    bare = ink_pixels(column(surface), surface.page_style.ink)
    marks = whole(body, 60)
    links = [Link("m0", f"m{at}", "قاله") for at in range(1, 7)] + [Link("m9", "m0", "مهّد له")]
    surface.set_marks(marks, links)
    surface.focus_mark("m0")
    left = surface.view.measures.column_x
    shown = surface.view.on_screen()
    chosen = [surface.view.marks.by_id[f"m{at}"] for at in (0, *range(1, 7), 9)]
    edges = [x for each in chosen for one in shown for pair in one.line.edges(each.start, each.end) for x in pair]
    edges = [*edges, *(line.x1() - left for line in surface.focus_handles().values())]
    gone = bare - ink_pixels(column(surface), surface.page_style.ink)
    stray = [x for x, _ in gone if min(abs(x - edge) for edge in edges) > 2.5]
    assert len(stray) <= 2, "only outlines touch what reaches over; a tint may shine through the rim of a letter"


@pytest.mark.parametrize("body", ["seed", MIXED * 4, VOWELLED, ENGLISH])
def test_no_way_of_a_link_meets_the_box_of_a_letter(make, seed: str, body: str) -> None:
    body = seed if body == "seed" else body
    surface = make(body, size=(820, 900))
    marks = whole(body, 24)
    surface.set_marks(marks)
    settle()
    view, ink, runs = surface.view, letters(surface), 0
    margin = view.measures.outward(20, start=True)
    for one, other in pairwise(marks):
        pieces, path = arcs.route(view, arcs.anchor(view, one), arcs.anchor(view, other), margin)
        for line in pieces:
            box = QRectF(line.x1(), line.y1() - 0.7, line.dx(), 1.4)
            assert not any(box.intersects(letter) for letter in ink)
            runs += 1
        column_ = QRectF(view.measures.column_x + 0.5, 0, view.measures.column - 1, 9999)
        assert path.isEmpty() or not path.boundingRect().intersects(column_)
    assert runs > 20


@pytest.mark.parametrize("body", ["seed", ENGLISH])
def test_the_gap_between_pieces_is_dotted_and_not_chosen(make, seed: str, body: str) -> None:
    body = seed[:600] if body == "seed" else body[:400]
    surface = make(body, size=(820, 640))
    surface.clearFocus()
    every = [*words.words(body, 0, len(body))]
    span = Mark("m", ((every[8][0], every[10][1]), (every[30][0], every[31][1])), "اقتباس", 150)
    surface.set_marks([span])
    bare = column(surface)
    surface.focus_mark("m")
    settle()
    edge = surface.page_style.colours(150).edge
    gap = [
        (round(x0), round(x1), shown.y + surface.view.measures.tint_bottom)
        for shown in surface.view.on_screen()
        if shown.line.start < every[30][0] and shown.line.end > every[10][1]
        for x0, x1 in shown.line.edges(every[10][1], every[30][0])
    ]
    assert gap
    new = ink_pixels(column(surface), edge, 60) - ink_pixels(bare, edge, 60)
    for x0, x1, y in gap:
        dots = {x for x, there in new if x0 < x < x1 and y <= there <= y + 3}
        assert dots, "the gap is bound"
        assert len(dots) < 0.75 * (x1 - x0), "by dots"
    surface.focus_mark("")
    assert column(surface) == bare


@pytest.mark.parametrize("body", ["seed", MIXED * 3, ENGLISH])
def test_key_caps_cover_no_letter_and_each_other_never(make, seed: str, body: str) -> None:
    body = seed if body == "seed" else body
    surface = make(body, size=(900, 900))
    marks = whole(body, 60)
    surface.set_marks(marks)
    settle()
    lines, ink = surface.view.on_screen(), letters(surface)
    wanted = {each.id: str(at + 1) for at, each in enumerate(marks[:9])}
    seen = [each for each in marks[:9] if lines[0].line.start <= each.start < lines[-1].line.end]
    found = choices.caps(lines, wanted, surface.view, ())
    assert sorted(cap.key for cap in found) == sorted(wanted[each.id] for each in seen)
    for at, cap in enumerate(found):
        assert not any(cap.box.intersects(letter) for letter in ink)
        assert not any(cap.box.intersects(other.box) for other in found[at + 1 :])


def test_choices_show_and_go_without_a_trace(make, seed: str) -> None:
    surface = make(seed, size=(900, 700))
    surface.clearFocus()
    surface.set_marks([mark(seed, "عشرات", "a"), mark(seed, "داعش", "b")])
    before = column(surface)
    surface.show_choices({"a": "1", "b": "2 ✓"})
    with_caps = column(surface)
    assert with_caps != before
    assert ink_pixels(with_caps, surface.page_style.ink) >= ink_pixels(before, surface.page_style.ink)
    surface.show_choices({})
    assert column(surface) == before


@pytest.mark.parametrize("body", ["وبالرئيس قال", "قال president Obama هنا"])
def test_the_head_has_a_thicker_stroke_of_its_own_lane(make, body: str) -> None:
    surface = make(body)
    surface.clearFocus()
    word = body.split()[0 if body.startswith("و") else 1]
    start = body.index(word)
    plain = mark(body, word, "m")
    surface.set_marks([plain])
    edge = surface.page_style.colours(215).edge
    bare, ink = ink_pixels(column(surface), edge, 8), ink_pixels(column(surface), surface.page_style.ink)
    surface.put_mark(plain._replace(head=((start + 4, start + len(word)),)))
    new = ink_pixels(column(surface), edge, 8) - bare
    line = surface.view.page.block_at(start).line_at(start)
    ((x0, x1),) = line.edges(start + 4, start + len(word))
    assert new
    assert all(x0 - 1 <= x <= x1 + 1 for x, _ in new)
    assert ink_pixels(column(surface), surface.page_style.ink) == ink
    surface.put_mark(plain)
    assert ink_pixels(column(surface), edge, 8) == bare


def test_source_cue_and_content_are_seen_together(make, seed: str) -> None:
    surface = make(seed)
    content, source, cue = (mark(seed, quote, quote) for quote in ("عشرات الحسابات", "داعش", "الالكترونية"))
    far = mark(seed, "الجرائم المروعة", "far")
    surface.set_marks(
        [content, source, cue, far], [Link(content.id, source.id, "قاله"), Link(content.id, cue.id, "مهّد")]
    )
    for focus in (content, source, cue):
        surface.focus_mark(focus.id)
        assert {each.id for each in surface.canvas._chosen()} == {content.id, source.id, cue.id}
    surface.focus_mark("far")
    assert [each.id for each in surface.canvas._chosen()] == ["far"]
