"""Backups, with what each holds and what would be missing; the one chosen becomes a new file, never over an old one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from annotator.core.errors import AnnotatorError
from annotator.messages import isolate
from annotator.store import backup, shelf
from annotator.ui.dialogs.base import Dialog
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from annotator.store.project import Project
    from annotator.store.shelf import Backup
    from annotator.store.totals import Counts
    from annotator.ui.home import Home

_SUFFIX = ".annot"


class RestoreDialog(Dialog):
    """For the open project, else for one that was refused; `restored` with the path of the new file."""

    restored = Signal(object)

    def __init__(
        self, home: Home, project: Project | None, refused: Path | None, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent, width=620)
        self._home, self._project = home, project
        self._path = project.path if project is not None else refused
        self.setWindowTitle(self.tr("Restore a backup"))
        self.body.addWidget(label(self.tr("A restored backup becomes a new file; what is there now stays."), wrap=True))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Backups, newest first"))
        self.list.currentItemChanged.connect(lambda *_: self._show_held())
        self.held = label(wrap=True)
        self.held.setMinimumWidth(270)
        self.held.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.list, 1)
        row.addWidget(self.held, 1)
        self.body.addLayout(row, 1)
        choose = button(self.tr("Choose a backup file…"), "link", pressed=self._choose_file)
        self.body.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeading)
        self.add_button(self.tr("Cancel"), self.reject)
        self.go = self.add_button(self.tr("Restore as a new file…"), self._restore, default=True)
        self._fill()
        self.resize(660, 440)

    def _fill(self) -> None:
        found: list[Backup] = []
        if self._project is not None:
            found = shelf.backups(self._project.kept_as)
        elif self._path is not None:
            found = backup.find_for(self._path)
        for kept in found:
            item = QListWidgetItem(self._home.language.when(kept.at.isoformat()))
            item.setData(Qt.ItemDataRole.UserRole, kept)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._show_held()

    def _chosen(self) -> Backup | Path | None:
        item = self.list.currentItem()
        found: Backup | Path | None = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return found

    def _show_held(self) -> None:
        chosen = self._chosen()
        self.go.setEnabled(chosen is not None)
        self.say("")
        if chosen is None:
            self.held.setText(self.tr("No backup of this project is kept on this machine."))
        elif isinstance(chosen, Path):
            self.held.setText(isolate(chosen.name))
        else:
            try:
                self.held.setText("\n".join(self._lines(chosen)))
            except AnnotatorError as error:
                self.say(self._home.language.say(error))
                self.go.setEnabled(False)

    def _lines(self, kept: Backup) -> list[str]:
        if self._project is None:
            return self._counted(backup.counts(kept))
        found = backup.compare(kept, self._project)
        lines = self._counted(found.backup)
        lines += ["", self.tr("%Ln action(s) since", "", len(found.since))]
        if found.only_there:
            lines.append(self.tr("%Ln action(s) in the backup alone", "", found.only_there))
        difference = found.project.annotations - found.backup.annotations
        if difference > 0:
            lines.append(self.tr("The project has %Ln span(s) more", "", difference))
        elif difference < 0:
            lines.append(self.tr("The backup has %Ln span(s) more", "", -difference))
        return lines

    def _counted(self, counts: Counts) -> list[str]:
        number = self._home.language.number
        lines = [self.tr("%Ln article(s)", "", counts.articles), self.tr("%Ln span(s)", "", counts.annotations)]
        lines += [
            f"    {isolate(counts.names.get(coder, coder))}: {number(count)}"
            for coder, count in counts.by_coder.items()
        ]
        if counts.last:
            lines.append(self.tr("Last action: %1").replace("%1", self._home.language.when(counts.last)))
        return lines

    def _choose_file(self) -> None:
        words = self.tr("Projects (*%1);;All files (*)").replace("%1", _SUFFIX)
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Backup file"), "", words)
        if name:
            item = QListWidgetItem(isolate(Path(name).name))
            item.setData(Qt.ItemDataRole.UserRole, Path(name))
            self.list.insertItem(0, item)
            self.list.setCurrentItem(item)

    def proposed(self) -> Path:
        """A free name beside the project for the restored file."""
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        folder = self._path.parent if self._path is not None and self._path.parent.is_dir() else documents
        stem = self._path.stem if self._path is not None else "project"
        return folder / f"{stem} {QDateTime.currentDateTime().toString('yyyy-MM-dd hhmm')}{_SUFFIX}"

    def _restore(self) -> None:
        words = self.tr("Projects (*%1)").replace("%1", _SUFFIX)
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Restore as"), str(self.proposed()), words)
        if name:
            self.restore_to(Path(name if name.endswith(_SUFFIX) else f"{name}{_SUFFIX}"))

    def restore_to(self, target: Path) -> None:
        """Write the chosen backup as this new file."""
        chosen = self._chosen()
        if chosen is None:
            return
        try:
            path = backup.restore(chosen, target)
        except AnnotatorError as error:
            self.say(self._home.language.say(error))
            return
        self.accept()
        self.restored.emit(path)
