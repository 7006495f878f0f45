from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QFrame, QPushButton, QWidget

from annotator.operations import exchange, people, sample, starter
from annotator.settings import Preferences, State
from annotator.store import backup, codebook
from annotator.store.project import Project
from annotator.ui import opening
from annotator.ui.dialogs.actor_popup import ActorPopup
from annotator.ui.dialogs.coder import CoderDialog
from annotator.ui.dialogs.picker import Picker
from annotator.ui.home import Home
from tests.journeys.person import Person, settle
from tests.ui.conftest import more_articles


@pytest.fixture
def come() -> Iterator[Callable[..., Person]]:
    there: list[Person] = []

    def start(path: Path | None = None, **choices) -> Person:
        there.append(Person(path, language="en", theme="light", **choices))
        return there[-1]

    yield start
    for person in there:
        person.leave()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    Preferences(name="Hana").save()
    sample.build(tmp_path / "study.annot", "en")
    return tmp_path / "study.annot"


def words(person: Person) -> str:
    return person.window.chrome.start.sentence


def offered(person: Person) -> list[str]:
    (card,) = [one for one in person.window.chrome.start.findChildren(QFrame) if one.property("role") == "card"]
    return [made.text() for made in card.findChildren(QPushButton) if made.isVisible()]


@pytest.mark.parametrize(
    ("spoil", "said", "offer"),
    [
        (lambda p: p.write_bytes(b""), "is empty", True),
        (lambda p: p.write_bytes(b"words" * 400), "is not a project", True),
        (lambda p: p.write_bytes(p.read_bytes()[:5000]), "cut off", True),
        (lambda p: p.unlink(), "There is no project", True),
    ],
)
def test_a_refused_file_says_why_and_offers_a_backup(come, path: Path, spoil, said: str, offer: bool) -> None:
    with Project.open(path) as project:
        backup.backup(project)
    spoil(path)
    before = path.read_bytes() if path.exists() else None
    person = come(path)
    assert person.window.desk is None
    assert said in words(person)
    assert ("Restore a backup…" in offered(person)) == offer
    assert (path.read_bytes() if path.exists() else None) == before
    # Try again, once it is there.
    sample.build(path.with_name("again.annot"), "en")
    path.unlink(missing_ok=True)
    shutil.move(path.with_name("again.annot"), path)
    next(b for b in person.window.chrome.start.findChildren(QPushButton) if b.text() == "Try again").click()
    settle()
    assert person.window.desk is not None


def test_the_second_window_is_told_and_the_first_comes_forward(come, path: Path) -> None:
    first = come(path)
    first.window.showMinimized()
    settle()
    second = come(path)
    assert second.window.desk is None
    assert "in use" in words(second)
    assert not first.window.isMinimized() or second.window.is_second


def test_who_acts(come, path: Path) -> None:
    person = come(path)
    project = person.project
    assert codebook.coder(project.db, project.coder).name == "Hana"  # the sample's first coder took the name
    assert project.journal.can_undo() is None
    person.leave()
    with Project.open(path) as project:
        other = str(project.journal.commit(people.add_coder(project, "Karim")).facts["coder"])
        project.act_as(other)
    assert come(path).project.coder == other  # who acted last goes on


def test_an_only_coder_without_a_name_takes_the_persons(come, tmp_path: Path) -> None:
    Preferences(name="Hana").save()
    made = tmp_path / "made.annot"
    starter.begin(made)
    (tmp_path / "a.txt").write_text("خبر عن المدينة", "utf-8")
    with Project.open(made) as project:
        exchange.import_files(project, [tmp_path / "a.txt"])
        (before,) = codebook.coders(project.db)
    person = come(made)
    (coder,) = codebook.coders(person.project.db)
    assert (before.name, coder.name, coder.id, person.project.coder) == ("coder 1", "Hana", before.id, before.id)
    assert person.project.journal.can_undo().name == "import"  # the name is nobody's to take back
    person.leave()
    with Project.open(made) as project:
        before = len(project.journal.newest())
    assert len(come(made).project.journal.newest()) == before


def test_what_was_not_done_is_no_longer_said_when_something_was(come, path: Path, tmp_path: Path) -> None:
    person = come(path)
    person.surface.select(*person.place("تحتويه من مقاطع"))
    path.rename(tmp_path / "away")
    person.press("1")
    assert person.window.bar.saved.text() == "The last action was not done"
    assert "no longer there" in person.window.notice.sentence.text()
    (tmp_path / "away").rename(path)
    person.press("1")
    assert person.window.bar.saved.text().startswith("All changes saved")
    assert not person.window.notice.isVisible()


def test_a_readable_file_that_cannot_be_written_opens_to_read(come, path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    path.chmod(0o444)
    person = come(path)
    assert not person.project.writable
    assert person.window.bar.saved.text() == "Read only"
    assert not person.window.menus["import_articles"].isEnabled()


def test_what_can_only_be_read_shows_somebodys_coding_and_offers_no_field(come, path: Path, monkeypatch) -> None:
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)  # root may write everywhere
    before = path.read_bytes()
    person = come(path)
    panel = person.window.code.panels.inspector
    assert person.window.bar.saved.text() == "Read only"
    assert len(person.spans()) == 67
    assert person.window.status.coder.text().strip("\u2068\u2069") == "Coder A"
    assert not any(field.isEnabled() for field in panel.fields.values())
    person.window.menus["coder"].trigger()
    settle()
    (dialog,) = person.window.findChildren(CoderDialog)
    assert not dialog.new.isVisible()
    dialog.list.setCurrentRow(1)
    dialog._choose()
    settle()
    assert len(person.spans()) == 60
    person.leave()
    assert path.read_bytes() == before


def test_later_starts_open_the_last_project_and_the_menu_lists_the_others(come, path: Path, tmp_path: Path) -> None:
    sample.build(tmp_path / "other.annot", "en")
    come(path).leave()
    come(tmp_path / "other.annot").leave()
    person = come()
    assert person.project.path == tmp_path / "other.annot"
    listed = person.window.menus.menu("project/recent").actions()
    assert ["other" in listed[0].text(), "study" in listed[1].text()] == [True, True]
    listed[1].trigger()
    settle()
    assert person.project.path == path


def test_the_list_can_be_switched_off(come, path: Path) -> None:
    Preferences(name="Hana", recent_list=False).save()
    person = come(path)
    assert person.window.menus.menu("project/recent").actions() == []
    person.leave()
    assert State.load().recent == []


def test_close_and_choose_another(come, path: Path, monkeypatch) -> None:
    person = come(path)
    person.window.menus["close_project"].trigger()
    settle()
    assert person.window.desk is None
    assert words(person) == ""
    assert not person.window.menus["export"].isEnabled()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
    person.window.menus["open_project"].trigger()
    settle()
    assert person.window.desk is not None


@pytest.mark.parametrize(("keys", "kind"), [(("Ctrl+L",), Picker), (("Alt+Down", "1", "F9"), ActorPopup)])
def test_a_popup_over_a_project_goes_with_it(
    come, path: Path, qtbot, keys: tuple[str, ...], kind: type[QWidget]
) -> None:
    person = come(path)
    person.press(*keys)
    assert person.window.findChild(kind).isVisible()
    person.window.let_go()
    qtbot.wait(200)  # a moment after one came to a row, its meaning would be read
    assert person.window.findChild(kind) is None


def test_the_sample_is_built_once_and_kept(come) -> None:
    Preferences(name="Hana").save()
    person = come()
    assert person.project.path == opening.sample_path()
    stamp = opening.sample_path().stat().st_ino
    person.window.menus["open_sample"].trigger()
    settle()
    assert opening.sample_path().stat().st_ino == stamp


def test_back_up_now_is_told(come, path: Path, qtbot) -> None:
    person = come(path)
    person.window.menus["back_up"].trigger()
    qtbot.waitUntil(lambda: "backup" in person.window.status.told.text())
    assert len(backup_files(person.project.id)) == 1
    person.window.menus["close_project"].trigger()


def backup_files(project: str) -> list[Path]:
    from annotator import paths

    return [file for file in paths.backups(project).iterdir() if file.suffix == ".annot"]


def test_a_place_that_cannot_be_kept_interrupts_nobody(
    come, path: Path, monkeypatch: pytest.MonkeyPatch, qtbot
) -> None:
    monkeypatch.setattr(opening, "_SOON", 1)
    tried: list[bool] = []

    def full(_home: Home) -> None:
        tried.append(True)
        raise OSError

    with Project.open(path) as project:
        (second,) = more_articles(project, 1)
    person = come(path)
    with monkeypatch.context() as disk:
        disk.setattr(Home, "leave", full)
        person.desk.open_article(second)
        qtbot.waitUntil(lambda: bool(tried))
    assert person.refused == []


def test_where_one_stands_is_kept_while_one_works(come, path: Path, monkeypatch: pytest.MonkeyPatch, qtbot) -> None:
    monkeypatch.setattr(opening, "_SOON", 1)
    with Project.open(path) as project:
        (second,) = more_articles(project, 1)
    person = come(path)
    person.desk.open_article(second)
    # As after a crash: nobody has left.
    qtbot.waitUntil(lambda: (kept := State.load().places.get(person.project.id)) is not None and kept.article == second)
    assert State.load().recent == [str(path)]
