"""Everything that the window says in Arabic is Arabic: menus, dialogs, tooltips, panels, placeholders, errors."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from annotator import messages
from annotator.core.errors import DamagedError
from annotator.operations import sample
from annotator.store import backup
from annotator.ui import opening
from annotator.ui.dialogs.report import ReportDialog
from annotator.ui.dialogs.welcome import WelcomeDialog
from annotator.ui.jobs import ProgressDialog
from annotator.ui.window import Window
from tests.journeys.person import Person, settle

if TYPE_CHECKING:
    from pathlib import Path

# Names of keys, formats, encodings, licences; a language is named in itself.
KEYS = {"Ctrl", "Shift", "Alt", "Meta", "Home", "End", "Esc", "Del", "Delete", "Backspace", "Return", "Enter", "Tab"}
KEYS |= {"PgUp", "PgDown"}
FORMATS = {
    "JSON",
    "PDF",
    "CSV",
    "TXT",
    "UTF",
    "CP",
    "ISO",
    "TOML",
    "BOM",
    "annot",
    "txt",
    "csv",
    "jsonl",
    "train",
    "dev",
    "test",
}
NAMES = {"Qt", "MIT", "SIL", "Open", "Font", "License", "Lucide", "ISC", "English"}
# What errors speak of besides: commands, libraries, encodings, columns and ids that a file must hold.
TECHNICAL = {
    "Python",
    "PySide6",
    "PySide",
    "SQLite",
    "QtSql",
    "Essentials",
    "html",
    "annotator",
    "help",
    "sudo",
    "apt",
    "cp1256",
}
TECHNICAL |= {"ar", "en", "true", "false", "id", "utf", "windows", "cp", "iso", "sha256"}
TECHNICAL |= {"ambiguous", "text", "guideline", "gap", "slip", "other", "both", "neither", "edit", "png", "svg", "pdf"}
ALLOWED = KEYS | FORMATS | NAMES
FOREIGN = re.compile("[\u2066-\u2068][^\u2069]*\u2069")
WORD = re.compile(r"[A-Za-z]{2,}[0-9]*")


def latin(said: str) -> set[str]:
    """Latin words outside of isolated foreign ones and the allow-list."""
    return {word for word in WORD.findall(FOREIGN.sub(" ", said)) if word not in ALLOWED}


def spoken(root: QWidget) -> Iterator[str]:
    """All that a widget and those inside it say, seen or heard."""
    for widget in (root, *root.findChildren(QWidget)):
        yield from (widget.windowTitle(), widget.toolTip(), widget.statusTip(), widget.whatsThis())
        yield widget.accessibleName()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            yield widget.placeholderText()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(at) for at in range(widget.count()))
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from items(widget)
    for action in root.findChildren(QAction):
        yield from (action.text(), action.toolTip(), action.iconText())


def items(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount()):
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            yield str(model.index(row, 0).data(role) or "")


def wrong(root: QWidget) -> dict[str, set[str]]:
    return {said: found for said in spoken(root) if said and (found := latin(said))}


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    built = tmp_path / "built.annot"
    sample.build(built, "ar")
    person = Person(built, language="ar", theme="light")
    yield person
    person.leave()
    person.home.language.choose("en")


def dialogs(window: Window) -> Iterator[Callable[[], object]]:
    yield lambda: WelcomeDialog(window.home, window).open()
    for name in ("new_project", "preferences", "coder", "shortcuts", "about", "palette", "label", "restore"):
        yield window.menus[name].trigger
    for name in (
        "import_articles",
        "export",
        "first_steps",
        "by_keyboard",
        "with_colleagues",
        "read_paragraph",
        "boundary",
        "correct",
        "actors",
    ):
        yield window.menus[name].trigger
    yield lambda: ReportDialog("", window).open()
    yield lambda: ProgressDialog(QApplication.translate("TakeInDialog", "Importing articles"), window).open()


def test_every_dialog(person: Person) -> None:
    backup.backup(person.project)
    for open_dialog in dialogs(person.window):
        open_dialog()
        settle()
        there = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
        assert len(there) == 1
        assert wrong(there[0]) == {}
        said = [words for words in spoken(there[0]) if words]
        assert any(re.search("[\u0600-\u06ff]", words) for words in said)
        there[0].close()
        settle()


@pytest.mark.parametrize("mode", ["code", "codebook", "review"])
def test_the_window_in_every_mode(person: Person, mode: str) -> None:
    person.press("Ctrl+H")
    person.window.menus[f"mode_{mode}"].trigger()
    settle()
    assert wrong(person.window) == {}
    for coded in person.spans() if mode == "code" else {}:
        person.desk.focus_on(coded)
        settle()
        assert wrong(person.window) == {}
        break


def test_the_help_and_the_start_page(person: Person, tmp_path: Path) -> None:
    opening.leave(person.window)
    settle()
    assert wrong(person.window) == {}
    opening.refuse(person.window, tmp_path / "x.annot", DamagedError("empty_file", path="x.annot"))
    settle()
    assert wrong(person.window) == {}


def test_every_sentence_of_the_catalogues() -> None:
    for catalogue in ("errors", "actions", "statuses"):
        for key, said in messages.sentences(catalogue).items():
            shown = re.sub(r"\{[^}]*\}|--[a-z]+|[a-z]+=[0-9]+", " ", said["ar"])
            assert latin(shown) <= TECHNICAL, (catalogue, key)


def test_switching_leaves_no_word_behind(person: Person, tmp_path: Path, qtbot) -> None:
    shutil.copyfile(person.project.path, tmp_path / "other.annot")
    person.window.menus["language_en"].trigger()
    settle()
    english = [said for said in spoken(person.window) if latin(said)]
    assert len(english) > 100
    person.window.menus["language_ar"].trigger()
    settle()
    qtbot.waitUntil(lambda: wrong(person.window) == {})
