"""Review by true key events on a real X server, under an Arabic layout: letters count by their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.operations import review
from annotator.store.project import Project
from tests.journeys.screen import CONTROL, ON_A_SCREEN, SHIFT, Screen, wait_for
from tests.journeys.test_xserver import command

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = ON_A_SCREEN


def rulings(path: Path) -> dict[str, tuple[str, str]]:
    """What was decided, by difference: the take and the reason, as the file has them while the window is open."""
    with Project.read(path) as project:
        (case,) = review.cases(project)
        return {one.difference: (one.take, one.reason) for one in review.decisions(project, case).values()}


def waiting(path: Path) -> list[str]:
    """The open differences in the order of the queue."""
    with Project.read(path) as project:
        (case,) = review.cases(project)
        return [one.id for one in review.work(project, case).open]


def test_differences_are_settled_by_an_arabic_keyboard(screen: Screen, tmp_path: Path) -> None:
    path = tmp_path / "real.annot"
    screen.layout("ara")
    screen.start(path, first=True)
    there = waiting(path)
    expected: dict[str, tuple[str, str]] = {}
    screen.press("3", CONTROL)

    # A side, then a reason; the next one comes by itself; a reason first does as well.
    for take, key, reason, name, reason_first in (
        ("a", "a", "1", "ambiguous-text", False),
        ("b", "b", "2", "guideline-gap", False),
        ("both", "d", "3", "slip", True),
        ("neither", "x", "4", "other", False),
    ):
        screen.press(reason if reason_first else key)
        screen.press(key if reason_first else reason)
        expected[there.pop(0)] = (take, name)
        wait_for(lambda: rulings(path) == expected)

    # On by N, back by P: what is settled is what is in hand.
    for key in ("n", "n", "p"):
        screen.press(key)
    screen.press("b")
    screen.press("3")
    expected[there[1]] = ("b", "slip")
    wait_for(lambda: rulings(path) == expected)

    # Taken back one by one, and done again.
    done = list(expected)
    for left in range(len(done) - 1, 2, -1):
        screen.press("z", CONTROL)
        wait_for(lambda: set(rulings(path)) == set(done[:left]))  # noqa: B023  (waited for here)
    for back in range(4, len(done) + 1):
        screen.press("z", CONTROL, SHIFT)
        wait_for(lambda: set(rulings(path)) == set(done[:back]))  # noqa: B023  (waited for here)
    screen.press("q", CONTROL)
    assert screen.ended() == 0
    assert rulings(path) == expected
    assert command("check", path)["ok"]
