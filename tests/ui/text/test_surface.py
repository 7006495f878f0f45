from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtTest import QTest

from annotator.core.text import Text
from annotator.ui.text import style
from annotator.ui.text.marks import SECOND, Link, Mark
from annotator.ui.text.surface import Surface
from tests.ui.text.conftest import mark, settle


@pytest.fixture
def paints(monkeypatch):
    """The heights of the rectangles painted."""
    heights = []
    painted = Surface.paintEvent

    def counted(self: Surface, event: QPaintEvent) -> None:
        heights.append(event.region().boundingRect().height())
        painted(self, event)

    monkeypatch.setattr(Surface, "paintEvent", counted)
    return heights


def test_one_mark_more_repaints_one_line(make, seed: str, paints) -> None:
    surface = make(seed)
    surface.set_marks([mark(seed, "عشرات", "a")])
    settle()
    paints.clear()
    surface.put_mark(mark(seed, "كشفت", "b"))
    settle()
    surface.put_mark(mark(seed, "كشفت", "b", hue=20))
    settle()
    surface.drop_mark("b")
    settle()
    assert paints == [surface.view.measures.pitch] * 3


def test_marks_that_have_not_changed_repaint_nothing(make, seed: str, paints) -> None:
    surface = make(seed)
    marks = [mark(seed, "عشرات", "a"), mark(seed, "كشفت", "b")]
    surface.set_marks(marks)
    settle()
    paints.clear()
    surface.set_marks([each._replace() for each in marks])
    surface.put_mark(marks[0])
    surface.drop_mark("unknown")
    settle()
    assert paints == []


def test_a_mark_off_the_screen_repaints_nothing(make, seed: str, paints) -> None:
    surface = make(seed, size=(900, 300))
    paints.clear()
    surface.put_mark(mark(seed, "الإرهاب الذى", "far"))
    settle()
    assert paints == []


def test_focus_is_told_and_lost_with_its_mark(make, seed: str) -> None:
    surface = make(seed)
    told = []
    surface.focused.connect(told.append)
    surface.set_marks([mark(seed, "عشرات", "a")])
    surface.focus_mark("a")
    surface.focus_mark("a")
    surface.drop_mark("a")
    surface.focus_mark("nobody")
    assert told == ["a", ""]


def test_a_selection_and_a_focus_exclude_each_other(make, seed: str) -> None:
    surface = make(seed)
    surface.set_marks([mark(seed, "عشرات", "a")])
    surface.focus_mark("a")
    surface.select(3, 8)
    assert surface.focused_mark() == ""
    surface.focus_mark("a")
    assert surface.selection() is None


def test_stepping_goes_through_all_marks_and_brings_them_into_sight(make, seed: str) -> None:
    surface = make(seed, size=(900, 300))
    quotes = ["عشرات", "كشفت", "أداة خطيرة", "محاربة الإرهاب"]
    surface.set_marks([mark(seed, quote) for quote in quotes])
    for quote in quotes:
        surface.step_mark(1)
        assert surface.focused_mark() == quote
        start = seed.index(quote)
        assert any(shown.line.start <= start < shown.line.end for shown in surface.view.on_screen())
    surface.step_mark(1)
    surface.step_mark(-2)
    assert surface.focused_mark() == quotes[1]


def test_an_edge_is_asked_for_once_when_the_key_is_let_go(make, seed: str) -> None:
    surface = make(seed)
    quote = mark(seed, "مجموعة تابعة", "m")
    surface.set_marks([quote])
    surface.focus_mark("m")
    asked = []
    surface.resized.connect(lambda *what: asked.append(what))
    surface.nudge_edge("end", 1, by="word")
    surface.nudge_edge("end", 1, by="word")
    surface.nudge_edge("start", 1, by="cluster")
    assert asked == []
    QTest.keyRelease(surface, Qt.Key.Key_Right)
    ((mark_id, fragments),) = asked
    assert mark_id == "m"
    assert surface.text.quotes(fragments) == ("جموعة تابعة لهذا التنظيم",)
    assert surface.view.marks.by_id["m"] == quote


def test_an_edge_is_asked_for_by_itself_after_a_while_and_before_anything_else(make, seed: str, qtbot) -> None:
    surface = make(seed)
    surface.set_marks([mark(seed, "مجموعة", "m"), mark(seed, "كشفت", "n")])
    surface.focus_mark("m")
    with qtbot.waitSignal(surface.resized, timeout=10_000):
        surface.nudge_edge("end", 1, by="word")
    asked = []
    surface.resized.connect(lambda *what: asked.append(what))
    surface.nudge_edge("end", 1, by="word")
    surface.focus_mark("n")
    assert [mark_id for mark_id, _ in asked] == ["m"]


def test_escape_takes_a_moved_edge_back(make, seed: str) -> None:
    surface = make(seed)
    surface.set_marks([mark(seed, "مجموعة", "m")])
    surface.focus_mark("m")
    asked = []
    surface.resized.connect(lambda *what: asked.append(what))
    surface.nudge_edge("end", 1, by="word")
    QTest.keyPress(surface, Qt.Key.Key_Escape)
    QTest.keyRelease(surface, Qt.Key.Key_Escape)
    assert asked == []
    assert surface.focused_mark() == "m"
    QTest.keyClick(surface, Qt.Key.Key_Escape)
    assert surface.focused_mark() == ""


def test_copying_is_in_logical_order(make) -> None:
    body = "قالت شركة Twitter Inc (2015)\u00a0إن\u2028نعم"
    surface = make(body)
    surface.select(5, len(body))
    QTest.keyClick(surface, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == body[5:]
    surface.set_marks([mark(body, "Twitter", "m")])
    surface.focus_mark("m")
    surface.copy()
    assert QGuiApplication.clipboard().text() == "Twitter"


def test_the_place_is_kept_and_told(make, seed: str, qtbot) -> None:
    place = seed.index("وأوضحت دي غراف أن تهديدات")
    surface = make(seed, size=(900, 400), place=place)
    assert surface.place() == place
    with qtbot.waitSignal(surface.place_changed, timeout=10_000) as told:
        surface.verticalScrollBar().setValue(surface.verticalScrollBar().value() + 200)
    assert told.args == [surface.place()]
    assert surface.place() > place


@pytest.mark.parametrize(
    "change", [lambda s: s.set_zoom(1.5), lambda s: s.resize(620, 400), lambda s: s.set_font("Amiri", 26)]
)
def test_zoom_width_and_font_keep_the_place(make, seed: str, change) -> None:
    surface = make(seed, size=(900, 400), place=seed.index("ولفتت"))
    change(surface)
    settle()
    line = surface.view.page.block_at(seed.index("ولفتت")).line_at(seed.index("ولفتت"))
    assert 0 <= surface.view.y(line) < 2 * surface.view.measures.pitch


def test_scrolling_up_into_what_was_never_laid_out_moves_nothing_on_the_screen(make) -> None:
    body = "\n".join(f"{n} " + "كلمة طويلة جدا في فقرة لها طول " * (n % 9) for n in range(400))
    surface = make(body, size=(700, 400), place=len(body) * 2 // 3)
    bar = surface.verticalScrollBar()
    for _ in range(60):
        before = {shown.line.start: shown.y for shown in surface.view.on_screen()}
        value = bar.value()
        bar.setValue(value - 100)
        after = {shown.line.start: shown.y for shown in surface.view.on_screen()}
        common = before.keys() & after.keys()
        assert common
        assert {after[start] - before[start] for start in common} == {100}
    settle()


def test_idle_time_lays_the_next_screen_out_and_no_more(make) -> None:
    surface = make("\n".join(["كلمة في سطر"] * 3000), size=(700, 400))
    settle()
    laid = sum(block.layout is not None for block in surface.view.page.blocks)
    assert 2 * 400 / surface.view.measures.pitch > laid > 400 / surface.view.measures.pitch


def test_ctrl_and_the_wheel_or_keys_zoom(make, seed: str) -> None:
    surface = make(seed)
    told = []
    surface.zoomed.connect(told.append)
    ctrl = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(surface, Qt.Key.Key_Plus, ctrl)
    QTest.keyClick(surface, Qt.Key.Key_Minus, ctrl)
    QTest.keyClick(surface, Qt.Key.Key_Minus, ctrl)
    QTest.keyClick(surface, Qt.Key.Key_0, ctrl)
    assert told == [1.1, 1.0, 0.9, 1.0]


def test_the_list_behind_plus_n_opens_by_key_and_chooses(make, seed: str) -> None:
    surface = make(seed)
    surface.activateWindow()
    surface.setFocus()
    start = seed.index("عشرات")
    surface.set_marks([Mark(f"m{at}", ((start, start + 30 - at),), "فاعل", 10) for at in range(5)])
    QTest.keyClick(surface, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    crowd = surface.crowds.list
    assert crowd.isVisible()
    assert crowd.count() == 2
    QTest.keyClick(crowd, Qt.Key.Key_Down)
    QTest.keyClick(crowd, Qt.Key.Key_Return)
    assert surface.focused_mark() == "m4"
    assert not crowd.isVisible()


def test_another_article_forgets_what_was_chosen(make, seed: str) -> None:
    surface = make(seed)
    surface.set_marks([mark(seed, "عشرات", "a")])
    surface.focus_mark("a")
    focus, chosen = [], []
    surface.focused.connect(focus.append)
    surface.selected.connect(chosen.append)
    surface.show_article(Text("سلام"), "")
    assert focus == [""]
    surface.select(0, 4)
    surface.show_article(Text("وداع"), "")
    assert chosen == [(0, 4), None]
    assert surface.view.marks.by_id == {}


@pytest.mark.parametrize(
    "body", ["", "\n", "\n\n", " ", "\u2028", "\u200f", "😀", "a\n", "\u064e", "\u202e", "x" * 5000, "\t\t"]
)
def test_odd_texts_can_be_shown_walked_and_selected(make, body: str) -> None:
    surface = make(body)
    surface.set_marks([Mark("m", ((0, len(body)),), "x", 10)] if body else [])
    for key in (
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageDown,
    ):
        for modifiers in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.ControlModifier,
        ):
            QTest.keyClick(surface, key, modifiers)
            assert 0 <= surface.state.caret <= len(body)
    surface.step_mark(1)
    QTest.mouseDClick(
        surface.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, surface.rect().center()
    )
    settle()
    assert not surface.grab().isNull()


def test_the_head_language_and_style_can_change_while_it_shows(make, seed: str) -> None:
    surface = make(seed)
    surface.set_marks([mark(seed, "عشرات", "a")], [Link("a", "a", "x")])
    before = surface.grab().toImage()
    surface.set_head("عنوان", ("سانا",), ("رمز",))
    settle()
    assert surface.grab().toImage() != before
    surface.set_style(style.dark())
    settle()
    assert surface.grab().toImage().pixelColor(5, 5) == style.dark().paper
    surface.changeEvent(QEvent(QEvent.Type.LocaleChange))


def test_two_coders_stand_in_two_margins(make, seed: str) -> None:
    surface = make(seed)
    surface.set_comparison(("هدى", "سامر"))
    surface.set_marks([mark(seed, "عشرات", "a"), mark(seed, "الحسابات", "b", side=SECOND)])
    names = {
        name.ids[0]: name.box for shown in surface.view.on_screen() for name in surface.view.painter.names_of(shown)
    }
    column = surface.view.measures.column_x
    assert names["a"].right() < column
    assert names["b"].left() > column + surface.view.measures.column
    surface.set_comparison(())
    names = {
        name.ids[0]: name.box for shown in surface.view.on_screen() for name in surface.view.painter.names_of(shown)
    }
    assert all(box.right() < column for box in names.values())
