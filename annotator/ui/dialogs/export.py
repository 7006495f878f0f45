"""Export: a format, whose work, which part; what the format cannot carry is said before, what it lost after."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QFormLayout, QLineEdit, QWidget

from annotator.core.errors import AnnotatorError
from annotator.messages import comma, isolate, sentences
from annotator.operations import exchange
from annotator.operations.selection import ALL, Selection
from annotator.operations.split import parsed
from annotator.store import articles, codebook
from annotator.ui import jobs
from annotator.ui.dialogs.base import Dialog
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from annotator.formats import Format
    from annotator.operations.exchange import ExportReport
    from annotator.ui.desk import Desk
    from annotator.ui.language import Language

SETTLED = "settled"
_PARTS = "train=80, dev=10, test=10"


class ExportDialog(Dialog):
    """The file is written whole or not at all."""

    def __init__(self, desk: Desk, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=540)
        self.setProperty("of_project", True)
        self._desk, self._language = desk, language
        self.setWindowTitle(self.tr("Export"))
        self.format, self.whose, self.round, self.label = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        self.parts, self.pseudonyms = QLineEdit(), QCheckBox(self.tr("Pseudonyms instead of coders’ names"))
        self._fill()
        self.cannot = label(role="small", wrap=True)
        form = QFormLayout()
        form.setSpacing(10)
        for words, field in self._rows():
            form.addRow(words, field)
        self.body.addLayout(form)
        self.body.addWidget(self.pseudonyms)
        self.body.addWidget(self.cannot)
        self.format.currentIndexChanged.connect(lambda _at: self._warn())
        self.add_button(self.tr("Cancel"), self.reject)
        self.add_button(self.tr("Choose the file…"), self._choose, default=True)
        self._warn()

    def _rows(self) -> list[tuple[str, QWidget]]:
        return [
            (self.tr("Format"), self.format),
            (self.tr("Whose work"), self.whose),
            (self.tr("Round"), self.round),
            (self.tr("Label"), self.label),
            (self.tr("Parts"), self.parts),
        ]

    def _fill(self) -> None:
        db, words = self._desk.bridge.project.db, self._desk.words
        self._forms = [form for form in exchange.all_formats() if form.write is not None]
        for form in self._forms:
            self.format.addItem(isolate(words(form.title, form.key)), form.key)
        self.whose.addItem(self.tr("Every coder’s own"), ALL)
        self.whose.addItem(self.tr("What was settled"), SETTLED)
        for coder in codebook.coders(db):
            self.whose.addItem(isolate(coder.name), coder.id)
        self.round.addItem(self.tr("All rounds"), "")
        for one in codebook.rounds(db):
            self.round.addItem(isolate(one.id), one.id)
        self.label.addItem(self.tr("All labels"), "")
        for found in codebook.read(db).labels:
            self.label.addItem(isolate(words(found.names, found.id)), found.id)
        self.parts.setPlaceholderText(self.tr("one file; or for example %1").replace("%1", f"\u2066{_PARTS}\u2069"))

    def _form(self) -> Format:
        return self._forms[self.format.currentIndex()]

    def _warn(self) -> None:
        form = self._form()
        lacks = {
            self.tr("overlapping spans"): form.overlap,
            self.tr("spans with gaps"): form.discontinuous,
            self.tr("links"): form.relations,
            self.tr("attributes"): form.attributes,
        }
        missing = [words for words, there in lacks.items() if not there]
        between = comma(self._language.name)
        cannot = self.tr("This format cannot carry: %1.").replace("%1", between.join(missing)) if missing else ""
        count = self.tr("%Ln article(s) in the project", "", articles.count(self._desk.bridge.project.db))
        everything = self.tr("This format carries everything.")
        self.cannot.setText(f"{count}. {cannot or everything}")

    def options(self) -> exchange.ExportOptions:
        """What was chosen; raises `bad_split`."""
        chosen = Selection(
            self.whose.currentData(),
            round=self.round.currentData(),
            label=self.label.currentData(),
            pseudonyms=self.pseudonyms.isChecked(),
        )
        words = self.parts.text().strip()
        return exchange.ExportOptions(self._form().key, chosen, parsed(words) if words else None)

    def _choose(self) -> None:
        form = self._form()
        name = f"{self._desk.bridge.project.path.stem}{form.suffixes[0] if form.suffixes else ''}"
        beside = str(self._desk.bridge.project.path.with_name(name))
        if form.folder:
            chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder of the data set"), beside)
        else:
            chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Export as"), beside)
        if chosen:
            self.write(Path(chosen))

    def write(self, out: Path) -> None:
        """Write what was chosen there."""
        project = self._desk.bridge.project
        try:
            options = self.options()
            report = jobs.hold(
                self.tr("Exporting"),
                self,
                lambda progress: exchange.export(project, out, options, progress=progress),
            )
        except AnnotatorError as error:
            self.say(self._language.say(error))
            return
        parent = self.parentWidget()
        self.accept()
        WrittenDialog(report, self._language, parent).open()


class WrittenDialog(Dialog):
    """What was written, and what the format could not say."""

    def __init__(self, report: ExportReport, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=520)
        self._folder = report.files[0].parent
        self.setWindowTitle(self.tr("Exported"))
        counts = [self.tr("%Ln article(s)", "", report.articles), self.tr("%Ln span(s)", "", report.annotations)]
        self.body.addWidget(label(" · ".join(counts), "strong"))
        for file in report.files:
            self.body.addWidget(label(f"\u2066{file}\u2069", wrap=True))
        known = sentences("commands")
        for loss in report.losses:
            words = known.get(f"loss.{loss.kind}")
            said = words[language.name].format(count=loss.count) if words else f"{loss.kind}: {loss.count}"
            self.body.addWidget(label(language.digits(said), "muted", wrap=True))
        self.add_button(self.tr("Show the folder"), self._show_folder)
        self.add_button(self.tr("Close"), self.accept, default=True)

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
