"""The bar over the text in Review: differences only, whose marks are shown, names or letters, one page or two."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.messages import isolate
from annotator.ui.review.letters import letter
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.flow import Flow
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMargins
    from PySide6.QtWidgets import QPushButton

    from annotator.ui.review.sitting import Sitting


class Strip(Flow):
    """Chips, and the legend after them; it wraps where the page is narrow.

    `marks` asks to draw the marks again, `beside` for one page or two, `nameless` for letters in place of names,
    `listed` for the queue, where there is not room for it beside the decision.
    """

    marks = Signal()
    beside = Signal(bool)
    nameless = Signal(bool)
    listed = Signal()
    changed = Signal()  # any chip was pressed

    def __init__(self, sitting: Sitting, around: QMargins) -> None:
        super().__init__(around=around)
        self._sitting = sitting
        self.coders: dict[str, QPushButton] = {}
        self.list = self._chip(self.listed.emit)
        self.list.hide()
        self._narrow = False
        self.only = self._chip(self.marks.emit)
        self.anonymous = self._chip(self._call)
        self.two = self._chip(self._part)
        self.legend = label(role="small")
        sitting.read.connect(self.show_all)
        sitting.dressed.connect(self.show_all)
        self._arrange()

    def _call(self) -> None:
        self.nameless.emit(self.anonymous.isChecked())

    def _part(self) -> None:
        self.beside.emit(self.two.isChecked())
        self.show_all()

    def _chip(self, pressed: Callable[[], object]) -> QPushButton:
        made = button("", "chip", pressed=pressed)
        made.setCheckable(True)
        made.clicked.connect(lambda _checked=False: self.changed.emit())
        return made

    def _arrange(self) -> None:
        self._widgets.clear()
        parts: list[QWidget] = [self.list, self.only, *self.coders.values(), self.anonymous, self.two, self.legend]
        for before, part in zip((None, *parts), parts, strict=False):
            self.put(part)
            part.setVisible(part is not self.list or self._narrow)
            if before is not None:
                QWidget.setTabOrder(before, part)

    def offer_list(self, *, on: bool) -> None:
        """Whether the queue has to be asked for."""
        self._narrow = on
        self.list.setVisible(on)

    # -- what is shown

    def show_all(self) -> None:
        """A chip for each coder compared, and what the page's signs mean."""
        between = self._sitting.between
        if tuple(self.coders) != between:
            for gone in self.coders.values():
                gone.hide()
                gone.deleteLater()
            self.coders = {coder: self._chip(partial(self._show, coder)) for coder in between}
            self._arrange()
        for place, (coder, chip) in enumerate(self.coders.items()):
            name = self._sitting.names[place]
            chip.setText(f"{letter(place)} · {isolate(name)}" if not self._sitting.anonymous else isolate(name))
            chip.setChecked(coder not in self._sitting.hidden)
            chip.setToolTip(self.tr("Show or hide the spans of %1").replace("%1", isolate(name)))
            chip.setAccessibleName(chip.text())
        self.anonymous.setChecked(self._sitting.anonymous)
        self.legend.setText(self._legend())
        self.legend.setVisible(bool(self.legend.text()))

    def _legend(self) -> str:
        """Where whose lines are."""
        ticked = self.tr("Settled spans are ticked.")
        settled = f" {ticked}" if self._sitting.stands else ""
        if len(self._sitting.between) == 2 and not self.two.isChecked():  # noqa: PLR2004
            return self.tr("A’s lines are under the words, B’s over them.") + settled
        return settled.strip()

    def _show(self, coder: str) -> None:
        self._sitting.show_coder(coder, on=self.coders[coder].isChecked())

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.list.setText(self.tr("List"))
        self.only.setText(self.tr("Differences only"))
        self.anonymous.setText(self.tr("Without names"))
        self.two.setText(self.tr("Side by side"))
        self.show_all()
