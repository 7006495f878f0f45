"""Save as: tables, the page, figures in three formats; a file that cannot be written is said and left as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from tests.ui.agreement.conftest import opened


@pytest.fixture
def shown(qtbot, window):
    return opened(qtbot, window)


def offers(shown) -> dict:
    """The lines of the menu, as it opens."""
    menu = shown.save.menu()
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions()}


def save(shown, monkeypatch: pytest.MonkeyPatch, words: str, path: Path, kind: str) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(path), kind))
    action = next(action for text, action in offers(shown).items() if text.startswith(words))
    action.trigger()


def test_tables_and_the_page(shown, monkeypatch, tmp_path: Path) -> None:
    save(shown, monkeypatch, "Table of all", tmp_path / "figures.csv", "CSV (*.csv)")
    assert "krippendorff alpha" in (tmp_path / "figures.csv").read_text("utf-8-sig")
    save(shown, monkeypatch, "Report", tmp_path / "report", "HTML (*.html)")
    assert "<table" in (tmp_path / "report.html").read_text("utf-8")
    save(shown, monkeypatch, "Cases", tmp_path / "cases.csv", "CSV (*.csv)")
    assert "الإرهاب" in (tmp_path / "cases.csv").read_text("utf-8-sig")
    save(shown, monkeypatch, "Confusion matrix (CSV)", tmp_path / "matrix.csv", "CSV (*.csv)")
    assert (tmp_path / "matrix.csv").read_text("utf-8-sig").startswith(",Actor,")
    assert shown.state.doing.text() == "Saved as \u2068matrix.csv\u2069"


def test_figures_of_the_measure_in_hand_of_the_matrix_and_of_the_course(qtbot, shown, monkeypatch, tmp_path) -> None:
    assert not any(text.startswith("Figure: how it went") for text in offers(shown))
    save(shown, monkeypatch, "Figure: the measure", tmp_path / "forest", "SVG (*.svg)")
    assert "<title>Krippendorff" in (tmp_path / "forest.svg").read_text("utf-8")
    save(shown, monkeypatch, "Figure: confusion", tmp_path / "matrix.png", "PNG (*.png)")
    assert not QImage(str(tmp_path / "matrix.png")).isNull()
    course = shown.pages.course
    shown.pages.turn_to(course)
    qtbot.waitUntil(lambda: "rounds" in course.steps, timeout=20_000)
    save(shown, monkeypatch, "Figure: how it went", tmp_path / "course.pdf", "PDF (*.pdf)")
    assert (tmp_path / "course.pdf").read_bytes().startswith(b"%PDF")
    save(shown, monkeypatch, "How it went", tmp_path / "course.csv", "CSV (*.csv)")
    assert (tmp_path / "course.csv").read_text("utf-8-sig").startswith("step,articles")


def test_what_cannot_be_written_is_said(shown, monkeypatch, tmp_path: Path) -> None:
    save(shown, monkeypatch, "Figure: the measure", tmp_path / "nowhere" / "forest.png", "PNG (*.png)")
    assert shown.trouble.isVisible()
    assert list(tmp_path.glob("nowhere*")) == []
    save(shown, monkeypatch, "Figure: the measure", tmp_path / "forest.csv", "PNG (*.png)")
    assert "no kind of figure" in shown.trouble.text()


def test_nothing_is_written_where_no_file_is_named(shown, monkeypatch, tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: ("", ""))
    next(iter(offers(shown).values())).trigger()
    assert set(tmp_path.iterdir()) == before
