"""Random afternoons: everything that can be done to an article, in any order; what shows is what is kept, and all of it
can be taken back to where the afternoon began."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from annotator.core.rows import TABLES
from annotator.store.check import check
from annotator.ui.dialogs.correction import CorrectionDialog
from tests.journeys.person import settle

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.person import Person

# What may be refused: the same label twice on one range, a second link, what a label's rules forbid, and an actor where
# the codebook has no attribute for one.
REFUSED = {"already_coded", "already_linked", "label_not_here", "label_not_in_part", "label_overlaps_itself"}
REFUSED |= {"no_actor_here"}
DIGITS = "1234567890"


class Afternoon:
    """Somebody who does anything at all."""

    def __init__(self, person: Person, chance: random.Random) -> None:
        self.person, self.chance = person, chance
        self.deeds: list[str] = []

    def step(self) -> None:
        """One random deed; the keyboard is the text's again afterwards."""
        deed = self.chance.choice(DEEDS)
        self.deeds.append(deed.__name__)
        deed(self)
        self.rest()

    def rest(self) -> None:
        """Close what is open."""
        person = self.person
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for dialog in person.window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.close()
        settle()
        person.window.activateWindow()
        person.window.code.close_form()
        person.surface.setFocus()
        settle()
        if self.chance.random() < 0.7:
            person.press("Escape")

    # -- where

    def select(self) -> None:
        person, chance = self.person, self.chance
        person.press("Escape", "Escape")
        person.click_at(chance.choice([at for at, letter in enumerate(person.body) if letter.isalnum()]))
        person.press("Escape", *["Ctrl+Shift+Left"] * chance.randint(1, 5))

    def focus(self) -> None:
        self.person.press("Escape", *[self.chance.choice(("Alt+Down", "Alt+Up"))] * self.chance.randint(1, 4))

    def digit(self) -> str:
        return self.chance.choice(DIGITS[:9])

    # -- deeds

    def label(self) -> None:
        self.select()
        self.person.press(self.digit())

    def delete(self) -> None:
        self.focus()
        self.person.press("Delete")

    def pieces(self) -> None:
        self.select()
        self.person.press("Ctrl+D", *["Ctrl+Left"] * 3, "Ctrl+Shift+Left", self.chance.choice(("Ctrl+D", "Right")))
        self.person.press(self.digit())

    def another_piece(self) -> None:
        self.focus()
        self.person.press("Ctrl+D")
        self.person.press(*["Ctrl+Left"] * self.chance.randint(1, 5), "Ctrl+Shift+Left", "Ctrl+D")

    def drop_piece(self) -> None:
        self.focus()
        self.person.press("Ctrl+Backspace")

    def split(self) -> None:
        self.focus()
        self.person.press(*["Ctrl+Left"] * self.chance.randint(1, 3), "Ctrl+Shift+S")

    def join(self) -> None:
        self.focus()
        self.person.press("Ctrl+J")

    def head(self) -> None:
        self.focus()
        self.person.press("Ctrl+B", self.chance.choice(("1", "2", "Delete", "Return", "Escape")))

    def link(self) -> None:
        self.focus()
        self.person.press("F4", self.chance.choice(("", "Shift+")) + self.digit(), self.digit())

    def actor(self) -> None:
        self.focus()
        self.person.press("F9")
        if self.chance.random() < 0.3:
            self.person.write("شخص")
        self.person.press("Return")

    def answer(self) -> None:
        self.person.press("F2", *[self.digit() for _ in range(3)], "Escape")

    def statement(self) -> None:
        self.focus()
        self.person.press("F5", *[self.chance.choice(("Down", "Y", "N", "1", "2", "Return")) for _ in range(4)])
        self.person.press("Escape")

    def note(self) -> None:
        self.focus()
        self.person.press("Ctrl+M")
        self.person.write("ملاحظة")
        self.person.press("Ctrl+Return")

    def attribute(self) -> None:
        self.focus()
        self.person.press("Tab", self.digit(), "Escape")

    def part(self) -> None:
        self.select()
        name = self.chance.choice(("part_headline", "part_lead", "part_body", "part_caption", "found_parts"))
        self.person.window.menus[name].trigger()

    def every(self) -> None:
        self.select()
        self.person.press("Ctrl+Return", "Return", self.digit(), "Ctrl+Return")

    def find(self) -> None:
        self.person.press("Ctrl+F")
        self.person.write(self.chance.choice(("داعش", "على", "قال", "xyz")))
        self.person.press("F3", "Shift+F3", "F3", "Escape", self.chance.choice((self.digit(), "Escape")))

    def look(self) -> None:
        keys = (
            "Ctrl+Shift+8",
            "Ctrl+Shift+T",
            "Ctrl+Shift+W",
            "Ctrl+H",
            "Shift+F5",
            "Ctrl+Shift+M",
            "F7",
            "F8",
            "Ctrl++",
        )
        self.person.press(self.chance.choice(keys))

    def filter(self) -> None:
        """Only one label shows; then all do again."""
        self.focus()
        self.person.press("Ctrl+Shift+O")
        self.person.window.menus["all_labels"].trigger()

    def correct(self) -> None:
        person = self.person
        self.focus()
        person.press("Ctrl+Shift+E")
        dialog = next((one for one in person.window.findChildren(CorrectionDialog) if one.isVisible()), None)
        if dialog is not None:
            dialog.activateWindow()
            settle()
            person.write("ي")
            while dialog._timer.isActive():  # what would change is looked at a moment after one has written
                QTest.qWait(10)
            settle()
            person.press("Ctrl+Return")
            person.listen()

    def speak(self) -> None:
        self.person.home.choose(language=self.chance.choice(("ar", "en")))

    def modes(self) -> None:
        self.person.press(self.chance.choice(("Ctrl+2", "Ctrl+3")), "Ctrl+1")

    def undo(self) -> None:
        self.person.press(*["Ctrl+Z"] * self.chance.randint(1, 4))

    def redo(self) -> None:
        self.person.press(*["Ctrl+Shift+Z"] * self.chance.randint(1, 3))


DEEDS = [deed for name, deed in vars(Afternoon).items() if name not in {"step", "rest", "select", "focus", "digit"}]
DEEDS = [deed for deed in DEEDS if getattr(deed, "__name__", "_")[0] != "_"]


def tables(person: Person) -> dict[str, set[tuple[object, ...]]]:
    """Every row of every table that an action can touch."""
    db = person.project.db
    return {table: set(db.execute(f'select * from "{table}"')) for table in sorted(set(TABLES.values()))}


def afternoon(come: Callable[..., Person], path: Path, *, seed: int, steps: int) -> None:
    one = Afternoon(come(path), random.Random(seed))
    person = one.person
    before = tables(person)
    for _ in range(steps):
        one.step()
        assert person.spans() is not None, (seed, one.deeds)
        refused = {getattr(error, "key", repr(error)) for error in person.refused}
        assert refused <= REFUSED, (seed, one.deeds[-3:], refused - REFUSED)
    person.home.choose(language="ar")
    after = tables(person)
    undone = 0
    while person.desk.bridge.undo() is not None:
        undone += 1
        settle()
        person.spans()
    assert tables(person) == before, (seed, one.deeds)
    for _ in range(undone):
        person.desk.bridge.redo()
    settle()
    assert tables(person) == after, (seed, one.deeds)
    person.spans()
    assert all(found.ok for found in check(person.project, full=True)), (seed, one.deeds)


@pytest.mark.parametrize("seed", [1, 2])
def test_random_afternoons(come: Callable[..., Person], path: Path, seed: int) -> None:
    afternoon(come, path, seed=seed, steps=30)


@pytest.mark.long
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("seed", range(100, 120))
def test_long_random_afternoons(come: Callable[..., Person], path: Path, seed: int) -> None:
    afternoon(come, path, seed=seed, steps=200)
