from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from annotator.ui.text import style
from annotator.ui.text.ink import ink
from annotator.ui.text.marks import Link, Mark
from annotator.ui.text.surface import Surface
from annotator.ui.text.tags import tag
from tests.ui.text.conftest import mark, settle

NAMES = ("فاعل", "السبب والمسؤولية", "Loaded term", "تعريف المشكلة وما حولها من وصف طويل", "اقتباس", "\u202eabc", "M")
MIXED = "قالت شركة Twitter Inc (2015) إن 15,000 حساب أُغلق 😀 بنسبة 3.5% في A/RES/2170 و«داعش» بـ”متطرفين”.\nقَالَ الرَّئِيسُ: إِنَّ الحَرْبَ جِيدٍ\nAn English paragraph قال of words"


def random_marks(body: str, count: int, seed: int = 1) -> list[Mark]:
    rnd = random.Random(seed)
    made = []
    for at in range(count):
        start = rnd.randrange(len(body) - 2)
        end = min(len(body), start + rnd.choice([1, 5, 20, 90, 300]))
        made.append(Mark(f"m{at}", ((start, end),), NAMES[at % len(NAMES)], rnd.randrange(360), rnd.randrange(4)))
    return made


def column(surface: Surface) -> QImage:
    """The words' column as painted, ink black and everything else white."""
    measures = surface.view.measures
    settle()
    image = surface.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return image.copy(measures.column_x, 0, measures.column, image.height())


def ink_pixels(image: QImage, ink_colour: QColor, near: int = 40) -> set[tuple[int, int]]:
    """Where the image has the colour of ink."""
    wanted = ink_colour.getRgb()[:3]
    found = set()
    for y in range(image.height()):
        row = bytes(image.constScanLine(y))
        for x in range(image.width()):
            blue, green, red = row[4 * x : 4 * x + 3]
            if abs(red - wanted[0]) + abs(green - wanted[1]) + abs(blue - wanted[2]) < near:
                found.add((x, y))
    return found


@pytest.mark.parametrize("body", [MIXED, "seed"])
def test_coding_moves_no_letter_and_covers_none(make, seed: str, body: str) -> None:
    """The darkest pixels of the letters are where they were, under any marks, focus, selection and links."""
    body = seed[:900] if body == "seed" else body
    surface = make(body, size=(820, 640))
    surface.clearFocus()
    bare = ink_pixels(column(surface), surface.page_style.ink)
    assert len(bare) > 1000
    marks = random_marks(body, 60)
    surface.set_marks(marks, [Link("m0", "m1", "مصدر"), Link("m2", "m0", "قول")])
    assert ink_pixels(column(surface), surface.page_style.ink) >= bare
    surface.hover_mark("m5")
    assert ink_pixels(column(surface), surface.page_style.ink) >= bare
    surface.hover_mark("")
    surface.select(4, 60)
    assert ink_pixels(column(surface), surface.page_style.ink) >= bare
    surface.set_marks([])
    surface.choose(0, 0)
    assert ink_pixels(column(surface), surface.page_style.ink) == bare


def test_the_focused_mark_covers_no_letter_but_under_its_own_edges(make, seed: str) -> None:
    surface = make(seed[:900], size=(820, 640))
    surface.clearFocus()
    bare = ink_pixels(column(surface), surface.page_style.ink)
    marks = [mark(seed, "مجموعة تابعة لهذا التنظيم الارهابي", "a"), mark(seed, "الجرائم المروعة", "b")]
    surface.set_marks(marks, [Link("a", "b", "مصدر")])
    surface.focus_mark("a")
    left = surface.view.measures.column_x
    edges = [line.x1() - left for line in surface.focus_handles().values()]
    gone = bare - ink_pixels(column(surface), surface.page_style.ink)
    assert all(min(abs(x - edge) for edge in edges) <= 2.5 for x, _ in gone)


def test_lines_stand_where_they_stood_however_much_is_coded(make, seed: str) -> None:
    surface = make(seed)
    before = [
        (shown.line.start, shown.y, shown.line.edges(shown.line.start, shown.line.end))
        for shown in surface.view.on_screen()
    ]
    surface.set_marks(random_marks(seed, 400))
    settle()
    after = [
        (shown.line.start, shown.y, shown.line.edges(shown.line.start, shown.line.end))
        for shown in surface.view.on_screen()
    ]
    assert before == after


def test_repainting_few_lines_equals_painting_everything(make, seed: str) -> None:
    """What is left on the screen after many small changes is what a fresh surface paints."""
    surface = make(seed, size=(820, 640))
    surface.clearFocus()
    rnd = random.Random(6)
    marks = {each.id: each for each in random_marks(seed, 80)}
    surface.set_marks(list(marks.values()))
    settle()
    for _ in range(25):
        chosen = rnd.choice(sorted(marks))
        action = rnd.randrange(6)
        if action == 0:
            surface.drop_mark(marks.pop(chosen).id)
        elif action == 1:
            marks[chosen] = marks[chosen]._replace(hue=rnd.randrange(360), pattern=rnd.randrange(4))
            surface.put_mark(marks[chosen])
        elif action == 2:
            surface.focus_mark(chosen)
        elif action == 3:
            surface.hover_mark(chosen)
        elif action == 4:
            surface.select(*sorted(rnd.sample(range(1200), 2)))
        else:
            surface.verticalScrollBar().setValue(rnd.randrange(300))
        settle()
        window = surface.window().backingStore().paintDevice()
        shown = window.copy(surface.viewport().geometry())
        surface.viewport().update()
        settle()
        fresh = window.copy(surface.viewport().geometry())
        assert shown == fresh, action


def test_names_never_overlap_each_other_or_the_words(make, seed: str) -> None:
    for zoom in (1.0, 1.75):
        surface = make(seed, size=(900, 1400))
        surface.set_zoom(zoom)
        surface.set_marks(random_marks(seed, 300))
        settle()
        measures = surface.view.measures
        boxes = []
        for shown in surface.view.on_screen():
            named = {mark_id for name in surface.view.painter.names_of(shown) for mark_id in name.ids}
            assert named == {each.id for each in shown.marks.named}
            boxes += [name.box.translated(0, shown.y) for name in surface.view.painter.names_of(shown)]
        assert len(boxes) > 20
        assert all(box.left() >= 0 and box.right() <= measures.column_x for box in boxes)
        for at, box in enumerate(boxes):
            assert not any(box.adjusted(0.5, 0.5, -0.5, -0.5).intersects(other) for other in boxes[at + 1 :])
        assert measures.small >= 11


def test_a_tag_covers_no_letter(make, seed: str) -> None:
    surface = make(seed + "\n" + MIXED, size=(900, 2400))
    marks = random_marks(seed, 60)
    surface.set_marks(marks)
    settle()
    lines = surface.view.on_screen()
    left = surface.view.measures.column_x
    letters = [box.translated(left, shown.y - shown.line.top) for shown in lines for box in ink(shown.line)]
    placed = 0
    for each in marks:
        found = tag(lines, each, each.name, surface.view, ())
        assert found
        assert not any(found.box.intersects(letter) for letter in letters)
        placed += QRectF(left, 0, surface.view.measures.column, 9999).intersects(found.box)
    assert placed > 40


def test_tags_keep_clear_of_each_other_and_only_the_first_may_go_to_the_margin(make, seed: str) -> None:
    surface = make(seed, size=(900, 1200))
    first, second = mark(seed, "عشرات", "a"), mark(seed, "الحسابات", "b")
    surface.set_marks([first, second])
    settle()
    lines, view = surface.view.on_screen(), surface.view
    one = tag(lines, first, "فاعل", view, ())
    other = tag(lines, second, "مصدر", view, (one.box,))
    assert not one.box.intersects(other.box)
    everywhere = (QRectF(-999, -999, 9999, 9999),)
    assert tag(lines, second, "مصدر", view, everywhere) is None
    margin = tag(lines, first, "اسم لا يتسع له السطر " * 9, view, ())
    assert margin.box.right() <= view.measures.column_x


def test_a_pending_mark_is_lighter(make, seed: str) -> None:
    surface = make(seed)
    sure = mark(seed, "عشرات", "a")
    surface.set_marks([sure])
    before = column(surface)
    surface.set_marks([sure._replace(pending=True)])
    after = column(surface)
    edge = surface.page_style.colours(215).edge
    assert len(ink_pixels(before, edge, 8)) > 40
    assert len(ink_pixels(after, edge, 8)) < 5


def test_patterns_tell_siblings_of_one_hue_apart(make, seed: str) -> None:
    surface = make(seed)
    looks = set()
    for pattern in range(4):
        surface.set_marks([mark(seed, "عشرات الحسابات", "a", pattern=pattern)])
        looks.add(frozenset(ink_pixels(column(surface), surface.page_style.colours(215).edge, 30)))
    assert len(looks) == 4


@pytest.mark.parametrize("make_style", [style.light, style.dark, style.high_contrast, style.high_contrast_dark])
def test_every_style_paints(make, seed: str, make_style) -> None:
    surface = make(seed)
    surface.set_style(make_style())
    surface.set_marks(random_marks(seed, 100))
    image = column(surface)
    assert len(ink_pixels(image, make_style().ink)) > 2000
