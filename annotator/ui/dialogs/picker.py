"""Ctrl+K at the words: a label by a few letters of any of its names, what it means beside it, or a new one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.core.direction import article_direction
from annotator.messages import isolate
from annotator.operations import coining
from annotator.store import codebook, codings
from annotator.ui import placing
from annotator.ui.dialogs.palette import doable, fitting
from annotator.ui.dialogs.popup import Popup
from annotator.ui.models import matching
from annotator.ui.models.choices import Choice, arranged, choices, is_named, recent
from annotator.ui.models.named import short
from annotator.ui.widgets.labels import label, on_side
from annotator.ui.widgets.meaning import Meaning
from annotator.ui.widgets.offers import ROW, Offer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent

    from annotator.core.models import Fragments, Names
    from annotator.ui.coding import Coding
    from annotator.ui.desk import Desk
    from annotator.ui.menus import Menus
    from annotator.ui.theme import Theme

_LIST, _MEANING = 380, 310  # pixels across
_ROWS, _FEWEST = 11, 5  # rows in sight where there is room, and at least
_AROUND = 96  # pixels of field, hint and margins
_MOMENT = 130  # milliseconds on a row until its meaning is read
_EXAMPLES, _QUOTED = 2, 90
_NEW = "+"  # the id of the last row, which no label can have


class Picker(Popup):
    """On selected words Enter codes them, on the span in focus it relabels; with Shift it stays, for another label.

    With `lasting` the label is not put on anything but given to `coding.brush`, for what will be selected.
    """

    def __init__(self, theme: Theme, parent: QWidget, desk: Desk, coding: Coding, *, lasting: bool = False) -> None:
        super().__init__(theme, parent, asks="")
        self._desk, self._coding, self._lasting = desk, coding, lasting
        self.fragments, self.span = _target(coding)
        self._given: set[str] = set()
        self._editing = codebook.project(desk.bridge.project.db).editing
        self._choices = choices(coding.marking.labels.values(), desk.words)
        self._recent = recent(desk.bridge.project)
        self._acts: list[Offer] = []
        self._rows: dict[str, Offer] = {}
        self.meaning = Meaning(desk)
        self.hint = on_side(label(role="small", wrap=True))
        self._moment = QTimer(self, singleShot=True, interval=_MOMENT)
        self._moment.timeout.connect(self._explain)
        self._say()
        self._lay_out()
        self.list.moved.connect(lambda _offer: self._moment.start())
        self._look_again()

    def offer_actions(self, table: Menus) -> None:
        """Let the typed words find actions as well, below the labels."""
        self._acts = list(doable(table))

    def open(self) -> None:
        """Show it beside the words."""
        self.resize(QSize(_LIST + _MEANING, _ROWS * ROW + _AROUND))  # few labels have long meanings too
        window, surface = self.window_below, self._coding.surface
        within = window.rect().translated(window.mapToGlobal(window.rect().topLeft()))
        caret = surface.state.caret
        words = placing.box_of(surface, self.fragments or ((caret, caret),))
        rtl = surface.view.page.block_at(self.fragments[0][0] if self.fragments else caret).rtl
        least = _FEWEST * ROW + _AROUND
        self.setGeometry(placing.beside(words, self.size(), within, rtl=rtl, least=least))
        self.begin()

    def found(self, typed: str) -> Sequence[Offer]:
        """Labels, then actions if something is typed, then a new label of this name."""
        parts = matching.wanted(typed)
        shown = [self._offer(choice) for choice in arranged(self._choices, parts, self._recent)]
        acts = fitting(self._acts, parts) if parts else []
        if acts:
            shown += [Offer(self.tr("Actions")), *acts]
        if parts and self._may_coin() and not is_named(self._choices, parts):
            coin = self._recoin if self.span else self._coin
            words = self.tr("New label: %1").replace("%1", isolate(self._typed()))
            shown.append(Offer(words, do=partial(coin, self._typed()), id=_NEW))
        return shown

    def take_more(self) -> None:
        """Put the label on these words and stay, for another one."""
        offer = self.list.current()
        choice = self._choice(offer)
        if offer is None or self._lasting or not self.fragments or (choice is None and offer.id != _NEW):
            self.take()
        else:
            self._put_beside(choice.label.id if choice else "")

    def _put_beside(self, name: str) -> None:
        if name:
            self._coding.code(name, self.fragments)
        else:
            self._coin(self._typed())
            self._choices = choices(self._coding.marking.labels.values(), self._desk.words)
        self.activateWindow()
        self.field.setFocus()
        self._look_again()
        self.field.clear()

    def _typed(self) -> str:
        return " ".join(self.field.text().split())

    # -- rows

    def _offer(self, choice: Choice) -> Offer:
        one = choice.label
        if (made := self._rows.get(one.id)) is None:
            look, do, given = (one.hue, one.pattern), partial(self._apply, one.id), one.id in self._given
            made = Offer(choice.name, "", one.key.upper(), do, look, choice.path, one.id, given)
            self._rows[one.id] = made
        return made

    def _choice(self, offer: Offer | None) -> Choice | None:
        return next((choice for choice in self._choices if offer is not None and choice.label.id == offer.id), None)

    def _apply(self, name: str) -> None:
        coding = self._coding
        if self._lasting:
            coding.brush.begin(name)
        elif self.span or not self.fragments:
            coding.label(name)
        else:
            coding.code(name, self.fragments)

    def _coin(self, words: str) -> None:
        self._coding.made(self._desk.bridge.do(coining.label_anew, self._desk.where, _named(words), self.fragments))

    def _recoin(self, words: str) -> None:
        self._coding.made(self._desk.bridge.do(coining.relabel_anew, self.span, _named(words)))

    def _may_coin(self) -> bool:
        return self._editing != "locked" and bool(self.fragments) and not self._lasting

    def _look_again(self) -> None:
        """Which labels these words have already."""
        db, marks = self._desk.bridge.project.db, self._coding.surface.view.marks.by_id.values()
        here = [mark.id for mark in marks if mark.fragments == self.fragments]
        self._given = {found.label for one in here if (found := codings.annotation(db, one))}
        self._rows.clear()
        self.show_found(self.field.text())

    # -- beside the rows

    def hideEvent(self, event: QHideEvent) -> None:
        """Read nothing more: the project may be closed next."""
        self._moment.stop()
        super().hideEvent(event)

    def _explain(self) -> None:
        """Tell what the current label means, with the first spans that I gave it."""
        choice = self._choice(self.list.current())
        if choice is None:
            self.meaning.hide()
            return
        project = self._desk.bridge.project
        mine = codings.examples(project.db, choice.label.id, coder=project.coder, limit=_EXAMPLES)
        self.meaning.tell(choice.label, [short(" … ".join(one.quotes), _QUOTED) for one in mine])
        self.meaning.show()

    def _say(self) -> None:
        asks = self.tr("A label’s name, or an action") if not self._lasting else self.tr("The label to keep applying")
        self.field.setPlaceholderText(asks)
        self.field.setAccessibleName(asks)
        if self._editing == "locked":
            words = self.tr("Nothing is called so, and the codebook is locked: no label can be added.")
            self.nothing.setText(words)
        self.hint.setText(self._way())

    def _way(self) -> str:
        if self._lasting:
            return self.tr("Enter: whatever you select gets this label, until Escape")
        if not self.fragments:
            return self.tr("Nothing is selected: select words first")
        enter = self.tr("Enter: relabel") if self.span else self.tr("Enter: apply")
        shift = self.tr("Shift+Enter: add, and choose another")
        return f"{enter} · {shift}"

    def _lay_out(self) -> None:
        side = QScrollArea(widgetResizable=True)
        side.setProperty("role", "rows")
        side.setFrameShape(QScrollArea.Shape.NoFrame)
        side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(10, 4, 6, 4)
        column.addWidget(self.meaning)
        column.addStretch(1)
        side.setWidget(inner)
        side.setFixedWidth(_MEANING - 20)
        self.meaning.hide()
        names = QVBoxLayout()
        names.addWidget(self.list, 1)
        names.addWidget(self.nothing, 0, Qt.AlignmentFlag.AlignTop)
        both = QHBoxLayout()
        both.setSpacing(6)
        both.addLayout(names, 1)
        both.addWidget(side)
        self.body.addLayout(both, 1)
        self.body.addWidget(self.hint)


def _named(words: str) -> Names:
    """A name in the language of its letters, as far as they tell."""
    return {"ar" if article_direction(words) == "rtl" else "en": words}


def _target(coding: Coding) -> tuple[Fragments, str]:
    """What a label would be put on: the selected ranges, else those of the span in focus with its id."""
    surface = coding.surface
    if fragments := surface.fragments():
        return fragments, ""
    mark = surface.view.marks.by_id.get(surface.focused_mark())
    return (mark.fragments, mark.id) if mark else ((), "")
