"""Code mode: articles at the start, the text in the middle, codebook over inspector at the end, a drawer below."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from annotator.store import codings
from annotator.ui.coding import Coding
from annotator.ui.label_keys import LabelKeys

if TYPE_CHECKING:
    from annotator.operations.completeness import Missing
    from annotator.ui.desk import Desk
    from annotator.ui.drawer import Drawer
    from annotator.ui.form.panel import CodingForm
    from annotator.ui.form.statement import StatementForm
    from annotator.ui.panels.articles import ArticlesPanel
    from annotator.ui.panels.codebook import CodebookPanel
    from annotator.ui.panels.inspector import InspectorPanel
    from annotator.ui.reading import Reading
    from annotator.ui.rounds.score import ScorePanel
    from annotator.ui.side import Side
    from annotator.ui.theme import Theme

START, END, DRAWER = 250, 300, 220  # pixels at the first start
_COLUMNS = 3


class Panels(NamedTuple):
    """What stands beside the text."""

    articles: ArticlesPanel
    codebook: CodebookPanel
    inspector: InspectorPanel


class CodePage(QWidget):
    """The three columns. The text comes first: panels are built after `painted`, or when somebody asks for one."""

    painted = Signal()
    wants_done = Signal()
    wants_rounds = Signal()

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self._panels: Panels | None = None
        self.coding = Coding(desk, theme, self)
        self.coding.surface.viewport().installEventFilter(self)
        LabelKeys(self.coding)
        self.drawer: Drawer | None = None
        self._side: Side | None = None
        self._end_sizes = [430, 380]
        self.start = QSplitter()
        self.end = _split(Qt.Orientation.Vertical, (), ())
        self.middle = _split(Qt.Orientation.Vertical, (self.coding,), (600,))
        self.columns = _split(Qt.Orientation.Horizontal, (self.start, self.middle, self.end), (START, 890, END))
        self.columns.setStretchFactor(0, 0)
        self.columns.setStretchFactor(1, 1)
        self.columns.setStretchFactor(2, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.columns)
        self.setFocusProxy(self.coding)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The first text is on the screen."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self.painted.emit()
        return False

    def furnish(self) -> None:
        """Put the panels beside the text."""
        if self._panels is None:
            self._panels = self._built()
            self.reading.begin()

    @cached_property
    def reading(self) -> Reading:
        """What helps to read; nothing of it is needed before the first paint."""
        from annotator.ui.reading import Reading  # noqa: PLC0415

        return Reading(self._desk, self.coding, self)

    @cached_property
    def score(self) -> ScorePanel:
        """How one did beside the expert of a training round."""
        from annotator.ui.rounds.score import ScorePanel  # noqa: PLC0415  (in training alone)

        made = ScorePanel(self._desk)
        made.wants_next.connect(self.wants_done)
        self.coding.top.addWidget(made)
        return made

    @property
    def panels(self) -> Panels:
        """What stands beside the text."""
        self.furnish()
        return cast("Panels", self._panels)

    def _built(self) -> Panels:
        from annotator.ui.panels.articles import ArticlesPanel  # noqa: PLC0415  (after the first paint)
        from annotator.ui.panels.codebook import CodebookPanel  # noqa: PLC0415
        from annotator.ui.panels.inspector import InspectorPanel  # noqa: PLC0415
        from annotator.ui.rounds.note import FrozenNote  # noqa: PLC0415

        panels = Panels(
            ArticlesPanel(self._desk, self._theme, self),
            CodebookPanel(self._desk, self._theme, self),
            InspectorPanel(self._desk, self._theme, self),
        )
        panels.articles.rounds.wants_rounds.connect(self.wants_rounds)
        self.coding.top.addWidget(FrozenNote(self._desk, self))
        panels.codebook.applied.connect(self.coding.label)
        self._desk.statement_wanted.connect(self.open_statement)
        self._desk.together.connect(self.coding.surface.show_together)
        panels.codebook.eyed.connect(self.reading.turn)
        panels.inspector.left.connect(self.coding.surface.setFocus)
        sizes = self.columns.sizes()
        self.start.addWidget(panels.articles)
        self.end.addWidget(panels.codebook)
        self.end.addWidget(panels.inspector)
        self.columns.setSizes(sizes)
        self.end.setSizes(self._end_sizes)
        QWidget.setTabOrder(self.coding.surface, panels.inspector)
        self.coding.invite()
        return panels

    def show_drawer(self, page: str) -> None:
        """Open the drawer at one of its pages ("history", …); "" closes it."""
        if page and self.drawer is None:
            from annotator.ui.drawer import Drawer  # noqa: PLC0415  (closed at most starts)

            self.drawer = Drawer(self._desk, self._theme, self.middle)
            self.middle.addWidget(self.drawer)
            self.middle.setSizes([600, DRAWER])
        if self.drawer is not None:
            if page:
                self.drawer.turn_to(page)
            self.drawer.setVisible(bool(page))

    @property
    def side(self) -> Side:
        """What takes the end side for a while; built when somebody asks for it."""
        if self._side is None:
            from annotator.ui.side import Side  # noqa: PLC0415  (opened in some sittings)

            self._side = Side(self._desk, self._theme, self.columns, self.end, self.coding.surface)
            self._side.closed.connect(self.coding.surface.setFocus)
            self._side.form.done.connect(self.wants_done)
            self._side.form.wants.connect(self._show_missing)
        return self._side

    @property
    def form(self) -> CodingForm | None:
        """The coding form, once it was asked for."""
        return self._side.form if self._side is not None else None

    def open_form(self) -> CodingForm:
        """The coding form in place of the codebook and the inspector, so that the text stays in sight."""
        self.side.open(self.side.form)
        return self.side.form

    def open_statement(self, statement: str = "", slot: str = "") -> StatementForm:
        """A statement in the same place, from one of its slots on; "" begins another from the span in focus."""
        form = self.side.statement
        form.edit(statement) if statement else form.begin()
        self.side.open(form)
        if slot:
            form.questions.go_to(form.questions.about(slot))
        span = codings.annotation(self._desk.bridge.project.db, self._desk.focus)
        if span is not None:
            QTimer.singleShot(0, self, lambda: self._desk.reveal.emit(span.start, span.end))  # the text is narrower now
        return form

    def close_form(self) -> None:
        """Codebook and inspector again, and the keyboard to the text."""
        if self._side is not None:
            self._side.close_form()

    @property
    def form_open(self) -> bool:
        """Whether the end side is taken by one of the forms."""
        return self._side is not None and not self._side.isHidden()

    def _show_missing(self, lack: Missing) -> None:
        """A span or a statement that lacks a value, with its field."""
        if lack.kind == "statement":
            self.open_statement(lack.owner, lack.variable)
            return
        self.close_form()
        self._desk.focus_on(lack.owner)
        if (span := codings.annotation(self._desk.bridge.project.db, lack.owner)) is not None:
            self._desk.reveal.emit(span.start, span.end)
        self.end.show()
        self.panels.inspector.focus_field(lack.variable)

    def flush(self) -> None:
        """Keep what was written in a field and not yet left."""
        if self._side is not None:
            self._side.flush()
        if self._panels is not None:
            self._panels.inspector.flush()

    @property
    def drawer_page(self) -> str:
        """The name of the page that the drawer shows, "" while it is closed."""
        return self.drawer.shown if self.drawer is not None else ""

    def marked(self) -> set[str]:
        """The choices of the menus that hold here."""
        coding = codings.coding(self._desk.bridge.project.db, self._desk.where.id)
        direction = self.coding.article.direction if self.coding.article else ""
        shown = {"show_articles": self.start, "show_codebook": self.end}
        marked = {name for name, panel in shown.items() if not panel.isHidden()}
        marked |= {f"show_{self.drawer_page}"} if self.drawer_page else set()
        marked |= self.reading.marked()
        return marked | {f"status_{coding.status if coding else 'todo'}", f"direction_{direction or 'auto'}"}

    def sizes(self) -> dict[str, list[int]]:
        """How wide and high the columns are."""
        columns = (self._side.sizes_before if self._side is not None else None) or self.columns.sizes()[:3]
        return {"columns": columns, "end": self.end.sizes() or self._end_sizes}

    def set_sizes(self, sizes: dict[str, list[int]]) -> None:
        """As they were at the last end."""
        if len(columns := sizes.get("columns", [])) == _COLUMNS and columns[1]:
            for side, size in ((self.start, columns[0]), (self.end, columns[2])):
                side.setVisible(size > 0)
            usual = (START, columns[1], END)  # of a column that comes back when it is asked for
            self.columns.setSizes([size or other for size, other in zip(columns, usual, strict=True)])
        if len(end := sizes.get("end", [])) == len(self._end_sizes):
            self._end_sizes = end


def _split(orientation: Qt.Orientation, widgets: tuple[QWidget, ...], sizes: tuple[int, ...]) -> QSplitter:
    made = QSplitter(orientation)
    made.setHandleWidth(1)
    made.setChildrenCollapsible(False)
    for widget in widgets:
        made.addWidget(widget)
    made.setSizes(list(sizes))
    return made
