"""What one does with colleagues, in any order: rounds, packages, copies, settling, feedback, and windows left open."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from annotator.core.errors import AnnotatorError
from annotator.operations import annotations, articles, codings, notes
from annotator.operations.codings import Where
from annotator.store import articles as reader
from annotator.store import codings as coded
from annotator.store import duplicate
from annotator.store.project import Project
from annotator.ui import merge_acts, travel_acts
from annotator.ui.travel.hand_over import HandOverDialog
from tests.journeys.person import settle

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.journeys.person import Person

BESIDE = ("rounds", "clashes", "agreement", "conflicts", "two_articles", "actors", "boundary")
TOUCHED = QAbstractButton | QComboBox | QAbstractItemView | QLineEdit | QSpinBox | QPlainTextEdit
LOOKS = ("theme_dark", "theme_light", "theme_contrast", "language_ar", "language_en")
REVIEWING = ("A", "B", "D", "X", "N", "P", "1", "2", "3", "4", "E", "Escape", "Return", "Ctrl+Z", "Ctrl+Shift+Z")


def chosen_files(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let every question for a file be answered, each with another name, and no other program be started."""
    count = iter(range(10_000))

    def fresh(*_: object) -> tuple[str, str]:
        return str(folder / f"written-{next(count)}"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", fresh)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", lambda _url: True)


class Company:
    """One's colleagues, who work in files of their own: a package, a copy."""

    def __init__(self, person: Person, chance: random.Random, folder: Path) -> None:
        self.person, self.chance, self.folder = person, chance, folder
        self.packages: list[Path] = []
        self.copies: list[Path] = []
        self._made = 0

    # -- windows

    def shown(self) -> list[QDialog]:
        """The windows that stand open beside the main one, or over it."""
        return [one for one in self.person.window.findChildren(QDialog) if one.isVisible()]

    def reachable(self) -> list[QDialog]:
        """Those of them that nothing modal stands over."""
        over = QApplication.activeModalWidget()
        return [one for one in self.shown() if over is None or one is over]

    def fiddle(self) -> None:
        """Press, choose or write something in an open window."""
        for _ in range(self.chance.randint(1, 6)):
            windows = self.reachable()
            if not windows:
                return
            there = [
                each
                for each in self.chance.choice(windows).findChildren(QWidget)
                if isinstance(each, TOUCHED) and each.isVisible() and each.isEnabled()
            ]
            if there:
                self._touch(self.chance.choice(there))
            settle()

    def _touch(self, each: QWidget) -> None:
        chance = self.chance
        if isinstance(each, QAbstractButton):
            each.click()
        elif isinstance(each, QComboBox) and each.count():
            row = chance.randrange(each.count())
            each.setCurrentIndex(row)
            each.activated.emit(row)
        elif isinstance(each, QLineEdit) and not each.isReadOnly():
            each.setText(chance.choice(("", "جولة", "round 2", "على", f"اسم {chance.randint(1, 9)}")))
        elif isinstance(each, QSpinBox):
            each.setValue(chance.randint(each.minimum(), min(each.maximum(), 100)))
        elif isinstance(each, QPlainTextEdit) and not each.isReadOnly():
            each.setPlainText(chance.choice(("", "تعريف آخر", "another definition")))
        elif isinstance(each, QAbstractItemView) and each.model() is not None and each.model().rowCount():
            each.setCurrentIndex(each.model().index(chance.randrange(each.model().rowCount()), 0))

    def beside(self) -> None:
        """Open one of the windows that stand beside the text, and do something there."""
        self.do(self.chance.choice(BESIDE))
        self.fiddle()

    def do(self, name: str) -> None:
        """An action of the menus, if it can be done now."""
        if self.person.window.menus[name].isEnabled() and QApplication.activeModalWidget() is None:
            self.person.window.menus[name].trigger()
            settle()

    def look(self) -> None:
        """Another language or theme in between."""
        self.do(self.chance.choice(LOOKS))

    # -- rounds and settling

    def round(self) -> None:
        """Another of the project's rounds, or a new one."""
        there = [row[0] for row in self.person.project.db.execute('select "id" from "round"')]
        if self.chance.random() < 0.6:
            self.person.desk.choose_round(self.chance.choice(there))
            settle()
        else:
            self.do("rounds")
            self.fiddle()

    def other_article(self) -> None:
        """On or back."""
        self.do(self.chance.choice(("next_article", "previous_article")))

    def review(self) -> None:
        """Some keys of Review."""
        self.do("mode_review")
        if self.person.window.review is None:
            return
        self.do(self.chance.choice(("only_differences", "without_names", "side_by_side", "next_difference")))
        if QApplication.activeModalWidget() is None:
            self.person.window.activateWindow()
            settle()
            self.person.press(*self.chance.choices(REVIEWING, k=self.chance.randint(1, 8)))

    def many(self) -> None:
        """Settle many at once."""
        self.do("mode_review")
        self.do(self.chance.choice(("settle_agreed", "settle_all_of", "settle_by_boundary")))
        self.fiddle()

    def code_again(self) -> None:
        """Back to the text."""
        self.do("mode_code")

    def feedback(self) -> None:
        """Feedback, as one chooses."""
        self.do("send_feedback")
        self.fiddle()

    # -- files of colleagues

    def hand_over(self) -> None:
        """A package for somebody."""
        self.do("hand_over")
        asked = next((one for one in self.shown() if isinstance(one, HandOverDialog)), None)
        if asked is None:
            return
        if self.chance.random() < 0.3:
            asked.coder.setEditText("عمر")
        if asked.choose.isEnabled():
            file = self._file("package")
            asked.write(file)
            settle()
            if file.exists():
                self.packages.append(file)

    def copy(self) -> None:
        """Another copy of the project as it is now."""
        file = self._file("copy")
        duplicate.draw(self.person.project.db, file)
        self.copies.append(file)

    def elsewhere(self) -> None:
        """Somebody does something in a package or a copy."""
        if not (files := [*self.packages, *self.copies]):
            return
        with Project.open(self.chance.choice(files)) as theirs:
            if not theirs.coder:
                theirs.act_as(self.person.project.coder)
            for _ in range(self.chance.randint(1, 4)):
                try:
                    self._work(theirs)
                except AnnotatorError:
                    continue  # their round is frozen, their span is gone: what any person is told

    def _work(self, theirs: Project) -> None:
        chance, commit = self.chance, theirs.journal.commit
        where = Where(
            chance.choice(reader.order(theirs.db)),
            theirs.coder,
            chance.choice([row[0] for row in theirs.db.execute('select "id" from "round"')]),
        )
        body = reader.text(theirs.db, reader.get(theirs.db, where.article).text).body
        start = chance.randrange(len(body) - 20)
        spans = coded.annotations_of(theirs.db, [where.id])
        kind = chance.randrange(5)
        if kind == 0 and spans:
            commit(annotations.remove(theirs, [chance.choice(spans).id]))
        elif kind == 1 and spans:
            commit(notes.add_note(theirs, "annotation", chance.choice(spans).id, "ملاحظة"))
        elif kind == 2:
            commit(articles.rename_article(theirs, where.article, f"عنوان {chance.randint(1, 99)}"))
        elif kind == 3:
            commit(codings.set_status(theirs, where, "review"))
        else:
            commit(annotations.label_span(theirs, where, "actor", ((start, start + 12),)))

    def take_back(self) -> None:
        """A package that came back."""
        if self.packages and QApplication.activeModalWidget() is None:
            travel_acts.take_back(self.person.window, self.chance.choice(self.packages))
            settle()
            self._agree()

    def merge(self) -> None:
        """A copy that was worked in."""
        if self.copies and QApplication.activeModalWidget() is None:
            merge_acts.merge(self.person.window, self.chance.choice(self.copies))
            settle()
            self._agree()

    def clash(self) -> None:
        """What does not go together, by keys."""
        self.do("clashes")
        for window in self.reachable():
            if type(window).__name__ == "ClashesDialog":
                window.activateWindow()
                settle()
                self.person.press(*self.chance.choices(("O", "T", "Down", "Up"), k=3))

    def _agree(self) -> None:
        over = QApplication.activeModalWidget()
        go = getattr(over, "go", None)
        if go is not None and go.isEnabled() and self.chance.random() < 0.8:
            go.click()
            settle()

    def _file(self, kind: str) -> Path:
        self._made += 1
        return self.folder / f"{kind}-{self._made}.annot"

    def close_some(self) -> None:
        """Close what is modal, and some of what is not."""
        while (over := QApplication.activeModalWidget()) is not None:
            over.close()
            settle()
            if over is QApplication.activeModalWidget():
                over.hide()
        for window in self.shown():
            if self.chance.random() < 0.4:
                window.close()
        settle()
        self.person.window.setWindowState(Qt.WindowState.WindowNoState)


OF_COMPANY = ("beside", "look", "round", "other_article", "review", "many", "code_again", "feedback", "hand_over")
OF_COMPANY += ("copy", "elsewhere", "elsewhere", "take_back", "merge", "clash", "fiddle")
