"""Hand over: to whom, which articles of which round, blind or not, with what instructions; then where to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QPlainTextEdit, QWidget

from annotator.core.errors import AnnotatorError
from annotator.messages import isolate
from annotator.operations import handover
from annotator.store import articles, codebook
from annotator.ui import jobs
from annotator.ui.dialogs.base import Dialog
from annotator.ui.travel.choosing import ArticleChoice
from annotator.ui.widgets.labels import label, on_side
from annotator.ui.widgets.named_rows import named_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.operations.handover import Handing
    from annotator.ui.desk import Desk
    from annotator.ui.language import Language

SUFFIX = ".annot"
ASSIGNED, EVERY, CHOSEN = "assigned", "every", "chosen"


class HandOverDialog(Dialog):
    """The package is written whole or not at all, and only then the project says that it was handed over."""

    def __init__(self, desk: Desk, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=580)
        self.setProperty("of_project", True)
        self.setWindowTitle(self.tr("Hand over work"))
        self._desk, self._language = desk, language
        self.coder, self.round, self.which = QComboBox(editable=True), QComboBox(), QComboBox()
        self.coder.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.list = ArticleChoice(desk)
        self.blind = QCheckBox(self.tr("Blind: without what others coded"))
        self.instructions = QPlainTextEdit(tabChangesFocus=True)
        self.instructions.setPlaceholderText(self.tr("What your colleague should read first (optional)"))
        self.instructions.setFixedHeight(96)
        self.count = on_side(label("", "strong", wrap=True))
        self._fill()
        self._lay_out()
        self.add_button(self.tr("Cancel"), self.reject)
        self.choose = self.add_button(self.tr("Save as…"), self._choose, default=True)
        self.coder.currentTextChanged.connect(lambda _name: self._counted())
        self.round.currentIndexChanged.connect(lambda _at: self._round_chosen())
        self.which.currentIndexChanged.connect(lambda _at: self._counted())
        self.list.changed.connect(self._counted)
        self._round_chosen()

    def _fill(self) -> None:
        project = self._desk.bridge.project
        for coder in codebook.coders(project.db):
            if coder.id != project.coder:
                self.coder.addItem(coder.name, coder.id)
        self.coder.setCurrentIndex(0 if self.coder.count() else -1)
        field = self.coder.lineEdit()
        if field is not None:
            field.setPlaceholderText(self.tr("a coder, or a new name"))
        self._rounds = [one for one in codebook.rounds(project.db) if one.state == "open"]
        for one in self._rounds:
            self.round.addItem(isolate(one.id), one.id)
        self.round.setCurrentIndex(max(0, self.round.findData(self._desk.round)))
        self.which.addItem("", ASSIGNED)
        self.which.addItem("", EVERY)
        self.which.addItem(self.tr("Those chosen below"), CHOSEN)

    def _lay_out(self) -> None:
        form = named_rows(
            (self.tr("To"), self.coder),
            (self.tr("Round"), self.round),
            (self.tr("Articles"), self.which),
        )
        form.addRow("", self.list)
        title = label(self.tr("Instructions"))
        title.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.instructions.setAccessibleName(self.tr("Instructions"))
        form.addRow(title, self.instructions)
        form.addRow("", self.blind)
        self.body.addLayout(form)
        self.body.addWidget(self.count)
        hint = self.tr(
            "The file holds these articles, the codebook, and what your colleague did so far; "
            "no deleted text, no paths, no names of machines."
        )
        self.body.addWidget(on_side(label(hint, "small", wrap=True)))

    # -- what was chosen

    def to(self) -> str:
        """The coder's id, or the name of somebody new."""
        at = self.coder.currentIndex()
        typed = self.coder.currentText().strip()
        return str(self.coder.itemData(at)) if at >= 0 and self.coder.itemText(at) == typed else typed

    def articles(self) -> Sequence[str]:
        """The ids of the articles that would go."""
        project, which = self._desk.bridge.project, self.which.currentData()
        if which == ASSIGNED:
            return handover.assigned(project, self.to(), str(self.round.currentData() or ""))
        return articles.order(project.db) if which == EVERY else self.list.chosen()

    def _round_chosen(self) -> None:
        at = self.round.currentIndex()
        if at >= 0:
            self.blind.setChecked(self._rounds[at].blind)
        self._counted(anew=True)

    def _counted(self, *, anew: bool = False) -> None:
        """Say how many there are of each sort; what is assigned is offered first, if there is any."""
        db, number = self._desk.bridge.project.db, self._language.number
        given = len(handover.assigned(self._desk.bridge.project, self.to(), str(self.round.currentData() or "")))
        self.which.setItemText(0, self.tr("Assigned to them (%1)").replace("%1", number(given)))
        self.which.setItemText(1, self.tr("All of the project (%1)").replace("%1", number(articles.count(db))))
        if anew or (self.which.currentData() == ASSIGNED and not given):
            self.which.setCurrentIndex(0 if given else 1)
        self.list.setVisible(self.which.currentData() == CHOSEN)
        many = len(self.articles()) if self.round.count() else 0
        self.count.setText(self.tr("%Ln article(s) will be handed over", "", many))
        self.choose.setEnabled(bool(many and self.to() and self.round.count()))
        self.say("" if self.round.count() else self.tr("There is no open round to hand over work in."))

    # -- what is written

    def _choose(self) -> None:
        project = self._desk.bridge.project
        name = "".join(letter if letter.isalnum() else "-" for letter in self.coder.currentText()).strip("-")
        beside = project.path.with_name(f"{project.path.stem}-{name or 'package'}{SUFFIX}")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Hand over work"), str(beside))
        if chosen:
            self.write(Path(chosen))

    def write(self, chosen: Path) -> None:
        """Write the package there, and say where it lies."""
        target = chosen if chosen.suffix == SUFFIX else chosen.with_name(chosen.name + SUFFIX)
        project = self._desk.bridge.project
        try:
            prepared = handover.handover(
                project,
                self.to(),
                articles=self.articles(),
                round_id=str(self.round.currentData()),
                blind=self.blind.isChecked(),
                instructions=self.instructions.toPlainText(),
            )
            jobs.hold(
                self.tr("Writing the package"),
                self,
                lambda progress: handover.write(project, prepared, target, tell=progress),
            )
        except AnnotatorError as error:
            self.say(self._language.say(error))
            return
        parent = self.parentWidget()
        self.accept()
        HandedDialog(prepared, target, parent).open()


class HandedDialog(Dialog):
    """Where the package lies; sending it is the person's own to do."""

    def __init__(self, handed: Handing, file: Path, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=520)
        self.setProperty("of_project", True)
        self._folder = file.parent
        self.setWindowTitle(self.tr("The package is written"))
        sent = self.tr("Send this file to %1:").replace("%1", isolate(handed.coder.name))
        self.body.addWidget(on_side(label(sent, "strong", wrap=True)))
        self.body.addWidget(label(f"\u2066{file}\u2069", wrap=True))
        hint = self.tr("They open it in this program, code, and send it back; then choose “Take back…”.")
        self.body.addWidget(on_side(label(hint, "small", wrap=True)))
        self.add_button(self.tr("Show the folder"), self._show_folder)
        self.add_button(self.tr("Close"), self.accept, default=True)

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
