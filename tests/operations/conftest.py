"""A real project with the starter codebook, and documents to put into it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from annotator.core.text import Text
from annotator.formats.records import AnnotationRecord, Document, Whose
from annotator.operations import articles, people, starter
from annotator.operations.intake import Incoming
from annotator.store.project import Project
from tests.operations.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.operations.copies import Copy

BODY = "دمشق - سانا: قال ”الناطق“ 😀 إن الوزير Ivanov زار حلب.\nوأضاف أن الزيارة انتهت أمس."


def document(article: str = "art-1", body: str = BODY, **more) -> Document:
    return Document(article, more.pop("title", "خبر"), Text(body), **more)


def span(label: str, start: int, end: int, body: str = BODY, **more) -> AnnotationRecord:
    whose = Whose(more.pop("who", ""), more.pop("who_id", ""), more.pop("round", "main"), more.pop("kind", "own"))
    return AnnotationRecord(more.pop("id", ""), label, whose, ((start, end),), (body[start:end],), **more)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "دراسة.annot"


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    starter.begin(path, coder="سارة")
    with Project.open(path) as opened:
        yield opened


@pytest.fixture
def take(project: Project) -> Callable:
    """Take documents in as the project's coder; the report."""

    def taken(*documents: Document, coder: str = "", **options):
        person = people.acting(project, coder)
        incoming = (Incoming(one, "file.jsonl", "jsonl") for one in documents)
        change, report = articles.take_in(project, incoming, coder=person, **options)
        project.journal.commit(change)
        return report

    return taken


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Project]:
    """A new project with one coder who acts."""
    with Project.create(tmp_path / "study.annot", title="Study") as made:
        me = made.journal.commit(people.add_coder(made, "Coder A"))
        made.act_as(str(me.facts["coder"]))
        yield made


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One article in hand, for all examples of a property."""
    path = tmp_path_factory.mktemp("shared") / "study.annot"
    starter.begin(path, coder="سارة")
    with Project.open(path) as made:
        taken, _ = articles.take_in(made, [Incoming(document(), "f", "jsonl")], coder=people.acting(made))
        made.journal.commit(taken)
        yield Desk(made)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that two coders have worked in, made once."""
    from tests.operations import deeds
    from tests.operations.copies import Copy

    path = tmp_path_factory.mktemp("copies") / "دراسة.annot"
    starter.begin(path, coder="سارة")
    with Project.open(path) as project:
        spans = [span("actor", 31, 37, who="عمر"), span("cue", 13, 16, who="عمر"), span("source", 7, 11, who="عمر")]
        texts = (document(annotations=tuple(spans)), document("art-2", body=BODY.replace("دمشق", "حلب")))
        incoming = [Incoming(one, "file.jsonl", "jsonl") for one in texts]
        change, _ = articles.take_in(project, iter(incoming), coder=people.acting(project, ""))
        project.journal.commit(change)
    copy = Copy(path)
    deeds.begin(copy)
    copy.close()
    return path


@pytest.fixture
def two(base: Path, tmp_path: Path) -> Iterator[list[Copy]]:
    """Two copies of it, each with its coder at work."""
    from tests.operations.copies import Copy

    made = []
    for name in ("ours", "theirs"):
        shutil.copy(base, tmp_path / f"{name}.annot")
        made.append(Copy(tmp_path / f"{name}.annot"))
    yield made
    for copy in made:
        copy.close()
