"""A new project: its title, its codebook, where its file goes."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QFormLayout, QLineEdit, QSizePolicy, QWidget

from annotator import paths
from annotator.core.errors import AnnotatorError
from annotator.operations import starter
from annotator.operations.sample_data import read_codebook
from annotator.ui.dialogs.base import Dialog
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from annotator.ui.home import Home

_SUFFIX = ".annot"
_UNSAFE = '<>:"/\\|?*'


class NewProjectDialog(Dialog):
    """`made` when the file stands there whole, with its path."""

    made = Signal(object)

    def __init__(self, home: Home, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=500)
        self._home = home
        self.setWindowTitle(self.tr("New project"))
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._folder = Path(documents) if documents and Path(documents).is_dir() else Path.home()
        self.title = QLineEdit()
        self.title.textChanged.connect(self._show_place)
        self.name = QLineEdit(home.preferences.name)
        self.book = QComboBox()
        for key in starter.codebooks():
            self.book.addItem(self._title_of(key), key)
        self.book.addItem(self.tr("From a file…"), "")
        self.book.activated.connect(self._choose_book)
        self.place = button("", "link", pressed=self._choose_folder)
        self.place.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(self.tr("Title"), self.title)
        form.addRow(self.tr("Your name"), self.name)
        form.addRow(self.tr("Codebook"), self.book)
        form.addRow(self.tr("File"), self.place)
        self.body.addLayout(form)
        self.body.addWidget(label(self.tr("The file holds everything: articles, codebook, codings, history."), "small"))
        self.add_button(self.tr("Cancel"), self.reject)
        self.go = self.add_button(self.tr("Make the project"), self._make, default=True)
        self._show_place()

    @property
    def path(self) -> Path:
        """Where the file will be."""
        name = "".join(" " if letter in _UNSAFE or not letter.isprintable() else letter for letter in self.title.text())
        untitled = self.tr("Project")
        return self._folder / f"{name.strip(' .') or untitled}{_SUFFIX}"

    def _title_of(self, key: str) -> str:
        data = tomllib.loads((paths.resources() / "codebooks" / f"{key}.toml").read_text("utf-8"))
        return str(data.get("title", {}).get(self._home.language.name, key))

    def _show_place(self) -> None:
        self.place.setText(f"\u2066{self.path}\u2069")
        self.go.setEnabled(bool(self.title.text().strip()))
        self.say("")

    def _choose_folder(self) -> None:
        if name := QFileDialog.getExistingDirectory(self, self.tr("Folder of the project"), str(self._folder)):
            self._folder = Path(name)
            self._show_place()

    def _choose_book(self) -> None:
        self.say("")
        if self.book.currentData():
            return
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Codebook"), str(self._folder), "TOML (*.toml)")
        if not name:
            self.book.setCurrentIndex(0)
            return
        try:
            read_codebook(Path(name))
        except AnnotatorError as error:
            self.say(self._home.language.say(error))
            self.book.setCurrentIndex(0)
        else:
            self.book.insertItem(self.book.count() - 1, Path(name).name, name)
            self.book.setCurrentIndex(self.book.count() - 2)

    def _make(self) -> None:
        coder, book = self.name.text().strip(), str(self.book.currentData())
        try:
            starter.begin(self.path, title=self.title.text().strip(), book=book, coder=coder)
        except AnnotatorError as error:
            self.say(self._home.language.say(error))
            return
        if coder and not self._home.preferences.name:
            self._home.choose(name=coder)
        path = self.path
        self.accept()
        self.made.emit(path)
