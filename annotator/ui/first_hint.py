"""The one line of the first starts: what can be done first in what is shown; it goes with the mode and the round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from annotator.operations import sealed
from annotator.store import rounds

translate = QCoreApplication.translate
if TYPE_CHECKING:
    from annotator.ui.desk import Desk
    from annotator.ui.window import Window


class FirstHint(QObject):
    """Said until it is closed; it never takes the place of what else the window says."""

    def __init__(self, window: Window, desk: Desk) -> None:
        super().__init__(desk)
        self._window, self._desk, self._said = window, desk, ""
        desk.mode_changed.connect(self.say)
        desk.round_changed.connect(self.say)
        window.chrome.notice.closed.connect(self._closed)
        self.say()

    def say(self) -> None:
        """Say what fits now, or nothing."""
        notice, words = self._window.chrome.notice, self._words()
        stands = not notice.isHidden()
        if not self._window.home.state.hint or (stands and notice.sentence.text() != self._said):
            return
        self._said = words
        if words:
            self._window.say(words)
        else:
            notice.hide()

    def _words(self) -> str:
        project = self._desk.bridge.project
        found = sealed.of(project)
        if found is not None and found.handover.kind == "feedback":
            answer = translate("Opening", "N goes on to the next change, R begins an answer to it.")
            return answer if self._desk.mode == "review" else ""
        if self._desk.mode == "review":
            return translate("Opening", "Press the letter of the side that you take, then the number of the reason.")
        round_ = rounds.get(project.db, self._desk.round)
        if self._desk.mode != "code" or (round_ is not None and round_.state == "frozen"):
            return ""
        return translate(
            "Opening", "Select words and press 1 to 9: they are coded and saved at once. Ctrl+Z takes anything back."
        )

    def _closed(self) -> None:
        if self._said and self._window.chrome.notice.sentence.text() == self._said:
            self._window.forget_hint()
