"""Before a round is frozen: what that means, and who is not done with what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.messages import isolate
from annotator.operations import sealing
from annotator.store import codebook
from annotator.ui.dialogs.base import Dialog
from annotator.ui.widgets.form_area import FormArea
from annotator.ui.widgets.labels import label, on_side
from annotator.ui.widgets.rows import Rows

if TYPE_CHECKING:
    from annotator.operations.sealing import Unfinished
    from annotator.ui.desk import Desk
    from annotator.ui.home import Home

_ROOM = 250  # pixels for those who are not done
_NAMED = 3  # titles of a coder's unfinished articles


def _scrolled(card: QWidget) -> FormArea:
    """As high as it needs to be, up to what a small screen has room for."""
    area = FormArea()
    area.show_page(card, {})
    high = card.sizeHint().height() + 2
    area.setMinimumHeight(min(high, _ROOM))
    area.setMaximumHeight(high)
    return area


class FreezeDialog(Dialog):
    """Nothing is done before the button is pressed; then it is one action, which undo takes back."""

    def __init__(self, desk: Desk, home: Home, name: str, parent: QWidget) -> None:
        super().__init__("", parent, width=520)
        self._desk, self._home, self._name = desk, home, name
        self.setProperty("of_project", True)
        self.setWindowTitle(self.tr("Freeze a round"))
        seen = sealing.preview(desk.bridge.project, name)
        heading = self.tr("Freeze the round %1?").replace("%1", isolate(name))
        self.body.addWidget(on_side(label(heading, "title", wrap=True)))
        meaning = self.tr(
            "From then on nobody can change their own work in it, so that figures computed from it stay as they are. "
            "Differences can still be settled. Ctrl+Z takes the freezing back, as long as it is the last thing "
            "you did."
        )
        self.body.addWidget(on_side(label(meaning, wrap=True)))
        names = {coder.id: coder.name for coder in codebook.coders(desk.bridge.project.db)}
        if seen.unfinished:
            self.body.addWidget(label(self.tr("Not done yet"), "heading"))
            card = Rows(home.theme)
            for one in seen.unfinished:
                card.put(self._late(one, names.get(one.coder, one.coder)))
            self.body.addWidget(_scrolled(card), 1)
            missing = self.tr("What was not begun counts as missing, not as empty; what is in work counts as it is.")
            self.body.addWidget(on_side(label(missing, "muted", wrap=True)))
        else:
            self.body.addWidget(on_side(label(self.tr("Everybody is done."), "strong")))
        if seen.other_versions:
            words = self.tr("%Ln coding(s) begun under another version of the codebook.", "", seen.other_versions)
            self.body.addWidget(on_side(label(words, "danger", wrap=True)))
        self.body.addStretch(1)
        self.add_button(self.tr("Cancel"), self.reject)
        self.go = self.add_button(self.tr("Freeze"), self._freeze, default=not seen.unfinished)

    def _late(self, one: Unfinished, name: str) -> QWidget:
        number = QLocale().toString
        counts = [(one.todo, self.tr("not begun: %1")), (one.work, self.tr("in work: %1"))]
        told = " · ".join(words.replace("%1", number(count)) for count, words in counts if count)
        titles = " · ".join(isolate(title) for title in one.titles[:_NAMED])
        more = len(one.titles) - _NAMED
        others = self.tr("and %1 more").replace("%1", number(more))
        rest = f" · {others}" if more > 0 else ""
        first = QHBoxLayout()
        first.addWidget(on_side(label(isolate(name), "strong")), 1)
        first.addWidget(on_side(label(told, "small"), end=True))
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(2)
        column.addLayout(first)
        column.addWidget(on_side(label(f"{titles}{rest}", "small", wrap=True)))
        return holder

    def _freeze(self) -> None:
        if self._desk.bridge.do(sealing.freeze, self._name) is not None:
            self.accept()
