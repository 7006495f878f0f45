"""What takes long to build is built once in each language: the settled study, and coder A's package of feedback."""

from __future__ import annotations

import shutil
from functools import cache
from typing import TYPE_CHECKING

import pytest

from annotator.operations import feedback, feedback_package, handover, notes, sample
from annotator.store.project import Project
from tests.operations.test_feedback import finish, settle, settle_all, the_case

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HOSTILE = "<b>bold</b> \u202egnp.exe <a href='file:///etc/passwd'>x</a>"


@pytest.fixture(scope="session")
def in_language(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, bool], Path]:
    """The study, or the package that was made of it, in a language."""

    @cache
    def built(language: str, remarked: bool) -> Path:
        folder = tmp_path_factory.mktemp("feedback")
        sample.build(folder / "study.annot", language)
        with Project.open(folder / "study.annot") as project:
            finish(project)
            project.act_as(the_case(project).between[1])
            if remarked:
                decision = settle(project, "neither", note=HOSTILE)
                project.journal.commit(notes.add_note(project, "decision", decision, HOSTILE))
            settle_all(project)
            if remarked:
                told = feedback.feedback(project, the_case(project).between[0])
                prepared = feedback_package.prepare(project, told, language=language)
                handover.write(project, prepared, folder / "for A.annot")
        return folder

    return built


@pytest.fixture
def study(in_language: Callable[[str, bool], Path], tmp_path: Path) -> Callable[[str], Path]:
    """One's own copy of the settled study; the second coder acts."""

    def mine(language: str) -> Path:
        path = tmp_path / "study.annot"
        shutil.copyfile(in_language(language, False) / "study.annot", path)
        with Project.open(path) as project:
            project.act_as(the_case(project).between[1])
        return path

    return mine


@pytest.fixture
def package(in_language: Callable[[str, bool], Path], tmp_path: Path) -> Callable[[str], Path]:
    """One's own copy of coder A's package."""

    def mine(language: str) -> Path:
        path = tmp_path / "for A.annot"
        shutil.copyfile(in_language(language, True) / "for A.annot", path)
        return path

    return mine
