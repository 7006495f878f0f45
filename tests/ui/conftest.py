"""A real project on disk for the window's tests: the sample's article and codebook, its two coders, a desk over it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from annotator import paths
from annotator.core.changes import change
from annotator.core.ids import new_id
from annotator.core.models import Actor, Article, Note
from annotator.core.rows import added, removed
from annotator.operations import annotations, codebook, codings
from annotator.operations.sample_data import read_codebook, read_sample
from annotator.store import actors
from annotator.store.project import Project
from annotator.store.reading import select
from annotator.ui.bridge import Bridge
from annotator.ui.desk import Desk
from annotator.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from annotator.ui.coding import Coding


@pytest.fixture(autouse=True)
def _no_backup_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """The news of one, a few seconds after an opening, would stand where a slow test reads of something else."""
    monkeypatch.setattr("annotator.ui.backups._SOON", 3_600_000)


def fill(project: Project, language: str) -> str:
    """Put the sample into an empty project, action by action; the article's id."""
    journal = project.journal
    sample = read_sample(paths.seeds() / "sana-daesh-twitter.toml", language)
    document = sample.document
    journal.commit(change("add_coder", [added(coder) for coder in sample.coders], name=sample.coders[0].name))
    journal.commit(change("open_round", [added(sample.round)]))
    journal.commit(codebook.adopt(project, read_codebook(paths.resources() / "codebooks" / "news.toml")))
    article = Article(document.id, document.title, document.text.hash, meta=document.meta, position="V")
    journal.commit(change("import", [document.text, added(article)], article=article.title))
    known = [Actor(who.id, who.names, who.type, who.aliases) for who in document.actors]
    journal.commit(change("add_actors", [added(who) for who in known]))
    ids: dict[str, str] = {}
    for span in document.annotations:
        where = codings.Where(article.id, span.whose.who_id, span.whose.round)
        done = journal.commit(annotations.label_span(project, where, span.label, span.fragments))
        ids[span.id] = str(done.facts["annotation"])
        for name, value in span.attributes.items():
            journal.commit(annotations.set_attribute(project, ids[span.id], name, value))
    for relation in document.relations:
        journal.commit(annotations.link(project, relation.label, ids[relation.source], ids[relation.target]))
    project.act_as(sample.coders[0].id)
    return article.id


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture
def empty_project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "empty.annot", title="Empty") as project:
        yield project
        forget_what_was_shown()


@pytest.fixture(scope="session")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's project file, made once."""
    path = tmp_path_factory.mktemp("study") / "study.annot"
    with Project.create(path, title="Study") as project:
        fill(project, "en")
    return path


@pytest.fixture
def project(study: Path, tmp_path: Path) -> Iterator[Project]:
    path = tmp_path / "study.annot"
    shutil.copyfile(study, path)
    with Project.open(path) as project:
        yield project


@pytest.fixture
def desk(theme: Theme, project: Project) -> Iterator[Desk]:
    theme.choose("light")
    bridge = Bridge(project)
    desk = Desk(bridge, language="en")
    trouble: list[BaseException] = []
    bridge.failed.connect(trouble.append)
    yield desk
    forget_what_was_shown()
    project.journal.listeners.clear()
    bridge.deleteLater()
    assert [error for error in trouble if error not in getattr(desk, "expected", [])] == []


@pytest.fixture
def opened(desk: Desk, project: Project) -> Desk:
    """The desk with the sample's article on it."""
    desk.open_article(project.db.execute('select "id" from "article"').fetchone()[0])
    return desk


def empty_register(path: Path) -> None:
    """Take every actor out of a project, and what points to them."""
    with Project.open(path) as project:
        there = actors.every(project.db)
        gone = [*actors.pointing_to(project.db, [actor.id for actor in there]), *there]
        project.journal.commit(change("empty_register", map(removed, gone)))


def without_notes(path: Path) -> None:
    """Take every note out of a project."""
    with Project.open(path) as project:
        project.journal.commit(change("without_notes", map(removed, [*select(project.db, Note)])))


def complete(desk: Desk) -> None:
    """Give the open article what is required before it is done."""
    for variable, value in (("primary-frame", "security-and-defence"), ("tone", "negative")):
        desk.bridge.do(codings.set_article_variable, desk.where, variable, value)


def forget_what_was_shown() -> None:
    """What a test showed goes before its project does: later it would read a closed one."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def more_articles(project: Project, count: int) -> list[str]:
    """Short articles behind the sample's, with the same text."""
    text = project.db.execute('select "text" from "article"').fetchone()[0]
    start = project.db.execute("select count(*) from article").fetchone()[0]
    made = [
        Article(
            new_id(),
            f"خبر {n}",
            text,
            meta={"outlet": f"صحيفة {n % 7}", "date": "2026-01-02"},
            position=f"W{start + n:07}V",
        )
        for n in range(count)
    ]
    project.journal.commit(change("import", (added(article) for article in made)))
    return [article.id for article in made]


@pytest.fixture
def add_articles(project: Project) -> Callable[[int], list[str]]:
    """So many more articles; their ids."""
    return lambda count: more_articles(project, count)


@pytest.fixture
def coding(qtbot: Any, opened: Desk, theme: Theme) -> Coding:
    """The middle of Code mode with the sample's article, on the screen; `said_last` is what it said last."""
    from annotator.ui.coding import Coding
    from annotator.ui.label_keys import LabelKeys
    from tests.ui.text.conftest import settle

    made = Coding(opened, theme)
    LabelKeys(made)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    made.open(opened.article)
    made.said_last = ""
    made.said.connect(lambda words: setattr(made, "said_last", words))
    settle()
    return made
