"""Random days among colleagues: rounds, packages, copies and settling in any order, with windows left open beside the
text; nothing breaks, what shows is what is kept, and all of it can be taken back."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from annotator.core.changes import change
from annotator.core.models import Article
from annotator.core.rows import added
from annotator.core.text import Text
from annotator.operations import annotations, codings
from annotator.operations.codings import Where
from annotator.store import codebook
from annotator.store.check import check
from annotator.store.project import Project
from tests.journeys.colleagues import OF_COMPANY, Company, chosen_files
from tests.journeys.person import settle
from tests.journeys.test_afternoon import REFUSED, Afternoon, tables

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.person import Person

# No plugin without a screen grabs the keyboard for a menu.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
# What a round, a package or a codebook may forbid, and what is gone when one comes to it.
FORBIDDEN = REFUSED | {"frozen_round", "round_exists", "empty_name", "clash_needs", "clash_settled", "actor_used"}
BODY = "قال الوزير إن الاقتصاد ينمو. وأضاف أن «الأسعار» ستنخفض في العام المقبل، على ما ذكرت الوكالة.\n\nونفى ناطق ذلك."


@pytest.fixture
def study(path: Path) -> Path:
    """The sample, and three more articles that both coders are done with; nobody signs it, so nobody's undo empties it."""
    with Project.open(path) as project:
        project.coder = ""
        one, two = (coder.id for coder in codebook.coders(project.db)[:2])
        for number in range(3):
            text = Text(f"{BODY}\n\nالنص {number}.")
            article = Article(f"more-{number}", f"مقال {number}", text.hash, position=f"W{number}")
            project.journal.commit(change("import", [text, added(article)], article=article.title))
            for coder, shift in ((one, 0), (two, 4)):
                where = Where(article.id, coder)
                for start in range(0, 60, 20):
                    label = "actor" if shift == 0 or start else "source"
                    span = ((start, start + 9 + shift),)
                    project.journal.commit(annotations.label_span(project, where, label, span))
                project.journal.commit(codings.set_status(project, where, "review"))
        project.act_as(one)
    return path


class Day(Afternoon):
    """One's own work and one's colleagues', mixed."""

    def __init__(self, person: Person, chance: random.Random, folder: Path) -> None:
        super().__init__(person, chance)
        self.company = Company(person, chance, folder)

    def step(self) -> None:
        """One random deed, mostly among colleagues; some windows stay open."""
        if self.chance.random() < 0.7:
            name = self.chance.choice(OF_COMPANY)
            self.deeds.append(name)
            getattr(self.company, name)()
            self.company.close_some()
        else:
            self.company.close_some()
            self.company.code_again()
            self.person.window.activateWindow()
            self.person.surface.setFocus()
            settle()
            super().step()


def day(come: Callable[..., Person], path: Path, folder: Path, *, seed: int, steps: int) -> None:
    one = Day(come(path), random.Random(seed), folder)
    person = one.person
    before = tables(person)
    for _ in range(steps):
        one.step()
        person.listen()
        refused = {getattr(error, "key", repr(error)) for error in person.refused}
        assert refused <= FORBIDDEN, (seed, one.deeds[-3:], refused - FORBIDDEN)
    one.company.code_again()
    person.home.choose(language="ar")
    settle()
    person.spans()
    after = tables(person)
    undone = 0
    while person.desk.bridge.undo() is not None:
        undone += 1
        settle()
    assert tables(person) == before, (seed, one.deeds)
    for _ in range(undone):
        person.desk.bridge.redo()
    settle()
    assert tables(person) == after, (seed, one.deeds)
    assert all(found.ok for found in check(person.project, full=True)), (seed, one.deeds)


@pytest.mark.parametrize("seed", [1, 2])
def test_random_days_among_colleagues(
    come: Callable[..., Person], study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chosen_files(monkeypatch, tmp_path)
    day(come, study, tmp_path, seed=seed, steps=25)


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("seed", range(100, 120))
def test_long_random_days_among_colleagues(
    come: Callable[..., Person], study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chosen_files(monkeypatch, tmp_path)
    day(come, study, tmp_path, seed=seed, steps=200)
