"""Before another copy is merged: who did how much there, what comes of it here, what will wait for a person."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.core.errors import AnnotatorError
from annotator.messages import comma, isolate
from annotator.operations import clashes, other_copy
from annotator.operations.clash_words import Words
from annotator.store import backup, codebook, totals
from annotator.ui import jobs
from annotator.ui.dialogs.base import Dialog
from annotator.ui.language import marked
from annotator.ui.merging.sides import named
from annotator.ui.widgets.form_area import FormArea
from annotator.ui.widgets.labels import label, on_side
from annotator.ui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.changes import Change, Step
    from annotator.operations.other_copy import Preview
    from annotator.store.project import Project
    from annotator.ui.desk import Desk
    from annotator.ui.home import Home
    from annotator.ui.jobs import ProgressDialog

_KINDS = {
    "article": marked("MergeDialog", "Articles"),
    "annotation": marked("MergeDialog", "Coded segments"),
    "value": marked("MergeDialog", "Values"),
    "relation": marked("MergeDialog", "Relations"),
    "statement": marked("MergeDialog", "Statements"),
    "note": marked("MergeDialog", "Notes"),
    "decision": marked("MergeDialog", "Decisions of the review"),
    "label": marked("MergeDialog", "Labels"),
    "variable": marked("MergeDialog", "Variables"),
    "actor": marked("MergeDialog", "Actors"),
}
_NAMED = 4  # clashes that are told one by one before the merge
_TALLEST = 620  # pixels


class MergeDialog(Dialog):
    """Nothing is done before the button is pressed; then a backup is kept, and it is one action, which undo takes back.

    `merged` tells what came of it, in a sentence, and how many clashes wait.
    """

    merged = Signal(str, int)

    def __init__(self, desk: Desk, home: Home, preview: Preview, parent: QWidget) -> None:
        super().__init__("", parent, width=560)
        self._desk, self._home, self._preview = desk, home, preview
        self.setProperty("of_project", True)
        self.setWindowTitle(self.tr("Merge a copy"))
        heading = self.tr("What was done in %1").replace("%1", isolate(preview.path.name))
        self.body.addWidget(on_side(label(heading, "title", wrap=True)))
        self.area = FormArea()
        page = QWidget()
        self._page = _column(page)
        self._fill()
        self.area.show_page(page, {})
        self.body.addWidget(self.area, 1)
        self.add_button(self.tr("Cancel"), self.reject)
        self.go = self.add_button(self.tr("Merge"), self.merge, default=True)
        self.go.setEnabled(bool(preview.plan.actions) and desk.bridge.project.writable)
        self.resize(560, min(_TALLEST, page.sizeHint().height() + 170))

    @property
    def held(self) -> int:
        """How many clashes would wait, without those that are held with another."""
        return sum(not clash.within and clash.state == "open" for clash in self._preview.plan.clashes)

    def merge(self) -> None:
        """Do it."""
        project, preview = self._desk.bridge.project, self._preview
        try:
            done = jobs.hold(self.tr("Merging"), self, lambda tell: _done(project, preview, tell))
        except AnnotatorError as error:
            if error.key != "cancelled":
                self.say(self._home.language.say(error))
            return
        if done is not None:
            self.accept()
            self._tell(clashes.count(project))

    def _tell(self, held: int) -> None:
        if held:
            words = self.tr("Merged. What is to be settled: %Ln.", "", held)
        else:
            words = self.tr("Merged. %Ln action(s) came in.", "", self._preview.taken)
        self.merged.emit(words, held)

    # --- what is shown

    def _fill(self) -> None:
        plan, number = self._preview.plan, QLocale().toString
        if not plan.actions:
            self._say(self.tr("All of it is here already; there is nothing to merge."), "strong")
            return
        known = self.tr("%Ln action(s) are here already.", "", plan.known)
        self._say(" ".join((self.tr("%Ln new action(s).", "", self._preview.taken), known)), "")
        people = Rows(self._home.theme)
        for coder, (actions, spans) in plan.people.items():
            words = self.tr("%Ln action(s)", "", actions)
            if spans:
                words += " · " + self.tr("%Ln new segment(s)", "", spans)
            people.add(isolate(self._preview.names.get(coder, "") or self.tr("the program")), label(words))
        self._page.addWidget(people)
        if kinds := list(self._kinds()):
            self._page.addWidget(label(self.tr("What changes here"), "heading"))
            card = Rows(self._home.theme)
            for name, words in kinds:
                card.add(name, label(words))
            self._page.addWidget(card)
        if plan.moved:
            words = self.tr("%Ln segment(s) come to another version of their text here.", "", plan.moved)
            doubt = self.tr("Of %1 the words are others there; they wait to be looked at.").replace(
                "%1", number(plan.doubt)
            )
            self._say(f"{words} {doubt}" if plan.doubt else words, "")
        self._warn()
        self._clash()
        after = self.tr("A backup is kept first. Ctrl+Z takes the whole merge back, and it can be done again.")
        self._say(after, "muted")

    def _kinds(self) -> Iterator[tuple[str, str]]:
        number, counts = QLocale().toString, totals.tables(self._desk.bridge.project.db)
        for table, kind in _KINDS.items():
            new, gone, changed = self._preview.change(table)
            if not (new or gone or changed):
                continue
            before = counts[table]
            words = self.tr("%1 now, %2 after").replace("%1", number(before))
            told = [words.replace("%2", number(before + new - gone))]
            told += [self.tr("%1 changed").replace("%1", number(changed))] if changed else []
            told += [self.tr("%1 removed").replace("%1", number(gone))] if gone else []
            yield self.tr(kind), " · ".join(told)

    def _warn(self) -> None:
        """Labels of one name stay two."""
        names = {one.id: one.names for one in codebook.read(self._desk.bridge.project.db).labels}
        told = [self._desk.words(names[ours], ours) for ours, _ in self._preview.plan.names if ours in names]
        if told:
            words = self.tr("A label of this name is here already and stays another one: %1")
            self._say(words.replace("%1", comma(self._desk.language).join(isolate(name) for name in told)), "danger")

    def _clash(self) -> None:
        if not self.held:
            return
        self._page.addWidget(label(self.tr("Waits for you to settle"), "heading"))
        says = Words(self._desk.bridge.project, self._desk.language, people=self._preview.names)
        found = [one for one in self._preview.plan.clashes if not one.within and one.state == "open"]
        card = Rows(self._home.theme)
        for one in clashes.beside(self._desk.bridge.project, found[:_NAMED]):
            told = says.told(one)
            card.put(_waiting(named(told), told.why))
        self._page.addWidget(card)
        if (more := len(found) - _NAMED) > 0:
            self._say(self.tr("and %Ln more", "", more), "muted")
        self._say(self.tr("Until then what is here stands; nothing of theirs is lost."), "muted")

    def _say(self, words: str, role: str) -> None:
        self._page.addWidget(on_side(label(words, role, wrap=True)))

    def changeEvent(self, event: QEvent) -> None:
        """In another language it is another window: this one is closed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.close()
        super().changeEvent(event)


def _done(project: Project, preview: Preview, tell: ProgressDialog) -> Change:
    backup.backup(project)
    change = other_copy.merge(project, preview)
    many = max(len(preview.plan.actions) + len(preview.plan.edits), 1)

    def steps() -> Iterator[Step]:
        for number, step in enumerate(change.steps):
            tell(min(number / many, 1.0), preview.path.name)
            yield step

    return project.journal.commit(replace(change, steps=steps()))


def _waiting(name: str, why: str) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 3, 0, 3)
    column.setSpacing(1)
    column.addWidget(on_side(label(name, wrap=True)))
    column.addWidget(on_side(label(why, "small", wrap=True)))
    return made


def _column(page: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 6, 0)
    column.setSpacing(10)
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    return column
