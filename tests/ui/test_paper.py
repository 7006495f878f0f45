from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from annotator.core.errors import AnnotatorError
from annotator.operations import sample
from annotator.settings import Preferences
from annotator.ui import paper
from annotator.ui.text import printing
from tests.journeys.person import Person, settle


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    Preferences(name="Hana", language="en", theme="dark").save()
    sample.build(tmp_path / "study.annot", "en")
    person = Person(tmp_path / "study.annot")
    yield person
    person.leave()
    person.home.language.choose("en")


def test_the_open_article_becomes_a_file(person: Person, tmp_path: Path) -> None:
    paper.write_pdf(person.window, tmp_path / "article.pdf")
    content = (tmp_path / "article.pdf").read_bytes()
    assert content.startswith(b"%PDF")
    assert content.count(b"/Type /Page\n") == 2
    assert "article.pdf" in person.window.status.told.text()
    assert not list(tmp_path.glob(".*.new"))


def test_what_goes_to_paper_is_what_shows(person: Person) -> None:
    code = person.window.code
    assert code is not None
    code.reading.turn_label("actor")
    content = paper.printed(person.window, code.coding)
    assert content.text is code.coding.text
    assert {mark.name for mark in content.marks} == {m.name for m in person.surface.view.marks.by_id.values()}
    assert "Actor" not in {mark.name for mark in content.marks}
    assert content.chips == code.coding.marking.chips()
    assert "Coded by" in content.facts[0]
    assert content.facts[2] == code.reading.left_out()
    code.reading.turn_label("actor")
    assert len(paper.printed(person.window, code.coding).facts) == 2


def test_a_folder_that_is_not_there_is_said_and_nothing_is_left(person: Person, tmp_path: Path) -> None:
    paper.write_pdf(person.window, tmp_path / "missing" / "article.pdf")
    assert "could not be written" in person.window.notice.sentence.text()
    assert not (tmp_path / "missing").exists()


def test_a_file_is_kept_until_the_new_one_is_whole(person: Person, tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "article.pdf").write_bytes(b"old")

    def stopped(*_: object) -> int:
        raise AnnotatorError("cancelled")

    monkeypatch.setattr(printing, "print_article", stopped)
    paper.write_pdf(person.window, tmp_path / "article.pdf")
    assert (tmp_path / "article.pdf").read_bytes() == b"old"
    assert not list(tmp_path.glob(".*.new"))


def test_the_menu_asks_where_and_adds_what_names_the_kind(person: Person, tmp_path: Path, monkeypatch) -> None:
    asked: list[str] = []

    def answer(_parent: object, _title: str, suggested: str, _kinds: str) -> tuple[str, str]:
        asked.append(suggested)
        return str(tmp_path / "mine"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    person.window.menus["save_pdf"].trigger()
    assert (tmp_path / "mine.pdf").exists()
    assert Path(asked[0]).name.endswith(".pdf")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    person.window.menus["save_pdf"].trigger()


def test_without_a_printer_the_file_is_offered(person: Person, monkeypatch) -> None:
    from PySide6.QtPrintSupport import QPrinterInfo

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    person.press("Ctrl+P")
    settle()
    assert "no printer" in person.window.notice.sentence.text()
    assert QApplication.activeModalWidget() is None


def test_a_printer_gets_the_pages(person: Person, tmp_path: Path, monkeypatch) -> None:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    def to_file(self: QPrintDialog) -> int:
        self.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
        return 1

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["One"]))
    monkeypatch.setattr(QPrintDialog, "exec", to_file)
    paper.print_article(person.window)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")
    assert "printer" in person.window.status.told.text()


def test_nothing_is_printed_where_nothing_is_open(person: Person, tmp_path: Path) -> None:
    person.desk.open_article("")
    paper.print_article(person.window)
    paper.save_pdf(person.window)
    assert not list(tmp_path.glob("*.pdf"))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("تنظيم داعش", "تنظيم داعش.pdf"),
        ('a/b\\c:"d"?', "a b c d.pdf"),
        ("\u202eabc ..", "abc.pdf"),
        ("", "article.pdf"),
        ("x" * 300, "x" * 80 + ".pdf"),
    ],
)
def test_names_of_files(title: str, name: str) -> None:
    assert paper.file_name(title) == name
