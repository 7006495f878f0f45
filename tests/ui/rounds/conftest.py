"""The real window on the sample with more articles and a third coder, who is the expert where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from annotator.operations import annotations, codings, people, sample
from annotator.operations.codings import Where
from annotator.settings import State
from annotator.store import codebook
from annotator.store.project import Project
from annotator.ui.home import furnish
from annotator.ui.window import Window
from tests.ui.conftest import more_articles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def window(qtbot, tmp_path: Path) -> Iterator[Window]:
    """In Code mode, in English, the first coder acting."""
    sample.build(tmp_path / "study.annot", "en")
    project = Project.open(tmp_path / "study.annot")
    more_articles(project, 9)
    first = codebook.coders(project.db)[0]
    project.act_as(first.id)
    project.journal.commit(people.add_coder(project, "Expert"))
    home = furnish(QApplication.instance(), language="en", theme="light")
    home.state, home.keeps = State(hint=False), False
    made = Window(home)
    qtbot.addWidget(made)
    made.take(project)
    made.show()
    qtbot.waitExposed(made)
    made.furnish()
    yield made
    made.close()
    home.language.choose("en")


def coders(window: Window) -> list[str]:
    """Their ids: who acts, the colleague, the expert."""
    assert window.desk
    return [coder.id for coder in codebook.coders(window.desk.bridge.project.db)]


def code(window: Window, article: str, coder: str, round_: str, *spans: tuple[str, int, int], status: str = "") -> None:
    """Spans by a coder; then how far the coding is ("review" asks for no variable, and is done)."""
    assert window.desk
    where, do = Where(article, coder, round_), window.desk.bridge.do
    for label, start, end in spans:
        assert do(annotations.label_span, where, label, ((start, end),))
    if status:
        assert do(codings.set_status, where, status)
