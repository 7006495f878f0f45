"""Send feedback: to whom, of which round, as a page or a package or both; what it will say is counted before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QHBoxLayout, QWidget

from annotator import messages
from annotator.core.errors import AnnotatorError
from annotator.messages import isolate
from annotator.operations import feedback, feedback_package, feedback_page, handover
from annotator.store import codebook
from annotator.ui import jobs
from annotator.ui.dialogs.base import Dialog
from annotator.ui.widgets.labels import label, on_side
from annotator.ui.widgets.named_rows import named_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.operations.feedback import Feedback
    from annotator.ui.desk import Desk
    from annotator.ui.jobs import ProgressDialog
    from annotator.ui.language import Language

PAGE, PACKAGE = ".html", ".annot"
_SPOKEN = {"ar": "العربية", "en": "English"}  # each in its own words


class FeedbackDialog(Dialog):
    """What is chosen is counted at once; a file is written whole or not at all."""

    def __init__(self, desk: Desk, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=560)
        self.setProperty("of_project", True)
        self.setWindowTitle(self.tr("Send feedback"))
        self._desk, self._language = desk, language
        self._told: Feedback | None = None
        self.coder, self.round, self.spoken = QComboBox(), QComboBox(), QComboBox()
        self.page = QCheckBox(self.tr("A page to read and print (.html)"))
        self.package = QCheckBox(self.tr("A package to answer in (.annot)"))
        self.anonymous = QCheckBox(self.tr("Do not name who settled it"))
        self.preview = on_side(label("", "strong", wrap=True))
        self.details = on_side(label("", "small", wrap=True))
        self._fill()
        self._lay_out()
        self.add_button(self.tr("Cancel"), self.reject)
        self.choose = self.add_button(self.tr("Save as…"), self._choose, default=True)
        self.coder.currentIndexChanged.connect(lambda _at: self._count())
        self.round.currentIndexChanged.connect(lambda _at: self._count())
        for each in (self.page, self.package):
            each.toggled.connect(lambda _on: self._offer())
        self._count()

    def _fill(self) -> None:
        db = self._desk.bridge.project.db
        for coder in codebook.coders(db):
            if coder.id != self._desk.bridge.project.coder:
                self.coder.addItem(isolate(coder.name), coder.id)
        for one in codebook.rounds(db):
            self.round.addItem(isolate(one.id), one.id)
        self.round.setCurrentIndex(max(0, self.round.findData(self._desk.round)))
        for name, words in _SPOKEN.items():
            self.spoken.addItem(words, name)
        self.spoken.setCurrentIndex(self.spoken.findData(self._language.name))
        self.page.setChecked(True)
        self.package.setEnabled(self._desk.bridge.project.writable)
        self.package.setChecked(self.package.isEnabled())

    def _lay_out(self) -> None:
        self.body.addLayout(
            named_rows(
                (self.tr("To"), self.coder),
                (self.tr("Round"), self.round),
                (self.tr("Language of the page"), self.spoken),
            )
        )
        for each in (self.page, self.package, self.anonymous):
            row = QHBoxLayout()
            row.addWidget(each)
            row.addStretch(1)
            self.body.addLayout(row)
        self.body.addSpacing(6)
        self.body.addWidget(self.preview)
        self.body.addWidget(self.details)

    # -- what it will say

    def _count(self) -> None:
        """Count what would be told; why nothing is, is said in its place."""
        self.say("")
        coder, round_id = str(self.coder.currentData() or ""), str(self.round.currentData() or "")
        self._told = None
        try:
            if coder:
                self._told = self._read(coder, round_id)
        except AnnotatorError as error:
            self.preview.setText(self._language.say(error))
        else:
            self.preview.setText(self._summary() if self._told else self.tr("There is nobody to send feedback to."))
        self.details.setText(self._kinds())
        self.details.setVisible(bool(self.details.text()))
        self._offer()

    def _read(self, coder: str, round_id: str) -> Feedback:
        project = self._desk.bridge.project
        return jobs.hold(
            self.tr("Comparing with what was settled"),
            self,
            lambda progress: feedback.feedback(project, coder, round_id=round_id, tell=lambda done: progress(done, "")),
        )

    def _summary(self) -> str:
        if self._told is None:
            return ""
        counts, number = self._told.counts, self._language.number
        said = [
            self.tr("%Ln article(s)", "", len(self._told.articles)),
            self.tr("changed: %1").replace("%1", number(counts.changed)),
            self.tr("stayed: %1").replace("%1", number(counts.kept)),
        ]
        waiting = sum(one.compared.waiting for one in self._told.articles)
        if waiting:
            said.append(self.tr("not settled yet: %1").replace("%1", number(waiting)))
        return " · ".join(said)

    def _kinds(self) -> str:
        if self._told is None:
            return ""
        known, name = messages.sentences("feedback"), self._language.name
        kinds = (
            f"{known[kind][name]}: {self._language.number(count)}" for kind, count in self._told.counts.kinds.items()
        )
        return " · ".join(kinds)

    def _offer(self) -> None:
        self.choose.setEnabled(self._told is not None and (self.page.isChecked() or self.package.isChecked()))

    # -- what is written

    def _choose(self) -> None:
        if self._told is None:
            return
        name = "".join(letter if letter.isalnum() else "-" for letter in self._told.coder.name).strip("-")
        suffix = PAGE if self.page.isChecked() else PACKAGE
        stem = f"{self._desk.bridge.project.path.stem}-{name or self._told.coder.id}"
        beside = str(self._desk.bridge.project.path.with_name(f"{stem}{suffix}"))
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Send feedback"), beside)
        if chosen:
            self.write(Path(chosen))

    def files(self, chosen: Path) -> list[Path]:
        """What will be written under a name: the page, the package beside it, or both."""
        stem = chosen.with_suffix("") if chosen.suffix.lower() in {PAGE, PACKAGE} else chosen
        wanted = ((PAGE, self.page), (PACKAGE, self.package))
        return [stem.with_name(f"{stem.name}{suffix}") for suffix, box in wanted if box.isChecked()]

    def write(self, chosen: Path) -> None:
        """Write what was ticked, and say where it lies."""
        told = self._told
        if told is None:
            return
        files = self.files(chosen)
        try:
            jobs.hold(self.tr("Writing the feedback"), self, lambda progress: self._write_all(told, files, progress))
        except AnnotatorError as error:
            self.say(self._language.say(error))
            return
        parent = self.parentWidget()
        self.accept()
        SentDialog(files, parent).open()

    def _write_all(self, told: Feedback, files: Sequence[Path], progress: ProgressDialog) -> None:
        """The package first: it is never put in the place of another file, and a page may be written again."""
        project, spoken, unnamed = self._desk.bridge.project, self.spoken.currentData(), self.anonymous.isChecked()
        for file in sorted(files, key=lambda one: one.suffix != PACKAGE):
            if file.suffix == PACKAGE:
                prepared = feedback_package.prepare(project, told, language=spoken, anonymous=unnamed)
                handover.write(project, prepared, file, tell=progress)
            else:
                feedback_page.write(project, told, file, language=spoken, anonymous=unnamed)


class SentDialog(Dialog):
    """Where the files lie; sending them is the person's own to do."""

    def __init__(self, files: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=520)
        self.setProperty("of_project", True)
        self._folder = files[0].parent
        self.setWindowTitle(self.tr("The feedback is written"))
        self.body.addWidget(on_side(label(self.tr("Send it to your colleague:"), "strong")))
        for file in files:
            self.body.addWidget(label(f"\u2066{file}\u2069", wrap=True))
        if any(file.suffix == PACKAGE for file in files):
            hint = self.tr("The answers come back by “Take back”, once the colleague has returned the package.")
            self.body.addWidget(on_side(label(hint, "muted", wrap=True)))
        self.add_button(self.tr("Show the folder"), self._show_folder)
        self.add_button(self.tr("Close"), self.accept, default=True)

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
