from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from annotator.core import words
from annotator.ui.text.marks import Link, Mark
from tests.ui.text.conftest import click, drag, mark, move, point_of, settle

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
BODY = "قال الرئيس إنَّ شركة Twitter Inc أغلقت 15,000 حساب لـ”متطرفين” 👨\u200d👩\u200d👧 أمس.\nفقرة ثانية هنا"


def test_a_drag_takes_whole_words(make) -> None:
    surface = make(BODY)
    drag(surface, point_of(surface, BODY.index("رئيس") + 1), point_of(surface, BODY.index("شركة") + 1))
    assert surface.selection() == (4, BODY.index("شركة") + 4)


@pytest.mark.parametrize("backwards", [False, True])
def test_a_drag_inside_one_word_takes_it(make, backwards: bool) -> None:
    surface = make(BODY)
    ends = [point_of(surface, 4), point_of(surface, 9)]
    drag(surface, *(reversed(ends) if backwards else ends))
    assert surface.selection() == (4, 10)


def test_a_drag_over_two_directions_is_a_logical_range(make) -> None:
    surface = make(BODY)
    drag(surface, point_of(surface, BODY.index("شركة")), point_of(surface, BODY.index("15,000") + 2))
    start, end = surface.selection()
    assert BODY[start:end] == "شركة Twitter Inc أغلقت 15,000"


def test_quotation_marks_stay_outside(make) -> None:
    surface = make(BODY)
    drag(surface, point_of(surface, BODY.index("متطرفين")), point_of(surface, BODY.index("متطرفين") + 7))
    start, end = surface.selection()
    assert BODY[start:end] == "متطرفين"


def test_with_alt_a_drag_takes_characters_but_never_half_a_cluster(make) -> None:
    surface = make(BODY)
    first = BODY.index("إنَّ")
    drag(surface, point_of(surface, first, share=0.1), point_of(surface, first + 1, share=0.9), ALT)
    assert surface.selection() == (first, first + 4)
    drag(surface, point_of(surface, 5, share=0.1), point_of(surface, 7, share=0.9), ALT)
    assert surface.selection() == (5, 8)


def test_any_drag_gives_whole_clusters(make) -> None:
    import random

    surface = make(BODY, size=(700, 400))
    rnd = random.Random(4)
    for at in range(30):
        points = [QPoint(rnd.randrange(0, 700), rnd.randrange(0, 400)) for _ in range(2)]
        drag(surface, *points, ALT if at % 2 else Qt.KeyboardModifier.NoModifier)
        if surface.selection():
            start, end = surface.selection()
            assert words.whole_clusters(BODY, start, end) == (start, end)
            assert 0 <= start < end <= len(BODY)


def test_a_double_click_takes_the_word_and_a_third_the_paragraph(make) -> None:
    surface = make(BODY)
    told = []
    surface.selected.connect(told.append)
    point = point_of(surface, BODY.index("متطرفين") + 3)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    click(surface, point)
    QTest.mouseDClick(surface.viewport(), left, none, point)
    start, end = surface.selection()
    assert BODY[start:end] == "متطرفين"
    click(surface, point)
    assert surface.selection() == (0, BODY.index("\n"))
    assert told[-1] == surface.selection()


def test_shift_click_extends(make) -> None:
    surface = make(BODY)
    click(surface, point_of(surface, 0, share=0.1))
    click(surface, point_of(surface, BODY.index("شركة") + 1), SHIFT)
    assert surface.selection() == (0, BODY.index("شركة") + 4)


def test_a_click_puts_the_caret_and_lets_go(make) -> None:
    surface = make(BODY)
    surface.select(0, 3)
    click(surface, point_of(surface, 6, share=0.05))
    assert surface.selection() is None
    assert surface.state.caret == 6


def test_a_click_focuses_the_innermost_mark_and_again_goes_outwards(make) -> None:
    surface = make(BODY)
    inner, outer = mark(BODY, "Twitter", "inner"), mark(BODY, "شركة Twitter Inc", "outer")
    surface.set_marks([inner, outer])
    told = []
    surface.focused.connect(told.append)
    point = point_of(surface, inner.start + 2)
    for _ in range(3):
        click(surface, point)
    click(surface, point_of(surface, 1))
    assert told == ["inner", "outer", "inner", ""]


def test_a_name_in_the_margin_focuses_its_mark_and_a_double_click_asks_for_it(make) -> None:
    surface = make(BODY)
    surface.set_marks([mark(BODY, "Twitter", "m")])
    settle()
    (name,) = [name for shown in surface.view.on_screen() for name in surface.view.painter.names_of(shown)]
    shown = surface.view.on_screen()[0]
    point = name.box.translated(0, shown.y).center().toPoint()
    asked = []
    surface.activated.connect(asked.append)
    click(surface, point)
    assert surface.focused_mark() == "m"
    QTest.mouseDClick(surface.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    assert asked == ["m"]


def test_the_pointer_tells_what_it_is_over(make) -> None:
    surface = make(BODY)
    surface.set_marks([mark(BODY, "Twitter", "m")])
    told = []
    surface.hovered.connect(told.append)
    move(surface, point_of(surface, BODY.index("Twitter") + 1))
    move(surface, point_of(surface, 1))
    assert told == ["m", ""]


@pytest.mark.parametrize(
    ("edge", "place", "quote"),
    [("end", "حساب", "Twitter Inc أغلقت 15,000 حساب"), ("start", "الرئيس", "الرئيس إنَّ شركة Twitter Inc")],
)
def test_an_edge_is_dragged_by_whole_words(make, edge: str, place: str, quote: str) -> None:
    surface = make(BODY)
    surface.set_marks([mark(BODY, "Twitter Inc", "m")])
    surface.focus_mark("m")
    settle()
    asked = []
    surface.resized.connect(lambda *what: asked.append(what))
    line = surface.focus_handles()[edge]
    drag(surface, line.center().toPoint(), point_of(surface, BODY.index(place) + 1))
    ((mark_id, fragments),) = asked
    assert mark_id == "m"
    assert surface.text.quotes(fragments) == (quote,)
    assert surface.selection() is None
    assert surface.focused_mark() == "m"


def test_dragging_near_the_edge_scrolls(make, seed: str, qtbot) -> None:
    surface = make(seed, size=(700, 400))
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(surface.viewport(), left, none, QPoint(350, 200))
    move(surface, QPoint(350, 398), none, left)
    qtbot.waitUntil(lambda: surface.verticalScrollBar().value() > 200, timeout=30_000)
    QTest.mouseRelease(surface.viewport(), left, none, QPoint(350, 398))
    start, end = surface.selection()
    assert end - start > 500
    value = surface.verticalScrollBar().value()
    qtbot.wait(100)
    assert surface.verticalScrollBar().value() == value


def test_a_right_click_means_the_mark_under_it_unless_it_means_the_selection(make) -> None:
    surface = make(BODY)
    surface.set_marks([mark(BODY, "Twitter", "m")])
    surface.select(0, 3)
    click(surface, point_of(surface, 1), button=Qt.MouseButton.RightButton)
    assert surface.selection() == (0, 3)
    click(surface, point_of(surface, BODY.index("Twitter") + 1), button=Qt.MouseButton.RightButton)
    assert surface.focused_mark() == "m"


def test_a_chip_in_the_head_can_be_chosen(make) -> None:
    surface = make(BODY)
    surface.set_head("عنوان", ("سانا",), ("النبرة: سلبية", "رمز للمقال"))
    settle()
    chosen = []
    surface.chip_chosen.connect(chosen.append)
    boxes = [
        box.translated(surface.view.measures.column_x, -surface.view.scroll) for box, _ in surface.view.head._boxes
    ]
    for box in reversed(boxes):
        click(surface, box.center().toPoint())
    assert chosen == [1, 0]
    assert surface.selection() is None


def test_the_list_behind_plus_n_opens_under_the_pointer_and_by_click(make) -> None:
    from PySide6.QtCore import QEvent

    surface = make(BODY)
    surface.set_marks([Mark(f"m{at}", ((0, 30 - at),), "فاعل", 10) for at in range(5)])
    settle()
    (crowd,) = [
        crowd for shown in surface.view.on_screen() for crowd in surface.view.crowds(shown) if crowd.box.left() > 200
    ]
    told = []
    surface.hovered.connect(told.append)
    move(surface, crowd.box.center())
    assert surface.crowds.list.isVisible()
    assert surface.crowds.list.count() == 2
    assert told == []
    surface.crowds.list.leaveEvent(QEvent(QEvent.Type.Leave))
    assert not surface.crowds.list.isVisible()
    click(surface, crowd.box.center())
    assert surface.crowds.list.isVisible()
    click(
        surface,
        surface.crowds.list.visualItemRect(surface.crowds.list.item(0)).center(),
        widget=surface.crowds.list.viewport(),
    )
    assert surface.focused_mark() == "m3"


def test_links_of_the_focused_mark_reach_marks_far_off_the_screen(make, seed: str) -> None:
    surface = make(seed, size=(900, 300))
    surface.set_marks([mark(seed, "عشرات", "a"), mark(seed, "محاربة", "b")], [Link("a", "b", "مصدر")])
    surface.focus_mark("a")
    settle()
    measures = surface.view.measures
    image = surface.viewport().grab().toImage()
    x = round(measures.outward(measures.em * 1.2, start=True))
    paper = surface.page_style.paper
    assert any(image.pixelColor(at, 290) != paper for at in (x - 1, x, x + 1))
    surface.focus_mark("")
    settle()
    image = surface.viewport().grab().toImage()
    assert all(image.pixelColor(at, 290) == paper for at in (x - 1, x, x + 1))


def test_an_imported_mark_that_cuts_a_cluster_is_drawn_over_the_whole_of_it(make) -> None:
    body = "قال إنَّ نعم"
    surface = make(body)
    start = body.index("نَّ") + 1
    surface.set_marks([Mark("m", ((start, start + 1),), "x", 10)])
    (shown,) = surface.view.on_screen()
    (segment,) = shown.marks.segments
    assert segment.edges == shown.line.edges(start - 1, start + 2)


def test_the_wheel_with_ctrl_zooms_and_without_scrolls(make, seed: str) -> None:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QWheelEvent

    surface = make(seed, size=(700, 300))

    def wheel(modifiers) -> None:
        point = QPointF(300, 150)
        event = QWheelEvent(
            point,
            surface.mapToGlobal(point),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        surface.wheelEvent(event)

    wheel(Qt.KeyboardModifier.NoModifier)
    assert surface.verticalScrollBar().value() > 0
    wheel(Qt.KeyboardModifier.ControlModifier)
    assert surface.zoom() == 0.9
