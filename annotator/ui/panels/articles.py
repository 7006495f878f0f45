"""The articles panel: search by title or outlet, and open one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QModelIndex, QSize, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QStackedLayout,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.models.articles import ArticlesModel
from annotator.ui.panels.article_row import ArticleRow
from annotator.ui.panels.round_line import RoundLine
from annotator.ui.widgets.empty import Empty
from annotator.ui.widgets.speaking import Speaking

if TYPE_CHECKING:
    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme

_TYPING_PAUSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class ArticlesPanel(Speaking):
    """All articles of the project; a click or Enter opens one. `step` goes to the next, for the window's keys."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.model = ArticlesModel(desk)
        self.search = QLineEdit(self, clearButtonEnabled=True)
        self.search.textChanged.connect(self.model.seek)
        self.search.installEventFilter(self)
        self.rounds = RoundLine(desk, theme, self)
        self.rounds.mine.setChecked(self.model.only_mine)
        self.rounds.only_mine.connect(self.model.show_mine)
        self.list = _List(self.model, ArticleRow(theme, self), self)
        self.list.activated.connect(self._open)
        self.list.clicked.connect(self._open)
        self.empty = Empty("")
        self._pages = QStackedLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 4)
        layout.setSpacing(8)
        layout.addWidget(self.rounds)
        layout.addWidget(self.search)
        layout.addLayout(self._pages, 1)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        self.model.found.connect(self._say_what_was_found)
        self.model.modelReset.connect(lambda: self._show_open(desk.article))
        self.model.modelReset.connect(lambda: self.rounds.mine.setChecked(self.model.only_mine))
        desk.article_changed.connect(self._show_open)
        theme.changed.connect(self.list.measure)
        self.retranslate()
        self._show_open(desk.article)

    def step(self, by: int) -> bool:
        """Open the article so many rows further down the list as it is searched now; False at its ends."""
        row = self.model.row_of(self._desk.article) + by
        if not 0 <= row < self.model.rowCount():
            return False
        self._desk.open_article(self.model.article_at(row))
        return True

    def step_to_do(self) -> bool:
        """Open the next article that was given to me in this round and that I am not done with; False if none is left.

        Where nothing was given to me, it is the next of the list.
        """
        there = self.model.to_do()
        if there is None:
            return self.step(1)
        if not there:
            return False
        self._desk.open_article(there[0])
        return True

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.search.setAccessibleName(self.tr("Search articles"))
        self.search.setToolTip(self.tr("Search articles by title or outlet"))
        self.list.setAccessibleName(self.tr("Articles"))
        self._say_what_was_found()
        self.list.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on with a search."""
        super().showEvent(event)
        self.model.go_on()

    def hideEvent(self, event: QHideEvent) -> None:
        """Search for nobody."""
        self.model.rest()
        super().hideEvent(event)

    def sizeHint(self) -> QSize:
        """The width of the start side."""
        return QSize(250, 500)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """From the search field, Down and Enter lead into the list, and Escape empties the field."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _TYPING_PAUSE and self.model.rowCount():
                self.list.setFocus()
                self.list.setCurrentIndex(self.model.index(max(0, self.list.currentIndex().row())))
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _open(self, index: QModelIndex) -> None:
        self._desk.open_article(self.model.article_at(index.row()))

    def _show_open(self, article: str) -> None:
        row = self.model.row_of(article) if article else -1
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))
            self.list.scrollTo(self.model.index(row))

    def _say_what_was_found(self, count: int = -1, through: bool = True) -> None:
        total = self.model.total
        self.search.setPlaceholderText(self.tr("Search the articles (%1)…").replace("%1", QLocale().toString(total)))
        count = self.model.rowCount() if count < 0 else count
        self._pages.setCurrentWidget(self.list if count or not through else self.empty)
        if not total and self.model.only_mine:
            self.empty.say(self.tr("Nothing was given to you in this round yet."))
        elif not total:
            self.empty.say(self.tr("There are no articles yet. Import some, or drop files here."))
        else:
            self.empty.say(self.tr("No article has these words in its title or outlet."))


class _List(QTableView):
    """Rows of one height, of which only those on the screen are asked for (a list view lays out all of them)."""

    def __init__(self, model: ArticlesModel, row: ArticleRow, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = row
        self.setModel(model)
        self.setItemDelegate(row)
        self.setProperty("role", "rows")
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(0)
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.measure()

    def measure(self) -> None:
        """Take the rows' height from the theme's fonts."""
        self.verticalHeader().setDefaultSectionSize(self._row.sizeHint(QStyleOptionViewItem(), QModelIndex()).height())
