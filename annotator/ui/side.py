"""What takes the end side for a while: the coding form or a statement, in place of the codebook and the inspector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from annotator.ui.form.panel import CodingForm

if TYPE_CHECKING:
    from annotator.ui.desk import Desk
    from annotator.ui.form.beside import Beside
    from annotator.ui.form.statement import StatementForm
    from annotator.ui.text.surface import Surface
    from annotator.ui.theme import Theme

WIDTH = 430  # pixels


class Side(QStackedWidget):
    """A column beside the text, which stays in sight; `closed` when the keyboard is the text's again."""

    closed = Signal()

    def __init__(self, desk: Desk, theme: Theme, columns: QSplitter, end: QWidget, surface: Surface) -> None:
        super().__init__()
        self._desk, self._theme, self._columns, self._end, self._surface = desk, theme, columns, end, surface
        self._before: list[int] = []  # how wide the columns are without it
        self.form = CodingForm(desk, theme, self)
        self._statement: StatementForm | None = None
        self._take(self.form)
        self.hide()
        columns.addWidget(self)
        columns.setStretchFactor(columns.indexOf(self), 0)

    @property
    def statement(self) -> StatementForm:
        """The statement's form, built when it is first asked for."""
        if self._statement is None:
            from annotator.ui.form.statement import StatementForm  # noqa: PLC0415  (few studies code statements)

            self._statement = StatementForm(self._desk, self._theme, self)
            self._statement.offered.connect(self._surface.show_choices)
            self._statement.read.connect(self._surface.show_together)
            self._take(self._statement)
        return self._statement

    @property
    def sizes_before(self) -> list[int] | None:
        """How wide the columns were before it opened; None while it is closed."""
        return None if self.isHidden() else self._before

    def open(self, shown: Beside) -> None:
        """Show one of the two, and give it the keyboard."""
        if self.isHidden():
            start, middle, end = self._before = self._columns.sizes()[:3]
            self._end.hide()
            self.show()
            self._columns.setSizes([start, max(1, middle + end - WIDTH), 0, WIDTH])
        self.setCurrentWidget(shown)
        shown.setFocus()

    def keep(self) -> None:
        """What was begun and filled in stays, though another is begun."""
        self.flush()
        if self._statement is not None and self.currentWidget() is self._statement:
            self._statement.keep()

    def close_form(self) -> None:
        """Codebook and inspector again, and the keyboard to the text."""
        if self.isHidden():
            return
        self.hide()
        self._end.setVisible(self._end.isVisible() or self._before[2] > 0)
        self._columns.setSizes([*self._before, 0])
        self.closed.emit()

    def flush(self) -> None:
        """Keep what was written in a field and not yet left."""
        self.form.flush()
        if self._statement is not None:
            self._statement.flush()

    def _take(self, form: Beside) -> None:
        form.closed.connect(self.close_form)
        self.addWidget(form)
