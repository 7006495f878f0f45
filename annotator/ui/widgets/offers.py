"""A list of things to do, as the popups under a field show it: words, where they belong, keys, a label's chip."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.widgets.drawing import Line, chip, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from annotator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

ROW = 34  # pixels
_KEYS = 150  # pixels at most for what stands at the end of a row
_PATH = " › "
OFFER = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Offer:
    """One row: its words, what else it is found by, its keys, a label's hue and pattern, and what it does.

    `path` are the things that it stands under; a heading has nothing to `do`; a `given` one holds already.
    """

    words: str
    also: str = ""
    keys: str = ""
    do: Callable[[], object] | None = None
    look: tuple[int, int] | None = None
    path: tuple[str, ...] = ()
    id: str = ""
    given: bool = False


class OffersModel(QAbstractListModel):
    """Rows that are all known; cheap to change, however many they are."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.offers: Sequence[Offer] = ()

    def put(self, offers: Sequence[Offer]) -> None:
        """Show these from now on."""
        self.beginResetModel()
        self.offers = offers
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows, headings among them."""
        return 0 if parent is not None and parent.isValid() else len(self.offers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One thing about one row."""
        if not index.isValid():
            return None
        offer = self.offers[index.row()]
        facts: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: offer.words,
            Qt.ItemDataRole.AccessibleTextRole: ", ".join(filter(None, (*offer.path, offer.words, offer.keys))),
            OFFER: offer,
        }
        return facts.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading cannot be chosen."""
        usable = index.isValid() and self.offers[index.row()].do is not None
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if usable else Qt.ItemFlag.NoItemFlags


class OfferList(QListView):
    """Walked from a field above it, which keeps the keyboard. `moved` tells the current offer, None without one."""

    moved = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers = OffersModel(self)
        self.setModel(self._offers)
        self.setItemDelegate(_Row(theme, self))
        self.setProperty("role", "rows")
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def put(self, offers: Sequence[Offer]) -> None:
        """Show these, the first that can be chosen being the current one."""
        self._offers.put(offers)
        self.scrollToTop()
        self.move_to(next((row for row, offer in enumerate(offers) if offer.do is not None), -1))

    @property
    def offers(self) -> Sequence[Offer]:
        """What is shown."""
        return self._offers.offers

    def current(self) -> Offer | None:
        """The offer that Enter takes."""
        offer: Offer | None = self.currentIndex().data(OFFER)
        return offer

    def move_to(self, row: int) -> None:
        """Let this row be the current one."""
        self.setCurrentIndex(self._offers.index(row) if row >= 0 else QModelIndex())
        self.moved.emit(self.current())

    def walk(self, event: QKeyEvent) -> None:
        """A key of the list, pressed in the field: by rows or pages, over headings, and round at the ends."""
        rows = [row for row, offer in enumerate(self.offers) if offer.do is not None]
        if not rows:
            return
        here = rows.index(self.currentIndex().row()) if self.currentIndex().row() in rows else 0
        page = max(1, self.viewport().height() // ROW - 1)
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page}
        step = by[Qt.Key(event.key())]
        there = (here + step) % len(rows) if abs(step) == 1 else min(max(here + step, 0), len(rows) - 1)
        self.move_to(rows[there])


class _Row(QStyledItemDelegate):
    """The words from the start, after what they stand under; the keys at the end; a label's chip before its name."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are of one height."""
        del option, index
        return QSize(120, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        offer: Offer = index.data(OFFER)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        if offer.do is None:
            self._heading(painter, option, offer)
        else:
            self._offer(painter, option, offer)
        painter.restore()

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, offer: Offer) -> None:
        area = option.rect.adjusted(10, 8, -10, 0)
        font = self._theme.font(-2, weight=QFont.Weight.DemiBold)
        words(painter, area, offer.words, self._theme.colour("muted"), font=font)

    def _offer(self, painter: QPainter, option: QStyleOptionViewItem, offer: Offer) -> None:
        theme, chosen = self._theme, bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("chosen"))
            painter.drawRoundedRect(option.rect, 7, 7)
        line = Line(option.rect.adjusted(10, 0, -10, 0), option.direction)
        if offer.look is not None:
            chip(painter, line.start(18, 10), theme.label_colours(offer.look[0]), offer.look[1])
        ink, quiet = (theme.colour("on_chosen" if chosen else name) for name in ("ink", "muted"))
        end = " ".join(filter(None, ("✓" if offer.given else "", offer.keys)))
        if end:
            width = min(_KEYS, QFontMetrics(theme.font(-2)).horizontalAdvance(end) + 6)
            words(painter, line.end(width, 8), end, quiet, end=True, font=theme.font(-2))
        if offer.path:
            under = _PATH.join((*offer.path, ""))
            words(painter, self._piece(line, under, theme.font(-1)), under, quiet, font=theme.font(-1))
        words(painter, line.area, offer.words, ink, font=theme.font())

    @staticmethod
    def _piece(line: Line, text: str, font: QFont) -> QRect:
        """So much of the line's start as words need, but never more than half of it."""
        return line.start(min(QFontMetrics(font).horizontalAdvance(text) + 6, line.area.width() // 2), 0)
