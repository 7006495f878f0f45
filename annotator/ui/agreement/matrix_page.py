"""The confusion matrix: whose label or value met whose, tinted by its share of the row; a cell opens its cases."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QStyle, QStyledItemDelegate, QVBoxLayout, QWidget

from annotator.messages import isolate
from annotator.review import wording
from annotator.review.matrix import NOTHING, matrix
from annotator.ui.agreement import drawings, said
from annotator.ui.agreement import shown as showing
from annotator.ui.agreement.combos import fill, narrow
from annotator.ui.agreement.figures_table import View, dressed
from annotator.ui.agreement.plots.heat import tint
from annotator.ui.widgets.drawing import focus_ring
from annotator.ui.widgets.labels import label, on_side

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QStyleOptionViewItem

    from annotator.review.matrix import Matrix
    from annotator.ui.agreement.shown import Shown
    from annotator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

Role = Qt.ItemDataRole
_CELL, _HEIGHT, _NAMES = 86, 38, 180  # pixels


class MatrixModel(QAbstractTableModel):
    """Counts; names on both sides."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.matrix: Matrix | None = None
        self.names: list[str] = []
        self._whose = ("", "")

    def show_matrix(self, found: Matrix, names: list[str], whose: tuple[str, str]) -> None:
        """Show this one; `whose` rows and columns are."""
        self.beginResetModel()
        self.matrix, self.names, self._whose = found, names, whose
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """As many as there are values."""
        return 0 if parent.isValid() else len(self.names)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """As many."""
        return self.rowCount(parent)

    def count(self, index: Index) -> int:
        """How often the two met."""
        values = self.matrix.values if self.matrix else ()
        return self.matrix.met.get((values[index.row()], values[index.column()]), 0) if self.matrix else 0

    @property
    def bare(self) -> int:
        """The place of "nothing", -1 where there is none."""
        found = self.matrix
        return found.values.index(NOTHING) if found and not found.variable and NOTHING in found.values else -1

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Of a cell."""
        if role == Role.DisplayRole:
            return said.count(self.count(index))
        if role in {Role.AccessibleTextRole, Role.ToolTipRole}:
            a, b = self.names[index.row()], self.names[index.column()]
            return f"{self._whose[0]}: {a}, {self._whose[1]}: {b}: {said.count(self.count(index))}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """A value's name."""
        if role in {Role.DisplayRole, Role.ToolTipRole} and section < len(self.names):
            return self.names[section]
        if role == Role.TextAlignmentRole and orientation == Qt.Orientation.Vertical:
            return int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        return None


class _Cell(QStyledItemDelegate):
    def __init__(self, theme: Theme, model: MatrixModel, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The tint, the number, and where the keyboard is."""
        painter.save()
        area = option.rect.adjusted(1, 1, -1, -1)
        found = self._model.matrix
        if found is not None:
            at = (index.row(), index.column())
            painter.fillRect(area, tint(self._theme.colour, found.rows, at, self._model.bare))
        state = option.state
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            focus_ring(painter, area, self._theme)
        painter.setFont(self._theme.font())
        painter.setPen(self._theme.colour("ink" if self._model.count(index) else "faint"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), str(index.data()))
        painter.restore()


class MatrixPage(QWidget):
    """`opened` tells the cases behind a cell."""

    opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: Shown | None = None
        self.of, self.pair = QComboBox(), QComboBox()
        self.of.setAccessibleName(self.tr("What is counted"))
        self.pair.setAccessibleName(self.tr("Two coders"))
        self.tools = QWidget()
        row = QHBoxLayout(self.tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for field in (self.pair, self.of):
            narrow(field)
            row.addWidget(field)
            field.activated.connect(lambda _row: self._show())
        self.model = MatrixModel(self)
        self.view = View()
        self.says = on_side(label("", "small", wrap=True))
        self.heading = on_side(label("", wrap=True))
        self._dress()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget, stretch in ((self.heading, 0), (self.view, 1), (self.says, 0)):
            column.addWidget(widget, stretch)

    def _dress(self) -> None:
        dressed(self.view, self.model, _Cell(self._theme, self.model, self.view), self.tr("Confusion matrix"))
        across, down = self.view.horizontalHeader(), self.view.verticalHeader()
        down.show()
        down.setDefaultSectionSize(_HEIGHT)
        down.setFixedWidth(_NAMES)
        across.setFixedHeight(3 * across.fontMetrics().lineSpacing() + 10)
        across.setDefaultSectionSize(_CELL)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap.value))
        for head in (across, down):
            head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            head.setSectionsClickable(False)
        self.view.clicked.connect(self._open)
        self.view.pressed_enter.connect(self._open)

    def show_all(self, shown: Shown) -> None:
        """Show the matrices of these figures."""
        self._shown = shown
        pairs = {}
        for a, b in combinations(range(len(shown.found.raters)), 2):
            if shown.gathered.between(a, b).works:
                names = (said.coder(shown.gathered, shown.found.raters[each]) for each in (a, b))
                pairs[" · ".join(names)] = (a, b)
        fill(self.pair, pairs)
        self.pair.setVisible(len(pairs) > 1)
        fill(self.of, self._kinds(shown))
        self._show()

    def _kinds(self, shown: Shown) -> dict[str, tuple[str, str]]:
        """What can be counted: spans, units, and each variable that has few values."""
        kinds = {self.tr("Labels of spans"): ("span", "")}
        if shown.gathered.unit != "span":
            kinds[self.tr("Labels of %1").replace("%1", said.unit(shown.gathered.unit))] = (shown.gathered.unit, "")
        for one in shown.found.measures:
            if one.about != "label" and one.label and shown.gathered.scales.get(one.label) != "interval":
                kinds[isolate(shown.found.called.variable(one.label, shown.language))] = (one.unit, one.label)
        return kinds

    @property
    def matrix(self) -> Matrix | None:
        """The one that is shown."""
        return self.model.matrix

    def _show(self) -> None:
        if self._shown is None or self.pair.currentData() is None:
            return
        shown = self._shown
        unit, variable = self.of.currentData()
        found = matrix(shown.gathered, self.pair.currentData(), unit=unit, variable=variable)
        names = [isolate(wording.value(shown.found.called, variable, one, shown.language)) for one in found.values]
        a, b = (said.coder(shown.gathered, one) for one in found.between)
        self.model.show_matrix(found, names, (a, b))
        words = self.tr("Rows are of %1, columns of %2. A click or Enter shows the cases of a cell.")
        self.heading.setText(words.replace("%1", a).replace("%2", b))
        self.says.setText(drawings.matrix_note(found, shown.language))
        self.says.setVisible(bool(self.says.text()))
        if names:
            self.view.setCurrentIndex(self.model.index(0, 0))

    def _open(self, index: QModelIndex) -> None:
        if self._shown is None or self.matrix is None or not self.model.count(index):
            return
        cell = self.matrix.values[index.row()], self.matrix.values[index.column()]
        self.opened.emit(showing.of_cell(self._shown.gathered, self.matrix, cell, self._shown.language))
