"""The sample as it is built for a person; and a round of three articles that three coders have coded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from shiboken6 import isValid

from annotator import paths
from annotator.core.changes import change
from annotator.core.models import Article
from annotator.core.rows import added
from annotator.core.text import Text
from annotator.operations import annotations, codebook, people, review, rounds, sample
from annotator.operations.codings import Where
from annotator.operations.sample_data import read_codebook
from annotator.store.project import Project
from annotator.ui.review.page import ReviewPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme

BODY = "قالت الوزارة إن القوات أحبطت هجوما.\nوأكد المتحدث أن التحقيقات مستمرة منذ أيام."
ENGLISH = "The ministry said that forces had foiled an attack.\nA spokesman insisted."
CODERS = ("one", "two", "three")
# who labelled which words, by article: (coder, label, words)
SAID: dict[str, tuple[tuple[str, str, str], ...]] = {
    "first": (
        *((coder, "actor", "القوات") for coder in CODERS),
        ("one", "source", "الوزارة"),
        ("three", "source", "الوزارة"),
        ("one", "actor", "المتحدث أن"),
        ("two", "actor", "المتحدث"),
        ("three", "actor", "المتحدث"),
        ("one", "problem", "هجوما"),
        ("two", "cause", "هجوما"),
        ("three", "problem", "هجوما"),
    ),
    "second": (*((coder, "actor", "ministry") for coder in CODERS), ("two", "cue", "insisted")),
    "third": (("one", "cue", "وأكد"), ("two", "cue", "وأكد"), ("two", "remedy", "مستمرة")),
}


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    sample.build(tmp_path / "study.annot", "en")
    with Project.open(tmp_path / "study.annot") as project:
        (case,) = review.cases(project)
        project.act_as(case.between[0])
        yield project


@pytest.fixture
def shown(qtbot, theme: Theme) -> Iterator[Callable[[Desk], ReviewPage]]:
    """The page on a desk, on the screen."""
    pages: list[ReviewPage] = []

    def show(desk: Desk) -> ReviewPage:
        page = ReviewPage(desk, theme)
        qtbot.addWidget(page)
        page.resize(1300, 800)
        page.show()
        qtbot.waitExposed(page)
        page.surface.setFocus()
        qtbot.waitUntil(lambda: page.sitting.waiting.complete)
        pages.append(page)
        return page

    yield show
    for page in filter(isValid, pages):
        page.hide()


@pytest.fixture
def page(opened: Desk, shown: Callable[[Desk], ReviewPage]) -> ReviewPage:
    return shown(opened)


def fill(project: Project) -> None:
    """Three coders and a reviewer, and what the coders said of three articles; the third has no coding of the third."""
    commit = project.journal.commit
    for name in (*CODERS, "reviewer"):
        commit(people.add_coder(project, name.title(), coder_id=name))
    project.act_as("reviewer")
    commit(codebook.adopt(project, read_codebook(paths.resources() / "codebooks" / "news.toml")))
    commit(rounds.open_round(project, "main"))
    for number, (article, said) in enumerate(SAID.items()):
        text = Text(ENGLISH if article == "second" else BODY)
        commit(change("import", [text, added(Article(article, f"Title {article}", text.hash, position=f"V{number}"))]))
        for coder, label, words in said:
            start = text.body.index(words)
            commit(annotations.label_span(project, Where(article, coder), label, ((start, start + len(words)),)))


class Round:
    """The page on the round."""

    def __init__(self, page: ReviewPage) -> None:
        self.page, self.sitting, self.desk = page, page.sitting, page.sitting.desk
        self.project = self.desk.bridge.project


@pytest.fixture
def of_three(tmp_path: Path, theme: Theme, shown: Callable[[Desk], ReviewPage]) -> Iterator[Round]:
    """The page on the round of three, its first article open."""
    from annotator.ui.bridge import Bridge
    from annotator.ui.desk import Desk
    from tests.ui.conftest import forget_what_was_shown

    theme.choose("light")
    with Project.create(tmp_path / "round.annot", title="Round") as project:
        fill(project)
        desk = Desk(Bridge(project), language="en")
        trouble: list[BaseException] = []
        desk.bridge.failed.connect(trouble.append)
        desk.open_article("first")
        yield Round(shown(desk))
        forget_what_was_shown()
        project.journal.listeners.clear()
        desk.bridge.deleteLater()
        assert trouble == []
