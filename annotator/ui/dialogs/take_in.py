"""Import: which files, how to read them, and what became of each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QComboBox, QFileDialog, QFormLayout, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from annotator.core.errors import AnnotatorError
from annotator.messages import comma, isolate
from annotator.operations import exchange, people
from annotator.store import articles, codebook
from annotator.ui import jobs
from annotator.ui.dialogs.base import Dialog
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.empty import Empty
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.operations.intake import Report
    from annotator.ui.desk import Desk
    from annotator.ui.language import Language

_ENCODINGS = ("utf-8", "utf-16", "cp1256", "iso-8859-6", "cp1255", "cp1252")


class TakeInDialog(Dialog):
    """Nothing is taken in before the button is pressed; then it is one action, which undo takes back."""

    def __init__(self, desk: Desk, language: Language, files: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=560)
        self._desk, self._language = desk, language
        self._files = list(files)
        self.setWindowTitle(self.tr("Import articles"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Files"))
        self.nothing = Empty(self.tr("No files chosen yet."))
        QVBoxLayout(self.list.viewport()).addWidget(self.nothing)
        self.format, self.encoding = QComboBox(), QComboBox()
        self.body.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addWidget(button(self.tr("Choose files…"), pressed=self._choose_files))
        row.addWidget(button(self.tr("A whole folder…"), pressed=self._choose_folder))
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addLayout(self._options())
        self.add_button(self.tr("Cancel"), self.reject)
        self.go = self.add_button(self.tr("Import"), self.take, default=True)
        self._show_files()

    def _options(self) -> QFormLayout:
        self.format.addItem(self.tr("As each file’s name says"), "")
        for form in exchange.all_formats():
            if form.read is not None:
                self.format.addItem(isolate(self._desk.words(form.title, form.key)), form.key)
        self.encoding.addItem(self.tr("Found from the bytes"), "")
        for name in _ENCODINGS:
            self.encoding.addItem(isolate(name.upper()), name)
        rows = QFormLayout()
        rows.setSpacing(10)
        rows.addRow(self.tr("Format"), self.format)
        rows.addRow(self.tr("Encoding of plain text"), self.encoding)
        return rows

    def _choose_files(self) -> None:
        suffixes = " ".join(f"*{s}" for form in exchange.all_formats() if form.read for s in form.suffixes)
        words = self.tr("Articles (%1);;All files (*)").replace("%1", suffixes)
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Choose files"), "", words)
        self._add([Path(name) for name in names])

    def _choose_folder(self) -> None:
        if name := QFileDialog.getExistingDirectory(self, self.tr("A whole folder")):
            self._add([Path(name)])

    def _add(self, files: Sequence[Path]) -> None:
        self._files = list(dict.fromkeys([*self._files, *files]))
        self._show_files()

    def _show_files(self) -> None:
        self.list.clear()
        self.list.addItems([isolate(file.name) for file in self._files])
        self.nothing.setVisible(not self._files)
        self.go.setEnabled(bool(self._files))

    def take(self) -> None:
        """Read all files as one action."""
        project = self._desk.bridge.project
        options = exchange.ImportOptions(self.format.currentData(), self.encoding.currentData())
        coder = codebook.coder(project.db, project.coder) or people.acting(project)

        def work(progress: jobs.ProgressDialog) -> Report | None:
            found = exchange.taking(project, self._files, options, coder=coder, progress=progress)
            done = self._desk.bridge.do(lambda _project: found.change)
            return found.report if done is not None or found.report.refused else None

        try:
            report = jobs.hold(self.tr("Importing articles"), self, work)
        except AnnotatorError as error:
            self.say(self._language.say(error))
            return
        parent = self.parentWidget()
        self.accept()
        if report is not None:
            _open_first(self._desk)
            TakenDialog(report, self._language, parent).open()


class TakenDialog(Dialog):
    """How many came, how many were there already, and each refusal with its reason."""

    def __init__(self, report: Report, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=560)
        self.setWindowTitle(self.tr("Imported"))
        for line in self._counts(report):
            self.body.addWidget(label(line, "strong" if line == self._counts(report)[0] else ""))
        told: list[Any] = [*report.refused, *report.warnings]
        if told:
            self.body.addWidget(label(self.tr("To look at"), "heading"))
            found = QListWidget()
            found.setWordWrap(True)
            found.setAccessibleName(self.tr("To look at"))
            for one in told:
                where = f" ({isolate(one.where)})" if one.where else ""
                found.addItem(f"{isolate(Path(one.path).name)}{where}: {language.say(one.why)}")
            self.body.addWidget(found, 1)
        self.add_button(self.tr("Close"), self.accept, default=True)

    def _counts(self, report: Report) -> list[str]:
        lines = [self.tr("%Ln article(s) came in", "", report.articles_added)]
        if report.articles_known:
            lines.append(self.tr("%Ln article(s) here already", "", report.articles_known))
        if report.annotations_added:
            lines.append(self.tr("%Ln span(s) came with them", "", report.annotations_added))
        if report.labels_added:
            between = comma("ar" if self.locale().language() == QLocale.Language.Arabic else "en")
            lines.append(self.tr("New labels: %1").replace("%1", between.join(map(isolate, report.labels_added))))
        return lines


def _open_first(desk: Desk) -> None:
    """In a project that was empty, the first article."""
    if not desk.article and (order := articles.order(desk.bridge.project.db)):
        desk.open_article(order[0])
