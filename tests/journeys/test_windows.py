"""Every window that stands over or beside the text: closed it leaves nothing behind, and it goes with its project."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from tests.journeys.person import settle

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.person import Person

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
OVER = ("hand_over", "send_feedback", "settle_agreed", "settle_all_of", "settle_by_boundary", "word_lists", "export")
BESIDE = ("rounds", "clashes", "agreement", "conflicts", "two_articles", "actors", "boundary")
ROUNDS = ("new", "draw", "freeze")  # the windows that the one on rounds opens
AGAIN = 5


def shown(person: Person) -> list[QDialog]:
    return [one for one in person.window.findChildren(QDialog) if one.isVisible()]


def open_and_close(person: Person, name: str) -> None:
    action, _, inner = name.partition(".")
    if action.startswith("settle"):
        person.window.menus["mode_review"].trigger()
    person.window.menus[action].trigger()
    settle()
    if inner:
        (rounds,) = shown(person)
        getattr(rounds, inner).click()
        settle()
    windows = shown(person)
    assert len(windows) == (2 if inner else 1), name
    for one in reversed(windows):
        one.close()
    QThreadPool.globalInstance().waitForDone()
    settle()
    assert shown(person) == []


def census(person: Person) -> tuple[int, int, int]:
    """Windows that there are; what Qt has in the main one; what Python still holds of what is gone."""
    settle()
    gc.collect()
    settle()
    held = sum(isinstance(one, QWidget) and not isValid(one) for one in gc.get_objects())
    return len(QApplication.topLevelWidgets()), len(person.window.findChildren(QObject)), held


@pytest.mark.parametrize("name", [*OVER, *BESIDE, *(f"rounds.{inner}" for inner in ROUNDS)])
def test_a_closed_window_leaves_nothing_behind(come: Callable[..., Person], path: Path, name: str) -> None:
    person = come(path)
    for _ in range(2):  # what is made once for all
        open_and_close(person, name)
    before = census(person)
    for _ in range(AGAIN):
        open_and_close(person, name)
    assert [now - then for now, then in zip(census(person), before, strict=True)] <= [0, 0, 0]


def test_what_stands_beside_goes_with_its_project(come: Callable[..., Person], path: Path) -> None:
    person = come(path)
    for name in BESIDE:
        person.window.menus[name].trigger()
        settle()
    assert len(shown(person)) == len(BESIDE)
    person.window.menus["close_project"].trigger()
    settle()
    assert shown(person) == []
    person.home.choose(language="en", theme="dark")
    settle()


@pytest.mark.parametrize("name", OVER)
def test_what_stands_over_goes_with_its_project(come: Callable[..., Person], path: Path, name: str) -> None:
    person = come(path)
    if name.startswith("settle"):
        person.window.menus["mode_review"].trigger()
    person.window.menus[name].trigger()
    settle()
    assert len(shown(person)) == 1
    person.window.let_go()
    settle()
    assert shown(person) == []
