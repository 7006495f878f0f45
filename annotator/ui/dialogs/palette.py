"""Ctrl+K: type a few letters and do anything: an action, a label on the selected words, another article."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QSize, Qt, QTranslator
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator import paths
from annotator.core.folding import folded
from annotator.store import articles
from annotator.ui import actions, menus
from annotator.ui.widgets.drawing import Line, chip, words
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotator.ui.coding import Coding
    from annotator.ui.desk import Desk
    from annotator.ui.menus import Menus
    from annotator.ui.theme import Theme

_WIDTH, _SHOWN, _ROW = 560, 12, 34
_SCANNED, _PAGE, _TITLES = 20_000, 500, 20
_LIST_KEYS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: its words, what else it is found by, its keys, a label's hue and pattern, and what it does."""

    words: str
    also: str
    keys: str
    do: Callable[[], object]
    look: tuple[int, int] | None = None


class Palette(QDialog):
    """With `labels` only the codebook is offered."""

    def __init__(self, theme: Theme, parent: QWidget, *, labels: bool = False) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setProperty("role", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window = parent.window()
        self._labels = labels
        self._entries: list[Entry] = []
        self._if_named: list[Entry] = []  # labels while there is nothing to code: found, but not in the way
        self._desk: Desk | None = None
        self.field = QLineEdit()
        self.field.setPlaceholderText(
            self.tr("A label’s name") if labels else self.tr("An action, a label or an article")
        )
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._show)
        self.list = QListWidget()
        self.list.setProperty("role", "rows")
        self.list.setItemDelegate(_Rows(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.itemClicked.connect(lambda _item: self._do())
        self.nothing = label(self.tr("Nothing is called so."), "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(6)
        for widget in (self.field, self.list, self.nothing):
            layout.addWidget(widget)

    def offer(self, table: Menus, desk: Desk | None, coding: Coding | None) -> None:
        """Fill it with what can be done now."""
        self._desk = desk
        if coding is not None and desk is not None:
            at_once = desk.selection or desk.focus or self._labels
            (self._entries if at_once else self._if_named).extend(_labels(coding))
        if not self._labels:
            self._entries += _actions(table)
        self._show("")

    def open(self) -> None:
        """Over the upper middle of the window."""
        self.resize(_WIDTH, 60 + _SHOWN * _ROW)
        window = self._window
        corner = window.mapToGlobal(QPoint((window.width() - _WIDTH) // 2, 96))
        self.move(corner)
        self.show()
        self.activateWindow()
        self.field.setFocus()

    def event(self, event: QEvent) -> bool:
        """A click beside it puts it away."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self.reject()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down walk the list while the field keeps the keyboard; Enter does."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _LIST_KEYS:
                self.list.event(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._do()
                return True
        return super().eventFilter(watched, event)

    def _show(self, typed: str) -> None:
        wanted = folded(typed).casefold().split()
        meant = [*self._entries, *self._if_named] if wanted else self._entries
        found = sorted((rank, at) for at, one in enumerate(meant) if (rank := _rank(one, wanted)) is not None)
        shown = [meant[at] for _, at in found]
        if wanted and not self._labels and self._desk is not None:
            shown += _titles(self._desk, wanted)
        self.list.clear()
        for entry in shown:
            item = QListWidgetItem(entry.words)
            item.setData(Qt.ItemDataRole.UserRole, entry)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(shown))
        self.nothing.setVisible(not shown)

    def _do(self) -> None:
        if (item := self.list.currentItem()) is not None:
            entry: Entry = item.data(Qt.ItemDataRole.UserRole)
            self.accept()
            self._window.activateWindow()  # it has the keyboard again, and what is done may need it
            entry.do()


def _actions(table: Menus) -> Iterator[Entry]:
    for action, made in table:
        if made.isEnabled() and action.id != "palette":
            _, _, submenu = action.menu.partition("/")
            group = f"{actions.plain(actions.MENUS[action.menu])}: " if submenu else ""
            said = group + actions.plain(action.words)
            both = actions.MENUS[action.menu], action.words
            also = " ".join((*both, *map(_in_arabic, both)))
            yield Entry(said, also, menus.shown_keys(action.keys), made.trigger)


def _in_arabic(source: str) -> str:
    """An action's or a menu's name in Arabic, whichever language the window speaks."""
    return _arabic().translate("Actions", source) or ""


@cache
def _arabic() -> QTranslator:
    translator = QTranslator()
    translator.load(str(paths.resources() / "i18n" / "ar.qm"))
    return translator


def _labels(coding: Coding) -> Iterator[Entry]:
    marking = coding.marking
    for one in marking.labels.values():
        if not one.retired:
            also = " ".join((*one.names.values(), one.id))
            yield Entry(marking.name(one.id), also, one.key, _labelling(coding, one.id), (one.hue, one.pattern))


def _labelling(coding: Coding, name: str) -> Callable[[], None]:
    return lambda: coding.label(name)


def _titles(desk: Desk, wanted: list[str]) -> list[Entry]:
    """Articles whose title holds all the words; a very long list is searched in its own panel."""
    db = desk.bridge.project.db
    found: list[Entry] = []
    order = articles.order(db)[:_SCANNED]
    for start in range(0, len(order), _PAGE):
        lines = articles.lines(db, order[start : start + _PAGE])
        found += [
            Entry(line.title, "", "", _opening(desk, line.id))
            for line in lines.values()
            if all(word in folded(line.title).casefold() for word in wanted)
        ]
        if len(found) >= _TITLES:
            break
    return found[:_TITLES]


def _opening(desk: Desk, article: str) -> Callable[[], None]:
    def opened() -> None:
        desk.set_mode("code")
        desk.open_article(article)

    return opened


def _rank(entry: Entry, wanted: list[str]) -> int | None:
    """0 where the words begin with what was typed, 1 where a word does, 2 where it is inside one; None elsewhere."""
    where = folded(entry.words).casefold(), folded(entry.also).casefold()
    if not all(any(word in place for place in where) for word in wanted):
        return None
    if not wanted or where[0].startswith(wanted[0]):
        return 0
    return 1 if any(f" {place}".find(f" {wanted[0]}") >= 0 for place in where) else 2


class _Rows(QStyledItemDelegate):
    """The words from the start, the keys at the end, a label's chip before its name."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All rows are of one height."""
        del option, index
        return QSize(_WIDTH - 40, _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One row."""
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        area, theme = option.rect, self._theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("chosen"))
            painter.drawRoundedRect(area, 7, 7)
        painter.setLayoutDirection(option.direction)
        line = Line(area.adjusted(10, 0, -10, 0), option.direction)
        if entry.look is not None:
            chip(painter, line.start(18, 10), theme.label_colours(entry.look[0]), entry.look[1])
        ink = theme.colour("on_chosen" if chosen else "ink")
        keys = line.end(150, 8)
        words(painter, line.area, entry.words, ink, font=theme.font())
        words(painter, keys, entry.keys, ink if chosen else theme.colour("muted"), end=True, font=theme.font(-2))
        painter.restore()
