"""Keys that open something beside the text, and close it from inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from annotator.operations import codings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.person import Person


def test_the_form_is_closed_by_the_key_that_opened_it(come: Callable[..., Person], path: Path) -> None:
    person = come(path)
    person.press("F2")
    assert person.window.code.form_open
    person.press("F2")
    assert not person.window.code.form_open
    assert person.surface.hasFocus()


def test_who_is_not_done_yet_is_led_to_what_is_missing(come: Callable[..., Person], path: Path) -> None:
    person = come(path)
    article = person.desk.article
    person.desk.bridge.do(codings.set_article_variable, person.desk.where, "tone", None)
    person.press("Ctrl+Shift+Return")
    assert [error.key for error in person.refused] == ["values_missing"]
    assert person.desk.article == article
    form = person.window.code.form
    assert form.isVisible()
    assert form.isAncestorOf(QApplication.focusWidget())
    assert form.bottom.heading.property("role") == "danger"


def test_the_statements_are_shown_and_put_away(come: Callable[..., Person], path: Path) -> None:
    person = come(path)
    person.press("Shift+F5")
    drawer = person.window.code.drawer
    assert drawer.shown == "statements"
    assert drawer.page("statements").isAncestorOf(QApplication.focusWidget())
    person.press("Shift+F5")
    assert not drawer.isVisible()


def test_an_article_is_looked_for_and_a_span_is_described(come: Callable[..., Person], path: Path) -> None:
    person = come(path)
    panels = person.window.code.panels
    person.press("F7", "Ctrl+G")
    assert panels.articles.search.hasFocus()
    person.surface.setFocus()
    person.press("Alt+Down", "F8", "Tab")
    assert panels.inspector.isAncestorOf(QApplication.focusWidget())


def test_in_review_the_keys_for_spans_go_from_difference_to_difference(come: Callable[..., Person], path: Path) -> None:
    person = come(path)
    person.press("Ctrl+3")
    first = person.window.review.sitting.current
    person.press("Alt+Down")
    second = person.window.review.sitting.current
    assert second != first
    person.press("Alt+Up")
    assert person.window.review.sitting.current == first
