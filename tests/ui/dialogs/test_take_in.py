from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QListWidget

from annotator.operations import sample
from annotator.store import articles
from annotator.ui.dialogs.export import ExportDialog, WrittenDialog
from annotator.ui.dialogs.take_in import TakeInDialog, TakenDialog
from tests.journeys.person import Person, settle


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    sample.build(tmp_path / "study.annot", "en")
    person = Person(tmp_path / "study.annot", language="en", theme="light")
    yield person
    person.leave()


def shown(kind: type[QDialog]) -> QDialog:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())


def said(dialog: QDialog) -> str:
    lists = [found.item(row).text() for found in dialog.findChildren(QListWidget) for row in range(found.count())]
    return "\n".join([*(label.text() for label in dialog.findChildren(QLabel)), *lists])


def drop(person: Person, *files: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPoint(300, 300), Qt.DropAction.CopyAction, data, button, none)
    person.window.dropEvent(event)
    settle()


def test_dropped_files_come_in_as_one_action(person: Person, tmp_path: Path) -> None:
    good, bad = tmp_path / "خبر.txt", tmp_path / "bad.jsonl"
    good.write_text("عنوان\nنص الخبر هنا.", "utf-8")
    bad.write_text("{", "utf-8")
    drop(person, good, bad)
    dialog = shown(TakeInDialog)
    assert dialog.list.count() == 2
    dialog.go.click()
    settle()
    told = said(shown(TakenDialog))
    assert "1 article came in" in told
    assert "bad.jsonl" in told
    shown(TakenDialog).close()
    assert articles.count(person.project.db) == 2
    person.listen()
    person.surface.setFocus()
    person.press("Ctrl+Z")
    assert articles.count(person.project.db) == 1


def test_nothing_new_is_said_and_nothing_changes(person: Person, tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text("{", "utf-8")
    drop(person, bad)
    shown(TakeInDialog).go.click()
    settle()
    assert "0 articles came in" in said(shown(TakenDialog))
    assert "bad.jsonl" in said(shown(TakenDialog))
    shown(TakenDialog).close()
    assert person.window.notice.isVisible()
    assert articles.count(person.project.db) == 1


def test_choosing_files_and_an_encoding(person: Person, tmp_path: Path, monkeypatch) -> None:
    file = tmp_path / "old.txt"
    file.write_bytes("خبر قديم بترميز قديم".encode("cp1256"))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: ([str(file), str(file)], ""))
    person.press("Ctrl+I")
    dialog = shown(TakeInDialog)
    assert not dialog.go.isEnabled()
    dialog._choose_files()
    dialog._choose_files()
    assert dialog.list.count() == 1
    dialog.encoding.setCurrentIndex(dialog.encoding.findData("cp1256"))
    dialog.go.click()
    settle()
    shown(TakenDialog).close()
    bodies = [articles.text(person.project.db, one.text).body for one in articles.every(person.project.db)]
    assert "خبر قديم بترميز قديم" in bodies


def test_a_dropped_project_is_opened(person: Person, tmp_path: Path) -> None:
    sample.build(tmp_path / "other.annot", "en")
    drop(person, tmp_path / "other.annot")
    assert person.project.path == tmp_path / "other.annot"


def test_export_says_before_and_after_what_is_lost(person: Person, tmp_path: Path) -> None:
    person.press("Ctrl+E")
    dialog = shown(ExportDialog)
    dialog.format.setCurrentIndex(dialog.format.findData("jsonl"))
    assert "carries everything" in dialog.cannot.text()
    dialog.format.setCurrentIndex(dialog.format.findData("csv"))
    assert "cannot carry" in dialog.cannot.text()
    dialog.parts.setText("train=x")
    dialog.write(tmp_path / "out.csv")
    assert "train=x" in dialog.trouble.text()
    assert not (tmp_path / "out.csv").exists()
    dialog.parts.setText("")
    dialog.whose.setCurrentIndex(dialog.whose.findData(person.project.coder))
    dialog.write(tmp_path / "out.csv")
    settle()
    written = shown(WrittenDialog)
    assert "67 spans" in said(written)
    assert str(tmp_path / "out.csv") in said(written)
    assert (tmp_path / "out.csv").read_text("utf-8-sig").count("\n") >= 68
    written.close()


def test_exported_quotes_are_the_texts(person: Person, tmp_path: Path, monkeypatch) -> None:
    person.press("Ctrl+E")
    dialog = shown(ExportDialog)
    dialog.format.setCurrentIndex(dialog.format.findData("jsonl"))
    dialog.pseudonyms.setChecked(True)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "out.jsonl"), ""))
    dialog._choose()
    settle()
    shown(WrittenDialog).close()
    line = json.loads((tmp_path / "out.jsonl").read_text("utf-8").splitlines()[0])
    assert len(line["annotations"]) == 127
    assert all(line["text"][one["start"] : one["end"]] == one["text"] for one in line["annotations"])
    assert "Coder A" not in json.dumps(line)
