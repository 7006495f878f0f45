"""Take back: what a colleague did, counted and article by article, what is held and why; then one button."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QHeaderView, QListWidget, QTreeWidget, QTreeWidgetItem, QWidget

from annotator.core.errors import AnnotatorError
from annotator.messages import isolate, sentences
from annotator.operations import takeback
from annotator.store import backup, foreign
from annotator.ui import jobs
from annotator.ui.dialogs.base import Dialog
from annotator.ui.widgets.labels import label, on_side

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.core.changes import Change, Step
    from annotator.operations.takeback import Preview
    from annotator.store.project import Project
    from annotator.ui.desk import Desk
    from annotator.ui.jobs import ProgressDialog
    from annotator.ui.language import Language

translate = QCoreApplication.translate
_EVERY = 500  # steps between two looks at Cancel


def looked_at(desk: Desk, path: Path, window: QWidget, *, carry: bool = False) -> Preview:
    """What taking this file back would do, behind a progress bar; raises the sentence that fits."""

    def work(progress: ProgressDialog) -> Preview:
        progress(-1, path.name)
        with foreign.read(path) as package:
            return takeback.look(desk.bridge.project, package, carry=carry, tell=progress)

    return jobs.hold(translate("Travel", "Looking at what came back"), window, work)


class TakeBackDialog(Dialog):
    """Nothing is taken in before the button is pressed; then it is one action after a backup, which undo takes back."""

    def __init__(self, desk: Desk, language: Language, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=640)
        self.setProperty("of_project", True)
        self.setWindowTitle(self.tr("Take back"))
        self._desk, self._language = desk, language
        self.head, self.counts = on_side(label("", "heading", wrap=True)), on_side(label("", "strong", wrap=True))
        self.rest = on_side(label("", "small", wrap=True))
        self.list = QTreeWidget()
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(self.tr("Articles"))
        self.list.setHeaderLabels(
            [self.tr("Article"), self.tr("Status"), self.tr("New"), self.tr("Changed"), self.tr("Removed")]
        )
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.why = on_side(label(self.tr("Held back, and why"), "heading"))
        self.held = QListWidget()
        self.held.setWordWrap(True)
        self.held.setAccessibleName(self.why.text())
        self.held.setMaximumHeight(120)
        self.held.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.carry = QCheckBox(self.tr("Carry the work over to texts that were corrected here"))
        for each in (self.head, self.counts, self.rest, self.list, self.why, self.held, self.carry):
            self.body.addWidget(each, 1 if each is self.list else 0)
        self.add_button(self.tr("Cancel"), self.reject)
        self.go = self.add_button(self.tr("Take back"), self.take, default=True)
        self.carry.toggled.connect(self._look_again)
        self._show(preview)

    def _show(self, preview: Preview) -> None:
        self.preview = preview
        number = self._language.number
        head = self.tr("From %1, round %2").replace("%1", isolate(preview.coder))
        self.head.setText(head.replace("%2", isolate(preview.handover.round)))
        done = self.tr("%1 of %Ln article(s) done", "", len(preview.articles)).replace("%1", number(preview.done))
        self.counts.setText(" · ".join([done, *self._spans()] if preview.articles else self._spans()))
        self.rest.setText(" · ".join(self._beside()))
        self.rest.setVisible(bool(self.rest.text()))
        self._list_articles()
        self.held.clear()
        self.held.addItems([self._language.say(error) for error in preview.held])
        for each in (self.why, self.held):
            each.setVisible(bool(preview.held))
        stale = any(error.key == "text_of_another_version" for error in preview.held)
        self.carry.setVisible(stale or self.carry.isChecked())
        self.go.setEnabled(not preview.is_empty)
        self.say(self._nothing() if preview.is_empty else "")

    def _spans(self) -> list[str]:
        added, changed, removed = (self.preview.count("annotation", what) for what in ("added", "changed", "removed"))
        said = [
            (added, self.tr("%Ln new span(s)", "", added)),
            (changed, self.tr("%Ln changed", "", changed)),
            (removed, self.tr("%Ln removed", "", removed)),
        ]
        return [words for count, words in said if count] or [self.tr("no span is new or changed")]

    def _beside(self) -> list[str]:
        notes, actors, known = self.preview.count("note"), self.preview.count("actor"), self.preview.known
        said = [
            (notes, self.tr("%Ln note(s)", "", notes)),
            (actors, self.tr("%Ln new actor(s)", "", actors)),
            (known, self.tr("%Ln action(s) here already", "", known)),
            (self.preview.plan.moved, self.tr("%Ln span(s) carried over", "", self.preview.plan.moved)),
        ]
        return [words for count, words in said if count]

    def _nothing(self) -> str:
        if self.preview.held:
            return self.tr("All that is new in this file is held back; there is nothing to take in.")
        if self.preview.known:
            return self.tr("All that is in this file is here already.")
        return self.tr("Nothing was done in this file yet.")

    def _list_articles(self) -> None:
        self.list.clear()
        said, number = sentences("statuses"), self._language.number
        for article in self.preview.articles:
            counts = [number(count) if count else "" for count in (article.added, article.changed, article.removed)]
            status = said[article.status][self._language.name]
            row = QTreeWidgetItem(self.list, [isolate(article.title), status, *counts])
            for column in (2, 3, 4):
                row.setTextAlignment(column, Qt.AlignmentFlag.AlignCenter)
        self.list.setVisible(bool(self.preview.articles))

    def _look_again(self, carry: bool) -> None:
        try:
            self._show(looked_at(self._desk, self.preview.path, self, carry=carry))
        except AnnotatorError as error:
            self.say(self._language.say(error))

    def take(self) -> None:
        """Keep a backup, then take it in as one action."""
        project, preview = self._desk.bridge.project, self.preview

        def work(progress: ProgressDialog) -> Change | None:
            progress(-1, preview.path.name)
            backup.backup(project)
            return self._desk.bridge.do(_watched, preview, progress)

        try:
            done = jobs.hold(self.tr("Taking it back"), self, work)
        except AnnotatorError as error:
            self.say(self._language.say(error))
            return
        if done is not None:
            self.accept()


def _watched(project: Project, preview: Preview, progress: ProgressDialog) -> Change:
    """The action, whose steps tell how far it is and end where Cancel was pressed: then nothing was done."""
    done = takeback.take_back(project, preview)
    whole = max(1, len(preview.plan.edits))

    def steps() -> Iterator[Step]:
        for number, step in enumerate(done.steps):
            if number % _EVERY == 0:
                progress(min(1.0, number / whole), preview.path.name)
            yield step

    return replace(done, steps=steps())
