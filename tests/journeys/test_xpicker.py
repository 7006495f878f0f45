"""The picker and the kept label on a real X server, where popups take and give back the keyboard for true."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys import keyboard
from tests.journeys.screen import CONTROL, ON_A_SCREEN, Fingers, Screen, wait_for
from tests.journeys.test_xserver import coded

pytestmark = ON_A_SCREEN


def popped_up(screen: Screen) -> None:
    """Wait until a popup has the keyboard."""
    wait_for(lambda: len(screen.windows()) == 2)
    wait_for(lambda: screen.do("getwindowfocus").strip() == screen.windows()[-1])


@pytest.mark.parametrize("layout", ["us", "ara"])
def test_labels_are_picked_and_kept_by_true_events(screen: Screen, tmp_path: Path, layout: str) -> None:
    path = keyboard.uncoded(tmp_path / "study.annot")
    screen.layout(layout)
    screen.start(path, first=True)
    hands = Fingers(screen)

    # Two labels on one range, and a new one, without leaving the picker.
    keyboard.find(hands, "تحتويه من مقاطع")
    hands.press("Ctrl+K")
    popped_up(screen)
    hands.write("فاعل")
    hands.press("Shift+Return")
    wait_for(lambda: coded(path) == {("actor", "تحتويه من مقاطع")})
    hands.write("moral")
    hands.press("Shift+Return")
    hands.write("fear")
    hands.press("Return")
    hands.rest()
    words = {(label, "تحتويه من مقاطع") for label in ("actor", "moral-judgement", "fear")}
    wait_for(lambda: coded(path) == words)
    screen.press("z", CONTROL)
    wait_for(lambda: coded(path) == {one for one in words if one[0] != "fear"})

    # A label that is kept: what is selected with Shift gets it when Shift is let go, until Escape.
    hands.press("Ctrl+Home", "Ctrl+Shift+L")
    popped_up(screen)
    hands.write("cause")
    hands.press("Return")
    hands.rest()
    hands.press("Ctrl+Shift+Left")
    wait_for(lambda: ("cause", "لندن") in coded(path))
    hands.press("Escape", "Ctrl+End", "Ctrl+Shift+Right")
    screen.press("q", CONTROL)
    assert screen.ended() == 0
    assert len(coded(path)) == 3
