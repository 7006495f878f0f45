"""The table of actions as menus: one QAction each, enabled and marked as the window says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from annotator.ui import actions
from annotator.ui.keys import printed

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

    from annotator.ui.actions import Action

_LEFT_TO_RIGHT, _POP = "\u2066", "\u2069"


def shown_keys(keys: tuple[str, ...]) -> str:
    """The first of an action's keys as keyboards print it, isolated so that Arabic words do not turn it round."""
    if not keys:
        return ""
    return f"{_LEFT_TO_RIGHT}{printed(keys[0])}{_POP}"


class Menus(QObject):
    """All menus of a window. `handlers` says what each action does; an action without one is left out."""

    def __init__(self, bar: QMenuBar, window: QWidget, handlers: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(window)
        self._handlers = handlers
        self._menus: dict[str, QMenu] = {}
        self._actions: dict[str, QAction] = {}
        self._table = [action for action in actions.TABLE if action.id in handlers]
        for path in actions.MENUS:
            self._menus[path] = self._parent_of(path, bar).addMenu("")
        for action in self._table:
            self._add(action, window)
        self._tidy()
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        """The action of this id."""
        return self._actions[name]

    def __contains__(self, name: str) -> bool:
        return name in self._actions

    def action(self, name: str) -> Action:
        """The line of the table."""
        return next(action for action in self._table if action.id == name)

    def __iter__(self) -> Iterator[tuple[Action, QAction]]:
        return ((action, self._actions[action.id]) for action in self._table)

    def menu(self, path: str) -> QMenu:
        """A menu of the table, to put more into."""
        return self._menus[path]

    def scope_to(self, text: QWidget) -> None:
        """Let the keys of scope "text" work in this widget alone."""
        for action, made in self:
            if action.scope == "text":
                made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                text.addAction(made)

    def refresh(self, conditions: Collection[str], marked: Collection[str]) -> None:
        """Enable what can be done under these conditions; mark the choices that hold."""
        for action, made in self:
            made.setEnabled(not action.when or action.when in conditions)
            if action.choice:
                made.setChecked(action.id in marked)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        for path, menu in self._menus.items():
            menu.setTitle(actions.words(actions.MENUS[path]))
        for action, made in self:
            words = actions.words(action.words)
            made.setText(f"{words}\t{shown_keys(action.keys)}" if action.keys else words)
            made.setIconText(words.rstrip("…"))
            made.setToolTip(f"{words.rstrip('…')}  {shown_keys(action.keys)}".rstrip())

    def _parent_of(self, path: str, bar: QMenuBar) -> QMenuBar | QMenu:
        parent, _, name = path.rpartition("/")
        return self._menus[parent] if name and parent else bar

    def _add(self, action: Action, window: QWidget) -> None:
        made = QAction(window)
        made.setShortcuts([QKeySequence(key) for key in action.keys])
        made.setCheckable(action.choice)
        if action.id.startswith(("take_", "reason_")):
            made.setAutoRepeat(False)  # held down, a key would settle what nobody has seen
        made.triggered.connect(lambda _checked=False, do=self._handlers[action.id]: do())
        self._actions[action.id] = made
        menu = self._menus[action.menu]
        if action.group:
            menu.addSeparator()
        menu.addAction(made)
        if action.scope == "window":
            window.addAction(made)

    def _tidy(self) -> None:
        """Submenus go below the actions of their menu; recent projects stay near the top."""
        parted: set[QMenu] = set()
        for path, menu in self._menus.items():
            parent = self._menus.get(path.rpartition("/")[0])
            if parent is None:
                continue
            below = self._actions.get("import_articles") if path == "project/recent" else None
            parent.removeAction(menu.menuAction())
            if below is not None:
                parent.insertMenu(below, menu)
            else:
                if parent not in parted:
                    parent.addSeparator()
                parted.add(parent)
                parent.addMenu(menu)
