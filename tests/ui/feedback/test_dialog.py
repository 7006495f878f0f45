"""Sending feedback: whom, which round, what is counted before, page and package written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from annotator.operations import feedback, sample
from annotator.store.project import Project
from annotator.ui.feedback.dialog import FeedbackDialog, SentDialog
from tests.journeys.person import Person, settle
from tests.operations.test_feedback import the_case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture(params=[("ar", "light"), ("en", "dark")], ids=["ar", "en"])
def person(request, study: Callable[[str], Path]) -> Iterator[Person]:
    language, theme = request.param
    person = Person(study(language), language=language, theme=theme)
    yield person
    person.leave()


def opened(person: Person) -> FeedbackDialog:
    person.window.menus["send_feedback"].trigger()
    settle()
    (found,) = [one for one in person.window.findChildren(FeedbackDialog) if one.isVisible()]
    return found


def test_what_it_will_say_is_counted_before(person: Person) -> None:
    dialog = opened(person)
    assert dialog.coder.count() == 1  # nobody sends feedback to themselves
    told = feedback.feedback(person.project, dialog.coder.currentData())
    number = person.home.language.number
    assert number(told.counts.changed) in dialog.preview.text()
    assert number(told.counts.kept) in dialog.preview.text()
    assert dialog.details.text().count(":") == len(told.counts.kinds)
    assert dialog.choose.isEnabled()
    for box in (dialog.page, dialog.package):
        box.setChecked(False)
    assert not dialog.choose.isEnabled()


def test_page_and_package_lie_beside_each_other(person: Person, tmp_path: Path, monkeypatch) -> None:
    dialog = opened(person)
    offered: list[str] = []

    def choose(_parent, _title, beside: str) -> tuple[str, str]:
        offered.append(beside)
        return str(tmp_path / "for a friend.v2.html"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    dialog.choose.click()
    settle()
    page, package = tmp_path / "for a friend.v2.html", tmp_path / "for a friend.v2.annot"
    assert offered[0].endswith(".html")
    assert page.is_file()
    assert f'lang="{person.home.language.name}"' in page.read_text(encoding="utf-8")
    with Project.open(package) as there:
        assert feedback.feedback(there, the_case(person.project).between[0]).counts.changed > 0
    (sent,) = [one for one in person.window.findChildren(SentDialog) if one.isVisible()]
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    sent._show_folder()
    assert shown == [str(tmp_path)]
    sent.accept()


def test_a_page_alone_in_the_other_language_without_names(person: Person, tmp_path: Path) -> None:
    dialog = opened(person)
    dialog.package.setChecked(False)
    dialog.anonymous.setChecked(True)
    other = "en" if person.home.language.name == "ar" else "ar"
    dialog.spoken.setCurrentIndex(dialog.spoken.findData(other))
    dialog.write(tmp_path / "only")
    settle()
    assert [path.name for path in tmp_path.glob("only*")] == ["only.html"]
    page = (tmp_path / "only.html").read_text(encoding="utf-8")
    assert f'lang="{other}"' in page
    assert person.project.journal.newest()[0].name != "send_feedback"


def test_what_is_there_stays_and_a_sentence_says_so(person: Person, tmp_path: Path) -> None:
    (tmp_path / "there.annot").write_bytes(b"precious")
    dialog = opened(person)
    dialog.write(tmp_path / "there.annot")
    assert dialog.isVisible()
    assert dialog.trouble.isVisible()
    assert (tmp_path / "there.annot").read_bytes() == b"precious"
    assert not (tmp_path / "there.html").exists()  # neither was written


def test_nobody_to_tell(person: Person, tmp_path: Path) -> None:
    project = person.project
    project.act_as(the_case(project).between[0])
    dialog = opened(person)
    dialog.coder.clear()
    assert not dialog.choose.isEnabled()
    assert dialog.preview.text()
    dialog.write(tmp_path / "x.html")
    dialog._choose()
    assert not (tmp_path / "x.html").exists()


def test_where_nothing_is_settled_a_sentence_stands_in_place_of_the_counts(tmp_path: Path) -> None:
    sample.build(tmp_path / "study.annot", "en")
    with Project.open(tmp_path / "study.annot") as project:
        project.act_as(the_case(project).between[0])
    person = Person(tmp_path / "study.annot", language="en", theme="light")
    dialog = opened(person)
    assert "settled yet" in dialog.preview.text()
    assert not dialog.details.isVisible()
    assert not dialog.choose.isEnabled()
    dialog.reject()
    person.leave()
