"""Two articles side by side, say of two outlets on one event: each as it reads, scrolled together if one likes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from annotator.core.text import Text
from annotator.messages import isolate
from annotator.operations import review
from annotator.store import articles, blind, codebook, codings
from annotator.ui.dialogs.base import Dialog
from annotator.ui.marking import Marking, byline
from annotator.ui.models.articles import ArticlesModel
from annotator.ui.review.instep import InStep
from annotator.ui.text.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QCloseEvent

    from annotator.core.changes import Change
    from annotator.core.models import Coding
    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme


class TwoArticles(Dialog):
    """Nothing is changed here; it stays open beside the window, and goes with its project."""

    def __init__(self, desk: Desk, theme: Theme, dress: Callable[[Surface], object], parent: QWidget) -> None:
        super().__init__("", parent, width=900)
        self.setWindowTitle(self.tr("Two articles side by side"))
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.resize(1280, 800)
        there = articles.order(desk.bridge.project.db)
        here = there.index(desk.article) if desk.article in there else 0
        self.panes = (_Pane(desk, theme), _Pane(desk, theme))
        row = QHBoxLayout()
        row.setSpacing(10)
        for pane, article in zip(self.panes, (there[here : here + 1], there[here + 1 : here + 2]), strict=True):
            dress(pane.surface)
            row.addWidget(pane, 1)
            for found in article:
                pane.show_article(found)
        self.body.addLayout(row, 1)
        self.together = QCheckBox(self.tr("Scroll both together"))
        self.together.setChecked(True)
        self._row.insertWidget(0, self.together)
        step = InStep(self.panes[0].surface, self.panes[1].surface, self)
        self.together.toggled.connect(lambda on: setattr(step, "on", on))
        self.add_button(self.tr("Close"), self.close)
        self.setProperty("of_project", True)

    def changeEvent(self, event: QEvent) -> None:
        """In another language it is another window: this one is closed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.close()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let go of the lists of articles."""
        for pane in self.panes:
            pane.model.rest()
        super().closeEvent(event)


class _Pane(QWidget):
    """An article found by its title, whose coding is shown of it, and the page."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self._desk, self._marking = desk, Marking(desk)
        self.article = ""
        self.model = ArticlesModel(desk)
        self.model.setParent(self)
        self.sought, self.title, self.whose = QLineEdit(), QComboBox(), QComboBox()
        self.surface = Surface()
        self.surface.set_style(theme.page_style())
        self._lay_out()
        self.sought.textChanged.connect(self.model.seek)
        self.sought.installEventFilter(self)
        self.title.activated.connect(lambda row: self.show_article(self.model.article_at(row)))
        self.whose.activated.connect(lambda _row: self._show_marks())
        theme.changed.connect(self._restyle)
        self._theme = theme
        desk.bridge.changed.connect(self._heard)
        desk.round_changed.connect(self._moved)

    def _lay_out(self) -> None:
        rows = QListView()
        rows.setUniformItemSizes(True)  # a list of ten thousand titles is not measured one by one
        self.title.setView(rows)
        self.title.setModel(self.model)
        self.title.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.title.setMinimumContentsLength(16)
        for combo, name in ((self.title, self.tr("Article")), (self.whose, self.tr("Whose coding is shown"))):
            combo.setAccessibleName(name)
            combo.setAccessibleDescription(name)
        self.sought.setPlaceholderText(self.tr("Find an article"))
        self.sought.setAccessibleName(self.tr("Find an article"))
        row = QHBoxLayout()
        row.addWidget(self.sought, 2)
        row.addWidget(self.title, 4)
        row.addWidget(self.whose, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.surface, 1)

    # -- what is shown

    def show_article(self, article: str) -> None:
        """Show this article, its settled coding if it has one, else mine, else the first that I may see."""
        db = self._desk.bridge.project.db
        found = articles.get(db, article)
        self.title.setCurrentIndex(self.model.row_of(article))
        text = articles.text(db, found.text)
        place = self.surface.place() if article == self.article else 0
        self.article = article
        self.surface.show_article(text, found.direction, title=found.title, byline=byline(found), place=place)
        self._fill_whose()
        self._show_marks()

    def _fill_whose(self) -> None:
        project, round_id = self._desk.bridge.project, self._desk.round
        there: list[tuple[str, Coding]] = []
        settled = review.settled_coding(project, self.article, round_id)
        seen = self._seen()
        names = {coder.id: coder.name for coder in codebook.coders(project.db)}
        if settled is not None and not blind.withheld(project.db, self.article, round_id, project.coder):
            there.append((self.tr("Settled coding"), settled))
        there += [(isolate(names.get(each.coder, "")), each) for each in seen]
        self.whose.clear()
        for name, coding in there:
            self.whose.addItem(name, coding.id)
        mine = next((row for row, (_, each) in enumerate(there) if each.coder == project.coder), 0)
        if not there:
            self.whose.addItem(self.tr("Not coded"), "")
        self.whose.setCurrentIndex(0 if settled is not None or not there else mine)
        self.whose.setEnabled(len(there) > 1)

    def _seen(self) -> list[Coding]:
        """Whose own work on the article I may see: of a reviewer everybody's who has begun."""
        project, round_id = self._desk.bridge.project, self._desk.round
        if blind.withheld(project.db, self.article, round_id, project.coder):
            return codings.visible_codings(project.db, self.article, round_id, project.coder)
        there = codings.of_article(project.db, self.article)
        return [each for each in there if (each.kind, each.round) == ("own", round_id) and each.status != "todo"]

    def _show_marks(self) -> None:
        coding = self.whose.currentData()
        spans = codings.annotations_of(self._desk.bridge.project.db, [coding]) if coding else []
        self.surface.set_marks([self._marking.mark(span) for span in spans])

    # -- what is heard

    def _heard(self, change: Change) -> None:
        if change.touches("label"):
            self._marking.read_codebook()
        if change.touches("article"):
            self._read_again()
        if self.article and change.touches("coding", "decision", "round"):
            self._fill_whose()
        if self.article and change.touches("coding", "decision", "round", "annotation", "label"):
            self._show_marks()

    def _moved(self, _round: str) -> None:
        """What stands beside the text is of the round that one works in."""
        if self.article:
            self._fill_whose()
            self._show_marks()

    def _read_again(self) -> None:
        """It was corrected or named anew; one that is gone makes room for the first there is."""
        there = articles.order(self._desk.bridge.project.db)
        wanted = self.article if self.article in there else next(iter(there), "")
        if wanted:
            self.show_article(wanted)
        elif self.article:
            self.article = ""
            self.whose.clear()
            self.surface.show_article(Text(""), "")

    def _restyle(self) -> None:
        self.surface.set_style(self._theme.page_style())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the field opens the first article found, the arrow down the list of all found."""
        if watched is self.sought and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                if self.model.rowCount():
                    self.show_article(self.model.article_at(0))
                return True
            if event.key() == Qt.Key.Key_Down:
                self.title.showPopup()
                return True
        return super().eventFilter(watched, event)
