from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.text.marks import SETTLED

if TYPE_CHECKING:
    from annotator.ui.text.surface import Surface
    from tests.ui.review.conftest import Round


def sides(surface: Surface) -> set[int]:
    return {mark.side for mark in surface.view.marks.by_id.values()}


def lines(surface: Surface) -> list[tuple[int, int]]:
    return [(shown.line.start, shown.y) for shown in surface.view.on_screen()]


def test_each_of_three_has_a_band_that_stays_when_coders_are_hidden(of_three: Round) -> None:
    surface = of_three.page.surface
    assert len(surface.view.measures.bands) == 3
    assert sides(surface) == {0, 1, 2}
    before = lines(surface)
    of_three.page.strip.coders["two"].click()
    assert 1 not in sides(surface) - {
        mark.side for mark in surface.view.marks.by_id.values() if mark.id in of_three.page.pages.in_hand()
    }
    of_three.page.strip.only.click()
    assert lines(surface) == before


def test_what_was_settled_has_a_place_over_the_words(of_three: Round) -> None:
    of_three.page.decision.give("slip")
    of_three.page.decision.press("a")
    surface = of_three.page.surface
    assert SETTLED in sides(surface)
    measures = surface.view.measures
    assert measures.lanes_of(SETTLED) == measures.upper_lanes
    assert "ticked" in of_three.page.strip.legend.text()


def test_two_coders_on_two_pages_in_step(of_three: Round) -> None:
    page = of_three.page
    page.strip.two.click()
    one, other = page.pages.surfaces()
    assert page.pages.beside
    assert one.width() == other.width()
    assert sides(one) <= {0}
    assert sides(other) <= {1}
    found = next(d for d in of_three.sitting.open if d.kind == "label")
    of_three.sitting.hold(found)
    assert (one.focused_mark(), other.focused_mark()) == (found.sides[0].id, found.sides[1].id)
    one.select(0, 4)
    assert other.selection() == (0, 4)
    other.select(5, 9)
    assert one.selection() == (5, 9)
    one.set_zoom(4.0)
    assert other.zoom() == 4.0
    one.verticalScrollBar().setValue(30)
    assert other.verticalScrollBar().value() == one.verticalScrollBar().value() == 30
    page.strip.two.click()
    assert list(page.pages.surfaces()) == [one]
    assert sides(one) == {0, 1, 2}


def test_the_two_pages_never_show_the_same_coder(of_three: Round) -> None:
    page = of_three.page
    page.strip.two.click()
    first, second = page.pages.whose
    second.activated.emit(2)
    assert (first.currentData(), second.currentData()) == (0, 2)
    first.activated.emit(2)
    assert (first.currentData(), second.currentData()) == (2, 0)
    assert first.accessibleName()
    of_three.desk.open_article("third")
    assert (first.currentData(), second.currentData()) == (0, 1)


def test_a_mark_clicked_on_the_other_page_takes_its_difference_in_hand(of_three: Round) -> None:
    of_three.page.strip.two.click()
    other = of_three.page.pages.other
    assert other
    found = next(d for d in of_three.sitting.open if d.kind == "label")
    other.focus_mark(found.sides[1].id)
    assert of_three.sitting.current is found


def test_names_or_letters(of_three: Round) -> None:
    page = of_three.page
    assert page.surface._coders == ("A · One", "B · Two", "C · Three")
    page.strip.anonymous.click()
    assert page.surface._coders == ("Coder A", "Coder B", "Coder C")
    assert page.decision.takes["c"].accessibleName().strip("\u2068\u2069") == "Coder C"
    assert "One" not in page.strip.coders["one"].text()
    page.strip.anonymous.click()
    assert page.decision.takes["c"].accessibleName().strip("\u2068\u2069") == "Three"


def test_it_stays_two_pages_in_the_next_article(of_three: Round, qtbot) -> None:
    page = of_three.page
    page.strip.two.click()
    page.resize(1181, 800)
    of_three.desk.open_article("second")
    one, other = page.pages.surfaces()
    assert one.text.hash == other.text.hash
    qtbot.waitUntil(lambda: one.width() == other.width())
    assert "insisted" in one.text.body
