"""Code mode: articles at the start, the text in the middle, codebook over inspector at the end, a drawer below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from annotator.store import codings
from annotator.ui.coding import Coding
from annotator.ui.panels.articles import ArticlesPanel
from annotator.ui.panels.codebook import CodebookPanel
from annotator.ui.panels.inspector import InspectorPanel

if TYPE_CHECKING:
    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme

START, END, DRAWER = 250, 300, 220  # pixels at the first start


class CodePage(QWidget):
    """The three columns; the drawer is built when it is first opened."""

    drawer_toggled = Signal(bool)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self.coding = Coding(desk, theme, self)
        self.articles = ArticlesPanel(desk, theme, self)
        self.codebook = CodebookPanel(desk, theme, self)
        self.inspector = InspectorPanel(desk, theme, self)
        self.drawer: QWidget | None = None
        self.end = _split(Qt.Orientation.Vertical, (self.codebook, self.inspector), (430, 380))
        self.middle = _split(Qt.Orientation.Vertical, (self.coding,), (600,))
        self.columns = _split(Qt.Orientation.Horizontal, (self.articles, self.middle, self.end), (START, 890, END))
        self.columns.setStretchFactor(0, 0)
        self.columns.setStretchFactor(1, 1)
        self.columns.setStretchFactor(2, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.columns)
        self.setFocusProxy(self.coding)
        QWidget.setTabOrder(self.coding.surface, self.inspector)

    def show_drawer(self, *, on: bool) -> None:
        """Open or close the drawer with the history."""
        if on and self.drawer is None:
            from annotator.ui.panels.history import HistoryPanel  # noqa: PLC0415  (closed at most starts)

            self.drawer = HistoryPanel(self._desk, self._theme, self.middle)
            self.middle.addWidget(self.drawer)
            self.middle.setSizes([600, DRAWER])
        if self.drawer is not None:
            self.drawer.setVisible(on)
        self.drawer_toggled.emit(on)

    def flush(self) -> None:
        """Keep what was written in a field and not yet left."""
        self.inspector.flush()

    @property
    def drawer_open(self) -> bool:
        """Whether the history is shown."""
        return self.drawer is not None and not self.drawer.isHidden()

    def marked(self) -> set[str]:
        """The choices of the menus that hold here."""
        coding = codings.coding(self._desk.bridge.project.db, self._desk.where.id)
        direction = self.coding.article.direction if self.coding.article else ""
        shown = {"show_articles": self.articles, "show_codebook": self.end}
        marked = {name for name, panel in shown.items() if not panel.isHidden()}
        marked |= {"show_history"} if self.drawer_open else set()
        return marked | {f"status_{coding.status if coding else 'todo'}", f"direction_{direction or 'auto'}"}

    def sizes(self) -> dict[str, list[int]]:
        """How wide and high the columns are."""
        return {"columns": self.columns.sizes(), "end": self.end.sizes()}

    def set_sizes(self, sizes: dict[str, list[int]]) -> None:
        """As they were at the last end."""
        for name, split in (("columns", self.columns), ("end", self.end)):
            if len(sizes.get(name, [])) == split.count():
                split.setSizes(sizes[name])


def _split(orientation: Qt.Orientation, widgets: tuple[QWidget, ...], sizes: tuple[int, ...]) -> QSplitter:
    made = QSplitter(orientation)
    made.setHandleWidth(1)
    made.setChildrenCollapsible(False)
    for widget in widgets:
        made.addWidget(widget)
    made.setSizes(list(sizes))
    return made
