"""F9 at a span: who it is, by a few letters of any of the names in the register, or somebody new."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent

from annotator.messages import isolate
from annotator.operations import actors
from annotator.ui import placing
from annotator.ui.dialogs.popup import Popup
from annotator.ui.models.actors import type_name
from annotator.ui.models.named import short
from annotator.ui.widgets.labels import label, on_side
from annotator.ui.widgets.offers import ROW, Offer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from annotator.core.models import Actor
    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme

_WIDTH, _ROWS, _FEWEST, _AROUND = 460, 8, 5, 92  # pixels; rows at most and at least; pixels of field, hint, margins
_SHOWN = 48  # characters of a new name in its row
_NEW, _NOBODY = "+", "-"  # ids of rows that no actor can have


class ActorPopup(Popup):
    """Proposals for `query` (the span's words) until something is typed; `who` is the one of now.

    `take` is given the id of who was chosen ("" for nobody), `make` the name of somebody who is not there yet.
    """

    def __init__(
        self, theme: Theme, parent: QWidget, desk: Desk, *, take: Callable[[str], object], make: Callable[[str], object]
    ) -> None:
        super().__init__(theme, parent, asks="")
        self._desk, self._take, self._make = desk, take, make
        self._query, self._who = "", ""
        project = desk.bridge.project
        self._counts = actors.tally(project, project.coder)
        self.field.setPlaceholderText(self.tr("Who is it? A name or an alias"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.hint = on_side(label(role="small", wrap=True))
        self.body.addWidget(self.hint)

    def begin_with(self, query: str, who: str, *, typed: str = "") -> None:
        """Propose for these words; `typed` are letters that the person wrote already."""
        self._query, self._who = " ".join(query.split()), who
        enter = self.tr("Enter: attach")
        nobody = self.tr("Delete: nobody") if who else ""
        self.hint.setText(" · ".join(filter(None, (enter, nobody, self.tr("Esc: leave it")))))
        self.field.setText(typed)
        self.show_found(typed)

    def stand(self, words: QRect, *, rtl: bool) -> None:
        """Stand beside these words, given in the coordinates of the screen."""
        size = QSize(_WIDTH, min(max(len(self.list.offers), _FEWEST), _ROWS) * ROW + _AROUND)
        window = self.window_below
        within = QRect(window.mapToGlobal(QPoint(0, 0)), window.size())
        self.setGeometry(placing.beside(words, size, within, rtl=rtl, least=_FEWEST * ROW + _AROUND))
        self.begin()

    def found(self, typed: str) -> Sequence[Offer]:
        """Who may be meant, nobody where there is somebody now, and the name as a new one."""
        words = typed.strip() or self._query
        known = actors.proposals(self._desk.bridge.project, words)
        offers = [self._offer(actor) for actor in known]
        taken = {actors.key(name) for actor in known for name in actor.names.values()}
        if words and actors.key(words) not in taken:
            new = self.tr("New actor: %1").replace("%1", isolate(short(words, _SHOWN)))
            offers.append(Offer(new, do=partial(self._make, words), id=_NEW))
        if self._who and not typed.strip():
            offers.append(Offer(self.tr("Nobody"), keys=self.tr("Delete"), do=partial(self._take, ""), id=_NOBODY))
        return offers

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete in the empty field takes the actor away."""
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is self.field
        if pressed and event.key() == Qt.Key.Key_Delete and not self.field.text():  # type: ignore[attr-defined]
            if self._who:
                self.accept()
                self.window_below.activateWindow()
                self._take("")
            return True
        return super().eventFilter(watched, event)

    def _offer(self, actor: Actor) -> Offer:
        count = sum(self._counts.get(actor.id, (0, 0)))
        where = self.tr("%Ln article(s)", "", count) if count else ""
        end = " · ".join(filter(None, (type_name(actor.type) if actor.type else "", where)))
        return Offer(
            actors.name(actor, self._desk.language),
            keys=end,
            do=partial(self._take, actor.id),
            id=actor.id,
            given=actor.id == self._who,
        )
