"""Do anything: type a few letters and do an action, put a label on the selected words, open another article."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTranslator

from annotator import paths
from annotator.store import articles
from annotator.ui import actions, menus
from annotator.ui.dialogs.popup import Popup
from annotator.ui.models import matching
from annotator.ui.widgets.offers import ROW, Offer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from annotator.ui.coding import Coding
    from annotator.ui.desk import Desk
    from annotator.ui.menus import Menus
    from annotator.ui.theme import Theme

_WIDTH, _SHOWN = 560, 12
_SCANNED, _PAGE, _TITLES = 20_000, 500, 20
_ITSELF = {"palette", "anything"}


class Palette(Popup):
    """Over the upper middle of the window."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, asks="")
        self.field.setPlaceholderText(self.tr("An action, a label or an article"))
        self.field.setAccessibleName(self.field.placeholderText())
        self._offers: list[Offer] = []
        self._if_named: list[Offer] = []  # labels while there is nothing to code: found, but not in the way
        self._desk: Desk | None = None

    def offer(self, table: Menus, desk: Desk | None, coding: Coding | None) -> None:
        """Fill it with what can be done now."""
        self._desk = desk
        if coding is not None and desk is not None:
            (self._offers if desk.selection or desk.focus else self._if_named).extend(_labels(coding))
        self._offers += doable(table)
        self.show_found("")

    def open(self) -> None:
        """Show it."""
        self.resize(_WIDTH, 60 + _SHOWN * ROW)
        window = self.window_below
        self.move(window.mapToGlobal(QPoint((window.width() - _WIDTH) // 2, 96)))
        self.begin()

    def found(self, typed: str) -> Sequence[Offer]:
        """What fits, the best first; articles last."""
        parts = matching.wanted(typed)
        shown = fitting([*self._offers, *self._if_named] if parts else self._offers, parts)
        if parts and self._desk is not None:
            shown += _titles(self._desk, parts)
        return shown


def fitting(offers: Sequence[Offer], parts: Sequence[str]) -> list[Offer]:
    """Those whose words, or what else they are found by, fit what was typed (`matching.wanted`); the best first."""
    found = sorted(
        (rank, at)
        for at, one in enumerate(offers)
        if (rank := matching.rank(parts, (matching.key(one.words), *map(matching.key, one.also.split("\n")))))
        is not None
    )
    return [offers[at] for _, at in found]


def doable(table: Menus) -> Iterator[Offer]:
    """Every action that can be done now, found by its name and its menu's in both languages."""
    for action, made in table:
        if made.isEnabled() and action.id not in _ITSELF:
            _, _, submenu = action.menu.partition("/")
            group = f"{actions.plain(actions.MENUS[action.menu])}: " if submenu else ""
            said = group + actions.plain(action.words)
            both = action.words, actions.MENUS[action.menu]
            also = "\n".join((*(each.replace("&", "") for each in both), *map(_in_arabic, both)))
            yield Offer(said, also, menus.shown_keys(action.keys), made.trigger, id=action.id)


def _in_arabic(source: str) -> str:
    """An action's or a menu's name in Arabic, whichever language the window speaks."""
    return _arabic().translate("Actions", source) or ""


@cache
def _arabic() -> QTranslator:
    translator = QTranslator()
    translator.load(str(paths.resources() / "i18n" / "ar.qm"))
    return translator


def _labels(coding: Coding) -> Iterator[Offer]:
    marking = coding.marking
    for one in marking.labels.values():
        if not one.retired:
            also = "\n".join((*one.names.values(), *one.synonyms, one.id))
            yield Offer(marking.name(one.id), also, one.key, _labelling(coding, one.id), (one.hue, one.pattern))


def _labelling(coding: Coding, name: str) -> Callable[[], None]:
    return lambda: coding.label(name)


def _titles(desk: Desk, parts: Sequence[str]) -> list[Offer]:
    """Articles whose title holds all the words; a very long list is searched in its own panel."""
    db = desk.bridge.project.db
    found: list[Offer] = []
    order = articles.order(db)[:_SCANNED]
    for start in range(0, len(order), _PAGE):
        lines = articles.lines(db, order[start : start + _PAGE])
        found += [
            Offer(line.title, do=_opening(desk, line.id))
            for line in lines.values()
            if all(part in matching.key(line.title) for part in parts)
        ]
        if len(found) >= _TITLES:
            break
    return found[:_TITLES]


def _opening(desk: Desk, article: str) -> Callable[[], None]:
    def opened() -> None:
        desk.set_mode("code")
        desk.open_article(article)

    return opened
