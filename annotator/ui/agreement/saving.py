"""Figures into files for a paper: tables, a page, drawings; each written whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from annotator.core.errors import AnnotatorError
from annotator.operations import publishing
from annotator.review import tables
from annotator.ui.agreement import drawings
from annotator.ui.agreement.plots import paper

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QMenu, QWidget

    from annotator.review.course import Step
    from annotator.review.matrix import Matrix
    from annotator.ui.agreement.lines import Column
    from annotator.ui.agreement.plots.over import Over
    from annotator.ui.agreement.shown import Shown

_FIGURES = "PNG (*.png);;SVG (*.svg);;PDF (*.pdf)"


class Saving(QObject):
    """What can be saved of the figures shown. `column` is the measure in hand; `said` tells how it went."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, window: QWidget, folder: Path) -> None:
        super().__init__(window)
        self._window, self._folder = window, folder
        self.shown: Shown | None = None
        self.column: Column | None = None
        self.matrix: Matrix | None = None
        self.over: Over | None = None
        self.steps: tuple[Step, ...] = ()

    def fill(self, menu: QMenu) -> None:
        """One line for each kind of file that can be saved now."""
        menu.clear()
        for words, (name, kinds, put) in self._offers().items():
            menu.addAction(words).triggered.connect(
                lambda _on=False, name=name, kinds=kinds, put=put: self._ask(name, kinds, put)
            )

    def _offers(self) -> Mapping[str, tuple[str, str, Callable[[Path], None]]]:
        """By their words: a file's name, its kinds, and what writes it."""
        csv, html = "CSV (*.csv)", "HTML (*.html)"
        found = {
            self.tr("Table of all figures (CSV)…"): ("agreement.csv", csv, self._csv),
            self.tr("Report to print or send (HTML)…"): ("agreement.html", html, self._html),
            self.tr("Cases that coders differ on (CSV)…"): ("cases.csv", csv, self._cases),
            self.tr("Figure: the measure in hand by label…"): ("agreement.png", _FIGURES, self._forest),
        }
        if self.matrix is not None:
            found[self.tr("Figure: confusion matrix…")] = ("confusion.png", _FIGURES, self._heat)
            found[self.tr("Confusion matrix (CSV)…")] = ("confusion.csv", csv, self._matrix)
        if self.over is not None:
            found[self.tr("Figure: how it went…")] = ("course.png", _FIGURES, self._course)
            found[self.tr("How it went (CSV)…")] = ("course.csv", csv, self._steps)
        return found

    def _ask(self, name: str, kinds: str, put: Callable[[Path], None]) -> None:
        path, kind = QFileDialog.getSaveFileName(self._window, self.tr("Save as"), str(self._folder / name), kinds)
        if path:
            self.write(_suffixed(Path(path), kind), put)

    def write(self, path: Path, put: Callable[[Path], None]) -> None:
        """Write a file by one of the offers, and say so."""
        try:
            put(path)
        except AnnotatorError as error:
            self.failed.emit(error)
            return
        self._folder = path.parent
        self.said.emit(path.name)

    # -- each kind of file

    def _csv(self, path: Path) -> None:
        if self.shown is not None:
            publishing.write_csv(path, tables.figures_csv(self.shown.found, self.shown.language))

    def _html(self, path: Path) -> None:
        if self.shown is not None:
            publishing.write_html(path, self.shown.found, self.shown.gathered, self.shown.language)

    def _cases(self, path: Path) -> None:
        if self.shown is not None:
            publishing.write_cases(path, self.shown.found, self.shown.gathered, self.shown.language)

    def _matrix(self, path: Path) -> None:
        if self.shown is not None and self.matrix is not None:
            publishing.write_csv(path, tables.matrix_csv(self.matrix, self.shown.found.called, self.shown.language))

    def _steps(self, path: Path) -> None:
        if self.shown is not None:
            publishing.write_csv(path, tables.course_csv(self.steps, self.shown.found.called, self.shown.language))

    def _forest(self, path: Path) -> None:
        if self.shown is not None:
            column = self.column or drawings.first_column(self.shown)
            paper.write(path, drawings.forest(self.shown, column), rtl=self._rtl())

    def _heat(self, path: Path) -> None:
        if self.shown is not None and self.matrix is not None:
            paper.write(path, drawings.heat(self.shown, self.matrix), rtl=self._rtl())

    def _course(self, path: Path) -> None:
        if self.over is not None:
            paper.write(path, self.over, rtl=self._rtl())

    def _rtl(self) -> bool:
        return self._window.layoutDirection() == Qt.LayoutDirection.RightToLeft


def _suffixed(path: Path, kind: str) -> Path:
    """With the suffix of the kind that was chosen, unless the name has one of them already."""
    wanted = kind.rpartition("*")[2].rstrip(")")
    known = {*paper.SUFFIXES, ".csv", ".html"}
    return path if path.suffix.lower() in known else path.with_name(f"{path.name}{wanted}")
