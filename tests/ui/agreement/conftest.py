"""Three coders over four articles in two rounds, made by real operations; the real window on them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from annotator.core.text import Text
from annotator.formats.records import Document
from annotator.operations import annotations, articles, codings, people, rounds, sealing, starter
from annotator.operations.codings import Where
from annotator.operations.drawing import Draw
from annotator.operations.intake import Incoming
from annotator.operations.rounds import Terms
from annotator.settings import State
from annotator.store.project import Project
from annotator.ui.agreement.dialog import AgreementWindow
from annotator.ui.home import furnish
from annotator.ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BODY = "قالت الوزارة إن الهجوم الإرهابي فشل.\nوأضاف الناطق أن التحقيق مستمر."
SPANS = (("cue", 0, 4), ("source", 5, 12), ("actor", 16, 22), ("loaded-term", 23, 31))
FROZEN, OPEN, EMPTY = "تجريبية", "main", "later"


def _code(project: Project, article: str, coder: str, round_: str, number: int) -> None:
    """The third coder misses every other loaded term; the second sets the edge of an actor elsewhere."""
    where = Where(article, coder, round_)
    for label, start, end in SPANS:
        if label == "loaded-term" and coder.endswith("3") and number % 2:
            continue
        stop = end - 1 if label == "actor" and coder.endswith("2") and number == 0 else end
        project.journal.commit(annotations.label_span(project, where, label, ((start, stop),)))
    tone = "neutral" if coder.endswith("3") else "negative"
    project.journal.commit(codings.set_article_variable(project, where, "tone", tone))
    project.journal.commit(codings.set_status(project, where, "review"))


@pytest.fixture(scope="session")
def agreed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A frozen pilot of three coders, an open main round of two, and a round that nobody began; a reviewer acts."""
    path = tmp_path_factory.mktemp("agreed") / "study.annot"
    starter.begin(path, coder="Reviewer")
    with Project.open(path) as project:
        documents = [Document(f"a{n}", f"خبر {n}", Text(f"{BODY} {n}")) for n in range(4)]
        arriving = (Incoming(one, "f.jsonl", "jsonl") for one in documents)
        project.journal.commit(articles.take_in(project, arriving, coder=people.acting(project))[0])
        for number, name in enumerate(("هدى", "سامر", "Lina"), start=1):
            project.journal.commit(people.add_coder(project, name, coder_id=f"c{number}"))
        project.journal.commit(rounds.draw(project, FROZEN, Draw(), Terms("pilot", ("c1", "c2", "c3"))))
        for number in range(4):
            for coder in ("c1", "c2", "c3"):
                _code(project, f"a{number}", coder, FROZEN, number)
        project.journal.commit(sealing.freeze(project, FROZEN))
        for number in range(2):
            for coder in ("c1", "c2"):
                _code(project, f"a{number}", coder, OPEN, number)
        project.journal.commit(rounds.open_round(project, EMPTY, Terms("main")))
    return path


@pytest.fixture
def study(agreed: Path, tmp_path: Path) -> Path:
    """A copy to work on."""
    return shutil.copyfile(agreed, tmp_path / "study.annot")


@pytest.fixture(params=["en"])
def window(request, qtbot, study: Path) -> Iterator[Window]:
    """The program's window, in the language that a test asks for."""
    home = furnish(QApplication.instance(), language=request.param, theme="light")
    home.state, home.keeps = State(hint=False), False
    made = Window(home)
    qtbot.addWidget(made)
    made.take(Project.open(study))
    made.show()
    qtbot.waitExposed(made)
    made.furnish()
    yield made
    made.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    home.language.choose("en")


def settle(qtbot, shown: AgreementWindow) -> None:
    """Until everything is computed."""
    qtbot.waitUntil(lambda: not shown.computing.busy and not shown._soon.isActive(), timeout=20_000)


def opened(qtbot, window: Window, round_: str = FROZEN) -> AgreementWindow:
    """The window on agreement by its action, at a round, computed."""
    window.desk.choose_round(round_)
    window.menus["agreement"].trigger()
    found = next(one for one in window.findChildren(AgreementWindow) if one.isVisible())
    settle(qtbot, found)
    return found
