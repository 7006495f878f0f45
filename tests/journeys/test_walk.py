"""Random mornings: whatever is pressed and clicked, the project, the page and a plain list of states say the same."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage, QPainter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.person import Person

LABELS = ("actor", "quotation", "source", "cue", "loaded-term", "problem", "cause", "moral-judgement", "remedy")
Spans = dict[str, tuple[str, tuple[tuple[int, int], ...]]]


class Walk:
    """Somebody who does anything, and what the project must hold then: a stack of states and a place in it."""

    def __init__(self, person: Person, chance: random.Random) -> None:
        self.person, self.chance = person, chance
        self.states: list[Spans] = [person.spans()]
        self.at = 0

    @property
    def now(self) -> Spans:
        return self.states[self.at]

    def done(self, state: Spans) -> None:
        """Something new: what could be done again is gone."""
        self.states = [*self.states[: self.at + 1], state]
        self.at += 1

    def step(self) -> str:
        """One random deed; what it was."""
        deed = self.chance.choices(
            (self.code, self.relabel, self.delete, self.nudge, self.undo, self.redo, self.look), (6, 4, 2, 3, 5, 4, 3)
        )[0]
        deed()
        return deed.__name__

    def code(self) -> None:
        person, chance = self.person, self.chance
        at = chance.choice([n for n, letter in enumerate(person.body) if letter.isalnum()])
        person.click_at(at)
        person.press("Escape")  # of a span that was there
        if chance.random() < 0.5:
            person.press(*["Ctrl+Shift+Left"] * chance.randint(1, 4))
        else:
            person.double_click_at(at)
        key = chance.randint(1, 9)
        selection = person.surface.selection()
        focus = person.desk.focus
        before = len(person.saved)
        person.press(str(key))
        wanted = (LABELS[key - 1], (selection,))
        if selection is None and focus:
            self.relabelled(focus, LABELS[key - 1])
        elif selection is not None and wanted not in self.now.values():
            assert len(person.saved) == before + 1
            self.done(self.now | {str(person.saved[-1].facts["annotation"]): wanted})

    def focus(self) -> str:
        """Some span in focus, "" if there is none."""
        person, chance = self.person, self.chance
        if chance.random() < 0.5:
            person.press(chance.choice(("Alt+Down", "Alt+Up")))
        elif self.now:
            _, fragments = chance.choice(list(self.now.values()))
            letters = [at for at in range(*fragments[0]) if person.body[at].isalnum()]
            person.click_at((letters or [0])[0])
        return person.desk.focus

    def relabel(self) -> None:
        if span := self.focus():
            key = self.chance.randint(1, 9)
            self.person.press(str(key))
            self.relabelled(span, LABELS[key - 1])

    def relabelled(self, span: str, label: str) -> None:
        wanted = (label, self.now[span][1])
        if wanted not in self.now.values():
            self.done(self.now | {span: wanted})

    def delete(self) -> None:
        if span := self.focus():
            self.person.press(self.chance.choice(("Delete", "Backspace")))
            self.done({name: value for name, value in self.now.items() if name != span})

    def nudge(self) -> None:
        if span := self.focus():
            before = len(self.person.saved)
            self.person.press(
                self.chance.choice(("", "Ctrl+"))
                + self.chance.choice(("Alt+", "Alt+Shift+"))
                + self.chance.choice(("Left", "Right"))
            )
            if len(self.person.saved) > before:
                moved = self.person.spans()
                assert {**moved, span: None} == {**self.now, span: None}
                assert moved[span][0] == self.now[span][0]
                assert moved[span][1] != self.now[span][1]
                self.done(moved)

    def undo(self) -> None:
        self.person.press("Ctrl+Z")
        self.at = max(self.at - 1, 0)

    def redo(self) -> None:
        self.person.press(self.chance.choice(("Ctrl+Y", "Ctrl+Shift+Z")))
        self.at = min(self.at + 1, len(self.states) - 1)

    def look(self) -> None:
        self.person.press(
            self.chance.choice(("PgDown", "Home", "Ctrl+Home", "Ctrl+A", "Ctrl+H", "Ctrl++", "Ctrl+-", "F7", "Escape"))
        )
        self.person.surface.setFocus()


def shown(person: Person) -> tuple[QImage, QImage]:
    """What stands on the page after all the repainting of parts, and what a painting of the whole would show."""
    page = person.surface.viewport()
    inside = page.rect().adjusted(3, 0, -3, 0)  # the lines between the columns lie over the edges
    screen = person.window.screen().grabWindow(person.window.winId())
    parts = screen.copy(inside.translated(page.mapTo(person.window, page.rect().topLeft())))
    made = (picture.toImage().convertToFormat(QImage.Format.Format_RGB32) for picture in (parts, page.grab(inside)))
    return next(made), next(made)


def apart(one: QImage, other: QImage) -> int:
    """By how much the colours differ at most: at the edge of a repainted part a rounding may fall otherwise."""
    if one == other:
        return 0
    difference = one.copy()
    painter = QPainter(difference)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, other)
    painter.end()
    colours = bytes(difference.constBits())
    return max(max(colours[channel::4]) for channel in range(3))


def walk(come: Callable[..., Person], path: Path, *, seed: int, steps: int, reopen: int) -> None:
    chance, deeds = random.Random(seed), []
    one = Walk(come(path), chance)
    for number in range(1, steps + 1):
        deeds.append(one.step())
        assert one.person.spans() == one.now, (seed, deeds)
        assert apart(*shown(one.person)) <= 3, (seed, deeds)
        if number % reopen == 0:
            one.person.leave()
            one.person = come(path)
            assert one.person.spans() == one.now, (seed, deeds)
    assert {getattr(error, "key", error) for error in one.person.refused} <= {"already_coded"}


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_random_mornings(come: Callable[..., Person], path: Path, seed: int) -> None:
    walk(come, path, seed=seed, steps=80, reopen=20)


@pytest.mark.long
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("seed", range(100, 120))
def test_long_random_mornings(come: Callable[..., Person], path: Path, seed: int) -> None:
    walk(come, path, seed=seed, steps=300, reopen=50)
