"""What the figures rest on, in a line: the round and its seal, articles, what is left out; progress while computing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from annotator.messages import isolate
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.labels import label, on_side

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.review.gathered import Gathered, Under
    from annotator.ui.language import Language

_STEPS, _SEAL = 1000, 16


class StateLine(QWidget):
    """Provisional figures say so in a notice; a stopped or outdated computation offers another."""

    def __init__(self, language: Language, again: Callable[[], object], stop: Callable[[], object]) -> None:
        super().__init__()
        self._language = language
        self.facts = on_side(label("", "muted", wrap=True))
        self.provisional = on_side(label("", wrap=True))
        self._notice = QFrame()
        self._notice.setProperty("role", "notice")
        inside = QHBoxLayout(self._notice)
        inside.setContentsMargins(12, 6, 12, 6)
        inside.addWidget(self.provisional, 1)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setRange(0, _STEPS)
        self.bar.setFixedWidth(220)
        self.doing = label("", "small")
        self.stop = button("", pressed=stop)
        self.again = button("", "link", pressed=again)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.facts, 1)
        for widget in (self.doing, self.bar, self.stop, self.again):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._notice)
        column.addLayout(row)
        self._notice.hide()
        self.say_idle()

    def say_computing(self) -> None:
        """Something is being computed."""
        self.doing.setText(self.tr("Computing"))
        self.bar.setAccessibleName(self.doing.text())
        self.stop.setText(self.tr("Cancel"))
        self.bar.setValue(0)
        self._show(computing=True, again="")

    def say_idle(self, again: str = "") -> None:
        """Nothing is; `again` is what a button that computes once more says."""
        self._show(computing=False, again=again)

    def say_passing(self, words: str) -> None:
        """Something was done that needs no answer."""
        self.doing.setText(words)
        self.doing.show()

    def tell(self, done: float) -> None:
        """How far it is, 0 to 1."""
        self.bar.setValue(round(done * _STEPS))

    def _show(self, *, computing: bool, again: str) -> None:
        for widget in (self.doing, self.bar, self.stop):
            widget.setVisible(computing)
        self.again.setText(again)
        self.again.setVisible(bool(again))

    def show_facts(self, gathered: Gathered) -> None:
        """What these figures rest on."""
        parts = [self.tr("%Ln article(s) in common", "", len(gathered.works))]
        parts += [words for one in gathered.rounds if (words := self._round(one))]
        if withheld := gathered.withheld:
            parts.append(self.tr("%Ln article(s) left out: others’ work there is not shown to you yet", "", withheld))
        self.facts.setText(" · ".join(parts))
        self.facts.setToolTip("\n".join(isolate(one.seal) for one in gathered.rounds if one.seal))
        open_ = [isolate(one.id) for one in gathered.rounds if one.state != "frozen"]
        self._notice.setVisible(bool(open_))
        words = self.tr("Provisional: the round %1 is open, so these figures can still change. Freeze it to publish.")
        self.provisional.setText(words.replace("%1", " / ".join(open_)))

    def clear(self) -> None:
        """Nothing is known."""
        self.facts.setText("")
        self._notice.hide()

    def _round(self, one: Under) -> str:
        if one.state != "frozen":
            return ""
        when = isolate(self._language.when(one.frozen))
        words = self.tr("%1 frozen %2").replace("%1", isolate(one.id)).replace("%2", when)
        seal = self.tr("seal %1").replace("%1", isolate(f"{one.seal[:_SEAL]}…")) if one.seal else ""
        return " · ".join(filter(None, (words, seal)))
