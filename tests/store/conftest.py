"""Real project files, small, with an article that mixes Arabic and Latin."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from annotator.core.changes import Change, change
from annotator.core.ids import keyed_id, new_id
from annotator.core.models import Annotation, Article, Assigned, Coder, Coding, Label, Round, Variable
from annotator.core.rows import added
from annotator.core.text import Text
from annotator.store.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BODY = "دمشق - سانا: قال ”الناطق“ 😀 إن الوزير Ivanov زار حلب.\nوأضاف أن الزيارة انتهت أمس."


@dataclass
class World:
    """A project with one coder, two labels, a variable, an article and its coding."""

    path: Path
    project: Project = field(init=False)
    text: Text = field(default_factory=lambda: Text(BODY))
    article: Article = field(init=False)
    coding: Coding = field(init=False)

    def __post_init__(self) -> None:
        self.project = Project.create(self.path, title="تجربة")
        self.article = Article("art-1", "خبر", self.text.hash)
        self.coding = Coding(keyed_id("art-1", "c1", "main", "own"), "art-1", "c1", "main")
        rows = [
            added(Coder("c1", "سلمى", 10)),
            added(Coder("c2", "Omar", 200)),
            added(Label("actor", {"ar": "فاعل", "en": "actor"}, 10, "1")),
            added(Label("quote", {"ar": "اقتباس", "en": "quote"}, 90, "2")),
            added(Variable("tone", {"en": "tone"}, "annotation", "text")),
            added(Round("main", "main")),
            self.text,
            added(self.article),
            added(self.coding),
        ]
        self.project.journal.commit(change("set_up", rows))
        self.project.act_as("c1")

    def span(self, start: int = 0, end: int = 4, label: str = "actor", **more: str) -> Annotation:
        span = ((start, end),)
        return Annotation(more.get("id", new_id()), self.coding.id, label, self.text.hash, span, self.text.quotes(span))

    def code(self, start: int = 0, end: int = 4, label: str = "actor") -> Annotation:
        """Add a span and commit it."""
        made = self.span(start, end, label)
        self.commit("label_span", added(made))
        return made

    def tone(self, owner: str, value: object) -> Assigned:
        return Assigned(keyed_id(owner, "tone"), self.coding.id, owner, "tone", value)

    def commit(self, name: str, *steps: object, **facts: str) -> Change:
        return self.project.journal.commit(change(name, steps, **facts))

    def reopen(self) -> Project:
        self.project.close()
        self.project = Project.open(self.path)
        return self.project

    def annotations(self) -> set[str]:
        return {row[0] for row in self.project.db.execute('select "id" from "annotation"')}


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path / "مشروع.annot")
    yield made
    made.project.close()
